/*
 * Rows of a statement as trees of values. A column "due:date" is called due and holds dates;
 * without a type it is text.
 */
#ifndef STORE_ROWS_H
#define STORE_ROWS_H

#include "docket/report.h"
#include "store/store.h"

struct docket_rows {
	struct db *db;
	struct statement *statement;
	bool ended;         /* there are no more rows */
	struct arena arena; /* lives as long as the rows: columns, bound values */
	struct arena row;   /* of the current row */
	struct docket_value columns;
	struct docket_value current;
};

/* Without a statement yet. */
struct docket_rows *rows_new(struct docket_store *store);

/* To be called with the statement; NULL, and the rows freed, when something has failed. */
struct docket_rows *rows_begin(struct docket_rows *rows, struct docket_error *err);

/* The row that the statement is at. Valid until the next one. */
const struct docket_value *rows_current(struct docket_rows *rows);

#endif
