#include "read/assignee.h"

#include "base/utf8.h"
#include "read/assignee_subject.h"
#include "read/dates_phrase.h"
#include "read/label.h"
#include "read/property.h"
#include "read/vocabulary.h"

enum { ADDRESS_MOST = 2000, WORD_LEAST = 3, EAST = 0x2E80 /* scripts of short words */ };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* "All: read it", "Team - read it"; of other groups, "Legal: read it", where a verb follows. */
static bool
read_everyone(const struct crew *crew, str words, struct assignee *assignee)
{
	words = label_unwrap(str_trim_space(words));
	bool group = vocabulary_is_group(words) && vocabulary_begins_with_verb(assignee->text);
	if (!vocabulary_is_everyone(words) && !group)
		return false;
	str *name = arena_alloc(crew->arena, sizeof(*name));
	*name = words;
	assignee->names = (strs){ name, 1 };
	assignee->known = true;
	return true;
}

/* "Dec 2, 3pm", "10/12 à 14h": nothing that somebody could do. */
static bool
is_only_day(str text)
{
	size_t letters = 0, size;
	if (dates_sense(text) != DATES_UNKNOWN)
		return true;
	for (size_t at = 0; at < text.length && letters < WORD_LEAST; at += size) {
		uint32_t code = utf8_first(str_skip(text, at), &size);
		letters = !utf8_is_letter(code) ? 0 : code >= EAST ? WORD_LEAST : letters + 1;
	}
	return letters < WORD_LEAST;
}

/* "Ada: send it" */
static bool
read_label(const struct crew *crew, str text, enum assignee_trust trust, struct assignee *assignee)
{
	struct label label;
	enum docket_state state;
	if (!label_read(text, &label) || !label.rest.length || (crew->topics && label.strong) ||
		property_state(crew->arena, label.words, &state))
		return false;
	assignee->blank = vocabulary_is_blank(label.words);
	assignee->text = label.rest;
	str words = label.words;
	if (str_starts(words, STR("[")) && str_ends(words, STR("]")) &&
		!str_starts(words, STR("[[")))
		words = str_slice(words, 1, words.length - 1);
	return (read_everyone(crew, words, assignee) ||
		       assignee_read_names(crew, words, trust, assignee)) &&
	       (assignee->known || (trust == ASSIGNEE_LISTED && !is_only_day(label.rest)) ||
		       vocabulary_begins_with_verb(label.rest));
}

/* "Ada - send it", "Ada → send it", "佐藤→送る" */
static bool
read_dashed(const struct crew *crew, str text, struct assignee *assignee)
{
	static const char *const dashes[] = { " - ", " – ", " — ", " → ", " -> ", " => ", "→" };
	for (size_t i = 0; i < COUNT(dashes); i++) {
		str dash = str_from(dashes[i]), front = str_slice(text, 0, ASSIGNEE_FRONT_MOST);
		size_t at = str_find(front, dash);
		str words = str_slice(front, 0, at);
		assignee->text = str_trim_space(str_skip(text, at + dash.length));
		if (at == STR_NONE ||
			!(read_everyone(crew, words, assignee) ||
				assignee_read_names(crew, words, ASSIGNEE_KNOWN, assignee)))
			continue;
		return assignee->text.length > 0;
	}
	return false;
}

/* Splits "[Ada] send it", "(Ada) send it" and "【Ada】send it". */
static bool
split_bracket(str text, str *inside, str *rest)
{
	static const char *const brackets[][2] = { { "(", ")" }, { "[", "]" }, { "【", "】" } };
	for (size_t i = 0; i < COUNT(brackets); i++) {
		str open = str_from(brackets[i][0]), close = str_from(brackets[i][1]);
		if (!str_starts(text, open))
			continue;
		size_t end = str_find(str_slice(text, open.length, ASSIGNEE_FRONT_MOST), close);
		if (end == STR_NONE)
			return false;
		*inside = str_slice(text, open.length, open.length + end);
		*rest = str_skip(text, open.length + end + close.length);
		return !str_starts(text, STR("[[")) && !str_starts(*rest, STR("("));
	}
	return false;
}

/* Behind a known name in brackets anything goes. */
static bool
read_bracket(
	const struct crew *crew, str text, enum assignee_trust trust, struct assignee *assignee)
{
	str inside, rest;
	bool round = str_starts(text, STR("("));
	if (!split_bracket(text, &inside, &rest))
		return false;
	assignee->blank = vocabulary_is_blank(inside);
	if (str_starts(inside, STR("name=")))
		inside = str_skip(inside, 5);
	rest = str_trim_space(rest);
	if (str_starts(rest, STR(":")) || str_starts(rest, STR("- ")))
		rest = str_trim_space(str_skip(rest, 1));
	assignee->text = rest;
	return rest.length &&
	       assignee_read_names(crew, inside, round ? ASSIGNEE_KNOWN : trust, assignee) &&
	       (assignee->known || vocabulary_begins_with_verb(rest));
}

/* "[Ada](address)" is as good as [[Ada]], where the note knows her. */
static bool
read_link(const struct crew *crew, str text, struct assignee *assignee)
{
	size_t close = str_find(str_slice(text, 0, ASSIGNEE_NAME_MOST + 2), STR("](")), end;
	if (!str_starts(text, STR("[")) || close == STR_NONE ||
		(end = str_find_char(str_slice(text, close, ADDRESS_MOST), ')')) == STR_NONE)
		return false;
	str name = str_slice(text, 1, close), rest = str_skip(text, close + end + 1);
	struct assignee named = { 0 };
	if (!assignee_read_names(crew, name, ASSIGNEE_KNOWN, &named))
		return false;
	text = str_format(crew->arena, "%.*s%.*s", STR_ARG(name), STR_ARG(rest));
	return assignee_read_subject(crew, text, assignee) ||
	       read_label(crew, text, ASSIGNEE_KNOWN, assignee) ||
	       read_dashed(crew, text, assignee) || assignee_read_doing(crew, text, assignee);
}

/* "➡️ Ada: send it", "⭐ Ada: send it", "-> Ada: send it" without the sign. */
static str
drop_sign(str text)
{
	size_t size;
	if (str_starts(text, STR("->")) || str_starts(text, STR("=>")))
		text = str_skip(text, 2);
	while (text.length && utf8_is_sign(utf8_first(text, &size)))
		text = str_skip(text, size);
	return str_trim_space(text);
}

bool
assignee_read(
	const struct crew *crew, str text, enum assignee_trust trust, struct assignee *assignee)
{
	struct assignee none = { .text = text }, found = none;
	text = drop_sign(text);
	bool read = read_bracket(crew, text, trust, &found);
	bool blank = found.blank;
	if (!read) {
		found = none;
		read = read_link(crew, text, &found);
	}
	if (!read) {
		found = none;
		read = found.subject = assignee_read_subject(crew, text, &found);
	}
	if (!read) {
		found = none;
		read = read_label(crew, text, trust, &found);
		blank = blank || found.blank;
	}
	if (!read) {
		found = none;
		read = read_dashed(crew, text, &found);
	}
	if (!read) {
		found = none;
		read = found.subject = assignee_read_doing(crew, text, &found);
	}
	if (!read) {
		found = none;
		read = found.subject = assignee_read_particle(crew, text, &found);
	}
	*assignee = read ? found : none;
	assignee->blank = blank;
	return read;
}
