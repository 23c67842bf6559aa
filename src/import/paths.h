/*
 * The files and folders that an import looks at: those given, or those that were imported before.
 */
#ifndef IMPORT_PATHS_H
#define IMPORT_PATHS_H

#include "import/run.h"

/* Fills `paths` and `roots` of the run. Folders given for the first time are remembered. */
bool paths_open(struct run *run, struct docket_error *err);

#endif
