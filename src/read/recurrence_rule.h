/*
 * A recurrence rule as it was understood; shared by its parser and its writer.
 */
#ifndef READ_RECURRENCE_RULE_H
#define READ_RECURRENCE_RULE_H

#include "base/date.h"

enum { RECURRENCE_MOST = 64 }; /* items of a list; a longer one makes the text no rule */

struct recurrence_list {
	int items[RECURRENCE_MOST];
	size_t count;
};

enum recurrence_unit {
	RECURRENCE_MINUTE,
	RECURRENCE_HOUR,
	RECURRENCE_DAY,
	RECURRENCE_WEEK,
	RECURRENCE_MONTH,
	RECURRENCE_YEAR
};

struct recurrence_rule {
	enum recurrence_unit unit;
	int interval;                       /* every so many units */
	struct recurrence_list days;        /* 0 is Monday */
	struct recurrence_list nth_days[7]; /* of Monday to Sunday: 2 is the second, -1 the last */
	struct recurrence_list month_days;  /* -1 is the last */
	struct recurrence_list months, weeks; /* from 1 */
	struct recurrence_list hours;
	int times; /* 0: without end */
	date until;
};

/*
 * Reads "every ...", without "when done". False: not a rule. Stores how much of the text was
 * understood; the rest is not part of the rule.
 */
bool recurrence_parse(str text, struct recurrence_rule *rule, size_t *length);

/*
 * A date in words, as JavaScript's Date.parse reads it when only letters, digits, blanks, commas
 * and ! occur: "January 1, 2026", "1 jan 26", "12 31 2025".
 */
bool recurrence_parse_until(str text, date *until);

#endif
