#include "store/search_word.h"

#include "base/utf8.h"

/* Characters that are words of their own: those of scripts written without blanks. */
static bool
is_alone(uint32_t code)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = { { 0x0E00, 0x0EFF }, { 0x1000, 0x109F }, { 0x1780, 0x17FF },
		{ 0x3005, 0x3007 }, { 0x3040, 0x30FF }, { 0x31F0, 0x31FF }, { 0x3400, 0x4DBF },
		{ 0x4E00, 0x9FFF }, { 0xF900, 0xFAFF }, { 0x20000, 0x3FFFF } };
	for (size_t i = 0; code >= ranges[0].first && i < sizeof(ranges) / sizeof(*ranges); i++)
		if (code >= ranges[i].first && code <= ranges[i].last)
			return true;
	return false;
}

/* Moves to the next character that may be a word of its own: all of them begin so. */
static void
skip_spoken(str *rest)
{
	enum { LEAD_LEAST = 0xE0 };
	size_t length = 0;
	while (length < rest->length && (unsigned char)rest->bytes[length] < LEAD_LEAST)
		length++;
	*rest = str_skip(*rest, length);
}

str
search_key(struct arena *arena, str text)
{
	str folded = utf8_fold(arena, text), rest = folded;
	if (utf8_is_plain(folded))
		return folded;
	struct buffer out = { .arena = arena };
	const char *copied = folded.bytes;
	uint32_t code;
	skip_spoken(&rest);
	for (str before = rest; utf8_next(&rest, &code); skip_spoken(&rest), before = rest) {
		if (!is_alone(code))
			continue;
		buffer_add(&out, (str){ copied, (size_t)(before.bytes - copied) });
		buffer_add_char(&out, ' ');
		buffer_add(&out, str_slice(before, 0, before.length - rest.length));
		buffer_add_char(&out, ' ');
		copied = rest.bytes;
	}
	if (!out.text.length)
		return folded;
	buffer_add(&out, str_skip(folded, (size_t)(copied - folded.bytes)));
	return out.text;
}

/* Whether a character is part of a word. */
static bool
is_part(uint32_t code)
{
	switch (utf8_class(code)) {
	case UTF8_LETTER:
	case UTF8_ACCENT:
	case UTF8_DIGIT:
	case UTF8_NUMBER:
		return true;
	case UTF8_INVISIBLE: /* joiners and soft hyphens, which are folded away */
		return code > 0x9F;
	default:
		return false;
	}
}

/* Whether a word that began with `first` goes on with `code`. */
static bool
goes_on(uint32_t first, uint32_t code)
{
	if (is_alone(first))
		return utf8_class(code) == UTF8_ACCENT;
	return is_part(code) && !is_alone(code);
}

bool
search_next_word(str *rest, str *word)
{
	uint32_t first = 0, code;
	str begin = *rest;
	while (utf8_next(rest, &first) && !is_part(first))
		begin = *rest;
	if (!begin.length)
		return false;
	for (str after = *rest; utf8_next(&after, &code) && goes_on(first, code);)
		*rest = after;
	*word = str_slice(begin, 0, begin.length - rest->length);
	return true;
}
