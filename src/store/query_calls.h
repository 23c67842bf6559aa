/*
 * The SQL functions that the clauses of queries use (query/clause.h).
 */
#ifndef STORE_QUERY_CALLS_H
#define STORE_QUERY_CALLS_H

#include "store/db.h"

void query_register(struct db *db);

#endif
