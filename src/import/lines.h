/*
 * The lines of a note that speak of tasks and decisions, as they were and as they are now: an
 * edited or moved line keeps its id.
 */
#ifndef IMPORT_LINES_H
#define IMPORT_LINES_H

#include "identity/match.h"

struct line {
	int kind; /* lines of different kinds are never the same */
	str text;
	str text_key;       /* match_key of the text */
	long long id;       /* of its mention; 0: none yet */
	str key;            /* its public id */
	size_t position;    /* in the note, counted from 0 */
	bool matched;       /* with a line of the other side */
	struct words words; /* of one that was not found again as it was; lines.c's own */
};

struct lines {
	LIST(struct line)
};

/* Lets lines of `now` that `old` had keep their ids: those with the same words, then the similar.
 */
void lines_match(struct arena *arena, struct lines *old, struct lines *now);

/* How lines get their ids. */
struct naming {
	const char *note_name;                    /* below the folder: the same on every machine */
	long long *next;                          /* the next free number of a mention */
	bool (*is_taken)(void *context, str key); /* by a mention of another note */
	void *context;
};

/*
 * Gives ids to the others: from the name of the note and the text, so that they are the same on
 * every machine, and the next one where that is taken.
 */
void lines_name(struct arena *arena, const struct lines *old, struct lines *now,
	const struct naming *naming);

#endif
