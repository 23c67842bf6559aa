/*
 * The blocks of a note that hold queries: fenced code of the language `tasks`, in quotes, callouts
 * and lists too. What stands in other code or in comments is none.
 */
#ifndef QUERY_BLOCKS_H
#define QUERY_BLOCKS_H

#include "base/str.h"
#include "docket/query.h"

struct blocks {
	LIST(struct docket_query_block)
};

/* `body` has LF line ends and begins at line `first_line` of the note; headings view it. */
struct blocks blocks_read(struct arena *arena, str body, int first_line);

#endif
