/*
 * The blocks of a note line by line: quotes, lists, headings, code and HTML as CommonMark has
 * them, and Obsidian's comments (%%) and formulas ($$), which it has not. Linear for every text,
 * in constant memory. It finds what has to be hidden from cmark, and reads alone what cmark would
 * be slow with. Link definitions are paragraphs here.
 *
 *	struct scanner scanner = scanner_start(body);
 *	struct scanner_line line;
 *	while (scanner_next(&scanner, &line))
 *		use(line.kind, line.text);
 */
#ifndef READ_SCANNER_H
#define READ_SCANNER_H

#include "base/str.h"

enum { SCANNER_DEPTH = 64 }; /* of containers, the document included; deeper ones are siblings */

enum scanner_kind {
	SCANNER_OTHER,     /* blank, code, HTML, a rule; what is in a list but no first paragraph */
	SCANNER_HIDDEN,    /* of a comment or formula */
	SCANNER_HEADING,   /* with #, at document level */
	SCANNER_UNDERLINE, /* makes the paragraph above a heading, at document level */
	SCANNER_ITEM,      /* an item that starts with a paragraph, or with nothing on its line */
	SCANNER_PARAGRAPH, /* outside lists */
	SCANNER_CONTINUED  /* a further line of an item's first paragraph */
};

struct scanner_line {
	enum scanner_kind kind;
	bool starts;   /* the first line of its paragraph, comment or formula */
	bool quoted;   /* in a block quote */
	int level;     /* heading: 1 to 6; item and its lines: depth of nested lists, from 1 */
	int *entry;    /* in lists: the innermost item's number, see below */
	str raw;       /* the whole line */
	size_t prefix; /* its bytes that belong to containers and indentation */
	str text;      /* the rest, trimmed; of a heading without its #s */
};

/* What is open around a line: the document, a quote or a list item. */
struct scanner_container {
	bool item;
	bool empty; /* nothing in it yet */
	bool quoted;
	int width; /* item: columns its contents are indented by */
	int depth; /* lists up to here */
	int entry; /* the caller's number of the item; new items have that of the item around */
};

enum scanner_leaf {
	SCANNER_IN_NOTHING,
	SCANNER_IN_TEXT,
	SCANNER_IN_FENCE,
	SCANNER_IN_HTML,
	SCANNER_IN_HIDDEN
};

struct scanner {
	str rest; /* not read yet */
	struct scanner_container containers[SCANNER_DEPTH];
	size_t count;
	enum scanner_leaf leaf;      /* open in the innermost container */
	enum scanner_kind paragraph; /* in text: the kind of its further lines */
	str closer;                  /* in a fence: the opening one; in hidden: what ends it */
	int html;                    /* in HTML: its kind */
	size_t formula;              /* bytes from the last $$ of the text to its end; 0: none */
};

struct scanner scanner_start(str text);

/* Reads a line; false at the end. Views into the text. */
bool scanner_next(struct scanner *scanner, struct scanner_line *line);

/* The level of a heading that `line` (without its indentation) is, and its text; 0: none. */
int scanner_heading(str line, str *text);

/* Whether the line (without its indentation) makes a heading of the paragraph above. */
bool scanner_is_underline(str line);

#endif
