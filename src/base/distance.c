#include "base/distance.h"

#include "base/hash.h"
#include "base/utf8.h"

enum { CHARACTERS_MOST = 64, LETTERS = 64 };

struct characters {
	uint32_t codes[CHARACTERS_MOST];
	size_t count;
	uint64_t letters; /* which there are; some share a bit */
};

static struct characters
read_characters(str text)
{
	struct characters read;
	read.count = 0;
	read.letters = 0;
	while (read.count < CHARACTERS_MOST && utf8_next(&text, &read.codes[read.count]))
		read.letters |= UINT64_C(1) << read.codes[read.count++] % LETTERS;
	return read;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t
count_bits(uint64_t bits)
{
	size_t count = 0;
	for (; bits; bits &= bits - 1)
		count++;
	return count;
}

/* What the distance is at least: a letter that the other has not costs a step. */
static size_t
least_distance(const struct characters *a, const struct characters *b)
{
	size_t only_a = count_bits(a->letters & ~b->letters);
	size_t only_b = count_bits(b->letters & ~a->letters);
	size_t longer = a->count > b->count ? a->count - b->count : b->count - a->count;
	size_t only = only_a > only_b ? only_a : only_b;
	return only > longer ? only : longer;
}

/* Three rows of the table of optimal string alignment are enough. */
struct table {
	size_t rows[3][CHARACTERS_MOST + 1];
};

/* Fills row `i`, from 1, and gives the least of it. */
static size_t
fill_row(struct table *table, const struct characters *a, const struct characters *b, size_t i)
{
	size_t *now = table->rows[i % 3], best = i;
	const size_t *before = table->rows[(i + 2) % 3], *earlier = table->rows[(i + 1) % 3];
	now[0] = i;
	for (size_t k = 1; k <= b->count; k++) {
		bool same = a->codes[i - 1] == b->codes[k - 1];
		bool swapped = i > 1 && k > 1 && a->codes[i - 1] == b->codes[k - 2] &&
			       a->codes[i - 2] == b->codes[k - 1];
		now[k] = least(least(before[k], now[k - 1]) + 1, before[k - 1] + !same);
		if (swapped)
			now[k] = least(now[k], earlier[k - 2] + 1);
		best = least(best, now[k]);
	}
	return best;
}

/* What follows is made of two rows; when nothing there is near enough, nothing will be. */
size_t
distance_within(str left, str right, size_t most)
{
	struct characters a = read_characters(left), b = read_characters(right);
	size_t sure = least_distance(&a, &b);
	if (sure > most)
		return sure;
	struct table table;
	for (size_t k = 0; k <= b.count; k++)
		table.rows[0][k] = k;
	for (size_t i = 1, last = 0; i <= a.count; i++) {
		size_t now = fill_row(&table, &a, &b, i);
		if (now > most && last > most)
			return least(now, last);
		last = now;
	}
	return table.rows[a.count % 3][b.count];
}

size_t
docket_text_distance(struct docket_str left, struct docket_str right)
{
	return distance_within(left, right, SIZE_MAX);
}

long long
docket_text_key(struct docket_str text)
{
	struct arena arena = { 0 };
	long long key = hash_number(hash_text(utf8_fold(&arena, text)));
	arena_free(&arena);
	return key;
}
