/*
 * Days behind a signifier that are not written YYYY-MM-DD, so that Obsidian does not see them:
 * "📅 08.11.2025", "📅 [[2025-11-08]]", "📅 Friday".
 */
#ifndef READ_TASK_DAY_H
#define READ_TASK_DAY_H

#include "read/syntax.h"

/* Takes what the task lacks, with a remark for each, and gives the text without them. */
str task_day_take(const struct syntax_place *place, str text, struct docket_task *task);

#endif
