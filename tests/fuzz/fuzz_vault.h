/*
 * A store made of the notes in fixtures/vault, for the targets that ask one.
 */
#ifndef TESTS_FUZZ_VAULT_H
#define TESTS_FUZZ_VAULT_H

#include "docket/report.h"
#include "fuzz.h"

static inline void
make_store(const char *path)
{
	static const char *const paths[] = { "fixtures/vault" };
	struct docket_import import = { .paths = paths, .path_count = 1 };
	struct docket_import_result result;
	struct docket_error err = { 0 };
	bool made = docket_store_import(path, &import, &result, &err);
	require(made, made ? "" : err.message);
}

/* Reads all rows of a report and gives whether it answered to its end. */
static inline bool
run_report(struct docket_store *store, const struct docket_request *request)
{
	struct docket_error err = { 0 };
	struct docket_rows *rows = docket_report_run(store, request, &err);
	const struct docket_value *row;
	while (rows && (row = docket_rows_next(rows, &err)))
		require(row->type == DOCKET_MAP, "a row is a map");
	docket_rows_free(rows);
	if (err.code != DOCKET_OK)
		require_message(err.message);
	return err.code == DOCKET_OK;
}

#endif
