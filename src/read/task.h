/*
 * A checkbox line -> a task.
 */
#ifndef READ_TASK_H
#define READ_TASK_H

#include "read/syntax.h"

/*
 * False when the Tasks plugin sees no task in the line. What it sees and docket does not, as an
 * agenda point, a template's "[Name]", a status registered as no task, has an empty `text`.
 */
bool task_read(const struct syntax_place *place, struct docket_task *task);

#endif
