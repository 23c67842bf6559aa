/*
 * Boxes in the order of a query, or the first of them, from rows that keep the boxes of a note
 * together. All are counted; no more are kept than twice the limit.
 *
 *	struct ordering ordering = { .db = db, .clause = &clause, .today = today, .limit = 20 };
 *	while (statement_step(s))
 *		if (ordering_wants(&ordering, s))
 *			ordering_keep(&ordering, s, values);
 *	ordering_sort(&ordering);
 *	...			(ordering.boxes)
 *	ordering_free(&ordering);
 *
 * The columns of a row are the id of the box, that of its note, and from ORDERING_COLUMNS on those
 * of the clause.
 */
#ifndef STORE_ORDERING_H
#define STORE_ORDERING_H

#include "base/keyed.h"
#include "query/clause.h"
#include "store/db.h"
#include "store/grouping.h"

enum { ORDERING_COLUMNS = 2 };

struct ordering {
	struct db *db;
	const struct clause *clause; /* its keys, which name the path */
	date today;
	size_t limit; /* at least 1; SIZE_MAX: none */

	size_t total; /* of the rows */
	struct grouped_box *boxes;
	struct keyed *keys; /* of the boxes; the mark is where the place of the note belongs */
	size_t count, capacity;
	bool full; /* what follows the last box is none of the first */
	struct {
		LIST(struct keyed)
	} notes;            /* of the boxes: keys of their paths */
	struct arena arena; /* of all keys */

	/* Of the current row. */
	struct arena row_arena;
	struct buffer key;
	uint32_t hole;
	long long note;
	struct arena note_arena;
	str note_key;         /* absent: not yet made */
	uint32_t note_number; /* among `notes` + 1; 0: it is none of them */
};

/* Whether the current row may be among the first. */
bool ordering_wants(struct ordering *ordering, const struct statement *row);

/* Keeps that row; `values` is the number of what groups it. */
void ordering_keep(struct ordering *ordering, const struct statement *row, uint32_t values);

/*
 * Adds the boxes of another ordering of the same clause and limit, of other notes, whose numbers of
 * values are `values` here. The other one keeps the memory of their keys.
 */
void ordering_add(struct ordering *ordering, const struct ordering *other, const uint32_t *values);

/* Leaves the first boxes, in order. */
void ordering_sort(struct ordering *ordering);

void ordering_free(struct ordering *ordering);

#endif
