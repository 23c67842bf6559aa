#include "read/headings.h"

#include "base/link.h"
#include "base/utf8.h"
#include "read/heading_words.h"
#include "read/mention.h"

#include <string.h>

enum { KEY_MOST = 80, HEADING_MOST = 1024 };

/* Only in a meeting. */
static const char outcomes[] = "|outcome|outcomes|key outcomes|meeting outcomes|";

/* clang-format off */
/* What begins a heading for actions, whatever it ends with: "Follow-ups from the demo". */
static const char *const openings[] = {
	"action items for ", "action items from ", "actions for ", "actions from ",
	"next steps for ", "next steps with ", "tasks for ", "to-dos for ", "todos for ", "to-do for ", "todo for ", "to do for ",
	"follow-ups from ", "follow-up from ", "follow-ups with ", "follow-up with ",
	"follow ups from ", "follow up from ", "follow ups with ", "follow up with "
};

/* Words that leave a heading for actions or decisions what it is: "Suggested next steps". */
static const char *const manners[] = {
	"additional ", "all ", "final ", "further ", "important ", "key ", "main ", "major ", "my ",
	"new ", "other ", "our ", "your "
};
/* The same, but nothing is decided: "Pending decisions". */
static const char *const leanings[] = {
	"agreed ", "assigned ", "current ", "immediate ", "outstanding ", "pending ", "proposed ",
	"recommended ", "remaining ", "suggested ", "team ", "upcoming ", "urgent "
};

/* A word of each makes a review: "Review of action items from the prior meeting". */
static const char *const earlier[] = {
	"review", "previous", "prior ", "last ", "carried over", "carried-over", "vorherig", "vorig", "letzt",
	"precedent", "dernier", "anterior", "vorige", "前回", "上次", "지난"
};
static const char *const reviewed[] = {
	"action", "item", "meeting", "decision", "task", "to-do", "follow-up", "aufgabe",
	"massnahme", "pendenz", "beschlusse", "sitzung", "reunion", "acuerdo", "accion", "actie",
	"besluit", "vergadering", "acao", "acoes", "reuniao", "azion", "riunione", "アクション",
	"会議", "会议", "行动", "회의", "액션"
};

/* What only headings for actions have in them; the others are found in any text. */
static const char *const formal[] = {
	"action", "acao", "accion", "acciones", "acoes", "actie", "aktion", "azion", "aufgabe",
	"massnahm", "pendenz", "compromiso", "アクション", "行动", "行動", "액션"
};

static const char *const unions[] = {
	"/", "&", "+", ",", " and ", " und ", " et ", " y ", " en ", " e ", "・", "、"
};

static const char *const owner_leads[] = {
	"(for ", "(für ", "(pour ", "(para ", "(voor ", "(per "
};
/* clang-format on */

enum { LINK_MOST = 1024 };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static bool
is_markup(uint32_t code)
{
	return code == '*' || code == '`' || code == '=' || code == '~' || utf8_is_sign(code);
}

/* Up to where a text has been searched for "]]" and "](": no byte of it is looked at twice. */
struct closings {
	const char *brackets, *parentheses;
};

/* Where "]" stands with `next` behind it; before `*searched` there is none. */
static size_t
find_closing(str text, char next, const char **searched)
{
	size_t from = *searched > text.bytes ? (size_t)(*searched - text.bytes) : 0, at;
	while ((at = str_find_char(str_skip(text, from), ']')) != STR_NONE) {
		from += at + 1;
		if (from < text.length && text.bytes[from] == next) {
			*searched = text.bytes + from - 1;
			return from - 1;
		}
	}
	*searched = text.bytes + text.length - 1;
	return STR_NONE;
}

/* The words of the link that `text` begins with; `*size` is how long it is. 0: none. */
static str
link_words(str text, struct closings *closings, size_t *size)
{
	text = str_slice(text, 0, LINK_MOST);
	size_t end = str_starts(text, STR("[[")) ? find_closing(text, ']', &closings->brackets)
						 : STR_NONE;
	if (end != STR_NONE) {
		*size = end + 2;
		str inside = str_slice(text, 2, end);
		size_t bar = str_find_char(inside, '|');
		return bar == STR_NONE ? inside : str_skip(inside, bar + 1);
	}
	end = find_closing(text, '(', &closings->parentheses);
	size_t close = end == STR_NONE ? STR_NONE : str_find_char(str_skip(text, end), ')');
	*size = close == STR_NONE ? 0 : end + close + 1;
	return str_slice(text, 1, end);
}

