#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

uint32_t
utf8_first_wide(str text, size_t *size)
{
	utf8proc_int32_t code;
	utf8proc_ssize_t length = utf8proc_iterate(
		(const utf8proc_uint8_t *)text.bytes, (utf8proc_ssize_t)text.length, &code);
	*size = length > 0 ? (size_t)length : 1;
	return length > 0 ? (uint32_t)code : UTF8_INVALID;
}

uint32_t
utf8_last_wide(str text, size_t *size)
{
	size_t from = text.length - 1;
	while (from > 0 && text.length - from < 4 &&
		((unsigned char)text.bytes[from] & 0xC0) == 0x80)
		from--;
	uint32_t code = utf8_first(str_skip(text, from), size);
	if (*size == text.length - from)
		return code;
	*size = 1;
	return UTF8_INVALID;
}

str
utf8_cut(str text, size_t most)
{
	if (text.length <= most)
		return text;
	while (most && ((unsigned char)text.bytes[most] & 0xC0) == 0x80)
		most--;
	return str_slice(text, 0, most);
}

size_t
utf8_encode(uint32_t code, char bytes[UTF8_MOST])
{
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)bytes);
}

bool
utf8_valid(str text)
{
	uint32_t code;
	while (utf8_next(&text, &code))
		if (code == UTF8_INVALID)
			return false;
	return true;
}

size_t
utf8_plain_length(str text)
{
	size_t i = 0;
	for (uint64_t eight; i + sizeof(eight) <= text.length; i += sizeof(eight)) {
		memcpy(&eight, text.bytes + i, sizeof(eight));
		if (eight & 0x8080808080808080u)
			break;
	}
	while (i < text.length && (unsigned char)text.bytes[i] < 0x80)
		i++;
	return i;
}

bool
utf8_is_wide_space(uint32_t code)
{
	return code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
	       code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
	       code == 0x3000 || code == 0xFEFF;
}

static utf8proc_category_t
category(uint32_t code)
{
	if (code < 0x80 && is_letter((char)code))
		return code < 'a' ? UTF8PROC_CATEGORY_LU : UTF8PROC_CATEGORY_LL;
	return code > 0x10FFFF ? UTF8PROC_CATEGORY_CN : utf8proc_category((utf8proc_int32_t)code);
}

