/*
 * What is typed into a search -> an expression of FTS5.
 */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "base/arena.h"
#include "base/str.h"
#include "store/db.h"

/*
 * All words, in any order; "in quotes" as they follow each other; a * at the end stands for any
 * rest. Whatever else means something to FTS5 is a word. Folded, as the index is. Empty when there
 * are no words.
 */
str search_expression(struct arena *arena, str typed);

/* The first word or phrase that nothing has, folded; empty: there is something for each. */
str search_missing(struct db *db, struct arena *arena, str typed);

#endif