/* How many letters and other bytes of ASCII the text begins with that are no Markdown. */
static size_t
count_plain(str text)
{
	size_t count = 0;
	while (count < text.length && (unsigned char)text.bytes[count] < 0x80 &&
		text.bytes[count] != '[' && text.bytes[count] != '_' &&
		!is_markup((unsigned char)text.bytes[count]))
		count++;
	return count;
}

/* Without links, emphasis, emoji, rare hyphens and curly apostrophes. */
static str
strip_markdown(struct arena *arena, str text)
{
	size_t size = count_plain(text);
	if (size == text.length)
		return text;
	struct buffer out = { .arena = arena };
	struct closings closings = { text.bytes, text.bytes };
	for (; text.length; size = count_plain(text)) {
		str words = str_slice(text, 0, size);
		if (!size && text.bytes[0] == '[')
			words = link_words(text, &closings, &size);
		if (!size) {
			uint32_t code = utf8_first(text, &size);
			if (code == 0x2010 || code == 0x2011)
				words = STR("-");
			else if (code == 0x2019)
				words = STR("'");
			else if (code == '_')
				words = STR(" ");
			else if (!is_markup(code))
				words = str_slice(text, 0, size);
		}
		buffer_add(&out, words);
		text = str_skip(text, size);
	}
	return out.text;
}

static str
drop_parentheses(struct arena *arena, str text)
{
	size_t open = str_find_char(text, '(');
	if (open == STR_NONE)
		return text;
	size_t close = str_find_char(str_skip(text, open), ')');
	str rest = close == STR_NONE ? (str){ 0 } : str_skip(text, open + close + 1);
	return str_format(
		arena, "%.*s%.*s", STR_ARG(str_trim(str_slice(text, 0, open))), STR_ARG(rest));
}

/* Numbers in front ("3.", "1.2)", "4/"), and what is neither letter nor digit at both ends. */
static str
trim_ends(str text)
{
	size_t at = 0;
	while (at < text.length &&
		(is_digit(text.bytes[at]) || text.bytes[at] == '.' || text.bytes[at] == ')' ||
			text.bytes[at] == '/' || text.bytes[at] == '#'))
		at++;
	if (at < text.length && (is_blank(text.bytes[at]) || at == 0))
		text = str_skip(text, at);
	static const char ends[] = " \t:.-!#|";
	while (text.length && str_find_char(STR(ends), text.bytes[text.length - 1]) != STR_NONE)
		text.length--;
	while (text.length && str_find_char(STR(ends), text.bytes[0]) != STR_NONE)
		text = str_skip(text, 1);
	return text;
}

bool
heading_lists(const char *list, str key)
{
	char between[KEY_MOST + 3]; /* the key between bars */
	if (!key.length || key.length > KEY_MOST || str_find_char(key, '|') != STR_NONE ||
		str_find_char(key, '\0') != STR_NONE)
		return false;
	memcpy(between + 1, key.bytes, key.length);
	between[0] = between[key.length + 1] = '|';
	between[key.length + 2] = '\0';
	return strstr(list, between);
}

str
heading_fold(struct arena *arena, str text)
{
	if (text.length > HEADING_MOST)
		return (str){ 0 };
	str words = utf8_fold(arena, strip_markdown(arena, text));
	return trim_ends(drop_parentheses(arena, words));
}

static bool
has_any(str text, const char *const *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_find(text, str_from(table[i])) != STR_NONE)
			return true;
	return false;
}

static bool
is_among(struct arena *arena, str key, strs words)
{
	for (size_t i = 0; i < words.count; i++)
		if (str_equal(key, heading_fold(arena, words.items[i])))
			return true;
	return false;
}

static enum heading_kind
look_up(struct arena *arena, const struct docket_reading *reading, str key)
{
	if (!key.length || str_find_char(key, '|') != STR_NONE)
		return HEADING_OTHER;
	if (is_among(arena, key, reading->decision_headings))
		return HEADING_DECISIONS;
	if (is_among(arena, key, reading->task_headings))
		return HEADING_ACTIONS;
	return heading_word_kind(key);
}

