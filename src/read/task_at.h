/*
 * Days behind an @, as programs write them: "@November 18, 2025" (Notion), "@{2025-11-18}" (boards
 * of cards), "@due(2025-11-18)", and as people do, "@Friday".
 */
#ifndef READ_TASK_AT_H
#define READ_TASK_AT_H

#include "read/syntax.h"

/* Takes the last one for the due day, unless the task has one, and gives the text without it. */
str task_at_take(const struct syntax_place *place, str text, struct docket_task *task);

#endif
