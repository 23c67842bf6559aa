#include "read/owner.h"

/* What stands between two owners of one task. */
static const char *const joints[] = { "", ",", "and", ", and", "&", "/", "+", ";", "und", "et", "y",
	"e", "en", "och", "、", "と", "和" };

/* Words that tie a name to its sentence: "Send it to @Ada" keeps her. */
static const char *const ties[] = { "to", "with", "from", "for", "by", "of", "via", "at", "about",
	"and", "or", "the", "ask", "tell", "cc", "than", "in", "on", "per", "mit", "an", "von",
	"bei", "für", "und", "zu", "à", "avec", "de", "pour", "par", "et", "con", "para", "y",
	"met", "aan", "voor", "en", "com", "e" };

/* What leads up to an owner and goes with it. */
static const char *const leads[] = { " -", "–", "—", "→", "->", "=>", ",", ";", "|", "·",
	"owner:", "owners:", "assignee:", "assigned to:", "assigned:", "responsible:", "who:",
	"verantwortlich:", "responsable:", "担当:", "担当：", "负责人:", "负责人：", "담당자:" };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static bool
ends_nocase(str text, str end)
{
	size_t from = text.length - end.length;
	return text.length >= end.length && str_may_start(str_skip(text, from), end.bytes) &&
	       str_starts_nocase(str_skip(text, from), end);
}

static bool
joins(str text, const struct mention *before, const struct mention *after)
{
	str gap = str_trim_space(str_slice(text, before->to, after->from));
	return str_is_one_of(gap, joints, COUNT(joints));
}

static str
last_word(str text)
{
	text = str_trim_space(text);
	size_t blank = str_find_last_char(text, ' ');
	return blank == STR_NONE ? text : str_skip(text, blank + 1);
}

static bool
is_tied(str before)
{
	str word = last_word(before);
	for (size_t i = 0; i < COUNT(ties); i++)
		if (str_may_start(word, ties[i]) && str_equal_nocase(word, str_from(ties[i])))
			return true;
	return false;
}

static bool
drop_lead(str *text)
{
	*text = str_trim_space(*text);
	for (size_t i = 0; i < COUNT(leads); i++) {
		str lead = str_from(leads[i]);
		if (ends_nocase(*text, lead)) {
			text->length -= lead.length;
			return true;
		}
	}
	return false;
}

static str
drop_leads(str text)
{
	while (drop_lead(&text))
		;
	return text;
}

static bool
may_own(struct arena *arena, const struct mention *mention, const struct people *people)
{
	return mention->marked || people_know(arena, people, mention->name);
}

/* The index of the first of the mentions that end the text at `end`; their count if none do. */
static size_t
find_last_group(struct arena *arena, str text, size_t end, const struct mentions *found,
	const struct people *people)
{
	size_t first = found->count;
	while (first > 0 && may_own(arena, &found->items[first - 1], people)) {
		const struct mention *mention = &found->items[first - 1];
		if (first == found->count ? mention->to != end
					  : !joins(text, mention, &found->items[first]))
			break;
		first--;
	}
	return first;
}

static strs
take_names(struct arena *arena, const struct mentions *found, size_t from, size_t to)
{
	str *names = arena_array(arena, to - from, sizeof(*names));
	for (size_t i = from; i < to; i++)
		names[i - from] = found->items[i].name;
	return (strs){ names, to - from };
}

/* Owners at the end; false when there are none. */
static bool
read_last(struct arena *arena, const struct mentions *found, const struct people *people,
	struct owners *owners)
{
	str text = str_trim_space(owners->text);
	bool bracket = str_ends(text, STR(")"));
	size_t end = str_trim_space(str_slice(text, 0, text.length - bracket)).length;
	size_t first = find_last_group(arena, text, end, found, people);
	if (first == found->count)
		return false;
	str before = str_slice(text, 0, found->items[first].from);
	str rest = drop_leads(before);
	if (bracket && !str_ends(rest, STR("(")))
		return false;
	if (bracket)
		rest = drop_leads(str_slice(rest, 0, rest.length - 1));
	owners->names = take_names(arena, found, first, found->count);
	if (rest.length && !is_tied(before))
		owners->text = rest;
	return true;
}

/* The first name inside the sentence, and those that are joined to it. */
static void
read_inner(struct arena *arena, const struct mentions *found, struct owners *owners)
{
	size_t first = 0;
	while (first < found->count && !found->items[first].marked)
		first++;
	size_t last = first;
	while (last < found->count && found->items[last].marked &&
		(last == first ||
			joins(owners->text, &found->items[last - 1], &found->items[last])))
		last++;
	owners->names = take_names(arena, found, first, last);
}

struct owners
owner_read(struct arena *arena, str text, const struct people *people)
{
	struct owners owners = { .text = str_trim_space(text) };
	struct mentions found = mention_find(arena, owners.text, people);
	if (found.count && !read_last(arena, &found, people, &owners))
		read_inner(arena, &found, &owners);
	return owners;
}
