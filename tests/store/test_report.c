/* The rows of reports: how many, in which order. */
#include "import/sandbox.h"

#include <strings.h>

/* The example vault in a store, for all tests: they only read. */
static struct fixture {
	struct sandbox box;
	struct docket_store *store;
} fixture;

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

static void
copy_text(char *out, size_t size, struct docket_str text)
{
	snprintf(out, size, "%.*s", (int)text.length, text.bytes);
}

static bool
is(struct docket_str text, const char *word)
{
	return text.length == strlen(word) && memcmp(text.bytes, word, text.length) == 0;
}

static int
rank_of(struct docket_str priority)
{
	for (int p = DOCKET_PRIORITY_LOWEST; p <= DOCKET_PRIORITY_HIGHEST; p++)
		if (is(priority, docket_priority_name((enum docket_priority)p)))
			return p;
	fail_msg("no priority: %.*s", (int)priority.length, priority.bytes);
	return 0;
}

static struct docket_str
day_of_meeting(const struct docket_value *row)
{
	return docket_value_get(docket_value_get(row, "meeting"), "date")->text;
}

static struct docket_rows *
ask(const struct docket_request *request)
{
	struct docket_error err = { 0 };
	struct docket_request asked = *request;
	asked.today = SANDBOX_TODAY;
	asked.report = request->report ? request->report : "tasks";
	struct docket_rows *rows = docket_report_run(fixture.store, &asked, &err);
	if (!rows)
		fail_msg("%s", err.message);
	return rows;
}

/* The ids of some rows in an order, a line each; the caller frees them. */
static char *
list_ids(const char *report, const char *sort, long limit)
{
	char *ids = NULL;
	size_t size;
	FILE *out = open_memstream(&ids, &size);
	struct docket_rows *rows =
		ask(&(struct docket_request){ .report = report, .sort = sort, .limit = limit });
	const struct docket_value *row;
	while ((row = docket_rows_next(rows, NULL))) {
		const struct docket_value *id = docket_value_get(row, "id");
		struct docket_str text = (id ? id : docket_value_get(row, "title"))->text;
		fprintf(out, "%.*s\n", (int)text.length, text.bytes);
	}
	docket_rows_free(rows);
	fclose(out);
	return ids;
}

static void
check_limit(const char *report, const char *sort)
{
	char *all = list_ids(report, sort, 0), *some = list_ids(report, sort, 7);
	size_t lines = 0;
	for (const char *c = some; *c; c++)
		lines += *c == '\n';
	assert_int_equal(lines, 7);
	assert_true(strlen(all) > strlen(some));
	assert_memory_equal(all, some, strlen(some));
	free(all);
	free(some);
}

/* By what is a column of the report, of its tables, and both. */
static void
a_limit_keeps_the_first_rows(void **state)
{
	(void)state;
	static const char *const orders[][2] = { { "tasks", NULL }, { "tasks", "-text" },
		{ "tasks", "owner" }, { "tasks", "-account,-priority" }, { "tasks", "-slips" },
		{ "tasks", "project,-overdue,due" }, { "tasks", "-meetings,-id" },
		{ "decisions", NULL }, { "decisions", "-account,topic" }, { "meetings", NULL },
		{ "meetings", "-tasks,title" } };
	for (size_t i = 0; i < sizeof(orders) / sizeof(*orders); i++)
		check_limit(orders[i][0], orders[i][1]);
}

/* What rows are compared by under a key: empty when there is none. */
static void
sort_text(const struct docket_value *row, const char *key, char *out, size_t size)
{
	const struct docket_value *value = docket_value_get(row, key);
	if (strcmp(key, "meeting") == 0)
		copy_text(out, size, day_of_meeting(row));
	else if (strcmp(key, "priority") == 0)
		snprintf(out, size, "%d", rank_of(value->text) + 5);
	else
		copy_text(
			out, size, value->type == DOCKET_LIST ? value->items[0].text : value->text);
}

