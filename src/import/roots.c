#include "import/roots.h"

#include "base/fail.h"
#include "vault.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Reads a configuration that need not be there. */
static bool
read_config(struct docket_directory *directory, const char *path, struct docket_error *err)
{
	struct docket_error problem = { 0 };
	if (!path || strcmp(path, "/dev/null") == 0 ||
		docket_directory_read(directory, path, &problem))
		return true;
	if (problem.code == DOCKET_NOT_FOUND)
		return true;
	if (err)
		*err = problem;
	return false;
}

struct docket_directory *
roots_configuration(const char *config, str folder, struct docket_error *err)
{
	struct arena arena = { 0 };
	struct docket_directory *directory = docket_directory_new();
	const char *own = folder.length
				  ? str_format(&arena, "%.*s/.docket.yaml", STR_ARG(folder)).bytes
				  : NULL;
	bool read = read_config(directory, config, err) && read_config(directory, own, err);
	arena_free(&arena);
	if (read)
		return directory;
	docket_directory_free(directory);
	return NULL;
}

/* Of the configuration and of the settings of the vault that the folder is, or lies in. */
static void
name_fingerprint(const struct docket_directory *directory, str folder, char name[27])
{
	struct arena arena = { 0 };
	struct hash hashes[3] = { directory_fingerprint(directory) };
	if (folder.length) {
		struct docket_vault *vault = docket_vault_find(str_terminated(&arena, folder));
		hashes[1] = vault_fingerprint(vault);
		hashes[2] = hash_text(str_from(docket_vault_root(vault)));
		docket_vault_free(vault);
	}
	hash_name(hash_text((str){ (const char *)hashes, sizeof(hashes) }), name);
	arena_free(&arena);
}

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
	struct docket_directory *directory = roots_configuration(run->import->config, path, err);
	if (!directory)
		return false;
	struct root *root = list_add(&run->arena, &run->roots);
	name_fingerprint(directory, path, root->fingerprint);
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

static bool
add_known_roots(struct run *run, struct docket_error *err)
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

static bool
is_below(const char *path, const char *folder)
{
	size_t length = strlen(folder);
	return strncmp(path, folder, length) == 0 && (path[length] == '/' || !path[length]);
}

