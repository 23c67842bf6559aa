#include "query/urgency.h"

#include "docket/note.h"

static const double priorities[] = { -1.8, 0, 1.95, 3.9, 6, 9 };

/* From two weeks ahead, or none at all, to a week late. */
static double
of_due(date due, date today)
{
	if (!docket_date_exists(due))
		return 0;
	long late = date_to_days(today) - date_to_days(due);
	if (late >= 7)
		return 12;
	if (late < -14)
		return 12 * 0.2;
	return 12 * ((double)(late + 14) * 0.8 / 21 + 0.2);
}

/* What is no day that exists counts as none. */
static date
read_day(str text)
{
	date day;
	return date_parse_iso(text, &day) ? day : (date){ 0 };
}

double
urgency(const struct urgency_days *days, long long priority, date today)
{
	date scheduled = read_day(days->scheduled), start = read_day(days->start);
	double sum = of_due(read_day(days->due), today);
	if (docket_date_exists(scheduled) && date_compare(scheduled, today) <= 0)
		sum += 5;
	if (docket_date_exists(start) && date_compare(start, today) > 0)
		sum -= 3;
	long long known = priority < DOCKET_PRIORITY_LOWEST    ? DOCKET_PRIORITY_LOWEST
			  : priority > DOCKET_PRIORITY_HIGHEST ? DOCKET_PRIORITY_HIGHEST
							       : priority;
	return sum + priorities[known - DOCKET_PRIORITY_LOWEST];
}
