/*
 * The files that a watch told of. They are imported in place of all there are when that comes to
 * the same.
 */
#ifndef IMPORT_TOLD_H
#define IMPORT_TOLD_H

#include "import/run.h"

/* Imports the notes that the caller names; false, with nothing done, when all must be looked at. */
bool told_import(struct run *run);

#endif
