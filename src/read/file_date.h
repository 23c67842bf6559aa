/*
 * The day in a file's name, as the Tasks plugin takes it for a scheduled date (tasks-format G.2).
 */
#ifndef READ_FILE_DATE_H
#define READ_FILE_DATE_H

#include "base/date.h"

/* The name without folders and without what follows its last dot. */
str file_date_name(str path);

/*
 * The day of a name that matches the pattern as a whole; else the first YYYY-MM-DD anywhere in it;
 * else the first eight digits in a row. None when what was found first is no day. An empty pattern
 * matches nothing.
 */
date file_date_read(str name, str pattern);

/* The day that the first eight digits in a row give, or none. */
date file_date_from_digits(str name);

/*
 * The first day written as people do, its day first: DD.MM.YYYY, D.M.YYYY, DD-MM-YYYY, DD-MM-YY,
 * with dots, hyphens or underscores, no digit around it. `*from` and `*to` are where it stands.
 * None when there is none, when it is no day, or its year of two digits is not from 10 to 49.
 */
date file_date_day_first(str name, size_t *from, size_t *to);

/*
 * The first day of the form 2025年11月5日, 2025년 11월 5일, 2025_11_05, 2025.11.05, 2025/11/05, and
 * where it stands, as above.
 */
date file_date_year_first(str text, size_t *from, size_t *to);

/* Whether the pattern is of YYYY, MM, M, DD, D, [text] and other signs, and has a year. */
bool file_date_can_read(str pattern);

#endif
