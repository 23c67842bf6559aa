#include "store/batch.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS_MOST = PARAMETERS_MOST };

struct batch {
	struct arena arena;
	const char *shape; /* CREATE TABLE ... */
	const char *columns[COLUMNS_MOST];
	size_t width;
	struct cell *cells; /* row by row */
	size_t count, room; /* rows */
};

/* As SQLite sees the batch. */
struct batch_table {
	sqlite3_vtab base;
	const struct batch *batch;
};

struct batch_cursor {
	sqlite3_vtab_cursor base;
	const struct cell *row, *end;
	size_t width;
};

static int
connect_table(sqlite3 *handle, void *context, int count, const char *const *arguments,
	sqlite3_vtab **made, char **message)
{
	(void)count, (void)arguments, (void)message;
	const struct batch *batch = context;
	struct batch_table *table = memory_alloc(sizeof(*table));
	table->batch = batch;
	*made = &table->base;
	return sqlite3_declare_vtab(handle, batch->shape);
}

static int
disconnect_table(sqlite3_vtab *table)
{
	free(table);
	return SQLITE_OK;
}

static int
plan_scan(sqlite3_vtab *table, sqlite3_index_info *plan)
{
	(void)table, (void)plan;
	return SQLITE_OK;
}

static int
open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **made)
{
	(void)table;
	struct batch_cursor *cursor = memory_alloc(sizeof(*cursor));
	*made = &cursor->base;
	return SQLITE_OK;
}

static int
close_cursor(sqlite3_vtab_cursor *cursor)
{
	free(cursor);
	return SQLITE_OK;
}

static int
begin_scan(sqlite3_vtab_cursor *base, int plan, const char *name, int count, sqlite3_value **values)
{
	(void)plan, (void)name, (void)count, (void)values;
	struct batch_cursor *cursor = (struct batch_cursor *)base;
	const struct batch *batch = ((struct batch_table *)base->pVtab)->batch;
	cursor->width = batch->width;
	cursor->row = batch->cells;
	cursor->end = batch->cells + batch->count * batch->width;
	return SQLITE_OK;
}

static int
go_on(sqlite3_vtab_cursor *base)
{
	struct batch_cursor *cursor = (struct batch_cursor *)base;
	cursor->row += cursor->width;
	return SQLITE_OK;
}

static int
is_over(sqlite3_vtab_cursor *base)
{
	const struct batch_cursor *cursor = (const struct batch_cursor *)base;
	return cursor->row == cursor->end;
}

static int
give_cell(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
	const struct cell *cell = &((const struct batch_cursor *)base)->row[column];
	switch (cell->kind) {
	case CELL_NULL:
		break;
	case CELL_NUMBER:
		sqlite3_result_int64(context, cell->number);
		break;
	case CELL_REAL:
		sqlite3_result_double(context, cell->real);
		break;
	case CELL_TEXT:
		sqlite3_result_text64(context, cell->text.bytes ? cell->text.bytes : "",
			cell->text.length, SQLITE_STATIC, SQLITE_UTF8);
		break;
	case CELL_DAY:
		sqlite3_result_text(context, cell->day, 10, SQLITE_STATIC);
		break;
	}
	return SQLITE_OK;
}

static int
give_number(sqlite3_vtab_cursor *base, sqlite3_int64 *number)
{
	*number = (sqlite3_int64)(uintptr_t)((const struct batch_cursor *)base)->row;
	return SQLITE_OK;
}

static const sqlite3_module module = {
	.xConnect = connect_table,
	.xBestIndex = plan_scan,
	.xDisconnect = disconnect_table,
	.xOpen = open_cursor,
	.xClose = close_cursor,
	.xFilter = begin_scan,
	.xNext = go_on,
	.xEof = is_over,
	.xColumn = give_cell,
	.xRowid = give_number,
};

/* The names between the brackets of the shape. */
static void
read_columns(struct batch *batch)
{
	str list = str_from(batch->shape);
	list = str_skip(list, str_find(list, STR("CREATE TABLE")));
	list = str_slice(list, str_find_char(list, '(') + 1, str_find_last_char(list, ')'));
	for (str name; str_next_part(&list, ',', &name) && batch->width < COLUMNS_MOST;)
		batch->columns[batch->width++] =
			str_terminated(&batch->arena, str_trim_space(name));
}

struct batch *
batch_new(struct db *db, const char *name, str sql, str *insert)
{
	sqlite3_stmt *shape = NULL;
	const char *rest = NULL;
	int result = sqlite3_prepare_v2(db->handle, sql.bytes, (int)sql.length, &shape, &rest);
	sqlite3_finalize(shape);
	if (result != SQLITE_OK) {
		sqlite_failed(db, result);
		return NULL;
	}
	struct batch *batch = memory_alloc(sizeof(*batch));
	size_t length = (size_t)(rest - sql.bytes);
	batch->shape = str_terminated(&batch->arena, str_slice(sql, 0, length));
	*insert = str_skip(sql, length);
	read_columns(batch);
	result = sqlite3_create_module_v2(db->handle, name, &module, batch, NULL);
	if (result != SQLITE_OK)
		sqlite_failed(db, result);
	return batch;
}

void
batch_free(struct batch *batch)
{
	if (!batch)
		return;
	arena_free(&batch->arena);
	free(batch->cells);
	free(batch);
}

void
batch_begin(struct batch *batch)
{
	if (batch->count == batch->room) {
		batch->room = batch->room ? batch->room * 2 : 16;
		batch->cells = memory_realloc(
			batch->cells, batch->room * batch->width * sizeof(*batch->cells));
	}
	memset(batch->cells + batch->count++ * batch->width, 0,
		batch->width * sizeof(*batch->cells));
}

size_t
batch_count(const struct batch *batch)
{
	return batch->count;
}

void
batch_empty(struct batch *batch)
{
	batch->count = 0;
}

int
batch_column(const struct batch *batch, const char *name)
{
	for (size_t i = 0; i < batch->width; i++)
		if (strcmp(batch->columns[i], name) == 0)
			return (int)i + 1;
	return 0;
}

struct cell *
batch_cell(struct batch *batch, int column)
{
	return &batch->cells[(batch->count - 1) * batch->width + (size_t)column - 1];
}
