/*
 * Text in Markdown that stays text: what CommonMark, GitHub and Obsidian would take for markup is
 * escaped.
 */
#ifndef CLI_MARKDOWN_H
#define CLI_MARKDOWN_H

#include "text.h"

/* Adds text that is safe to show, as it stands inside a line. */
void markdown_add(struct text *out, struct docket_str text);

#endif
