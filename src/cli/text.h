/*
 * Text for people: bytes that grow, code points, and the one place where text from notes is made
 * safe to show.
 *
 *	struct text line = { 0 };
 *	text_add_shown(&line, docket_value_get(row, "text")->text);
 *	fwrite(line.bytes, 1, line.length, stdout);
 *	text_free(&line);
 */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include <docket/value.h>

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

/* Bytes that grow; zero is empty. Running out of memory prints and aborts, as in the library. */
struct text {
	char *bytes;
	size_t length;
	size_t capacity;
};

/* Valid until the text grows. */
struct docket_str text_view(const struct text *text);

void text_add(struct text *text, struct docket_str more);
void text_add_char(struct text *text, char c);
void text_format(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_format_list(struct text *text, const char *format, va_list arguments)
	__attribute__((format(printf, 2, 0)));

/* Adds all that can be read; false: what there is could not be read, see errno. */
bool text_add_file(struct text *text, FILE *file);

/* Adds the UTF-8 of a code point; TEXT_INVALID adds U+FFFD. */
void text_add_code(struct text *text, uint32_t code);

/* Makes the text empty and keeps its memory; frees its memory. */
void text_clear(struct text *text);
void text_free(struct text *text);

/* A growing array: room for `needed` items of `size` bytes, zeroed. */
void *text_grow(void *items, size_t needed, size_t *capacity, size_t size);

/* A zeroed array for the caller to free; `count` may be 0. */
void *text_array(size_t count, size_t size);

bool text_equal(struct docket_str a, struct docket_str b);
bool text_is(struct docket_str text, const char *word);

/* The bytes from `from` on. */
struct docket_str text_skip(struct docket_str text, size_t from);

/* Takes the part before `separator` off the front of `*rest`; false at the end. */
bool text_next_part(struct docket_str *rest, char separator, struct docket_str *part);

/* What text_next gives for a byte that is not UTF-8. */
#define TEXT_INVALID 0xFFFFFFFFu

/* Takes the first code point off the front of a text that is not empty. */
uint32_t text_next(struct docket_str *rest);

/* C0, DEL and C1. */
bool text_is_control(uint32_t code);

/* What turns the direction of the text behind it: U+202A to U+202E, U+2066 to U+2069. */
bool text_turns_direction(uint32_t code);

/*
 * Adds text from a note as it may be shown: control characters and bytes that are not UTF-8 as
 * visible escapes (\x1b), line breaks and tabs as a blank, and without the characters that turn
 * the direction of what follows.
 */
void text_add_shown(struct text *text, struct docket_str more);

/* docket_text_width, fast for ASCII. */
size_t text_width(struct docket_str text);

/*
 * Takes a line of at most `columns` off the front of `*rest`, broken at a blank where there is
 * one, but not behind a symbol by itself ("📅 2025-11-08"). Takes at least one grapheme cluster,
 * even if that is too wide.
 */
struct docket_str text_take_line(struct docket_str *rest, size_t columns);

#endif
