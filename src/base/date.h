/*
 * Days of the proleptic Gregorian calendar, years 0 to 9999, without time or zone.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/str.h"

typedef struct docket_date date;

/* "Written, but there is no such day". */
#define DATE_IMPOSSIBLE ((date){ 0, 0, -1 })

bool date_is_none(date d);
bool date_equal(date a, date b);
int date_compare(date a, date b); /* <0, 0, >0 */

/*
 * Reads exactly YYYY-MM-DD (dddd-dd-dd in ASCII digits). False when the shape is another; a day
 * that does not exist is true and DATE_IMPOSSIBLE.
 */
bool date_parse_iso(str text, date *d);

/* A day when it exists, else DATE_IMPOSSIBLE. */
date date_make(int year, int month, int day);

int date_month_days(int year, int month);

/* Days since 1970-01-01, and back; the result of date_from_days is clamped to years 0 to 9999. */
long date_to_days(date d);
date date_from_days(long days);

date date_add_days(date d, long days);
date date_add_months(date d, long months); /* a day past the month's end becomes its last */

int date_weekday(date d); /* 0 Monday to 6 Sunday */

/* Monday of an ISO 8601 week; false when the year has no such week. */
bool date_from_week(int year, int week, date *monday);

#endif
