/*
 * The notes below a folder: *.md and *.markdown, by name, folder by folder. Names beginning with a
 * dot are skipped, but those that iCloud leaves for notes which it has not downloaded. A symbolic
 * link is followed when it leads out of the folder, once; what it reaches inside is found anyway.
 */
#ifndef IMPORT_WALK_H
#define IMPORT_WALK_H

#include "base/str.h"

#include <sys/stat.h>

struct walk;

struct walk_entry {
	const char *path; /* the folder's path, a slash, and `name`; valid until the next entry */
	const char *name; /* below the folder */
	const char *failure; /* why this file or folder cannot be looked into; NULL: it can */
	bool dangling;       /* it is a link that leads nowhere just now: its failure is no news */
	struct stat status;
};

/*
 * `root` is an existing folder. `excludes` are globs of names or of
 * paths from byte `names_from` on; one that ends in a slash is meant for folders. They must outlive
 * the walk.
 */
struct walk *walk_open(const char *root, size_t names_from, strs excludes);

/* Why the root itself cannot be read; NULL: it can. */
const char *walk_failure(const struct walk *walk);

bool walk_next(struct walk *walk, struct walk_entry *entry);
void walk_close(struct walk *walk);

/* Whether a path is that of the folder, or of something in it; both absolute. */
bool walk_is_below(const char *path, const char *folder);

/* Where the names of what is in an absolute folder begin in its path. */
size_t walk_names_from(const char *folder);

/* Whether a path has a note's ending. */
bool walk_is_note(const char *path);

/* Whether a glob of `excludes` fits `name`, a path below the root. */
bool walk_excludes(strs excludes, const char *name, bool folder);

#endif
