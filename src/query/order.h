/*
 * Instructions that order boxes: `sort by due reverse`.
 */
#ifndef QUERY_ORDER_H
#define QUERY_ORDER_H

#include "query/reader.h"

query_read_line order_read;

/* The orders that decide where those of the query do not, in order; `count` of them. */
const struct query_order *order_usual(struct arena *arena, size_t *count);

/* The names of all orders, from 0; NULL behind the last. */
const char *order_name(size_t index);

#endif
