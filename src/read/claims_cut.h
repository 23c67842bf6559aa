/*
 * Where the end of a line is parted from the rest, and a list in brackets into its parts.
 */
#ifndef READ_CLAIMS_CUT_H
#define READ_CLAIMS_CUT_H

#include "base/str.h"

enum { CLAIMS_PART_MOST = 80 }; /* bytes that a part at the end of a line may have */

struct claims_cut {
	const char *sign;
	bool names; /* a name alone may follow, not only "Label: value" */
};

/* The last sign that parts the text before `*at`, which becomes where it stands; NULL: none. */
const struct claims_cut *claims_find_cut(str text, size_t *at);

/* Takes a part off the front of what stands in brackets. */
str claims_next_part(str *rest);

/* Where the last such part of the text is, or STR_NONE. */
size_t claims_find_last(str text, str part);

#endif
