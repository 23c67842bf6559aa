/*
 * A query as SQL over `box` (schema/statements/query_boxes.sql). It is put together from the
 * constant clauses of the tables of filters, orders and groups; what somebody wrote is bound to
 * the parameters :v0, :v1 and so on.
 */
#ifndef QUERY_CLAUSE_H
#define QUERY_CLAUSE_H

#include "query/query.h"

struct clause {
	struct buffer sql;
	struct {
		LIST(struct query_value)
	} values; /* of the parameters, in order */
	struct {
		LIST(bool)
	} reversed; /* of the keys that were added as columns */
};

/* " AND ..." for every filter. */
void clause_add_filters(struct clause *clause, const struct query *query);

/* ", value" for every group. */
void clause_add_groups(struct clause *clause, const struct query *query);

/* " ORDER BY ...", down to what makes it the same every time. */
void clause_add_orders(struct clause *clause, const struct query *query);

/* ", key" for every key of that order; it comes from `reversed` which of them are turned round. */
void clause_add_keys(struct clause *clause, const struct query *query);

/*
 * Adds `boxes`, the text of query_boxes.sql, with those columns that `asked` names, in front of
 * `asked`, which is SQL over them.
 */
void clause_add_boxes(struct buffer *sql, str boxes, str asked);

/* The name of a parameter, in the arena. */
const char *clause_parameter(struct arena *arena, size_t index);

#endif
