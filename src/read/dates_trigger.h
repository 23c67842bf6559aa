/*
 * Words that lead up to a due day: "by Friday", "due: Jan 20", "ETA: 20.01.", "EOW".
 */
#ifndef READ_DATES_TRIGGER_H
#define READ_DATES_TRIGGER_H

#include "base/str.h"

/* A due part is looked for in so many bytes at the end of a sentence. */
enum { DATES_WINDOW = 96 };

/* Where a due part is, in bytes of the text. */
struct dates_part {
	size_t from, to;   /* the whole, without what ties it to the sentence */
	size_t words, end; /* the words */
};

/* The leftmost trigger of the text, from `from` on, that words follow up to its end. */
bool dates_find_triggered(str text, size_t from, struct dates_part *part);

bool dates_is_emphasis(char c);
size_t dates_skip_emphasis(str text, size_t at); /* and blanks */

#endif
