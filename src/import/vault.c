/* Which vault a note is of: paths in queries begin there. */
#include "import/run.h"

#include <string.h>

/* The folder with .obsidian, else the imported one, else the one that the file is in. */
static str
find_folder(const struct run *run, const struct note_file *file)
{
	const char *root = docket_vault_root(run->vault);
	if (!root && file->root->folder)
		root = file->root->path;
	if (root)
		return str_from(root);
	str path = str_from(file->path);
	return str_slice(path, 0, str_find_last_char(path, '/'));
}

long long
vault_of_note(struct run *run, const struct note_file *file)
{
	if (run->vault_row)
		return run->vault_row;
	struct arena arena = { 0 };
	str folder = find_folder(run, file);
	bool top = str_equal(folder, STR("/"));
	struct statement *s = db_use(run->db, "insert_vault");
	bind_text(s, ":path", str_format(&arena, "%.*s%s", STR_ARG(folder), top ? "" : "/"));
	bind_text(s, ":filter", docket_vault_reading(run->vault).global_filter);
	run->vault_row = statement_number(s, 0);
	arena_free(&arena);
	return run->vault_row;
}
