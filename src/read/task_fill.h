/*
 * The parts of a task that all notations share: fields of the Tasks format and claims in words.
 */
#ifndef READ_TASK_FILL_H
#define READ_TASK_FILL_H

#include "read/claims.h"
#include "read/fields.h"
#include "read/syntax.h"

/*
 * Fills in what a line without box says, whose fields were read; the status is the caller's. A
 * marker in front ("ACTION:") is no part of the text.
 */
struct claims task_fill(const struct syntax_place *place, const struct fields *fields,
	enum assignee_trust trust, struct docket_task *task);

/*
 * The text without its ~~, and whether it is struck through. "~~Ada to mend it~~ Bo to mend it" is
 * not, and only what Bo does; what else stands behind a struck text remarks on it.
 */
str task_drop_strike(const struct syntax_place *place, str text, bool *struck);

#endif
