/*
 * What the properties of a note say for all queries in it: `TQ_show_tree: true`.
 */
#ifndef QUERY_DEFAULTS_H
#define QUERY_DEFAULTS_H

#include "query/lines.h"

/* Adds the instructions that the properties stand for. */
void defaults_add(struct arena *arena, const struct query_text *text, struct query_lines *lines);

#endif
