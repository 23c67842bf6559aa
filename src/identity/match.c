#include "identity/match.h"

#include "identity/match_index.h"

#include <stdlib.h>

/*
 * Equal lines are paired first, however many they are. A pair of others is looked at only when it
 * shares a word of at most MOST_LINES lines, so the work grows with the lines and not with their
 * square. Of a pair's likeness a part of the best rival's of
 * either line is taken off: to be the only likely pair is evidence itself.
 *
 * Pairs are taken greedily, best first. The greatest sum over all pairs would be another choice,
 * but it gives up a sure pair for two half likely ones, and a wrong merge is worse than a missed.
 * For the same reason a line that is as like to one as to another that says something else goes
 * with neither; of lines that are equal to it the first is taken.
 */
#define MOST_LINES 64
#define LEAST 0.15 /* likeness of a rival */
#define RIVAL 0.2
#define SAME 1e-9 /* likenesses this near are equal: sums differ by the order of their terms */
#define THRESHOLD 0.4
#define THRESHOLD_AGREED 0.35 /* of lines with an owner in common */

/* The weight of words from which a text means one thing on its own. */
#define SPECIFIC 2.9
#define SPECIFIC_CARRIED 1.2

struct candidate {
	size_t a, b;
	double score;
	bool agree; /* an owner in common */
};

/* The likeness of a line's best pairs. */
struct rivals {
	double best, second;
};

/* What became of a line among the candidates that are taken, best first. */
struct fate {
	bool used; /* it has its like, or is not to have any */
	size_t round,
		with; /* the last candidate of it: of which equally likely ones, and with whom */
	bool torn;    /* in that round it may be of two lines that say different things */
};

struct matcher {
	struct arena *arena;
	struct match_index index;
	struct rivals *rivals[2];
	struct fate *fates[2];
	struct {
		LIST(struct candidate)
	} candidates;
};

/* Best first. Lines are sorted by what they say, so their numbers break ties by text. */
static int
compare_candidates(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;
	int order = (a->score < b->score) - (a->score > b->score);
	if (!order)
		order = match_compare_numbers(b->agree, a->agree);
	if (!order)
		order = match_compare_numbers(a->a, b->a);
	return order ? order : match_compare_numbers(a->b, b->b);
}

static bool
share_owner(const struct match_line *a, const struct match_line *b)
{
	for (size_t i = 0; i < a->owner_count; i++)
		for (size_t k = 0; k < b->owner_count; k++)
			if (a->owners[i] == b->owners[k])
				return true;
	return false;
}

static void
note_rival(struct rivals *rivals, double score)
{
	if (score > rivals->best) {
		rivals->second = rivals->best;
		rivals->best = score;
	} else if (score > rivals->second) {
		rivals->second = score;
	}
}

static void
consider(struct matcher *matcher, size_t at_a, size_t at_b)
{
	const struct match_terms *a = &matcher->index.sides[0].lines[at_a];
	const struct match_terms *b = &matcher->index.sides[1].lines[at_b];
	bool agree = share_owner(a->line, b->line);
	if (a->line->owner_count && b->line->owner_count && !agree)
		return;
	struct candidate candidate = { at_a, at_b, 0, agree };
	candidate.score = match_likeness(&matcher->index, a, b, agree);
	if (candidate.score < LEAST)
		return;
	if (!a->sure && !b->sure)
		*list_add(matcher->arena, &matcher->candidates) = candidate;
	note_rival(&matcher->rivals[0][at_a], candidate.score);
	note_rival(&matcher->rivals[1][at_b], candidate.score);
}

/*
 * Considers each line of the second side that shares `term` and was not met by line `at` yet. Lines
 * that found their like are rivals still, but two of those are none of each other's.
 */
static void
meet(struct matcher *matcher, size_t at, const struct match_term *term, size_t *met)
{
	bool sure = at >= matcher->index.sides[0].left;
	bool all = !sure && term->last - term->first <= MOST_LINES;
	if (term->left - term->first > MOST_LINES)
		return;
	for (size_t i = term->first; i < (all ? term->last : term->left); i++) {
		size_t other = matcher->index.tokens.items[i].line;
		if (met[other] != at + 1)
			consider(matcher, at, other);
		met[other] = at + 1;
	}
}

static void
find_candidates(struct matcher *matcher)
{
	const struct match_index *index = &matcher->index;
	for (size_t side = 0; side < 2; side++)
		matcher->rivals[side] = arena_array(
			matcher->arena, index->sides[side].count, sizeof(struct rivals));
	size_t *met = arena_array(matcher->arena, index->sides[1].count, sizeof(*met));
	for (size_t i = 0; i < index->sides[0].count; i++) {
		const struct match_terms *line = &index->sides[0].lines[i];
		for (size_t k = 0; k < line->count; k++)
			meet(matcher, i, &index->terms[line->terms[k]], met);
	}
}

/* The best likeness that a line has besides the pair with this one. */
static double
rival_of(struct rivals rivals, double score)
{
	return score < rivals.best ? rivals.best : rivals.second;
}

static void
subtract_rivals(struct matcher *matcher)
{
	for (size_t i = 0; i < matcher->candidates.count; i++) {
		struct candidate *candidate = &matcher->candidates.items[i];
		double a = rival_of(matcher->rivals[0][candidate->a], candidate->score);
		double b = rival_of(matcher->rivals[1][candidate->b], candidate->score);
		if (candidate->score < 1)
			candidate->score -= RIVAL * (a > b ? a : b);
	}
}

