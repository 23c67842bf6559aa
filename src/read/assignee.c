#include "read/assignee.h"

#include <assert.h>

#include "base/utf8.h"
#include "read/label.h"
#include "read/placeholder.h"
#include "read/vocabulary.h"

enum {
	NAMES_MOST = 8,
	FRONT_MOST = 96,
	NAME_WORDS_MOST = 4,
	SUBJECT_WORDS_MOST = 10,
	INITIALS_MOST = 3,
	NAME_LENGTH_MOST = 60,
	ADDRESS_MOST = 2000,
	LIST_MOST = 400
};

/* What stands between a name and what it is to do. */
static const struct tie {
	const char *words;
	bool sure; /* tells even that an unknown word is a name */
} ties[] = {
	{ " to ", true },
	{ " will ", true },
	{ " has action to ", true },
	{ " has an action to ", true },
	{ " is to ", true },
	{ " shall ", false },
	{ " should ", false },
	{ " must ", false },
	{ " needs to ", false },
	{ " has to ", false },
	{ " wird ", false },
	{ " soll ", false },
	{ " muss ", false },
	{ " doit ", false },
	{ " va ", false },
	{ " debe ", false },
	{ " zal ", false },
	{ " gaat ", false },
	{ " moet ", false },
};

static const char *const joints[] = { ",", ";", "/", " & ", " + ", "<br>", "<br/>", "<br />",
	" and ", " und ", " et ", " y ", " en ", " e ", "、", "，", " or " };
static const char *const fillers[] = { "hopefully ", "and ", "possibly ", "maybe " };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static str
first_word(str text)
{
	size_t end = 0;
	while (end < text.length && (is_letter(text.bytes[end]) || text.bytes[end] == '-'))
		end++;
	return str_slice(text, 0, end);
}

/* "Lena", "Lena Hoff", "LH": words with capitals that are not known to be something else. */
static bool
is_name_like(str text)
{
	size_t words = mention_name_words(text), capitals = 0;
	if (!words || words > NAME_WORDS_MOST || vocabulary_is_verb(first_word(text)))
		return false;
	str word;
	for (str rest = text; str_next_part(&rest, ' ', &word);)
		if (vocabulary_is_no_name(word))
			return false;
	for (size_t size, at = 0; at < text.length; at += size)
		capitals += utf8_is_upper(utf8_first(str_skip(text, at), &size));
	return capitals && (capitals < text.length || text.length <= INITIALS_MOST);
}

/* Takes a name off the front of a list of names; a link is one, whatever is in it. */
static str
next_name(str *rest)
{
	*rest = str_trim_space(*rest);
	bool link = str_starts(*rest, STR("[[")) || str_starts(*rest, STR("@[["));
	size_t close = link ? str_find(*rest, STR("]]")) : STR_NONE;
	size_t from = close == STR_NONE ? 0 : close, size;
	size_t at = str_find_any(str_skip(*rest, from), joints, COUNT(joints), &size);
	str name = str_trim_space(at == STR_NONE ? *rest : str_slice(*rest, 0, from + at));
	*rest = at == STR_NONE ? (str){ 0 } : str_skip(*rest, from + at + size);
	for (size_t i = 0; i < COUNT(fillers); i++)
		if (str_starts_nocase(name, str_from(fillers[i])))
			name = str_trim_space(str_skip(name, str_from(fillers[i]).length));
	return name;
}

/* "@Ada", "[[People/Ada Park]]", "**Ada**", "Ada (Quay)" */
static str
clean_name(str name, bool *marked)
{
	name = label_unwrap(name);
	*marked = str_starts(name, STR("@"));
	name = str_skip(name, *marked);
	size_t open = str_find(name, STR(" ("));
	if (open != STR_NONE && str_ends(name, STR(")")))
		name = str_slice(name, 0, open);
	if (!str_starts(name, STR("[[")) || !str_ends(name, STR("]]"))) {
		*marked = *marked &&
			  (str_find_char(name, ' ') == STR_NONE || mention_name_words(name) > 0);
		return name;
	}
	*marked = true;
	return mention_link_name(str_slice(name, 2, name.length - 2));
}

