/*
 * Combinations of filters: `(not done) AND NOT [due before today]`.
 *
 * As in the plugin, a statement is cut where a closing delimiter, an operator and an opening one
 * stand together; delimiters inside a filter's own text are then left alone.
 */
#ifndef QUERY_COMBINE_H
#define QUERY_COMBINE_H

#include "query/filter.h"

/* QUERY_OTHER: it looks like no combination. */
enum query_answer combine_read(struct query_reader *reader, str text, struct query_filter *filter);

#endif
