/*
 * Tuples of texts, each known by a number from 0: that of its first coming.
 *
 *	struct tuples tuples = { .arena = arena, .width = 2 };
 *	uint32_t number = tuples_take(&tuples, texts);
 *	if (number == known)
 *		...		(it is new, and known++)
 */
#ifndef STORE_TUPLES_H
#define STORE_TUPLES_H

#include "base/str.h"

struct tuples {
	struct arena *arena;
	size_t width; /* texts in each */
	struct {
		LIST(const str *)
	} items;
	uint32_t *places; /* hashed: a number + 1, or 0 */
	size_t place_count;
	uint32_t latest;
};

/* Absent texts differ from empty ones. The texts are copied. */
uint32_t tuples_take(struct tuples *tuples, const str *texts);

#endif
