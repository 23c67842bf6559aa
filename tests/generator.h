/*
 * Chance for tests that make their inputs: the same numbers in every run.
 */
#ifndef TESTS_GENERATOR_H
#define TESTS_GENERATOR_H

#include <stddef.h>
#include <stdint.h>

struct generator {
	uint64_t state; /* the seed, not 0 */
};

/* A number below `count`. */
static inline size_t
generator_pick(struct generator *generator, size_t count)
{
	uint64_t x = generator->state;
	x ^= x << 13;
	x ^= x >> 7;
	x ^= x << 17;
	generator->state = x;
	return (size_t)(x >> 11) % count;
}

/* One of a table's items. */
#define GENERATOR_PICK(generator, table) \
	table[generator_pick((generator), sizeof(table) / sizeof(*(table)))]

#endif