bool
utf8_is_letter(uint32_t code)
{
	utf8proc_category_t c = category(code);
	return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool
utf8_is_upper(uint32_t code)
{
	utf8proc_category_t c = category(code);
	return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool
utf8_is_lower(uint32_t code)
{
	return category(code) == UTF8PROC_CATEGORY_LL;
}

bool
utf8_is_digit(uint32_t code)
{
	return category(code) == UTF8PROC_CATEGORY_ND;
}

bool
utf8_is_number(uint32_t code)
{
	utf8proc_category_t c = category(code);
	return c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO;
}

bool
utf8_is_mark(uint32_t code)
{
	utf8proc_category_t c = category(code);
	return c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME;
}

enum utf8_class
utf8_class(uint32_t code)
{
	static const enum utf8_class classes[] = {
		[UTF8PROC_CATEGORY_LU] = UTF8_LETTER,
		[UTF8PROC_CATEGORY_LL] = UTF8_LETTER,
		[UTF8PROC_CATEGORY_LT] = UTF8_LETTER,
		[UTF8PROC_CATEGORY_LM] = UTF8_LETTER,
		[UTF8PROC_CATEGORY_LO] = UTF8_LETTER,
		[UTF8PROC_CATEGORY_MN] = UTF8_ACCENT,
		[UTF8PROC_CATEGORY_MC] = UTF8_LETTER,
		[UTF8PROC_CATEGORY_ME] = UTF8_ACCENT,
		[UTF8PROC_CATEGORY_ND] = UTF8_DIGIT,
		[UTF8PROC_CATEGORY_NL] = UTF8_NUMBER,
		[UTF8PROC_CATEGORY_NO] = UTF8_NUMBER,
		[UTF8PROC_CATEGORY_PC] = UTF8_PUNCTUATION,
		[UTF8PROC_CATEGORY_PD] = UTF8_PUNCTUATION,
		[UTF8PROC_CATEGORY_PS] = UTF8_PUNCTUATION,
		[UTF8PROC_CATEGORY_PE] = UTF8_PUNCTUATION,
		[UTF8PROC_CATEGORY_PI] = UTF8_PUNCTUATION,
		[UTF8PROC_CATEGORY_PF] = UTF8_PUNCTUATION,
		[UTF8PROC_CATEGORY_PO] = UTF8_PUNCTUATION,
		[UTF8PROC_CATEGORY_SM] = UTF8_SYMBOL,
		[UTF8PROC_CATEGORY_SC] = UTF8_CURRENCY,
		[UTF8PROC_CATEGORY_SK] = UTF8_SYMBOL,
		[UTF8PROC_CATEGORY_SO] = UTF8_SYMBOL,
		[UTF8PROC_CATEGORY_ZS] = UTF8_SPACE,
		[UTF8PROC_CATEGORY_ZL] = UTF8_SPACE,
		[UTF8PROC_CATEGORY_ZP] = UTF8_SPACE,
		[UTF8PROC_CATEGORY_CC] = UTF8_INVISIBLE,
		[UTF8PROC_CATEGORY_CF] = UTF8_INVISIBLE,
		[UTF8PROC_CATEGORY_CO] = UTF8_UNKNOWN,
	};
	enum { VIRAMA = 9 };
	if ((code >= 0x09 && code <= 0x0D) || code == 0x85)
		return UTF8_SPACE;
	enum utf8_class class = classes[category(code)];
	if (class != UTF8_ACCENT)
		return class;
	if (code == 0x34F || (code >= 0xFE00 && code <= 0xFE0F) || code >= 0xE0100)
		return UTF8_INVISIBLE;
	int combining = utf8proc_get_property((utf8proc_int32_t)code)->combining_class;
	return combining == 0 || combining == VIRAMA ? UTF8_LETTER : UTF8_ACCENT;
}

uint32_t
utf8_lower_code(uint32_t code)
{
	return code > 0x10FFFF ? code : (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

size_t
utf8_take_apart(uint32_t code, bool compatible, uint32_t parts[UTF8_PARTS])
{
	utf8proc_int32_t taken[UTF8_PARTS];
	utf8proc_option_t options =
		compatible ? UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT : UTF8PROC_DECOMPOSE;
	utf8proc_ssize_t count = code > 0x10FFFF ? 0
						 : utf8proc_decompose_char((utf8proc_int32_t)code,
							   taken, UTF8_PARTS, options, NULL);
	parts[0] = code;
	for (utf8proc_ssize_t i = 0; i < count && i < UTF8_PARTS; i++)
		parts[i] = (uint32_t)taken[i];
	return count < 1 || count > UTF8_PARTS ? 1 : (size_t)count;
}

/* A text that is so short when taken apart, as most are, needs no memory of its own. */
enum { SHORT_CODES = 64 };

/* As utf8proc_map, which takes the text apart twice, to see first how much room it needs. */
static bool
add_short(struct buffer *out, str text, utf8proc_option_t options)
{
	utf8proc_int32_t codes[SHORT_CODES + 1]; /* at last bytes, with a NUL behind them */
	utf8proc_ssize_t length = utf8proc_decompose((const utf8proc_uint8_t *)text.bytes,
		(utf8proc_ssize_t)text.length, codes, SHORT_CODES, options);
	if (length < 0 || length > SHORT_CODES)
		return false;
	length = utf8proc_reencode(codes, length, options);
	if (length >= 0)
		buffer_add(out, (str){ (const char *)codes, (size_t)length });
	return length >= 0;
}

bool
utf8_add_mapped(struct buffer *out, str text, bool fold)
{
	const int folded =
		UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK;
	const utf8proc_option_t options =
		(utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE | (fold ? folded : 0));
	if (add_short(out, text, options))
		return true;
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text.bytes,
		(utf8proc_ssize_t)text.length, &mapped, options);
	if (length == UTF8PROC_ERROR_NOMEM)
		memory_ran_out();
	if (length < 0)
		return false;
	buffer_add(out, (str){ (const char *)mapped, (size_t)length });
	free(mapped);
	return true;
}

str
utf8_compose(struct arena *arena, str text)
{
	struct buffer composed = { .arena = arena };
	return !utf8_is_plain(text) && utf8_add_mapped(&composed, text, false) ? composed.text
									       : text;
}

str
utf8_lower(struct arena *arena, str text)
{
	struct buffer out = { .arena = arena };
	if (utf8_is_plain(text)) {
		char *bytes = str_terminated(arena, text);
		for (size_t i = 0; i < text.length; i++)
			bytes[i] = to_lower(bytes[i]);
		return (str){ bytes, text.length };
	}
	while (text.length) {
		size_t size;
		uint32_t code = utf8_first(text, &size);
		char bytes[UTF8_MOST];
		if (code == UTF8_INVALID)
			buffer_add_char(&out, text.bytes[0]);
		else
			buffer_add(&out, (str){ bytes, utf8_encode((uint32_t)utf8proc_tolower(
									   (utf8proc_int32_t)code),
							       bytes) });
		text = str_skip(text, size);
	}
	return out.text;
}

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
