/*
 * A line -> a task: a checkbox, or words that some other notation makes a task.
 */
#ifndef READ_TASK_H
#define READ_TASK_H

#include "read/assignee.h"
#include "read/property.h"
#include "read/syntax.h"

/*
 * False when the Tasks plugin sees no task in the line. What it sees and docket does not, as an
 * agenda point, a template's "[Name]", a status registered as no task, has an empty `text`.
 */
bool task_read(const struct syntax_place *place, struct docket_task *task);

/*
 * `text` is the line without list marker and all that made it a task: a bullet under a heading, a
 * cell, what follows "ACTION:". A box at its begin counts. False when it says nothing to do.
 */
bool task_read_words(const struct syntax_place *place, str text, enum assignee_trust trust,
	struct docket_task *task);

/*
 * What a cell, a key or a line below says of a task: it comes before what the task's own words
 * say. False when the property is none of a task.
 */
bool task_set(const struct syntax_place *place, enum property property, str words,
	struct docket_task *task);

/* Whether it says who, when or how pressing. */
bool task_is_assigned(const struct docket_task *task);

#endif
