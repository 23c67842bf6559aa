/*
 * What db.c and statement.c share; the only file that knows sqlite3.h.
 */
#ifndef STORE_SQLITE_H
#define STORE_SQLITE_H

#include "store/db.h"

#include <sqlite3.h>

/* The result of a statement in which a function of ours refuses what it is asked (store/call.h). */
#define SQLITE_REFUSED SQLITE_CONSTRAINT_FUNCTION

enum { STATEMENTS_MOST = 96, PARAMETERS_MOST = 40, NAMES_MOST = 256 };

/* A parameter's name, known by its address, and its number. */
struct parameter {
	const char *name;
	int index;
};

struct batch;

struct statement {
	struct db *db;
	sqlite3_stmt *handle; /* NULL when it could not be prepared; the db then says why */
	const char *name;     /* of a kept statement */
	const char *asked;    /* the same name, at the address by which it was last asked for */
	bool more;            /* other statements follow in its text */
	struct batch *batch;  /* the rows it is given; NULL: it takes none */
	/* Of a kept statement, in the order in which they were first bound. */
	struct parameter parameters[PARAMETERS_MOST];
	size_t parameter_count, next; /* the one that is likely bound next */
};

struct db {
	sqlite3 *handle;
	struct docket_error error; /* the first failure */
	int result;                /* SQLite's code for it */
	struct statement kept[STATEMENTS_MOST];
	size_t kept_count;
	struct statement *found[NAMES_MOST]; /* those used last, by the address of their names */
};

/* Keeps the first failure of the db, with SQLite's words for it. */
void sqlite_failed(struct db *db, int result);

#endif
