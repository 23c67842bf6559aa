/*
 * Lines for a screen, put together from pieces of known width: colours where they are wanted, no
 * blanks at the end.
 */
#ifndef CLI_LINE_H
#define CLI_LINE_H

#include "column.h"

#include <stdio.h>

struct line {
	FILE *out;
	bool color;
	bool isolate;  /* text written from right to left must not reorder what is beside it */
	size_t blanks; /* owed before the next piece */
};

/* Adds blanks. */
void line_skip(struct line *line, size_t columns);

/* Adds text as it is; it must be safe to show. */
void line_put(struct line *line, struct docket_str text, enum style style);

/* Adds text in a field of `width` columns, at its left or right end; `used` are the text's. */
struct line_field {
	size_t width;
	size_t used;
	bool right;
	enum style style;
};
void line_put_field(struct line *line, struct docket_str text, struct line_field field);

void line_end(struct line *line);

#endif
