/*
 * Texts as filters and orders look at them.
 */
#ifndef QUERY_WORDS_H
#define QUERY_WORDS_H

#include "base/str.h"

/* Whether the text has `part` in it, which is in lower case; case does not matter. */
bool words_include(str text, str part);

/*
 * A description as `sort by description` compares it: at its begin a link, then bold, italic,
 * marked and underlined words stand for themselves. In the arena or a view.
 */
str words_plain(struct arena *arena, str description);

/* Without the first occurrence of the filter, trimmed. */
str words_without(struct arena *arena, str text, str filter);

/* A number that is the same for a day and differs wildly between descriptions. */
int32_t words_shuffle(str day, str description);

#endif
