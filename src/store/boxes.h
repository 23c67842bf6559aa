/*
 * The boxes that a query is about, in their order and with what groups them. Those of a large store
 * are looked at side by side: each thread has a part of the notes. What comes out does not depend
 * on how many there are.
 */
#ifndef STORE_BOXES_H
#define STORE_BOXES_H

#include "store/grouping.h"
#include "store/ordering.h"

struct boxes_question {
	const struct query *query;
	struct clause where; /* filters; what its values name is looked up */
	long long vault;     /* its row; 0: all */
	str below;           /* paths begin with it; empty: any do */
};

struct boxes {
	struct ordering ordering; /* its boxes are those found */
	struct clause clause;     /* of the ordering */
	struct boxes_part *parts;
	size_t part_count;
	struct arena arena;
};

/* How many there are. */
size_t boxes_count(struct db *db, const struct boxes_question *question);

/* How many parts of the store are best looked at side by side. */
size_t boxes_parts(struct db *db);

/*
 * Finds those that there are, or the first of them, in order, and gives their values to `grouping`.
 * When the db has failed, what was found is of no use.
 */
void boxes_gather(struct boxes *boxes, struct db *db, const struct boxes_question *question,
	struct grouping *grouping, size_t parts);

void boxes_free(struct boxes *boxes);

#endif
