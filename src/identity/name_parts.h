/*
 * The parts of a name: words, and the letters of "R.M."; private to identity.
 */
#ifndef IDENTITY_NAME_PARTS_H
#define IDENTITY_NAME_PARTS_H

#include "base/str.h"

/* Parts of a name that are looked at; who has more is known by the first of them. */
enum { NAME_PARTS_MOST = 8 };

struct name_parts {
	str items[NAME_PARTS_MOST]; /* folded */
	size_t count;
};

struct name_parts name_parts_read(struct arena *arena, str name);

/* The first letter of a part. */
str name_initial(str part);

#endif
