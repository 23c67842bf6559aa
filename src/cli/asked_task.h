/*
 * A task of an answer as text: what its line has, in the order of the plugin, without what the
 * query hides.
 */
#ifndef CLI_ASKED_TASK_H
#define CLI_ASKED_TASK_H

#include "text.h"

#include <docket/query.h>

/* "[ ] Send the map ⏫ 📅 2025-11-08" */
void asked_add_task(struct text *out, const struct docket_answer *answer,
	const struct docket_value *task, bool markdown);

/* Where the task stands: `path:line` on a screen, a link in Markdown. */
void asked_add_backlink(struct text *out, const struct docket_value *task, bool markdown);

/* Text from notes, safe to show; in Markdown its own markup stays, but not HTML. */
void asked_add_shown(struct text *out, struct docket_str text, bool markdown);

/* Whether it is a column that only lists need, and none of a task as docket parse has it. */
bool asked_is_own(struct docket_str column);

/* "call" of "Customers/call.md" */
struct docket_str asked_file_stem(struct docket_str path);

#endif
