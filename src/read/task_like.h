/*
 * Lines that look like tasks and are none, because they stand in code, a comment or HTML.
 */
#ifndef READ_TASK_LIKE_H
#define READ_TASK_LIKE_H

#include "read/outline.h"

/* One remark for all of them, at the first; `body` and `first_line` are those of the outline. */
void task_like_check(
	str body, int first_line, const struct outline *outline, struct remarks *remarks);

#endif
