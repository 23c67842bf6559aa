/*
 * The folders that are imported, and the configuration that holds for each.
 */
#ifndef IMPORT_ROOTS_H
#define IMPORT_ROOTS_H

#include "import/run.h"

/* Adds the place of files named outright, and the folders that are remembered. */
bool roots_add_known(struct run *run, struct docket_error *err);

/* Adds a folder, which is remembered from now on. */
bool roots_remember(struct run *run, const char *path, struct docket_error *err);

/* The innermost folder that holds the path, else the root of files named outright. */
const struct root *roots_find(const struct run *run, const char *path);

/*
 * Whether files are named outright, now or before: only then the user's configuration counts by
 * itself, and not just under that of a folder.
 */
bool roots_has_outright(struct run *run);

/* The folder is gone for good. */
void roots_forget(struct run *run, const struct root *root);

/* Remembers the configuration that notes were read with. */
void roots_save(struct run *run);

void roots_close(struct run *run);

#endif
