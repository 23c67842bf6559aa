#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/dates.h"

#include <string.h>

/* `expected` is a day, "-" (no day), "?" (ambiguous) or "!" (there is no such day). */
struct row {
	const char *words;
	const char *expected;
};

static void
name_answer(enum dates_answer answer, date day, char name[11])
{
	static const char *const names[] = { [DATES_NONE] = "-", [DATES_AMBIGUOUS] = "?" };
	if (answer == DATES_DAY)
		docket_date_format(day, name);
	else
		strcpy(name, day.day < 0 ? "!" : names[answer]);
}

static void
check(const char *meeting, const struct row *rows, size_t count)
{
	date from = { 0 };
	if (*meeting)
		assert_true(date_parse_iso(str_from(meeting), &from));
	for (size_t i = 0; i < count; i++) {
		date day;
		char actual[11];
		name_answer(dates_read_due(str_from(rows[i].words), from, &day), day, actual);
		if (strcmp(actual, rows[i].expected) != 0)
			fail_msg("\"%s\" from %s is %s, not %s", rows[i].words, meeting, actual,
				rows[i].expected);
	}
}

#define CHECK(meeting, rows) check((meeting), (rows), sizeof(rows) / sizeof(*(rows)))

/* 2025-11-04 is a Tuesday. */
static void
a_weekday_is_the_next_one_after_the_meeting(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Friday", "2025-11-07" },
		{ "Fri", "2025-11-07" },
		{ "fri.", "2025-11-07" },
		{ "Tuesday", "2025-11-11" },
		{ "Monday", "2025-11-10" },
		{ "this Friday", "2025-11-07" },
		{ "this Monday", "?" },
		{ "coming Friday", "2025-11-07" },
		{ "Freitag", "2025-11-07" },
		{ "vendredi", "2025-11-07" },
		{ "miércoles", "2025-11-05" },
		{ "sexta-feira", "2025-11-07" },
		{ "terça", "2025-11-11" },
		{ "donderdag", "2025-11-06" },
		{ "金曜日", "2025-11-07" },
		{ "周五", "2025-11-07" },
		{ "Friday EOD", "2025-11-07" },
		{ "end of day Friday", "2025-11-07" },
		{ "Friday 5pm ET", "2025-11-07" },
		{ "Friday at 17:00", "2025-11-07" },
		{ "Freitag 17 Uhr", "2025-11-07" },
		{ "*Friday*", "2025-11-07" },
		{ "Friday next week", "2025-11-14" },
		{ "Freitag nächster Woche", "2025-11-14" },
		{ "Friday next month", "-" },
	};
	CHECK("2025-11-04", rows);
}

/* 2025-11-04 is a Tuesday. */
static void
an_hour_in_front_of_a_day_says_nothing_of_it(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "5 pm Friday", "2025-11-07" },
		{ "2:30 pm Friday", "2025-11-07" },
		{ "2:30pm on Nov 7", "2025-11-07" },
		{ "2:30 pm 7 Nov", "2025-11-07" },
		{ "2:30 pm 5", "-" },
		{ "10:15 Uhr 7.11.", "2025-11-07" },
		{ "2:30 pm 3:30 pm Friday", "2025-11-07" },
	};
	CHECK("2025-11-04", rows);
}

static void
next_weekday_is_ambiguous_unless_both_readings_agree(void **state)
{
	(void)state;
	static const struct row tuesday[] = {
		{ "next Friday", "?" },
		{ "nächsten Freitag", "?" },
		{ "vendredi prochain", "?" },
		{ "next Monday", "2025-11-10" },
		{ "next Tuesday", "2025-11-11" },
	};
	CHECK("2025-11-04", tuesday);
	static const struct row friday[] = {
		{ "next Friday", "2025-11-14" },
		{ "next Monday", "2025-11-10" },
		{ "next Sunday", "?" },
	};
	CHECK("2025-11-07", friday);
}

