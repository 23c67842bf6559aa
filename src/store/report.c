#include "docket/report.h"

#include "base/fail.h"
#include "store/filter.h"
#include "store/ids.h"
#include "store/question.h"
#include "store/schema.h"
#include "store/search.h"
#include "store/store.h"
#include "store/value.h"

#include <stdlib.h>
#include <string.h>

struct docket_rows {
	struct db *db;
	struct statement *statement;
	bool ended;         /* there are no more rows */
	struct arena arena; /* lives as long as the rows: columns, bound values */
	struct arena row;   /* of the current row */
	struct docket_value columns;
	struct docket_value current;
};

const struct docket_report *
docket_report_at(size_t index)
{
	for (size_t i = 0; i <= index; i++)
		if (!schema_reports[i].sql)
			return NULL;
	return &schema_reports[index].report;
}

static const struct schema_report *
find_report(const char *name)
{
	static const struct schema_report *const tables[] = { schema_reports, schema_sections };
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++)
		for (const struct schema_report *report = tables[i]; report->sql; report++)
			if (strcmp(report->report.name, name) == 0)
				return report;
	return NULL;
}

const struct docket_report *
docket_report_find(const char *name)
{
	const struct schema_report *found = find_report(name);
	return found ? &found->report : NULL;
}

/* A column "due:date" is called due and holds dates; without a type it is text. */
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

static struct docket_rows *
new_rows(struct docket_store *store)
{
	struct docket_rows *rows = memory_alloc(sizeof(*rows));
	rows->db = store->db;
	db_forgive(store->db);
	return rows;
}

/* Takes over the statement; NULL, with the rows freed, when something has failed. */
static struct docket_rows *
begin_rows(struct docket_rows *rows, struct docket_error *err)
{
	if (db_failed(rows->db, err)) {
		docket_rows_free(rows);
		return NULL;
	}
	read_columns(rows);
	return rows;
}

static void
bind_today(struct statement *statement, date today)
{
	if (statement_has(statement, ":today"))
		bind_date(statement, ":today", today);
}

/* A report with the filters of a request, understood. */
struct asked {
	struct question question;
	struct filters filters;
	str words; /* an expression of FTS5; empty: it looks for none */
};

static bool
understand(struct asked *asked, struct db *db, struct arena *arena,
	const struct docket_request *request, struct docket_error *err)
{
	const struct schema_report *found = find_report(request->report);
	if (!found) {
		fail(err, DOCKET_INVALID, "there is no report '%s'", request->report);
		return false;
	}
	asked->filters = (struct filters){ .arena = arena };
	if (!filters_read(&asked->filters, db, request, &found->report, found->state, err))
		return false;
	asked->question = (struct question){ found, request, asked->filters.clauses.text };
	asked->words = search_expression(arena, str_from(request->words));
	if (!asked->words.length && strcmp(found->report.subject, "hit") == 0)
		return fail(err, DOCKET_INVALID, "words to look for are needed, such as offer");
	return true;
}

/* What finds words is limited inside, before its columns are computed. */
static void
bind_words(struct statement *statement, str words, long limit)
{
	if (statement_has(statement, ":words"))
		bind_text(statement, ":words", words);
	if (statement_has(statement, ":limit"))
		bind_number(statement, ":limit", limit ? limit : -1);
}

static struct statement *
prepare(const struct asked *asked, struct db *db, str sql, long limit)
{
	struct statement *statement = db_prepare(db, sql);
	bind_today(statement, asked->question.request->today);
	bind_words(statement, asked->words, limit);
	filters_bind(&asked->filters, statement);
	return statement;
}

static struct statement *
prepare_rows(const struct asked *asked, struct db *db, str sql)
{
	const struct docket_request *request = asked->question.request;
	const char *wanted = request->columns;
	if (!wanted)
		return prepare(asked, db, sql, request->limit);
	struct buffer narrow = { .arena = asked->filters.arena };
	struct statement *whole = db_prepare(db, sql);
	if (!db_failed(db, NULL))
		question_narrow(whole, sql, wanted, &narrow);
	statement_free(whole);
	return prepare(asked, db, narrow.text, request->limit);
}

