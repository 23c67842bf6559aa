/*
 * The keys by which notes are views of one meeting, and meetings one series (identity.md 3). Pure:
 * made once per note; the import compares them.
 */
#ifndef IDENTITY_MEETING_H
#define IDENTITY_MEETING_H

#include "base/str.h"

/*
 * What a note was made from: the last part of a path or link without extension, folded. Empty for
 * a name that says nothing ("transcript"); with its folders when they say more ("june/transcript").
 * An address on the web is kept whole.
 */
str meeting_source_key(struct arena *arena, str source_ref);

/* A title without dates, numbers and punctuation; empty when nothing remains. */
str meeting_title_key(struct arena *arena, str title);

#endif
