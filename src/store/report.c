#include "docket/report.h"

#include "base/fail.h"
#include "store/filter.h"
#include "store/ids.h"
#include "store/misnamed.h"
#include "store/question.h"
#include "store/rows.h"
#include "store/schema.h"
#include "store/search.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

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
	if (!filters_read(&asked->filters, db, request, found, err))
		return false;
	asked->question = (struct question){ found, request, asked->filters.clauses.text };
	asked->words = search_expression(arena, str_from(request->words));
	if (!asked->words.length && strcmp(found->report.subject, "hit") == 0)
		return fail(err, DOCKET_INVALID, "words to look for are needed, such as offer");
	return true;
}

/* What finds words is limited inside, before its columns are computed. */
static void
bind_words(struct statement *statement, const struct asked *asked, long limit)
{
	str words = asked->words, typed = str_from(asked->question.request->words);
	if (statement_has(statement, ":words"))
		bind_text(statement, ":words", words);
	if (statement_has(statement, ":typed"))
		bind_text(statement, ":typed", typed);
	if (statement_has(statement, ":limit"))
		bind_number(statement, ":limit", limit ? limit : -1);
}

static struct statement *
prepare(const struct asked *asked, struct db *db, str sql, long limit)
{
	struct statement *statement = db_prepare(db, sql);
	bind_today(statement, asked->question.request->today);
	bind_words(statement, asked, limit);
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

/* Rows of a new question: what failed before was another one. */
static struct docket_rows *
begin(struct docket_store *store)
{
	db_ask(store->db);
	return rows_new(store);
}

struct docket_rows *
docket_report_run(
	struct docket_store *store, const struct docket_request *request, struct docket_error *err)
{
	struct docket_rows *rows = begin(store);
	struct buffer sql = { .arena = &rows->arena };
	struct asked asked;
	if (!understand(&asked, store->db, &rows->arena, request, err) ||
		!question_rows(&asked.question, &sql, err)) {
		docket_rows_free(rows);
		return NULL;
	}
	rows->statement = prepare_rows(&asked, store->db, sql.text);
	return rows_begin(rows, err);
}

bool
docket_report_count(struct docket_store *store, const struct docket_request *request, size_t *count,
	struct docket_error *err)
{
	struct arena arena = { 0 };
	struct buffer sql = { .arena = &arena };
	struct asked asked;
	db_ask(store->db);
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
	db_ask(store->db);
	if (!ids_find(store->db, str_from(id), &item, err))
		return NULL;
	struct docket_rows *rows = rows_new(store);
	rows->statement = db_prepare(
		store->db, str_from(schema_sql(item.decision ? "show_decision" : "show_task")));
	bind_number(rows->statement, ":id", item.id);
	bind_today(rows->statement, today);
	return rows_begin(rows, err);
}

/* The rows of a statement that has no parameters. */
static struct docket_rows *
run_statement(struct docket_store *store, const char *name, struct docket_error *err)
{
	struct docket_rows *rows = begin(store);
	rows->statement = db_prepare(store->db, str_from(schema_sql(name)));
	return rows_begin(rows, err);
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
docket_search_nearest(struct docket_store *store, const char *words, struct docket_error *err)
{
	struct docket_rows *rows = begin(store);
	str word = search_missing(store->db, &rows->arena, str_from(words));
	rows->statement = db_prepare(store->db, str_from(schema_sql("search_nearest")));
	bind_text(rows->statement, ":word", word);
	bind_number(rows->statement, ":most", (long long)word.length / 4);
	return rows_begin(rows, err);
}

struct docket_rows *
docket_sql(struct docket_store *store, const char *statement, struct docket_error *err)
{
	struct docket_rows *rows = begin(store);
	rows->statement = db_prepare(store->db, str_from(statement));
	if (!db_failed(store->db, err) && statement_only_reads(rows->statement))
		return rows_begin(rows, err);
	if (db_failed(store->db, NULL)) {
		docket_rows_free(rows);
		misnamed_explain(store->db, str_from(statement), err);
		return NULL;
	}
	docket_rows_free(rows);
	return fail_null(err, DOCKET_INVALID, "one statement that only reads is allowed here");
}
