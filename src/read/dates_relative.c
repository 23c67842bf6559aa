#include "read/dates_relative.h"

#include "read/dates_year.h"

#include <string.h>

/* Words that are a day once there is a meeting. `*day` is none before. */
struct relative {
	const char *shape;
	enum dates_answer (*read)(const struct dates_phrase *phrase, date meeting, date *day);
};

static enum dates_answer
end_month(int month, const struct dates_phrase *phrase, date meeting, date *day)
{
	if (month < 1 || month > 12)
		return DATES_NONE;
	if (!strchr(phrase->shape, 'y'))
		return dates_without_year(month, 0, meeting, day);
	int year = dates_value(phrase, 'y');
	return dates_answer_day(date_make(year, month, date_month_days(year, month)), day);
}

static enum dates_answer
read_end_of_named_month(const struct dates_phrase *phrase, date meeting, date *day)
{
	return end_month(dates_value(phrase, DATES_MONTH), phrase, meeting, day);
}

/* "end of Q1", "end of H2". */
static enum dates_answer
read_end_of_quarter(const struct dates_phrase *phrase, date meeting, date *day)
{
	int month = dates_value(phrase, DATES_QUARTER) * dates_value(phrase, 'n');
	return end_month(month, phrase, meeting, day);
}

/* Whether the unit in the phrase, if it has one, is a week. */
static bool
is_of_week(const struct dates_phrase *phrase)
{
	return !strchr(phrase->shape, DATES_UNIT) ||
	       dates_value(phrase, DATES_UNIT) == DATES_IN_WEEKS;
}

static enum dates_answer
read_end_of_numbered_week(const struct dates_phrase *phrase, date meeting, date *day)
{
	date candidates[3], monday;
	int week = dates_value(phrase, 'n');
	for (int i = 0; i < 3; i++)
		candidates[i] = date_from_week(meeting.year - 1 + i, week, &monday)
					? date_add_days(monday, 4)
					: DATE_IMPOSSIBLE;
	return is_of_week(phrase) ? dates_choose_year(candidates, meeting, day) : DATES_NONE;
}

/* A day of the month, "the 20th": the next one. */
static enum dates_answer
read_day_of_month(const struct dates_phrase *phrase, date meeting, date *day)
{
	int number = dates_value(phrase, 'n');
	if (!phrase->ordinal && !strchr(phrase->shape, DATES_DAY_SIGN))
		return DATES_NONE;
	date first = { meeting.year, meeting.month, 1 };
	if (number < meeting.day)
		first = date_add_months(first, 1);
	return dates_answer_day(date_make(first.year, first.month, number), day);
}

static date
weekday_of_week(date in_week, int weekday)
{
	return date_add_days(in_week, weekday - date_weekday(in_week));
}

/* The first such day after `d`. */
static date
weekday_after(date d, int weekday)
{
	return date_add_days(d, 1 + (weekday - date_weekday(d) + 13) % 7);
}

static enum dates_answer
read_weekday(const struct dates_phrase *phrase, date meeting, date *day)
{
	return dates_answer_day(weekday_after(meeting, dates_value(phrase, DATES_WEEKDAY)), day);
}

static enum dates_answer
read_weekday_of_next_week(const struct dates_phrase *phrase, date meeting, date *day)
{
	date found = weekday_of_week(date_add_days(meeting, 7), dates_value(phrase, DATES_WEEKDAY));
	return is_of_week(phrase) ? dates_answer_day(found, day) : DATES_NONE;
}

static enum dates_answer
read_next_weekday(const struct dates_phrase *phrase, date meeting, date *day)
{
	date soon = { 0 }, later = { 0 };
	read_weekday(phrase, meeting, &soon);
	read_weekday_of_next_week(phrase, meeting, &later);
	return date_equal(soon, later) ? dates_answer_day(soon, day) : DATES_AMBIGUOUS;
}

static enum dates_answer
read_this_weekday(const struct dates_phrase *phrase, date meeting, date *day)
{
	date found = weekday_of_week(meeting, dates_value(phrase, DATES_WEEKDAY));
	if (!is_of_week(phrase))
		return DATES_NONE;
	return date_compare(found, meeting) < 0 ? DATES_AMBIGUOUS : dates_answer_day(found, day);
}

static enum dates_answer
read_offset(const struct dates_phrase *phrase, date meeting, date *day)
{
	return dates_answer_day(date_add_days(meeting, dates_value(phrase, DATES_OFFSET)), day);
}

static enum dates_answer
read_day_after_tomorrow(const struct dates_phrase *phrase, date meeting, date *day)
{
	bool tomorrow = dates_value(phrase, DATES_OFFSET) == 1;
	return tomorrow ? dates_answer_day(date_add_days(meeting, 2), day) : DATES_NONE;
}

