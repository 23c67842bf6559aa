#include "read/entries.h"

#include <string.h>

/* How far away a bracket may close, so that brackets that never do cost little. */
enum { BRACKET_MOST = 200 };

size_t
entries_indentation(str line)
{
	size_t blanks = 0;
	while (blanks < line.length && is_blank(line.bytes[blanks]))
		blanks++;
	return blanks;
}

bool
entries_is_item(str line)
{
	line = str_trim(line);
	return str_equal(line, STR("-")) || str_starts(line, STR("- "));
}

static bool
is_blank_or_comment(str line)
{
	line = str_trim(line);
	return !line.length || line.bytes[0] == '#';
}

static bool
is_quote(char c)
{
	return c == '"' || c == '\'';
}

str
entries_unquote(str text)
{
	text = str_trim(text);
	if (text.length < 2 || !is_quote(text.bytes[0]))
		return text;
	if (text.bytes[text.length - 1] == text.bytes[0])
		return str_slice(text, 1, text.length - 1);
	bool closed = str_find_char(str_skip(text, 1), text.bytes[0]) != STR_NONE;
	return closed ? text : str_skip(text, 1);
}

static bool
is_word(str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (!is_letter(text.bytes[i]) && !strchr("_-", text.bytes[i]))
			return false;
	return text.length > 0;
}

/* The colon that ends a key: the first with a blank behind it, else one behind a single word. */
static size_t
find_colon(str line, size_t from)
{
	for (size_t i = from; i < line.length; i++)
		if (line.bytes[i] == ':' && (i + 1 == line.length || is_blank(line.bytes[i + 1])))
			return i;
	size_t first = str_find_char(line, ':');
	bool fits = first != STR_NONE && is_word(str_slice(line, 0, first)) &&
		    !str_starts(str_skip(line, first), STR("://"));
	return fits ? first : STR_NONE;
}

bool
entries_split_key(str line, str *key, str *rest)
{
	line = str_trim(line);
	if (!line.length || strchr("#[]{},|>", line.bytes[0]) || entries_is_item(line) ||
		str_starts(line, STR("? ")))
		return false;
	size_t from = 0;
	if (is_quote(line.bytes[0])) {
		size_t close = str_find_char(str_skip(line, 1), line.bytes[0]);
		from = close == STR_NONE ? 0 : close + 2;
	}
	size_t colon = find_colon(line, from);
	if (colon == STR_NONE || !colon)
		return false;
	*key = entries_unquote(str_slice(line, 0, colon));
	*rest = str_trim(str_skip(line, colon + 1));
	return true;
}

/* The text from the begin of one view to the end of another behind it. */
static str
span(str from, str to)
{
	return (str){ from.bytes, (size_t)(to.bytes + to.length - from.bytes) };
}

static void
extend(struct entry *entry, str line, bool can_belong)
{
	bool all_own = entry->own.length == entry->all.length;
	entry->all = span(entry->all, line);
	if (all_own && can_belong)
		entry->own = entry->all;
}

void
entries_cut(struct arena *arena, str text, int line, struct entries *entries)
{
	struct entry *entry = NULL;
	size_t edge = STR_NONE;
	for (str rest = text, at; str_next_line(&rest, &at); line++) {
		size_t indentation = entries_indentation(at);
		bool empty = is_blank_or_comment(at);
		if (edge == STR_NONE && !empty)
			edge = indentation;
		struct entry new = { .line = line, .own = at, .all = at };
		if (indentation <= edge && entries_split_key(at, &new.key, &new.rest)) {
			entry = list_add(arena, entries);
			*entry = new;
		} else if (entry) {
			extend(entry, at, empty || indentation > edge || entries_is_item(at));
		}
	}
}

str
entry_more(const struct entry *entry, int *line)
{
	str more, rest = entry->own, at;
	*line = entry->line;
	str_next_line(&rest, &at);
	do {
		more = rest;
		++*line;
	} while (str_next_line(&rest, &at) && is_blank_or_comment(at));
	return more;
}

/* The bytes from an opening bracket or quote to the one that closes it; 1 for all else. */
static size_t
bracket_length(str text)
{
	static const struct docket_str pairs = { "\"\"()[]", 6 };
	size_t pair = str_find_char(pairs, text.bytes[0]);
	if (pair == STR_NONE || pair % 2)
		return 1;
	char close = pairs.bytes[pair + 1];
	size_t depth = 1;
	for (size_t i = 1; i < text.length && i < BRACKET_MOST; i++) {
		if (text.bytes[i] == close)
			depth--;
		else if (text.bytes[i] == text.bytes[0])
			depth++;
		if (!depth)
			return i + 1;
	}
	return 1;
}

bool
entries_next_part(str *rest, str *part)
{
	if (!rest->bytes)
		return false;
	size_t at = 0;
	while (at < rest->length && rest->bytes[at] != ',')
		at += bracket_length(str_skip(*rest, at));
	*part = str_trim(str_slice(*rest, 0, at));
	*rest = at < rest->length ? str_skip(*rest, at + 1) : (str){ 0 };
	return true;
}
