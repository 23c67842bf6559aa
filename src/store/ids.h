/*
 * Ids that people type: short, lower-case Crockford base 32, unique by their start, as in git.
 */
#ifndef STORE_IDS_H
#define STORE_IDS_H

#include "store/db.h"

enum { ID_LEAST = 4, ID_LENGTH = 16 };

/* What an id stands for. */
struct item {
	bool decision;
	long long id; /* task.id or decision.id */
};

/* Gives SQL the function short_id(key): the shortest start, of four or more, that is unique. */
void ids_register(struct db *db);

/* The one task or decision whose id (now, or under a former mention) begins with `typed`. */
bool ids_find(struct db *db, str typed, struct item *item, struct docket_error *err);

#endif
