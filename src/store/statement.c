/* Statements: prepared, bound, stepped. */
#include "store/batch.h"
#include "store/schema.h"
#include "store/sqlite.h"

#include <assert.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Whether there is more than blanks, comments and semicolons. */
static bool
is_statement(struct db *db, str sql)
{
	while (sql.length) {
		sqlite3_stmt *next = NULL;
		const char *rest = NULL;
		int result =
			sqlite3_prepare_v2(db->handle, sql.bytes, (int)sql.length, &next, &rest);
		sqlite3_finalize(next);
		if (result != SQLITE_OK || next)
			return true;
		sql = str_skip(sql, (size_t)(rest - sql.bytes));
	}
	return false;
}

static void
prepare(struct statement *statement, struct db *db, str sql)
{
	statement->db = db;
	if (db->error.code != DOCKET_OK)
		return;
	sql.length = sql.length < INT_MAX ? sql.length : INT_MAX;
	const char *rest = NULL;
	int result = sqlite3_prepare_v3(db->handle, sql.bytes, (int)sql.length,
		SQLITE_PREPARE_PERSISTENT, &statement->handle, &rest);
	if (result != SQLITE_OK)
		sqlite_failed(db, result);
	else
		statement->more = is_statement(db, str_skip(sql, (size_t)(rest - sql.bytes)));
}

/* The text begins with the shape of the rows. */
static void
prepare_rows(struct statement *statement, struct db *db, str sql)
{
	str insert = { 0 };
	if (db->error.code == DOCKET_OK)
		statement->batch = batch_new(db, statement->name, sql, &insert);
	prepare(statement, db, insert);
}

typedef void prepare_text(struct statement *statement, struct db *db, str sql);

static struct statement *
find_kept(struct db *db, const char *name)
{
	for (size_t i = 0; i < db->kept_count; i++)
		if (strcmp(db->kept[i].name, name) == 0)
			return &db->kept[i];
	assert(db->kept_count < STATEMENTS_MOST);
	struct statement *added = &db->kept[db->kept_count++];
	added->name = name;
	return added;
}

/*
 * Names are constants: the address says which it is, mostly. One that could not be prepared, by
 * itself or because something had failed before, is tried again.
 */
static struct statement *
find(struct db *db, const char *name, prepare_text *prepare_it)
{
	struct statement **found =
		&db->found[((uintptr_t)name ^ (uintptr_t)name >> 8) % NAMES_MOST];
	if (!*found || (*found)->asked != name) {
		*found = find_kept(db, name);
		(*found)->asked = name;
	}
	if (!(*found)->handle)
		prepare_it(*found, db, str_from(schema_sql(name)));
	return *found;
}

struct statement *
db_use(struct db *db, const char *name)
{
	struct statement *found = find(db, name, prepare);
	statement_reset(found);
	return found;
}

struct statement *
db_row(struct db *db, const char *name)
{
	struct statement *found = find(db, name, prepare_rows);
	if (found->batch)
		batch_begin(found->batch);
	return found;
}

size_t
row_count(const struct statement *statement)
{
	return statement->batch ? batch_count(statement->batch) : 0;
}

void
rows_write(struct db *db, const char *name)
{
	struct statement *found = find(db, name, prepare_rows);
	if (!row_count(found))
		return;
	statement_run(found);
	batch_empty(found->batch);
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

/* A kept statement is bound again and again, in one order and by the same constants. */
static int
known_parameter(struct statement *statement, const char *name)
{
	for (size_t i = 0; i < statement->parameter_count; i++) {
		if (statement->next >= statement->parameter_count)
			statement->next = 0;
		const struct parameter *known = &statement->parameters[statement->next++];
		if (known->name == name)
			return known->index;
	}
	int index = statement->batch ? batch_column(statement->batch, name + 1)
				     : sqlite3_bind_parameter_index(statement->handle, name);
	if (statement->name && statement->parameter_count < PARAMETERS_MOST)
		statement->parameters[statement->parameter_count++] =
			(struct parameter){ name, index };
	return index;
}

/* The parameter's number, or 0 when something has failed before. */
static int
parameter(struct statement *statement, const char *name)
{
	if (!statement->handle || statement->db->error.code != DOCKET_OK)
		return 0;
	int index = known_parameter(statement, name);
	assert(index > 0);
	return index;
}

/* Puts a value into the row that was begun last; false: the statement takes no rows. */
static bool
put(struct statement *statement, int index, struct cell cell)
{
	if (statement->batch)
		*batch_cell(statement->batch, index) = cell;
	return statement->batch;
}

static void
check_bound(struct statement *statement, int result)
{
	if (result != SQLITE_OK)
		sqlite_failed(statement->db, result);
}

void
bind_text(struct statement *statement, const char *name, str text)
{
	int index = parameter(statement, name);
	if (index && !put(statement, index, (struct cell){ CELL_TEXT, .text = text }))
		check_bound(statement,
			sqlite3_bind_text64(statement->handle, index, text.bytes ? text.bytes : "",
				text.length, SQLITE_STATIC, SQLITE_UTF8));
}

void
bind_text_or_null(struct statement *statement, const char *name, str text)
{
	if (text.length)
		bind_text(statement, name, text);
	else
		parameter(statement, name);
}

void
bind_number(struct statement *statement, const char *name, long long number)
{
	int index = parameter(statement, name);
	if (index && !put(statement, index, (struct cell){ CELL_NUMBER, .number = number }))
		check_bound(statement, sqlite3_bind_int64(statement->handle, index, number));
}

void
bind_number_or_null(struct statement *statement, const char *name, long long number)
{
	if (number)
		bind_number(statement, name, number);
	else
		parameter(statement, name);
}

void
bind_real(struct statement *statement, const char *name, double number)
{
	int index = parameter(statement, name);
	if (index && !put(statement, index, (struct cell){ CELL_REAL, .real = number }))
		check_bound(statement, sqlite3_bind_double(statement->handle, index, number));
}

void
bind_date(struct statement *statement, const char *name, date d)
{
	struct cell day = { .kind = CELL_DAY };
	docket_date_format(d, day.day);
	int index = parameter(statement, name);
	if (index && *day.day && !put(statement, index, day))
		check_bound(statement,
			sqlite3_bind_text(statement->handle, index, day.day, 10, SQLITE_TRANSIENT));
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
		sqlite_failed(statement->db, result);
	sqlite3_reset(statement->handle);
	return false;
}

bool
statement_on_row(const struct statement *statement)
{
	return statement->handle && sqlite3_stmt_busy(statement->handle);
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
	if (!bytes && sqlite3_errcode(statement->db->handle) == SQLITE_NOMEM)
		sqlite_failed(statement->db, SQLITE_NOMEM);
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
