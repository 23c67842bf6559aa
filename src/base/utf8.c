#include "base/utf8.h"

#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>

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

uint32_t
utf8_lower_code(uint32_t code)
{
	return code > 0x10FFFF ? code : (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

uint32_t
utf8_title_code(uint32_t code)
{
	return code > 0x10FFFF ? code : (uint32_t)utf8proc_totitle((utf8proc_int32_t)code);
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
