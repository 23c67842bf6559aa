/*
 * A query as SQL over `box` (schema/statements/query_boxes.sql). It is put together from the
 * constant clauses of the tables of filters, orders and groups; what somebody wrote is bound to
 * the parameters :v0, :v1 and so on.
 */
#ifndef QUERY_CLAUSE_H
#define QUERY_CLAUSE_H

#include "query/query.h"

/* What orders boxes. */
struct clause_key {
	enum query_key_kind kind;
	size_t columns[QUERY_KEY_VALUES_MOST]; /* of its values, among `columns` of the clause */
	size_t count;
	bool reverse;
};

struct clause {
	struct buffer sql;
	struct {
		LIST(struct query_value)
	} values; /* of the parameters, in order */
	struct {
		LIST(str)
	} columns; /* of keys, as they were added: SQL */
	struct {
		LIST(struct clause_key)
	} keys; /* the first decides */
};

/* " AND ..." for every filter. */
void clause_add_filters(struct clause *clause, const struct query *query);

/* ", value" for every group. */
void clause_add_groups(struct clause *clause, const struct query *query);

/* ", value" for what the keys of the order are made of; the last key is the line. */
void clause_add_keys(struct clause *clause, const struct query *query);

/*
 * Adds `boxes`, the text of query_boxes.sql, with those columns that `asked` names, in front of
 * `asked`, which is SQL over them.
 */
void clause_add_boxes(struct buffer *sql, str boxes, str asked);

/* The name of a parameter, in the arena. */
const char *clause_parameter(struct arena *arena, size_t index);

#endif
