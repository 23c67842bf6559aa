#include "read/dates.h"

#include "read/dates_phrase.h"

#include <string.h>

/* A date: where its year (-1: none), month and day are in the shape. */
struct calendar {
	const char *shape;
	int year, month, day;
	bool either; /* month and day may be the other way round */
};

/* Words that are a day once there is a meeting. `*day` is none before. */
struct relative {
	const char *shape;
	enum dates_answer (*read)(const struct dates_phrase *phrase, date meeting, date *day);
};

/* A day without year is taken to be past when it was at most, and the next one is at least, so
 * many months away. */
enum { MONTHS_PAST = 2, MONTHS_FAR = 10 };

static enum dates_answer
answer_day(date found, date *day)
{
	*day = found;
	return docket_date_exists(found) ? DATES_DAY : DATES_NONE;
}

/* The first of three days, a year apart each, that is on or after the meeting. */
static enum dates_answer
choose_year(const date candidates[3], date meeting, date *day)
{
	size_t next = 0;
	while (next < 3 && (!docket_date_exists(candidates[next]) ||
				   date_compare(candidates[next], meeting) < 0))
		next++;
	if (next == 3)
		return DATES_AMBIGUOUS;
	bool far = date_compare(candidates[next], date_add_months(meeting, MONTHS_FAR)) > 0;
	bool past = next && date_compare(candidates[next - 1],
				    date_add_months(meeting, -MONTHS_PAST)) >= 0;
	return far && past ? DATES_AMBIGUOUS : answer_day(candidates[next], day);
}

/* `day_of_month` 0 is the last. */
static enum dates_answer
read_without_year(int month, int day_of_month, date meeting, date *day)
{
	if (month < 1 || month > 12 || day_of_month > date_month_days(2000, month) ||
		(!day_of_month && !day))
		return answer_day(DATE_IMPOSSIBLE, day);
	date candidates[3];
	for (int i = 0; i < 3; i++) {
		int year = meeting.year - 1 + i;
		candidates[i] = date_make(year, month,
			day_of_month ? day_of_month : date_month_days(year, month));
	}
	return choose_year(candidates, meeting, day);
}

static enum dates_answer
read_month_end(int month, const struct dates_phrase *phrase, date meeting, date *day)
{
	if (month < 1 || month > 12)
		return DATES_NONE;
	if (!strchr(phrase->shape, 'y'))
		return read_without_year(month, 0, meeting, day);
	int year = dates_value(phrase, 'y');
	return answer_day(date_make(year, month, date_month_days(year, month)), day);
}
