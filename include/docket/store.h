/*
 * The store: a SQLite file that holds what was read from the notes.
 *
 *	struct docket_store *store = docket_store_open(path, &err);
 *	...
 *	docket_store_close(store);
 *
 * The store can be deleted at any time: import makes it again from the notes. Only its journal of
 * changes cannot be made again.
 */
#ifndef DOCKET_STORE_H
#define DOCKET_STORE_H

#include <docket/directory.h>
#include <docket/note.h>

struct docket_store;

/*
 * Opens a store for reports; never writes to it. From the first question on they are all about the
 * store as it was then. DOCKET_NOT_FOUND: there is none yet;
 * DOCKET_NOT_A_STORE: the file is something else and is left alone; DOCKET_OUTDATED: made by
 * another version of docket, the next import rebuilds it.
 */
DOCKET_API struct docket_store *docket_store_open(const char *path, struct docket_error *err);

/*
 * Ends all rows and answers that are still being read, so that they can only be freed; the next
 * question is about the store as it is by then. Until this is called, or the store closed, an
 * import may wait and fail with DOCKET_BUSY: so call it before something that takes long, as
 * showing a result can. NULL is allowed.
 */
DOCKET_API void docket_store_release(struct docket_store *store);

/* NULL is allowed. */
DOCKET_API void docket_store_close(struct docket_store *store);

/* What an import met. */
enum docket_change { DOCKET_CHANGE_NEW, DOCKET_CHANGE_CHANGED, DOCKET_CHANGE_REMOVED };

/*
 * What an import is told. Zero is a sensible value for everything. Besides `config`, the file
 * .docket.yaml of each imported folder counts for its notes.
 */
struct docket_import {
	const char *config;       /* the user's configuration; NULL: none */
	const char *const *paths; /* files and folders; none: every folder known */
	size_t path_count;
	/*
	 * What docket_watch_notes gives: of what was imported before, only these files may have
	 * changed since. All is looked at nevertheless when they cannot be told by themselves.
	 */
	const char *const *notes;
	size_t note_count;
	struct docket_strs excludes; /* globs besides the configured ones */
	size_t jobs;                 /* notes read at a time; 0: one for each processor */
	bool full;                   /* read everything again */
	bool dry_run;                /* leave the store as it is */
	bool allow_mass_delete;      /* even when most known notes have vanished */
	/*
	 * Called after every note from the importing thread, with how many there are (about; some
	 * may be excluded); false asks to stop. Where many follow from them, it is called from time
	 * to time with all of them done, while that is put together. NULL: never called.
	 */
	bool (*progress)(void *context, size_t done, size_t total);
	/* That number is 0: to count the notes beforehand, their folders are walked twice. */
	bool without_total;
	/* Called for each file, folder or setting that could not be read. NULL: never called. */
	void (*warn)(void *context, const char *message);
	/* Called for each note that is new, changed or gone, before that is saved. NULL: never. */
	void (*changed)(void *context, enum docket_change change, const char *path);
	void *context;
};

/* What an import did, and what the notes that it met hold now. */
struct docket_import_result {
	size_t seen, added, changed, unchanged, removed, failed; /* notes */
	size_t tasks, task_mentions, decisions, decision_mentions;
	size_t people, accounts, remarks;
	double seconds;
};

/*
 * Brings the store at `path` up to date with the notes, making it (mode 0600, its folder 0700)
 * when there is none. All or nothing: on failure the store is as it was. Waits up to five
 * seconds for another import, then fails with DOCKET_BUSY. Files that cannot be read are skipped,
 * counted in `failed`, and what the store knew of them stays.
 */
DOCKET_API bool docket_store_import(const char *path, const struct docket_import *import,
	struct docket_import_result *result, struct docket_error *err);

/*
 * Calls `found` for every note below a folder (*.md, *.markdown), as an import would meet them; for
 * a path that is no folder, once. What is excluded by `config`, the user's configuration (may be
 * NULL), or by the nearest .docket.yaml, in the folder or above, is left out. Fails when the path
 * is not there, or the folder or a configuration cannot be read.
 */
DOCKET_API bool docket_notes_find(const char *path, const char *config,
	void (*found)(void *context, const char *note), void *context, struct docket_error *err);

/*
 * Reads .docket.yaml of every imported folder over what the directory holds, which is as an import
 * does it; folders without one are passed over.
 */
DOCKET_API void docket_store_configure(
	const struct docket_store *store, struct docket_directory *directory);

/*
 * Whether the configuration is another one than at the last import: reports then still show
 * people and accounts as they were resolved before. `config` may be NULL.
 */
DOCKET_API bool docket_store_is_stale(const struct docket_store *store, const char *config);

#endif
