#include "base/date.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <limits.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static void
assert_date(date d, int year, int month, int day)
{
	if (d.year != year || d.month != month || d.day != day)
		fail_msg("%d-%d-%d is not %d-%d-%d", d.year, d.month, d.day, year, month, day);
}

/* The next day, by the plain rules of the calendar. */
static date
day_after(date d)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (d.year % 4 == 0 && d.year % 100 != 0) || d.year % 400 == 0;
	if (d.day < lengths[d.month - 1] + (leap && d.month == 2))
		return (date){ d.year, d.month, d.day + 1 };
	return d.month < 12 ? (date){ d.year, d.month + 1, 1 } : (date){ d.year + 1, 1, 1 };
}

/* Zeller's congruence, 0 Monday to 6 Sunday. */
static int
zeller(date d)
{
	int year = d.month < 3 ? d.year - 1 : d.year, month = d.month < 3 ? d.month + 12 : d.month;
	int saturday_first = d.day + 13 * (month + 1) / 5 + year % 100 + year % 100 / 4 +
			     year / 100 / 4 + 5 * (year / 100);
	return (saturday_first + 5) % 7;
}

static void
every_day_has_its_number_and_weekday(void **state)
{
	(void)state;
	date d = { 1600, 1, 1 };
	for (long days = -135140; d.year <= 2100; days++) {
		assert_int_equal(date_to_days(d), days);
		assert_true(date_equal(date_from_days(days), d));
		assert_int_equal(date_weekday(d), zeller(d));
		assert_true(docket_date_exists(d));
		d = day_after(d);
	}
}

static void
the_calendar_ends_at_its_first_and_last_day(void **state)
{
	(void)state;
	date first = { 0, 1, 1 }, last = { 9999, 12, 31 };
	assert_date(date_from_days(LONG_MIN), 0, 1, 1);
	assert_date(date_from_days(LONG_MAX), 9999, 12, 31);
	assert_date(date_from_days(date_to_days(first)), 0, 1, 1);
	assert_date(date_from_days(date_to_days(last)), 9999, 12, 31);
	assert_date(date_add_days(first, -1), 0, 1, 1);
	assert_date(date_add_days(last, 1), 9999, 12, 31);
	assert_date(date_add_months(first, -1), 0, 1, 1);
	assert_date(date_add_months(last, 1), 9999, 12, 31);
}

static void
an_iso_day_is_read_and_written_back(void **state)
{
	(void)state;
	for (date d = { 1999, 12, 1 }; d.year <= 2004; d = day_after(d)) {
		char text[11];
		date read;
		docket_date_format(d, text);
		assert_true(date_parse_iso(str_from(text), &read));
		assert_true(date_equal(read, d));
	}
}

static void
a_day_that_does_not_exist_is_impossible_not_unread(void **state)
{
	(void)state;
	static const char *const days[] = { "2025-02-29", "1900-02-29", "2025-04-31", "2025-13-01",
		"2025-00-10", "2025-10-00", "2025-10-32", "9999-99-99" };
	for (size_t i = 0; i < COUNT(days); i++) {
		date d = { 1, 1, 1 };
		assert_true(date_parse_iso(str_from(days[i]), &d));
		assert_true(date_equal(d, DATE_IMPOSSIBLE));
		assert_false(docket_date_exists(d));
		assert_false(date_is_none(d));
	}
}

static void
other_shapes_are_no_iso_days(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "2025", "2025-1-01", "2025-01-1", "2025/01/01",
		"20250-1-01", " 2025-01-01", "2025-01-011", "2025-01-1a", "-025-01-01",
		"2025-+1-01", "٢٠٢٥-٠١-٠١" };
	for (size_t i = 0; i < COUNT(texts); i++) {
		date d = { 1, 1, 1 };
		assert_false(date_parse_iso(str_from(texts[i]), &d));
		assert_date(d, 1, 1, 1);
	}
}

static void
a_date_that_does_not_exist_is_written_as_nothing(void **state)
{
	(void)state;
	static const date dates[] = { { 0 }, { 0, 0, -1 }, { 2025, 2, 30 }, { 10000, 1, 1 },
		{ -1, 1, 1 }, { 2025, 13, 1 }, { INT_MAX, INT_MAX, INT_MAX },
		{ INT_MIN, INT_MIN, INT_MIN } };
	for (size_t i = 0; i < COUNT(dates); i++) {
		char text[11] = "unwritten";
		docket_date_format(dates[i], text);
		assert_string_equal(text, "");
	}
	char text[11];
	docket_date_format((date){ 7, 3, 9 }, text);
	assert_string_equal(text, "0007-03-09");
}

