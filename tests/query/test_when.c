#include "query/when.h"

#include "generator.h"
#include "rounds.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* A Saturday, and "today" of fixtures/query/dates.txt. */
static const date today = { 2025, 11, 22 };

struct example {
	const char *text;
	const char *first, *last; /* `last` NULL: the same day */
};

static void
assert_day(const char *text, date d, const char *expected)
{
	char day[11];
	docket_date_format(d, day);
	if (strcmp(day, expected) != 0)
		fail_msg("'%s' gave %s, not %s", text, day, expected);
}

static void
assert_read(date from, const struct example *examples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct example *example = &examples[i];
		struct when when;
		if (!when_read(STR(""), str_from(example->text), from, &when))
			fail_msg("'%s' was refused", example->text);
		assert_day(example->text, when.first, example->first);
		assert_day(
			example->text, when.last, example->last ? example->last : example->first);
	}
}

/* A statement of dates.txt, its words apart: `due on or before  next week`. */
struct statement {
	str keyword, text;
	str meaning; /* what the plugin made of it: "on 2025-11-22 (Sat)", "ERROR ..." */
};

/* The plugin wants no blank behind a keyword: "one year ago" is `on` and "e year ago". */
static void
split_keyword(struct statement *statement)
{
	static const char *const keywords[] = { "on or before", "on or after", "in or before",
		"in or after", "before", "after", "on", "in" };
	for (size_t i = 0; i < COUNT(keywords); i++) {
		str keyword = str_from(keywords[i]);
		if (!str_starts_nocase(statement->text, keyword))
			continue;
		statement->keyword = str_slice(statement->text, 0, keyword.length);
		statement->text = str_skip(statement->text, keyword.length);
		return;
	}
}

static bool
read_statement(str line, struct statement *statement)
{
	static const char *const starts[] = { "  on 2", "  between: ", "  ERROR", "  due date is",
		"  start date is", "  done date is", "  created date is", "  cancelled date is",
		"  scheduled date is", "  due, start or scheduled date is" };
	size_t end = STR_NONE, field = str_find_char(line, ' ');
	for (size_t i = 0; i < COUNT(starts); i++) {
		size_t at = str_find(line, str_from(starts[i]));
		if (at < end)
			end = at;
	}
	if (end == STR_NONE || field >= end)
		return false;
	*statement = (struct statement){ .text = str_trim(str_slice(line, field, end)),
		.meaning = str_trim(str_skip(line, end)) };
	split_keyword(statement);
	return true;
}

/* The next YYYY-MM-DD of a meaning, taken off its front. */
static bool
next_day(str *meaning, date *day)
{
	for (; meaning->length; *meaning = str_skip(*meaning, 1))
		if (date_parse_iso(str_slice(*meaning, 0, 10), day)) {
			*meaning = str_skip(*meaning, 10);
			return true;
		}
	return false;
}

/* What the meaning tells of the days, which is one end of them behind "before" and "after". */
static bool
means_the_same(str meaning, const struct when *when)
{
	static const struct {
		const char *words;
		bool first;
	} ends[] = { { "on or before", false }, { "on or after", true }, { "is before", true },
		{ "is after", false } };
	date first, last;
	str rest = meaning;
	if (!next_day(&rest, &first))
		return false;
	for (size_t i = 0; i < COUNT(ends); i++)
		if (str_find(meaning, str_from(ends[i].words)) != STR_NONE)
			return date_equal(first, ends[i].first ? when->first : when->last);
	if (!next_day(&rest, &last))
		last = first;
	return date_equal(first, when->first) && date_equal(last, when->last);
}

static void
all_phrases_of_the_plugin_are_read_as_it_reads_them(void **state)
{
	(void)state;
	char line[256];
	size_t count = 0;
	FILE *file = fopen("fixtures/query/dates.txt", "r");
	assert_non_null(file);
	for (; fgets(line, sizeof(line), file); count++) {
		struct statement statement;
		struct when when;
		if (!read_statement(str_from(line), &statement))
			fail_msg("cannot split %s", line);
		bool read = when_read(statement.keyword, statement.text, today, &when);
		if (read == str_starts(statement.meaning, STR("ERROR")) ||
			(read && !means_the_same(statement.meaning, &when)))
			fail_msg("%s", line);
	}
	fclose(file);
	assert_int_equal(count, 238);
}

