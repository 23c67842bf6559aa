/*
 * What a query asks of the store, at its limits and where the store is broken.
 */
#include "../import/sandbox.h"

#include "base/str.h"
#include "store/db.h"

static struct sandbox *box;

static int
import_notes(void **state)
{
	box = sandbox_begin(state);
	sandbox_put(box, "notes/a.md", "- [ ] Send the map\n- [x] Order the chairs\n");
	sandbox_put(box, "notes/b.md", "- [ ] Water the plants\n");
	sandbox_import(box, "notes");
	return 0;
}

/* How many boxes the query finds, or -1. */
static int
count(str text, struct docket_error *err)
{
	struct docket_store *store = docket_store_open(box->store, err);
	assert_non_null(store);
	struct docket_query query = {
		.text = text, .name = "test", .line = 1, .today = SANDBOX_TODAY
	};
	struct docket_answer *answer = docket_query_run(store, &query, err);
	int found = answer ? (int)answer->total : -1;
	docket_answer_free(answer);
	docket_store_close(store);
	return found;
}

static void
two_hundred_filters_are_one_combination(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct docket_error err = { 0 };
	struct buffer text = { .arena = &arena };
	for (int i = 0; i < 199; i++)
		buffer_format(&text, "(path includes nowhere%d) OR ", i);
	str last = STR("(path includes b.md)");
	buffer_add(&text, last);
	assert_int_equal(count(text.text, &err), 1);
	buffer_format(&text, " OR %.*s", STR_ARG(last));
	assert_int_equal(count(text.text, &err), -1);
	assert_string_equal(err.message, "test:1: a query of more than 200 filters");
	arena_free(&arena);
}

/* "(a) OR (b) AND (NOT ((a) OR (b) ..." with so many brackets in one another. */
static str
write_nested(struct arena *arena, const char *level, int per_level, int brackets)
{
	struct buffer text = { .arena = arena };
	int open = 1;
	for (; open + per_level <= brackets; open += per_level)
		buffer_add(&text, str_from(level));
	buffer_add(&text, STR("(path includes b.md)"));
	for (; open > 1; open--)
		buffer_add_char(&text, ')');
	return text.text;
}

static void
fifty_brackets_may_be_in_one_another(void **state)
{
	(void)state;
	static const struct {
		const char *level;
		int per_level, found;
	} rows[] = {
		{ "(path includes nowhere) OR (", 1, 1 },
		{ "(path includes .md) AND (", 1, 1 },
		{ "(path includes nowhere) XOR (", 1, 1 },
		{ "(path includes nowhere) OR (path includes .md) AND (", 1, 1 },
		{ "(path includes nowhere) OR ((path includes .md) AND (", 2, 1 },
		{ "(path includes a.md) OR NOT (", 1, 2 },
		{ "NOT (", 1, 2 },
		{ "(path includes nowhere) XOR (NOT (", 2, 1 },
		{ "(path includes nowhere) OR (path includes .md) AND (path includes b.md) XOR (",
			1, 0 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct arena arena = { 0 };
		struct docket_error err = { 0 };
		str text = write_nested(&arena, rows[i].level, rows[i].per_level, 50);
		int found = count(text, &err);
		if (found != rows[i].found)
			fail_msg("%s...: %d, %s", rows[i].level, found, err.message);
		arena_free(&arena);
	}
}

static void
more_brackets_in_one_another_are_refused(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct docket_error err = { 0 };
	assert_int_equal(count(write_nested(&arena, "NOT (", 1, 51), &err), -1);
	assert_int_equal(err.code, DOCKET_NOT_UNDERSTOOD);
	assert_string_equal(
		err.message, "test:1: a combination of more than 50 brackets in one another");
	arena_free(&arena);
}

static void
a_store_that_is_let_go_of_keeps_no_import_waiting(void **state)
{
	(void)state;
	struct docket_error err = { 0 };
	struct docket_store *store = docket_store_open(box->store, &err);
	struct docket_request request = { .report = "tasks", .today = SANDBOX_TODAY };
	struct docket_rows *rows = docket_report_run(store, &request, &err);
	assert_non_null(docket_rows_next(rows, &err));
	docket_store_release(store);
	sandbox_put(box, "notes/e.md", "- [ ] Wax the floor\n");
	sandbox_import(box, "notes");
	docket_rows_free(rows);
	docket_store_close(store);
}

/* In WAL mode an import goes on while a report reads, as after one that could not end that mode. */
static void
an_answer_is_of_the_time_it_was_asked(void **state)
{
	(void)state;
	struct docket_error err = { 0 };
	sandbox_put(box, "chores/d.md", "- [ ] Sweep\n- [ ] Mop\n- [ ] Dust\n");
	sandbox_import(box, "chores");
	struct db *held = db_open(box->store, DB_WRITE, &err);
	db_execute(held, "PRAGMA journal_mode = WAL; BEGIN; SELECT count(*) FROM note;");
	struct docket_store *store = docket_store_open(box->store, &err);
	struct docket_query query = {
		.text = STR("path includes d.md"), .name = "test", .line = 1, .today = SANDBOX_TODAY
	};
	struct docket_answer *answer = docket_query_run(store, &query, &err);
	assert_non_null(answer);
	sandbox_put(box, "chores/d.md", "- [ ] Dust\n");
	sandbox_import(box, "chores");
	size_t count = 0;
	assert_int_equal(docket_answer_next_group(answer)->count, 3);
	while (docket_answer_next_task(answer, &err))
		count++;
	assert_int_equal(count, 3);
	docket_answer_free(answer);
	docket_store_release(store);
	answer = docket_query_run(store, &query, &err);
	assert_int_equal(answer->total, 1);
	docket_answer_free(answer);
	docket_store_close(store);
	db_close(held);
}

static void
a_name_that_cannot_be_looked_up_is_not_the_fault_of_the_query(void **state)
{
	(void)state;
	struct docket_error err = { 0 };
	sandbox_shell(box, "cp store kept");
	struct db *db = db_open(box->store, DB_WRITE, &err);
	db_execute(db, "DROP TABLE person_alias;");
	db_close(db);
	assert_int_equal(count(STR("owner is Ann"), &err), -1);
	assert_int_equal(err.code, DOCKET_FAILED);
	sandbox_shell(box, "mv kept store");
}

/* The link stands for a disk that is full or may not be written to. */
static void
a_store_that_was_left_in_wal_mode_is_read_where_nothing_can_be_made(void **state)
{
	(void)state;
	struct docket_error err = { 0 };
	struct db *db = db_open(box->store, DB_WRITE, &err);
	db_execute(db, "PRAGMA journal_mode = WAL;");
	db_close(db);
	sandbox_shell(box, "ln -s nowhere/wal store-wal");
	assert_true(count(STR("done"), &err) > 0);
	sandbox_shell(box, "rm store-wal");
	sandbox_import(box, "notes");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_hundred_filters_are_one_combination),
		cmocka_unit_test(fifty_brackets_may_be_in_one_another),
		cmocka_unit_test(more_brackets_in_one_another_are_refused),
		cmocka_unit_test(a_store_that_is_let_go_of_keeps_no_import_waiting),
		cmocka_unit_test(an_answer_is_of_the_time_it_was_asked),
		cmocka_unit_test(a_name_that_cannot_be_looked_up_is_not_the_fault_of_the_query),
		cmocka_unit_test(
			a_store_that_was_left_in_wal_mode_is_read_where_nothing_can_be_made),
	};
	return cmocka_run_group_tests(tests, import_notes, sandbox_end);
}
