#include "base/keyed.h"

#include <stdlib.h>
#include <string.h>

/* So few are compared whole; so many are sorted byte by byte. */
enum { PIECE = 8, FEW = 8, MANY = 1000, BYTES = 256 };

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
	struct item *items, *spare;
	struct arena arena;
	struct {
		LIST(struct run)
	} runs; /* that wait */
};

/* As its bytes compare; zeros stand behind the end. */
static uint64_t
read_piece(const struct keyed *key, size_t offset)
{
	unsigned char bytes[PIECE] = { 0 };
	uint64_t piece = 0;
	if (offset + PIECE <= key->length)
		memcpy(bytes, key->bytes + offset, PIECE);
	else if (offset < key->length)
		memcpy(bytes, key->bytes + offset, key->length - offset);
	for (size_t i = 0; i < PIECE; i++)
		piece = piece << 8 | bytes[i];
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

static unsigned
byte_of(const struct item *item, unsigned shift)
{
	return (unsigned)(item->piece >> shift) % BYTES;
}

/* By one byte of their pieces, those with the same one as they were; false: all have the same. */
static bool
sort_by_byte(const struct item *items, size_t count, unsigned shift, struct item *sorted)
{
	size_t places[BYTES + 1] = { 0 };
	for (size_t i = 0; i < count; i++)
		places[byte_of(&items[i], shift) + 1]++;
	if (places[byte_of(&items[0], shift) + 1] == count)
		return false;
	for (size_t i = 1; i < BYTES; i++)
		places[i] += places[i - 1];
	for (size_t i = 0; i < count; i++)
		sorted[places[byte_of(&items[i], shift)]++] = items[i];
	return true;
}

/* By their pieces, those with the same one as they were. */
static void
sort_pieces(const struct sort *sort, struct item *items, size_t count)
{
	if (count < MANY) {
		qsort(items, count, sizeof(*items), compare_pieces);
		return;
	}
	struct item *from = items, *to = sort->spare;
	for (unsigned shift = 0; shift < 8 * PIECE; shift += 8) {
		if (!sort_by_byte(from, count, shift, to))
			continue;
		struct item *sorted = to;
		to = from;
		from = sorted;
	}
	if (from != items)
		memcpy(items, from, count * sizeof(*items));
}

/* By their next piece; those that are equal in it wait. */
static void
sort_run(struct sort *sort, const struct run *run)
{
	struct item *items = sort->items;
	for (size_t i = run->begin; i < run->end; i++)
		items[i].piece = read_piece(&sort->keys[items[i].at], run->offset);
	sort_pieces(sort, items + run->begin, run->end - run->begin);
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
		.items = memory_realloc(NULL, count * sizeof(*sort.items)),
		.spare = memory_realloc(NULL, count * sizeof(*sort.spare)) };
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
	free(sort.spare);
}
