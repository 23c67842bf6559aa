#include "base/keyed.h"

#include <stdlib.h>

/* So few are compared whole. */
enum { PIECE = 8, FEW = 8 };

/* A key by one piece of it. */
struct item {
	uint64_t piece;
	uint32_t at;
};

/* Items whose keys are equal up to an offset. */
struct run {
	size_t begin, end, offset;
};

struct sort {
	const struct keyed *keys;
	struct item *items;
	struct arena arena;
	struct {
		LIST(struct run)
	} runs; /* that wait */
};

/* As its bytes compare; zeros stand behind the end. */
static uint64_t
read_piece(const struct keyed *key, size_t offset)
{
	uint64_t piece = 0;
	for (size_t i = offset; i < offset + PIECE; i++)
		piece = piece << 8 | (i < key->length ? (unsigned char)key->bytes[i] : 0);
	return piece;
}

static str
rest_of(const struct keyed *key, size_t offset)
{
	return str_skip((str){ key->bytes, key->length }, offset);
}

static int
compare_pieces(const void *left, const void *right)
{
	const struct item *a = left, *b = right;
	if (a->piece != b->piece)
		return a->piece < b->piece ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

static void
sort_few(const struct sort *sort, const struct run *run)
{
	for (size_t i = run->begin + 1; i < run->end; i++) {
		struct item item = sort->items[i];
		str key = rest_of(&sort->keys[item.at], run->offset);
		size_t to = i;
		for (; to > run->begin; to--) {
			const struct keyed *before = &sort->keys[sort->items[to - 1].at];
			if (str_compare(rest_of(before, run->offset), key) <= 0)
				break;
			sort->items[to] = sort->items[to - 1];
		}
		sort->items[to] = item;
	}
}

/* By their next piece; those that are equal in it wait. */
static void
sort_run(struct sort *sort, const struct run *run)
{
	struct item *items = sort->items;
	for (size_t i = run->begin; i < run->end; i++)
		items[i].piece = read_piece(&sort->keys[items[i].at], run->offset);
	qsort(items + run->begin, run->end - run->begin, sizeof(*items), compare_pieces);
	for (size_t i = run->begin, end; i < run->end; i = end) {
		for (end = i + 1; end < run->end && items[end].piece == items[i].piece;)
			end++;
		bool ended = sort->keys[items[i].at].length <= run->offset + PIECE;
		if (end - i > 1 && !ended)
			*list_add(&sort->arena, &sort->runs) =
				(struct run){ i, end, run->offset + PIECE };
	}
}

void
keyed_sort(const struct keyed *keys, size_t count, uint32_t *order)
{
	struct sort sort = { .keys = keys,
		.items = memory_realloc(NULL, count * sizeof(*sort.items)) };
	for (size_t i = 0; i < count; i++)
		sort.items[i].at = (uint32_t)i;
	*list_add(&sort.arena, &sort.runs) = (struct run){ 0, count, 0 };
	while (sort.runs.count) {
		struct run run = sort.runs.items[--sort.runs.count];
		if (run.end - run.begin <= FEW)
			sort_few(&sort, &run);
		else
			sort_run(&sort, &run);
	}
	for (size_t i = 0; i < count; i++)
		order[i] = sort.items[i].at;
	arena_free(&sort.arena);
	free(sort.items);
}
