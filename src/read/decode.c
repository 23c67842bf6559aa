#include "read/decode.h"

#include "base/utf8.h"

#include <string.h>

#define REPLACEMENT STR("\uFFFD")

/* The characters of Windows-1252 from 0x80 to 0x9F; its holes are C1 controls. */
static const uint_least16_t windows_1252[32] = { 0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026,
	0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018,
	0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
	0x9D, 0x017E, 0x0178 };

static void
add_code(struct buffer *out, uint32_t code)
{
	char bytes[UTF8_MOST];
	buffer_add(out, (str){ bytes, utf8_encode(code, bytes) });
}

/* Where the ASCII that holds neither NUL nor CR ends, eight bytes at a time. */
static size_t
skip_plain(str text, size_t at)
{
	const uint64_t ones = 0x0101010101010101u, highs = ones * 0x80, returns = ones * '\r';
	for (uint64_t word; at + sizeof(word) <= text.length; at += sizeof(word)) {
		memcpy(&word, text.bytes + at, sizeof(word));
		if ((word | (word - ones) | ((word ^ returns) - ones)) & highs)
			break;
	}
	while (at < text.length && (signed char)text.bytes[at] > 0 && text.bytes[at] != '\r')
		at++;
	return at;
}

/* Whether the text is what decode_text gives: UTF-8 without NUL and CR. */
static bool
is_clean(str text)
{
	for (size_t at = 0, size; (at = skip_plain(text, at)) < text.length; at += size) {
		uint32_t code = utf8_first(str_skip(text, at), &size);
		if (!code || code == '\r' || code == UTF8_INVALID)
			return false;
	}
	return true;
}

static void
add_windows_1252(struct buffer *out, str line)
{
	for (size_t i = 0; i < line.length; i++) {
		unsigned char byte = (unsigned char)line.bytes[i];
		add_code(out, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
	}
}

/* The line with U+FFFD for NUL. */
static void
add_without_nul(struct buffer *out, str line)
{
	bool first = true;
	for (str part; str_next_part(&line, '\0', &part); first = false) {
		if (!first)
			buffer_add(out, REPLACEMENT);
		buffer_add(out, part);
	}
}

static void
add_line(struct buffer *out, str line, int number, struct remarks *remarks)
{
	if (is_clean(line)) {
		buffer_add(out, line);
		return;
	}
	if (!utf8_valid(line)) {
		struct buffer decoded = { .arena = out->arena };
		add_windows_1252(&decoded, line);
		line = decoded.text;
		remark(remarks, number, DOCKET_REMARK_INVALID_ENCODING,
			"the line is not UTF-8, docket read it as Windows-1252; save the file as "
			"UTF-8");
	}
	if (str_find_char(line, '\0') != STR_NONE)
		remark(remarks, number, DOCKET_REMARK_CONTROL_CHARACTER,
			"a NUL stands in the line, docket read it as U+FFFD; remove it");
	add_without_nul(out, line);
}

static size_t
find_line_end(str text)
{
	size_t end = 0;
	while (end < text.length && text.bytes[end] != '\n' && text.bytes[end] != '\r')
		end++;
	return end;
}

static str
clean(struct arena *arena, str text, struct remarks *remarks)
{
	struct buffer out = { .arena = arena };
	for (int number = 1; text.length; number++) {
		size_t end = find_line_end(text);
		add_line(&out, str_slice(text, 0, end), number, remarks);
		if (end == text.length)
			break;
		buffer_add_char(&out, '\n');
		text = str_skip(text, end + (str_starts(str_skip(text, end), STR("\r\n")) ? 2 : 1));
	}
	return out.text;
}

struct utf16 {
	str rest;
	bool big_endian;
};

/* Takes the next unit; UTF8_INVALID for an odd byte, and at the end. */
static uint32_t
next_unit(struct utf16 *in)
{
	if (in->rest.length < 2) {
		in->rest.length = 0;
		return UTF8_INVALID;
	}
	uint32_t a = (unsigned char)in->rest.bytes[0], b = (unsigned char)in->rest.bytes[1];
	in->rest = str_skip(in->rest, 2);
	return in->big_endian ? a << 8 | b : b << 8 | a;
}

/* Takes the next character; UTF8_INVALID for a surrogate without its other half. */
static uint32_t
next_code(struct utf16 *in)
{
	uint32_t high = next_unit(in);
	if (high < 0xD800 || high > 0xDFFF)
		return high;
	struct utf16 ahead = *in;
	uint32_t low = next_unit(&ahead);
	if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
		return UTF8_INVALID;
	*in = ahead;
	return 0x10000 + ((high - 0xD800) << 10 | (low - 0xDC00));
}

static str
from_utf16(struct arena *arena, struct utf16 in, struct remarks *remarks)
{
	struct buffer out = { .arena = arena };
	int line = 1, remarked = 0;
	for (uint32_t before = '\n'; in.rest.length;) {
		uint32_t code = next_code(&in);
		line += code == '\r' || (code == '\n' && before != '\r');
		if (code == UTF8_INVALID && remarked != line) {
			remark(remarks, line, DOCKET_REMARK_INVALID_ENCODING,
				"half a character of UTF-16, docket read it as U+FFFD; write it "
				"again");
			remarked = line;
		}
		add_code(&out, code == UTF8_INVALID ? 0xFFFD : code);
		before = code;
	}
	return out.text;
}

str
decode_text(struct arena *arena, str bytes, struct remarks *remarks)
{
	static const struct docket_str utf8 = { "\xEF\xBB\xBF", 3 }, big = { "\xFE\xFF", 2 },
				       little = { "\xFF\xFE", 2 };
	str text = bytes;
	if (str_starts(bytes, utf8))
		text = str_skip(bytes, utf8.length);
	else if (str_starts(bytes, big) || str_starts(bytes, little))
		text = from_utf16(arena,
			(struct utf16){ str_skip(bytes, 2), str_starts(bytes, big) }, remarks);
	return is_clean(text) ? text : clean(arena, text, remarks);
}
