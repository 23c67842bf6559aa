#include "store/db.h"

#include "base/fail.h"
#include "store/schema.h"

#include <assert.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum { STATEMENTS_MOST = 96 };

struct statement {
	struct db *db;
	sqlite3_stmt *handle; /* NULL when it could not be prepared; the db then says why */
	const char *name;
	bool more; /* other statements follow in its text */
};

struct db {
	sqlite3 *handle;
	struct docket_error error; /* the first failure */
	struct statement kept[STATEMENTS_MOST];
	size_t kept_count;
};

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

static void
note_failure(struct db *db, int result)
{
	if (db->error.code != DOCKET_OK)
		return;
	const char *path = sqlite3_db_filename(db->handle, "main");
	const struct meaning *meaning = meaning_of(result);
	int system = (result & 0xFF) == SQLITE_IOERR ? sqlite3_system_errno(db->handle) : 0;
	fail(&db->error, meaning->code, "%s: %s%s%s%s", path && *path ? path : "store",
		sqlite3_errmsg(db->handle), system ? ": " : "", system ? strerror(system) : "",
		meaning->remedy);
}

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
		db_execute(db, "PRAGMA foreign_keys = ON; PRAGMA cache_size = -8000;");
	if (mode == DB_FRESH)
		db_execute(db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
			       "PRAGMA locking_mode = EXCLUSIVE;");
}

