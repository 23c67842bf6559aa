/* docket import --watch */
#include "importing.h"

#include "commands.h"
#include "fault.h"
#include "json.h"
#include "text.h"

#include <docket.h>

#include <stdlib.h>
#include <string.h>

enum { LOOK_MS = 1000 }; /* between looks whether to stop */

static const char *const names[] = { [DOCKET_CHANGE_NEW] = "new",
	[DOCKET_CHANGE_CHANGED] = "changed",
	[DOCKET_CHANGE_REMOVED] = "removed" };

/* A line for a note: kept, for it counts only when the import is done. */
static void
keep_change(void *context, enum docket_change change, const char *path)
{
	const struct progress *progress = context;
	if (!import_wants_json(progress->invocation)) {
		text_format(progress->changes, "%s ", names[change]);
		text_add_shown(progress->changes, docket_str(path));
		text_add_char(progress->changes, '\n');
		return;
	}
	const struct docket_value items[] = {
		{ .type = DOCKET_TEXT,
			.name = docket_str("event"),
			.text = docket_str(names[change]) },
		{ .type = DOCKET_TEXT, .name = docket_str("path"), .text = docket_str(path) },
	};
	const struct docket_value map = { .type = DOCKET_MAP, .items = items, .count = 2 };
	json_add(progress->changes, &map, 0, 0);
	text_add_char(progress->changes, '\n');
}

/* One import; false when something could not be read or done now, and may be later. */
static bool
import_now(struct invocation *invocation, const struct docket_import *import)
{
	struct progress *progress = import->context;
	struct docket_error err = { 0 };
	struct docket_import_result result;
	text_clear(progress->changes);
	import_begin_line(progress);
	bool done = docket_store_import(invocation->store_path, import, &result, &err);
	import_clear_line(progress);
	if (!done && err.code != DOCKET_INTERRUPTED)
		report_error(&err);
	if (!done || !(result.added || result.changed || result.removed))
		return done && !result.failed;
	fwrite(progress->changes->bytes, 1, progress->changes->length, stdout);
	if (!import_wants_json(invocation))
		import_print_summary(invocation, &result);
	fflush(stdout);
	return !result.failed;
}

/* Imports whenever notes change: only those that did, when all others are in the store. */
static void
go_on(struct invocation *invocation, struct docket_import *import, struct docket_watch *watch)
{
	bool complete = import_now(invocation, import);
	import->full = false;
	import->without_total = true; /* few changed, and counting all would take longer */
	while (!import_interrupted() && !ferror(stdout)) {
		if (!docket_watch_wait(watch, LOOK_MS))
			continue;
		import->notes = docket_watch_notes(watch, &import->note_count);
		if (!complete)
			import->note_count = 0;
		complete = import_now(invocation, import);
	}
}

/* The paths that an import without any reads, for the caller to free with what is in it. */
static const char **
find_paths(const struct invocation *invocation, size_t *count, struct docket_error *err)
{
	struct docket_store *store = docket_store_open(invocation->store_path, err);
	struct docket_rows *rows = store ? docket_folders(store, err) : NULL;
	const struct docket_value *row;
	const char **paths = NULL;
	size_t capacity = 0;
	for (*count = 0; rows && (row = docket_rows_next(rows, err)); ++*count) {
		struct docket_str path = row->items[0].text;
		paths = text_grow(paths, *count + 1, &capacity, sizeof(*paths));
		paths[*count] = strndup(path.bytes, path.length);
	}
	docket_rows_free(rows);
	docket_store_close(store);
	return paths;
}

static struct docket_watch *
begin(const struct invocation *invocation, const struct docket_import *import,
	struct docket_error *err)
{
	if (import->path_count)
		return docket_watch_new(import->paths, import->path_count, err);
	size_t count = 0;
	const char **paths = find_paths(invocation, &count, err);
	struct docket_watch *watch = count ? docket_watch_new(paths, count, err) : NULL;
	if (!count && err->code == DOCKET_OK)
		fault(err, DOCKET_NOT_FOUND,
			"no folder was imported yet; name one: docket import "
			"--watch FOLDER");
	for (size_t i = 0; i < count; i++)
		free((void *)paths[i]);
	free(paths);
	return watch;
}

int
import_watch(struct invocation *invocation, struct docket_import *import)
{
	struct docket_error err = { 0 };
	struct text changes = { 0 };
	((struct progress *)import->context)->changes = &changes;
	import->changed = keep_change;
	struct docket_watch *watch = begin(invocation, import, &err);
	if (!watch)
		return report_error(&err);
	message(invocation, "docket: watching; stop with Ctrl-C");
	go_on(invocation, import, watch);
	docket_watch_free(watch);
	text_free(&changes);
	return import_interrupted() ? EXIT_INTERRUPTED : EXIT_DONE;
}