static void
offsets_count_from_the_meeting(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "today", "2025-11-04" },
		{ "EOD", "2025-11-04" },
		{ "end of day", "2025-11-04" },
		{ "COB", "2025-11-04" },
		{ "tomorrow", "2025-11-05" },
		{ "tomorrow EOD", "2025-11-05" },
		{ "morgen", "2025-11-05" },
		{ "demain", "2025-11-05" },
		{ "mañana", "2025-11-05" },
		{ "明日", "2025-11-05" },
		{ "day after tomorrow", "2025-11-06" },
		{ "übermorgen", "2025-11-06" },
		{ "après-demain", "-" },
		{ "in two weeks", "2025-11-18" },
		{ "within 2 weeks", "2025-11-18" },
		{ "in 3 days", "2025-11-07" },
		{ "in 3 business days", "-" },
		{ "in a week", "2025-11-11" },
		{ "in einer Woche", "2025-11-11" },
		{ "in zwei Wochen", "2025-11-18" },
		{ "dans deux semaines", "2025-11-18" },
		{ "en tres días", "2025-11-07" },
		{ "in a month", "2025-12-04" },
		{ "two weeks ago", "-" },
	};
	CHECK("2025-11-04", rows);
}

static void
a_week_ends_on_friday(void **state)
{
	(void)state;
	static const struct row tuesday[] = {
		{ "EOW", "2025-11-07" },
		{ "end of week", "2025-11-07" },
		{ "end of the week", "2025-11-07" },
		{ "Ende der Woche", "2025-11-07" },
		{ "eind van de week", "2025-11-07" },
		{ "end of next week", "2025-11-14" },
		{ "Ende nächster Woche", "2025-11-14" },
		{ "end of week 47", "2025-11-21" },
		{ "Ende KW 47", "2025-11-21" },
		{ "fin de semana", "-" },
		{ "Wochenende", "-" },
	};
	CHECK("2025-11-04", tuesday);
	static const struct row friday[] = { { "EOW", "2025-11-07" } };
	CHECK("2025-11-07", friday);
	static const struct row saturday[] = { { "EOW", "2025-11-14" },
		{ "end of next week", "?" } };
	CHECK("2025-11-08", saturday);
}

static void
months_quarters_and_years_end_on_their_last_day(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "EOM", "2025-11-30" },
		{ "end of month", "2025-11-30" },
		{ "end of the month", "2025-11-30" },
		{ "fin de mes", "2025-11-30" },
		{ "fim do mês", "2025-11-30" },
		{ "Monatsende", "2025-11-30" },
		{ "月末", "2025-11-30" },
		{ "end of next month", "2025-12-31" },
		{ "EOQ", "2025-12-31" },
		{ "end of quarter", "2025-12-31" },
		{ "end of next quarter", "2026-03-31" },
		{ "EOY", "2025-12-31" },
		{ "end of year", "2025-12-31" },
		{ "fin de l'année", "2025-12-31" },
		{ "end of Q1", "2026-03-31" },
		{ "end of Q4", "2025-12-31" },
		{ "end of Q3", "?" },
		{ "end of Q1 2027", "2027-03-31" },
		{ "Ende Q1/2027", "2027-03-31" },
		{ "end of H1", "2026-06-30" },
		{ "end of Q7", "-" },
		{ "end of March", "2026-03-31" },
		{ "end of February 2028", "2028-02-29" },
		{ "fin mars", "2026-03-31" },
		{ "Ende Februar", "2026-02-28" },
		{ "end of September", "?" },
	};
	CHECK("2025-11-04", rows);
}

static void
a_date_without_year_is_the_first_from_the_meeting_on(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Jan 20", "2026-01-20" },
		{ "Jan. 20", "2026-01-20" },
		{ "20 Jan", "2026-01-20" },
		{ "January 20th", "2026-01-20" },
		{ "the 20th of January", "2026-01-20" },
		{ "20. Januar", "2026-01-20" },
		{ "20 de enero", "2026-01-20" },
		{ "1er décembre", "2025-12-01" },
		{ "3 de março", "2026-03-03" },
		{ "5. März", "2026-03-05" },
		{ "20-Jan", "2026-01-20" },
		{ "20.01.", "2026-01-20" },
		{ "20.01", "2026-01-20" },
		{ "1/20", "2026-01-20" },
		{ "30/4", "2026-04-30" },
		{ "12/12", "2025-12-12" },
		{ "3/4", "?" },
		{ "11月20日", "2025-11-20" },
		{ "11月20日まで", "2025-11-20" },
		{ "１１月２０日", "2025-11-20" },
		{ "11월 20일", "2025-11-20" },
		{ "Nov 4", "2025-11-04" },
		{ "Nov 3", "?" },
		{ "Sep 5", "?" },
		{ "Sep 1", "2026-09-01" },
		{ "Aug 5", "2026-08-05" },
		{ "the 20th", "2025-11-20" },
		{ "the 3rd", "2025-12-03" },
		{ "15.", "2025-11-15" },
		{ "15", "-" },
		{ "Feb 29", "?" },
		{ "Feb 30", "!" },
		{ "31.04.", "!" },
		{ "13/13", "!" },
		{ "0/5", "!" },
	};
	CHECK("2025-11-04", rows);
}

