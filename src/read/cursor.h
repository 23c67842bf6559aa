/*
 * How far a line of Markdown has been read, in bytes and in columns; a TAB may be passed in part.
 */
#ifndef READ_CURSOR_H
#define READ_CURSOR_H

#include "base/str.h"

struct cursor {
	str line;
	size_t offset;
	int column;
	int indent;       /* columns of blanks ahead */
	str rest;         /* what follows them */
	size_t rule_fail; /* offset of the byte that kept the line from being a rule */
};

struct cursor cursor_start(str line);

/* Passes so many columns, or the rest of the line. */
void cursor_advance(struct cursor *at, int columns);

/*
 * Whether `rest` is a thematic break: three or more of one of -*_ and nothing else. A line is
 * looked at once, however many list markers it begins with.
 */
bool cursor_is_rule(struct cursor *at);

#endif
