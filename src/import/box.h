/*
 * What a query has to know of a checkbox line besides the task that docket reads in it.
 */
#ifndef IMPORT_BOX_H
#define IMPORT_BOX_H

#include "base/str.h"
#include "docket/note.h"

/*
 * The fields as the Tasks plugin reads them, a JSON object of those that there are; a date that
 * does not exist is "!". Empty when docket reads the same.
 */
str box_fields(struct arena *arena, const struct docket_task *task);

/* A JSON array, empty text for none. */
str box_list(struct arena *arena, strs list);

#endif
