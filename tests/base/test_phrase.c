#include "base/phrase.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* A Saturday, in the 47th week of 2025. */
static const date today = { 2025, 11, 22 };

struct example {
	const char *text;
	const char *first, *last; /* "" is open; `last` NULL: the same day */
};

typedef bool reader(str text, date today, enum leaning lean, struct range *range);

static void
assert_read(reader *read, enum leaning lean, const struct example *examples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct example *example = &examples[i];
		struct range range = { 0 };
		char first[11], last[11];
		if (!read(str_from(example->text), today, lean, &range))
			fail_msg("'%s' was refused", example->text);
		docket_date_format(range.first, first);
		docket_date_format(range.last, last);
		assert_false(range.none);
		if (!str_equal(str_from(first), str_from(example->first)) ||
			!str_equal(str_from(last),
				str_from(example->last ? example->last : example->first)))
			fail_msg("'%s' gave %s..%s", example->text, first, last);
	}
}

static void
a_day_has_names(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "today", "2025-11-22", NULL },
		{ "now", "2025-11-22", NULL },
		{ "yesterday", "2025-11-21", NULL },
		{ "tomorrow", "2025-11-23", NULL },
		{ " \tToDay ", "2025-11-22", NULL },
		{ "2024-02-29", "2024-02-29", NULL },
	};
	assert_read(phrase_read_date, LEAN_PAST, examples, COUNT(examples));
	assert_read(phrase_read_date, LEAN_FUTURE, examples, COUNT(examples));
}

static void
a_bare_weekday_that_leans_to_the_past_is_the_latest_one(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "saturday", "2025-11-22", NULL },
		{ "friday", "2025-11-21", NULL },
		{ "Thu", "2025-11-20", NULL },
		{ "WEDN", "2025-11-19", NULL },
		{ "tues", "2025-11-18", NULL },
		{ "mon", "2025-11-17", NULL },
		{ "sunday", "2025-11-16", NULL },
	};
	assert_read(phrase_read_date, LEAN_PAST, examples, COUNT(examples));
}

static void
a_bare_weekday_that_leans_to_the_future_is_the_next_one(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "saturday", "2025-11-22", NULL },
		{ "sunday", "2025-11-23", NULL },
		{ "monday", "2025-11-24", NULL },
		{ "friday", "2025-11-28", NULL },
	};
	assert_read(phrase_read_date, LEAN_FUTURE, examples, COUNT(examples));
}

static void
a_part_of_the_calendar_is_all_its_days(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "2025", "2025-01-01", "2025-12-31" },
		{ "2024-02", "2024-02-01", "2024-02-29" },
		{ "2025-2", "2025-02-01", "2025-02-28" },
		{ "2025-12", "2025-12-01", "2025-12-31" },
		{ "2025-Q1", "2025-01-01", "2025-03-31" },
		{ "2025-q4", "2025-10-01", "2025-12-31" },
		{ "2025-W45", "2025-11-03", "2025-11-09" },
		{ "2025-w1", "2024-12-30", "2025-01-05" },
		{ "2026-W53", "2026-12-28", "2027-01-03" },
		{ "0000", "0000-01-01", "0000-12-31" },
		{ "9999", "9999-01-01", "9999-12-31" },
		{ "9999-12", "9999-12-01", "9999-12-31" },
		{ "9999-Q4", "9999-10-01", "9999-12-31" },
		{ "9999-W52", "9999-12-27", "9999-12-31" },
	};
	assert_read(phrase_read_date, LEAN_PAST, examples, COUNT(examples));
}

static void
this_next_and_last_are_of_whole_periods(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "this week", "2025-11-17", "2025-11-23" },
		{ "next week", "2025-11-24", "2025-11-30" },
		{ "last week", "2025-11-10", "2025-11-16" },
		{ "this month", "2025-11-01", "2025-11-30" },
		{ "next month", "2025-12-01", "2025-12-31" },
		{ "Last Month", "2025-10-01", "2025-10-31" },
		{ "this quarter", "2025-10-01", "2025-12-31" },
		{ "next quarter", "2026-01-01", "2026-03-31" },
		{ "last quarter", "2025-07-01", "2025-09-30" },
		{ "this year", "2025-01-01", "2025-12-31" },
		{ "next year", "2026-01-01", "2026-12-31" },
		{ "last   year", "2024-01-01", "2024-12-31" },
		{ "this monday", "2025-11-17", NULL },
		{ "this sun", "2025-11-23", NULL },
		{ "next saturday", "2025-11-29", NULL },
		{ "last sunday", "2025-11-16", NULL },
	};
	assert_read(phrase_read_date, LEAN_PAST, examples, COUNT(examples));
	assert_read(phrase_read_date, LEAN_FUTURE, examples, COUNT(examples));
}

