/* Which vault a note is of: paths in queries begin there. */
#include "import/run.h"

#include <stdlib.h>
#include <string.h>

void
vault_leave(struct place *place)
{
	if (!place || --place->users)
		return;
	docket_vault_free(place->vault);
	free(place->folder);
	free(place);
}

struct place *
vault_place(struct run *run, const char *path)
{
	const char *slash = strrchr(path, '/');
	str folder = { path, slash ? (size_t)(slash - path) : 0 };
	if (!run->place || !str_equal(str_from(run->place->folder), folder)) {
		vault_leave(run->place);
		run->place = memory_alloc(sizeof(*run->place));
		run->place->folder = memory_alloc(folder.length + 1);
		memcpy(run->place->folder, folder.bytes, folder.length);
		run->place->vault = docket_vault_find(path);
		run->place->users = 1;
	}
	run->place->users++;
	return run->place;
}

void
vault_warn(struct run *run, const struct note_file *file)
{
	str warning = docket_vault_warning(file->place->vault);
	if (str_equal(warning, run->vault_warning))
		return;
	if (warning.length)
		run_warn(run, "%.*s", STR_ARG(warning));
	run->vault_warning = str_copy(&run->arena, warning);
}

/* The folder with .obsidian, else the imported one, else the one that the file is in. */
static str
find_folder(const struct note_file *file)
{
	const char *root = docket_vault_root(file->place->vault);
	if (!root && file->root->folder)
		root = file->root->path;
	return str_from(root ? root : file->place->folder);
}

long long
vault_of_note(struct run *run, const struct note_file *file)
{
	struct place *place = file->place;
	if (place->row)
		return place->row;
	struct arena arena = { 0 };
	str folder = find_folder(file);
	bool top = str_equal(folder, STR("/"));
	struct statement *s = db_use(run->db, "insert_vault");
	bind_text(s, ":path", str_format(&arena, "%.*s%s", STR_ARG(folder), top ? "" : "/"));
	bind_text(s, ":filter", docket_vault_reading(place->vault).global_filter);
	place->row = statement_number(s, 0);
	arena_free(&arena);
	return place->row;
}
