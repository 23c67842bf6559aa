/*
 * Words that say when, but not on which day: "next week", "KW 48", "Q1", "before Friday"; numbers
 * that may not say when.
 */
#ifndef READ_DATES_VAGUE_H
#define READ_DATES_VAGUE_H

#include "base/str.h"

/* Whether the shape of a phrase is that of such words, or of "TBD" and "next meeting". */
bool dates_vague_shape(const char *shape);

/* Whether the words name a time of several days; false for "TBD", which names none. */
bool dates_vague(str words);

/* "2.5", "2.5.", which may be an amount; "20.01." is a day. */
bool dates_amount(str words);

#endif