static void
check_sorted(const char *key, bool down, bool reverse)
{
	char sort[32], before[512] = "", now[512];
	snprintf(sort, sizeof(sort), "%s%s", down ? "-" : "", key);
	struct docket_rows *rows =
		ask(&(struct docket_request){ .sort = sort, .reverse = reverse });
	const struct docket_value *row;
	bool first = true, without = false;
	for (; (row = docket_rows_next(rows, NULL)); first = false) {
		sort_text(row, key, now, sizeof(now));
		int order = strcasecmp(before, now);
		/* What has no value is last, whatever the direction. */
		assert_true(!without || !*now);
		without = !*now;
		if (!first && !without)
			assert_true(down != reverse ? order >= 0 : order <= 0);
		strcpy(before, now);
	}
	docket_rows_free(rows);
}

static void
rows_are_in_the_order_of_their_key(void **state)
{
	static const char *const keys[] = { "due", "priority", "text", "meeting", "created",
		"scheduled", "done", "id", "project" };
	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		for (size_t way = 0; way < 4; way++)
			if (way == i % 4 || !rounds_are_few())
				check_sorted(keys[i], way & 1, way & 2);
}

static void
the_second_key_orders_what_the_first_leaves(void **state)
{
	(void)state;
	struct docket_rows *rows = ask(&(struct docket_request){ .sort = "due, -priority" });
	const struct docket_value *row;
	char due[16] = "", now[16];
	for (int before = 0; (row = docket_rows_next(rows, NULL));) {
		int rank = rank_of(docket_value_get(row, "priority")->text);
		copy_text(now, sizeof(now), docket_value_get(row, "due")->text);
		assert_true(strcmp(due, now) != 0 || rank <= before || !*due);
		before = rank;
		strcpy(due, now);
	}
	docket_rows_free(rows);
}

static void
every_report_runs_as_it_is(void **state)
{
	(void)state;
	for (size_t i = 0; docket_report_at(i); i++) {
		struct docket_request request = { .report = docket_report_at(i)->name };
		struct docket_rows *rows = ask(&request);
		const struct docket_value *row = docket_rows_next(rows, NULL);
		assert_non_null(row);
		assert_int_equal(row->count, docket_rows_columns(rows)->count);
		docket_rows_free(rows);
	}
}

static size_t
count_rows(const struct docket_request *request)
{
	struct docket_rows *rows = ask(request);
	size_t count = 0;
	while (docket_rows_next(rows, NULL))
		count++;
	docket_rows_free(rows);
	return count;
}

static void
a_count_is_that_of_the_rows_without_a_limit(void **state)
{
	(void)state;
	struct docket_filter filter = { "state", "all" };
	for (size_t i = 0; docket_report_at(i); i++) {
		struct docket_request request = { .report = docket_report_at(i)->name,
			.today = SANDBOX_TODAY };
		if (docket_report_has_filter(docket_report_at(i), "state")) {
			request.filters = &filter;
			request.filter_count = 1;
		}
		size_t rows = count_rows(&request), count = 0;
		request.limit = 2;
		assert_true(docket_report_count(fixture.store, &request, &count, NULL));
		assert_int_equal(count, rows);
	}
}

static void
a_count_fails_as_the_report_does(void **state)
{
	(void)state;
	struct docket_filter filter = { "owner", "Nemo Nowhere" };
	struct docket_request request = {
		.report = "tasks", .filters = &filter, .filter_count = 1, .today = SANDBOX_TODAY
	};
	struct docket_error err = { 0 };
	size_t count;
	assert_false(docket_report_count(fixture.store, &request, &count, &err));
	assert_int_equal(err.code, DOCKET_NOT_FOUND);
	request.report = "nothing";
	assert_false(docket_report_count(fixture.store, &request, &count, &err));
	assert_int_equal(err.code, DOCKET_INVALID);
}

static bool
is_same(const struct docket_value *a, const struct docket_value *b)
{
	if (a->type != b->type || a->number != b->number || a->count != b->count ||
		a->text.length != b->text.length)
		return false;
	if (a->text.length && memcmp(a->text.bytes, b->text.bytes, a->text.length) != 0)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!is_same(&a->items[i], &b->items[i]))
			return false;
	return true;
}

