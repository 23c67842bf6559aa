#include "read/dates_year.h"

/* A day without year is taken to be past when it was at most, and the next one is at least, so
 * many months away. */
enum { MONTHS_PAST = 2, MONTHS_FAR = 10 };

enum dates_answer
dates_answer_day(date found, date *day)
{
	*day = found;
	return docket_date_exists(found) ? DATES_DAY : DATES_NONE;
}

enum dates_answer
dates_choose_year(const date candidates[3], date meeting, date *day)
{
	size_t next = 0;
	while (next < 3 && (!docket_date_exists(candidates[next]) ||
				   date_compare(candidates[next], meeting) < 0))
		next++;
	if (next == 3)
		return DATES_AMBIGUOUS;
	bool far = date_compare(candidates[next], date_add_months(meeting, MONTHS_FAR)) > 0;
	bool past = next &&
		    date_compare(candidates[next - 1], date_add_months(meeting, -MONTHS_PAST)) >= 0;
	return far && past ? DATES_AMBIGUOUS : dates_answer_day(candidates[next], day);
}

enum dates_answer
dates_without_year(int month, int day_of_month, date meeting, date *day)
{
	if (month < 1 || month > 12 || day_of_month > date_month_days(2000, month))
		return dates_answer_day(DATE_IMPOSSIBLE, day);
	date candidates[3];
	for (int i = 0; i < 3; i++) {
		int year = meeting.year - 1 + i;
		candidates[i] = date_make(
			year, month, day_of_month ? day_of_month : date_month_days(year, month));
	}
	return dates_choose_year(candidates, meeting, day);
}
