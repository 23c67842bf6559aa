/*
 * A temporary folder with notes and a store, for tests of imports through the public interface.
 *
 *	struct sandbox box;
 *	sandbox_open(&box);
 *	sandbox_put(&box, "notes/call.md", "- [ ] Send the map\n");
 *	sandbox_import(&box, "notes");
 *	char *dump = sandbox_dump(&box);
 *	...
 *	free(dump);
 *	sandbox_close(&box);
 */
#ifndef TESTS_IMPORT_SANDBOX_H
#define TESTS_IMPORT_SANDBOX_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <docket.h>
#include <sqlite3.h>

#include "rounds.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SANDBOX_TODAY ((struct docket_date){ 2025, 11, 10 })

struct sandbox {
	char folder[32];
	char store[48];
	const char *config; /* of every import; NULL: none */
	uint64_t seed;      /* of sandbox_random */
};

/* A path of the sandbox; an array in a struct, so that it can be given back. */
struct sandbox_path {
	char bytes[512];
};

static inline struct sandbox_path
sandbox_path(const struct sandbox *box, const char *name)
{
	struct sandbox_path path;
	snprintf(path.bytes, sizeof(path.bytes), "%s%s%s", *name == '/' ? "" : box->folder,
		*name == '/' ? "" : "/", name);
	return path;
}

