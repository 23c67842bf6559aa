/*
 * The rows that a statement is given, many at a time: to SQLite they are a table of that
 * statement's name.
 */
#ifndef STORE_BATCH_H
#define STORE_BATCH_H

#include "store/sqlite.h"

enum cell_kind { CELL_NULL, CELL_NUMBER, CELL_REAL, CELL_TEXT, CELL_DAY };

struct cell {
	enum cell_kind kind;
	union {
		long long number;
		double real;
		str text;
		char day[11];
	};
};

/*
 * The statement's text begins with CREATE TABLE, which tells the shape of the rows; `*insert` is
 * what follows. NULL when that fails; the db then says why.
 */
struct batch *batch_new(struct db *db, const char *name, str sql, str *insert);

/* Nothing refers to the rows any more. */
void batch_free(struct batch *batch);

/* Begins a row of nothing but NULLs. */
void batch_begin(struct batch *batch);

/* How many rows there are; takes all of them out. */
size_t batch_count(const struct batch *batch);
void batch_empty(struct batch *batch);

/* A column's number, from 1; 0: there is none. */
int batch_column(const struct batch *batch, const char *name);

/* A cell of the row that was begun last. */
struct cell *batch_cell(struct batch *batch, int column);

#endif
