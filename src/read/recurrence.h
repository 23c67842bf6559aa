/*
 * Recurrence rules in words: "every 2 weeks on Monday when done" (tasks-format B.5).
 */
#ifndef READ_RECURRENCE_H
#define READ_RECURRENCE_H

#include "base/str.h"

/* The canonical text of a rule, empty when the text is none. Words after the rule are ignored. */
str recurrence_read(struct arena *arena, str text);

/*
 * The same for a rule that other words may follow. `*length` is how much of the text the rule
 * takes, in whole words.
 */
str recurrence_read_start(struct arena *arena, str text, size_t *length);

#endif
