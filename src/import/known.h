/*
 * The files that are certainly what they were: those whose path, size, times and inode together
 * are what the store knows. A whole folder is asked for at once, which is far cheaper than file by
 * file.
 */
#ifndef IMPORT_KNOWN_H
#define IMPORT_KNOWN_H

#include "import/run.h"

/* The stamps of each folder that is to be imported whole. */
void known_load(struct run *run);

/* Of path, size, times and inode; 0 when a change within the clock's tick would not show. */
long long known_stamp(const struct run *run, const struct note_file *file);

/* The note whose file has this stamp, among those loaded; 0: none. */
long long known_find(const struct root *root, long long stamp);

#endif
