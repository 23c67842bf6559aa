#include "read/marker.h"

#include "base/utf8.h"
#include "read/mention.h"

enum {
	CAPITALS = 1, /* all letters have to be */
	WARY = 2,     /* the words mean other things, too */
	NUMBERED = 4, /* a number follows at once: "DEC-001" */
	HASHED = 8,   /* "#action nick": a blank is enough */
	DASHED = 16,  /* "Action item - Ravi: call": a dash is enough in small letters too */
	SMALL = 32    /* in small letters too, in front of a colon */
};

enum { NAME_MOST = 40 };

struct word {
	enum marker_kind kind;
	const char *word; /* longer ones before their beginnings */
	unsigned flags;
};

/* clang-format off */
static const struct word words[] = {
	{ MARKER_TASK, "action items", 0 }, { MARKER_TASK, "action item", DASHED },
	{ MARKER_TASK, "action point", DASHED }, { MARKER_TASK, "action required", 0 },
	{ MARKER_TASK, "action", 0 }, { MARKER_TASK, "#action", HASHED },
	{ MARKER_TASK, "act-", NUMBERED | CAPITALS },
	{ MARKER_TASK, "ai-", NUMBERED | CAPITALS },
	{ MARKER_TASK, "ai", CAPITALS | WARY }, { MARKER_TASK, "ap", CAPITALS },
	{ MARKER_TASK, "todo", SMALL }, { MARKER_TASK, "to-do", 0 }, { MARKER_TASK, "to do", CAPITALS },
	{ MARKER_TASK, "aufgabe", 0 }, { MARKER_TASK, "maßnahme", 0 }, { MARKER_TASK, "aktion", 0 },
	{ MARKER_TASK, "pendenz", 0 },
	{ MARKER_TASK, "à faire", 0 }, { MARKER_TASK, "tâche", 0 },
	{ MARKER_TASK, "acción", 0 }, { MARKER_TASK, "accion", 0 }, { MARKER_TASK, "tarea", 0 },
	{ MARKER_TASK, "actiepunt", 0 }, { MARKER_TASK, "actie", 0 },
	{ MARKER_TASK, "アクション", 0 }, { MARKER_TASK, "宿題", 0 },
	{ MARKER_TASK, "行动项", 0 }, { MARKER_TASK, "待办", 0 },
	{ MARKER_TASK, "할 일", 0 }, { MARKER_TASK, "액션 아이템", 0 },
	{ MARKER_TASK, "ação", 0 }, { MARKER_TASK, "AÇÃO", CAPITALS }, { MARKER_TASK, "tarefa", 0 },

	{ MARKER_DECISION, "decision made", 0 }, { MARKER_DECISION, "decision", 0 },
	{ MARKER_DECISION, "decided", SMALL }, { MARKER_DECISION, "dec-", NUMBERED | CAPITALS },
	{ MARKER_DECISION, "resolved", 0 }, { MARKER_DECISION, "resolution", 0 },
	{ MARKER_DECISION, "agreed", SMALL }, { MARKER_DECISION, "consensus", 0 },
	{ MARKER_DECISION, "conclusion", 0 },
	{ MARKER_DECISION, "beschluss", 0 }, { MARKER_DECISION, "entscheidung", 0 },
	{ MARKER_DECISION, "décision", 0 }, { MARKER_DECISION, "DÉCISION", CAPITALS },
	{ MARKER_DECISION, "résolution", 0 },
	{ MARKER_DECISION, "decisión", 0 }, { MARKER_DECISION, "acuerdo", 0 },
	{ MARKER_DECISION, "besluit", 0 }, { MARKER_DECISION, "decisão", 0 },
	{ MARKER_DECISION, "DECISÃO", CAPITALS },
	{ MARKER_MOTION, "motion", 0 },
	{ MARKER_DECISION, "決定事項", 0 }, { MARKER_DECISION, "決定", 0 },
	{ MARKER_DECISION, "决定", 0 }, { MARKER_DECISION, "决议", 0 }, { MARKER_DECISION, "결정", 0 },
};
/* clang-format on */

static const char *const dashes[] = { "-", "–", "—" };
static const char *const spaced_dashes[] = { " - ", " – ", " — " };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

struct scan {
	str rest;
	bool strong;  /* emphasis is around the word */
	bool bracket; /* "[" is before it */
	bool capital; /* all its letters are */
};

static bool
starts_any(str text, const char *signs)
{
	return text.length && str_find_char(str_from(signs), text.bytes[0]) != STR_NONE;
}

/* Takes the signs off that stand around a marker. */
static void
skip_signs(struct scan *scan, const char *signs)
{
	while (starts_any(scan->rest, signs)) {
		scan->strong = scan->strong || starts_any(scan->rest, "*_");
		scan->rest = str_skip(scan->rest, 1);
	}
}

static void
skip_blanks(struct scan *scan)
{
	scan->rest = str_trim_space(scan->rest);
}