struct docket_rows *
docket_report_run(
	struct docket_store *store, const struct docket_request *request, struct docket_error *err)
{
	struct docket_rows *rows = new_rows(store);
	struct buffer sql = { .arena = &rows->arena };
	struct asked asked;
	if (!understand(&asked, store->db, &rows->arena, request, err) ||
		!question_rows(&asked.question, &sql, err)) {
		docket_rows_free(rows);
		return NULL;
	}
	rows->statement = prepare_rows(&asked, store->db, sql.text);
	return begin_rows(rows, err);
}

bool
docket_report_count(struct docket_store *store, const struct docket_request *request, size_t *count,
	struct docket_error *err)
{
	struct arena arena = { 0 };
	struct buffer sql = { .arena = &arena };
	struct asked asked;
	db_forgive(store->db);
	bool done = understand(&asked, store->db, &arena, request, err);
	if (done) {
		question_count(&asked.question, &sql);
		struct statement *statement = prepare(&asked, store->db, sql.text, 0);
		*count = (size_t)statement_number(statement, 0);
		statement_free(statement);
		done = !db_failed(store->db, err);
	}
	arena_free(&arena);
	return done;
}

struct docket_rows *
docket_show(struct docket_store *store, const char *id, struct docket_date today,
	struct docket_error *err)
{
	struct item item;
	db_forgive(store->db);
	if (!ids_find(store->db, str_from(id), &item, err))
		return NULL;
	struct docket_rows *rows = new_rows(store);
	rows->statement = db_prepare(
		store->db, str_from(schema_sql(item.decision ? "show_decision" : "show_task")));
	bind_number(rows->statement, ":id", item.id);
	bind_today(rows->statement, today);
	return begin_rows(rows, err);
}

/* The rows of a statement that has no parameters. */
static struct docket_rows *
run_statement(struct docket_store *store, const char *name, struct docket_error *err)
{
	struct docket_rows *rows = new_rows(store);
	rows->statement = db_prepare(store->db, str_from(schema_sql(name)));
	return begin_rows(rows, err);
}

struct docket_rows *
docket_remarks(struct docket_store *store, struct docket_error *err)
{
	return run_statement(store, "remarks", err);
}

struct docket_rows *
docket_folders(struct docket_store *store, struct docket_error *err)
{
	return run_statement(store, "folders", err);
}

struct docket_rows *
docket_likely_me(struct docket_store *store, struct docket_error *err)
{
	return run_statement(store, "who_is_me", err);
}

struct docket_rows *
docket_unknown_people(struct docket_store *store, struct docket_error *err)
{
	return run_statement(store, "unknown_people", err);
}

struct docket_rows *
docket_sql(struct docket_store *store, const char *statement, struct docket_error *err)
{
	struct docket_rows *rows = new_rows(store);
	rows->statement = db_prepare(store->db, str_from(statement));
	if (db_failed(store->db, NULL) || statement_only_reads(rows->statement))
		return begin_rows(rows, err);
	docket_rows_free(rows);
	return fail_null(err, DOCKET_INVALID, "one statement that only reads is allowed here");
}

const struct docket_value *
docket_rows_columns(const struct docket_rows *rows)
{
	return &rows->columns;
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
		str written = column_text(rows->statement, column);
		if (str_find_char(written, '.') != STR_NONE)
			cell.text = written;
	} else {
		cell.type = as->type;
		cell.text = column_text(rows->statement, column);
	}
	return cell;
}

const struct docket_value *
docket_rows_next(struct docket_rows *rows, struct docket_error *err)
{
	if (err)
		err->code = DOCKET_OK;
	arena_reset(&rows->row);
	if (rows->ended || !statement_step(rows->statement)) {
		rows->ended = true;
		db_failed(rows->db, err);
		return NULL;
	}
	size_t count = rows->columns.count;
	struct docket_value *cells = arena_array(&rows->row, count, sizeof(*cells));
	for (size_t i = 0; i < count; i++)
		cells[i] = read_cell(rows, (int)i);
	rows->current = (struct docket_value){ .type = DOCKET_MAP, .items = cells, .count = count };
	return &rows->current;
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
