/* Texts as they are compared and searched: the same however they are written. */
#include "base/utf8.h"

#include <string.h>

/* A text that is being folded; `bytes` has room for all that is to come. */
struct folding {
	char *bytes;
	size_t length, room;
	bool after_gap; /* a blank at the end, or nothing yet */
};

/* Each of the eight bytes of a word. */
#define EACH(byte) (0x0101010101010101u * (byte))

/* Letters that people without them write as others, though Unicode sees no mark on them. */
static str
plain_letter(uint32_t code)
{
	static const struct {
		uint32_t code;
		const char *plain;
	} letters[] = { { 0xE6, "ae" }, { 0xF8, "o" }, { 0x111, "d" }, { 0x127, "h" },
		{ 0x131, "i" }, { 0x142, "l" }, { 0x153, "oe" }, { 0x167, "t" } };
	for (size_t i = 0; code >= letters[0].code && i < sizeof(letters) / sizeof(*letters); i++)
		if (letters[i].code == code)
			return str_from(letters[i].plain);
	return (str){ 0 };
}

/* One blank for a run of white space, and none before all else. */
static void
add_gap(struct folding *out)
{
	if (!out->after_gap)
		out->bytes[out->length++] = ' ';
	out->after_gap = true;
}

/* The character of these bytes, made plain, which is never longer. */
static void
add_wide(struct folding *out, uint32_t code, str bytes)
{
	str plain = plain_letter(code);
	if (!plain.length)
		plain = bytes;
	memcpy(out->bytes + out->length, plain.bytes, plain.length);
	out->length += plain.length;
	out->after_gap = false;
}

static void
squeeze(struct folding *out, str text)
{
	while (text.length) {
		size_t size;
		uint32_t code = utf8_first(text, &size);
		if (utf8_is_space(code))
			add_gap(out);
		else
			add_wide(out, code, str_slice(text, 0, size));
		text = str_skip(text, size);
	}
}

/* Eight bytes at once, when they are ASCII and each gap is one blank. */
static bool
fold_eight(struct folding *out, const char *bytes)
{
	uint64_t eight;
	memcpy(&eight, bytes, sizeof(eight));
	/* The highest bit of a byte: it is no ASCII or below the blank; it is a blank. */
	uint64_t other = (eight | (eight - EACH(0x20))) & EACH(0x80);
	uint64_t blanks = ~((eight ^ EACH(0x20)) + EACH(0x7F)) & EACH(0x80);
	if (other || blanks & blanks << 8 || (out->after_gap && bytes[0] == ' '))
		return false;
	uint64_t capitals = (eight + EACH(0x80 - 'A')) & ~(eight + EACH(0x7F - 'Z')) & EACH(0x80);
	eight |= capitals >> 2;
	memcpy(out->bytes + out->length, &eight, sizeof(eight));
	out->length += sizeof(eight);
	out->after_gap = bytes[sizeof(eight) - 1] == ' ';
	return true;
}

static void
fold_byte(struct folding *out, char c)
{
	bool gap = c == ' ' || (c >= '\t' && c <= '\r');
	/* Written in any case, and kept unless it is one more blank. */
	out->bytes[out->length] = gap ? ' ' : to_lower(c);
	out->length += !(gap && out->after_gap);
	out->after_gap = gap;
}

/* Folds the ASCII that the text begins with; gives its length. */
static size_t
fold_plain(struct folding *out, str text)
{
	size_t i = 0;
	while (i < text.length) {
		size_t end = i + sizeof(uint64_t);
		if (end <= text.length && fold_eight(out, text.bytes + i)) {
			i = end;
			continue;
		}
		for (; i < end && i < text.length; i++) {
			if ((unsigned char)text.bytes[i] >= 0x80)
				return i;
			fold_byte(out, text.bytes[i]);
		}
	}
	return i;
}

/* The length of what is not ASCII at the front of the text. */
static size_t
count_wide(str text)
{
	size_t length = 0;
	while (length < text.length && (unsigned char)text.bytes[length] >= 0x80)
		length++;
	return length;
}

/* Makes room for that many bytes, with a NUL behind them. */
static void
reserve(struct arena *arena, struct folding *out, size_t more)
{
	if (out->length + more < out->room)
		return;
	/* Most texts are ASCII, for which the first room is enough. */
	out->room = (out->length + more + 1) * (out->room ? 2 : 1);
	char *bytes = arena_alloc(arena, out->room);
	if (out->length)
		memcpy(bytes, out->bytes, out->length);
	out->bytes = bytes;
}

/* Folds the rest piece by piece, for without marks nothing composes with ASCII. */
static bool
fold_wide(struct arena *arena, struct folding *out, str rest)
{
	struct buffer mapped = { .arena = arena };
	while (rest.length) {
		size_t length = count_wide(rest);
		mapped.text.length = 0;
		if (length && !utf8_add_mapped(&mapped, str_slice(rest, 0, length), true))
			return false;
		reserve(arena, out, mapped.text.length + rest.length - length);
		squeeze(out, mapped.text);
		rest = str_skip(rest, length);
		rest = str_skip(rest, fold_plain(out, rest));
	}
	return true;
}

str
utf8_fold(struct arena *arena, str text)
{
	struct folding out = { .after_gap = true };
	reserve(arena, &out, text.length);
	size_t plain = fold_plain(&out, text);
	if (!fold_wide(arena, &out, str_skip(text, plain))) {
		out.length = 0;
		out.after_gap = true;
		reserve(arena, &out, text.length);
		squeeze(&out, text);
	}
	out.length -= out.length && out.after_gap;
	out.bytes[out.length] = '\0';
	return (str){ out.bytes, out.length };
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
			buffer_add(&out, (str){ bytes, utf8_encode(utf8_lower_code(code), bytes) });
		text = str_skip(text, size);
	}
	return out.text;
}
