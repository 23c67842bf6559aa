/*
 * How often tests repeat themselves: where QUICK says that each round takes forty times as long, an
 * eighth of them is enough, on notes of which some are left out.
 */
#ifndef TESTS_ROUNDS_H
#define TESTS_ROUNDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

static inline bool
rounds_are_few(void)
{
	return getenv("QUICK") != NULL;
}

/* How many of `rounds` alike to run. */
static inline size_t
rounds_of(size_t rounds)
{
	return rounds_are_few() ? (rounds + 7) / 8 : rounds;
}

#endif
