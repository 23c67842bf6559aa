/*
 * Where a store may not be: among the notes. Programs that copy a vault to other machines would
 * copy a database while it changes.
 */
#ifndef IMPORT_OUTSIDE_H
#define IMPORT_OUTSIDE_H

#include "docket/store.h"

/*
 * Fails with DOCKET_INVALID when the store is below a vault or a folder that is to be imported.
 * What is in a hidden folder there, such as ~/.local, is not among its notes.
 */
bool outside_check(const char *path, const struct docket_import *import, struct docket_error *err);

#endif