bool
assignee_read_names(
	const struct crew *crew, str text, enum assignee_trust trust, struct assignee *assignee)
{
	str *names = arena_array(crew->arena, NAMES_MOST, sizeof(*names));
	size_t count = 0;
	bool likely = text.length <= LIST_MOST;
	for (str rest = text; likely && rest.length;) {
		bool marked;
		str name = clean_name(next_name(&rest), &marked);
		if (!name.length)
			continue;
		bool known = marked || crew_knows(crew, name);
		likely = likely && (known || is_name_like(name) || vocabulary_is_group(name));
		assignee->known = assignee->known || known;
		if (!likely || count == NAMES_MOST)
			return false;
		names[count++] = name;
	}
	assignee->names = (strs){ names, count };
	return likely && count && (assignee->known || trust != ASSIGNEE_KNOWN);
}

strs
assignee_split(struct arena *arena, str text)
{
	str *names = arena_array(arena, NAMES_MOST, sizeof(*names));
	size_t count = 0;
	for (str rest = str_slice(text, 0, LIST_MOST); rest.length && count < NAMES_MOST;) {
		bool marked;
		str name = clean_name(next_name(&rest), &marked);
		if (name.length <= NAME_LENGTH_MOST && !placeholder_is(arena, name) &&
			!placeholder_is_none(arena, name) && !vocabulary_is_blank(name))
			names[count++] = name;
	}
	return (strs){ names, count };
}

/* The leftmost tie; `text` becomes what is before it. */
static const struct tie *
find_tie(str *text)
{
	assert(text->bytes || !text->length);
	for (size_t at = 0; at + 1 < text->length; at++)
		for (size_t i = 0; text->bytes[at] == ' ' && i < COUNT(ties); i++)
			if (ties[i].words[1] == text->bytes[at + 1] &&
				str_starts(str_skip(*text, at), str_from(ties[i].words))) {
				text->length = at;
				return &ties[i];
			}
	return NULL;
}

/* "Ada to send it" */
static bool
read_subject(const struct crew *crew, str text, struct assignee *assignee)
{
	str front = str_slice(text, 0, FRONT_MOST);
	const struct tie *tie = find_tie(&front);
	if (!tie || !assignee_read_names(crew, front, ASSIGNEE_LIKELY, assignee))
		return false;
	assignee->text = str_trim_space(str_skip(text, front.length + str_from(tie->words).length));
	return assignee->text.length &&
	       (assignee->known || (tie->sure && vocabulary_is_verb(first_word(assignee->text))));
}

/* "schickt", "sends", and "send" in front of more than a word: "plan review" is a thing. */
static bool
is_deed(str word, str object)
{
	return vocabulary_is_doing(word) || vocabulary_does(word) ||
	       (vocabulary_is_verb(word) && str_find_char(object, ' ') != STR_NONE);
}

/* "Mirka schickt den Entwurf", where the note knows her; the verb stays in the text. */
static bool
read_doing(const struct crew *crew, str text, struct assignee *assignee)
{
	assert(text.bytes || !text.length);
	str front = str_slice(text, 0, FRONT_MOST);
	for (size_t at = 1, words = 0; at < front.length && words < SUBJECT_WORDS_MOST; at++) {
		words += front.bytes[at - 1] == ' ';
		if (front.bytes[at - 1] != ' ')
			continue;
		str rest = str_skip(text, at);
		size_t end = str_find_char(rest, ' ');
		if (end == STR_NONE || !is_deed(str_slice(rest, 0, end), str_skip(rest, end + 1)))
			continue;
		assignee->text = rest;
		assignee->loose = !vocabulary_is_doing(str_slice(rest, 0, end));
		return assignee_read_names(
			crew, str_slice(text, 0, at - 1), ASSIGNEE_KNOWN, assignee);
	}
	return false;
}

