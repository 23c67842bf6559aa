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
		{ "[[Depot call", "[[depot call" },
		{ "Depot call]]", "depot call]]" },
		{ "[[]", "[[]" },
		{ "[[]]", "" },
		{ ".md", ".md" },
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
		{ "Tuesday 28 sync, Monday", "sync monday" },
		{ "Friday sync 3", "friday sync" },
		{ "March planning", "march planning" },
		{ "Sync, Friday 3 October, Monday", "sync" },
	};
	check_rows(rows, sizeof(rows) / sizeof(*rows), meeting_title_key);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_source_is_its_last_part_without_extension),
		cmocka_unit_test(a_source_that_says_nothing_is_none),
		cmocka_unit_test(an_address_is_kept_whole),
		cmocka_unit_test(a_title_loses_dates_and_numbers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
