/*
 * Which notes are views of one meeting, and which meetings are one series (identity.md 3). Pure:
 * keys are made once per note and compared.
 */
#ifndef IDENTITY_MEETING_H
#define IDENTITY_MEETING_H

#include "base/date.h"
#include "base/str.h"

struct meeting {
	str source;        /* meeting_source_key, or empty */
	date day;          /* or none */
	str title;         /* match_key of the title: numbers count */
	str series;        /* meeting_title_key, or empty */
	strs participants; /* name_key of each */
};

/*
 * What a note was made from: the last part of a path or link without extension, folded. Empty for
 * a name that says nothing ("transcript"); with its folders when they say more ("june/transcript").
 * An address on the web is kept whole.
 */
str meeting_source_key(struct arena *arena, str source_ref);

/* A title without dates, numbers and punctuation; empty when nothing remains. */
str meeting_title_key(struct arena *arena, str title);

/* Equal source; or the same day and title, and somebody who took part in both. */
bool meeting_same(const struct meeting *a, const struct meeting *b);

/* Equal titles but for dates and numbers, and somebody who took part in both. */
bool meeting_in_series(const struct meeting *a, const struct meeting *b);

#endif
