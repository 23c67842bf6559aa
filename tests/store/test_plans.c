/*
 * How SQLite answers: questions about one person, account or task do not read what is of all
 * others.
 */
#include "base/hash.h"
#include "import/sandbox.h"
#include "query/clause.h"
#include "store/rows.h"
#include "store/schema.h"
#include "store/sqlite.h"
#include "store/store.h"

/* The example vault in a store, for all tests: they only read. */
static struct fixture {
	struct sandbox box;
	struct docket_store *store;
} fixture;

/* What there is more of with every note. */
static const char *const large[] = { "task", "decision", "mention", "lead", "note", "lead_note",
	"place", "meeting", "task_owner", "mention_owner", "note_person", "item_account", "link",
	"remark", "journal_event", "owner", "search", "meeting_person" };

static int
set_up(void **state)
{
	(void)state;
	sandbox_open(&fixture.box);
	sandbox_shell(&fixture.box, "cp -R \"$OLDPWD/fixtures/vault\" notes");
	sandbox_import(&fixture.box, "notes/Projects");
	sandbox_import(&fixture.box, "notes");
	fixture.store = sandbox_store(&fixture.box);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	docket_store_close(fixture.store);
	sandbox_close(&fixture.box);
	return 0;
}

/* Whether a step of a plan, such as "SCAN task USING INDEX x", reads all of a large table. */
static bool
scans(const char *step)
{
	char name[64] = "";
	if (sscanf(step, "SCAN %63s", name) != 1 || strstr(step, "VIRTUAL TABLE"))
		return false;
	for (size_t i = 0; i < sizeof(large) / sizeof(*large); i++)
		if (strcmp(name, large[i]) == 0)
			return true;
	return false;
}

/* The first step of the plan that reads all of a large table; empty when there is none. */
static void
find_scan(sqlite3 *handle, const char *sql, char *found, size_t size)
{
	char *explain = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
	sqlite3_stmt *plan = NULL;
	assert_int_equal(sqlite3_prepare_v2(handle, explain, -1, &plan, NULL), SQLITE_OK);
	*found = '\0';
	while (sqlite3_step(plan) == SQLITE_ROW) {
		const char *step = (const char *)sqlite3_column_text(plan, 3);
		if (!*found && scans(step))
			snprintf(found, size, "%s", step);
	}
	sqlite3_finalize(plan);
	sqlite3_free(explain);
}

/* A question, with at most one filter. */
static const struct question {
	struct docket_request request;
	struct docket_filter filter;
} questions[] = {
	{ { .report = "overdue" }, { 0 } },
	{ { .report = "overdue" }, { "owner", "Ravi Menon" } },
	{ { .report = "overdue" }, { "account", "Moritani" } },
	{ { .report = "tasks" }, { "owner", "Ravi Menon" } },
	{ { .report = "tasks" }, { "account", "Moritani" } },
	{ { .report = "tasks" }, { "person", "Ravi Menon" } },
	{ { .report = "tasks" }, { "series", "Weekly" } },
	{ { .report = "tasks" }, { "project", "Atlas" } },
	{ { .report = "tasks" }, { "since", "2025-11-03" } },
	{ { .report = "overdue", .limit = 20 }, { 0 } },
	{ { .report = "decisions" }, { "account", "Moritani" } },
	{ { .report = "decisions" }, { "person", "Ravi Menon" } },
	{ { .report = "decisions" }, { "project", "Atlas" } },
	{ { .report = "meetings" }, { "account", "Moritani" } },
	{ { .report = "meetings" }, { "series", "Weekly" } },
	{ { .report = "people" }, { 0 } },
	{ { .report = "people" }, { "person", "Ravi Menon" } },
	{ { .report = "accounts" }, { 0 } },
	{ { .report = "accounts" }, { "account", "Moritani" } },
	{ { .report = "triage" }, { 0 } },
	{ { .report = "changes" }, { 0 } },
	{ { .report = "changes" }, { "owner", "Ravi Menon" } },
	{ { .report = "overdue_owners" }, { 0 } },
	{ { .report = "overdue_accounts" }, { 0 } },
	{ { .report = "overdue_tasks" }, { 0 } },
	{ { .report = "slips" }, { 0 } },
	{ { .report = "decisions_newest" }, { 0 } },
	{ { .report = "search", .words = "offer" }, { 0 } },
	{ { .report = "search", .words = "offer" }, { "owner", "Ravi Menon" } },
	{ { .report = "search", .words = "offer" }, { "account", "Moritani" } },
	{ { .report = "search_count", .words = "offer" }, { 0 } },
};