static bool
is_open(const struct matcher *matcher, const struct candidate *pair)
{
	return pair->score >= (pair->agree ? THRESHOLD_AGREED : THRESHOLD) &&
	       !matcher->fates[0][pair->a].used && !matcher->fates[1][pair->b].used;
}

static bool
say_the_same(const struct match_terms *a, const struct match_terms *b)
{
	return str_equal(a->key, b->key) && match_compare_owners(a->line, b->line) == 0;
}

/* Notes that line `at` of that side may be of line `with` of the other one. */
static void
claim(struct matcher *matcher, size_t side, size_t at, struct fate claim)
{
	const struct match_terms *others = matcher->index.sides[!side].lines;
	struct fate *fate = &matcher->fates[side][at];
	if (fate->round != claim.round)
		*fate = claim;
	else if (!say_the_same(&others[fate->with], &others[claim.with]))
		fate->torn = true;
}

/* The end of the candidates that are as likely as the first one. */
static size_t
end_of_round(const struct matcher *matcher, size_t first)
{
	const struct candidate *items = matcher->candidates.items;
	size_t end = first + 1;
	while (end < matcher->candidates.count && items[first].score - items[end].score < SAME)
		end++;
	return end;
}

/* Takes the candidates of one round: all pairs in which no line is torn. */
static size_t
take_round(struct matcher *matcher, size_t first, size_t end, struct match_pair *pairs)
{
	const struct match_side *sides = matcher->index.sides;
	const struct candidate *items = matcher->candidates.items;
	size_t count = 0;
	for (size_t i = first; i < end && items[i].score < 1; i++)
		if (is_open(matcher, &items[i])) {
			struct fate of_a = { .round = end, .with = items[i].b };
			struct fate of_b = { .round = end, .with = items[i].a };
			claim(matcher, 0, items[i].a, of_a);
			claim(matcher, 1, items[i].b, of_b);
		}
	for (size_t i = first; i < end; i++) {
		struct fate *a = &matcher->fates[0][items[i].a];
		struct fate *b = &matcher->fates[1][items[i].b];
		if (!is_open(matcher, &items[i]))
			continue;
		if (!a->torn && !b->torn)
			pairs[count++] = (struct match_pair){ sides[0].lines[items[i].a].index,
				sides[1].lines[items[i].b].index, items[i].score };
		a->used = b->used = true;
	}
	return count;
}

static size_t
take_best(struct matcher *matcher, struct match_pair *pairs)
{
	struct candidate *items = matcher->candidates.items;
	size_t count = 0, end;
	for (size_t side = 0; side < 2; side++)
		matcher->fates[side] = arena_array(
			matcher->arena, matcher->index.sides[side].count, sizeof(struct fate));
	if (matcher->candidates.count)
		qsort(items, matcher->candidates.count, sizeof(*items), compare_candidates);
	for (size_t first = 0; first < matcher->candidates.count; first = end) {
		end = end_of_round(matcher, first);
		count += take_round(matcher, first, end, pairs + count);
	}
	return count;
}

size_t
match_lines(
	struct arena *arena, struct match_note a, struct match_note b, struct match_pair **pairs)
{
	struct arena scratch = { 0 };
	struct matcher matcher = { .arena = &scratch, .index = { .arena = &scratch } };
	match_index_add(&matcher.index, 0, a);
	match_index_add(&matcher.index, 1, b);
	*pairs = arena_array(arena, a.count < b.count ? a.count : b.count, sizeof(**pairs));
	size_t count = match_sure(&matcher.index, *pairs);
	if (count < a.count && count < b.count) {
		match_index_build(&matcher.index);
		find_candidates(&matcher);
		subtract_rivals(&matcher);
		count += take_best(&matcher, *pairs + count);
	}
	arena_free(&scratch);
	return count;
}

str
match_key(struct arena *arena, str text)
{
	return words_key(arena, text);
}

bool
match_is_specific(str key, bool carried)
{
	struct arena scratch = { 0 };
	struct words words = { 0 };
	words_read(&scratch, key, &words);
	double weight = 0;
	for (size_t i = 0; i < words.count; i++)
		weight += word_weight(words.items[i].kind);
	arena_free(&scratch);
	return weight >= (carried ? SPECIFIC_CARRIED : SPECIFIC);
}

static int
compare_words(const void *left, const void *right)
{
	const struct word *a = left, *b = right;
	return str_compare(a->text, b->text);
}

struct words
match_words(struct arena *arena, str text)
{
	struct words words = { 0 };
	words_read(arena, text, &words);
	if (words.count)
		qsort(words.items, words.count, sizeof(*words.items), compare_words);
	return words;
}

double
match_shared(const struct words *a, const struct words *b)
{
	size_t shared = 0, all = a->count + b->count;
	for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
		int order = compare_words(&a->items[i], &b->items[k]);
		shared += order == 0;
		i += order <= 0;
		k += order >= 0;
	}
	return all ? 2 * (double)shared / (double)all : 0;
}

double
match_similarity(struct arena *arena, str a, str b)
{
	struct words words[] = { match_words(arena, a), match_words(arena, b) };
	return match_shared(&words[0], &words[1]);
}
