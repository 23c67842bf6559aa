/*
 * Waiting for notes to change, so that they can be imported when they do:
 *
 *	struct docket_watch *watch = docket_watch_new(paths, count, &err);
 *	while (watch && !stop)
 *		if (docket_watch_wait(watch, 1000)) {
 *			import.notes = docket_watch_notes(watch, &import.note_count);
 *			docket_store_import(path, &import, &result, &err);
 *		}
 *	docket_watch_free(watch);
 *
 * Changes are told by the kernel (inotify) where it does that. Elsewhere, and where it has no more
 * room for folders, every two seconds may have changed something.
 */
#ifndef DOCKET_WATCH_H
#define DOCKET_WATCH_H

#include <docket/error.h>

#include <stdbool.h>
#include <stddef.h>

struct docket_watch;

/*
 * Watches the folders with all below them, and the files, from now on: import after this, and
 * nothing is missed. Fails with DOCKET_NOT_FOUND when a path is not there. The caller frees it.
 */
DOCKET_API struct docket_watch *docket_watch_new(
	const char *const *paths, size_t count, struct docket_error *err);

/*
 * Waits until notes or a folder's configuration changed and it has been quiet for a moment since,
 * so that a burst of changes is one; gives false after `milliseconds` without a change, or when a
 * signal was caught.
 */
DOCKET_API bool docket_watch_wait(struct docket_watch *watch, int milliseconds);

/*
 * The notes that the last wait was about: each is new, changed or gone. Their paths are absolute
 * and valid until the next wait. None: anything may have changed. Who fails to import them imports
 * everything the next time.
 */
DOCKET_API const char *const *docket_watch_notes(const struct docket_watch *watch, size_t *count);

/* NULL is allowed. */
DOCKET_API void docket_watch_free(struct docket_watch *watch);

#endif
