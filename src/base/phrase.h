/*
 * Days and ranges of days as people type them for options: `today`, `last week`, `2025-W45`,
 * `2 weeks ago`, `2025-11-01..friday`. A closed grammar: anything else is refused, never guessed.
 */
#ifndef BASE_PHRASE_H
#define BASE_PHRASE_H

#include "base/date.h"

struct range {
	date first, last; /* none: open on that side */
	bool none;        /* the word "none": things without a date */
};

/* Which day a bare weekday is: the latest one up to today, or the next one from today. */
enum leaning { LEAN_PAST, LEAN_FUTURE };

/* DATE: a phrase that may cover several days (`2025-11` is a month). Where `today` is none, what is
   counted from it is refused. */
bool phrase_read_date(str text, date today, enum leaning lean, struct range *range);

/* RANGE: DATE, `A..B`, `..B`, `A..` or `none`. */
bool phrase_read_range(str text, date today, enum leaning lean, struct range *range);

#endif
