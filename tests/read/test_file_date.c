#include "read/file_date.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docket/note.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void
check_day(date day, const char *expected, const char *of)
{
	char text[11];
	docket_date_format(day, text);
	if (!str_equal(str_from(text), str_from(expected)))
		fail_msg("%s: %s", of, text);
}

static void
the_first_iso_day_or_else_eight_digits_count(void **state)
{
	(void)state;
	static const char *const examples[][2] = {
		{ "2025-11-08.md", "2025-11-08" },
		{ "a/2025-11-08 meeting.md", "2025-11-08" },
		{ "20251108.md", "2025-11-08" },
		{ "a/20251108123456.md", "2025-11-08" },
		{ "2025-02-30.md", "" },
		{ "2025-02-30 20250301.md", "" },
		{ "2025-11-08/x.md", "" },
		{ "x2025-11-08y.md", "2025-11-08" },
		{ "2025-1-8.md", "" },
		{ "2025.11.08.md", "" },
		{ "202511.md", "" },
		{ "12025-11-081.md", "2025-11-08" },
		{ "2025-11-08 2025-12-01.md", "2025-11-08" },
	};
	for (size_t i = 0; i < COUNT(examples); i++)
		check_day(file_date_read(file_date_name(str_from(examples[i][0])), (str){ 0 }),
			examples[i][1], examples[i][0]);
}

static void
a_day_first_is_read_where_it_can_be_no_other(void **state)
{
	(void)state;
	static const char *const examples[][2] = {
		{ "08.11.2025 Board", "2025-11-08" },
		{ "Board 8.11.2025", "2025-11-08" },
		{ "08-11-2025", "2025-11-08" },
		{ "08-11-25 call", "2025-11-08" },
		{ "call_08_11_25", "2025-11-08" },
		{ "08.11.25", "2025-11-08" },
		{ "30.02.2025", "" },
		{ "8.11.25", "" },
		{ "25-11-08", "" },
		{ "08.11-2025", "" },
		{ "08.11.025", "" },
		{ "08.11.20251", "" },
		{ "v08.11", "" },
		{ "08-", "" },
		{ "Plan", "" },
	};
	for (size_t i = 0; i < COUNT(examples); i++) {
		size_t from, to;
		check_day(file_date_day_first(str_from(examples[i][0]), &from, &to), examples[i][1],
			examples[i][0]);
	}
}

static void
a_pattern_counts_before_them_when_it_fits_as_a_whole(void **state)
{
	(void)state;
	static const char *const examples[][3] = {
		{ "YYYY.MM.DD", "2025.11.08", "2025-11-08" },
		{ "D-M-YYYY", "8-11-2025", "2025-11-08" },
		{ "D-M-YYYY", "08-11-2025", "" },
		{ "DD-MM-YYYY", "8-11-2025", "" },
		{ "DD-MM-YYYY", "08-11-2025 x", "" },
		{ "DD-MM-YYYY", "2025-11-08", "2025-11-08" },
		{ "[Log] DD_MM_YYYY", "Log 08_11_2025", "2025-11-08" },
		{ "YYYY-MM", "2025-11", "2025-11-01" },
		{ "DDMMYYYY", "08112025", "2025-11-08" },
		{ "DDMMYYYY", "31112025", "" },
		{ "日YYYYMMDD", "日20251108", "2025-11-08" },
	};
	for (size_t i = 0; i < COUNT(examples); i++)
		check_day(file_date_read(str_from(examples[i][1]), str_from(examples[i][0])),
			examples[i][2], examples[i][1]);
}

static void
patterns_of_other_letters_or_without_a_year_cannot_be_read(void **state)
{
	(void)state;
	static const char *const readable[] = { "YYYY-MM-DD", "D.M.YYYY", "[Daily] YYYY_MM_DD" };
	static const char *const others[] = { "", "YY-MM-DD", "YYYY-MMM-DD", "dddd YYYY-MM-DD",
		"gggg-[W]ww", "DD-MM", "YYYY-MM-Do", "[YYYY]", "YYYY [x" };
	for (size_t i = 0; i < COUNT(readable); i++)
		assert_true(file_date_can_read(str_from(readable[i])));
	for (size_t i = 0; i < COUNT(others); i++)
		if (file_date_can_read(str_from(others[i])))
			fail_msg("%s", others[i]);
}

/* The scheduled day of a note's first task, named after a day and read for it. */
static void
check_scheduled(const char *text, const char *expected)
{
	const struct docket_reading reading = { .scheduled_by_name = true };
	struct docket_note *note = docket_note_parse(str_from(text), "d/2025-11-08 x.md", &reading);
	assert_int_equal(note->task_count, 1);
	check_day(note->tasks[0].scheduled, expected, text);
	docket_note_free(note);
}

static void
only_boxes_without_due_scheduled_and_start_day_are_scheduled_by_name(void **state)
{
	(void)state;
	check_scheduled("- [ ] a\n", "2025-11-08");
	check_scheduled("- [x] a ➕ 2025-01-01 ✅ 2025-01-02\n", "2025-11-08");
	check_scheduled("- [ ] a 📅 2025-12-01\n", "");
	check_scheduled("- [ ] a 🛫 2025-12-01\n", "");
	check_scheduled("- [ ] a ⏳ 2025-12-01\n", "2025-12-01");
	check_scheduled("- [ ] a 📅 2025-02-30\n", "");
	check_scheduled("- [ ] a 🛫 2025-02-30\n", "");
	check_scheduled("- [ ] a ⏳ 2025-02-30\n", "");
	check_scheduled("- [ ] a 📅 2025-12-01 soon\n", "");
	check_scheduled("ACTION: Ada to call\n", "");
}

static void
names_mean_nothing_unless_asked(void **state)
{
	(void)state;
	struct docket_note *note = docket_note_parse(STR("- [ ] a\n"), "2025-11-08.md", NULL);
	assert_int_equal(note->tasks[0].scheduled.day, 0);
	docket_note_free(note);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_iso_day_or_else_eight_digits_count),
		cmocka_unit_test(a_day_first_is_read_where_it_can_be_no_other),
		cmocka_unit_test(a_pattern_counts_before_them_when_it_fits_as_a_whole),
		cmocka_unit_test(patterns_of_other_letters_or_without_a_year_cannot_be_read),
		cmocka_unit_test(
			only_boxes_without_due_scheduled_and_start_day_are_scheduled_by_name),
		cmocka_unit_test(names_mean_nothing_unless_asked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
