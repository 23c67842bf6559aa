/* The store, opened for reports. */
#include "base/fail.h"
#include "store/ids.h"
#include "store/inspect.h"
#include "store/lookup.h"
#include "store/query_calls.h"
#include "store/search_show.h"
#include "store/store.h"

#include <stdlib.h>
#include <sys/stat.h>

/* SQLite's name for a file that nobody changes; every byte that could mean something is escaped. */
static str
frozen_name(struct arena *arena, const char *path)
{
	struct buffer name = { .arena = arena };
	buffer_add(&name, STR("file:"));
	for (const char *c = path; *c; c++) {
		if (is_letter(*c) || is_digit(*c) || *c == '/')
			buffer_add_char(&name, *c);
		else
			buffer_format(&name, "%%%02X", (unsigned)(unsigned char)*c);
	}
	buffer_add(&name, STR("?immutable=1"));
	return name.text;
}

/* Whether there are changes beside the store: to come into it, or to be undone. */
static bool
has_beside(const char *path, const char *suffix)
{
	struct arena arena = { 0 };
	struct stat status;
	str name = str_format(&arena, "%s%s", path, suffix);
	bool has = stat(name.bytes, &status) == 0 && status.st_size > 0;
	arena_free(&arena);
	return has;
}

/* An import that was cut short may leave half a change and how to undo it, which is writing. */
static void
undo_half(const char *path)
{
	if (!has_beside(path, "-journal"))
		return;
	struct db *db = db_open(path, DB_WRITE, NULL);
	if (db)
		db_can_read(db, NULL);
	db_close(db);
}

/*
 * An import that was cut short may leave the store in WAL mode. Where then nothing can be made
 * beside it (a full disk, a read-only folder), and nothing is there, it is read as it stands.
 */
static struct db *
open_for_reading(const char *path, struct docket_error *err)
{
	struct docket_error problem = { 0 };
	undo_half(path);
	struct db *db = db_open(path, DB_READ, &problem);
	if (db && db_can_read(db, &problem))
		return db;
	bool beside = db && db_lacks_room(db);
	db_close(db);
	db = NULL;
	if (beside && !has_beside(path, "-wal")) {
		struct arena arena = { 0 };
		db = db_open(frozen_name(&arena, path).bytes, DB_FROZEN, NULL);
		arena_free(&arena);
	}
	if (db && db_can_read(db, NULL))
		return db;
	db_close(db);
	if (err)
		*err = problem;
	return NULL;
}

struct docket_store *
docket_store_open(const char *path, struct docket_error *err)
{
	enum store_condition condition = store_inspect(path, err);
	if (condition == STORE_REFUSED)
		return NULL;
	if (condition == STORE_ABSENT)
		return fail_null(err, DOCKET_NOT_FOUND,
			"%s: there is no store yet; make one with: docket import FOLDER", path);
	if (condition == STORE_OUTDATED)
		return fail_null(err, DOCKET_OUTDATED,
			"%s: the store was made by another version of docket; build it again with: "
			"docket import",
			path);
	struct db *db = open_for_reading(path, err);
	if (!db)
		return NULL;
	struct docket_store *store = memory_alloc(sizeof(*store));
	store->db = db;
	ids_register(db);
	lookup_register(db);
	search_show_register(db);
	query_register(db);
	return store;
}

void
docket_store_release(struct docket_store *store)
{
	if (store)
		db_release(store->db);
}

void
docket_store_close(struct docket_store *store)
{
	if (!store)
		return;
	db_close(store->db);
	free(store);
}
