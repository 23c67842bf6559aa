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

/* The edit distance of optimal string alignment; three rows of its table are enough. */
size_t
docket_text_distance(struct docket_str left, struct docket_str right)
{
	struct characters a = read_characters(left), b = read_characters(right);
	size_t rows[3][CHARACTERS_MOST + 1];
	for (size_t i = 0; i <= a.count; i++) {
		size_t *now = rows[i % 3], *before = rows[(i + 2) % 3], *twice = rows[(i + 1) % 3];
		now[0] = i;
		for (size_t k = 1; k <= b.count; k++) {
			if (!i) {
				now[k] = k;
				continue;
			}
			bool same = a.codes[i - 1] == b.codes[k - 1];
			now[k] = least(least(before[k], now[k - 1]) + 1, before[k - 1] + !same);
			if (i > 1 && k > 1 && a.codes[i - 1] == b.codes[k - 2] &&
				a.codes[i - 2] == b.codes[k - 1])
				now[k] = least(now[k], twice[k - 2] + 1);
		}
	}
	return rows[a.count % 3][b.count];
}
