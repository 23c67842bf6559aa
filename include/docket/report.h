/*
 * Reports: questions with rows. Each is one file in schema/reports and one command.
 *
 *	struct docket_filter filters[] = { { "owner", "me" } };
 *	struct docket_request request = { .report = "overdue", .today = { 2025, 11, 9 },
 *		.filters = filters, .filter_count = 1 };
 *	struct docket_rows *rows = docket_report_run(store, &request, &err);
 *	const struct docket_value *row;
 *	while (rows && (row = docket_rows_next(rows, &err)))
 *		print(docket_value_get(row, "text"));
 *	docket_rows_free(rows);
 */
#ifndef DOCKET_REPORT_H
#define DOCKET_REPORT_H

#include <docket/store.h>

struct docket_report {
	const char *name;    /* the command */
	const char *summary; /* one line of help */
	const char *subject; /* what a row is: "task", "decision", "person", "account", "meeting",
				"change", "hit" */
	const char *table;   /* columns of the table made for reading, separated by blanks */
	const char *group;   /* the column it is grouped by unless asked otherwise, or "" */
	const char *sort;    /* sort keys unless asked otherwise: "due,-priority" */
	const char *columns; /* all of them, separated by blanks */
};

/* The reports there are, from 0 in the order help shows them; NULL behind the last. */
DOCKET_API const struct docket_report *docket_report_at(size_t index);

/*
 * The report of this name; NULL: there is none. Besides those above there are the sections of the
 * page of `docket report`, such as "overdue_owners": questions that are no commands, with an order
 * of their own. "search" is one of these: tasks, decisions, lines of key information and notes that
 * have all of the request's words, best first; "search_count" gives their number.
 */
DOCKET_API const struct docket_report *docket_report_find(const char *name);

/* An option as given, without its dashes: { "owner", "me" }. Repeated names widen. */
struct docket_filter {
	const char *name;
	const char *value;
};

/* A filter that exists, for help and completion. */
struct docket_filter_option {
	const char *name;
	const char *argument; /* "NAME"; NULL: a switch, its value is not looked at */
	const char *summary;  /* one line of help; behind "; decisions: " that of this report */
};

/* The filters there are, from 0; NULL behind the last. */
DOCKET_API const struct docket_filter_option *docket_report_filter(size_t index);

/* Whether rows of the report have this filter. */
DOCKET_API bool docket_report_has_filter(const struct docket_report *report, const char *name);

struct docket_request {
	const char *report;
	const struct docket_filter *filters;
	size_t filter_count;
	struct docket_date today;
	const char *sort; /* keys, "due,-priority"; NULL: the report's own */
	bool reverse;
	long limit; /* 0: all */
	/*
	 * The columns wanted, separated by blanks: "text due"; what is left out costs nothing.
	 * NULL, or names that are all unknown: every column.
	 */
	const char *columns;
	const char *words; /* what "search" and "search_count" look for; the reports have none */
};

struct docket_rows;

/*
 * Asks. Fails with DOCKET_INVALID (a filter, value or key that is not known; the message says
 * which are), DOCKET_NOT_FOUND (a name nobody has; the message names the nearest) and
 * DOCKET_AMBIGUOUS (a name that fits several; the message lists them). The caller frees the rows;
 * the store must outlive them.
 */
DOCKET_API struct docket_rows *docket_report_run(
	struct docket_store *store, const struct docket_request *request, struct docket_error *err);

/* How many rows the request has without its limit. Fails as docket_report_run does. */
DOCKET_API bool docket_report_count(struct docket_store *store,
	const struct docket_request *request, size_t *count, struct docket_error *err);

/* The names and types of the columns: a map whose values are empty. Valid as long as the rows. */
DOCKET_API const struct docket_value *docket_rows_columns(const struct docket_rows *rows);

/*
 * The next row, a map with an item per column; NULL at the end or on failure, which `err` tells
 * apart (its code is DOCKET_OK at the end). Valid until the next call.
 */
DOCKET_API const struct docket_value *docket_rows_next(
	struct docket_rows *rows, struct docket_error *err);

/* NULL is allowed. */
DOCKET_API void docket_rows_free(struct docket_rows *rows);

/* One task or decision whole, by a unique start of its id: rows of one map. */
DOCKET_API struct docket_rows *docket_show(struct docket_store *store, const char *id,
	struct docket_date today, struct docket_error *err);

/* The folders that were imported, and files that were named outright: rows of one path. */
DOCKET_API struct docket_rows *docket_folders(struct docket_store *store, struct docket_error *err);

/*
 * Whom 'Myself' seems to stand for while no `me` is configured: one row with a name, or none.
 */
DOCKET_API struct docket_rows *docket_likely_me(
	struct docket_store *store, struct docket_error *err);

/*
 * Owners whom nobody knows, by the person they may be: rows of name (to configure), aliases (the
 * spellings; none when nobody is near), others (as near, a text) and tasks (a number).
 */
DOCKET_API struct docket_rows *docket_unknown_people(
	struct docket_store *store, struct docket_error *err);

/*
 * What looks wrong in all notes imported: rows of path, line, level, message and kind, by path and
 * line. Besides the remarks of reading: owners whom nobody knows, with the nearest names.
 */
DOCKET_API struct docket_rows *docket_remarks(struct docket_store *store, struct docket_error *err);

/*
 * What may be one thing but is counted as two: calls `found` with rows like those of
 * docket_remarks, valid during the call. The tasks of an earlier meeting that a later one words
 * anew, and people whose names are nearly the same.
 */
DOCKET_API bool docket_suggest(struct docket_store *store,
	void (*found)(void *context, const struct docket_value *row), void *context,
	struct docket_error *err);

/*
 * Why a search finds nothing: a row of `word`, the first of the words that is nowhere, and
 * `nearest`, the word there is that is written most like it; no row when none is.
 */
DOCKET_API struct docket_rows *docket_search_nearest(
	struct docket_store *store, const char *words, struct docket_error *err);

/* Rows of one read-only SQL statement over the views of schema/views.sql. */
DOCKET_API struct docket_rows *docket_sql(
	struct docket_store *store, const char *statement, struct docket_error *err);

#endif