/* Folders inside the new one are part of it from now on. */
static void
adopt_folders(struct run *run, const char *path, long long folder)
{
	size_t kept = 0;
	for (size_t i = 0; i < run->roots.count; i++) {
		struct root *root = &run->roots.items[i];
		if (!root->folder || !is_below(root->path, path)) {
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

static bool
remember_folder(struct run *run, const char *path, struct docket_error *err)
{
	store_begin(run->writer);
	struct statement *s = db_use(run->db, "insert_folder");
	bind_text(s, ":path", str_from(path));
	long long folder = statement_number(s, 0);
	adopt_folders(run, path, folder);
	return add_root(run, str_from(path), folder, (str){ 0 }, err);
}

static bool
add_path(struct run *run, const char *path, struct docket_error *err)
{
	char *real = memory_real_path(path);
	if (!real) {
		run_warn(run, "%s: %s", path, strerror(errno));
		run->result->failed++;
		return true;
	}
	const char *kept = str_terminated(&run->arena, str_from(real));
	free(real);
	*list_add(&run->arena, &run->paths) = kept;
	struct stat status;
	if (stat(kept, &status) != 0 || !S_ISDIR(status.st_mode) || roots_find(run, kept)->folder)
		return true;
	return remember_folder(run, kept, err);
}

/* A path that was imported before. */
struct known_path {
	str path;
	bool folder;
};

/* In place of a store of another version: all of it has to be there, or it would be forgotten. */
static bool
check_there(const struct run *run, const struct known_path *known, struct docket_error *err)
{
	struct stat status;
	return !run->writer->rebuilding || run->import->allow_mass_delete ||
	       stat(known->path.bytes, &status) == 0 ||
	       fail(err, DOCKET_NOT_FOUND,
		       "%s: %s; the store is of another version of docket and is built again from "
		       "all "
		       "notes; to do so without these: docket import --allow-mass-delete",
		       known->path.bytes, strerror(errno));
}

/* Without paths: everything that was imported before. */
static bool
add_known_paths(struct run *run, struct docket_error *err)
{
	struct statement *s =
		db_use(run->db, run->writer->rebuilding ? "rebuild_paths" : "known_paths");
	struct {
		LIST(struct known_path)
	} known = { 0 };
	while (statement_step(s))
		*list_add(&run->arena, &known) =
			(struct known_path){ str_copy(&run->arena, column_text(s, 0)),
				column_number(s, 1) };
	if (!known.count && !db_failed(run->db, NULL))
		return fail(err, DOCKET_INVALID,
			"nothing was imported before; name a folder: docket import FOLDER");
	for (size_t i = 0; i < known.count; i++) {
		const char *path = known.items[i].path.bytes;
		if (!check_there(run, &known.items[i], err))
			return false;
		if (known.items[i].folder && run->writer->rebuilding &&
			!roots_find(run, path)->folder && !remember_folder(run, path, err))
			return false;
		*list_add(&run->arena, &run->paths) = path;
	}
	return true;
}

/* Where the configuration is another one, all notes are read again, whatever was asked for. */
static void
add_stale_paths(struct run *run)
{
	for (size_t i = 0; i < run->roots.count; i++)
		if (run->roots.items[i].reread && run->roots.items[i].folder)
			*list_add(&run->arena, &run->paths) = run->roots.items[i].path;
	struct statement *s = db_use(run->db, "outright_notes");
	while (run->roots.items[0].reread && statement_step(s))
		*list_add(&run->arena, &run->paths) =
			str_copy(&run->arena, column_text(s, 0)).bytes;
	statement_reset(s);
}

/* A path inside another one, or there twice, is imported once. */
static void
drop_covered_paths(struct run *run)
{
	size_t kept = 0;
	for (size_t i = 0; i < run->paths.count; i++) {
		const char *path = run->paths.items[i];
		bool covered = false;
		for (size_t k = 0; k < run->paths.count && !covered; k++)
			covered = is_below(path, run->paths.items[k]) &&
				  (strcmp(path, run->paths.items[k]) != 0 || k < kept);
		if (!covered)
			run->paths.items[kept++] = path;
	}
	run->paths.count = kept;
}

bool
roots_open(struct run *run, struct docket_error *err)
{
	if (!add_known_roots(run, err))
		return false;
	struct docket_error problem = { 0 };
	if (run->writer->rebuilding && !add_known_paths(run, &problem) &&
		(!run->import->path_count || db_failed(run->db, &problem) ||
			problem.code != DOCKET_INVALID)) {
		if (err)
			*err = problem;
		return false;
	}
	for (size_t i = 0; i < run->import->path_count; i++)
		if (!add_path(run, run->import->paths[i], err))
			return false;
	if (!run->import->path_count && !run->writer->rebuilding && !add_known_paths(run, err))
		return false;
	add_stale_paths(run);
	drop_covered_paths(run);
	return true;
}

const struct root *
roots_find(const struct run *run, const char *path)
{
	const struct root *found = &run->roots.items[0];
	for (size_t i = 1; i < run->roots.count; i++) {
		const struct root *root = &run->roots.items[i];
		size_t length = strlen(root->path);
		bool holds = strncmp(path, root->path, length) == 0 &&
			     (path[length] == '/' || !path[length] || strcmp(root->path, "/") == 0);
		if (holds && length > strlen(found->path))
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

void
docket_store_configure(const struct docket_store *store, struct docket_directory *directory)
{
	struct arena arena = { 0 };
	struct statement *s = db_use(store->db, "all_folders");
	while (statement_step(s))
		docket_directory_read(directory,
			str_format(&arena, "%.*s/.docket.yaml", STR_ARG(column_text(s, 1))).bytes,
			NULL);
	arena_free(&arena);
}

bool
docket_store_is_stale(const struct docket_store *store, const char *config)
{
	bool stale = false;
	struct statement *s = db_use(store->db, "configured");
	while (statement_step(s) && !stale) {
		struct docket_directory *directory =
			roots_configuration(config, column_text(s, 0), NULL);
		char fingerprint[27];
		if (!directory)
			continue;
		name_fingerprint(directory, column_text(s, 0), fingerprint);
		stale = !str_equal(column_text(s, 1), str_from(fingerprint));
		docket_directory_free(directory);
	}
	statement_reset(s);
	return stale;
}
