/*
 * Boxes into groups: each is in the groups that its values name, one for each way to choose a name
 * on every level.
 *
 *	struct grouping grouping = { .arena = arena, .query = query };
 *	box.values = grouping_values(&grouping, values);
 *	...
 *	grouping_fill(&grouping, boxes, count);
 */
#ifndef STORE_GROUPING_H
#define STORE_GROUPING_H

#include "query/query.h"
#include "store/tuples.h"

/* A box, and the numbers of what it has in common with others. */
struct grouped_box {
	long long id;
	uint32_t values; /* that group it */
	uint32_t note;   /* of store/ordering.h */
};

struct group_boxes {
	strs names;    /* one for each level */
	str key;       /* groups are in the order of its bytes */
	size_t number; /* in which it came, where the keys are equal */
	struct {
		LIST(long long)
	} boxes;
};

/* The groups of boxes with the same values, by their numbers. */
struct group_place {
	LIST(size_t)
};

struct grouping {
	struct arena *arena;
	const struct query *query;
	struct tuples values;       /* of boxes */
	struct group_place *places; /* of each of them */
	struct tuples names;        /* of groups: their numbers */
	struct {
		LIST(struct group_boxes)
	} groups;
	size_t shown; /* boxes in groups, each counted once */
};

/*
 * The number of the values of a box, one for each level of the query's groups, as SQL gives them;
 * absent for NULL.
 */
uint32_t grouping_values(struct grouping *grouping, const str *values);

/*
 * Makes the groups of boxes, which come in their order, and sorts them by their names, level by
 * level. A group keeps no more than the query's limit. False when there are too many groups, or
 * boxes in them, each as often as there are groups that it is in. To be done once.
 */
bool grouping_fill(struct grouping *grouping, const struct grouped_box *boxes, size_t count);

#endif