/* "佐藤さんが資料をまとめる", "佐藤 資料をまとめる", where the note knows her. */
static bool
read_particle(const struct crew *crew, str text, struct assignee *assignee)
{
	static const char *const particles[] = { "が", "は", "\u3000", " " };
	static const char *const titles[] = { "さん", "様", "氏", "くん", "君" };
	bool east = text.length && (unsigned char)text.bytes[0] >= 0xE3;
	for (size_t i = 0; east && i < COUNT(particles); i++) {
		str particle = str_from(particles[i]), front = str_slice(text, 0, FRONT_MOST);
		size_t at = str_find(front, particle);
		str name = str_slice(front, 0, at);
		if (at == STR_NONE)
			continue;
		for (size_t k = 0; k < COUNT(titles); k++)
			if (str_ends(name, str_from(titles[k])))
				name.length -= str_from(titles[k]).length;
		assignee->text = str_trim_space(str_skip(text, at + particle.length));
		if (assignee->text.length &&
			assignee_read_names(crew, name, ASSIGNEE_KNOWN, assignee))
			return true;
	}
	return false;
}

/* "All: read it", "Team - read it"; of other groups, "Legal: read it", where a verb follows. */
static bool
read_everyone(const struct crew *crew, str words, struct assignee *assignee)
{
	words = label_unwrap(str_trim_space(words));
	bool group = vocabulary_is_group(words) && vocabulary_is_verb(first_word(assignee->text));
	if (!vocabulary_is_everyone(words) && !group)
		return false;
	str *name = arena_alloc(crew->arena, sizeof(*name));
	*name = words;
	assignee->names = (strs){ name, 1 };
	assignee->known = true;
	return true;
}

/* "Ada: send it" */
static bool
read_label(const struct crew *crew, str text, enum assignee_trust trust, struct assignee *assignee)
{
	struct label label;
	if (!label_read(text, &label) || !label.rest.length)
		return false;
	assignee->blank = vocabulary_is_blank(label.words);
	assignee->text = label.rest;
	str words = label.words;
	if (str_starts(words, STR("[")) && str_ends(words, STR("]")) &&
		!str_starts(words, STR("[[")))
		words = str_slice(words, 1, words.length - 1);
	return (read_everyone(crew, words, assignee) ||
		       assignee_read_names(crew, words, trust, assignee)) &&
	       (assignee->known || trust == ASSIGNEE_LISTED ||
		       vocabulary_is_verb(first_word(label.rest)));
}

/* "Ada - send it" */
static bool
read_dashed(const struct crew *crew, str text, struct assignee *assignee)
{
	static const char *const dashes[] = { " - ", " – ", " — " };
	for (size_t i = 0; i < COUNT(dashes); i++) {
		str dash = str_from(dashes[i]), front = str_slice(text, 0, FRONT_MOST);
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
		size_t end = str_find(str_slice(text, open.length, FRONT_MOST), close);
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
	       (assignee->known || vocabulary_is_verb(first_word(rest)));
}

/* "[Ada](address)" is as good as [[Ada]], where the note knows her. */
static bool
read_link(const struct crew *crew, str text, struct assignee *assignee)
{
	size_t close = str_find(str_slice(text, 0, NAME_LENGTH_MOST + 2), STR("](")), end;
	if (!str_starts(text, STR("[")) || close == STR_NONE ||
		(end = str_find_char(str_slice(text, close, ADDRESS_MOST), ')')) == STR_NONE)
		return false;
	str name = str_slice(text, 1, close), rest = str_skip(text, close + end + 1);
	struct assignee named = { 0 };
	if (!assignee_read_names(crew, name, ASSIGNEE_KNOWN, &named))
		return false;
	text = str_format(crew->arena, "%.*s%.*s", STR_ARG(name), STR_ARG(rest));
	return read_subject(crew, text, assignee) ||
	       read_label(crew, text, ASSIGNEE_KNOWN, assignee) ||
	       read_dashed(crew, text, assignee) || read_doing(crew, text, assignee);
}

bool
assignee_read(
	const struct crew *crew, str text, enum assignee_trust trust, struct assignee *assignee)
{
	struct assignee none = { .text = text }, found = none;
	bool read = read_bracket(crew, text, trust, &found);
	bool blank = found.blank;
	if (!read) {
		found = none;
		read = read_link(crew, text, &found);
	}
	if (!read) {
		found = none;
		read = found.subject = read_subject(crew, text, &found);
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
		read = found.subject = read_doing(crew, text, &found);
	}
	if (!read) {
		found = none;
		read = found.subject = read_particle(crew, text, &found);
	}
	*assignee = read ? found : none;
	assignee->blank = blank;
	return read;
}
