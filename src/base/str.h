/*
 * Text as a view: pointer and length, never a terminator. Functions take and give views by value;
 * what allocates takes an arena. "Blank" is ASCII space and TAB; "space" is what JavaScript calls
 * white space, as the Tasks format wants it.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/arena.h"
#include "docket/value.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct docket_str str;
typedef struct docket_strs strs;

/* A view of a string literal. */
#define STR(literal) ((str){ (literal), sizeof(literal) - 1 })

/* For printf: "%.*s", STR_ARG(text). */
#define STR_ARG(text) (int)(text).length, (text).bytes ? (text).bytes : ""

/* What every text promises: only an empty one may be without bytes. */
#define STR_HOLDS(text) ((text).length && !(text).bytes ? __builtin_unreachable() : (void)0)

#define STR_NONE SIZE_MAX

/* Up to its NUL; NULL gives the absent text. */
static inline str
str_from(const char *text)
{
	return (str){ text, text ? strlen(text) : 0 };
}

/* Clamped to the text. */
static inline str
str_slice(str text, size_t from, size_t to)
{
	if (to > text.length)
		to = text.length;
	if (from > to)
		from = to;
	return (str){ from ? text.bytes + from : text.bytes, to - from };
}

/* Without its first bytes. */
static inline str
str_skip(str text, size_t count)
{
	return str_slice(text, count, text.length);
}

static inline bool
str_equal(str a, str b)
{
	STR_HOLDS(a);
	STR_HOLDS(b);
	return a.length == b.length && (!a.length || memcmp(a.bytes, b.bytes, a.length) == 0);
}

static inline bool
str_starts(str text, str start)
{
	return text.length >= start.length && str_equal(str_slice(text, 0, start.length), start);
}

static inline bool
str_ends(str text, str end)
{
	return text.length >= end.length &&
	       str_equal(str_skip(text, text.length - end.length), end);
}

/* ASCII letters only. */
bool str_equal_nocase(str a, str b);
bool str_is_one_of(str text, const char *const *table, size_t count);
bool str_starts_nocase(str text, str start);
int str_compare(str a, str b); /* by bytes; <0, 0, >0 */

/* Where it is, or STR_NONE. */
static inline size_t
str_find_char(str text, char c)
{
	STR_HOLDS(text);
	const char *at = text.length ? (const char *)memchr(text.bytes, c, text.length) : NULL;
	return at ? (size_t)(at - text.bytes) : STR_NONE;
}

size_t str_find(str text, str part);
size_t str_find_last_char(str text, char c);

/*
 * Where the first of some parts is, and how long it is; of several at one place the first of the
 * table counts. One pass, however long the text is.
 */
size_t str_find_any(str text, const char *const *parts, size_t count, size_t *length);

/* Removes ASCII blanks (str_trim), or JavaScript white space (str_trim_space), at both ends. */
str str_trim(str text);
str str_trim_space(str text);

/* Takes the next line off the front of `*rest` (without its LF); false at the end. */
bool str_next_line(str *rest, str *line);

/* Which line, from 1, the byte at `at` is on. */
int str_line_at(str text, size_t at);

/* Takes the part before `separator` off the front of `*rest`; false at the end. */
bool str_next_part(str *rest, char separator, str *part);

/* A copy in the arena, with a NUL behind it. */
str str_copy(struct arena *arena, str text);
char *str_terminated(struct arena *arena, str text);
str str_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
str str_format_list(struct arena *arena, const char *format, va_list arguments)
	__attribute__((format(printf, 2, 0)));

/* Digits only, at least one, not above `most`; false otherwise. */
bool str_number(str text, int most, int *number);

/* ASCII classes that do not ask the locale. */
static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static inline char
to_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Whether the text may begin with a word of a table, in any case: mostly the first letters tell. */
static inline bool
str_may_start(str text, const char *word)
{
	return text.length && to_lower(text.bytes[0]) == to_lower(*word);
}

/* Bytes that grow in an arena; `text.bytes` is NUL-terminated after every call. */
struct buffer {
	struct arena *arena;
	str text;
	size_t capacity;
};

/* Makes room for that much more at once; buffer_add does so as it goes. */
void buffer_reserve(struct buffer *buffer, size_t more);
void buffer_add(struct buffer *buffer, str text);
void buffer_add_char(struct buffer *buffer, char c);

/* Adds the text as a JSON string, with its quotes. */
void buffer_add_json(struct buffer *buffer, str text);
void buffer_format(struct buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
