/*
 * Due days in words, counted from the day of the meeting and never from today: "Friday", "EOW",
 * "end of Q1", "Jan 20", "20.01.". A closed grammar of six languages; what it does not know, or
 * what can be read in two ways, is no day: the words are kept instead.
 *
 *	str words;
 *	size_t from, to;
 *	date day;
 *	if (dates_find_due(STR("Send the offer by Friday"), &words, &from, &to))
 *		answer = dates_read_due(words, meeting, &day);
 */
#ifndef READ_DATES_H
#define READ_DATES_H

#include "base/date.h"

enum dates_answer {
	DATES_NONE,     /* not a day: "next week", "TBD", unknown words, or no such day */
	DATES_DAY,      /* `*day` */
	DATES_AMBIGUOUS /* several days: "03/04/2025", "next Friday" said on a Monday */
};

/*
 * The day that the words of a due part, a table's cell or a front matter's value mean. `meeting`
 * may be none: then only complete dates are days. Where the answer is not DATES_DAY, `*day` is
 * none, or DATE_IMPOSSIBLE for a date such as "30.02.2025". A weekday is the next one after the
 * meeting; a date without year the first one on or after it, unless that is more than ten months
 * away and the one before it was at most two months ago.
 */
enum dates_answer dates_read_due(str words, date meeting, date *day);

/*
 * The due part at the end of a sentence: "by Friday", "(due: Jan 20)", " - Due: 20.01.",
 * "tegen 30/4", "bis KW 23", "(2025-01-20)". `*words` is what dates_read_due reads, a view into
 * `text`; the bytes from `*from` to before `*to` are the whole part with what ties it to the
 * sentence, to be cut out. False when there is none; then nothing is stored.
 */
bool dates_find_due(str text, str *words, size_t *from, size_t *to);

#endif
