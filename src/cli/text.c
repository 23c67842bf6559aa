#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct docket_str
text_view(const struct text *text)
{
	return (struct docket_str){ text->bytes, text->length };
}

static _Noreturn void
out_of_memory(void)
{
	fputs("docket: out of memory\n", stderr);
	abort();
}

void *
text_grow(void *items, size_t needed, size_t *capacity, size_t size)
{
	if (needed <= *capacity)
		return items;
	size_t more = *capacity < 8 ? 8 : *capacity;
	while (more < needed && more <= SIZE_MAX / 2)
		more *= 2;
	if (more == *capacity && more <= SIZE_MAX / 2)
		more *= 2;
	void *grown =
		more >= needed && more <= SIZE_MAX / size ? realloc(items, more * size) : NULL;
	if (!grown)
		out_of_memory();
	memset((char *)grown + *capacity * size, 0, (more - *capacity) * size);
	*capacity = more;
	return grown;
}

void *
text_array(size_t count, size_t size)
{
	void *items = calloc(count ? count : 1, size);
	if (!items)
		out_of_memory();
	return items;
}

void
text_add(struct text *text, struct docket_str more)
{
	if (!more.length)
		return;
	text->bytes = text_grow(text->bytes, text->length + more.length, &text->capacity, 1);
	memcpy(text->bytes + text->length, more.bytes, more.length);
	text->length += more.length;
}

void
text_add_char(struct text *text, char c)
{
	text_add(text, (struct docket_str){ &c, 1 });
}

void
text_format_list(struct text *text, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, arguments);
	if (length > 0) {
		size_t needed = text->length + (size_t)length + 1;
		text->bytes = text_grow(text->bytes, needed, &text->capacity, 1);
		vsnprintf(text->bytes + text->length, (size_t)length + 1, format, again);
		text->length += (size_t)length;
	}
	va_end(again);
}

void
text_format(struct text *text, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	text_format_list(text, format, arguments);
	va_end(arguments);
}

bool
text_add_file(struct text *text, FILE *file)
{
	char piece[4096];
	for (size_t length; (length = fread(piece, 1, sizeof(piece), file)) > 0;)
		text_add(text, (struct docket_str){ piece, length });
	return !ferror(file);
}

void
text_add_code(struct text *text, uint32_t code)
{
	static const unsigned char leads[] = { 0, 0x00, 0xC0, 0xE0, 0xF0 };
	if (code == TEXT_INVALID)
		code = 0xFFFD;
	size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	char bytes[4];
	for (size_t i = size - 1; i > 0; i--, code >>= 6)
		bytes[i] = (char)(0x80 | (code & 0x3F));
	bytes[0] = (char)(leads[size] | code);
	text_add(text, (struct docket_str){ bytes, size });
}

void
text_clear(struct text *text)
{
	text->length = 0;
}

void
text_free(struct text *text)
{
	free(text->bytes);
	*text = (struct text){ 0 };
}

bool
text_equal(struct docket_str a, struct docket_str b)
{
	return a.length == b.length && (!a.length || memcmp(a.bytes, b.bytes, a.length) == 0);
}

bool
text_is(struct docket_str text, const char *word)
{
	return text_equal(text, docket_str(word));
}

struct docket_str
text_skip(struct docket_str text, size_t from)
{
	if (from >= text.length)
		return (struct docket_str){ 0 };
	return (struct docket_str){ text.bytes + from, text.length - from };
}

bool
text_next_part(struct docket_str *rest, char separator, struct docket_str *part)
{
	if (!rest->length)
		return false;
	const char *end = memchr(rest->bytes, separator, rest->length);
	*part = (struct docket_str){ rest->bytes,
		end ? (size_t)(end - rest->bytes) : rest->length };
	*rest = text_skip(*rest, part->length + 1);
	return true;
}

