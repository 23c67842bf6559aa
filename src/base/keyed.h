/*
 * Things in the order of their keys, which are bytes. Millions are no trouble: eight bytes are
 * compared at a time, and a key is read once for each such piece that matters, not for each
 * comparison.
 */
#ifndef BASE_KEYED_H
#define BASE_KEYED_H

#include "base/str.h"

struct keyed {
	char *bytes;
	uint32_t length;
	uint32_t mark; /* the caller's own */
};

/*
 * Writes the positions of `count` keys (fewer than 2^32) to `order`, in rising order of the keys
 * by memcmp; equal keys stay as they are. No key may be the beginning of another.
 */
void keyed_sort(const struct keyed *keys, size_t count, uint32_t *order);

#endif
