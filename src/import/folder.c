#include "import/folder.h"

#include "base/fail.h"
#include "import/roots.h"
#include "import/walk.h"

#include <string.h>

/* The part of a folder that one path of the command names. */
struct visit {
	struct run *run;
	const struct root *root;
	const char *base; /* the folder that is walked, the root's or one below */
	struct arena arena;
	struct {
		LIST(const char *)
	} failed;     /* paths that could not be looked into: what is below them stays */
	size_t met;   /* files that could be notes, read or not */
	size_t known; /* notes met that the folder had before */
};

static void
visit_entry(struct visit *visit, const struct walk_entry *entry)
{
	struct run *run = visit->run;
	visit->met++;
	if (entry->failure) {
		note_finish(run);
		*list_add(&visit->arena, &visit->failed) =
			str_terminated(&visit->arena, str_from(entry->path));
		if (entry->dangling)
			return;
		run_warn(run, "%s: cannot be read: %s", entry->path, entry->failure);
		run->result->failed++;
		return;
	}
	struct note_file file = { .root = visit->root,
		.path = entry->path,
		.name = entry->path + walk_names_from(visit->root->path),
		.stamp = file_stamp_from(&entry->status) };
	if (!walk_excludes(visit->root->excludes, file.name, false))
		visit->known += note_import(run, &file);
}

static bool
is_kept(const struct visit *visit, const char *path)
{
	if (!walk_is_below(path, visit->base))
		return true;
	for (size_t i = 0; i < visit->failed.count; i++)
		if (walk_is_below(path, visit->failed.items[i]))
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
		if (is_kept(visit, path.bytes))
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
			.name = note->path + walk_names_from(visit->root->path),
			.stamp = file_stamp_from(&status) };
		note_import(visit->run, &file);
	}
	missing->notes.count = kept;
	note_finish(visit->run);
}

/* Where a disk is not there, its folder is empty; part of one takes many notes along. */
static bool
may_be_unmounted(const struct visit *visit, const struct missing *missing)
{
	size_t most = visit->met ? MISSING_MOST : 1;
	return missing->gone > most && missing->gone * 2 > missing->known;
}

/* Notes that are gone leave; but a disk that is not there is not a folder that was emptied. */
static bool
drop_missing(struct visit *visit, struct docket_error *err)
{
	struct run *run = visit->run;
	struct missing missing = find_missing(visit);
	if (may_be_unmounted(visit, &missing) && !run->import->allow_mass_delete)
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

bool
folder_import(struct run *run, const struct root *root, const char *base, struct docket_error *err)
{
	struct visit visit = { .run = run, .root = root, .base = base };
	struct walk *walk = walk_open(base, walk_names_from(root->path), root->excludes);
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
