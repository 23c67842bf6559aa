/*
 * The outline of a note's body: headings and the lines that could be tasks or decisions, with
 * code, HTML, math and comments left out. The only file that knows cmark.
 */
#ifndef READ_OUTLINE_H
#define READ_OUTLINE_H

#include "read/remarks.h"

enum outline_kind {
	OUTLINE_HEADING,   /* `text` is the raw Markdown between the #s */
	OUTLINE_ITEM,      /* the first line of a list item */
	OUTLINE_PARAGRAPH, /* a line of a paragraph outside lists, quoted or not; rows of tables too
			    */
	OUTLINE_CONTINUED  /* a further line of a list item's first paragraph */
};

struct outline_entry {
	enum outline_kind kind;
	int line;    /* of the file */
	int level;   /* heading: 1 to 6; item: depth of nested lists, from 1 */
	int heading; /* index of the heading entry above, at document level; -1: none */
	int parent;  /* item: index of the enclosing item's entry, -1: none */
	bool quoted; /* inside a block quote or callout */
	str raw;     /* the whole source line, indentation and markers included */
	str text;    /* without indentation, quote and list markers, trimmed; a box stays */
};

struct outline {
	LIST(struct outline_entry) /* by line */
};

/*
 * `body` begins at line `first_line` of the file. Text that would make cmark slow (deep nesting,
 * thousands of brackets) is read by a plain line scanner instead, with a remark.
 */
struct outline outline_read(struct arena *arena, str body, int first_line, struct remarks *remarks);

#endif
