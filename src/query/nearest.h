/*
 * "Did you mean": the instruction that is nearest to what was written.
 */
#ifndef QUERY_NEAREST_H
#define QUERY_NEAREST_H

#include "base/str.h"

/* In the arena; empty when none is near. */
str nearest_instruction(struct arena *arena, str text);

#endif
