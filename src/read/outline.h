/*
 * The outline of a note's body: headings and the lines that could be tasks or decisions, with
 * code, HTML, formulas and comments left out. The only file that knows cmark.
 *
 *	struct outline outline = outline_read(arena, body, 1, remarks);
 *	for (size_t i = 0; i < outline.count; i++)
 *		use(outline.items[i].line, outline.items[i].text);
 *
 * cmark says where blocks are; all text is taken from the source lines, because `[x]: url`
 * anywhere in a note makes a link of every `[x]`.
 */
#ifndef READ_OUTLINE_H
#define READ_OUTLINE_H

#include "read/remarks.h"

enum outline_kind {
	OUTLINE_HEADING,   /* `text` is the raw Markdown between the #s, or above the underline */
	OUTLINE_ITEM,      /* the first line of a list item, empty or of a paragraph */
	OUTLINE_PARAGRAPH, /* a line of a paragraph outside lists; rows of tables too */
	OUTLINE_CONTINUED  /* a further line of a list item's first paragraph */
};

struct outline_entry {
	enum outline_kind kind;
	int line;    /* of the file */
	int level;   /* heading: 1 to 6; in lists: depth, from 1 */
	int heading; /* index of the heading entry above, at document level; -1: none */
	int parent; /* item: index of the enclosing item's entry; continued: its item's; -1: none */
	bool quoted; /* inside a block quote or callout */
	str raw;     /* the whole source line, indentation and markers included */
	str text;    /* without indentation, quote and list markers, trimmed; a box stays */
};

struct outline {
	LIST(struct outline_entry) /* by line, at most one for each */
};

/*
 * `body` has LF line ends and begins at line `first_line` of the file; entries view it. Text that
 * would make cmark slow (deep nesting, thousands of brackets, megabytes) is read by a plain line
 * scanner instead, with a remark.
 */
struct outline outline_read(struct arena *arena, str body, int first_line, struct remarks *remarks);

#endif
