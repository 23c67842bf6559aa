/*
 * The text of a query -> its lines: one that ends in `\` goes on in the next, empty ones are left
 * out, comments are lines like others.
 */
#ifndef QUERY_LINES_H
#define QUERY_LINES_H

#include "query/query.h"

struct query_line {
	str text; /* trimmed */
	const struct query_source *source;
	int number; /* of the file, 0: none */
};

struct query_lines {
	LIST(struct query_line)
};

/* Adds the lines of a source, which must outlive them. */
void lines_split(struct arena *arena, const struct query_source *source, struct query_lines *lines);

/* Adds the lines of a text that stands in place of `line`, all with its number. */
void lines_split_preset(
	struct arena *arena, const struct query_line *line, str text, struct query_lines *lines);

/* The same where a backslash at the end of a line is text: what placeholders stand for. */
void lines_split_plain(
	struct arena *arena, const struct query_line *line, str text, struct query_lines *lines);

/* Always false: fails with DOCKET_NOT_UNDERSTOOD and begins with file and line. */
bool line_fail(const struct query_line *line, struct docket_error *err, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* "Dashboard.md:7: " and the text, in the arena. */
str line_place(struct arena *arena, const struct query_line *line, str text);

#endif
