/*
 * The words of recurrence rules. Case does not matter, the longest word that fits is taken, and at
 * the first thing that is no word the text ends.
 */
#ifndef READ_RECURRENCE_WORD_H
#define READ_RECURRENCE_WORD_H

#include "base/str.h"

enum recurrence_word_kind {
	WORD_NOTHING, /* the end */
	WORD_EVERY,
	WORD_DAYS,
	WORD_WEEKDAYS,
	WORD_WEEKS,
	WORD_HOURS,
	WORD_MINUTES,
	WORD_MONTHS,
	WORD_YEARS,
	WORD_ON,
	WORD_AT,
	WORD_THE,
	WORD_FIRST,
	WORD_NTH, /* "second", "third" too */
	WORD_LAST,
	WORD_FOR,
	WORD_TIMES,
	WORD_UNTIL,
	WORD_DAY_NAME,
	WORD_MONTH_NAME,
	WORD_SEPARATOR, /* commas, "and", "or" */
	WORD_NUMBER,
	WORD_OTHER /* known, but without a place in a rule */
};

struct recurrence_word {
	enum recurrence_word_kind kind;
	int value; /* of numbers; days from 0 (Monday), months from 1 */
	size_t length;
};

/* Where a reader of words stands. It begins with the text in `rest`. */
struct recurrence_cursor {
	str rest; /* behind the current word */
	struct recurrence_word word;
};

/* Goes to the next word. */
void recurrence_next(struct recurrence_cursor *cursor);

#endif
