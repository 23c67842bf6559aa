#include "import/told.h"

#include "import/copy.h"
#include "import/roots.h"
#include "import/walk.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct told_file {
	const struct root *root;
	const char *path;
	bool met; /* it is there, and a walk of its folder would come to it */
	struct stat status;
};

struct told {
	struct run *run;
	struct {
		LIST(struct told_file)
	} files; /* in the order of a walk, each once */
};

/* Whether a walk of the folder comes to that name below it, were it there. */
static bool
is_walked(const struct root *root, const char *name)
{
	struct arena arena = { 0 };
	bool walked = walk_is_note(name) && name[0] != '.' && !strstr(name, "/.") &&
		      !walk_excludes(root->excludes, name, false);
	for (const char *slash = name; walked && (slash = strchr(slash, '/')); slash++) {
		str folder = { name, (size_t)(slash - name) };
		walked = !walk_excludes(root->excludes, str_terminated(&arena, folder), true);
	}
	arena_free(&arena);
	return walked;
}

/* Whether that file can be looked at by itself; links lead to what others may be met by. */
static bool
add_file(struct told *told, const char *path)
{
	struct told_file *file = list_add(&told->run->arena, &told->files);
	*file = (struct told_file){ .root = roots_find(told->run, path), .path = path };
	if (!file->root->folder || strcmp(file->root->path, "/") == 0 ||
		strcmp(file->root->path, path) == 0)
		return false;
	if (lstat(path, &file->status) != 0)
		return errno == ENOENT;
	file->met = is_walked(file->root, path + walk_names_from(file->root->path));
	return S_ISREG(file->status.st_mode);
}

/* What a copy counts for depends on its original: it is looked at with that one. */
static bool
add_copies(struct told *told, const char *original)
{
	struct run *run = told->run;
	bool added = true;
	struct statement *s = db_use(run->db, "paths_beginning");
	size_t dot = str_find_last_char(str_from(original), '.');
	bind_text(s, ":start", str_slice(str_from(original), 0, dot));
	while (added && statement_step(s)) {
		const char *path = str_copy(&run->arena, column_text(s, 0)).bytes;
		added = !copy_is_of(path, original) || add_file(told, path);
	}
	statement_reset(s);
	return added;
}

/* Whether every note but these is what it was, as far as its own file is not all of it. */
static bool
find_files(struct told *told)
{
	const struct docket_import *import = told->run->import;
	bool all = !import->note_count || import->full || told->run->writer->fresh;
	for (size_t i = 0; !all && i < told->run->roots.count; i++)
		all = told->run->roots.items[i].reread;
	for (size_t i = 0; !all && i < import->note_count; i++)
		all = !add_file(told, import->notes[i]);
	for (size_t i = 0; !all && i < import->note_count; i++)
		all = !add_copies(told, import->notes[i]);
	return !all;
}

/* A folder's end sorts before all that a name may go on with. */
static int
rank_of(char letter)
{
	return letter == '\0' ? 0 : letter == '/' ? 1 : (unsigned char)letter + 1;
}

/* In the order of a walk. */
static int
compare_files(const void *a, const void *b)
{
	const char *one = ((const struct told_file *)a)->path;
	const char *other = ((const struct told_file *)b)->path;
	for (; *one && *one == *other; one++)
		other++;
	return rank_of(*one) - rank_of(*other);
}

static void
sort_files(struct told *told)
{
	struct told_file *files = told->files.items;
	size_t kept = 1;
	qsort(files, told->files.count, sizeof(*files), compare_files);
	for (size_t i = 1; i < told->files.count; i++)
		if (compare_files(&files[kept - 1], &files[i]) != 0)
			files[kept++] = files[i];
	told->files.count = kept;
}

static void
import_file(struct run *run, const struct told_file *told)
{
	struct note_file file = { .root = told->root,
		.path = told->path,
		.name = told->path + walk_names_from(told->root->path),
		.stamp = file_stamp_from(&told->status) };
	note_import(run, &file);
}

static void
forget_file(struct run *run, const struct told_file *told)
{
	struct statement *s = db_use(run->db, "find_note");
	bind_text(s, ":path", str_from(told->path));
	long long note = statement_number(s, 0);
	if (!note)
		return;
	record_forget(run, note);
	run_tell(run, DOCKET_CHANGE_REMOVED, told->path);
	run->result->removed++;
}

static size_t
count_missing(const struct told *told)
{
	size_t count = 0;
	for (size_t i = 0; i < told->files.count; i++)
		count += !told->files.items[i].met;
	return count;
}

bool
told_import(struct run *run)
{
	struct told told = { .run = run };
	if (!find_files(&told))
		return false;
	sort_files(&told);
	if (count_missing(&told) > MISSING_MOST) /* an import of all judges it */
		return false;
	const struct told_file *files = told.files.items;
	for (size_t i = 0; i < told.files.count && !run->stopped; i++)
		if (files[i].met)
			import_file(run, &files[i]);
	note_finish(run);
	for (size_t i = 0; i < told.files.count && !run->stopped; i++)
		if (!files[i].met)
			forget_file(run, &files[i]);
	return true;
}
