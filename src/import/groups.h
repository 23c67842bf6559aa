/*
 * Groups of rows that belong together: union-find over their ids. An id that was not added is a
 * group of its own, so only those that are joined need be.
 *
 *	struct groups groups = { 0 };
 *	groups_add(&groups, 3);
 *	groups_add(&groups, 8);
 *	groups_join(&groups, 8, 3);
 *	groups_lowest(&groups, 8);   (3)
 *	groups_free(&groups);
 */
#ifndef IMPORT_GROUPS_H
#define IMPORT_GROUPS_H

#include <stddef.h>
#include <stdint.h>

struct groups {
	long long *ids;    /* ascending */
	uint32_t *parents; /* the positions of lower ids of the same group; a root's is its own */
	size_t count, capacity;
};

/* Each id must be higher than the one before. */
void groups_add(struct groups *groups, long long id);

/* Both ids become one group; when one was not added nothing happens. */
void groups_join(struct groups *groups, long long a, long long b);

/* The lowest id of its group. */
long long groups_lowest(struct groups *groups, long long id);

void groups_free(struct groups *groups);

#endif
