/*
 * The fields of one task line in the Obsidian Tasks format (tasks-format A.2, A.3, B, C).
 *
 *	str symbol, body;
 *	if (fields_split_box(STR("- [ ] Call Ada ⏫ 📅 2025-01-01"), &symbol, &body))
 *		struct fields fields = fields_read(arena, body, false);
 *
 * fields_read is the plugin's own reading, to the letter; fields_find_unread is what docket reads
 * besides.
 */
#ifndef READ_FIELDS_H
#define READ_FIELDS_H

#include "base/date.h"
#include "docket/note.h"

struct fields {
	str description; /* with tags, without fields and block link */
	enum docket_priority priority;
	date due, scheduled, start, created, done, cancelled;
	/* As written, where there is no such day (DATE_IMPOSSIBLE); otherwise empty. */
	str due_written, scheduled_written, start_written;
	str created_written, done_written, cancelled_written;
	str recurrence;         /* canonical; empty: none or not a rule */
	str recurrence_written; /* all that stands behind the signifier */
	str id;
	strs depends_on;
	str on_completion; /* "delete", "keep" or empty */
	str block;         /* the block link without its caret */
	strs tags;         /* with #, in order, none left out */
	strs unread;       /* of fields_find_unread: the fields it found, as written */
};

/*
 * A checkbox line: indentation (white space and >), marker, one or more blanks, [c], body. False
 * when the line has another shape. Views into `line`; the body is trimmed, and begins right behind
 * the bracket when nothing is between: Obsidian takes no such line for a task.
 */
bool fields_split_box(str line, str *symbol, str *body);

/* The white space and > that a line begins with. */
str fields_indentation(str line);

/* The body without its block link, which is stored without its caret; empty when it has none. */
str fields_split_block(str body, str *block);

/*
 * Reads the body of a task line: the emoji format, or with `dataview` the bracketed one. Of
 * several fields of a kind the leftmost one counts.
 */
struct fields fields_read(struct arena *arena, str body, bool dataview);

/*
 * Reads the fields that the plugin left in a description because other text follows them. Code
 * spans are skipped. `description` is the text with these fields cut out, `unread` names them;
 * tags and block are not looked for.
 */
struct fields fields_find_unread(struct arena *arena, str description, bool dataview);

/* The description without the run of tags at its very end; empty when it is nothing else. */
str fields_strip_tags(str description);

#endif