static void
check_narrow(const struct docket_report *report, const char *columns)
{
	struct docket_rows *all = ask(&(struct docket_request){ .report = report->name });
	struct docket_rows *some =
		ask(&(struct docket_request){ .report = report->name, .columns = columns });
	const struct docket_value *row, *narrow;
	while ((row = docket_rows_next(all, NULL))) {
		narrow = docket_rows_next(some, NULL);
		assert_non_null(narrow);
		for (size_t i = 0; i < narrow->count; i++) {
			char name[32];
			copy_text(name, sizeof(name), narrow->items[i].name);
			assert_true(is_same(docket_value_get(row, name), &narrow->items[i]));
		}
	}
	assert_null(docket_rows_next(some, NULL));
	docket_rows_free(all);
	docket_rows_free(some);
}

static void
rows_with_fewer_columns_are_the_same_in_the_same_order(void **state)
{
	(void)state;
	for (size_t i = 0; docket_report_at(i); i++)
		check_narrow(docket_report_at(i), docket_report_at(i)->table);
}

static void
only_the_columns_wanted_are_there(void **state)
{
	(void)state;
	struct docket_rows *rows =
		ask(&(struct docket_request){ .columns = "due nonsense owners tex" });
	const struct docket_value *columns = docket_rows_columns(rows);
	assert_int_equal(columns->count, 2);
	assert_true(is(columns->items[0].name, "owners"));
	assert_int_equal(columns->items[0].type, DOCKET_LIST);
	assert_true(is(columns->items[1].name, "due"));
	assert_int_equal(columns->items[1].type, DOCKET_DATE);
	docket_rows_free(rows);
}

static void
without_a_column_that_is_known_all_are_there(void **state)
{
	(void)state;
	struct docket_rows *all = ask(&(struct docket_request){ 0 });
	struct docket_rows *some = ask(&(struct docket_request){ .columns = "nonsense" });
	assert_int_equal(docket_rows_columns(all)->count, docket_rows_columns(some)->count);
	docket_rows_free(all);
	docket_rows_free(some);
}

static void
rows_go_on_when_another_question_fails(void **state)
{
	(void)state;
	struct docket_error err = { 0 };
	size_t all, count = 1;
	assert_true(docket_report_count(fixture.store,
		&(struct docket_request){ .report = "tasks", .today = SANDBOX_TODAY }, &all, NULL));
	struct docket_rows *rows = ask(&(struct docket_request){ 0 });
	assert_non_null(docket_rows_next(rows, NULL));
	assert_null(docket_sql(fixture.store, "SELEC 1", NULL));
	while (docket_rows_next(rows, &err))
		count++;
	assert_int_equal(err.code, DOCKET_OK);
	assert_int_equal(count, all);
	docket_rows_free(rows);
}

static void
a_store_is_stale_whatever_was_asked_in_vain_before(void **state)
{
	(void)state;
	sandbox_put(&fixture.box, "other.yaml", "me: Ida Moss\n");
	struct sandbox_path other = sandbox_path(&fixture.box, "other.yaml");
	struct docket_store *store = sandbox_store(&fixture.box);
	assert_null(docket_sql(store, "SELEC 1", NULL));
	assert_true(docket_store_is_stale(store, other.bytes));
	assert_false(docket_store_is_stale(store, fixture.box.config));
	docket_store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_limit_keeps_the_first_rows),
		cmocka_unit_test(rows_are_in_the_order_of_their_key),
		cmocka_unit_test(the_second_key_orders_what_the_first_leaves),
		cmocka_unit_test(every_report_runs_as_it_is),
		cmocka_unit_test(a_count_is_that_of_the_rows_without_a_limit),
		cmocka_unit_test(a_count_fails_as_the_report_does),
		cmocka_unit_test(rows_with_fewer_columns_are_the_same_in_the_same_order),
		cmocka_unit_test(only_the_columns_wanted_are_there),
		cmocka_unit_test(without_a_column_that_is_known_all_are_there),
		cmocka_unit_test(rows_go_on_when_another_question_fails),
		cmocka_unit_test(a_store_is_stale_whatever_was_asked_in_vain_before),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
