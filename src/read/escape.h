/*
 * Backslashes that keep a sign from being Markdown: "Ada \- send it", as word processors export.
 */
#ifndef READ_ESCAPE_H
#define READ_ESCAPE_H

#include "base/str.h"

/* The text as it is shown; itself when nothing is escaped. Code spans stay. */
str escape_drop(struct arena *arena, str text);

#endif