static void
a_distance_is_counted_from_today(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "2 weeks ago", "2025-11-08", NULL },
		{ "1 day ago", "2025-11-21", NULL },
		{ "0 days ago", "2025-11-22", NULL },
		{ "9 months ago", "2025-02-22", NULL },
		{ "1 year ago", "2024-11-22", NULL },
		{ "in 3 days", "2025-11-25", NULL },
		{ "In 1 Week", "2025-11-29", NULL },
		{ "in 2 quarters", "2026-05-22", NULL },
		{ "+3d", "2025-11-25", NULL },
		{ "-3d", "2025-11-19", NULL },
		{ "+2w", "2025-12-06", NULL },
		{ "+1m", "2025-12-22", NULL },
		{ "-1y", "2024-11-22", NULL },
		{ "-2 weeks", "2025-11-08", NULL },
		{ "+10 days", "2025-12-02", NULL },
		{ "99999 years ago", "0000-01-01", NULL },
		{ "in 99999 years", "9999-12-31", NULL },
	};
	assert_read(phrase_read_date, LEAN_PAST, examples, COUNT(examples));
}

static void
a_range_has_two_ends_of_which_one_may_be_open(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "today", "2025-11-22", NULL },
		{ "2025-11", "2025-11-01", "2025-11-30" },
		{ "2025-11-01..2025-11-09", "2025-11-01", "2025-11-09" },
		{ "2025-10..2025-11", "2025-10-01", "2025-11-30" },
		{ "2025-W45 .. today", "2025-11-03", "2025-11-22" },
		{ "2 weeks ago..tomorrow", "2025-11-08", "2025-11-23" },
		{ "..2025-Q3", "", "2025-09-30" },
		{ "last week..", "2025-11-10", "" },
		{ " .. yesterday", "", "2025-11-21" },
	};
	assert_read(phrase_read_range, LEAN_PAST, examples, COUNT(examples));
}

static void
both_ends_of_a_range_lean_the_same_way(void **state)
{
	(void)state;
	static const struct example past[] = { { "monday..friday", "2025-11-17", "2025-11-21" } };
	static const struct example future[] = { { "monday..friday", "2025-11-24", "2025-11-28" } };
	assert_read(phrase_read_range, LEAN_PAST, past, COUNT(past));
	assert_read(phrase_read_range, LEAN_FUTURE, future, COUNT(future));
}

static void
none_is_a_range_but_no_date(void **state)
{
	(void)state;
	struct range range = { 0 };
	assert_true(phrase_read_range(STR(" None "), today, LEAN_PAST, &range));
	assert_true(range.none);
	assert_true(date_is_none(range.first) && date_is_none(range.last));
	assert_false(phrase_read_date(STR("none"), today, LEAN_PAST, &range));
}

static const char *const nonsense[] = { "", " ", "soon", "toda", "todays", "mo", "th", "mondays",
	"thx", "2025-02-30", "2025-13", "2025-0", "2025-00", "2025-011", "2025-", "2025-Q",
	"2025-Q0", "2025-Q5", "2025-Q04", "2025-W", "2025-W0", "2025-W54", "2025-W53", "9999-W53",
	"2025-W045", "2025W45", "2025Q4", "2025/11", "20251", "205", "12025", "next", "this",
	"this d", "this day", "next w", "last weeks", "next to last week", "previous week",
	"2 weeks", "weeks ago", "ago", "two weeks ago", "2 weeks ago today", "-2 weeks ago",
	"+2 weeks ago", "2 fortnights ago", "in", "in 3", "in days", "in -3 days", "in +3 days",
	"in 3 days ago", "3 in days", "+", "-", "+3", "+d", "+ 3 days", "++3d", "+-3d", "+3d days",
	"+3x", "+3 d d", "3d", "100000 days ago", "99999999999999999999 days ago", "today tomorrow",
	"\xFF", "mañana", "2025-11-22T10" };

