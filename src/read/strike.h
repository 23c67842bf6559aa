/* Text that is struck through as a whole: "~~all of it~~", in pieces too; or up to a point. */
#ifndef READ_STRIKE_H
#define READ_STRIKE_H

#include "base/str.h"

bool strike_is(str text);

/* The text without its ~~. */
str strike_drop(struct arena *arena, str text);

/* "~~Mend the gate~~ it was sold" is a struck text and a rest, and neither is empty. */
bool strike_split(str text, str *struck, str *rest);

#endif
