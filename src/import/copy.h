/*
 * Copies that programs for syncing leave beside a note when it was changed in two places:
 *
 *	Call (conflicted copy 2025-11-08).md      Dropbox, Nextcloud, Obsidian
 *	Call.sync-conflict-20251108-101112-ABCDEFG.md      Syncthing
 *	Call 2.md      iCloud; one only when it says the same as Call.md
 *
 * What such a file is depends on another one, so it is looked at in every import.
 */
#ifndef IMPORT_COPY_H
#define IMPORT_COPY_H

#include "import/run.h"

enum copy_kind {
	COPY_NONE,
	COPY_DIFFERS, /* from its original: all that both say counts */
	COPY_SAME     /* as its original: only what the original says counts */
};

struct copy {
	enum copy_kind kind;
	str original; /* its name, without folders */
};

/* Whether the file's name is that of a copy. */
bool copy_is_named(const char *path);

/* Whether that is what a copy of `original` is called. */
bool copy_is_of(const char *path, const char *original);

/* Compares a file that has these bytes with its original, when that is a note of the same folder.
 */
struct copy copy_find(struct run *run, const struct note_file *file, str bytes);

/* Writes the remark on a copy that was recorded. */
void copy_remark(struct run *run, const struct note_file *file, const struct copy *copy);

#endif