static enum dates_answer
read_end_of_day(const struct dates_phrase *phrase, date meeting, date *day)
{
	(void)phrase;
	return dates_answer_day(meeting, day);
}

/* The last day of the month, quarter or year, or the Friday of the week, `shift` units on. */
static enum dates_answer
end_unit(int unit, int shift, date meeting, date *day)
{
	static const int months[] = {
		[DATES_IN_MONTHS] = 1, [DATES_IN_QUARTERS] = 3, [DATES_IN_YEARS] = 12
	};
	bool weekend = date_weekday(meeting) > 4;
	if (unit == DATES_IN_DAYS || (weekend && shift && unit == DATES_IN_WEEKS))
		return unit == DATES_IN_DAYS ? DATES_NONE : DATES_AMBIGUOUS;
	if (unit == DATES_IN_WEEKS) {
		date in_week = date_add_days(meeting, shift || weekend ? 7 : 0);
		return dates_answer_day(weekday_of_week(in_week, 4), day);
	}
	int length = months[unit];
	date first = { meeting.year, (meeting.month - 1) / length * length + 1, 1 };
	return dates_answer_day(
		date_add_days(date_add_months(first, (long)length * (1 + shift)), -1), day);
}

static enum dates_answer
read_end_of_unit(const struct dates_phrase *phrase, date meeting, date *day)
{
	return end_unit(dates_value(phrase, DATES_UNIT), 0, meeting, day);
}

static enum dates_answer
read_end_of_next_unit(const struct dates_phrase *phrase, date meeting, date *day)
{
	return end_unit(dates_value(phrase, DATES_UNIT), 1, meeting, day);
}

static enum dates_answer
read_end_of_period(const struct dates_phrase *phrase, date meeting, date *day)
{
	return end_unit(dates_value(phrase, DATES_PERIOD), 0, meeting, day);
}

/* "in two weeks", "in a month". */
static enum dates_answer
read_distance(const struct dates_phrase *phrase, date meeting, date *day)
{
	static const struct {
		int days, months;
	} units[] = {
		[DATES_IN_DAYS] = { 1, 0 },
		[DATES_IN_WEEKS] = { 7, 0 },
		[DATES_IN_MONTHS] = { 0, 1 },
		[DATES_IN_QUARTERS] = { 0, 3 },
		[DATES_IN_YEARS] = { 0, 12 },
	};
	bool weeks = strchr(phrase->shape, DATES_SEMANA);
	int unit = weeks ? DATES_IN_WEEKS : dates_value(phrase, DATES_UNIT);
	int count = strchr(phrase->shape, 'n') ? dates_value(phrase, 'n') : 1;
	return dates_answer_day(
		units[unit].days ? date_add_days(meeting, (long)units[unit].days * count)
				 : date_add_months(meeting, (long)units[unit].months * count),
		day);
}

/* clang-format off */
static const struct relative relatives[] = {
	{ "w", read_weekday },               { "cw", read_weekday },
	{ "sw", read_this_weekday },         { "wsu", read_this_weekday },
	{ "suw", read_this_weekday },
	{ "xw", read_next_weekday },         { "wx", read_next_weekday },
	{ "wxu", read_weekday_of_next_week }, { "xuw", read_weekday_of_next_week },
	{ "wxv", read_weekday_of_next_week }, { "wvx", read_weekday_of_next_week },
	{ "d", read_offset },                { "h", read_end_of_day },
	{ "fd", read_day_after_tomorrow },   { "ufd", read_day_after_tomorrow },
	{ "p", read_end_of_period },         { "eu", read_end_of_unit },
	{ "esu", read_end_of_unit },         { "exu", read_end_of_next_unit },
	{ "eux", read_end_of_next_unit },
	{ "em", read_end_of_named_month },   { "emy", read_end_of_named_month },
	{ "eqn", read_end_of_quarter },      { "eqny", read_end_of_quarter },
	{ "eqn/y", read_end_of_quarter },
	{ "ekn", read_end_of_numbered_week }, { "eun", read_end_of_numbered_week },
	{ "inu", read_distance },            { "iu", read_distance },
	{ "inv", read_distance },            { "iv", read_distance },
	{ "n", read_day_of_month },          { "nD", read_day_of_month },
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const struct relative *
find_relative(const char *shape)
{
	for (size_t i = 0; i < COUNT(relatives); i++)
		if (!strcmp(relatives[i].shape, shape))
			return &relatives[i];
	return NULL;
}

bool
dates_relative_shape(const char *shape)
{
	return find_relative(shape) != NULL;
}

enum dates_answer
dates_read_relative(const struct dates_phrase *phrase, date meeting, date *day)
{
	const struct relative *relative = find_relative(phrase->shape);
	bool counted = docket_date_exists(meeting) || strchr(phrase->shape, 'y');
	return relative && counted && phrase->weekday < 0 ? relative->read(phrase, meeting, day)
							  : DATES_NONE;
}
