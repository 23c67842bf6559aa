#include "identity/match_index.h"

#include <stdlib.h>

static int
compare_ids(const struct match_terms *a, const struct match_terms *b)
{
	return str_compare(a->line->task_id, b->line->task_id);
}

static int
compare_texts(const struct match_terms *a, const struct match_terms *b)
{
	int order = str_compare(a->key, b->key);
	return order ? order : match_compare_owners(a->line, b->line);
}

/* For lines of one side: those of one id stay in their order. */
static int
sort_ids(const void *left, const void *right)
{
	const struct match_terms *const *a = left, *const *b = right;
	int order = compare_ids(*a, *b);
	return order ? order : (*a > *b) - (*a < *b);
}

static bool
has_id(const struct match_terms *line)
{
	return line->line->task_id.length > 0;
}

static bool
has_text(const struct match_terms *line)
{
	return line->key.length > 0;
}

/* A way to be sure: which lines have what is compared, and how they are sorted by it. */
static const struct sameness {
	bool (*has)(const struct match_terms *line);
	int (*compare)(const struct match_terms *a, const struct match_terms *b);
	int (*sort)(const void *left, const void *right); /* NULL: as a side's lines are anyway */
} ways[] = { { has_id, compare_ids, sort_ids }, { has_text, compare_texts, NULL } };

/* The lines of one side that look for their like, sorted. */
struct queue {
	struct match_terms **lines;
	size_t count;
};

static struct queue
line_up(struct match_index *index, size_t side, const struct sameness *sameness)
{
	struct match_side *from = &index->sides[side];
	struct queue queue = { arena_array(index->arena, from->count, sizeof(*queue.lines)), 0 };
	for (size_t i = 0; i < from->count; i++)
		if (!from->lines[i].sure && sameness->has(&from->lines[i]))
			queue.lines[queue.count++] = &from->lines[i];
	if (queue.count && sameness->sort)
		qsort(queue.lines, queue.count, sizeof(*queue.lines), sameness->sort);
	return queue;
}

/* As two sorted lists are merged: what is in both is a pair. */
static size_t
pair_up(struct match_index *index, const struct sameness *sameness, struct match_pair *pairs)
{
	struct queue a = line_up(index, 0, sameness), b = line_up(index, 1, sameness);
	size_t count = 0;
	for (size_t i = 0, k = 0; i < a.count && k < b.count;) {
		int order = sameness->compare(a.lines[i], b.lines[k]);
		if (!order) {
			a.lines[i]->sure = b.lines[k]->sure = true;
			pairs[count++] =
				(struct match_pair){ a.lines[i]->index, b.lines[k]->index, 1 };
		}
		i += order <= 0;
		k += order >= 0;
	}
	return count;
}

size_t
match_sure(struct match_index *index, struct match_pair *pairs)
{
	size_t count = 0;
	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
		count += pair_up(index, &ways[i], &pairs[count]);
	return count;
}
