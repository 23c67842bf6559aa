/*
 * A query, asked of the store.
 */
#ifndef STORE_ANSWER_H
#define STORE_ANSWER_H

#include "docket/query.h"
#include "query/query.h"

/* Which notes a query is about. */
struct answer_scope {
	str vault; /* the path of a vault, with / at its end; empty: all */
	str below; /* a folder, with / at its end; empty: all */
};

/*
 * Takes over the query's arena, also when it fails. What failed before has been forgiven.
 * DOCKET_NOT_FOUND: no note of the vault was imported.
 */
struct docket_answer *answer_new(struct docket_store *store, const struct query *query,
	const struct answer_scope *scope, struct docket_error *err);

#endif
