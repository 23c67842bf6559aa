/*
 * The two notes of a meeting, taken apart for match.c. All words are sorted together: equal words
 * become neighbours, which gives how rare each is and, for the second note, the list of lines that
 * have it (an inverted index).
 */
#ifndef IDENTITY_MATCH_INDEX_H
#define IDENTITY_MATCH_INDEX_H

#include "identity/match.h"
#include "identity/words.h"

/* A word of a line. */
struct match_token {
	str text;
	uint64_t beginning; /* the text's first eight bytes, to be compared as one number */
	uint32_t side, line;
	uint32_t place; /* among the line's telling words, from 1; 0: it is none */
	enum word_kind kind;
	bool name;
	bool finder; /* the line's whole text, which weighs nothing */
};

/* A word of the meeting. */
struct match_term {
	double weight; /* by its kind and how rare it is */
	unsigned mark; /* a bit per kind whose words contradict each other: days, numbers */
	bool name;
	size_t first, last; /* tokens of the second side, one per line; equal: none */
	size_t left;        /* where those of lines that found their like begin */
};

/* A line; terms are known by their index. */
struct match_terms {
	size_t *terms; /* rising, each once */
	size_t count;
	size_t *order; /* the telling ones, as written */
	size_t order_count;
	double weight; /* of all terms */
	double names;  /* of those that are names */
	unsigned marks;
	str key;
	const struct match_line *line;
	size_t index; /* among the lines given */
	bool sure;    /* has found its like, see match_sure */
};

struct match_side {
	struct match_terms *lines; /* by what they say, so that their order cannot matter */
	size_t count;
	size_t left; /* lines that look for their like: the first ones, once the index is built */
};

struct match_index {
	struct arena *arena;
	struct match_side sides[2];
	struct {
		LIST(struct match_token)
	} tokens;
	struct match_term *terms;
	size_t term_count;
};

/* Takes a note's lines in: both sides first, then match_sure, then match_index_build. */
void match_index_add(struct match_index *index, size_t side, struct match_note note);

/*
 * Pairs the lines about which there is no doubt: of one id, whatever they say; then of equal text
 * and the same owners, in order. Each line is looked at once, so there may be any number of them.
 * Returns how many of `pairs` were filled.
 */
size_t match_sure(struct match_index *index, struct match_pair *pairs);
void match_index_build(struct match_index *index);

/* How alike two lines are, 0 to 1; `agree`: they have an owner in common. Takes no heed of ids. */
double match_likeness(const struct match_index *index, const struct match_terms *a,
	const struct match_terms *b, bool agree);

/* By number, text and list: how lines are sorted. */
int match_compare_numbers(size_t a, size_t b);
int match_compare_owners(const struct match_line *a, const struct match_line *b);

#endif
