/* Text that is struck through as a whole: "~~all of it~~", in pieces too. */
#ifndef READ_STRIKE_H
#define READ_STRIKE_H

#include "base/str.h"

bool strike_is(str text);

/* The text without its ~~. */
str strike_drop(struct arena *arena, str text);

#endif
