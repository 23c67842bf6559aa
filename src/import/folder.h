/*
 * A folder of notes: what is there is imported, what is gone leaves.
 */
#ifndef IMPORT_FOLDER_H
#define IMPORT_FOLDER_H

#include "import/run.h"

/* `base` is the root's folder, or one below it that is imported alone. */
bool folder_import(
	struct run *run, const struct root *root, const char *base, struct docket_error *err);

#endif
