/*
 * Pipe tables, with and without outer pipes: the head says which column is what.
 *
 *	| # | Action | Owner | Due | Status |
 *	|---|--------|-------|-----|--------|
 */
#ifndef READ_TABLE_H
#define READ_TABLE_H

#include "read/syntax.h"

/* "|---|:--:|": the line below the head of a table. */
bool table_is_rule(str text);

/*
 * Adds the tasks and decisions of the rows, if it is a table of such. `rows` are the lines of the
 * table and what follows it in its paragraph; the first is its head, the second the rule.
 */
void table_read(const struct syntax_place *place, const struct outline_entry *rows, size_t count,
	struct syntax_items *items);

#endif
