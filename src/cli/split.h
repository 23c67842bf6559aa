/*
 * One file per account or owner.
 */
#ifndef CLI_SPLIT_H
#define CLI_SPLIT_H

#include "options.h"

/*
 * Writes the rows of the report into a file for each account (or owner, by --split-by) in the
 * folder of -o, which is made when needed; rows that have none go into a file of their own. Stores
 * the number of rows.
 */
bool split_write(const struct invocation *invocation, struct docket_store *store,
	const struct docket_request *request, size_t *count, struct docket_error *err);

#endif
