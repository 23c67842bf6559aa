/* Which meetings form a series (identity.md 3). */
#include "import/sandbox.h"

static int
set_up(void **state)
{
	sandbox_begin(state);
	return 0;
}

/* A note of a day; `extra` stands in its front matter. Those below "quiet" have another task. */
static void
put_meeting(const struct sandbox *box, const char *name, const char *day, const char *title,
	const char *extra)
{
	char text[512];
	snprintf(text, sizeof(text),
		"---\ndate: %s\ntitle: %s\n%s---\n\n## Action items\n\n"
		"- [ ] %s @Kim 📅 2025-12-01\n",
		day, title, extra,
		strstr(name, "quiet") ? "Order the banners" : "Match each theme with a speaker");
	sandbox_put(box, name, text);
}

#define WITH(people) "participants: [" people "]\n"

/* Two teams have a weekly of the same title, three meetings and two. */
static void
put_weeklies(const struct sandbox *box)
{
	put_meeting(box, "notes/a1.md", "2025-10-06", "Weekly sync 1", WITH("Ida Lund, Bo Ek"));
	put_meeting(box, "notes/a2.md", "2025-10-13", "Weekly sync 2", WITH("Bo Ek, Cy Ray"));
	put_meeting(box, "notes/a3.md", "2025-10-20", "Weekly Sync #3", WITH("Cy Ray"));
	put_meeting(box, "notes/b1.md", "2025-10-07", "Weekly sync 1", WITH("Ida Moe, Jan Fox"));
	put_meeting(box, "notes/b2.md", "2025-10-14", "Weekly sync 2", WITH("Jan Fox"));
}

#define SERIES "(SELECT count(DISTINCT series_note) FROM note)"

static void
check(const struct sandbox *box, const char *statement, long long expected)
{
	long long actual = sandbox_number(box, statement);
	if (actual != expected)
		fail_msg("%s: %lld, not %lld", statement, actual, expected);
}

static void
meetings_of_one_title_are_a_series_when_somebody_took_part_in_both(void **state)
{
	struct sandbox *box = *state;
	put_weeklies(box);
	sandbox_import(box, "notes");
	check(box, "SELECT " SERIES, 2);
	check(box, "SELECT count(DISTINCT series_note) FROM note WHERE name GLOB 'a*'", 1);
	check(box, "SELECT count(DISTINCT series_note) FROM note WHERE name GLOB 'b*'", 1);
}

static void
one_meeting_or_titles_without_people_are_no_series(void **state)
{
	struct sandbox *box = *state;
	put_meeting(box, "notes/a.md", "2025-10-06", "Kick-off", WITH("Ida Lund"));
	put_meeting(box, "notes/b1.md", "2025-10-06", "Weekly sync", "");
	put_meeting(box, "notes/b2.md", "2025-10-13", "Weekly sync", "");
	put_meeting(box, "notes/c1.md", "2025-10-06", "2025-10-06", WITH("Ida Lund"));
	put_meeting(box, "notes/c2.md", "2025-10-13", "2025-10-13", WITH("Ida Lund"));
	sandbox_import(box, "notes");
	check(box, "SELECT " SERIES, 0);
}

static void
front_matter_names_a_series_whoever_took_part(void **state)
{
	struct sandbox *box = *state;
	put_meeting(box, "notes/a.md", "2025-10-06", "Prices", "series: Board\n" WITH("Ida Lund"));
	put_meeting(box, "notes/b.md", "2025-10-13", "Ships", "series: board\n" WITH("Bo Ek"));
	put_meeting(box, "notes/c.md", "2025-10-20", "Board 7", WITH("Bo Ek"));
	put_meeting(box, "notes/d.md", "2025-10-20", "Board 9", WITH("Jan Fox"));
	sandbox_import(box, "notes");
	check(box, "SELECT " SERIES, 1);
	check(box, "SELECT count(*) FROM note WHERE series_note IS NOT NULL", 3);
	check(box, "SELECT count(*) FROM note WHERE name = 'd.md' AND series_note IS NULL", 1);
}

static void
who_took_part_is_asked_of_the_meeting_not_the_note(void **state)
{
	struct sandbox *box = *state;
	put_meeting(box, "notes/a.md", "2025-10-06", "Weekly sync", "source_ref: depot call.vtt\n");
	put_meeting(box, "notes/b.md", "2025-10-06", "Notes of Bo",
		"source_ref: depot call.vtt\n" WITH("Bo Ek"));
	put_meeting(box, "notes/c.md", "2025-10-13", "Weekly sync", WITH("Bo Ek"));
	sandbox_import(box, "notes");
	check(box, "SELECT count(*) FROM note WHERE series_note IS NOT NULL", 2);
}

/* The same words of the same owner and day, in two meetings: one task when carried over. */
static void
a_task_is_carried_over_within_a_series_alone(void **state)
{
	struct sandbox *box = *state;
	put_meeting(box, "notes/a1.md", "2025-10-06", "Weekly", WITH("Ida Lund, Bo Ek"));
	put_meeting(box, "notes/a2.md", "2025-10-13", "Weekly", WITH("Ida Lund"));
	sandbox_import(box, "notes");
	check(box, "SELECT count(*) FROM tasks", 1);
	put_meeting(box, "notes/a1.md", "2025-10-06", "Weekly", WITH("Cy Ray"));
	sandbox_import(box, "notes");
	check(box, "SELECT count(*) FROM tasks", 2);
}

