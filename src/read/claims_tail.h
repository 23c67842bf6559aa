/*
 * What stands at the very end of a line and is no part of what is to be done: `(carried over)`,
 * `(was Ada)`, `... today`, `... on Friday`.
 */
#ifndef READ_CLAIMS_TAIL_H
#define READ_CLAIMS_TAIL_H

#include "base/str.h"

/* Without the time in a recording, "(00:12:31)" or "[12:31]". */
str claims_drop_time(str text);

/* "[12:05](https://...) Ada to send it" without the link into the recording. */
str claims_drop_time_link(str text);

/* Takes such remarks off; `*done` becomes true where one says so: "(done 6 Nov)". */
str claims_drop_remarks(str text, bool *done);

/* The day that the text ends with, and what is before it; false: it ends with none. */
bool claims_last_day(str text, str *before, str *words);

/* The bare day, "2025-11-14", that the text ends with, and what is before it. */
bool claims_bare_day(str text, str *before, str *words);

/* "Send it owner: Ada" and the like: what is before the label, and behind it. */
bool claims_owner_label(str text, str *before, str *names);

/* "Send it *(Ada)*" and "Send it *Owner: Ada*" without the emphasis. */
str claims_bare_tail(struct arena *arena, str text);

/* Without the dash that a text ends with. */
str claims_drop_dash(str text);

/* "Send it - ✅ Completed": what is before the tick, and behind it. */
bool claims_tick(str text, str *before, str *rest);

#endif
