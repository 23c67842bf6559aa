#include "import/roots.h"

#include "import/configuration.h"
#include "import/walk.h"

#include <string.h>
#include <unistd.h>

static strs
join_lists(struct arena *arena, strs a, strs b)
{
	str *items = arena_array(arena, a.count + b.count, sizeof(*items));
	for (size_t i = 0; i < a.count; i++)
		items[i] = a.items[i];
	for (size_t i = 0; i < b.count; i++)
		items[a.count + i] = b.items[i];
	return (strs){ items, a.count + b.count };
}

/* `known` is the fingerprint of the configuration its notes were read with; empty when new. */
static bool
add_root(struct run *run, str path, long long folder, str known, struct docket_error *err)
{
	struct docket_directory *directory = configuration_read(run->import->config, path, err);
	if (!directory)
		return false;
	struct root *root = list_add(&run->arena, &run->roots);
	configuration_name(directory, path, root->fingerprint);
	root->path = str_terminated(&run->arena, path);
	root->folder = folder;
	root->directory = directory;
	/* A folder that is not there now has not another configuration for that. */
	bool there = !folder || access(root->path, R_OK) == 0;
	root->reread = there && !str_equal(known, str_from(root->fingerprint));
	root->task_headings = directory_list(directory, DIRECTORY_TASK_HEADINGS);
	root->decision_headings = directory_list(directory, DIRECTORY_DECISION_HEADINGS);
	root->excludes = join_lists(
		&run->arena, directory_list(directory, DIRECTORY_EXCLUDE), run->import->excludes);
	/* Every root has read the user's own configuration: its warnings come with the first. */
	strs warnings = docket_directory_warnings(directory);
	strs said = run->roots.count > 1 ? docket_directory_warnings(run->roots.items[0].directory)
					 : (strs){ 0 };
	for (size_t i = said.count; i < warnings.count; i++)
		run_warn(run, "%.*s", STR_ARG(warnings.items[i]));
	return true;
}

bool
roots_add_known(struct run *run, struct docket_error *err)
{
	struct statement *s = db_use(run->db, "find_setting");
	bind_text(s, ":name", STR("directory"));
	str known = statement_step(s) ? str_copy(&run->arena, column_text(s, 0)) : (str){ 0 };
	statement_reset(s);
	if (!add_root(run, (str){ "", 0 }, 0, known, err))
		return false;
	s = db_use(run->db, "all_folders");
	bool added = true;
	while (added && statement_step(s))
		added = add_root(
			run, column_text(s, 1), column_number(s, 0), column_text(s, 2), err);
	statement_reset(s);
	return added;
}

/* Folders inside the new one are part of it from now on. */
static void
adopt_folders(struct run *run, const char *path, long long folder)
{
	size_t kept = 0;
	for (size_t i = 0; i < run->roots.count; i++) {
		struct root *root = &run->roots.items[i];
		if (!root->folder || !walk_is_below(root->path, path)) {
			run->roots.items[kept++] = *root;
			continue;
		}
		struct statement *s = db_use(run->db, "adopt_notes");
		bind_number(s, ":from", root->folder);
		bind_number(s, ":to", folder);
		statement_run(s);
		s = db_use(run->db, "delete_folder");
		bind_number(s, ":id", root->folder);
		statement_run(s);
		docket_directory_free(root->directory);
	}
	run->roots.count = kept;
}

bool
roots_remember(struct run *run, const char *path, struct docket_error *err)
{
	store_begin(run->writer);
	struct statement *s = db_use(run->db, "insert_folder");
	bind_text(s, ":path", str_from(path));
	long long folder = statement_number(s, 0);
	adopt_folders(run, path, folder);
	return add_root(run, str_from(path), folder, (str){ 0 }, err);
}

const struct root *
roots_find(const struct run *run, const char *path)
{
	const struct root *found = &run->roots.items[0];
	for (size_t i = 1; i < run->roots.count; i++) {
		const struct root *root = &run->roots.items[i];
		if (walk_is_below(path, root->path) && strlen(root->path) > strlen(found->path))
			found = root;
	}
	return found;
}

bool
roots_has_outright(struct run *run)
{
	if (run->roots.count == 1)
		return true;
	for (size_t i = 0; i < run->paths.count; i++)
		if (!roots_find(run, run->paths.items[i])->folder)
			return true;
	struct statement *s = db_use(run->db, "outright_notes");
	bool any = statement_step(s);
	statement_reset(s);
	return any;
}

void
roots_forget(struct run *run, const struct root *root)
{
	struct statement *s = db_use(run->db, "delete_folder");
	bind_number(s, ":id", root->folder);
	statement_run(s);
}

void
roots_save(struct run *run)
{
	for (size_t i = 0; i < run->roots.count; i++) {
		const struct root *root = &run->roots.items[i];
		if (!root->reread)
			continue;
		store_begin(run->writer);
		struct statement *s =
			db_use(run->db, root->folder ? "update_folder" : "set_setting");
		if (root->folder) {
			bind_number(s, ":id", root->folder);
			bind_text(s, ":directory", str_from(root->fingerprint));
		} else {
			bind_text(s, ":name", STR("directory"));
			bind_text(s, ":value", str_from(root->fingerprint));
		}
		statement_run(s);
	}
}

void
roots_close(struct run *run)
{
	for (size_t i = 0; i < run->roots.count; i++)
		docket_directory_free(run->roots.items[i].directory);
}
