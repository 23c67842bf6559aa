#include "base/str.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

enum { SHORT_TEXT = 128, SHORT_PART = 8 };

bool
str_equal_nocase(str a, str b)
{
	return a.length == b.length && str_starts_nocase(a, b);
}

bool
str_is_one_of(str text, const char *const *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if ((!text.length || str_may_start(text, table[i])) &&
			str_equal_nocase(text, str_from(table[i])))
			return true;
	return false;
}

bool
str_starts_nocase(str text, str start)
{
	if (text.length < start.length)
		return false;
	for (size_t i = 0; i < start.length; i++)
		if (to_lower(text.bytes[i]) != to_lower(start.bytes[i]))
			return false;
	return true;
}

int
str_compare(str a, str b)
{
	size_t common = a.length < b.length ? a.length : b.length;
	int order = common ? memcmp(a.bytes, b.bytes, common) : 0;
	return order ? order : (a.length > b.length) - (a.length < b.length);
}

/* The second byte tells mostly, where the first is a blank. */
static const char *
find_short(str text, str part)
{
	const char *at = text.bytes, *last = text.bytes + text.length - part.length;
	size_t second = part.length > 1;
	while (at <= last && (at = memchr(at, part.bytes[0], (size_t)(last - at) + 1))) {
		if (at[second] == part.bytes[second] && memcmp(at, part.bytes, part.length) == 0)
			return at;
		at++;
	}
	return NULL;
}

size_t
str_find(str text, str part)
{
	if (!part.length)
		return 0;
	if (text.length < part.length)
		return STR_NONE;
	/* memmem prepares a table first, which pays when a long part is looked for in a long text.
	 */
	const char *at = text.length < SHORT_TEXT || part.length <= SHORT_PART
				 ? find_short(text, part)
				 : memmem(text.bytes, text.length, part.bytes, part.length);
	return at ? (size_t)(at - text.bytes) : STR_NONE;
}

size_t
str_find_last_char(str text, char c)
{
	for (size_t i = text.length; i > 0; i--)
		if (text.bytes[i - 1] == c)
			return i - 1;
	return STR_NONE;
}

size_t
str_find_any(str text, const char *const *parts, size_t count, size_t *length)
{
	for (size_t at = 0; at < text.length; at++)
		for (size_t i = 0; i < count; i++)
			if (parts[i][0] == text.bytes[at] &&
				str_starts(str_skip(text, at), str_from(parts[i]))) {
				*length = strlen(parts[i]);
				return at;
			}
	return STR_NONE;
}

str
str_trim(str text)
{
	while (text.length && is_blank(text.bytes[0]))
		text = str_skip(text, 1);
	while (text.length && is_blank(text.bytes[text.length - 1]))
		text.length--;
	return text;
}

str
str_trim_space(str text)
{
	size_t size;
	while (text.length && utf8_is_space(utf8_first(text, &size)))
		text = str_skip(text, size);
	while (text.length && utf8_is_space(utf8_last(text, &size)))
		text.length -= size;
	return text;
}

bool
str_next_part(str *rest, char separator, str *part)
{
	if (!rest->bytes)
		return false;
	size_t end = str_find_char(*rest, separator);
	*part = str_slice(*rest, 0, end);
	*rest = end == STR_NONE ? (str){ 0 } : str_skip(*rest, end + 1);
	return true;
}

int
str_line_at(str text, size_t at)
{
	int line = 1;
	for (size_t i = 0; i < at; i++)
		line += text.bytes[i] == '\n';
	return line;
}

bool
str_next_line(str *rest, str *line)
{
	return rest->length && str_next_part(rest, '\n', line);
}

str
str_copy(struct arena *arena, str text)
{
	return (str){ str_terminated(arena, text), text.length };
}

char *
str_terminated(struct arena *arena, str text)
{
	char *bytes = arena_alloc(arena, text.length + 1);
	if (text.length)
		memcpy(bytes, text.bytes, text.length);
	return bytes;
}

str
str_format_list(struct arena *arena, const char *format, va_list arguments)
{
	char bytes[256];
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(bytes, sizeof(bytes), format, again);
	va_end(again);
	if (length < 0)
		return (str){ 0 };
	if ((size_t)length < sizeof(bytes))
		return str_copy(arena, (str){ bytes, (size_t)length });
	char *longer = arena_alloc(arena, (size_t)length + 1);
	vsnprintf(longer, (size_t)length + 1, format, arguments);
	return (str){ longer, (size_t)length };
}

str
str_format(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	str text = str_format_list(arena, format, arguments);
	va_end(arguments);
	return text;
}

bool
str_number(str text, int most, int *number)
{
	long long value = 0;
	for (size_t i = 0; i < text.length; i++) {
		if (!is_digit(text.bytes[i]))
			return false;
		value = value * 10 + (text.bytes[i] - '0');
		if (value > most)
			return false;
	}
	*number = (int)value;
	return text.length > 0;
}

void
buffer_reserve(struct buffer *buffer, size_t more)
{
	size_t length = buffer->text.length + more;
	if (length + 1 <= buffer->capacity)
		return;
	char *bytes = arena_alloc(buffer->arena, length + 1);
	if (buffer->text.length)
		memcpy(bytes, buffer->text.bytes, buffer->text.length);
	buffer->text.bytes = bytes;
	buffer->capacity = length + 1;
}

void
buffer_add(struct buffer *buffer, str text)
{
	size_t length = buffer->text.length + text.length;
	if (length + 1 > buffer->capacity)
		buffer_reserve(buffer, length + 1 + text.length);
	char *bytes = (char *)buffer->text.bytes;
	if (text.length)
		memcpy(bytes + buffer->text.length, text.bytes, text.length);
	bytes[length] = '\0';
	buffer->text = (str){ bytes, length };
}

void
buffer_add_char(struct buffer *buffer, char c)
{
	buffer_add(buffer, (str){ &c, 1 });
}

void
buffer_add_json(struct buffer *buffer, str text)
{
	buffer_add_char(buffer, '"');
	for (size_t i = 0; i < text.length; i++) {
		char c = text.bytes[i];
		if (c == '"' || c == '\\' || (unsigned char)c < ' ')
			buffer_format(buffer, "\\u%04x", (unsigned)(unsigned char)c);
		else
			buffer_add_char(buffer, c);
	}
	buffer_add_char(buffer, '"');
}

void
buffer_format(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	buffer_add(buffer, str_format_list(buffer->arena, format, arguments));
	va_end(arguments);
}