static void
a_meeting_between_two_carries_what_it_does_not_say(void **state)
{
	struct sandbox *box = *state;
	put_meeting(box, "notes/a1.md", "2025-10-06", "Weekly", WITH("Ida Lund"));
	put_meeting(box, "notes/a3.md", "2025-10-20", "Weekly", WITH("Ida Moe"));
	sandbox_import(box, "notes");
	check(box, "SELECT count(*) FROM tasks", 2);
	put_meeting(box, "notes/quiet.md", "2025-10-13", "Weekly", WITH("Ida Lund, Ida Moe"));
	sandbox_import(box, "notes");
	check(box, "SELECT count(*) FROM tasks WHERE text <> 'Order the banners'", 1);
	sandbox_remove(box, "notes/quiet.md");
	sandbox_import(box, "notes");
	check(box, "SELECT count(*) FROM tasks", 2);
}

static size_t
count_meetings(const struct sandbox *box, const char *series)
{
	struct docket_error err = { 0 };
	struct docket_filter filter = { "series", series };
	struct docket_request request = {
		.report = "meetings", .today = SANDBOX_TODAY, .filters = &filter, .filter_count = 1
	};
	struct docket_store *store = sandbox_store(box);
	struct docket_rows *rows = docket_report_run(store, &request, &err);
	size_t count = 0;
	while (rows && docket_rows_next(rows, &err))
		count++;
	if (err.code != DOCKET_OK)
		fail_msg("%s: %s", series, err.message);
	docket_rows_free(rows);
	docket_store_close(store);
	return count;
}

static void
a_name_means_all_series_that_have_it_or_else_the_meetings(void **state)
{
	struct sandbox *box = *state;
	put_weeklies(box);
	put_meeting(box, "notes/c.md", "2025-10-21", "Weekly sync", WITH("Una Vik"));
	put_meeting(box, "notes/d.md", "2025-10-22", "Kick-off", WITH("Una Vik"));
	sandbox_import(box, "notes");
	assert_int_equal(count_meetings(box, "weekly sync"), 5);
	assert_int_equal(count_meetings(box, "Weekly"), 5);
	assert_int_equal(count_meetings(box, "Kick-off"), 1);
}

/* What series come and go by. */
static const char *const people[] = { WITH("Ida Lund"), WITH("Ida Lund, Bo Ek"), WITH("Bo Ek"),
	WITH("Bo Ek, Cy Ray"), WITH("Cy Ray"), "", "series: Weekly sync\n",
	"series: weekly sync\n" WITH("Cy Ray") };
static const char *const titles[] = { "Weekly sync", "Weekly sync 7", "Demo", "7", "Demo, Friday 3",
	"Weekly sync" };

static void
change_a_note(struct sandbox *box)
{
	static const char *const names[] = { "notes/0.md", "notes/1.md", "notes/2.md",
		"notes/quiet3.md", "notes/4.md", "notes/quiet5.md", "notes/6.md", "notes/7.md" };
	size_t note = (size_t)sandbox_random(box, 8);
	char day[16];
	snprintf(day, sizeof(day), "2025-10-%02zu", note / 2 * 7 + 1);
	if (!sandbox_random(box, 5)) {
		unlink(sandbox_path(box, names[note]).bytes);
		return;
	}
	put_meeting(box, names[note], day, titles[sandbox_random(box, 6)],
		people[sandbox_random(box, 8)]);
}

static void
whatever_happens_series_are_what_the_notes_say(void **state)
{
	struct sandbox *box = *state;
	char store[sizeof(box->store)];
	memcpy(store, box->store, sizeof(store));
	put_weeklies(box);
	sandbox_import(box, "notes");
	for (size_t round = 0; round < rounds_of(64); round++) {
		for (size_t i = sandbox_random(box, 3) + 1; i; i--)
			change_a_note(box);
		sandbox_import(box, "notes");
		char *grown = sandbox_dump_as(box, false);
		snprintf(box->store, sizeof(box->store), "%s/fresh", box->folder);
		sandbox_import(box, "notes");
		char *fresh = sandbox_dump_as(box, false);
		sandbox_new_store(box);
		memcpy(box->store, store, sizeof(store));
		sandbox_assert_equal(grown, fresh);
		free(grown);
		free(fresh);
	}
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, sandbox_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(meetings_of_one_title_are_a_series_when_somebody_took_part_in_both),
		TEST(one_meeting_or_titles_without_people_are_no_series),
		TEST(front_matter_names_a_series_whoever_took_part),
		TEST(who_took_part_is_asked_of_the_meeting_not_the_note),
		TEST(a_task_is_carried_over_within_a_series_alone),
		TEST(a_meeting_between_two_carries_what_it_does_not_say),
		TEST(a_name_means_all_series_that_have_it_or_else_the_meetings),
		TEST(whatever_happens_series_are_what_the_notes_say),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
