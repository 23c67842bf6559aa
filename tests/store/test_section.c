/* The sections of the page: their figures are those of the reports. */
#include "import/sandbox.h"

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
	sandbox_import(&fixture.box, "notes");
	sandbox_shell(&fixture.box, "sed -i 's/2025-11-14/2025-11-24/' notes/Projects/*/*.md");
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

static struct docket_rows *
ask(const char *report, struct docket_filter filter, long limit)
{
	struct docket_error err = { 0 };
	struct docket_request request = { .report = report,
		.filters = &filter,
		.filter_count = filter.name != NULL,
		.today = SANDBOX_TODAY,
		.limit = limit };
	struct docket_rows *rows = docket_report_run(fixture.store, &request, &err);
	if (!rows)
		fail_msg("%s: %s", report, err.message);
	return rows;
}

static const struct docket_filter all = { 0 };

static size_t
count_rows(const char *report, struct docket_filter filter)
{
	struct docket_rows *rows = ask(report, filter, 0);
	size_t count = 0;
	while (docket_rows_next(rows, NULL))
		count++;
	docket_rows_free(rows);
	return count;
}

/* The sum of a column, or its first row alone. */
static long long
sum(const char *section, const char *column, struct docket_filter filter)
{
	struct docket_rows *rows = ask(section, filter, 0);
	const struct docket_value *row;
	long long total = 0;
	while ((row = docket_rows_next(rows, NULL)))
		total += docket_value_get(row, column)->number;
	docket_rows_free(rows);
	return total;
}

/* The number that a statement gives. */
static long long
query(const char *statement)
{
	struct docket_error err = { 0 };
	struct docket_rows *rows = docket_sql(fixture.store, statement, &err);
	const struct docket_value *row = rows ? docket_rows_next(rows, &err) : NULL;
	if (!row)
		fail_msg("%s", err.message);
	long long number = row->items[0].number;
	docket_rows_free(rows);
	return number;
}

static const char *const sections[] = { "age", "decided", "decisions_accounts", "decisions_newest",
	"load", "overdue_accounts", "overdue_owners", "overdue_tasks", "slips", "summary",
	"weeks" };

static void
every_section_runs_with_each_filter_it_has(void **state)
{
	static const struct docket_filter filters[] = { { "owner", "me" },
		{ "account", "Moritani" }, { "person", "Ravi" }, { "project", "Harbour" },
		{ "series", "Product weekly" }, { "priority", "high+" }, { "since", "2025-10-01" },
		{ "until", "2025-11-01" }, { "tag", "task" }, { "path", "Customers/*" },
		{ "text", "data" }, { "account", "none" }, { "owner", "none" } };
	(void)state;
	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
		const struct docket_report *section = docket_report_find(sections[i]);
		assert_non_null(section);
		count_rows(sections[i], all);
		for (size_t j = 0; j < sizeof(filters) / sizeof(*filters); j++)
			if (docket_report_has_filter(section, filters[j].name))
				count_rows(sections[i], filters[j]);
	}
}

static void
sections_are_no_commands(void **state)
{
	(void)state;
	for (size_t i = 0; docket_report_at(i); i++) {
		assert_ptr_equal(
			docket_report_find(docket_report_at(i)->name), docket_report_at(i));
		for (size_t j = 0; j < sizeof(sections) / sizeof(*sections); j++)
			assert_string_not_equal(docket_report_at(i)->name, sections[j]);
	}
	assert_null(docket_report_find("nothing"));
}

static void
the_summary_counts_what_the_reports_list(void **state)
{
	static const struct docket_filter filters[] = { { 0 }, { "account", "Kestrel" },
		{ "owner", "Ravi" }, { "since", "2025-11-01" }, { "account", "none" } };
	(void)state;
	for (size_t i = 0; i < sizeof(filters) / sizeof(*filters); i++) {
		assert_true(count_rows("tasks", filters[i]) > 0);
		assert_int_equal(
			sum("summary", "open", filters[i]), count_rows("tasks", filters[i]));
		assert_int_equal(
			sum("summary", "overdue", filters[i]), count_rows("overdue", filters[i]));
	}
	assert_int_equal(sum("summary", "unowned", all),
		count_rows("tasks", (struct docket_filter){ "owner", "none" }));
	assert_int_equal(sum("summary", "undated", all),
		count_rows("tasks", (struct docket_filter){ "due", "none" }));
	assert_int_equal(sum("summary", "due_soon", all),
		count_rows("tasks", (struct docket_filter){ "due", "2025-11-10..2025-11-17" }));
	assert_int_equal(sum("summary", "done", all),
		count_rows("tasks", (struct docket_filter){ "state", "done" }));
}

