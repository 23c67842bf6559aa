/* How many columns of a terminal a text takes. */
#include "base/unicode.h"
#include "base/utf8.h"

/* How wide a code point is on its own; -1 says that it makes its cluster two columns wide. */
static int
code_width(uint32_t code, bool after_flag)
{
	if (code == UTF8_INVALID)
		return 1;
	if (code == 0xFE0F || (after_flag && code >= 0x1F1E6 && code <= 0x1F1FF))
		return -1;
	return utf8proc_charwidth((utf8proc_int32_t)code);
}

/* Takes the first grapheme cluster off the front of `*text` and gives its width. */
static size_t
next_cluster(str *text)
{
	utf8proc_int32_t state = 0;
	uint32_t before = 0;
	size_t widest = 0;
	for (bool first = true; text->length; first = false) {
		size_t size;
		uint32_t code = utf8_first(*text, &size);
		bool valid = code != UTF8_INVALID && before != UTF8_INVALID;
		if (!first && (!valid || utf8proc_grapheme_break_stateful((utf8proc_int32_t)before,
						 (utf8proc_int32_t)code, &state)))
			break;
		int width = code_width(code, !first && before >= 0x1F1E6 && before <= 0x1F1FF);
		size_t columns = width < 0 ? 2 : (size_t)width;
		if (columns > widest)
			widest = columns;
		before = code;
		*text = str_skip(*text, size);
	}
	return widest;
}

size_t
docket_text_width(struct docket_str text)
{
	size_t width = 0;
	while (text.length)
		width += next_cluster(&text);
	return width;
}

struct docket_str
docket_text_fit(struct docket_str text, size_t columns, size_t *used)
{
	str rest = text;
	size_t width = 0;
	while (rest.length) {
		str next = rest;
		size_t more = next_cluster(&next);
		if (width + more > columns)
			break;
		width += more;
		rest = next;
	}
	if (used)
		*used = width;
	return str_slice(text, 0, text.length - rest.length);
}
