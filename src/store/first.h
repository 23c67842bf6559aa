/*
 * The first rows of an order, from rows that come in none: a few are kept while all are counted, so
 * that a limit asks the store once and takes no more memory than it shows.
 *
 *	struct first first = { .limit = 20, .values = 1, .reversed = reversed, .keys = 2 };
 *	while (statement_step(s))
 *		first_add(&first, s);
 *	first_sort(&first);
 *	...
 *	first_free(&first);
 *
 * The columns of a row are its id, `values` that are kept with it, and the keys.
 */
#ifndef STORE_FIRST_H
#define STORE_FIRST_H

#include "store/db.h"

/* A value of SQL; those of a later kind come later, as SQLite has it. */
struct first_cell {
	enum { FIRST_NULL, FIRST_NUMBER, FIRST_TEXT, FIRST_BYTES } kind;
	double number;
	str text; /* absent: NULL, or a number */
};

struct first_row {
	const struct first *of;
	long long id;
	struct first_cell *cells; /* the values, then the keys */
};

struct first {
	size_t limit; /* at least 1 */
	size_t values, keys;
	const bool *reversed; /* for each key */
	size_t total;         /* of the rows that were added */
	bool full; /* there were more: what follows the last of them is none of the first */
	struct arena arena; /* of the rows */
	struct {
		LIST(struct first_row)
	} rows;
};

/* The current row of the statement. */
void first_add(struct first *first, const struct statement *statement);

/* Leaves the first rows, in order. */
void first_sort(struct first *first);

void first_free(struct first *first);

#endif
