#include "store/rows.h"

#include "store/value.h"

#include <stdlib.h>

static struct docket_value
column_from(struct arena *arena, const char *alias)
{
	static const struct {
		const char *name;
		enum docket_type type;
	} types[] = { { "number", DOCKET_NUMBER }, { "date", DOCKET_DATE }, { "list", DOCKET_LIST },
		{ "map", DOCKET_MAP } };
	str name = str_from(alias);
	size_t colon = str_find_char(name, ':');
	struct docket_value column = { .type = DOCKET_TEXT,
		.name = str_copy(arena, str_slice(name, 0, colon)) };
	for (size_t i = 0; colon != STR_NONE && i < sizeof(types) / sizeof(*types); i++)
		if (str_equal(str_skip(name, colon + 1), str_from(types[i].name)))
			column.type = types[i].type;
	return column;
}

static void
read_columns(struct docket_rows *rows)
{
	size_t count = (size_t)column_count(rows->statement);
	struct docket_value *columns = arena_array(&rows->arena, count, sizeof(*columns));
	for (size_t i = 0; i < count; i++)
		columns[i] = column_from(&rows->arena, column_name(rows->statement, (int)i));
	rows->columns =
		(struct docket_value){ .type = DOCKET_MAP, .items = columns, .count = count };
}

struct docket_rows *
rows_new(struct docket_store *store)
{
	struct docket_rows *rows = memory_alloc(sizeof(*rows));
	rows->db = store->db;
	return rows;
}

struct docket_rows *
rows_begin(struct docket_rows *rows, struct docket_error *err)
{
	if (db_failed(rows->db, err)) {
		docket_rows_free(rows);
		return NULL;
	}
	read_columns(rows);
	return rows;
}

const struct docket_value *
docket_rows_columns(const struct docket_rows *rows)
{
	return &rows->columns;
}

/* What is written of a number that is not whole; infinity is too large a number, as in SQL. */
static str
fraction(str written)
{
	if (str_equal(written, STR("Inf")))
		return STR("9e999");
	if (str_equal(written, STR("-Inf")))
		return STR("-9e999");
	return str_find_char(written, '.') == STR_NONE ? (str){ 0 } : written;
}

static struct docket_value
read_cell(struct docket_rows *rows, int column)
{
	const struct docket_value *as = &rows->columns.items[column];
	struct docket_value cell = { .name = as->name };
	if (column_is_null(rows->statement, column))
		return cell;
	if (as->type == DOCKET_LIST || as->type == DOCKET_MAP) {
		/* Views into SQLite's text, valid until the next row as the cell is. */
		cell = value_from_json(&rows->row, column_text(rows->statement, column));
		cell.name = as->name;
	} else if (as->type == DOCKET_NUMBER || column_is_number(rows->statement, column)) {
		cell.type = DOCKET_NUMBER;
		cell.number = column_number(rows->statement, column);
		cell.text = fraction(column_text(rows->statement, column));
	} else {
		cell.type = as->type;
		cell.text = column_text(rows->statement, column);
	}
	return cell;
}

const struct docket_value *
rows_current(struct docket_rows *rows)
{
	arena_reset(&rows->row);
	size_t count = rows->columns.count;
	struct docket_value *cells = arena_array(&rows->row, count, sizeof(*cells));
	for (size_t i = 0; i < count; i++)
		cells[i] = read_cell(rows, (int)i);
	rows->current = (struct docket_value){ .type = DOCKET_MAP, .items = cells, .count = count };
	return &rows->current;
}

const struct docket_value *
docket_rows_next(struct docket_rows *rows, struct docket_error *err)
{
	if (err)
		err->code = DOCKET_OK;
	if (!rows->ended) {
		/* Another question may have failed since the last row. */
		db_forgive(rows->db);
		const struct docket_value *row =
			statement_step(rows->statement) ? rows_current(rows) : NULL;
		if (row && !db_failed(rows->db, err))
			return row;
	}
	rows->ended = true;
	db_failed(rows->db, err);
	return NULL;
}

void
docket_rows_free(struct docket_rows *rows)
{
	if (!rows)
		return;
	statement_free(rows->statement);
	arena_free(&rows->row);
	arena_free(&rows->arena);
	free(rows);
}
