/* What identity makes of two notes of one call: one a customer's, one a person's. */
#include "import/sandbox.h"

/* In the customer's note all that is not ASCII was decoded as Windows-1254. */
/* clang-format off */
static const char call[] =
	"---\n"
	"type: \"customer\"\n"
	"title: \"Depot figures\"\n"
	"date: \"2025-10-28\"\n"
	"account: \"Fjordline\"\n"
	"participants: [\"Ada Park\", \"Kari Nordby\"]\n"
	"source_ref: \"Inbox/Transcripts/2025-10-28 - Ada and Kari agreed on the depot.md\"\n"
	"---\n"
	"# Depot figures\n"
	"\n"
	"## Action Items\n"
	"- [ ] Walk the Bergen depot with TorbjÃ¸rn and write down which ramps are blocked. @Myself ğŸ“… 2025-11-08 ğŸ”º #task\n"
	"- [ ] Build a price sheet that compares rail, truck and barge (per ton). @Myself ğŸ“… 2025-11-08 ğŸ”º #task\n"
	"- [ ] Ask the harbour office for the crane calendar of December. @Kari ğŸ“… 2025-11-08 â\302\217« #task\n"
	"- [ ] Check whether the night shift can load barges. @Kari ğŸ“… 2025-11-08 ğŸ”½ #task\n"
	"- [ ] Send TorbjÃ¸rnâ€™s team the label layout. @Myself ğŸ“… 2025-11-08 â\302\217« #task\n"
	"- [ ] Book a room for the January review. @Kari ğŸ“… 2025-11-08 â\302\217« #task\n"
	"\n"
	"## Decisions\n"
	"- Barges first; trucks only for the last five kilometres.\n"
	"- Labels are printed in Bergen.\n"
	"\n"
	"## Related\n"
	"- [[Nordhavn]]\n";

static const char talk[] =
	"---\n"
	"type: \"people\"\n"
	"title: \"1:1 with Kari Nordby, agree on barge and rail for the Bergen depot\"\n"
	"date: \"2025-10-28\"\n"
	"account: \"\"\n"
	"participants: [\"Ada Park\", \"Kari Nordby\"]\n"
	"source_ref: \"/home/ada/Sources/2025-10-28 - Ada and Kari agreed on the depot.MD\"\n"
	"---\n"
	"# 1:1 with Kari Nordby, agree on barge and rail for the Bergen depot\n"
	"\n"
	"## Action Items\n"
	"\n"
	"- [?] Walk the Bergen depot together with Torbjørn, note which ramps are blocked, and report back to Kari Nordby. @Myself 📅 2025-11-08 ⏫ #task #proposed\n"
	"\n"
	"- [?] Build a price sheet comparing rail, truck and barge transport, including the price per ton and the waiting time. @Myself 📅 2025-11-08 🔺 #task #proposed\n"
	"\n"
	"- [?] Ask the harbour office for its crane calendar for December and share it. @Kari Nordby 📅 2025-11-08 ⏫ #task #proposed\n"
	"\n"
	"- [?] Check with the foreman whether the night shift is able to load barges. @Kari Nordby 📅 2025-11-08 🔽 #task #proposed\n"
	"\n"
	"- [?] Send the label layout to Torbjørn’s team for a test print. @Myself 📅 2025-11-08 #task #proposed\n"
	"\n"
	"## Decisions\n"
	"\n"
	"- Use barges first and trucks for nothing but the last five kilometres.\n"
	"\n"
	"- Print all labels in Bergen.\n";
/* clang-format on */

/* A folder with both notes, imported. */
static int
set_up(void **state)
{
	struct sandbox *box = sandbox_begin(state);
	sandbox_put(box, "notes/.docket.yaml", "me: Ada Park\n");
	sandbox_put(box, "notes/Customers/2025-10-28 Depot figures.md", call);
	sandbox_put(box, "notes/People/2025-10-28 Call with Kari.md", talk);
	sandbox_import(box, "notes");
	return 0;
}

static void
check(void **state, const char *statement, long long expected)
{
	long long actual = sandbox_number(*state, statement);
	if (actual != expected)
		fail_msg("%s: %lld, not %lld", statement, actual, expected);
}

static void
two_views_of_one_call_are_one_meeting(void **state)
{
	check(state, "SELECT count(*) FROM notes", 2);
	check(state, "SELECT count(*) FROM meetings", 1);
}

static void
lines_that_say_the_same_are_one_task(void **state)
{
	check(state, "SELECT count(*) FROM mentions WHERE kind = 'task'", 11);
	check(state, "SELECT count(*) FROM tasks", 6);
	check(state,
		"SELECT item_id IN (SELECT id FROM tasks WHERE text LIKE 'Book a room%') "
		"FROM mentions WHERE kind = 'task' GROUP BY item_id HAVING count(*) = 1",
		1);
}

static void
decisions_are_one_alike(void **state)
{
	check(state, "SELECT count(*) FROM mentions WHERE kind = 'decision'", 4);
	check(state, "SELECT count(*) FROM decisions", 2);
	check(state, "SELECT count(*) FROM decision_accounts WHERE account = 'Fjordline'", 2);
}

static void
people_are_those_who_took_part(void **state)
{
	check(state, "SELECT count(*) FROM people", 2);
	check(state, "SELECT count(*) FROM people WHERE name = 'Ada Park' AND kind = 'me'", 1);
	check(state, "SELECT count(*) FROM task_owners WHERE owner = 'Ada Park'", 3);
	check(state, "SELECT count(*) FROM task_owners WHERE owner = 'Kari Nordby'", 3);
}

