#include "store/db.h"

#include "base/fail.h"
#include "store/batch.h"
#include "store/schema.h"
#include "store/sqlite.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define BUSY "; a report may still be running on it, try again when it is done"
#define BROKEN "; it can be made again: remove it, then docket import FOLDER"

/* SQLite's result codes, where they mean something to a user. */
static const struct meaning {
	int result;
	enum docket_error_code code;
	const char *remedy;
} meanings[] = {
	{ SQLITE_BUSY, DOCKET_BUSY, BUSY },
	{ SQLITE_LOCKED, DOCKET_BUSY, BUSY },
	{ SQLITE_NOTADB, DOCKET_NOT_A_STORE, BROKEN },
	{ SQLITE_CORRUPT, DOCKET_NOT_A_STORE, BROKEN },
	{ SQLITE_INTERRUPT, DOCKET_INTERRUPTED, "" },
	{ SQLITE_FULL, DOCKET_FAILED, "; the store is as it was" },
	{ -1, DOCKET_FAILED, "" },
};

static const struct meaning *
meaning_of(int result)
{
	const struct meaning *meaning = meanings;
	while (meaning->result != (result & 0xFF) && meaning->result >= 0)
		meaning++;
	return meaning;
}

void
sqlite_failed(struct db *db, int result)
{
	if (db->error.code != DOCKET_OK)
		return;
	const char *path = sqlite3_db_filename(db->handle, "main");
	const struct meaning *meaning = meaning_of(result);
	db->result = result;
	if (result == SQLITE_REFUSED) {
		fail(&db->error, DOCKET_NOT_UNDERSTOOD, "%s", sqlite3_errmsg(db->handle));
		return;
	}
	int system = (result & 0xFF) == SQLITE_IOERR ? sqlite3_system_errno(db->handle) : 0;
	fail(&db->error, meaning->code, "%s: %s%s%s%s", path && *path ? path : "store",
		sqlite3_errmsg(db->handle), system ? ": " : "", system ? strerror(system) : "",
		meaning->remedy);
}

/* SQLite reads the store for it. */
#define CACHE "PRAGMA cache_size = -8000;"

/* Settings against hostile files and surprises, for every connection. */
static void
configure(struct db *db, enum db_mode mode)
{
	sqlite3_extended_result_codes(db->handle, 1);
	sqlite3_busy_timeout(db->handle, 5000);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	bool reads = mode == DB_READ || mode == DB_FROZEN;
	sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, reads ? 0 : 1);
	db_execute(db, "PRAGMA cell_size_check = ON;");
	if (reads)
		db_execute(db, "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;");
	else
		db_execute(db, "PRAGMA foreign_keys = ON;" CACHE);
	/* Nothing leaves a store that is being built: what its rows refer to is there. */
	if (mode == DB_FRESH)
		db_execute(db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
			       "PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = OFF;");
}

