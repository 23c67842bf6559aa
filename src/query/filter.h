/*
 * Filters: a statement -> the boxes it keeps.
 */
#ifndef QUERY_FILTER_H
#define QUERY_FILTER_H

#include "query/reader.h"

/*
 * Reads a filter, no combination of filters, and adds it to `filter` as one token.
 */
enum query_answer filter_read(struct query_reader *reader, str text, struct query_filter *filter);

/* Adds a token for `text`; the caller sets its clause. */
struct query_token *filter_add(struct query_reader *reader, str text, struct query_filter *filter);

/* Adds a value to a token. */
void filter_bind_text(struct query_token *token, str text);
void filter_bind_number(struct query_token *token, long long number);

/* filter_date.c: fields of dates and what is asked of them. */
enum query_answer filter_read_date(
	struct query_reader *reader, str text, struct query_filter *filter);

/* filter_text.c: fields of text. */
enum query_answer filter_read_text(
	struct query_reader *reader, str text, struct query_filter *filter);

/* filter_function.c: JavaScript, of which docket knows what needs none to be run. */
enum query_answer filter_read_function(
	struct query_reader *reader, str text, struct query_filter *filter);

/* The begins of all filters there are, from 0, for "did you mean"; NULL behind the last. */
const char *filter_example(size_t index);

#endif
