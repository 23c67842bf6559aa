#include "import/lines.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

/* Beyond this many lines left over, similar ones are not looked for: each is compared with each. */
enum { SIMILAR_MOST = 300, KEY_LENGTH = 16 };

/* What else a key is made of: its kind, its occurrence and three ends of lines. */
enum { NUMBERS_MOST = 43 };

static int
compare_words(const struct line *a, const struct line *b)
{
	return a->kind != b->kind ? a->kind - b->kind : str_compare(a->text_key, b->text_key);
}

static int
compare_lines(const void *left, const void *right)
{
	const struct line *a = *(const struct line *const *)left;
	const struct line *b = *(const struct line *const *)right;
	int order = compare_words(a, b);
	return order ? order : (a->position > b->position) - (a->position < b->position);
}

static struct line **
sort_lines(struct arena *arena, const struct lines *lines)
{
	struct line **sorted = arena_array(arena, lines->count, sizeof(struct line *));
	for (size_t i = 0; i < lines->count; i++) {
		lines->items[i].position = i;
		sorted[i] = &lines->items[i];
	}
	if (lines->count)
		qsort(sorted, lines->count, sizeof(struct line *), compare_lines);
	return sorted;
}

static void
keep(struct line *line, struct line *old)
{
	old->matched = line->matched = true;
	line->id = old->id;
	line->key = old->key;
}

/* Equal words, in the order they stand in. */
static void
match_equal(struct arena *arena, struct lines *old, struct lines *now)
{
	struct line **before = sort_lines(arena, old), **after = sort_lines(arena, now);
	for (size_t i = 0, k = 0; i < old->count && k < now->count;) {
		int order = compare_words(before[i], after[k]);
		if (order == 0)
			keep(after[k], before[i]);
		i += order <= 0;
		k += order >= 0;
	}
}

/* The line left over that is most like this one, the nearest of equals; NULL: none is. */
static struct line *
find_similar(const struct lines *old, const struct line *line)
{
	struct line *best = NULL;
	double best_score = 0.5;
	for (size_t i = 0; i < old->count; i++) {
		struct line *candidate = &old->items[i];
		if (candidate->matched || candidate->kind != line->kind)
			continue;
		size_t away = i > line->position ? i - line->position : line->position - i;
		double score = match_shared(&line->words, &candidate->words) - (double)away * 0.001;
		if (score > best_score) {
			best_score = score;
			best = candidate;
		}
	}
	return best;
}

static void
read_words(struct arena *arena, struct lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		if (!lines->items[i].matched)
			lines->items[i].words = match_words(arena, lines->items[i].text_key);
}

static size_t
count_unmatched(const struct lines *lines)
{
	size_t count = 0;
	for (size_t i = 0; i < lines->count; i++)
		count += !lines->items[i].matched;
	return count;
}

void
lines_match(struct arena *arena, struct lines *old, struct lines *now)
{
	if (!old->count)
		return;
	match_equal(arena, old, now);
	if (count_unmatched(old) > SIMILAR_MOST || count_unmatched(now) > SIMILAR_MOST)
		return;
	read_words(arena, old);
	read_words(arena, now);
	for (size_t i = 0; i < now->count; i++) {
		struct line *line = &now->items[i];
		struct line *similar = line->matched ? NULL : find_similar(old, line);
		if (similar)
			keep(line, similar);
	}
}

static int
compare_keys(const void *left, const void *right)
{
	return str_compare(*(const str *)left, *(const str *)right);
}

/* The ids that lines of the note keep, sorted. */
static strs
kept_keys(struct arena *arena, const struct lines *old)
{
	str *keys = arena_array(arena, old->count, sizeof(*keys));
	size_t count = 0;
	for (size_t i = 0; i < old->count; i++)
		if (old->items[i].matched)
			keys[count++] = old->items[i].key;
	if (count)
		qsort(keys, count, sizeof(*keys), compare_keys);
	return (strs){ keys, count };
}

static bool
is_kept(strs kept, str key)
{
	return kept.count && bsearch(&key, kept.items, kept.count, sizeof(key), compare_keys);
}

static void
add_number(struct buffer *out, size_t number)
{
	char digits[20];
	size_t at = sizeof(digits);
	do
		digits[--at] = (char)('0' + number % 10);
	while (number /= 10);
	buffer_add(out, (str){ digits + at, sizeof(digits) - at });
}

static str
make_key(struct arena *arena, const struct line *line, const char *note_name, size_t occurrence)
{
	char name[27];
	struct buffer source = { .arena = arena };
	buffer_reserve(&source, strlen(note_name) + line->text_key.length + NUMBERS_MOST);
	add_number(&source, (size_t)line->kind);
	buffer_add_char(&source, '\n');
	buffer_add(&source, str_from(note_name));
	buffer_add_char(&source, '\n');
	buffer_add(&source, line->text_key);
	buffer_add_char(&source, '\n');
	add_number(&source, occurrence);
	hash_name(hash_text(source.text), name);
	return str_copy(arena, (str){ name, KEY_LENGTH });
}

void
lines_name(struct arena *arena, const struct lines *old, struct lines *now,
	const struct naming *naming)
{
	struct line **sorted = sort_lines(arena, now);
	strs kept = kept_keys(arena, old);
	size_t occurrence = 0;
	for (size_t i = 0; i < now->count; i++) {
		struct line *line = sorted[i];
		occurrence = i && compare_words(sorted[i - 1], line) == 0 ? occurrence + 1 : 0;
		if (line->matched)
			continue;
		line->key = make_key(arena, line, naming->note_name, occurrence);
		/* An edited line may still have the id that this text gives; a note that moved,
		 * too. */
		while (is_kept(kept, line->key) || naming->is_taken(naming->context, line->key))
			line->key = make_key(arena, line, naming->note_name, ++occurrence);
	}
	for (size_t i = 0; i < now->count; i++)
		if (!now->items[i].id)
			now->items[i].id = (*naming->next)++;
}
