/*
 * A phrase of words, numbers and marks as a shape: "Jan 20th, 2026" is "mny", "20.01." is "n.n",
 * "end of next week" is "exu". What is left out of the shape says nothing of the day: fillers,
 * times of day, emphasis.
 */
#ifndef READ_DATES_PHRASE_H
#define READ_DATES_PHRASE_H

#include "read/dates_words.h"

enum { DATES_SHAPE = 12, DATES_PHRASE = 64 }; /* the most parts, and bytes, of a phrase */

/* 'n' is a number of one or two digits, 'y' of four; ".", "/", "-" and ":" are themselves. */
struct dates_phrase {
	char shape[DATES_SHAPE + 1];
	int values[DATES_SHAPE];
	size_t count;
	bool ordinal; /* "20th", "15.", "20.01." */
	bool before;  /* "before Friday" */
	int weekday;  /* told besides the date, "Fri Nov 14"; -1: none */
};

/* False when the text holds something else, or nothing. */
bool dates_read_phrase(str text, struct dates_phrase *phrase);

/* The value of the first part of this kind, which the shape has. */
int dates_value(const struct dates_phrase *phrase, char kind);

/* What kind of words these are. */
enum dates_sense {
	DATES_UNKNOWN,
	DATES_WORDS,   /* that say when, maybe not which day: "Friday", "next week" */
	DATES_NUMBERS, /* a day only where one is expected: "20.01", "1/2", "1.2.30" */
	DATES_CALENDAR /* a day of a month: "Jan 20" */
};

enum dates_sense dates_sense(str words);

#endif