/* Rows of phrases.txt: today, a phrase, the first and the last day or ERROR; TABs between them. */
static void
phrases_are_read_on_other_days_too(void **state)
{
	(void)state;
	char line[256];
	size_t count = 0;
	FILE *file = fopen("fixtures/query/phrases.txt", "r");
	assert_non_null(file);
	for (; fgets(line, sizeof(line), file); count++) {
		str rest = str_from(line), row, cells[4] = { { 0 } };
		str_next_line(&rest, &row);
		for (size_t i = 0; i < 4; i++)
			str_next_part(&row, '\t', &cells[i]);
		struct when when, expected = { 0 };
		date from;
		assert_true(date_parse_iso(cells[0], &from));
		date_parse_iso(cells[2], &expected.first);
		date_parse_iso(cells[3], &expected.last);
		bool read = when_read(STR(""), cells[1], from, &when);
		if (read == str_equal(cells[2], STR("ERROR")) ||
			!date_equal(when.first, expected.first) ||
			!date_equal(when.last, expected.last))
			fail_msg("%s", line);
	}
	fclose(file);
	assert_true(count > 1000);
}

static void
weekdays_are_the_nearest_unless_a_week_is_told(void **state)
{
	(void)state;
	static const date sunday = { 2025, 11, 23 };
	static const struct example examples[] = { { "monday", "2025-11-24", NULL },
		{ "next monday", "2025-12-01", NULL }, { "last monday", "2025-11-17", NULL },
		{ "this saturday", "2025-11-29", NULL }, { "thu", "2025-11-20", NULL } };
	assert_read(sunday, examples, COUNT(examples));
}

static void
months_end_with_their_last_day(void **state)
{
	(void)state;
	static const date january = { 2025, 1, 31 };
	static const struct example examples[] = { { "in 1 month", "2025-02-28", NULL },
		{ "in 13 months", "2026-02-28", NULL }, { "a quarter ago", "2024-10-31", NULL },
		{ "in 1 month 1 day", "2025-03-01", NULL },
		{ "in 1 day 1 month", "2025-03-01", NULL },
		{ "next month", "2025-02-01", "2025-02-28" },
		{ "this month", "2025-01-01", "2025-01-31" },
		{ "last quarter", "2024-10-01", "2024-12-31" } };
	assert_read(january, examples, COUNT(examples));
	static const date march = { 2025, 3, 15 };
	static const struct example part[] = { { "1.5 months ago", "2025-01-15", NULL } };
	assert_read(march, part, COUNT(part));
}

static void
a_month_of_a_year_is_its_first_day(void **state)
{
	(void)state;
	static const struct example examples[] = { { "1/2026", "2026-01-01", NULL },
		{ "12/2025", "2025-12-01", NULL } };
	assert_read(today, examples, COUNT(examples));
}

static void
a_day_of_numbers_has_its_month_first_when_it_can(void **state)
{
	(void)state;
	static const struct example examples[] = { { "12/1", "2025-12-01", NULL },
		{ "1/12/2026", "2026-01-12", NULL }, { "12/1/2025", "2025-12-01", NULL },
		{ "28/1/2026", "2026-01-28", NULL }, { "31.12.2025", "2025-12-31", NULL } };
	assert_read(today, examples, COUNT(examples));
}

static void
a_day_without_year_is_the_nearest(void **state)
{
	(void)state;
	static const date new_year = { 2025, 12, 31 };
	static const struct example examples[] = { { "3 january", "2026-01-03", NULL },
		{ "july 1", "2026-07-01", NULL }, { "june 29", "2026-06-29", NULL },
		{ "july 3", "2025-07-03", NULL }, { "1/2", "2026-01-02", NULL } };
	assert_read(new_year, examples, COUNT(examples));
}

static void
ranges_in_one_phrase_are_their_first_day(void **state)
{
	(void)state;
	static const struct example examples[] = { { "5-7 dec", "2025-12-05", NULL },
		{ "may 1 - 5", "2026-05-01", NULL }, { "nov 1 to nov 5 2026", "2026-11-01", NULL },
		{ "monday to friday", "2025-11-17", NULL },
		{ "2025-11-30 to 2025-11-22", "2025-11-22", NULL },
		{ "friday to monday", "2025-11-21", NULL },
		{ "saturday to saturday", "2025-11-22", NULL } };
	assert_read(today, examples, COUNT(examples));
}

static void
phrases_that_are_one_are_put_together(void **state)
{
	(void)state;
	static const struct example examples[] = { { "friday, 28 November 2025", "2025-11-28",
							   NULL },
		{ "2 weeks before 2025-12-31", "2025-12-17", NULL },
		{ "3 days after monday", "2025-11-27", NULL },
		{ "5pm tomorrow", "2025-11-23", NULL },
		{ "2025-11-22 2025-02-30 2025-11-30", "2025-11-22", "2025-11-30" } };
	assert_read(today, examples, COUNT(examples));
}

