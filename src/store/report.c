#include "docket/report.h"

#include "base/fail.h"
#include "store/filter.h"
#include "store/ids.h"
#include "store/schema.h"
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

/* Sort keys of each subject: what they are called, and what is compared. */
/* clang-format off */
static const struct sort_key {
	const char *subject, *name, *expression;
} sort_keys[] = {
	{ "task", "due", "task.due" },
	{ "task", "overdue", "task.due" },
	{ "task", "priority", "task.priority" },
	{ "task", "text", "task.text COLLATE NOCASE" },
	{ "task", "state", "task.state" },
	{ "task", "meeting", "task.meeting_date" },
	{ "task", "created", "task.created" },
	{ "task", "scheduled", "task.scheduled" },
	{ "task", "done", "task.done" },
	{ "task", "slips", "\"slips:number\"" },
	{ "task", "meetings", "\"meetings:number\"" },
	{ "task", "owner", "\"owners:list\"" },
	{ "task", "account", "\"accounts:list\"" },
	{ "task", "project", "project.name COLLATE NOCASE" },
	{ "task", "id", "task.key" },
	{ "decision", "date", "decision.date" },
	{ "decision", "meeting", "meeting.date" },
	{ "decision", "text", "decision.text COLLATE NOCASE" },
	{ "decision", "account", "\"accounts:list\"" },
	{ "decision", "topic", "decision.topic COLLATE NOCASE" },
	{ "decision", "state", "decision.state" },
	{ "decision", "id", "decision.key" },
	{ "person", "name", "person.name COLLATE NOCASE" },
	{ "account", "name", "account.name COLLATE NOCASE" },
	{ "", "open", "\"open:number\"" },
	{ "", "overdue", "\"overdue:number\"" },
	{ "", "due_soon", "\"due_soon:number\"" },
	{ "", "done", "\"done:number\"" },
	{ "", "decisions", "\"decisions:number\"" },
	{ "", "meetings", "\"meetings:number\"" },
	{ "", "last_met", "\"last_met:date\"" },
	{ "meeting", "date", "meeting.date" },
	{ "meeting", "title", "meeting.title COLLATE NOCASE" },
	{ "meeting", "tasks", "\"tasks:number\"" },
	{ "change", "change",
		"instr('new decided due date reassigned priority reworded state finished reopened gone', "
		"change.change)" },
	{ "change", "date", "change.at" },
	{ "change", "text", "coalesce(task.text, decision.text, change.text) COLLATE NOCASE" },
	{ "change", "owner", "\"owners:list\"" },
	{ "change", "account", "\"accounts:list\"" },
};
/* clang-format on */

enum { SORT_KEYS = sizeof(sort_keys) / sizeof(*sort_keys) };

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

/* Keys without a subject are those that people and accounts share. */
static bool
has_key(const struct sort_key *key, const char *subject)
{
	bool counts = strcmp(subject, "person") == 0 || strcmp(subject, "account") == 0;
	return strcmp(key->subject, subject) == 0 || (!*key->subject && counts);
}

static const struct sort_key *
find_key(const char *subject, str name)
{
	for (size_t i = 0; i < SORT_KEYS; i++)
		if (has_key(&sort_keys[i], subject) && str_equal(name, str_from(sort_keys[i].name)))
			return &sort_keys[i];
	return NULL;
}

static bool
fail_key(const char *subject, str name, struct docket_error *err)
{
	struct arena arena = { 0 };
	struct buffer list = { .arena = &arena };
	for (size_t i = 0; i < SORT_KEYS; i++)
		if (has_key(&sort_keys[i], subject))
			buffer_format(
				&list, "%s%s", list.text.length ? ", " : "", sort_keys[i].name);
	fail(err, DOCKET_INVALID,
		"'%.*s' is no key to sort by; there are: %.*s (-KEY for descending)", STR_ARG(name),
		STR_ARG(list.text));
	arena_free(&arena);
	return false;
}

/* What has no value comes last, whatever the direction. */
static bool
add_order(struct buffer *sql, const struct docket_report *report,
	const struct docket_request *request, struct docket_error *err)
{
	str rest = str_from(request->sort ? request->sort : report->sort), part;
	buffer_add(sql, STR("\nORDER BY "));
	while (str_next_part(&rest, ',', &part)) {
		part = str_trim(part);
		bool down = str_starts(part, STR("-"));
		str name = down ? str_skip(part, 1) : part;
		const struct sort_key *key = find_key(report->subject, name);
		if (!key)
			return fail_key(report->subject, name, err);
		buffer_format(sql, "%s IS NULL, %s%s, ", key->expression, key->expression,
			down != request->reverse ? " DESC" : "");
	}
	buffer_format(sql, "%s.id", report->subject);
	return true;
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

/* The report's SQL with the clauses of the filters where they belong. */
static void
add_question(struct buffer *sql, str question, str clauses)
{
	size_t at = str_find(question, STR("-- filters\n"));
	buffer_add(sql, str_slice(question, 0, at));
	buffer_add(sql, clauses);
	buffer_add(sql, str_slice(question, at, STR_NONE));
}

static void
bind_today(struct statement *statement, date today)
{
	if (statement_has(statement, ":today"))
		bind_date(statement, ":today", today);
}

struct docket_rows *
docket_report_run(
	struct docket_store *store, const struct docket_request *request, struct docket_error *err)
{
	const struct schema_report *found = find_report(request->report);
	if (!found)
		return fail_null(err, DOCKET_INVALID, "there is no report '%s'", request->report);
	struct docket_rows *rows = new_rows(store);
	struct filters filters = { .arena = &rows->arena };
	struct buffer sql = { .arena = &rows->arena };
	if (!filters_read(&filters, store->db, request, &found->report, found->state, err))
		goto failed;
	add_question(&sql, str_from(found->sql), filters.clauses.text);
	if (*found->report.sort && !add_order(&sql, &found->report, request, err))
		goto failed;
	if (request->limit > 0)
		buffer_format(&sql, "\nLIMIT %ld", request->limit);
	rows->statement = db_prepare(store->db, sql.text);
	bind_today(rows->statement, request->today);
	filters_bind(&filters, rows->statement);
	return begin_rows(rows, err);
failed:
	docket_rows_free(rows);
	return NULL;
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
