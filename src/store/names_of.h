/*
 * SQL functions from an id to the names that belong to it, for queries that come to most ids, and
 * in their order: the rows behind them are walked along once, not looked for again and again.
 *
 *	names_of_register(db, "owners", "owners_from");
 *	... SELECT owners(mention.id) FROM mention
 */
#ifndef STORE_NAMES_OF_H
#define STORE_NAMES_OF_H

#include "store/db.h"

/*
 * Registers `function`. The statement of that name (schema/statements; a constant) has rows of an
 * id and a name, those of ids from :first on in the order of ids. The function gives the names as
 * a JSON list, or NULL for an id without a row.
 */
void names_of_register(struct db *db, const char *function, const char *statement);

#endif
