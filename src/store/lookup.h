/*
 * Names as typed in options -> rows of the store: exact spellings and aliases first, then a first
 * name or part that only one has; several are an error that lists them, none one that names the
 * nearest.
 */
#ifndef STORE_LOOKUP_H
#define STORE_LOOKUP_H

#include "store/db.h"

enum lookup_kind { LOOKUP_PERSON, LOOKUP_ACCOUNT, LOOKUP_PROJECT, LOOKUP_SERIES };

/* A name as somebody typed it. */
struct typed {
	enum lookup_kind kind;
	str name;
};

/* Stores the ids that the name stands for: usually one, several for what is spelled alike. */
struct ids {
	LIST(long long)
};

/*
 * Gives SQL the functions nearest_people(name), known people spelled like it, or NULL;
 * text_key(text), the text folded; name_clean(written), the name without what dresses it;
 * builtin_kind(key), 'me', 'team' or NULL; is_short_for(name || char(10) || full), NULL when it is
 * not; and text_distance(a || char(10) || b), the number of characters in which they differ.
 */
void lookup_register(struct db *db);

bool lookup(struct db *db, struct arena *arena, struct typed typed, struct ids *ids,
	struct docket_error *err);

#endif