/* Counts of memory that nobody asks for would have threads wait for each other. */
static void
configure_sqlite(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* Before SQLite does anything. */
static void
configure_once(void)
{
	static pthread_once_t configured = PTHREAD_ONCE_INIT;
	pthread_once(&configured, configure_sqlite);
}

bool
db_read_start(const char *path, unsigned char *bytes, int count)
{
	configure_once();
	sqlite3_vfs *system = sqlite3_vfs_find(NULL);
	if (!system) {
		errno = ENOMEM; /* SQLite could not begin */
		return false;
	}
	sqlite3_file *file = memory_alloc((size_t)system->szOsFile);
	int flags = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY;
	int result = system->xOpen(system, path, file, flags, NULL);
	if (result == SQLITE_OK)
		result = file->pMethods->xRead(file, bytes, count, 0);
	int problem = errno;
	if (file->pMethods)
		file->pMethods->xClose(file);
	free(file);
	errno = problem;
	return result == SQLITE_OK || result == SQLITE_IOERR_SHORT_READ;
}

struct db *
db_open(const char *path, enum db_mode mode, struct docket_error *err)
{
	static const int flags[] = { [DB_READ] = SQLITE_OPEN_READONLY,
		[DB_FROZEN] = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
		[DB_WRITE] = SQLITE_OPEN_READWRITE,
		[DB_FRESH] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE };
	configure_once();
	struct db *db = memory_alloc(sizeof(*db));
	struct arena arena = { 0 };
	/* "file:x" and ":memory:" are files of that name. */
	bool plain = path && mode != DB_FROZEN && (strncmp(path, "file:", 5) == 0 || *path == ':');
	const char *shown = path ? path : ":memory:";
	const char *name = plain ? str_format(&arena, "./%s", path).bytes : shown;
	int result = sqlite3_open_v2(name, &db->handle, flags[mode] | SQLITE_OPEN_NOMUTEX, NULL);
	arena_free(&arena);
	if (result != SQLITE_OK)
		fail(&db->error, meaning_of(result)->code, "%s: cannot open the store: %s", shown,
			db->handle ? sqlite3_errmsg(db->handle) : "out of memory");
	else
		configure(db, mode);
	if (db_failed(db, err)) {
		db_close(db);
		return NULL;
	}
	return db;
}

void
db_close(struct db *db)
{
	if (!db)
		return;
	for (size_t i = 0; i < db->kept_count; i++)
		sqlite3_finalize(db->kept[i].handle);
	sqlite3_close_v2(db->handle);
	for (size_t i = 0; i < db->kept_count; i++)
		batch_free(db->kept[i].batch);
	free(db);
}

bool
db_failed(const struct db *db, struct docket_error *err)
{
	if (db->error.code != DOCKET_OK && err)
		*err = db->error;
	return db->error.code != DOCKET_OK;
}

void
db_fail(struct db *db, const struct docket_error *err)
{
	if (db->error.code == DOCKET_OK)
		db->error = *err;
}

bool
db_lacks_room(const struct db *db)
{
	int kind = db->result & 0xFF;
	return kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY || kind == SQLITE_FULL ||
	       db->result == SQLITE_IOERR_SHMOPEN || db->result == SQLITE_IOERR_SHMSIZE ||
	       db->result == SQLITE_IOERR_SHMMAP;
}

bool
db_lacks_memory(const struct db *db)
{
	return (db->result & 0xFF) == SQLITE_NOMEM;
}

bool
db_can_read(struct db *db, struct docket_error *err)
{
	db_execute(db, CACHE);
	statement_number(db_use(db, "find_anything"), 0);
	return !db_failed(db, err);
}

void
db_forgive(struct db *db)
{
	db->error.code = DOCKET_OK;
}

void
db_ask(struct db *db)
{
	db_forgive(db);
	if (sqlite3_get_autocommit(db->handle))
		db_execute(db, "BEGIN;");
}

void
db_release(struct db *db)
{
	sqlite3_stmt *next = NULL;
	while ((next = sqlite3_next_stmt(db->handle, next)))
		sqlite3_reset(next);
	if (!sqlite3_get_autocommit(db->handle))
		sqlite3_exec(db->handle, "ROLLBACK;", NULL, NULL, NULL);
}

/*
 * Whether changes are undone from a journal, and not written beside the file: then nobody can
 * change it while it is being read.
 */
static bool
holds_file(struct db *db)
{
	struct statement *mode = db_prepare(db, STR("PRAGMA journal_mode"));
	bool holds = statement_step(mode) && str_equal(column_text(mode, 0), STR("delete"));
	statement_free(mode);
	return holds;
}

/* A frozen store is not locked. */
static bool
is_frozen(const struct db *db)
{
	return sqlite3_uri_boolean(sqlite3_db_filename(db->handle, "main"), "immutable", 0);
}

static bool
is_in_place(const struct db *db)
{
	int moved = 1;
	int result = sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
	return result == SQLITE_OK && !moved;
}

/* From here on until its question is over it sees one state. */
static bool
begin_reading(struct db *db)
{
	return db_can_read(db, NULL) && !sqlite3_get_autocommit(db->handle);
}

/* The second one waits for nobody: the file is locked for the whole process already. */
struct db *
db_twin(struct db *db)
{
	if (!begin_reading(db) || is_frozen(db) || !holds_file(db))
		return NULL;
	struct db *twin = db_open(sqlite3_db_filename(db->handle, "main"), DB_READ, NULL);
	if (twin)
		db_ask(twin);
	if (twin && begin_reading(twin) && is_in_place(db))
		return twin;
	db_close(twin);
	return NULL;
}

void
db_execute(struct db *db, const char *sql)
{
	if (db->error.code != DOCKET_OK)
		return;
	int result = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
	if (result != SQLITE_OK)
		sqlite_failed(db, result);
}

void
db_execute_file(struct db *db, const char *name)
{
	db_execute(db, schema_sql(name));
}

/* So many of its instructions SQLite runs between two questions: a fraction of a millisecond. */
enum { ASKED_EACH = 1000 };

void
db_watch(struct db *db, int (*stops)(void *context), void *context)
{
	sqlite3_progress_handler(db->handle, stops ? ASKED_EACH : 0, stops, context);
}

long long
db_last_id(const struct db *db)
{
	return sqlite3_last_insert_rowid(db->handle);
}
