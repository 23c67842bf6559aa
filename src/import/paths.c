#include "import/paths.h"

#include "base/fail.h"
#include "import/roots.h"
#include "import/walk.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

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
	return roots_remember(run, kept, err);
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
			!roots_find(run, path)->folder && !roots_remember(run, path, err))
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
			covered = walk_is_below(path, run->paths.items[k]) &&
				  (strcmp(path, run->paths.items[k]) != 0 || k < kept);
		if (!covered)
			run->paths.items[kept++] = path;
	}
	run->paths.count = kept;
}

bool
paths_open(struct run *run, struct docket_error *err)
{
	if (!roots_add_known(run, err))
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
