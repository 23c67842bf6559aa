#include "identity/match_index.h"

#include <assert.h>

/*
 * Two lines are as alike as the words that they share outweigh those that stand against them:
 *
 *	shared / (shared + AGAINST * shorter's rest + LONGER * longer's rest)
 *
 * A summary leaves words out, so what only the longer line says counts little; but where both say
 * something that the other does not, they speak of two things, and all the more when one word
 * stands in the very place of another ("the deck", "the minutes"): SUBSTITUTED; in a short line
 * that is nearly all there is, in a long one a detail: shared^2 / (shared^2 + REPLACED *
 * replaced^2). The first word is mostly a verb, and one deed has many: FORGIVEN. Little evidence is
 * doubted, less so when the owner is the same: shared^2 / (shared^2 + DOUBT^2). Names weigh once
 * more among themselves. Numbers, weekdays or months that both have and none of which agree:
 * CONFLICT.
 */
#define AGAINST 1.6
#define LONGER 0.1
#define SUBSTITUTED 1.0
#define REPLACED 7.0
#define FORGIVEN 0.6
#define DOUBT 2.0
#define DOUBT_AGREED 1.2
#define CONFLICT 0.5

/* Words looked at for substitution; a line with more is a text. */
#define MOST_PLACES 64

struct shared {
	double weight, names;
	unsigned marks;
};

static struct shared
share(const struct match_index *index, const struct match_terms *a, const struct match_terms *b)
{
	struct shared shared = { 0 };
	for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
		size_t left = a->terms[i], right = b->terms[k];
		if (left == right) {
			const struct match_term *term = &index->terms[left];
			shared.weight += term->weight;
			shared.names += term->name ? term->weight : 0;
			shared.marks |= term->mark;
		}
		i += left <= right;
		k += right <= left;
	}
	return shared;
}

static size_t
places(const struct match_terms *line)
{
	return line->order_count < MOST_PLACES ? line->order_count : MOST_PLACES;
}

static bool
has_term(const struct match_terms *line, size_t term)
{
	for (size_t i = 0; i < places(line); i++)
		if (line->order[i] == term)
			return true;
	return false;
}

/* Whether the neighbours on both sides are the same; the ends of the two lines are, too. */
static bool
same_place(const struct match_terms *a, size_t i, const struct match_terms *b, size_t k)
{
	bool end_a = i + 1 == a->order_count, end_b = k + 1 == b->order_count;
	return a->order[i - 1] == b->order[k - 1] && end_a == end_b &&
	       (end_a || a->order[i + 1] == b->order[k + 1]);
}

/* The weight of the words that stand in the place of another. */
static double
substituted(
	const struct match_index *index, const struct match_terms *a, const struct match_terms *b)
{
	double weight = 0;
	for (size_t i = 1; i < places(a); i++)
		for (size_t k = 1; k < places(b); k++) {
			if (!same_place(a, i, b, k) || has_term(b, a->order[i]) ||
				has_term(a, b->order[k]))
				continue;
			const struct match_term *one = &index->terms[a->order[i]];
			const struct match_term *other = &index->terms[b->order[k]];
			/* "20" may stand for "twenty". */
			if (one->mark == other->mark ||
				(one->mark | other->mark) != 1u << WORD_NUMBER)
				weight += one->weight > other->weight ? one->weight : other->weight;
		}
	return weight;
}

/* What counts of the first word when only this line has it: the same deed has many verbs. */
static double
forgiven(const struct match_index *index, const struct match_terms *line,
	const struct match_terms *other)
{
	if (!line->order_count || has_term(other, line->order[0]))
		return 0;
	return FORGIVEN * index->terms[line->order[0]].weight;
}

static double
least(double a, double b)
{
	return a < b ? a : b;
}

double
match_likeness(const struct match_index *index, const struct match_terms *a,
	const struct match_terms *b, bool agree)
{
	if (a->key.length && str_equal(a->key, b->key))
		return 1;
	struct shared shared = share(index, a, b);
	double weight = shared.weight;
	assert(weight > 0); /* they share a word */
	double rest_a = a->weight - forgiven(index, a, b) - weight;
	double rest_b = b->weight - forgiven(index, b, a) - weight;
	double rest = least(rest_a, rest_b), more = rest_a + rest_b - rest;
	double replaced = substituted(index, a, b);
	double against = AGAINST * (rest + SUBSTITUTED * replaced) + LONGER * more;
	double names = least(a->names, b->names) - shared.names;
	double likeness = weight / (weight + against);
	double doubt = agree ? DOUBT_AGREED : DOUBT;
	likeness *= weight * weight / (weight * weight + doubt * doubt);
	likeness *= (shared.names + 1) / (shared.names + 1 + names);
	likeness *= weight * weight / (weight * weight + REPLACED * replaced * replaced);
	return a->marks & b->marks & ~shared.marks ? CONFLICT * likeness : likeness;
}