uint32_t
text_next(struct docket_str *rest)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *bytes = (const unsigned char *)rest->bytes;
	unsigned char lead = bytes[0];
	size_t size = lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	uint32_t code = size == 1 ? lead : size ? lead & (0xFFu >> (size + 1)) : TEXT_INVALID;
	if (size == 0 || size > rest->length || lead > 0xF4)
		code = TEXT_INVALID;
	for (size_t i = 1; i < size && code != TEXT_INVALID; i++)
		code = (bytes[i] & 0xC0) == 0x80 ? code << 6 | (bytes[i] & 0x3Fu) : TEXT_INVALID;
	if (code != TEXT_INVALID &&
		(code < least[size] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)))
		code = TEXT_INVALID;
	*rest = text_skip(*rest, code == TEXT_INVALID ? 1 : size);
	return code;
}

bool
text_is_control(uint32_t code)
{
	return code < 0x20 || (code >= 0x7F && code <= 0x9F);
}

static bool
breaks_line(uint32_t code)
{
	return code == '\t' || code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029;
}

bool
text_turns_direction(uint32_t code)
{
	return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/* The printable ASCII that the text starts with. */
static size_t
plain_length(struct docket_str text)
{
	size_t length = 0;
	while (length < text.length && text.bytes[length] >= 0x20 && text.bytes[length] < 0x7F)
		length++;
	return length;
}

static void
add_code_shown(struct text *text, uint32_t code, unsigned char first)
{
	if (breaks_line(code))
		text_add_char(text, ' ');
	else if (code == TEXT_INVALID)
		text_format(text, "\\x%02x", first);
	else if (text_is_control(code))
		text_format(text, "\\x%02x", (unsigned)code);
	else if (!text_turns_direction(code))
		text_add_code(text, code);
}

void
text_add_shown(struct text *text, struct docket_str more)
{
	while (more.length) {
		size_t plain = plain_length(more);
		text_add(text, (struct docket_str){ more.bytes, plain });
		more = text_skip(more, plain);
		if (!more.length)
			break;
		unsigned char first = (unsigned char)more.bytes[0];
		uint32_t code = text_next(&more);
		add_code_shown(text, code, first);
	}
}

size_t
text_width(struct docket_str text)
{
	return plain_length(text) == text.length ? text.length : docket_text_width(text);
}

/* The first grapheme cluster, or the first byte should there be nothing wide enough for it. */
static struct docket_str
first_cluster(struct docket_str text)
{
	struct docket_str cluster = { 0 };
	for (size_t columns = 1; !cluster.length && columns <= 2; columns++)
		cluster = docket_text_fit(text, columns, NULL);
	return cluster.length ? cluster : (struct docket_str){ text.bytes, 1 };
}

static struct docket_str
without_blanks(struct docket_str line)
{
	while (line.length && line.bytes[line.length - 1] == ' ')
		line.length--;
	return line;
}

static bool
is_symbol(uint32_t code)
{
	return (code >= 0x2190 && code <= 0x2BFF) || code == 0xFE0F ||
	       (code >= 0x1F000 && code <= 0x1FAFF);
}

/* A symbol by itself stands before what it is for ("📅 2025-11-08"), so a line does not end in it.
 */
static struct docket_str
without_symbol(struct docket_str line)
{
	struct docket_str kept = without_blanks(line), word;
	size_t start = kept.length;
	while (start && kept.bytes[start - 1] != ' ')
		start--;
	for (word = text_skip(kept, start); word.length;)
		if (!is_symbol(text_next(&word)))
			return line;
	kept.length = start;
	return without_blanks(kept).length ? kept : line;
}

struct docket_str
text_take_line(struct docket_str *rest, size_t columns)
{
	struct docket_str line = docket_text_fit(*rest, columns, NULL);
	if (!line.length && rest->length)
		line = first_cluster(*rest);
	size_t next = line.length;
	if (next < rest->length && rest->bytes[next] != ' ') {
		while (next > 0 && rest->bytes[next - 1] != ' ')
			next--;
		if (next > 0)
			line.length = next;
	}
	if (line.length < rest->length)
		line = without_symbol(line);
	*rest = text_skip(*rest, line.length);
	while (rest->length && rest->bytes[0] == ' ')
		*rest = text_skip(*rest, 1);
	return without_blanks(line);
}