static void
anything_else_is_refused(void **state)
{
	(void)state;
	struct range range;
	for (size_t i = 0; i < COUNT(nonsense); i++)
		if (phrase_read_date(str_from(nonsense[i]), today, LEAN_PAST, &range) ||
			phrase_read_range(str_from(nonsense[i]), today, LEAN_FUTURE, &range))
			fail_msg("'%s' was read", nonsense[i]);
}

static void
a_range_with_a_bad_end_is_refused(void **state)
{
	(void)state;
	static const char *const ranges[] = { "..", " .. ", "...", "today...tomorrow",
		"soon..today", "today..soon", "none..today", "today..none", "1..2",
		"today..today..today" };
	struct range range;
	for (size_t i = 0; i < COUNT(ranges); i++)
		if (phrase_read_range(str_from(ranges[i]), today, LEAN_PAST, &range))
			fail_msg("'%s' was read", ranges[i]);
}

static void
the_public_reader_gives_the_first_day_and_leans_to_the_past(void **state)
{
	(void)state;
	static const char *const days[][2] = {
		{ "2025-11-08", "2025-11-08" },
		{ "friday", "2025-11-21" },
		{ "2 weeks ago", "2025-11-08" },
		{ "in 2 days", "2025-11-24" },
		{ "2025-W45", "2025-11-03" },
		{ "2025-Q4", "2025-10-01" },
		{ "2025-11", "2025-11-01" },
		{ "2025", "2025-01-01" },
	};
	for (size_t i = 0; i < COUNT(days); i++) {
		struct docket_error err = { 0 };
		date d;
		char text[11];
		assert_true(docket_date_parse(docket_str(days[i][0]), today, &d, &err));
		docket_date_format(d, text);
		assert_string_equal(text, days[i][1]);
	}
}

static void
the_public_reader_says_what_it_refuses(void **state)
{
	(void)state;
	struct docket_error err = { 0 };
	date d = { 1, 2, 3 };
	assert_false(docket_date_parse(STR("soon"), today, &d, &err));
	assert_int_equal(err.code, DOCKET_INVALID);
	assert_int_not_equal(str_find(str_from(err.message), STR("'soon'")), STR_NONE);
	assert_true(date_equal(d, (date){ 1, 2, 3 }));
	assert_false(docket_date_parse(STR("soon"), today, &d, NULL));
}

static void
what_is_counted_from_an_unknown_day_is_refused(void **state)
{
	(void)state;
	static const char *const counted[] = { "today", "tomorrow", "friday", "this week",
		"next friday", "2 weeks ago", "in 2 days", "+1d" };
	struct docket_error err = { 0 };
	date d = { 1, 2, 3 };
	for (size_t i = 0; i < COUNT(counted); i++)
		if (docket_date_parse(docket_str(counted[i]), (date){ 0 }, &d, &err))
			fail_msg("'%s' was read", counted[i]);
	assert_int_equal(err.code, DOCKET_INVALID);
	assert_int_not_equal(str_find(str_from(err.message), STR("not known")), STR_NONE);
	assert_true(docket_date_parse(STR("2025-W45"), (date){ 0 }, &d, &err));
	assert_true(date_equal(d, (date){ 2025, 11, 3 }));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_has_names),
		cmocka_unit_test(a_bare_weekday_that_leans_to_the_past_is_the_latest_one),
		cmocka_unit_test(a_bare_weekday_that_leans_to_the_future_is_the_next_one),
		cmocka_unit_test(a_part_of_the_calendar_is_all_its_days),
		cmocka_unit_test(this_next_and_last_are_of_whole_periods),
		cmocka_unit_test(a_distance_is_counted_from_today),
		cmocka_unit_test(a_range_has_two_ends_of_which_one_may_be_open),
		cmocka_unit_test(both_ends_of_a_range_lean_the_same_way),
		cmocka_unit_test(none_is_a_range_but_no_date),
		cmocka_unit_test(anything_else_is_refused),
		cmocka_unit_test(a_range_with_a_bad_end_is_refused),
		cmocka_unit_test(the_public_reader_gives_the_first_day_and_leans_to_the_past),
		cmocka_unit_test(the_public_reader_says_what_it_refuses),
		cmocka_unit_test(what_is_counted_from_an_unknown_day_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
