/*
 * The fields of one task line in the Obsidian Tasks format (tasks-format A.2, A.3, B, C).
 */
#ifndef READ_FIELDS_H
#define READ_FIELDS_H

#include "base/date.h"
#include "read/remarks.h"

/* One line as the plugin reads it: to the letter. */
struct fields {
	str description;
	enum docket_priority priority;
	date due, scheduled, start, created, done, cancelled; /* DATE_IMPOSSIBLE as written in: */
	str due_written;
	str recurrence; /* canonical; empty: none or not a rule */
	str recurrence_written;
	str id;
	strs depends_on;
	str on_completion;
	str block;
	strs tags;
};

/*
 * A checkbox line: indentation (blanks and >), marker, one or more blanks, [c], body. False when
 * the line has another shape. Views into `line`.
 */
bool fields_split_box(str line, str *symbol, str *body);

/* Reads the body of a task line: the emoji format, or with `dataview` the bracketed one. */
struct fields fields_read(struct arena *arena, str body, bool dataview);

/* The canonical text of a recurrence rule (tasks-format B.5), empty when it is none. */
str recurrence_read(struct arena *arena, str text);

#endif
