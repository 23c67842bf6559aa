/*
 * A value as the one line of text that a cell of a table holds: a list joined, a meeting as
 * "DATE TITLE", a mention as "PATH:LINE", any other map as compact JSON.
 */
#ifndef CLI_CELL_H
#define CLI_CELL_H

#include "text.h"

/* Adds the value as it is: making it safe for the format is up to the caller. */
void cell_add(struct text *out, const struct docket_value *value, const char *separator);

#endif