struct db *
db_open(const char *path, enum db_mode mode, struct docket_error *err)
{
	static const int flags[] = { [DB_READ] = SQLITE_OPEN_READONLY,
		[DB_FROZEN] = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
		[DB_WRITE] = SQLITE_OPEN_READWRITE,
		[DB_FRESH] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE };
	struct db *db = memory_alloc(sizeof(*db));
	int result = sqlite3_open_v2(path, &db->handle, flags[mode] | SQLITE_OPEN_NOMUTEX, NULL);
	if (result != SQLITE_OK)
		fail(&db->error, meaning_of(result)->code, "%s: cannot open the store: %s", path,
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
db_execute(struct db *db, const char *sql)
{
	if (db->error.code != DOCKET_OK)
		return;
	int result = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
	if (result != SQLITE_OK)
		note_failure(db, result);
}

void
db_execute_file(struct db *db, const char *name)
{
	db_execute(db, schema_sql(name));
}

static void
prepare(struct statement *statement, struct db *db, str sql)
{
	statement->db = db;
	if (db->error.code != DOCKET_OK)
		return;
	int length = sql.length < INT_MAX ? (int)sql.length : INT_MAX;
	const char *rest = NULL;
	int result = sqlite3_prepare_v3(db->handle, sql.bytes, length, SQLITE_PREPARE_PERSISTENT,
		&statement->handle, &rest);
	statement->more = rest && rest[strspn(rest, " \t\r\n;")];
	if (result != SQLITE_OK)
		note_failure(db, result);
}

struct statement *
db_use(struct db *db, const char *name)
{
	for (size_t i = 0; i < db->kept_count; i++) {
		struct statement *kept = &db->kept[i];
		if (kept->name != name && strcmp(kept->name, name) != 0)
			continue;
		statement_reset(kept);
		return kept;
	}
	assert(db->kept_count < STATEMENTS_MOST);
	struct statement *added = &db->kept[db->kept_count++];
	added->name = name;
	prepare(added, db, str_from(schema_sql(name)));
	return added;
}

struct statement *
db_prepare(struct db *db, str sql)
{
	struct statement *statement = memory_alloc(sizeof(*statement));
	prepare(statement, db, sql);
	return statement;
}

void
statement_free(struct statement *statement)
{
	if (!statement)
		return;
	sqlite3_finalize(statement->handle);
	free(statement);
}

bool
statement_has(const struct statement *statement, const char *name)
{
	return statement->handle && sqlite3_bind_parameter_index(statement->handle, name) > 0;
}

/* The parameter's number, or 0 when something has failed before. */
static int
parameter(struct statement *statement, const char *name)
{
	if (!statement->handle || statement->db->error.code != DOCKET_OK)
		return 0;
	int index = sqlite3_bind_parameter_index(statement->handle, name);
	assert(index > 0);
	return index;
}

static void
check_bound(struct statement *statement, int result)
{
	if (result != SQLITE_OK)
		note_failure(statement->db, result);
}

void
bind_text(struct statement *statement, const char *name, str text)
{
	int index = parameter(statement, name);
	if (index)
		check_bound(statement,
			sqlite3_bind_text64(statement->handle, index, text.bytes ? text.bytes : "",
				text.length, SQLITE_STATIC, SQLITE_UTF8));
}

static void
bind_null(struct statement *statement, const char *name)
{
	int index = parameter(statement, name);
	if (index)
		check_bound(statement, sqlite3_bind_null(statement->handle, index));
}

void
bind_text_or_null(struct statement *statement, const char *name, str text)
{
	if (text.length)
		bind_text(statement, name, text);
	else
		bind_null(statement, name);
}

void
bind_number(struct statement *statement, const char *name, long long number)
{
	int index = parameter(statement, name);
	if (index)
		check_bound(statement, sqlite3_bind_int64(statement->handle, index, number));
}

void
bind_number_or_null(struct statement *statement, const char *name, long long number)
{
	if (number)
		bind_number(statement, name, number);
	else
		bind_null(statement, name);
}

void
bind_real(struct statement *statement, const char *name, double number)
{
	int index = parameter(statement, name);
	if (index)
		check_bound(statement, sqlite3_bind_double(statement->handle, index, number));
}

void
bind_date(struct statement *statement, const char *name, date d)
{
	char text[11];
	docket_date_format(d, text);
	int index = parameter(statement, name);
	if (index && *text)
		check_bound(statement,
			sqlite3_bind_text(statement->handle, index, text, 10, SQLITE_TRANSIENT));
	else
		bind_null(statement, name);
}

bool
statement_step(struct statement *statement)
{
	if (!statement->handle || statement->db->error.code != DOCKET_OK)
		return false;
	int result = sqlite3_step(statement->handle);
	if (result == SQLITE_ROW)
		return true;
	if (result != SQLITE_DONE)
		note_failure(statement->db, result);
	sqlite3_reset(statement->handle);
	return false;
}

void
statement_run(struct statement *statement)
{
	while (statement_step(statement))
		;
}

void
statement_reset(struct statement *statement)
{
	if (!statement->handle)
		return;
	sqlite3_reset(statement->handle);
	sqlite3_clear_bindings(statement->handle);
}

long long
statement_number(struct statement *statement, long long otherwise)
{
	long long number = statement_step(statement) ? column_number(statement, 0) : otherwise;
	if (statement->handle)
		sqlite3_reset(statement->handle);
	return number;
}

int
column_count(const struct statement *statement)
{
	return statement->handle ? sqlite3_column_count(statement->handle) : 0;
}

const char *
column_name(const struct statement *statement, int column)
{
	return sqlite3_column_name(statement->handle, column);
}

bool
column_is_null(const struct statement *statement, int column)
{
	return sqlite3_column_type(statement->handle, column) == SQLITE_NULL;
}

bool
column_is_number(const struct statement *statement, int column)
{
	int type = sqlite3_column_type(statement->handle, column);
	return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

str
column_text(const struct statement *statement, int column)
{
	const void *bytes = sqlite3_column_text(statement->handle, column);
	return (str){ bytes, (size_t)sqlite3_column_bytes(statement->handle, column) };
}

long long
column_number(const struct statement *statement, int column)
{
	return sqlite3_column_int64(statement->handle, column);
}

bool
statement_only_reads(const struct statement *statement)
{
	return statement->handle && sqlite3_stmt_readonly(statement->handle) && !statement->more;
}

/* What an SQL function of ours is registered with. */
struct function {
	struct db *db;
	str (*call)(struct db *, struct arena *, str);
};

static void
call_function(sqlite3_context *context, int count, sqlite3_value **arguments)
{
	const struct function *function = sqlite3_user_data(context);
	const char *bytes = (const char *)sqlite3_value_text(arguments[0]);
	if (count != 1 || !bytes)
		return;
	struct arena arena = { 0 };
	str given = { bytes, (size_t)sqlite3_value_bytes(arguments[0]) };
	str result = function->call(function->db, &arena, given);
	sqlite3_result_text64(context, result.bytes, result.length, SQLITE_TRANSIENT, SQLITE_UTF8);
	arena_free(&arena);
}

void
db_function(struct db *db, const char *name, str (*call)(struct db *, struct arena *, str))
{
	struct function *function = memory_alloc(sizeof(*function));
	*function = (struct function){ db, call };
	int result = sqlite3_create_function_v2(db->handle, name, 1, SQLITE_UTF8 | SQLITE_INNOCUOUS,
		function, call_function, NULL, NULL, free);
	if (result != SQLITE_OK)
		note_failure(db, result);
}
