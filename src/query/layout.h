/*
 * Instructions that say how much is shown, and what of each task.
 */
#ifndef QUERY_LAYOUT_H
#define QUERY_LAYOUT_H

#include "query/reader.h"

query_read_line layout_read_limit, layout_read_hide, layout_read_view, layout_read_mode;

/* What is hidden while the query does not say: bits of enum query_part. */
unsigned layout_usual(void);

/* "due date"; parts are numbered as in enum query_part. NULL behind the last. */
const char *layout_part(size_t index);

#endif
