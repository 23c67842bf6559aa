/*
 * A line while its blocks are opened; private to scanner.c, which opens quotes and lists, and
 * scanner_leaf.c, which opens what they hold.
 */
#ifndef READ_SCANNER_READING_H
#define READ_SCANNER_READING_H

#include "read/cursor.h"
#include "read/scanner.h"

enum { SCANNER_INDENT = 4 }; /* columns that make a line one of code */

/* A line while its blocks are opened. */
struct scanner_reading {
	struct scanner *scanner;
	struct scanner_line *line;
	struct cursor at;
	bool opened;     /* a container, on this line */
	bool text;       /* a paragraph is open, if only for a lazy line */
	bool interrupts; /* and it is in the innermost container that the line passed */
};

static inline bool
scanner_is_empty(str text)
{
	return !str_trim(text).length;
}

/* Opens a heading, code, HTML and the like; false: the line is text. */
bool scanner_open_leaf(struct scanner_reading *reading);

/* A line of the block that is open, which is no paragraph. */
void scanner_read_verbatim(
	struct scanner *scanner, const struct cursor *at, struct scanner_line *line);

#endif
