/* A folder of notes -> the store; the only place where reading meets storing. */
#include "base/fail.h"
#include "import/folder.h"
#include "import/known.h"
#include "import/outside.h"
#include "import/paths.h"
#include "import/readers.h"
#include "import/roots.h"
#include "import/run.h"
#include "import/told.h"
#include "import/walk.h"

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void
run_warn(const struct run *run, const char *format, ...)
{
	char message[PATH_MAX + 512];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	if (run->import->warn)
		run->import->warn(run->import->context, message);
}

void
run_tell(const struct run *run, enum docket_change change, const char *path)
{
	if (run->import->changed)
		run->import->changed(run->import->context, change, path);
}

/*
 * A file that was named outright is gone when its folder is still there; a whole folder may be on a
 * disk that is not, so that has to be said.
 */
static bool
forget_path(struct run *run, const struct root *root, const char *path)
{
	struct stat status;
	struct arena arena = { 0 };
	size_t slash = str_find_last_char(str_from(path), '/');
	const char *above = str_terminated(&arena, (str){ path, slash ? slash : 1 });
	bool known_folder = root->folder && strcmp(root->path, path) == 0;
	bool forget = !known_folder ? stat(above, &status) == 0 : run->import->allow_mass_delete;
	arena_free(&arena);
	struct statement *s = db_use(run->db, known_folder ? "notes_of_folder" : "outright_note");
	if (known_folder)
		bind_number(s, ":folder", root->folder);
	else
		bind_text(s, ":path", str_from(path));
	struct {
		LIST(long long)
	} notes = { 0 };
	while (forget && statement_step(s))
		*list_add(&run->arena, &notes) = column_number(s, 0);
	statement_reset(s);
	for (size_t i = 0; i < notes.count; i++)
		record_forget(run, notes.items[i]);
	run->result->removed += notes.count;
	if (notes.count && !known_folder)
		run_tell(run, DOCKET_CHANGE_REMOVED, path);
	if (known_folder && forget)
		roots_forget(run, root);
	return forget && (notes.count || known_folder);
}

/* As stat(2); what stands in place of a folder that was imported is as good as gone. */
static bool
find_path(const struct root *root, const char *path, struct stat *status)
{
	if (stat(path, status) != 0)
		return false;
	errno = ENOTDIR;
	return S_ISDIR(status->st_mode) || !root->folder || strcmp(root->path, path) != 0;
}

static bool
import_path(struct run *run, const char *path, struct docket_error *err)
{
	struct stat status;
	const struct root *root = roots_find(run, path);
	if (!find_path(root, path, &status)) {
		if ((errno == ENOENT || errno == ENOTDIR) && forget_path(run, root, path))
			return true;
		run_warn(run, "%s: %s%s", path, strerror(errno),
			root->folder ? "; if it is gone for good: docket import --allow-mass-delete"
				     : "");
		run->result->failed++;
		return true;
	}
	if (S_ISDIR(status.st_mode))
		return folder_import(run, root, path, err);
	struct note_file file = { .root = root, .path = path, .stamp = file_stamp_from(&status) };
	const char *slash = strrchr(path, '/');
	file.name = root->folder ? path + walk_names_from(root->path) : slash ? slash + 1 : path;
	note_import(run, &file);
	note_finish(run);
	return true;
}