static void
a_weekday_beside_a_date_has_to_fit(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Friday, Nov 14", "2025-11-14" },
		{ "Fri Nov 14", "2025-11-14" },
		{ "Fr. 14.11.", "2025-11-14" },
		{ "Nov 14 (Fri)", "2025-11-14" },
		{ "11月20日(木)", "2025-11-20" },
		{ "11月17日(月)", "2025-11-17" },
		{ "Thursday, Nov 14", "?" },
		{ "Friday, 2025-11-13", "?" },
	};
	CHECK("2025-11-04", rows);
}

static void
a_complete_date_needs_no_meeting(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "2026-01-20", "2026-01-20" },
		{ "2026/01/20", "2026-01-20" },
		{ "January 20th, 2026", "2026-01-20" },
		{ "20 January 2026", "2026-01-20" },
		{ "20. Januar 2026", "2026-01-20" },
		{ "20-Jan-2026", "2026-01-20" },
		{ "20.01.2026", "2026-01-20" },
		{ "20.01.26", "2026-01-20" },
		{ "20. 1. 2026", "2026-01-20" },
		{ "20/01/2026", "2026-01-20" },
		{ "1/20/2026", "2026-01-20" },
		{ "1/20/26", "2026-01-20" },
		{ "03/04/2026", "?" },
		{ "04/04/2026", "2026-04-04" },
		{ "2025年11月20日", "2025-11-20" },
		{ "end of Q1 2026", "2026-03-31" },
		{ "2025-02-30", "!" },
		{ "30.02.2025", "!" },
		{ "Jan 20", "-" },
		{ "Friday", "-" },
		{ "today", "-" },
		{ "EOW", "-" },
		{ "end of Q1", "-" },
		{ "Feb 30", "-" },
	};
	CHECK("", rows);
}

static void
what_is_no_day_is_never_made_one(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "next week", "-" },
		{ "nächste Woche", "-" },
		{ "KW 23", "-" },
		{ "week 23", "-" },
		{ "2026-W23", "-" },
		{ "Q1", "-" },
		{ "January", "-" },
		{ "2026", "-" },
		{ "TBD", "-" },
		{ "ASAP", "-" },
		{ "next meeting", "-" },
		{ "before Friday", "-" },
		{ "mid-January", "-" },
		{ "Jan 20-22", "-" },
		{ "Jan 20 - Feb 3", "-" },
		{ "Friday or Monday", "-" },
		{ "Friday?", "-" },
		{ "after Jan 20", "-" },
		{ "Jan 20 2026 2027", "-" },
		{ "week of Jan 20", "-" },
		{ "Ada", "-" },
		{ "", "-" },
		{ " ", "-" },
		{ "the", "-" },
		{ "3-5", "-" },
		{ "1.2.3.4", "-" },
		{ "1.2.3", "-" },
		{ "12345", "-" },
		{ "\xFF\xFE", "-" },
		{ "Friday Friday Friday Friday Friday Friday Friday Friday", "-" },
	};
	CHECK("2025-11-04", rows);
}

static void
the_meeting_may_be_at_the_ends_of_the_calendar(void **state)
{
	(void)state;
	static const struct row first[] = { { "Jan 1", "0000-01-01" }, { "EOY", "0000-12-31" } };
	CHECK("0000-01-01", first);
	static const struct row last[] = { { "Jan 1", "?" }, { "Dec 31", "9999-12-31" } };
	CHECK("9999-12-31", last);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_weekday_is_the_next_one_after_the_meeting),
		cmocka_unit_test(an_hour_in_front_of_a_day_says_nothing_of_it),
		cmocka_unit_test(next_weekday_is_ambiguous_unless_both_readings_agree),
		cmocka_unit_test(offsets_count_from_the_meeting),
		cmocka_unit_test(a_week_ends_on_friday),
		cmocka_unit_test(months_quarters_and_years_end_on_their_last_day),
		cmocka_unit_test(a_date_without_year_is_the_first_from_the_meeting_on),
		cmocka_unit_test(a_weekday_beside_a_date_has_to_fit),
		cmocka_unit_test(a_complete_date_needs_no_meeting),
		cmocka_unit_test(what_is_no_day_is_never_made_one),
		cmocka_unit_test(the_meeting_may_be_at_the_ends_of_the_calendar),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
