#include "read/dates.h"

#include "read/dates_phrase.h"
#include "read/dates_relative.h"
#include "read/dates_vague.h"
#include "read/dates_year.h"

#include <string.h>

/* A date: where its year (-1: none), month and day are in the shape. */
struct calendar {
	const char *shape;
	int year, month, day;
	bool either;  /* month and day may be the other way round */
	bool numbers; /* it may be something else than a date, unless a stop ends it */
};

/* clang-format off */
static const struct calendar calendars[] = {
	{ "y-n-n", 0, 2, 4, false, false }, { "y/n/n", 0, 2, 4, false, false },  { "y.n.n", 0, 2, 4, false, false },
	{ "n.n.y", 4, 2, 0, false, false }, { "n.n.n", 4, 2, 0, false, true },  { "n.n", -1, 2, 0, false, true },
	{ "n/n/y", 4, 2, 0, true, false },  { "n/n/n", 4, 2, 0, true, true },   { "n/n", -1, 2, 0, true, true },
	{ "n-n-y", 4, 2, 0, true, false },
	{ "mny", 2, 0, 1, false, false },   { "mn", -1, 0, 1, false, false },    { "m-n", -1, 0, 2, false, false },
	{ "nmy", 2, 1, 0, false, false },   { "nm", -1, 1, 0, false, false },    { "n.my", 3, 2, 0, false, false },
	{ "n.m", -1, 2, 0, false, false },  { "n-m", -1, 2, 0, false, false },   { "n-m-y", 4, 2, 0, false, false },
	{ "n-m-n", 4, 2, 0, false, false }, { "n/m/y", 4, 2, 0, false, false },  { "ymn", 0, 1, 2, false, false },
	{ "yYnMnD", 0, 2, 4, false, false }, { "nMnD", -1, 0, 2, false, false },
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const struct calendar *
find_calendar(const char *shape)
{
	for (size_t i = 0; i < COUNT(calendars); i++)
		if (!strcmp(calendars[i].shape, shape))
			return &calendars[i];
	return NULL;
}

static enum dates_answer
read_one_order(
	const struct dates_phrase *phrase, const struct calendar *row, date meeting, date *day)
{
	const int *values = phrase->values;
	int month = values[row->month], day_of_month = values[row->day];
	if (row->year < 0 && !docket_date_exists(meeting))
		return DATES_NONE;
	if (row->year < 0)
		return day_of_month ? dates_without_year(month, day_of_month, meeting, day)
				    : dates_answer_day(DATE_IMPOSSIBLE, day);
	int year = values[row->year];
	if (phrase->shape[row->year] == 'n' && year < 10)
		return DATES_NONE;
	if (phrase->shape[row->year] == 'n')
		year += 2000;
	return dates_answer_day(date_make(year, month, day_of_month), day);
}

static enum dates_answer
read_calendar(
	const struct dates_phrase *phrase, const struct calendar *row, date meeting, date *day)
{
	struct calendar turned = *row;
	turned.month = row->day;
	turned.day = row->month;
	int first = phrase->values[row->month], second = phrase->values[row->day];
	if (row->either && first && second && first != second && first <= 12 && second <= 12)
		return DATES_AMBIGUOUS;
	bool turn = row->either && first > 12;
	return read_one_order(phrase, turn ? &turned : row, meeting, day);
}

/* A weekday that is told besides the date has to be the date's. */
static enum dates_answer
check_weekday(const struct dates_phrase *phrase, enum dates_answer answer, const date *day)
{
	bool other = answer == DATES_DAY && phrase->weekday >= 0 &&
		     phrase->weekday != date_weekday(*day);
	return other ? DATES_AMBIGUOUS : answer;
}

static enum dates_answer
read_phrase(const struct dates_phrase *phrase, date meeting, date *day)
{
	const struct calendar *calendar = find_calendar(phrase->shape);
	if (calendar)
		return check_weekday(phrase, read_calendar(phrase, calendar, meeting, day), day);
	return dates_read_relative(phrase, meeting, day);
}

enum dates_answer
dates_read_due(str words, date meeting, date *day)
{
	struct dates_phrase phrase;
	date found = { 0 };
	enum dates_answer answer = DATES_NONE;
	if (dates_read_phrase(words, &phrase) && !phrase.before)
		answer = read_phrase(&phrase, meeting, &found);
	*day = answer == DATES_DAY || found.day < 0 ? found : (date){ 0 };
	return answer;
}

enum dates_sense
dates_sense(str words)
{
	struct dates_phrase phrase;
	if (!dates_read_phrase(words, &phrase))
		return DATES_UNKNOWN;
	const struct calendar *calendar = find_calendar(phrase.shape);
	if (calendar)
		return calendar->numbers && !phrase.ordinal ? DATES_NUMBERS : DATES_CALENDAR;
	if (!strcmp(phrase.shape, "n") && !phrase.ordinal)
		return DATES_UNKNOWN;
	return dates_relative_shape(phrase.shape) || dates_vague_shape(phrase.shape)
		       ? DATES_WORDS
		       : DATES_UNKNOWN;
}
