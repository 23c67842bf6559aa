#include "base/date.h"

bool
date_is_none(date d)
{
	return !d.year && !d.month && !d.day;
}

int
date_compare(date a, date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

bool
date_equal(date a, date b)
{
	return date_compare(a, b) == 0;
}

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
date_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool
docket_date_exists(struct docket_date d)
{
	return d.year >= 0 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
	       d.day <= date_month_days(d.year, d.month);
}

date
date_make(int year, int month, int day)
{
	date d = { year, month, day };
	return docket_date_exists(d) ? d : DATE_IMPOSSIBLE;
}

bool
date_parse_iso(str text, date *d)
{
	int year, month, day;
	if (text.length != 10 || text.bytes[4] != '-' || text.bytes[7] != '-' ||
		!str_number(str_slice(text, 0, 4), 9999, &year) ||
		!str_number(str_slice(text, 5, 7), 99, &month) ||
		!str_number(str_slice(text, 8, 10), 99, &day))
		return false;
	*d = date_make(year, month, day);
	return true;
}

/* Days from civil and back: counted in eras of 400 years that begin on 1 March. */
long
date_to_days(date d)
{
	long year = d.month <= 2 ? d.year - 1 : d.year;
	long era = (year >= 0 ? year : year - 399) / 400;
	long of_era = year - era * 400;
	long of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

date
date_from_days(long days)
{
	static const date first = { 0, 1, 1 }, last = { 9999, 12, 31 };
	if (days < date_to_days(first))
		return first;
	if (days > date_to_days(last))
		return last;
	days += 719468;
	long era = (days >= 0 ? days : days - 146096) / 146097;
	long of_era = days - era * 146097;
	long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	long of_year = of_era - (365 * year + year / 4 - year / 100);
	long month = (5 * of_year + 2) / 153;
	int civil = (int)(month < 10 ? month + 3 : month - 9);
	return (date){ (int)(year + era * 400 + (civil <= 2)), civil,
		(int)(of_year - (153 * month + 2) / 5 + 1) };
}

date
date_add_days(date d, long days)
{
	return date_from_days(date_to_days(d) + days);
}

date
date_add_months(date d, long months)
{
	long total = (long)d.year * 12 + d.month - 1 + months;
	if (total < 0)
		return (date){ 0, 1, 1 };
	if (total > 9999L * 12 + 11)
		return (date){ 9999, 12, 31 };
	int year = (int)(total / 12), month = (int)(total % 12) + 1;
	int most = date_month_days(year, month);
	return (date){ year, month, d.day < most ? d.day : most };
}

int
date_weekday(date d)
{
	long days = date_to_days(d) + 3; /* 1970-01-01 was a Thursday */
	return (int)((days % 7 + 7) % 7);
}

bool
date_from_week(int year, int week, date *monday)
{
	/* 4 January is always in week 1 (ISO 8601), and a week is of the year of its Thursday. */
	date fourth = { year, 1, 4 }, last = { year, 12, 31 };
	long days = date_to_days(fourth) - date_weekday(fourth) + (long)(week - 1) * 7;
	*monday = date_from_days(days);
	return week >= 1 && days + 3 <= date_to_days(last);
}

static void
put_digits(char *text, int count, int number)
{
	for (; count--; number /= 10)
		text[count] = (char)('0' + number % 10);
}

void
docket_date_format(struct docket_date d, char text[11])
{
	text[0] = '\0';
	if (!docket_date_exists(d))
		return;
	put_digits(text, 4, d.year);
	put_digits(text + 5, 2, d.month);
	put_digits(text + 8, 2, d.day);
	text[4] = text[7] = '-';
	text[10] = '\0';
}
