/*
 * What is typed into a search -> an expression of FTS5.
 */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "base/arena.h"
#include "base/str.h"
#include "store/db.h"

/* A word, or some in quotes. */
struct search_term {
	str text;     /* folded, without quotes */
	bool starred; /* the last word may go on */
};

/* Takes the next term off the front of what was typed, folded; false at the end. */
bool search_next_term(str *rest, struct search_term *term);

/*
 * All words, in any order; "in quotes" as they follow each other; a * at the end stands for any
 * rest. Whatever else means something to FTS5 is a word. Folded, as the index is. Empty when there
 * are no words.
 */
str search_expression(struct arena *arena, str typed);

/* The first word or phrase that nothing has, folded; empty: there is something for each. */
str search_missing(struct db *db, struct arena *arena, str typed);

#endif
