/* docket_notes_find: the notes of a folder without a store. */
#include "base/fail.h"
#include "docket/store.h"
#include "import/configuration.h"
#include "import/walk.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the configuration keeps out of a search. */
struct sieve {
	struct arena arena;
	struct docket_directory *directory;
	strs excludes; /* globs of names below the folder that the configuration is of */
	str base;      /* where in that folder the search begins; empty: it is that folder */
};

/* The nearest folder, from this one up, with a .docket.yaml; else the folder itself. */
static str
find_root(struct arena *arena, str folder)
{
	str at = folder;
	while (at.length) {
		str file = str_format(arena, "%.*s/.docket.yaml", STR_ARG(at));
		if (access(file.bytes, F_OK) == 0)
			return at;
		size_t slash = str_find_last_char(at, '/');
		at.length = slash == STR_NONE ? 0 : slash;
	}
	return folder;
}

/* Whether the glob of a file, or of a folder that it is in, fits. `name` is below the root. */
static bool
is_excluded(const struct sieve *sieve, str name, bool folder)
{
	struct arena arena = { 0 };
	assert(name.bytes);
	bool excluded = walk_excludes(sieve->excludes, str_terminated(&arena, name), folder);
	for (size_t i = 0; i < name.length && !excluded; i++)
		if (name.bytes[i] == '/')
			excluded = walk_excludes(sieve->excludes,
				str_terminated(&arena, str_slice(name, 0, i)), true);
	arena_free(&arena);
	return excluded;
}

/* A folder that is excluded itself is looked through when it is asked for. */
static bool
open_sieve(struct sieve *sieve, const char *path, const char *config, struct docket_error *err)
{
	char *real = memory_real_path(path);
	if (!real)
		return fail(err, DOCKET_FAILED, "%s: %s", path, strerror(errno));
	str base = str_copy(&sieve->arena, str_from(real));
	free(real);
	str root = find_root(&sieve->arena, base);
	sieve->directory = configuration_read(config, root, err);
	if (!sieve->directory)
		return false;
	sieve->excludes = directory_list(sieve->directory, DIRECTORY_EXCLUDE);
	sieve->base = str_skip(base, root.length + 1);
	if (sieve->base.length && is_excluded(sieve, sieve->base, true))
		sieve->excludes = (strs){ 0 };
	return true;
}

static void
close_sieve(struct sieve *sieve)
{
	docket_directory_free(sieve->directory);
	arena_free(&sieve->arena);
}

static bool
is_sought(const struct sieve *sieve, const char *name)
{
	struct arena arena = { 0 };
	str base = sieve->base;
	str below =
		!base.length ? str_from(name) : str_format(&arena, "%.*s/%s", STR_ARG(base), name);
	bool excluded = sieve->excludes.count && is_excluded(sieve, below, false);
	arena_free(&arena);
	return !excluded;
}

static bool
find_below(const char *path, const struct sieve *sieve,
	void (*found)(void *context, const char *note), void *context, struct docket_error *err)
{
	struct walk *walk = walk_open(path, 0, (strs){ 0 });
	struct walk_entry entry;
	while (walk_next(walk, &entry))
		if (!entry.failure && is_sought(sieve, entry.name))
			found(context, entry.path);
	bool done = !walk_failure(walk) ||
		    fail(err, DOCKET_FAILED, "%s: cannot be read: %s", path, walk_failure(walk));
	walk_close(walk);
	return done;
}

bool
docket_notes_find(const char *path, const char *config,
	void (*found)(void *context, const char *note), void *context, struct docket_error *err)
{
	struct stat status;
	if (stat(path, &status) != 0)
		return fail(err, DOCKET_NOT_FOUND, "%s: %s", path, strerror(errno));
	if (!S_ISDIR(status.st_mode)) {
		found(context, path);
		return true;
	}
	struct sieve sieve = { 0 };
	bool done = open_sieve(&sieve, path, config, err) &&
		    find_below(path, &sieve, found, context, err);
	close_sieve(&sieve);
	return done;
}
