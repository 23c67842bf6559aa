/*
 * Groups of rows that belong together: union-find over their ids.
 */
#ifndef IMPORT_GROUPS_H
#define IMPORT_GROUPS_H

#include "base/arena.h"

struct groups {
	const long long *ids; /* ascending */
	size_t count;
	size_t *parents;
};

struct groups groups_new(struct arena *arena, const long long *ids, size_t count);

/* Both ids become one group; an id that is not among them is left out. */
void groups_join(struct groups *groups, long long a, long long b);

/* The lowest id of the group of the id at this position. */
long long groups_lowest(struct groups *groups, size_t position);

#endif
