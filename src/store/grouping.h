/*
 * Boxes into groups: each is in the groups that its values name, one for each way to choose a name
 * on every level.
 *
 *	struct grouping grouping = { .arena = arena, .query = query };
 *	grouping_add(&grouping, id, values);
 *	...
 *	grouping_sort(&grouping);
 */
#ifndef STORE_GROUPING_H
#define STORE_GROUPING_H

#include "query/query.h"

struct group_boxes {
	strs names;   /* one for each level */
	str key;      /* groups are in the order of its bytes */
	size_t place; /* in which it came, where the keys are equal */
	struct {
		LIST(long long)
	} boxes;
};

struct grouping {
	struct arena *arena;
	const struct query *query;
	struct {
		LIST(struct group_boxes)
	} groups;
	struct group_place *places; /* hashed: values, or names -> groups */
	size_t place_count, place_size;
	size_t box_count; /* each as often as there are groups that it is in */
};

/*
 * Boxes come in their order: a group keeps no more than the query's limit. `values` are those of
 * each level of the query's groups, as SQL gives them; absent for NULL. False when that makes too
 * many groups, or too many boxes in them.
 */
bool grouping_add(struct grouping *grouping, long long box, const str *values);

/* By their names, level by level. */
void grouping_sort(struct grouping *grouping);

/* How many boxes are in them, each counted once. */
size_t grouping_count(const struct grouping *grouping);

#endif