static void
begin_journal(struct run *run)
{
	char at[32];
	time_t now = (time_t)(run->started_ns / 1000000000);
	struct tm utc;
	strftime(at, sizeof(at), "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &utc));
	struct statement *s = db_use(run->db, "journal_begin");
	bind_text(s, ":at", str_from(at));
	statement_run(s);
}

/* Everything that follows from the notes read. */
static void
resolve(struct run *run)
{
	store_has_notes(run->writer);
	if (run->writer->fresh)
		record_part_keys(run);
	db_execute_file(run->db, "names_settle");
	db_execute_file(run->db, "people_settle");
	meetings_resolve(run);
	series_resolve(run);
	store_has_meetings(run->writer);
	items_resolve(run);
	begin_journal(run);
	db_execute_file(run->db, run->writer->fresh ? "journal_write_all" : "journal_write");
	store_has_journal(run->writer);
	if (!run->writer->fresh)
		db_execute_file(run->db, "journal_superseded");
	/* After what sorts: words leave memory in pieces that are too small for that. */
	db_execute_file(run->db, run->writer->fresh ? "search_build" : "search_add");
	db_execute_file(run->db, "people_leave");
	db_execute_file(run->db, run->writer->fresh ? "count_totals" : "totals_settle");
}

/* While tasks are put together, which takes longer than reading where there are many. */
static int
ask_to_stop(void *context)
{
	struct run *run = context;
	size_t seen = run->result->seen;
	if (!run->import->progress(run->import->context, seen, run->total ? seen : 0))
		run->stopped = true;
	return run->stopped;
}

static void
resolve_watched(struct run *run)
{
	if (run->import->progress)
		db_watch(run->db, ask_to_stop, run);
	resolve(run);
	db_watch(run->db, NULL, NULL);
}

static bool
fail_stopped(const struct run *run, struct docket_error *err)
{
	return fail(err, DOCKET_INTERRUPTED, "stopped after %zu notes; the store is as it was",
		run->result->seen);
}

static void
count_one(void *context, const char *note)
{
	(void)note;
	++*(size_t *)context;
}

/* For whoever watches: about as many as there were, or, where none were, those that are there. */
static void
count_notes(struct run *run)
{
	bool wanted = run->import->progress && !run->import->without_total;
	for (size_t i = 0; wanted && i < run->paths.count; i++) {
		const struct root *root = roots_find(run, run->paths.items[i]);
		if (root->note_count)
			run->total += root->note_count;
		else
			docket_notes_find(run->paths.items[i], run->import->config, count_one,
				&run->total, NULL);
	}
}

static bool
import_paths(struct run *run, struct docket_error *err)
{
	if (told_import(run))
		return true;
	known_load(run);
	count_notes(run);
	for (size_t i = 0; i < run->paths.count && !run->stopped; i++)
		if (!import_path(run, run->paths.items[i], err))
			return false;
	return true;
}

static bool
import_all(struct run *run, struct docket_error *err)
{
	if (!paths_open(run, err))
		return false;
	db_execute_file(run->db, "import_begin");
	run->next_mention = statement_number(db_use(run->db, "next_mention"), 1);
	people_configure(run);
	if (!import_paths(run, err))
		return false;
	if (run->writer->fresh && !run->result->seen && run->result->failed)
		return fail(err, DOCKET_NOT_FOUND, "nothing was imported");
	if (run->stopped)
		return fail_stopped(run, err);
	roots_save(run);
	if (run->writer->fresh || run->changed)
		resolve_watched(run);
	if (run->stopped)
		return fail_stopped(run, err);
	totals_count(run);
	return !db_failed(run->db, err);
}

static long long
now_ns(clockid_t clock)
{
	struct timespec now;
	clock_gettime(clock, &now);
	return (long long)now.tv_sec * 1000000000 + now.tv_nsec;
}

bool
docket_store_import(const char *path, const struct docket_import *import,
	struct docket_import_result *result, struct docket_error *err)
{
	long long begun = now_ns(CLOCK_MONOTONIC);
	*result = (struct docket_import_result){ 0 };
	struct store_writer *writer =
		outside_check(path, import, err) ? store_write(path, err) : NULL;
	if (!writer)
		return false;
	writer->dry = import->dry_run;
	struct run run = { .writer = writer,
		.db = writer->db,
		.import = import,
		.result = result,
		.started_ns = now_ns(CLOCK_REALTIME),
		.people = people_new(),
		.readers = readers_new(import->jobs) };
	bool done = import_all(&run, err);
	if (done && !import->dry_run)
		done = store_commit(writer, err);
	else
		store_abandon(writer);
	roots_close(&run);
	people_free(run.people);
	workers_free(run.readers);
	vault_leave(run.place);
	free(run.seen);
	arena_free(&run.arena);
	arena_free(&run.scratch);
	result->seconds = (double)(now_ns(CLOCK_MONOTONIC) - begun) / 1e9;
	return done;
}
