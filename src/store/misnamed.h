/*
 * Names in SQL that people type: SQLite says that there is no such view or column, this which there
 * are.
 */
#ifndef STORE_MISNAMED_H
#define STORE_MISNAMED_H

#include "store/db.h"

/* `err`, of a statement that could not be prepared, names what there is when that was a name. */
void misnamed_explain(struct db *db, str statement, struct docket_error *err);

#endif
