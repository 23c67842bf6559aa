/*
 * What db.c and statement.c share; the only file that knows sqlite3.h.
 */
#ifndef STORE_SQLITE_H
#define STORE_SQLITE_H

#include "store/db.h"

#include <sqlite3.h>

enum { STATEMENTS_MOST = 96 };

struct statement {
	struct db *db;
	sqlite3_stmt *handle; /* NULL when it could not be prepared; the db then says why */
	const char *name;
	bool more; /* other statements follow in its text */
};

struct db {
	sqlite3 *handle;
	struct docket_error error; /* the first failure */
	int result;                /* SQLite's code for it */
	struct statement kept[STATEMENTS_MOST];
	size_t kept_count;
};

/* Keeps the first failure of the db, with SQLite's words for it. */
void sqlite_failed(struct db *db, int result);

#endif
