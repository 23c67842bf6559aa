#include "import/outside.h"

#include "base/arena.h"
#include "base/fail.h"
#include "base/str.h"

#include <stdlib.h>
#include <sys/stat.h>

/* The path behind links, as far as it is there; empty when not even its folder can be told. */
static str
find_real(struct arena *arena, str path)
{
	for (size_t kept = path.length;;) {
		char *real = memory_real_path(
			kept ? str_terminated(arena, str_slice(path, 0, kept)) : ".");
		str rest = str_skip(path, kept), found = str_copy(arena, str_from(real));
		free(real);
		while (str_starts(rest, STR("/")))
			rest = str_skip(rest, 1);
		if (found.length && rest.length)
			found = str_format(arena, "%.*s/%.*s", STR_ARG(found), STR_ARG(rest));
		if (found.length || !kept)
			return found;
		size_t slash = str_find_last_char(str_slice(path, 0, kept), '/');
		kept = slash == STR_NONE ? 0 : slash ? slash : 1;
	}
}

static bool
is_vault(struct arena *arena, str folder)
{
	struct stat status;
	str settings = str_format(arena, "%.*s/.obsidian", STR_ARG(folder));
	return stat(settings.bytes, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool
is_imported(const struct docket_import *import, str folder)
{
	bool found = false;
	for (size_t i = 0; i < import->path_count && !found; i++) {
		char *real = memory_real_path(import->paths[i]);
		found = real && str_equal(str_from(real), folder);
		free(real);
	}
	return found;
}

static bool
is_hidden(str name)
{
	return str_starts(name, STR(".")) && !str_equal(name, STR(".obsidian"));
}

bool
outside_check(const char *path, const struct docket_import *import, struct docket_error *err)
{
	struct arena arena = { 0 };
	str folder = find_real(&arena, str_from(path));
	bool outside = true, hidden = false;
	for (size_t slash; outside && !hidden && folder.length > 1;) {
		slash = str_find_last_char(folder, '/');
		folder = str_slice(folder, 0, slash ? slash : 1);
		outside = !is_vault(&arena, folder) && !is_imported(import, folder);
		hidden = is_hidden(str_skip(folder, str_find_last_char(folder, '/') + 1));
	}
	if (!outside)
		fail(err, DOCKET_INVALID,
			"%s: is among the notes of %.*s, where programs that copy notes would copy "
			"the store while it changes; name another place: --db FILE",
			path, STR_ARG(folder));
	arena_free(&arena);
	return outside;
}
