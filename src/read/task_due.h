/* The due day of a task, from words. */
#ifndef READ_TASK_DUE_H
#define READ_TASK_DUE_H

#include "read/syntax.h"

/* The day that `words` are, or the words. */
void task_due_take(const struct syntax_place *place, str words, struct docket_task *task);

/* Remarks on a day before the meeting. */
void task_due_check(const struct syntax_place *place, const struct docket_task *task);

#endif