static bool
is_capital(str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (text.bytes[i] >= 'a' && text.bytes[i] <= 'z')
			return false;
	return true;
}

/* Digits, and what is between digits. */
static size_t
number_length(str text)
{
	size_t end = 0;
	while (end < text.length &&
		(is_digit(text.bytes[end]) || text.bytes[end] == '.' || text.bytes[end] == '-'))
		end++;
	while (end > 0 && !is_digit(text.bytes[end - 1]))
		end--;
	return end && is_digit(text.bytes[0]) ? end : 0;
}

static const struct word *
find_word(struct scan *scan)
{
	char begin = scan->rest.length ? to_lower(scan->rest.bytes[0]) : '\0';
	for (size_t i = 0; i < COUNT(words); i++) {
		if (to_lower(words[i].word[0]) != begin)
			continue;
		str word = str_from(words[i].word), rest = str_skip(scan->rest, word.length);
		if (!str_starts_nocase(scan->rest, word))
			continue;
		str written = str_slice(scan->rest, 0, word.length);
		size_t size;
		bool numbered = words[i].flags & NUMBERED;
		scan->capital = is_capital(written);
		bool first = written.bytes[0] < 'a' || written.bytes[0] > 'z';
		if (numbered ? !number_length(rest)
			     : rest.length && utf8_is_letter(utf8_first(rest, &size)) &&
					(unsigned char)rest.bytes[0] < 0x80)
			continue;
		first = first || str_starts(rest, STR("::")) ||
			(words[i].flags & SMALL && str_starts(rest, STR(":")));
		if ((words[i].flags & CAPITALS && !scan->capital) || (!first && !scan->strong))
			continue;
		scan->rest = rest;
		return &words[i];
	}
	return NULL;
}

/* "58.3", " #3" */
static bool
skip_number(struct scan *scan)
{
	struct scan ahead = *scan;
	skip_blanks(&ahead);
	skip_signs(&ahead, "#");
	size_t length = number_length(ahead.rest);
	if (length)
		scan->rest = str_skip(ahead.rest, length);
	return length > 0;
}

static bool
skip_colon(struct scan *scan)
{
	static const char *const colons[] = { "::", ":", "：" };
	for (size_t i = 0; i < COUNT(colons); i++)
		if (str_starts(scan->rest, str_from(colons[i]))) {
			scan->rest = str_skip(scan->rest, str_from(colons[i]).length);
			return true;
		}
	return false;
}

static bool
skip_dash(struct scan *scan)
{
	for (size_t i = 0; i < COUNT(dashes); i++)
		if (str_starts(scan->rest, str_from(dashes[i]))) {
			scan->rest = str_skip(scan->rest, str_from(dashes[i]).length);
			return true;
		}
	return false;
}

/* Up to the bracket that closes it: "(Ada)", "(https://...)", " - Ada]". */
static str
take_until(struct scan *scan, char close)
{
	size_t end = str_find_char(scan->rest, close);
	str inside = str_slice(scan->rest, 0, end);
	scan->rest = str_skip(scan->rest, end == STR_NONE ? scan->rest.length : end + 1);
	return str_trim_space(inside);
}

static bool
is_spaced_dash(str text)
{
	struct scan scan = { .rest = text };
	return skip_dash(&scan) && str_starts(scan.rest, STR(" "));
}

/* "- Ada]" inside the brackets of a marker. */
static void
read_inside(struct scan *scan, struct marker *marker)
{
	struct scan ahead = *scan;
	skip_blanks(&ahead);
	if (!scan->bracket || !(skip_dash(&ahead) || skip_colon(&ahead)) ||
		str_find_char(ahead.rest, ']') == STR_NONE)
		return;
	marker->owner = take_until(&ahead, ']');
	ahead.rest = (str){ ahead.rest.bytes - 1, ahead.rest.length + 1 };
	*scan = ahead;
}

/* " - " in front of a colon, or where there is none: "ACTION me - call". */
static size_t
find_spaced_dash(str text, size_t before)
{
	text = str_slice(text, 0, before == STR_NONE ? text.length : before);
	size_t first = STR_NONE;
	for (size_t i = 0; i < COUNT(spaced_dashes); i++) {
		size_t at = str_find(text, str_from(spaced_dashes[i]));
		first = at < first ? at : first;
	}
	return first;
}

/* "Ada Park" in "TODO Ada Park: ...", "ACTION, Ada Park: ..." and "ACTION [Ada Park]: ...", "me"
   and "@Ada" too; in front of a dash, "ACTION Ada - ...", and behind small letters, "Action Ada:
   ...", who is known. */
