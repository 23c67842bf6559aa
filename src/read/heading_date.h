/*
 * Days in headings: files that go on for many meetings have one above each, "## 2025-11-06",
 * "### November 12, 2020", "## December 19 (APAC)" in "2019 notes.md".
 */
#ifndef READ_HEADING_DATE_H
#define READ_HEADING_DATE_H

#include "base/date.h"

/*
 * A day in digits anywhere in the heading, or one in words that is all of it, but for what stands
 * in parentheses; each has a digit. `year` is that of days without one; 0: they are none.
 */
date heading_date_read(str text, int year);

/* The only number of four digits from 1990 to 2099 in a file's name, or 0. */
int heading_date_year(str name);

#endif
