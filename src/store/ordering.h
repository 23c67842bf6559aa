/*
 * Boxes in the order of a query, or the first of them, from rows that keep the boxes of a note
 * together. All are counted; no more are kept than the limit.
 *
 *	struct ordering ordering = { .db = db, .clause = &clause, .today = today, .limit = 20 };
 *	while (statement_step(s))
 *		if (ordering_wants(&ordering, s, 0))
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

/* The first boxes so far, by their positions, the last of them on top. */
struct ordering_heap {
	LIST(uint32_t)
};

struct ordering {
	struct db *db;
	const struct clause *clause; /* its keys, which name the path */
	date today;
	size_t limit; /* at least 1; SIZE_MAX: none */
	bool each;    /* so many of those with the same values */

	size_t total; /* of the rows */
	struct grouped_box *boxes;
	struct keyed *keys; /* of the boxes; the mark is where the place of the note belongs */
	size_t count, capacity;
	struct {
		LIST(struct ordering_heap)
	} heaps; /* by the values, or the only one */
	struct {
		LIST(struct keyed)
	} notes;            /* of the boxes: keys of their paths */
	struct arena arena; /* of all keys and heaps */

	/* Of the current row. */
	struct arena row_arena;
	struct buffer key;
	uint32_t hole;
	long long note;
	struct arena note_arena;
	str note_key;         /* absent: not yet made */
	uint32_t note_number; /* among `notes` + 1; 0: it is none of them */
};

/*
 * Whether the current row may be among the first; `values` is the number of what groups it, or 0
 * when the limit is one of all boxes.
 */
bool ordering_wants(struct ordering *ordering, const struct statement *row, uint32_t values);

/* Keeps that row, instead of the last one when there are enough. */
void ordering_keep(struct ordering *ordering, const struct statement *row, uint32_t values);

/*
 * Adds the boxes of another ordering of the same clause and limit, of other notes, whose numbers of
 * values are `values` here. The other one keeps the memory of their keys. After that nothing is
 * wanted any more.
 */
void ordering_add(struct ordering *ordering, const struct ordering *other, const uint32_t *values);

/* Leaves the first boxes, in order; of a limit for each values, all that were kept. */
void ordering_sort(struct ordering *ordering);

void ordering_free(struct ordering *ordering);

#endif