static void
read_name(struct scan *scan, const struct word *word, struct marker *marker)
{
	size_t colon = str_find_char(str_slice(scan->rest, 0, NAME_MOST), ':');
	size_t dash = find_spaced_dash(str_slice(scan->rest, 0, NAME_MOST), colon);
	colon = dash == STR_NONE || !dash ? colon : dash + 1;
	str name = str_trim_space(str_slice(scan->rest, str_starts(scan->rest, STR(",")), colon));
	if (word->kind != MARKER_TASK || word->flags & (WARY | HASHED | NUMBERED) ||
		(!scan->capital && (dash != STR_NONE || starts_any(scan->rest, ","))) ||
		scan->bracket || marker->numbered || marker->owner.length ||
		!starts_any(scan->rest, " ,") || colon == STR_NONE)
		return;
	if (str_starts(name, STR("[")) && str_ends(name, STR("]")))
		name = str_trim_space(str_slice(name, 1, name.length - 1));
	str plain = str_skip(name, str_starts(name, STR("@")));
	if (!mention_name_words(plain) && !str_equal_nocase(plain, STR("me")))
		return;
	marker->named = true;
	marker->known = colon == dash + 1 || !scan->capital;
	marker->owner = name;
	scan->rest = str_skip(scan->rest, colon);
}

/* Passes what ends a marker; false when nothing does. */
static bool
read_end(struct scan *scan, const struct word *word, struct marker *marker)
{
	read_inside(scan, marker);
	bool link = scan->bracket && str_find(str_slice(scan->rest, 0, 8), STR("](")) != STR_NONE;
	bool closed = scan->bracket && !link &&
		      str_find_char(str_slice(scan->rest, 0, 4), ']') != STR_NONE;
	skip_signs(scan, "*_]`");
	if (starts_any(scan->rest, "(") || starts_any(str_trim_space(scan->rest), "(")) {
		skip_blanks(scan);
		scan->rest = str_skip(scan->rest, 1);
		str inside = take_until(scan, ')');
		if (!link)
			marker->owner = inside;
	}
	read_name(scan, word, marker);
	skip_signs(scan, "*_");
	skip_blanks(scan);
	bool colon = skip_colon(scan);
	bool spaced = (word->flags & DASHED) && is_spaced_dash(scan->rest);
	bool dash =
		!colon && (scan->capital || scan->strong || closed || spaced) && skip_dash(scan);
	bool strong = scan->strong;
	skip_signs(scan, "*_");
	bool hashed = word->flags & HASHED;
	bool mention = word->kind == MARKER_TASK && scan->capital && starts_any(scan->rest, "@");
	marker->wary = marker->wary || !(colon || dash || closed || hashed || mention);
	return colon || dash || closed || strong || hashed || mention;
}

/* "`ACTION: send it`" is code, "`ACTION`: send it" is a marker. */
static bool
is_in_code(str text, str rest)
{
	size_t end = str_find_char(str_skip(text, 1), '`');
	return str_starts(text, STR("`")) &&
	       (end == STR_NONE || text.length - rest.length < end + 2);
}

bool
marker_read(str text, struct marker *marker)
{
	struct scan scan = { .rest = text };
	*marker = (struct marker){ 0 };
	skip_signs(&scan, "*_`");
	if (starts_any(scan.rest, "[") && !str_starts(scan.rest, STR("[["))) {
		scan.bracket = true;
		scan.rest = str_skip(scan.rest, 1);
		skip_signs(&scan, "*_");
	}
	str begin = scan.rest;
	const struct word *word = find_word(&scan);
	if (!word)
		return false;
	marker->numbered = skip_number(&scan);
	marker->word = str_slice(begin, 0, str_from(word->word).length);
	marker->wary = (word->flags & WARY) != 0;
	if (!read_end(&scan, word, marker) || is_in_code(text, scan.rest))
		return false;
	marker->kind = word->kind;
	marker->rest = str_trim_space(scan.rest);
	marker->weak = !(scan.capital || scan.strong || scan.bracket || (word->flags & HASHED));
	return true;
}

size_t
marker_number(str text)
{
	struct scan scan = { .rest = text };
	skip_signs(&scan, "*_[(");
	size_t letters = 0;
	while (letters < scan.rest.length && letters < 4 && scan.rest.bytes[letters] >= 'A' &&
		scan.rest.bytes[letters] <= 'Z')
		letters++;
	str number = str_skip(scan.rest, letters);
	if (letters && str_starts(number, STR("-")))
		number = str_skip(number, 1);
	size_t length = number_length(number);
	if (!length || (!letters && str_find_char(str_slice(number, 0, length), '.') == STR_NONE))
		return 0;
	scan.rest = str_skip(number, length);
	bool strong = scan.strong;
	skip_signs(&scan, "*_])");
	skip_blanks(&scan);
	bool bar = str_starts(scan.rest, STR("| "));
	scan.rest = str_skip(scan.rest, bar);
	if (!bar && !skip_colon(&scan) && !skip_dash(&scan) && !strong)
		return 0;
	skip_signs(&scan, "*_");
	skip_blanks(&scan);
	return text.length - scan.rest.length;
}

size_t
marker_plain_number(str text)
{
	size_t length = marker_number(text);
	for (size_t i = 0; i < length; i++)
		if (text.bytes[i] >= 'A' && text.bytes[i] <= 'Z')
			return 0;
	return length;
}