static inline void
sandbox_open(struct sandbox *box)
{
	/* In memory where there is such a folder, for many imports that are made durable. */
	*box = (struct sandbox){ .seed = 2025 };
	snprintf(box->folder, sizeof(box->folder), "%s/docket-XXXXXX",
		access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	assert_non_null(mkdtemp(box->folder));
	snprintf(box->store, sizeof(box->store), "%s/store", box->folder);
}

/* Runs a line of shell in the folder; $OLDPWD is where the test runs. */
static inline void
sandbox_shell(const struct sandbox *box, const char *script)
{
	char command[1024];
	snprintf(command, sizeof(command), "cd '%s' && %s", box->folder, script);
	assert_int_equal(system(command), 0);
}

static inline void
sandbox_close(const struct sandbox *box)
{
	sandbox_shell(box, "rm -rf \"$PWD\"");
}

/* Set-up and tear-down of tests whose state is a sandbox. */
static inline struct sandbox *
sandbox_begin(void **state)
{
	*state = calloc(1, sizeof(struct sandbox));
	assert_non_null(*state);
	sandbox_open(*state);
	return *state;
}

static inline int
sandbox_end(void **state)
{
	sandbox_close(*state);
	free(*state);
	return 0;
}

/* Another store from now on; the notes stay. */
static inline void
sandbox_new_store(struct sandbox *box)
{
	unlink(box->store);
}

/* Writes a file, and the folders above it. */
static inline void
sandbox_put(const struct sandbox *box, const char *name, const char *text)
{
	struct sandbox_path path = sandbox_path(box, name);
	for (char *slash = path.bytes + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
		*slash = '\0';
		assert_true(mkdir(path.bytes, 0700) == 0 || errno == EEXIST);
	}
	FILE *file = fopen(path.bytes, "wb");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

/* All of a file; the caller frees it. */
static inline char *
sandbox_read(const struct sandbox *box, const char *name)
{
	FILE *file = fopen(sandbox_path(box, name).bytes, "rb");
	assert_non_null(file);
	char *text = calloc(1, 1 << 20);
	assert_non_null(text);
	assert_true(fread(text, 1, (1 << 20) - 1, file) < (1 << 20) - 1);
	fclose(file);
	return text;
}

static inline void
sandbox_remove(const struct sandbox *box, const char *name)
{
	assert_int_equal(unlink(sandbox_path(box, name).bytes), 0);
}

static inline uint64_t
sandbox_random(struct sandbox *box, uint64_t below)
{
	box->seed ^= box->seed << 13;
	box->seed ^= box->seed >> 7;
	box->seed ^= box->seed << 17;
	return box->seed % below;
}

/* Copies the vault of the fixtures; where rounds are few, a third of it. */
static inline void
sandbox_put_vault(const struct sandbox *box)
{
	sandbox_shell(box, "cp -R \"$OLDPWD/fixtures/vault\" notes");
	if (rounds_are_few())
		sandbox_shell(box, "cd notes && rm -r Customers/[HKNW]* Customers/*resund* "
				   "People/[CDHILS]* Projects/[AH]* Weekly/*-0* Daily/*-0*");
}

/* Imports one path (NULL: all that is known). */
static inline struct docket_import_result
sandbox_import(const struct sandbox *box, const char *name)
{
	struct sandbox_path path = sandbox_path(box, name ? name : "");
	const char *paths[] = { path.bytes };
	struct docket_import import = {
		.config = box->config, .paths = paths, .path_count = name ? 1 : 0
	};
	struct docket_import_result result;
	struct docket_error err = { 0 };
	if (!docket_store_import(box->store, &import, &result, &err))
		fail_msg("%s", err.message);
	return result;
}

static inline struct docket_store *
sandbox_store(const struct sandbox *box)
{
	struct docket_error err = { 0 };
	struct docket_store *store = docket_store_open(box->store, &err);
	if (!store)
		fail_msg("%s", err.message);
	return store;
}

/* Prints the rows of a statement, a line each. */
static inline void
sandbox_print(struct docket_store *store, const char *statement, FILE *out)
{
	struct docket_error err = { 0 };
	struct docket_rows *rows = docket_sql(store, statement, &err);
	const struct docket_value *row;
	while (rows && (row = docket_rows_next(rows, &err))) {
		for (size_t i = 0; i < row->count; i++) {
			const struct docket_value *cell = &row->items[i];
			if (cell->type == DOCKET_NUMBER)
				fprintf(out, "%lld|", cell->number);
			else
				fprintf(out, "%.*s|", (int)cell->text.length, cell->text.bytes);
		}
		fputc('\n', out);
	}
	if (err.code != DOCKET_OK)
		fail_msg("%s", err.message);
	docket_rows_free(rows);
}

/* The one number that a statement gives. */
static inline long long
sandbox_number(const struct sandbox *box, const char *statement)
{
	struct docket_error err = { 0 };
	struct docket_store *store = sandbox_store(box);
	struct docket_rows *rows = docket_sql(store, statement, &err);
	const struct docket_value *row = rows ? docket_rows_next(rows, &err) : NULL;
	if (!row)
		fail_msg("%s: %s", statement, err.message);
	long long number = row->items[0].number;
	docket_rows_free(rows);
	docket_store_close(store);
	return number;
}

/* A row of sqlite3_exec in the file `out`. */
static inline int
sandbox_print_cells(void *out, int count, char **cells, char **names)
{
	(void)names;
	for (int i = 0; i < count; i++)
		fprintf(out, "%s|", cells[i]);
	fputc('\n', out);
	return 0;
}

/*
 * Prints the index of words: for each row where every word stands and how many words there are, and
 * the sums of all rows. That is what the index has; searching it for each word takes much longer.
 */
static inline void
sandbox_print_index(const struct sandbox *box, FILE *out)
{
	static const char statements[] =
		"CREATE VIRTUAL TABLE temp.word USING fts5vocab (main, search, instance);"
		"SELECT coalesce(task.text, decision.text, note.path, '?'), hex(sz), words "
		"FROM (SELECT doc, group_concat(col || offset || ' ' || term) AS words "
		"FROM (SELECT * FROM word ORDER BY doc, term, col, offset) GROUP BY doc) "
		"JOIN search_docsize AS size ON size.id = doc "
		"LEFT JOIN task ON task.id = doc LEFT JOIN decision ON decision.id = doc "
		"LEFT JOIN note ON note.id = -doc ORDER BY 1, 2, 3;"
		"SELECT hex(block) FROM search_data WHERE id = 1";
	sqlite3 *db = NULL;
	char *message = NULL;
	assert_int_equal(sqlite3_open_v2(box->store, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	if (sqlite3_exec(db, statements, sandbox_print_cells, out, &message) != SQLITE_OK)
		fail_msg("%s", message);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* An item is named by the first line that speaks of it: ids of rows mean nothing. */
#define SANDBOX_PLACE(kind, id)                                                            \
	"(SELECT min(path || ':' || line) FROM mentions WHERE mentions.kind = '" kind "' " \
	"AND item_id = " id ")"

/*
 * All that the views and the index of words say, without the ids of rows, and with or without those
 * that people type; the caller frees it.
 */
static inline char *
sandbox_dump_as(const struct sandbox *box, bool ids)
{
	static const char *const statements[] = {
		"SELECT " SANDBOX_PLACE("task", "id") ", task_key FROM tasks ORDER BY 1",
		"SELECT " SANDBOX_PLACE(
			"decision", "id") ", decision_key FROM decisions ORDER BY 1",
		"SELECT " SANDBOX_PLACE("task", "id") ", text, state, priority, due, due_text, "
						      "scheduled, start, created, done, cancelled, "
						      "recurrence, tags, heading, "
						      "meeting_date, project FROM tasks ORDER BY 1",
		"SELECT " SANDBOX_PLACE("task", "task_id") ", owner, kind FROM task_owners "
							   "ORDER BY 1, 2",
		"SELECT " SANDBOX_PLACE("task", "task_id") ", account FROM task_accounts "
							   "ORDER BY 1, 2",
		"SELECT " SANDBOX_PLACE("decision", "id") ", text, date, state, topic, project "
							  "FROM decisions ORDER BY 1",
		"SELECT " SANDBOX_PLACE(
			"decision", "decision_id") ", account "
						   "FROM decision_accounts ORDER BY 1, 2",
		"SELECT path, line, kind, (SELECT min(other.path || ':' || other.line) "
		"FROM mentions AS other WHERE other.item_id = this.item_id AND other.kind = "
		"this.kind), text, heading, origin, state, priority, due FROM mentions AS this "
		"ORDER BY 1, 2, 3, 5",
		"SELECT name, kind FROM people ORDER BY 1, 2",
		"SELECT name FROM accounts ORDER BY 1",
		"SELECT path, notes.title, notes.date, type, notes.series, source_ref, repaired, "
		"account, account_reason, project, meetings.title, meetings.date, meetings.series "
		"FROM notes LEFT JOIN meetings ON meetings.id = meeting_id ORDER BY 1",
		"SELECT path, (SELECT min(other.path) FROM note AS other "
		"WHERE other.series_note = note.series_note) FROM note ORDER BY 1",
		"SELECT path, name FROM participants JOIN notes USING (meeting_id) ORDER BY 1, 2",
		"SELECT path, line, level, message, kind FROM remarks ORDER BY 1, 2, 5, 4",
		"SELECT tasks, task_mentions, decisions, decision_mentions, people, accounts, "
		"remarks FROM total",
	};
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	assert_non_null(out);
	struct docket_store *store = sandbox_store(box);
	for (size_t i = ids ? 0 : 2; i < sizeof(statements) / sizeof(*statements); i++)
		sandbox_print(store, statements[i], out);
	docket_store_close(store);
	sandbox_print_index(box, out);
	assert_int_equal(fclose(out), 0);
	return text;
}

static inline char *
sandbox_dump(const struct sandbox *box)
{
	return sandbox_dump_as(box, true);
}

/* Two dumps are equal; else the first line in which they differ is told. */
static inline void
sandbox_assert_equal(const char *actual, const char *expected)
{
	const char *line = actual;
	for (; *actual && *actual == *expected; actual++, expected++)
		if (*actual == '\n')
			line = actual + 1;
	if (*actual == *expected)
		return;
	expected -= actual - line;
	fail_msg("\n  %.*s\ninstead of\n  %.*s", (int)strcspn(line, "\n"), line,
		(int)strcspn(expected, "\n"), expected);
}

/* The store says what the dump says; frees neither. */
static inline void
sandbox_assert_dump(const struct sandbox *box, const char *expected)
{
	char *actual = sandbox_dump(box);
	sandbox_assert_equal(actual, expected);
	free(actual);
}

#endif
