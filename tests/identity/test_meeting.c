#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "identity/meeting.h"

struct row {
	const char *given, *key;
};

static void
check_rows(const struct row *rows, size_t count, str (*key)(struct arena *, str))
{
	struct arena arena = { 0 };
	for (size_t i = 0; i < count; i++) {
		str made = key(&arena, str_from(rows[i].given));
		if (!str_equal(made, str_from(rows[i].key)))
			fail_msg("%s: %.*s", rows[i].given, STR_ARG(made));
	}
	arena_free(&arena);
}

static void
a_source_is_its_last_part_without_extension(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "", "" },
		{ "/home/ana/Transcripts/2025/2025-10-28 - Depot call.md",
			"2025-10-28 - depot call" },
		{ "Inbox/2025-10-28 - Depot Call.md", "2025-10-28 - depot call" },
		{ "C:\\Calls\\2025-10-28 - Depot call.TXT", "2025-10-28 - depot call" },
		{ "[[Inbox/2025-10-28 - Depot call.md|Depot call]]", "2025-10-28 - depot call" },
		{ "[[2025-10-28 - Depot call#Notes]]", "2025-10-28 - depot call" },
		{ "Release v1.2 sync", "release v1.2 sync" },
		{ "Réunion Été.vtt", "reunion ete" },
	};
	check_rows(rows, sizeof(rows) / sizeof(*rows), meeting_source_key);
}

static void
a_source_that_says_nothing_is_none(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "transcript", "" },
		{ "Notes.md", "" },
		{ "2025-10-28/transcript.md", "2025-10-28/transcript" },
	};
	check_rows(rows, sizeof(rows) / sizeof(*rows), meeting_source_key);
}

static void
an_address_is_kept_whole(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "https://calls.example/rec/7?x=1", "https://calls.example/rec/7?x=1" },
	};
	check_rows(rows, sizeof(rows) / sizeof(*rows), meeting_source_key);
}

static void
a_title_loses_dates_and_numbers(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Weekly sync 2025-10-28", "weekly sync" },
		{ "Weekly Sync (28/10)", "weekly sync" },
		{ "Weekly sync - Tue, 28 October 2025", "weekly sync" },
		{ "2025-10-28 Weekly sync #14", "weekly sync" },
		{ "Weekly sync, October 28th", "weekly sync" },
		{ "Weekly sync W44", "weekly sync" },
		{ "Point hebdo du 12 mai 2025", "point hebdo du" },
		{ "Jour fixe KW 44", "jour fixe kw" },
		{ "Friday demo", "friday demo" },
		{ "May Lindqvist 1:1", "may lindqvist" },
		{ "B2B steering", "b2b steering" },
		{ "2025-10-28", "" },
	};
	check_rows(rows, sizeof(rows) / sizeof(*rows), meeting_title_key);
}

static const str ana_and_bo[] = { { "ana ruiz", 8 }, { "bo lind", 7 } };
static const str bo_and_cy[] = { { "bo lind", 7 }, { "cy oduya", 8 } };
static const str dee[] = { { "dee park", 8 } };

static struct meeting
depot_call(void)
{
	return (struct meeting){ .source = STR("2025-10-28 depot call"),
		.day = { 2025, 10, 28 },
		.title = STR("depot call 2"),
		.series = STR("depot call"),
		.participants = { ana_and_bo, 2 } };
}

static void
an_equal_source_is_one_meeting(void **state)
{
	(void)state;
	struct meeting a = depot_call();
	struct meeting b = { .source = a.source };
	assert_true(meeting_same(&a, &b));
	a.source = b.source = (str){ 0 };
	assert_false(meeting_same(&a, &b));
}

static void
a_day_a_title_and_a_participant_in_common_are_one_meeting(void **state)
{
	(void)state;
	struct meeting a = depot_call(), b = depot_call();
	b.source = STR("another source");
	b.participants = (strs){ bo_and_cy, 2 };
	assert_true(meeting_same(&a, &b));
	b.participants = (strs){ dee, 1 };
	assert_false(meeting_same(&a, &b));
	b = depot_call();
	b.source = (str){ 0 };
	b.day.day = 29;
	assert_false(meeting_same(&a, &b));
	b.day.day = 28;
	b.title = STR("depot call 3");
	assert_false(meeting_same(&a, &b));
}

static void
meetings_without_day_are_one_by_source_only(void **state)
{
	(void)state;
	struct meeting a = depot_call(), b = depot_call();
	a.source = (str){ 0 };
	a.day = b.day = (date){ 0, 0, 0 };
	assert_false(meeting_same(&a, &b));
}

static void
a_series_agrees_in_title_and_a_participant(void **state)
{
	(void)state;
	struct meeting a = depot_call(), b = depot_call();
	b.title = STR("depot call 3");
	b.day.day = 30;
	assert_true(meeting_in_series(&a, &b));
	b.participants = (strs){ dee, 1 };
	assert_false(meeting_in_series(&a, &b));
	a.series = b.series = (str){ 0 };
	b.participants = a.participants;
	assert_false(meeting_in_series(&a, &b));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_source_is_its_last_part_without_extension),
		cmocka_unit_test(a_source_that_says_nothing_is_none),
		cmocka_unit_test(an_address_is_kept_whole),
		cmocka_unit_test(a_title_loses_dates_and_numbers),
		cmocka_unit_test(an_equal_source_is_one_meeting),
		cmocka_unit_test(a_day_a_title_and_a_participant_in_common_are_one_meeting),
		cmocka_unit_test(meetings_without_day_are_one_by_source_only),
		cmocka_unit_test(a_series_agrees_in_title_and_a_participant),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