static void
a_keyword_can_be_part_of_the_phrase(void **state)
{
	(void)state;
	struct when when;
	assert_true(when_read(STR("in"), STR("two weeks"), today, &when));
	assert_day("two weeks", when.first, "2025-12-06");
	assert_true(when_read(STR("after"), STR("3 days"), today, &when));
	assert_day("3 days", when.last, "2025-11-25");
	assert_false(when_read(STR("before"), STR("2 weeks"), today, &when));
	assert_false(when_read(STR(""), STR("two weeks"), today, &when));
	assert_true(date_is_none(when.first));
}

static void
what_is_passed_over_is_told(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool ignored;
	} rows[] = { { "today", false }, { "today AND done", true }, { "today)", true },
		{ "this week", false }, { "this weekend", true }, { "monday next week", true },
		{ "2025-11", false }, { "2025-11-22 2025-11-30", false },
		{ "2025-11-22..2025-11-30", false }, { "2025-11-22, 2025-11-30", false },
		{ "between 2025-11-22 and 2025-11-30", false },
		{ "2025-11-22 to 2025-11-30", true }, { "2025-11-22 2025-11-30 2025-12-05", true },
		{ "2025-02-30 2025-03-05", true }, { "the day after tomorrow", true },
		{ "in 1 week and 2 days", true }, { "tomorrow at 5pm", false }, { "in May", false },
		{ "on monday", false }, { "today é", true }, { "monday to friday at 5pm", true } };
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct when when;
		assert_true(when_read(STR(""), str_from(rows[i].text), today, &when));
		if (when.ignored != rows[i].ignored)
			fail_msg("'%s'", rows[i].text);
	}
}

static void
days_outside_the_calendar_are_none(void **state)
{
	(void)state;
	static const char *const texts[] = { "in 99999999999999999999999 days", "9000 years ago",
		"in 9000 years", "in 99999999999 months", "last 3000000 days", "31 november",
		"24:00", "2025-00-10" };
	struct when when;
	for (size_t i = 0; i < COUNT(texts); i++)
		if (when_read(STR(""), str_from(texts[i]), today, &when))
			fail_msg("'%s' was read", texts[i]);
}

/* Pieces and bytes in any order are days that exist, first and last, or nothing. */
static void
any_bytes_give_days_or_nothing(void **state)
{
	(void)state;
	static const char *const pieces[] = { "in", "2", "weeks", "ago", "2025-11-22", "2025", "-",
		"/", ".", ",", " ", " ", " ", "may", "31", "to", "next", "last", "this", "week",
		"monday", "half", "a", "couple", "of", "99999999", "5pm", ":", "30", "before",
		"after", "today", "\xC2\xA0", "(", "W", "Q" };
	struct generator generator = { .state = 2025 };
	for (size_t i = 0; i < rounds_of(20000); i++) {
		struct arena arena = { 0 };
		struct buffer text = { .arena = &arena };
		for (size_t count = generator_pick(&generator, 14); count; count--)
			if (generator_pick(&generator, 8))
				buffer_add(&text, str_from(GENERATOR_PICK(&generator, pieces)));
			else
				buffer_add_char(&text, (char)generator_pick(&generator, 256));
		struct when when;
		bool read = when_read(STR("after"), text.text, today, &when);
		bool days = docket_date_exists(when.first) && docket_date_exists(when.last);
		if (read ? !days || date_compare(when.first, when.last) > 0
			 : !date_is_none(when.first) || when.ignored)
			fail_msg("'%.*s'", STR_ARG(text.text));
		arena_free(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_phrases_of_the_plugin_are_read_as_it_reads_them),
		cmocka_unit_test(phrases_are_read_on_other_days_too),
		cmocka_unit_test(weekdays_are_the_nearest_unless_a_week_is_told),
		cmocka_unit_test(months_end_with_their_last_day),
		cmocka_unit_test(a_month_of_a_year_is_its_first_day),
		cmocka_unit_test(a_day_of_numbers_has_its_month_first_when_it_can),
		cmocka_unit_test(a_day_without_year_is_the_nearest),
		cmocka_unit_test(ranges_in_one_phrase_are_their_first_day),
		cmocka_unit_test(phrases_that_are_one_are_put_together),
		cmocka_unit_test(a_keyword_can_be_part_of_the_phrase),
		cmocka_unit_test(what_is_passed_over_is_told),
		cmocka_unit_test(days_outside_the_calendar_are_none),
		cmocka_unit_test(any_bytes_give_days_or_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
