#include "store/value.h"

#include "base/utf8.h"

enum { DEPTH_MOST = 8 };

struct reader {
	struct arena *arena;
	str rest;
	int depth;
};

struct values {
	LIST(struct docket_value)
};

static void
skip_blanks(struct reader *reader)
{
	while (reader->rest.length && (unsigned char)reader->rest.bytes[0] <= ' ')
		reader->rest = str_skip(reader->rest, 1);
}

static bool
take(struct reader *reader, char c)
{
	skip_blanks(reader);
	if (!reader->rest.length || reader->rest.bytes[0] != c)
		return false;
	reader->rest = str_skip(reader->rest, 1);
	return true;
}

/* Four hexadecimal digits; false when they are not. */
static bool
read_hex(str digits, uint32_t *value)
{
	*value = 0;
	for (size_t i = 0; i < digits.length; i++) {
		char c = to_lower(digits.bytes[i]);
		if (!is_digit(c) && (c < 'a' || c > 'f'))
			return false;
		*value = *value << 4 | (uint32_t)(c >= 'a' ? c - 'a' + 10 : c - '0');
	}
	return digits.length == 4;
}

/* What follows "\\u"; two halves outside the basic plane are one character. Takes it. */
static uint32_t
read_code(struct reader *reader)
{
	uint32_t code, low;
	if (!read_hex(str_slice(reader->rest, 1, 5), &code)) {
		reader->rest = str_skip(reader->rest, 1);
		return 0xFFFD;
	}
	reader->rest = str_skip(reader->rest, 5);
	if (code >= 0xD800 && code <= 0xDBFF && str_starts(reader->rest, STR("\\u")) &&
		read_hex(str_slice(reader->rest, 2, 6), &low) && low >= 0xDC00 && low <= 0xDFFF) {
		reader->rest = str_skip(reader->rest, 6);
		return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
	}
	return code >= 0xD800 && code <= 0xDFFF ? 0xFFFD : code;
}

/* The character after a backslash; `rest` begins with it. */
static void
read_escape(struct reader *reader, struct buffer *out)
{
	static const char names[] = "bfnrt", values[] = "\b\f\n\r\t";
	char c = reader->rest.bytes[0], bytes[4];
	if (c == 'u') {
		buffer_add(out, (str){ bytes, utf8_encode(read_code(reader), bytes) });
		return;
	}
	size_t which = str_find_char(STR(names), c);
	buffer_add_char(out, which == STR_NONE ? c : values[which]);
	reader->rest = str_skip(reader->rest, 1);
}

/* The opening quote is taken. A text without escapes is a view. */
static str
read_text(struct reader *reader)
{
	struct buffer out = { .arena = reader->arena };
	for (;;) {
		size_t length = 0;
		while (length < reader->rest.length && reader->rest.bytes[length] != '"' &&
			reader->rest.bytes[length] != '\\')
			length++;
		str piece = str_slice(reader->rest, 0, length);
		bool escaped =
			length + 1 < reader->rest.length && reader->rest.bytes[length] == '\\';
		reader->rest = str_skip(reader->rest, length + 1);
		if (!escaped && !out.text.length)
			return (str){ piece.bytes ? piece.bytes : "", piece.length };
		buffer_add(&out, piece);
		if (!escaped)
			return out.text;
		read_escape(reader, &out);
	}
}

static struct docket_value
read_word(struct reader *reader)
{
	size_t length = 0;
	while (length < reader->rest.length &&
		str_find_char(STR(",]} \n"), reader->rest.bytes[length]) == STR_NONE)
		length++;
	str word = str_slice(reader->rest, 0, length);
	reader->rest = str_skip(reader->rest, length);
	struct docket_value value = { 0 };
	bool negative = str_starts(word, STR("-"));
	long long number = 0;
	for (size_t i = negative; i < word.length && is_digit(word.bytes[i]) && i < 18; i++)
		number = number * 10 + (word.bytes[i] - '0');
	if (word.length && (negative || is_digit(word.bytes[0]))) {
		value.type = DOCKET_NUMBER;
		value.number = negative ? -number : number;
	}
	return value;
}

/* Recursion is bounded by DEPTH_MOST. */
static struct docket_value // NOLINTNEXTLINE(misc-no-recursion)
read_value(struct reader *reader)
{
	struct docket_value value = { 0 };
	if (take(reader, '"')) {
		value.type = DOCKET_TEXT;
		value.text = read_text(reader);
		return value;
	}
	bool map = take(reader, '{');
	if (!map && !take(reader, '['))
		return read_word(reader);
	value.type = map ? DOCKET_MAP : DOCKET_LIST;
	struct values items = { 0 };
	char end = map ? '}' : ']';
	if (++reader->depth > DEPTH_MOST)
		reader->rest = (str){ 0 };
	while (reader->rest.length && !take(reader, end)) {
		str name = map && take(reader, '"') ? read_text(reader) : (str){ 0 };
		if (map)
			take(reader, ':');
		size_t before = reader->rest.length;
		struct docket_value item = read_value(reader);
		item.name = name;
		*list_add(reader->arena, &items) = item;
		if (!take(reader, ',') && reader->rest.length == before)
			break;
	}
	reader->depth--;
	value.items = items.items;
	value.count = items.count;
	return value;
}

struct docket_value
value_from_json(struct arena *arena, str json)
{
	struct reader reader = { .arena = arena, .rest = json };
	return read_value(&reader);
}