static void
assert_no_scan(struct docket_rows *rows, const char *question, const char *filter)
{
	char scan[256];
	sqlite3_stmt *statement = rows->statement->handle;
	find_scan(sqlite3_db_handle(statement), sqlite3_sql(statement), scan, sizeof(scan));
	if (*scan)
		fail_msg("%s %s: %s", question, filter ? filter : "", scan);
	docket_rows_free(rows);
}

static void
reports_answer_from_indexes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(questions) / sizeof(*questions); i++) {
		const struct question *question = &questions[i];
		struct docket_error err = { 0 };
		struct docket_request request = question->request;
		request.today = SANDBOX_TODAY;
		request.filters = &question->filter;
		request.filter_count = question->filter.name != NULL;
		struct docket_rows *rows = docket_report_run(fixture.store, &request, &err);
		if (rows)
			assert_no_scan(rows, request.report, question->filter.name);
		else
			fail_msg("%s: %s", request.report, err.message);
	}
}

static void
one_item_is_shown_from_indexes(void **state)
{
	(void)state;
	static const char *const statements[] = { "find_id", "show_task", "show_decision" };
	for (size_t i = 0; i < sizeof(statements) / sizeof(*statements); i++) {
		struct docket_rows *rows = rows_new(fixture.store);
		rows->statement =
			db_prepare(fixture.store->db, str_from(schema_sql(statements[i])));
		assert_no_scan(rows, statements[i], NULL);
	}
}

/* Runs a file of statements one by one; none of them may read all of a large table. */
static void
run_without_scan(sqlite3 *handle, const char *name)
{
	for (const char *sql = schema_sql(name), *next; *sql; sql = next) {
		char scan[256] = "";
		sqlite3_stmt *statement = NULL;
		assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &statement, &next), SQLITE_OK);
		if (statement)
			find_scan(handle, sqlite3_sql(statement), scan, sizeof(scan));
		while (sqlite3_step(statement) == SQLITE_ROW)
			;
		if (sqlite3_finalize(statement) != SQLITE_OK || *scan)
			fail_msg("%s: %s%s", name, scan, sqlite3_errmsg(handle));
	}
}

/* Some of what follows from a note that was read again, in this order. */
static void
one_note_is_imported_from_indexes(void **state)
{
	(void)state;
	static const char *const files[] = { "import_begin", "names_settle", "meetings_affected",
		"meetings_write", "items_affected", "search_forget", "journal_write",
		"totals_settle", "totals_of_seen" };
	docket_store_release(fixture.store);
	struct docket_error err = { 0 };
	struct store_writer *writer = store_write(fixture.box.store, &err);
	if (!writer)
		fail_msg("%s", err.message);
	store_begin(writer);
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
		run_without_scan(writer->db->handle, files[i]);
	store_abandon(writer);
}

/* Which boxes wait is asked for each part of a query, so it looks at those alone. */
static void
boxes_that_wait_are_found_by_their_index(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct buffer sql = { .arena = &arena };
	char scan[256];
	struct docket_rows *rows = rows_new(fixture.store);
	clause_add_boxes(&sql, str_from(schema_sql("query_boxes")),
		STR("SELECT 1 FROM waiting WHERE depends_on IS NOT NULL"));
	rows->statement = db_prepare(fixture.store->db, sql.text);
	sqlite3_stmt *statement = rows->statement->handle;
	find_scan(sqlite3_db_handle(statement), sqlite3_sql(statement), scan, sizeof(scan));
	assert_string_equal(scan, "SCAN mention USING INDEX mention_depends");
	docket_rows_free(rows);
	arena_free(&arena);
}

