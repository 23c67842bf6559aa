/*
 * Which lines of two notes of one meeting speak of the same thing (identity.md 4). Pure.
 */
#ifndef IDENTITY_MATCH_H
#define IDENTITY_MATCH_H

#include "identity/words.h"

/* One mention. Zero owners contradict nobody. */
struct match_line {
	str text;
	const long long *owners; /* ids of resolved people */
	size_t owner_count;
	str task_id; /* the Tasks id or ^block, empty: none */
};

/* What a note of the meeting says. */
struct match_note {
	const struct match_line *lines;
	size_t count;
};

struct match_pair {
	size_t a, b;  /* indexes into the lines of the two notes */
	double score; /* 0 to 1, the best rival taken off */
};

/*
 * The best one-to-one pairs between two notes, best first. Lines with the same id are one, whatever
 * they say, and lines of equal text when their owners do not contradict; else two lines are alike
 * by the weight of the words they share (rare words of both notes together count more) against
 * those that only one has, and are one when they are likely enough for the rivals that they have.
 * Of rivals that are equally likely and say different things none is taken. The result does not
 * depend on the order of the lines. Returns the number of pairs; `*pairs` is in the arena.
 */
size_t match_lines(
	struct arena *arena, struct match_note a, struct match_note b, struct match_pair **pairs);

/* The key of equal text: case, punctuation, spacing and marks folded. */
str match_key(struct arena *arena, str text);

/*
 * Whether a text says enough to mean one thing wherever it stands ("Send minutes" does not). Less
 * is enough for `carried` lines: those of one series of meetings that are due on one day.
 */
bool match_is_specific(str key, bool carried);

/* Words shared by two texts, 0 to 1, without weights: for finding an edited line again. */
double match_similarity(struct arena *arena, str a, str b);

/* The same in two steps, for texts that are compared with many: the words of each, sorted. */
struct words match_words(struct arena *arena, str text);
double match_shared(const struct words *a, const struct words *b);

#endif
