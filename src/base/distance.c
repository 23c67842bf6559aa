#include "base/hash.h"
#include "base/utf8.h"

enum { CHARACTERS_MOST = 64 };

struct characters {
	uint32_t codes[CHARACTERS_MOST];
	size_t count;
};

static struct characters
read_characters(str text)
{
	struct characters read = { 0 };
	while (read.count < CHARACTERS_MOST && utf8_next(&text, &read.codes[read.count]))
		read.count++;
	return read;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Three rows of the table of optimal string alignment are enough. */
struct table {
	size_t rows[3][CHARACTERS_MOST + 1];
};

static size_t
cost(const struct table *table, const struct characters *a, const struct characters *b,
	const size_t at[2])
{
	size_t i = at[0], k = at[1];
	if (!i || !k)
		return i + k;
	const size_t *now = table->rows[i % 3], *before = table->rows[(i + 2) % 3];
	bool same = a->codes[i - 1] == b->codes[k - 1];
	size_t best = least(least(before[k], now[k - 1]) + 1, before[k - 1] + !same);
	bool swapped = i > 1 && k > 1 && a->codes[i - 1] == b->codes[k - 2] &&
		       a->codes[i - 2] == b->codes[k - 1];
	return swapped ? least(best, table->rows[(i + 1) % 3][k - 2] + 1) : best;
}

size_t
docket_text_distance(struct docket_str left, struct docket_str right)
{
	struct characters a = read_characters(left), b = read_characters(right);
	struct table table = { 0 };
	for (size_t i = 0; i <= a.count; i++)
		for (size_t k = 0; k <= b.count; k++)
			table.rows[i % 3][k] = cost(&table, &a, &b, (size_t[]){ i, k });
	return table.rows[a.count % 3][b.count];
}

long long
docket_text_key(struct docket_str text)
{
	struct arena arena = { 0 };
	long long key = hash_number(hash_text(utf8_fold(&arena, text)));
	arena_free(&arena);
	return key;
}
