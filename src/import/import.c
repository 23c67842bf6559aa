/* A folder of notes -> the store; the only place where reading meets storing. */
#include "base/fail.h"
#include "import/known.h"
#include "import/outside.h"
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

/* The part of a folder that one path of the command names. */
struct visit {
	struct run *run;
	const struct root *root;
	const char *base; /* the folder that is walked, the root's or one below */
	struct arena arena;
	struct {
		LIST(str)
	} failed;     /* paths that could not be looked into: what is below them stays */
	size_t known; /* notes met that the folder had before */
};

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

static void
visit_entry(struct visit *visit, const struct walk_entry *entry)
{
	struct run *run = visit->run;
	if (entry->failure) {
		note_finish(run);
		*list_add(&visit->arena, &visit->failed) =
			str_copy(&visit->arena, str_from(entry->path));
		if (entry->dangling)
			return;
		run_warn(run, "%s: cannot be read: %s", entry->path, entry->failure);
		run->result->failed++;
		return;
	}
	struct note_file file = { .root = visit->root,
		.path = entry->path,
		.name = entry->path + strlen(visit->root->path) + 1,
		.stamp = file_stamp_from(&entry->status) };
	if (!walk_excludes(visit->root->excludes, file.name, false))
		visit->known += note_import(run, &file);
}

static bool
is_below(str path, str folder)
{
	return str_starts(path, folder) &&
	       (path.length == folder.length || path.bytes[folder.length] == '/');
}

static bool
is_kept(const struct visit *visit, str path)
{
	if (!is_below(path, str_from(visit->base)))
		return true;
	for (size_t i = 0; i < visit->failed.count; i++)
		if (is_below(path, visit->failed.items[i]))
			return true;
	return false;
}

struct missing_note {
	long long id;
	const char *path;
};

/* The notes of the folder that were not met; counts all of it, and those whose file is gone. */
struct missing {
	struct {
		LIST(struct missing_note)
	} notes;
	size_t known, gone;
};

static struct missing
find_missing(struct visit *visit)
{
	struct missing missing = { 0 };
	if (visit->root->note_count && visit->known == visit->root->note_count)
		return missing;
	struct statement *s = db_use(visit->run->db, "notes_of_folder");
	bind_number(s, ":folder", visit->root->folder);
	while (statement_step(s)) {
		str path = column_text(s, 1);
		if (is_kept(visit, path))
			continue;
		missing.known++;
		if (note_was_seen(visit->run, column_number(s, 0)))
			continue;
		struct stat status;
		missing.gone += lstat(path.bytes, &status) != 0;
		*list_add(&visit->arena, &missing.notes) =
			(struct missing_note){ column_number(s, 0),
				str_copy(&visit->arena, path).bytes };
	}
	return missing;
}

/* Files without a note's ending were named outright: the walk does not meet them. */
static void
import_named(struct visit *visit, struct missing *missing)
{
	size_t kept = 0;
	for (size_t i = 0; i < missing->notes.count; i++) {
		const struct missing_note *note = &missing->notes.items[i];
		struct stat status;
		if (walk_is_note(note->path) || stat(note->path, &status) != 0) {
			missing->notes.items[kept++] = *note;
			continue;
		}
		struct note_file file = { .root = visit->root,
			.path = note->path,
			.name = note->path + strlen(visit->root->path) + 1,
			.stamp = file_stamp_from(&status) };
		note_import(visit->run, &file);
	}
	missing->notes.count = kept;
	note_finish(visit->run);
}

/* Notes that are gone leave; but a disk that is not there is not a folder that was emptied. */
static bool
drop_missing(struct visit *visit, struct docket_error *err)
{
	struct run *run = visit->run;
	struct missing missing = find_missing(visit);
	if (missing.gone > MISSING_MOST && missing.gone * 2 > missing.known &&
		!run->import->allow_mass_delete)
		return fail(err, DOCKET_FAILED,
			"%s: %zu of %zu known notes are gone; is the disk mounted? Nothing was "
			"dropped. If "
			"they are meant to be gone: docket import --allow-mass-delete",
			visit->base, missing.gone, missing.known);
	import_named(visit, &missing);
	for (size_t i = 0; i < missing.notes.count; i++) {
		record_forget(run, missing.notes.items[i].id);
		run_tell(run, DOCKET_CHANGE_REMOVED, missing.notes.items[i].path);
	}
	run->result->removed += missing.notes.count;
	return true;
}

static bool
import_folder(struct run *run, const struct root *root, const char *base, struct docket_error *err)
{
	struct visit visit = { .run = run, .root = root, .base = base };
	struct walk *walk = walk_open(base, strlen(root->path) + 1, root->excludes);
	struct walk_entry entry;
	while (!run->stopped && walk_next(walk, &entry))
		visit_entry(&visit, &entry);
	note_finish(run);
	const char *failure = walk_failure(walk);
	if (failure) {
		run_warn(run, "%s: cannot be read: %s", base, failure);
		run->result->failed++;
	}
	bool done = run->stopped || failure || drop_missing(&visit, err);
	walk_close(walk);
	arena_free(&visit.arena);
	return done;
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
		return import_folder(run, root, path, err);
	struct note_file file = { .root = root, .path = path, .stamp = file_stamp_from(&status) };
	const char *slash = strrchr(path, '/');
	file.name = root->folder ? path + strlen(root->path) + 1 : slash ? slash + 1 : path;
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
	db_execute_file(run->db, "people_settle");
	db_execute_file(run->db, "names_settle");
	meetings_resolve(run);
	series_resolve(run);
	items_resolve(run);
	db_execute_file(run->db, run->writer->fresh ? "search_build" : "search_add");
	begin_journal(run);
	db_execute_file(run->db, run->writer->fresh ? "journal_write_all" : "journal_write");
	store_has_journal(run->writer);
	if (!run->writer->fresh)
		db_execute_file(run->db, "journal_superseded");
	db_execute_file(run->db, "people_leave");
	db_execute_file(run->db, run->writer->fresh ? "count_totals" : "totals_settle");
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
	for (size_t i = 0; run->import->progress && i < run->paths.count; i++) {
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
	if (!roots_open(run, err))
		return false;
	db_execute_file(run->db, "import_begin");
	run->next_mention = statement_number(db_use(run->db, "next_mention"), 1);
	people_configure(run);
	if (!import_paths(run, err))
		return false;
	if (run->writer->fresh && !run->result->seen && run->result->failed)
		return fail(err, DOCKET_NOT_FOUND, "nothing was imported");
	if (run->stopped)
		return fail(err, DOCKET_INTERRUPTED,
			"stopped after %zu notes; the store is as it was", run->result->seen);
	roots_save(run);
	if (run->writer->fresh || run->changed)
		resolve(run);
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
	readers_free(run.readers);
	vault_leave(run.place);
	free(run.seen);
	arena_free(&run.arena);
	arena_free(&run.scratch);
	result->seconds = (double)(now_ns(CLOCK_MONOTONIC) - begun) / 1e9;
	return done;
}