static void
every_owner_has_what_the_report_of_people_says(void **state)
{
	(void)state;
	struct docket_rows *rows = ask("load", all, 0);
	const struct docket_value *row;
	size_t owners = 0;
	for (; (row = docket_rows_next(rows, NULL)); owners++) {
		char name[128] = "none";
		struct docket_str owner = docket_value_get(row, "owner")->text;
		if (owner.length)
			snprintf(name, sizeof(name), "%.*s", (int)owner.length, owner.bytes);
		struct docket_filter mine = { "owner", name };
		long long overdue = docket_value_get(row, "overdue")->number;
		long long rest = docket_value_get(row, "due_soon")->number +
				 docket_value_get(row, "later")->number +
				 docket_value_get(row, "undated")->number;
		assert_int_equal(overdue, count_rows("overdue", mine));
		assert_int_equal(overdue + rest, count_rows("tasks", mine));
	}
	assert_true(owners > 10);
	docket_rows_free(rows);
}

static void
ages_add_up_to_all_that_is_open(void **state)
{
	(void)state;
	assert_int_equal(
		sum("age", "overdue", all) + sum("age", "other", all), count_rows("tasks", all));
	assert_int_equal(sum("age", "overdue", all), count_rows("overdue", all));
}

static void
weeks_end_with_this_one_and_count_what_was_done_in_them(void **state)
{
	(void)state;
	struct docket_rows *rows = ask("weeks", all, 0);
	const struct docket_value *row;
	size_t count = 0;
	char week[11] = "";
	while ((row = docket_rows_next(rows, NULL))) {
		struct docket_str monday = docket_value_get(row, "week")->text;
		assert_int_equal(monday.length, 10);
		memcpy(week, monday.bytes, 10);
		if (!count++)
			assert_string_equal(week, "2025-05-19");
	}
	docket_rows_free(rows);
	assert_int_equal(count, 26);
	assert_string_equal(week, "2025-11-10");
	assert_int_equal(sum("weeks", "closed", all),
		query("SELECT count(*) FROM tasks WHERE state = 'done' "
		      "AND done BETWEEN '2025-05-19' AND '2025-11-10'"));
	assert_int_equal(sum("weeks", "opened", all),
		query("SELECT count(*) FROM tasks WHERE coalesce(created, meeting_date) "
		      "BETWEEN '2025-05-19' AND '2025-11-10'"));
}

static void
no_more_than_five_tasks_press_for_an_owner(void **state)
{
	(void)state;
	struct docket_rows *rows = ask("overdue_tasks", all, 0);
	const struct docket_value *row;
	char owner[128] = "-", now[128];
	size_t count = 0, owners = 0;
	while ((row = docket_rows_next(rows, NULL))) {
		struct docket_str name = docket_value_get(row, "owner")->text;
		snprintf(now, sizeof(now), "%.*s", (int)name.length, name.length ? name.bytes : "");
		owners += strcmp(now, owner) != 0;
		count = strcmp(now, owner) == 0 ? count + 1 : 1;
		assert_true(count <= 5);
		strcpy(owner, now);
	}
	docket_rows_free(rows);
	assert_int_equal(owners, count_rows("overdue_owners", all));
}

static void
decisions_of_each_account_are_those_of_the_report(void **state)
{
	(void)state;
	struct docket_filter filter = { "account", "Northwind Traders" };
	assert_int_equal(sum("decided", "decisions", filter), 9);
	struct docket_rows *rows = ask("decisions_accounts", filter, 1);
	const struct docket_value *row = docket_rows_next(rows, NULL);
	assert_non_null(row);
	assert_int_equal(
		docket_value_get(row, "recent")->number + docket_value_get(row, "earlier")->number,
		9);
	docket_rows_free(rows);
}

static void
slips_are_the_tasks_whose_due_day_an_import_saw_move(void **state)
{
	(void)state;
	size_t slips = count_rows("slips", all);
	assert_true(slips > 0);
	assert_int_equal(slips, count_rows("tasks", (struct docket_filter){ "slipped", "" }));
	assert_int_equal(sum("slips", "slipped_days", all), 10 * (long long)slips);
}

static void
a_limit_cuts_a_section(void **state)
{
	(void)state;
	struct docket_rows *rows = ask("decisions_newest", all, 3);
	size_t count = 0;
	while (docket_rows_next(rows, NULL))
		count++;
	docket_rows_free(rows);
	assert_int_equal(count, 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_section_runs_with_each_filter_it_has),
		cmocka_unit_test(sections_are_no_commands),
		cmocka_unit_test(the_summary_counts_what_the_reports_list),
		cmocka_unit_test(every_owner_has_what_the_report_of_people_says),
		cmocka_unit_test(ages_add_up_to_all_that_is_open),
		cmocka_unit_test(weeks_end_with_this_one_and_count_what_was_done_in_them),
		cmocka_unit_test(no_more_than_five_tasks_press_for_an_owner),
		cmocka_unit_test(decisions_of_each_account_are_those_of_the_report),
		cmocka_unit_test(slips_are_the_tasks_whose_due_day_an_import_saw_move),
		cmocka_unit_test(a_limit_cuts_a_section),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
