/*
 * The words of date phrases, and taking them, numbers and signs off a text, piece by piece. Case
 * does not matter.
 */
#ifndef QUERY_WHEN_WORDS_H
#define QUERY_WHEN_WORDS_H

#include "base/str.h"

/* What kind of words is wanted; "second" is a unit and an ordinal. */
enum when_kind {
	WHEN_WEEKDAY,  /* 0 Sunday to 6 */
	WHEN_MONTH,    /* 1 to 12, in full or short */
	WHEN_UNIT,     /* enum when_unit */
	WHEN_NUMBER,   /* 1 to 12 */
	WHEN_ORDINAL,  /* 1 to 31 */
	WHEN_NAMED,    /* enum when_named: "today", "noon" */
	WHEN_MODIFIER, /* enum when_modifier: "last" */
	WHEN_WITHIN,   /* "in", before an amount */
	WHEN_ABOUT,    /* "roughly" */
	WHEN_BEHIND    /* -1 or 1, behind an amount: "ago", "later" */
};

enum when_unit {
	WHEN_SECOND,
	WHEN_MINUTE,
	WHEN_HOUR,
	WHEN_DAY,
	WHEN_WEEK,
	WHEN_MONTHS,
	WHEN_QUARTER,
	WHEN_YEAR,
	WHEN_UNITS
};

enum when_modifier { WHEN_THIS, WHEN_LAST, WHEN_PAST, WHEN_NEXT, WHEN_AFTER };

enum when_named {
	WHEN_YESTERDAY,
	WHEN_TODAY,
	WHEN_TOMORROW,
	WHEN_NOW,
	WHEN_MIDNIGHT,
	WHEN_TIME /* of today */
};

/* A place in a text. */
struct when_cursor {
	str text;
	size_t at;
};

/* The character `ahead` places on; 0 behind the end. */
char when_peek(const struct when_cursor *cursor, size_t ahead);

/* Whether a letter, digit or `_` is there; false at the end. */
bool when_in_word(const struct when_cursor *cursor);

/* Takes white space, at most so many characters of it. */
void when_skip_spaces(struct when_cursor *cursor, size_t most);

/* Takes one character of `signs`; false when there is another. */
bool when_take_sign(struct when_cursor *cursor, const char *signs);

/* Takes a word that is all of the letters there. Short names take their dot along. */
bool when_take_word(struct when_cursor *cursor, enum when_kind kind, int *value);
bool when_take_literal(struct when_cursor *cursor, const char *word);

/* Takes digits, `least` to `most` of them; more may follow. */
bool when_take_digits(struct when_cursor *cursor, size_t least, size_t most, int *value);

/* Takes "21", "21st", "twenty-first". */
bool when_take_ordinal(struct when_cursor *cursor, int *value);

/* Takes a year: 1000 to 2999, or 50 to 99 for 2050 and 1951 to 1999. */
bool when_take_year(struct when_cursor *cursor, int *value);

#endif
