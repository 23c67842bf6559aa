#include "read/guard.h"

#include <string.h>

enum {
	MOST_BYTES = 1024 * 1024, /* cmark may take 270 bytes of memory for each */
	MOST_MARKERS = 32,        /* of quotes and lists, on one line */
	MOST_COLUMNS = 96,        /* before such a marker: lists nest half as deep */
	MOST_BRACKETS = 4096      /* without a blank line between them */
};

static size_t
count_char(str text, char c)
{
	size_t count = 0;
	for (size_t at; (at = str_find_char(text, c)) != STR_NONE; count++)
		text = str_skip(text, at + 1);
	return count;
}

static size_t
count_brackets(str text)
{
	return count_char(text, '[') + count_char(text, '<');
}

/* The size of the quote or list marker that `text` begins with; 0: none. */
static size_t
marker_size(str text)
{
	size_t size = 0;
	if (text.bytes[0] == '>')
		return 1;
	while (size < text.length && is_digit(text.bytes[size]))
		size++;
	if (size == text.length || !memchr(size ? ".)" : "-+*", text.bytes[size], size ? 2 : 3))
		return 0;
	size++;
	return size == text.length || is_blank(text.bytes[size]) ? size : 0;
}

static const char *
check_line(str line)
{
	size_t column = 0;
	int markers = 0;
	for (size_t i = 0; i < line.length;) {
		size_t size = 1;
		if (is_blank(line.bytes[i])) {
			column += line.bytes[i] == '\t' ? 4 - column % 4 : 1;
		} else {
			size = marker_size(str_skip(line, i));
			if (!size)
				break;
			if (++markers > MOST_MARKERS)
				return "lists and quotes are nested too deep";
			if (column > MOST_COLUMNS)
				return "a list is indented too far";
			column += size;
		}
		i += size;
	}
	return NULL;
}

struct guard
guard_check(str body)
{
	if (body.length > MOST_BYTES)
		return (struct guard){ "the note is too large", 1 };
	bool count = body.length > MOST_BRACKETS && count_brackets(body) > MOST_BRACKETS;
	size_t brackets = 0;
	str line;
	for (int number = 1; str_next_line(&body, &line); number++) {
		const char *reason = check_line(line);
		if (count)
			brackets = str_trim(line).length ? brackets + count_brackets(line) : 0;
		if (brackets > MOST_BRACKETS)
			reason = "there are too many brackets in one paragraph";
		if (reason)
			return (struct guard){ reason, number };
	}
	return (struct guard){ 0 };
}