static void
the_note_without_account_has_that_of_its_meeting(void **state)
{
	check(state, "SELECT count(*) FROM accounts", 1);
	check(state,
		"SELECT count(*) FROM notes WHERE account = 'Fjordline' AND account_reason = "
		"'meeting' AND type = 'people'",
		1);
	check(state, "SELECT count(*) FROM task_accounts WHERE account = 'Fjordline'", 6);
}

static void
a_proposal_does_not_lead(void **state)
{
	check(state, "SELECT count(*) FROM tasks WHERE state = 'open'", 6);
	check(state, "SELECT count(*) FROM tasks WHERE text LIKE '%share it%'", 0);
}

/* The tasks of the overdue report on this day. */
static size_t
count_overdue(void **state, struct docket_date today, long long days)
{
	struct docket_error err = { 0 };
	struct docket_store *store = sandbox_store(*state);
	struct docket_request request = { .report = "overdue", .today = today };
	struct docket_rows *rows = docket_report_run(store, &request, &err);
	const struct docket_value *row;
	size_t count = 0;
	for (; rows && (row = docket_rows_next(rows, &err)); count++)
		assert_int_equal(docket_value_get(row, "overdue_days")->number, days);
	docket_rows_free(rows);
	docket_store_close(store);
	return count;
}

static void
a_task_is_overdue_from_the_day_after_it_was_due(void **state)
{
	assert_int_equal(count_overdue(state, (struct docket_date){ 2025, 11, 8 }, 0), 0);
	assert_int_equal(count_overdue(state, (struct docket_date){ 2025, 11, 9 }, 1), 6);
}

static void
the_priority_is_the_leading_line_s(void **state)
{
	check(state, "SELECT count(*) FROM tasks WHERE priority = 'highest'", 2);
	check(state, "SELECT count(*) FROM tasks WHERE priority = 'high'", 3);
	check(state, "SELECT count(*) FROM tasks WHERE priority = 'low'", 1);
}

static void
where_the_notes_differ_is_told(void **state)
{
	struct docket_error err = { 0 };
	struct docket_store *store = sandbox_store(*state);
	struct docket_request request = { .report = "tasks", .today = SANDBOX_TODAY };
	struct docket_rows *rows = docket_report_run(store, &request, &err);
	const struct docket_value *row;
	size_t differ = 0;
	while (rows && (row = docket_rows_next(rows, &err))) {
		const struct docket_value *conflicts = docket_value_get(row, "conflicts");
		differ += conflicts->count;
		for (size_t i = 0; i < conflicts->count; i++)
			assert_memory_equal(conflicts->items[i].text.bytes, "priority", 8);
	}
	docket_rows_free(rows);
	docket_store_close(store);
	/* Walk the depot: highest and high. Send the layout: high and none at all. */
	assert_in_range(differ, 1, 2);
}

static void
no_character_is_left_mis_decoded(void **state)
{
	check(state, "SELECT count(*) FROM tasks WHERE text LIKE 'Send Torbjørn’s team%'", 1);
	check(state, "SELECT count(*) FROM mentions WHERE text LIKE '%â%' OR text LIKE '%Ã%'", 0);
	check(state, "SELECT count(*) FROM tasks WHERE due = '2025-11-08'", 6);
}

/* The pairs of fixtures/vault: tasks that only one of the two notes has are the exception. */
static void
the_calls_of_the_example_vault_pair_up(void **state)
{
	sandbox_shell(*state, "cp -R \"$OLDPWD/fixtures/vault\" vault");
	sandbox_new_store(*state);
	sandbox_import(*state, "vault");
	static const char shared[] =
		"SELECT count(*) FROM (SELECT 1 FROM tasks JOIN mentions ON "
		"item_id = tasks.id AND kind = 'task' WHERE meeting_id IN (SELECT meeting_id FROM "
		"notes GROUP BY meeting_id HAVING count(*) = 2) AND path NOT LIKE '%/Daily/%' "
		"GROUP BY tasks.id";
	char twice[512], once[512];
	snprintf(twice, sizeof(twice), "%s HAVING count(*) >= 2)", shared);
	snprintf(once, sizeof(once), "%s HAVING count(*) = 1)", shared);
	long long paired = sandbox_number(*state, twice), single = sandbox_number(*state, once);
	assert_true(paired >= 20 && single <= 10);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, sandbox_end)

static void
one_note_at_a_time_in_either_order_is_the_same(void **state)
{
	static const char *const orders[][2] = { { "notes/Customers", "notes/People" },
		{ "notes/People", "notes/Customers" } };
	struct sandbox *box = *state;
	char *together = sandbox_dump(box);
	for (size_t i = 0; i < 2; i++) {
		sandbox_new_store(box);
		sandbox_shell(box, "mv notes kept && mkdir notes && cp kept/.docket.yaml notes");
		sandbox_import(box, "notes");
		sandbox_shell(box, "rm -r notes && mv kept notes");
		for (size_t k = 0; k < 2; k++)
			assert_int_equal(sandbox_import(box, orders[i][k]).added, 1);
		sandbox_assert_dump(box, together);
	}
	free(together);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(two_views_of_one_call_are_one_meeting),
		TEST(lines_that_say_the_same_are_one_task),
		TEST(decisions_are_one_alike),
		TEST(people_are_those_who_took_part),
		TEST(the_note_without_account_has_that_of_its_meeting),
		TEST(a_proposal_does_not_lead),
		TEST(a_task_is_overdue_from_the_day_after_it_was_due),
		TEST(the_priority_is_the_leading_line_s),
		TEST(where_the_notes_differ_is_told),
		TEST(no_character_is_left_mis_decoded),
		TEST(the_calls_of_the_example_vault_pair_up),
		TEST(one_note_at_a_time_in_either_order_is_the_same),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