static void
days_compare_as_in_the_calendar(void **state)
{
	(void)state;
	static const date ordered[] = { { 0 }, { 2024, 12, 31 }, { 2025, 1, 30 }, { 2025, 2, 1 },
		{ 2025, 2, 2 } };
	for (size_t i = 0; i < COUNT(ordered); i++)
		for (size_t j = 0; j < COUNT(ordered); j++)
			assert_int_equal(date_compare(ordered[i], ordered[j]), (i > j) - (i < j));
	assert_true(date_is_none(ordered[0]));
}

static void
adding_months_keeps_the_day_or_takes_the_last(void **state)
{
	(void)state;
	static const struct {
		date from;
		long months;
		date to;
	} rows[] = {
		{ { 2025, 1, 31 }, 1, { 2025, 2, 28 } },
		{ { 2024, 1, 31 }, 1, { 2024, 2, 29 } },
		{ { 2025, 1, 31 }, 3, { 2025, 4, 30 } },
		{ { 2025, 1, 31 }, -1, { 2024, 12, 31 } },
		{ { 2025, 3, 31 }, -1, { 2025, 2, 28 } },
		{ { 2024, 2, 29 }, 12, { 2025, 2, 28 } },
		{ { 2024, 2, 29 }, 48, { 2028, 2, 29 } },
		{ { 2024, 2, 29 }, -1200, { 1924, 2, 29 } },
		{ { 1904, 2, 29 }, -48, { 1900, 2, 28 } },
		{ { 2025, 11, 15 }, 2, { 2026, 1, 15 } },
		{ { 2025, 11, 15 }, 0, { 2025, 11, 15 } },
		{ { 2025, 12, 31 }, 99999, { 9999, 12, 31 } },
		{ { 2025, 12, 31 }, -99999, { 0, 1, 1 } },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_date(date_add_months(rows[i].from, rows[i].months), rows[i].to.year,
			rows[i].to.month, rows[i].to.day);
}

/* The week of a day by its ordinal: (ordinal - weekday + 10) / 7. */
static int
week_of(date d, int *year)
{
	int ordinal = d.day;
	for (int month = 1; month < d.month; month++)
		ordinal += date_month_days(d.year, month);
	int week = (ordinal - (zeller(d) + 1) + 10) / 7;
	*year = d.year;
	if (week < 1)
		return week_of((date){ --*year, 12, 31 }, year);
	date last = { d.year, 12, 31 };
	if (week == 53 && zeller(last) < 3) {
		*year = d.year + 1;
		return 1;
	}
	return week;
}

static void
every_monday_begins_the_week_it_is_in(void **state)
{
	(void)state;
	for (date d = { 1600, 1, 3 }; d.year <= 2100; d = date_add_days(d, 7)) {
		int year, week = week_of(d, &year);
		date monday;
		assert_true(date_from_week(year, week, &monday));
		assert_true(date_equal(monday, d));
	}
}

static void
a_year_has_52_weeks_or_53_when_its_thursdays_are_so_many(void **state)
{
	(void)state;
	for (int year = 0; year <= 9999; year++) {
		date monday, first = { year, 1, 1 }, last = { year, 12, 31 };
		bool lengthy = date_weekday(first) == 3 || date_weekday(last) == 3;
		assert_false(date_from_week(year, 0, &monday));
		assert_true(date_from_week(year, 1, &monday));
		assert_true(date_from_week(year, 52, &monday));
		assert_int_equal(date_from_week(year, 53, &monday), lengthy);
		assert_false(date_from_week(year, 54, &monday));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_has_its_number_and_weekday),
		cmocka_unit_test(the_calendar_ends_at_its_first_and_last_day),
		cmocka_unit_test(an_iso_day_is_read_and_written_back),
		cmocka_unit_test(a_day_that_does_not_exist_is_impossible_not_unread),
		cmocka_unit_test(other_shapes_are_no_iso_days),
		cmocka_unit_test(a_date_that_does_not_exist_is_written_as_nothing),
		cmocka_unit_test(days_compare_as_in_the_calendar),
		cmocka_unit_test(adding_months_keeps_the_day_or_takes_the_last),
		cmocka_unit_test(every_monday_begins_the_week_it_is_in),
		cmocka_unit_test(a_year_has_52_weeks_or_53_when_its_thursdays_are_so_many),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