static str
drop_opening(str key, const char *const *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_starts(key, str_from(table[i])))
			return str_skip(key, strlen(table[i]));
	return (str){ 0 };
}

static enum heading_kind
look_up_behind(struct arena *arena, const struct docket_reading *reading, str key)
{
	str rest = drop_opening(key, manners, COUNT(manners));
	enum heading_kind kind = look_up(arena, reading, rest);
	if (kind == HEADING_ACTIONS || kind == HEADING_DECISIONS)
		return kind;
	rest = drop_opening(key, leanings, COUNT(leanings));
	kind = look_up(arena, reading, rest);
	return kind == HEADING_ACTIONS ? kind : HEADING_OTHER;
}

/* "Decisions / Agreements": each part has to say something, and all the same. */
static enum heading_kind
look_up_parts(struct arena *arena, const struct docket_reading *reading, str key, str by)
{
	enum heading_kind kind = HEADING_OTHER;
	for (bool last = false; !last;) {
		size_t end = str_find(key, by);
		last = end == STR_NONE;
		enum heading_kind part = look_up(arena, reading, str_trim(str_slice(key, 0, end)));
		if (part == HEADING_OTHER)
			return HEADING_OTHER;
		kind = kind == HEADING_OTHER || kind == part ? part : HEADING_MIXED;
		key = last ? key : str_skip(key, end + by.length);
	}
	return kind;
}

static enum heading_kind
find_kind(struct arena *arena, const struct docket_reading *reading, str key)
{
	enum heading_kind kind = look_up(arena, reading, key);
	if (kind == HEADING_OTHER && has_any(key, earlier, COUNT(earlier)) &&
		has_any(key, reviewed, COUNT(reviewed)))
		return HEADING_REVIEW;
	if (kind == HEADING_OTHER)
		kind = look_up_behind(arena, reading, key);
	for (size_t i = 0; i < COUNT(openings); i++)
		if (str_may_start(key, openings[i]) && str_starts(key, str_from(openings[i])))
			return HEADING_ACTIONS;
	for (size_t i = 0; i < COUNT(unions) && kind == HEADING_OTHER; i++)
		if (str_find(key, str_from(unions[i])) != STR_NONE)
			kind = look_up_parts(arena, reading, key, str_from(unions[i]));
	return kind;
}

static str
find_owner(str text)
{
	for (size_t i = 0; i < COUNT(owner_leads); i++) {
		str lead = str_from(owner_leads[i]);
		size_t at = str_find(text, lead);
		if (at == STR_NONE)
			continue;
		str name = str_skip(text, at + lead.length);
		name = str_trim_space(str_slice(name, 0, str_find_char(name, ')')));
		if (str_starts(name, STR("@")))
			name = str_skip(name, 1);
		str inside;
		if (link_is(name, &inside))
			name = link_name(inside);
		if (mention_name_words(name))
			return name;
	}
	return (str){ 0 };
}

struct heading
heading_read(struct arena *arena, const struct docket_reading *reading, str text)
{
	str key = heading_fold(arena, text);
	struct heading heading = { .key = key, .kind = find_kind(arena, reading, key) };
	heading.chosen = is_among(arena, key, reading->decision_headings) ||
			 is_among(arena, key, reading->task_headings);
	heading.everyday = !heading.chosen && heading.kind == HEADING_DECISIONS &&
			   heading_lists(outcomes, key);
	if (heading.kind != HEADING_ACTIONS)
		return heading;
	heading.owner = find_owner(text);
	heading.everyday = !heading.chosen && !has_any(key, formal, COUNT(formal));
	return heading;
}

const struct heading *
headings_read(
	struct arena *arena, const struct docket_reading *reading, const struct outline *outline)
{
	struct heading *headings = arena_array(arena, outline->count, sizeof(*headings));
	for (size_t i = 0; i < outline->count; i++)
		if (outline->items[i].kind == OUTLINE_HEADING)
			headings[i] = heading_read(arena, reading, outline->items[i].text);
	return headings;
}