/* How many columns that are questions of their own are asked of each row before rows are cut. */
static int
count_inner_questions(const char *sort)
{
	struct docket_error err = { 0 };
	struct docket_request request = {
		.report = "tasks", .sort = sort, .limit = 20, .today = SANDBOX_TODAY
	};
	struct docket_rows *rows = docket_report_run(fixture.store, &request, &err);
	if (!rows)
		fail_msg("%s: %s", sort, err.message);
	struct docket_rows *plan = rows_new(fixture.store);
	char *explain =
		sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sqlite3_sql(rows->statement->handle));
	plan->statement = db_prepare(fixture.store->db, str_from(explain));
	int count = 0;
	for (long long within = 0; statement_step(plan->statement);) {
		long long parent = column_number(plan->statement, 1);
		str step = column_text(plan->statement, 3);
		if (str_starts(step, STR("LIST SUBQUERY")))
			within = column_number(plan->statement, 0);
		count += within && parent == within &&
			 str_starts(step, STR("CORRELATED SCALAR SUBQUERY"));
	}
	sqlite3_free(explain);
	docket_rows_free(plan);
	docket_rows_free(rows);
	return count;
}

static void
only_keys_are_computed_for_rows_beyond_a_limit(void **state)
{
	(void)state;
	assert_int_equal(count_inner_questions("due"), 0);
	assert_int_equal(count_inner_questions("-overdue"), 0);
	assert_int_equal(count_inner_questions("owner"), 1);
	assert_int_equal(count_inner_questions("-account,owner"), 2);
	assert_int_equal(count_inner_questions("slips"), 1);
}

/* The tests above can fail. */
static void
a_condition_without_an_index_is_a_scan(void **state)
{
	(void)state;
	struct docket_error err = { 0 };
	struct docket_rows *rows =
		docket_sql(fixture.store, "SELECT id FROM tasks WHERE text = 'x'", &err);
	char scan[256];
	sqlite3_stmt *statement = rows->statement->handle;
	find_scan(sqlite3_db_handle(statement), sqlite3_sql(statement), scan, sizeof(scan));
	assert_non_null(strstr(scan, "SCAN task"));
	docket_rows_free(rows);
}

/* Who changes them and not the version leaves people with a store that cannot be read. */
static void
tables_change_with_the_version(void **state)
{
	(void)state;
	static const struct {
		int version;
		const char *columns; /* a hash */
	} known = { 10, "460n59w9fwhc6kv61w4d7x4590" };
	struct arena arena = { 0 };
	struct buffer columns = { .arena = &arena };
	char name[27];
	struct statement *s = db_prepare(fixture.store->db,
		STR("SELECT item.name || '.' || part.name || ' ' || part.type || "
		    "part.\"notnull\" || part.pk "
		    "FROM sqlite_schema AS item, pragma_table_xinfo(item.name) AS part "
		    "WHERE item.type = 'table' AND item.name NOT LIKE 'search%' "
		    "ORDER BY item.name, part.cid"));
	while (statement_step(s))
		buffer_format(&columns, "%.*s\n", STR_ARG(column_text(s, 0)));
	statement_free(s);
	hash_name(hash_text(columns.text), name);
	if (STORE_VERSION != known.version || strcmp(name, known.columns) != 0)
		fail_msg("the tables are others: raise STORE_VERSION and user_version (%d), and "
			 "say so here: { %d, \"%s\" }",
			STORE_VERSION, STORE_VERSION, name);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(reports_answer_from_indexes),
		cmocka_unit_test(one_item_is_shown_from_indexes),
		cmocka_unit_test(one_note_is_imported_from_indexes),
		cmocka_unit_test(boxes_that_wait_are_found_by_their_index),
		cmocka_unit_test(only_keys_are_computed_for_rows_beyond_a_limit),
		cmocka_unit_test(a_condition_without_an_index_is_a_scan),
		cmocka_unit_test(tables_change_with_the_version) };
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
