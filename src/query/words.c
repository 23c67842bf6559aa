#include "query/words.h"

#include "base/utf8.h"

static bool
is_ascii(str text)
{
	unsigned char all = 0;
	for (size_t i = 0; i < text.length; i++)
		all |= (unsigned char)text.bytes[i];
	return all < 0x80;
}

static bool
starts_at(str text, size_t at, str part)
{
	for (size_t i = 0; i < part.length; i++)
		if (to_lower(text.bytes[at + i]) != part.bytes[i])
			return false;
	return true;
}

/* Looks at ASCII alone. */
static bool
include_ascii(str text, str part)
{
	for (size_t at = 0; at + part.length <= text.length; at++)
		if (starts_at(text, at, part))
			return true;
	return false;
}

/* Two characters are ASCII in lower case: the Kelvin sign, and I with a dot. */
static bool
becomes_ascii(str text)
{
	return str_find(text, STR("\u212A")) != STR_NONE ||
	       str_find(text, STR("\u0130")) != STR_NONE;
}

/* A longer part is looked for in another way, whose time does not rise with its length. */
enum { SHORT_PART = 64 };

bool
words_include(str text, str part)
{
	if (part.length <= SHORT_PART && is_ascii(part)) {
		if (include_ascii(text, part))
			return true;
		if (is_ascii(text) || !becomes_ascii(text))
			return false;
	}
	struct arena arena = { 0 };
	bool found = str_find(utf8_lower(&arena, text), part) != STR_NONE;
	arena_free(&arena);
	return found;
}

/* "[[page|shown]]" is "shown"; "[[page]]" and "[page]" are "page". */
static str
unwrap_link(struct arena *arena, str text)
{
	size_t open = str_starts(text, STR("[[")) ? 2 : str_starts(text, STR("[")) ? 1 : 0;
	size_t end = open ? str_find_char(text, ']') : STR_NONE;
	if (end == STR_NONE)
		return text;
	str inside = str_slice(text, open, end), rest = str_skip(text, end + 1);
	size_t bar = str_find_char(inside, '|');
	inside = bar == STR_NONE ? inside : str_skip(inside, bar + 1);
	rest = str_starts(rest, STR("]")) ? str_skip(rest, 1) : rest;
	return str_format(arena, "%.*s%.*s", STR_ARG(inside), STR_ARG(rest));
}

/* "**Send** it" is "Send it"; nothing between the marks is made of what they are. */
static str
unwrap_mark(struct arena *arena, str text, str mark)
{
	if (!str_starts(text, mark))
		return text;
	str inside = str_skip(text, mark.length);
	size_t end = str_find_char(inside, mark.bytes[0]);
	if (end == STR_NONE || end == 0 || !str_starts(str_skip(inside, end), mark))
		return text;
	return str_format(arena, "%.*s%.*s", STR_ARG(str_slice(inside, 0, end)),
		STR_ARG(str_skip(inside, end + mark.length)));
}

str
words_plain(struct arena *arena, str description)
{
	static const char *const marks[] = { "**", "*", "==", "__", "_" };
	str text = unwrap_link(arena, description);
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		text = unwrap_mark(arena, text, str_from(marks[i]));
	return text;
}

str
words_without(struct arena *arena, str text, str filter)
{
	size_t at = filter.length ? str_find(text, filter) : STR_NONE;
	if (at == STR_NONE)
		return text;
	return str_trim_space(str_format(arena, "%.*s%.*s", STR_ARG(str_slice(text, 0, at)),
		STR_ARG(str_skip(text, at + filter.length))));
}

/* JavaScript's characters are halves of those outside the basic plane. */
static uint32_t
mix(uint32_t hash, uint32_t unit)
{
	return (hash ^ unit) * 387420489u;
}

int32_t
words_shuffle(str day, str description)
{
	uint32_t hash = 9, code;
	for (; utf8_next(&day, &code);)
		hash = mix(hash, code);
	hash = mix(hash, ' ');
	while (utf8_next(&description, &code)) {
		if (code >= 0x10000 && code != UTF8_INVALID) {
			hash = mix(hash, 0xD7C0 + (code >> 10));
			code = 0xDC00 + (code & 0x3FF);
		}
		hash = mix(hash, code);
	}
	return (int32_t)(hash ^ hash >> 9);
}
