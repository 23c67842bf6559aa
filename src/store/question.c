#include "store/question.h"

#include "base/fail.h"

#define BY_LIST(name) "nullif(trim(\"" name ":list\", '[]'), '') COLLATE NOCASE"

/* Sort keys of each subject: what they are called, and what is compared. */
/* clang-format off */
static const struct sort_key {
	const char *subject, *name, *expression;
} sort_keys[] = {
	{ "task", "due", "task.due" },
	{ "task", "overdue", "\"overdue_days:number\"" },
	{ "task", "priority", "task.priority" },
	{ "task", "text", "task.text COLLATE NOCASE" },
	{ "task", "state", "task.state" },
	{ "task", "meeting", "task.meeting_date" },
	{ "task", "created", "task.created" },
	{ "task", "scheduled", "task.scheduled" },
	{ "task", "done", "task.done" },
	{ "task", "slips", "\"slips:number\"" },
	{ "task", "meetings", "\"meetings:number\"" },
	{ "task", "owner", BY_LIST("owners") },
	{ "task", "account", BY_LIST("accounts") },
	{ "task", "project", "project.name COLLATE NOCASE" },
	{ "task", "id", "task.key" },
	{ "decision", "date", "decision.date" },
	{ "decision", "meeting", "meeting.date" },
	{ "decision", "text", "decision.text COLLATE NOCASE" },
	{ "decision", "account", BY_LIST("accounts") },
	{ "decision", "topic", "decision.topic COLLATE NOCASE" },
	{ "decision", "state", "decision.state" },
	{ "decision", "id", "decision.key" },
	{ "person", "name", "person.name COLLATE NOCASE" },
	{ "person", "kind", "person.kind" },
	{ "account", "name", "account.name COLLATE NOCASE" },
	{ "account", "people", "\"people:number\"" },
	{ "", "open", "\"open:number\"" },
	{ "", "overdue", "\"overdue:number\"" },
	{ "", "due_soon", "\"due_soon:number\"" },
	{ "", "done", "\"done:number\"" },
	{ "", "decisions", "\"decisions:number\"" },
	{ "", "meetings", "\"meetings:number\"" },
	{ "", "last_met", "\"last_met:date\"" },
	{ "meeting", "date", "meeting.date" },
	{ "meeting", "title", "meeting.title COLLATE NOCASE" },
	{ "meeting", "account", BY_LIST("accounts") },
	{ "meeting", "tasks", "\"tasks:number\"" },
	{ "meeting", "decisions", "\"decisions:number\"" },
	{ "change", "change",
		"instr('new decided due date reassigned priority reworded state finished reopened gone', "
		"change.change)" },
	{ "change", "date", "change.at" },
	{ "change", "text", "coalesce(task.text, decision.text, change.text) COLLATE NOCASE" },
	{ "change", "owner", BY_LIST("owners") },
	{ "change", "account", BY_LIST("accounts") },
};
/* clang-format on */

enum { SORT_KEYS = sizeof(sort_keys) / sizeof(*sort_keys) };

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

/* What has no value comes last, whatever the direction: NULL is the least to SQLite. */
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
		buffer_format(sql, "%s %s, ", key->expression,
			down != request->reverse ? "DESC" : "NULLS LAST");
	}
	buffer_format(sql, "%s.id", report->subject);
	return true;
}

/* The report's SQL with the clauses of the filters where they belong. */
static void
add_filtered(struct buffer *sql, str question, str clauses)
{
	size_t at = str_find(question, STR("-- filters\n"));
	buffer_add(sql, str_slice(question, 0, at));
	buffer_add(sql, clauses);
	buffer_add(sql, str_slice(question, at, STR_NONE));
}

/*
 * "SELECT task.id FROM task ...", the rows of a report without its columns; empty when they cannot
 * be cut off. A filter may look at columns, whose names have quotes.
 */
static str
without_columns(struct arena *arena, const struct docket_report *report, str question)
{
	size_t from = str_find(question, str_format(arena, "\nFROM %s\n", report->subject));
	str rows = from == STR_NONE ? (str){ 0 } : str_skip(question, from);
	if (!*report->sort || str_find(question, STR("\nWITH ")) != STR_NONE ||
		str_find(rows, STR("\nWHERE ")) == STR_NONE || str_find_char(rows, '"') != STR_NONE)
		return (str){ 0 };
	return str_format(arena, "SELECT %s.id%.*s", report->subject, STR_ARG(rows));
}

/*
 * Of many rows only the first are computed whole. Which those are is asked inside, of the tables
 * alone, so this is not for an order by columns of the report, which have quotes.
 */
static void
add_first(struct buffer *sql, const struct docket_report *report, str end)
{
	str rows = without_columns(sql->arena, report, sql->text);
	if (rows.length && str_find_char(end, '"') == STR_NONE)
		buffer_format(sql, "\nAND %s.id IN (%.*s%.*s)", report->subject, STR_ARG(rows),
			STR_ARG(end));
}

bool
question_rows(const struct question *question, struct buffer *sql, struct docket_error *err)
{
	const struct docket_request *request = question->request;
	const struct docket_report *report = &question->report->report;
	struct buffer end = { .arena = sql->arena };
	add_filtered(sql, str_from(question->report->sql), question->clauses);
	if (*report->sort && !add_order(&end, report, request, err))
		return false;
	if (request->limit > 0) {
		buffer_format(&end, "\nLIMIT %ld", request->limit);
		add_first(sql, report, end.text);
	}
	buffer_add(sql, end.text);
	return true;
}

/* LIMIT has SQLite look at the rows by themselves, and leave out what is joined but not needed. */
void
question_count(const struct question *question, struct buffer *sql)
{
	struct buffer whole = { .arena = sql->arena };
	add_filtered(&whole, str_from(question->report->sql), question->clauses);
	str rows = without_columns(sql->arena, &question->report->report, whole.text);
	if (rows.length)
		buffer_format(sql, "SELECT count(*) FROM (\n%.*s\nLIMIT -1)", STR_ARG(rows));
	else
		buffer_format(sql, "SELECT count(*) FROM (\n%.*s\n)", STR_ARG(whole.text));
}

/* Columns are named "due:date" or, when they are text, "text". */
static bool
is_wanted(str column, str wanted)
{
	str word;
	while (str_next_part(&wanted, ' ', &word))
		if (str_equal(word, str_slice(column, 0, str_find_char(column, ':'))))
			return true;
	return false;
}

void
question_narrow(const struct statement *whole, str question, const char *wanted, struct buffer *sql)
{
	const char *before = "SELECT ";
	for (int i = 0; i < column_count(whole); i++) {
		if (!is_wanted(str_from(column_name(whole, i)), str_from(wanted)))
			continue;
		buffer_format(sql, "%s\"%s\"", before, column_name(whole, i));
		before = ", ";
	}
	if (sql->text.length)
		buffer_format(sql, " FROM (\n%.*s\n)", STR_ARG(question));
	else
		buffer_add(sql, question);
}
