/*
 * The SQL that answers a request: a report's file, the clauses of the filters, the order. It is
 * put together of constant pieces only.
 */
#ifndef STORE_QUESTION_H
#define STORE_QUESTION_H

#include "store/db.h"
#include "store/schema.h"

struct question {
	const struct schema_report *report;
	const struct docket_request *request;
	str clauses; /* of the filters */
};

/* Adds the statement whose rows are the answer; fails with DOCKET_INVALID (a key to sort by). */
bool question_rows(const struct question *question, struct buffer *sql, struct docket_error *err);

/* Adds the statement that counts them, whatever the limit. */
void question_count(const struct question *question, struct buffer *sql);

/*
 * Adds the question, of which `whole` is the prepared statement, with the columns named in
 * `wanted` alone. SQLite merges the inner SELECT into the outer one, keeps its order, and computes
 * no column that is left out. All columns when none has such a name.
 */
void question_narrow(
	const struct statement *whole, str question, const char *wanted, struct buffer *sql);

#endif
