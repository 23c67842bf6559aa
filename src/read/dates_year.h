/*
 * Days that were said without their year: the one that is meant is near the meeting.
 */
#ifndef READ_DATES_YEAR_H
#define READ_DATES_YEAR_H

#include "read/dates.h"

/* DATES_DAY when there is such a day, else DATES_NONE; `*day` is `found`. */
enum dates_answer dates_answer_day(date found, date *day);

/* The first of three days, a year apart each, that is on or after the meeting. */
enum dates_answer dates_choose_year(const date candidates[3], date meeting, date *day);

/* `day_of_month` 0 is the last. */
enum dates_answer dates_without_year(int month, int day_of_month, date meeting, date *day);

#endif
