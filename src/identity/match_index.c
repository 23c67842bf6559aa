#include "identity/match_index.h"

#include <stdlib.h>

/* What a name weighs more than another word. */
#define NAME 1.3

/* A word that all lines of many have weighs about one in so many. */
#define EVERYWHERE 6

/* About as many bytes as a word takes, with the blank behind it. */
enum { WORD_LENGTH = 5 };

int
match_compare_numbers(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

int
match_compare_owners(const struct match_line *a, const struct match_line *b)
{
	for (size_t i = 0; i < a->owner_count && i < b->owner_count; i++)
		if (a->owners[i] != b->owners[i])
			return (a->owners[i] > b->owners[i]) - (a->owners[i] < b->owners[i]);
	return match_compare_numbers(a->owner_count, b->owner_count);
}

static int
compare_lines(const void *left, const void *right)
{
	const struct match_terms *a = left, *b = right;
	int order = str_compare(a->key, b->key);
	if (!order)
		order = match_compare_owners(a->line, b->line);
	if (!order)
		order = str_compare(a->line->text, b->line->text);
	if (!order)
		order = str_compare(a->line->task_id, b->line->task_id);
	return order ? order : match_compare_numbers(a->index, b->index);
}

static uint64_t
beginning_of(str text)
{
	uint64_t number = 0;
	for (size_t i = 0; i < sizeof(number); i++)
		number = number << 8 | (i < text.length ? (unsigned char)text.bytes[i] : 0);
	return number;
}

/* As str_compare; the beginnings decide, but for long words that have one in common. */
static int
compare_texts(const struct match_token *a, const struct match_token *b)
{
	if (a->beginning != b->beginning)
		return (a->beginning > b->beginning) - (a->beginning < b->beginning);
	if (a->text.length <= sizeof(a->beginning) && b->text.length <= sizeof(b->beginning))
		return match_compare_numbers(a->text.length, b->text.length);
	return str_compare(a->text, b->text);
}

static int
compare_tokens(const struct match_token *a, const struct match_token *b)
{
	int order = compare_texts(a, b);
	if (!order)
		order = match_compare_numbers(a->side, b->side);
	if (!order)
		order = match_compare_numbers(a->line, b->line);
	return order ? order : match_compare_numbers(a->place, b->place);
}

/* Where a token is; mostly its beginning decides where it belongs. */
struct place {
	uint64_t beginning;
	size_t at;
};

static bool
is_before(const struct match_token *tokens, const struct place *a, const struct place *b)
{
	if (a->beginning != b->beginning)
		return a->beginning < b->beginning;
	return compare_tokens(&tokens[a->at], &tokens[b->at]) < 0;
}

/* Two sorted halves, of which the second begins at `middle`, into one. */
static void
merge(const struct match_token *tokens, const struct place *from, size_t middle, size_t end,
	struct place *to)
{
	size_t a = 0, b = middle;
	while (a < middle && b < end)
		*to++ = is_before(tokens, &from[b], &from[a]) ? from[b++] : from[a++];
	while (a < middle)
		*to++ = from[a++];
	while (b < end)
		*to++ = from[b++];
}

static size_t
least_of(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* What qsort would do, which calls a function for each comparison. */
static void
sort_tokens(struct match_index *index)
{
	size_t count = index->tokens.count;
	struct match_token *tokens = index->tokens.items;
	struct match_token *sorted = arena_array(index->arena, count, sizeof(*sorted));
	struct place *from = arena_array(index->arena, count, sizeof(*from));
	struct place *to = arena_array(index->arena, count, sizeof(*to));
	for (size_t i = 0; i < count; i++)
		from[i] = (struct place){ tokens[i].beginning, i };
	for (size_t width = 1; width < count; width *= 2) {
		for (size_t i = 0; i < count; i += 2 * width)
			merge(tokens, from + i, least_of(width, count - i),
				least_of(2 * width, count - i), to + i);
		struct place *merged = to;
		to = from;
		from = merged;
	}
	for (size_t i = 0; i < count; i++)
		sorted[i] = tokens[from[i].at];
	index->tokens.items = sorted;
}

static void
add_token(struct match_index *index, struct match_token token)
{
	token.beginning = beginning_of(token.text);
	*list_add(index->arena, &index->tokens) = token;
}

/* The line's words, and one that weighs nothing but makes it found: its whole text. */
static void
add_line(struct match_index *index, size_t side, size_t at)
{
	struct arena *arena = index->arena;
	struct match_terms *line = &index->sides[side].lines[at];
	struct words words = { 0 };
	words_read(arena, line->line->text, &words);
	line->terms = arena_array(arena, words.count + 1, sizeof(*line->terms));
	line->order = arena_array(arena, words.count, sizeof(*line->order));
	for (size_t i = 0; i < words.count; i++) {
		struct word word = words.items[i];
		size_t place = word.kind == WORD_EMPTY ? 0 : ++line->order_count;
		add_token(index, (struct match_token){ .text = word.text,
					 .side = (uint32_t)side,
					 .line = (uint32_t)at,
					 .place = (uint32_t)place,
					 .kind = word.kind,
					 .name = word.name });
	}
	if (line->key.length)
		add_token(index, (struct match_token){
					 .text = str_format(arena, "=%.*s", STR_ARG(line->key)),
					 .side = (uint32_t)side,
					 .line = (uint32_t)at,
					 .finder = true });
}

void
match_index_add(struct match_index *index, size_t side, struct match_note note)
{
	struct match_side *added = &index->sides[side];
	added->count = note.count;
	added->lines = arena_array(index->arena, note.count, sizeof(*added->lines));
	for (size_t i = 0; i < note.count; i++)
		added->lines[i] =
			(struct match_terms){ .key = words_key(index->arena, note.lines[i].text),
				.line = &note.lines[i],
				.index = i };
	if (note.count)
		qsort(added->lines, note.count, sizeof(*added->lines), compare_lines);
}

/* Moves the lines that found their like behind the others. */
static void
part_lines(struct match_index *index, struct match_side *side)
{
	struct match_terms *lines = arena_array(index->arena, side->count, sizeof(*lines));
	size_t front = 0, behind = 0;
	for (size_t i = 0; i < side->count; i++)
		behind += !side->lines[i].sure;
	side->left = behind;
	for (size_t i = 0; i < side->count; i++)
		lines[side->lines[i].sure ? behind++ : front++] = side->lines[i];
	side->lines = lines;
}

static unsigned
mark_of(enum word_kind kind)
{
	bool marks = kind == WORD_NUMBER || kind == WORD_CODE || kind == WORD_WEEKDAY ||
		     kind == WORD_MONTH;
	return marks ? 1u << kind : 0;
}

/* 1 for a word of one line, less the more lines have it; among few lines that says little. */
static double
rareness(const struct match_index *index, const size_t having[2])
{
	size_t a = index->sides[0].count, b = index->sides[1].count;
	double all = (double)(a > b ? a : b) + 10;
	double most = (double)(having[0] > having[1] ? having[0] : having[1]);
	return (all + EVERYWHERE) / (all + EVERYWHERE * most);
}

/* Makes a term of the equal tokens from `first` to `end`, and moves those kept to `*kept`. */
static void
make_term(struct match_index *index, size_t first, size_t end, size_t *kept)
{
	struct match_token *tokens = index->tokens.items;
	struct match_term *term = &index->terms[index->term_count];
	size_t having[2] = { 0 }, left = 0;
	bool finder = tokens[first].finder;
	for (size_t i = first; i < end; i++) {
		struct match_token token = tokens[i];
		struct match_terms *line = &index->sides[token.side].lines[token.line];
		term->name = term->name || token.name;
		if (token.place)
			line->order[token.place - 1] = index->term_count;
		if (line->count && line->terms[line->count - 1] == index->term_count)
			continue;
		line->terms[line->count++] = index->term_count;
		if (token.side && !having[1]++)
			term->first = *kept;
		else if (!token.side)
			having[0]++;
		left += token.side && token.line < index->sides[1].left;
		tokens[(*kept)++] = token;
	}
	enum word_kind kind = tokens[*kept - 1].kind;
	term->last = term->first + having[1];
	term->left = term->first + left;
	term->mark = finder ? 0 : mark_of(kind);
	term->weight = finder ? 0 : word_weight(kind) * (term->name ? NAME : 1);
	term->weight *= rareness(index, having);
	index->term_count++;
}

static void
weigh(const struct match_index *index, struct match_terms *line)
{
	for (size_t i = 0; i < line->count; i++) {
		const struct match_term *term = &index->terms[line->terms[i]];
		line->weight += term->weight;
		line->names += term->name ? term->weight : 0;
		line->marks |= term->mark;
	}
}

/* Words of some languages are shorter, then there is less room than tokens. */
static void
make_room(struct match_index *index)
{
	size_t room = 0;
	for (size_t side = 0; side < 2; side++)
		for (size_t i = 0; i < index->sides[side].count; i++)
			room += 2 + index->sides[side].lines[i].line->text.length / WORD_LENGTH;
	index->tokens.items = arena_array(index->arena, room, sizeof(*index->tokens.items));
	index->tokens.capacity = room;
}

void
match_index_build(struct match_index *index)
{
	make_room(index);
	for (size_t side = 0; side < 2; side++) {
		part_lines(index, &index->sides[side]);
		for (size_t i = 0; i < index->sides[side].count; i++)
			add_line(index, side, i);
	}
	sort_tokens(index);
	struct match_token *tokens = index->tokens.items;
	size_t count = index->tokens.count;
	index->terms = arena_array(index->arena, count, sizeof(*index->terms));
	size_t kept = 0;
	for (size_t first = 0, end; first < count; first = end) {
		end = first;
		while (end < count && str_equal(tokens[end].text, tokens[first].text))
			end++;
		make_term(index, first, end, &kept);
	}
	for (size_t side = 0; side < 2; side++)
		for (size_t i = 0; i < index->sides[side].count; i++)
			weigh(index, &index->sides[side].lines[i]);
}
