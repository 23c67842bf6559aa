/*
 * The days that stand behind a date field of a query: `this week`, `2025-Q4`, `in two weeks`,
 * `2025-11-22 2025-11-30`. What Obsidian Tasks makes of a text holds, also where it is strange
 * (`last 7 days` is one day): it reads with chrono-node 2.3.9, which finds dates anywhere in a
 * text and passes over the rest.
 */
#ifndef QUERY_WHEN_H
#define QUERY_WHEN_H

#include "base/date.h"

struct when {
	date first, last; /* both exist; the same for a single day */
	bool ignored;     /* words were passed over, so the caller can warn */
};

/*
 * Reads what stands behind a date field. `keyword` ("", "before", "in", "on or after", ...) is
 * tried together with the text when the text alone is nothing. False when no day is found; *when
 * is then zero. The plugin takes a keyword off even where no blank follows it, which is why
 * `due one year ago today` is read as `on` and `e year ago today`.
 */
bool when_read(str keyword, str text, date today, struct when *when);

#endif
