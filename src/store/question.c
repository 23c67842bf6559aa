#include "store/question.h"

#include "base/fail.h"
#include "store/filter.h"

#define BY_LIST(name) "nullif(trim(\"" name ":list\", '[]'), '') COLLATE NOCASE"

/* How often a task was moved, asked of all tasks at once. */
#define SLIPS                                                                               \
	"(WITH moved AS MATERIALIZED (SELECT mention.item, count(*) AS slips " FILTER_MOVED \
	" GROUP BY mention.item) "                                                          \
	"SELECT slips FROM moved WHERE moved.item = task.id)"

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
	{ "task", "slips", SLIPS },
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

/*
 * The order of the rows, and the same order of their keys alone: those of the tables, which no
 * column has, are columns that the keys add.
 */
struct order {
	struct buffer rows, keys, by_keys;
};

/* What has no value comes last, whatever the direction: NULL is the least to SQLite. */
static void
add_key(struct order *order, const struct sort_key *key, bool down)
{
	const char *direction = down ? "DESC" : "NULLS LAST";
	buffer_format(&order->rows, "%s %s, ", key->expression, direction);
	if (strchr(key->expression, '"')) {
		buffer_format(&order->by_keys, "%s %s, ", key->expression, direction);
		return;
	}
	buffer_format(&order->by_keys, "\"key %zu\" %s, ", order->keys.text.length, direction);
	buffer_format(
		&order->keys, "%s AS \"key %zu\", ", key->expression, order->keys.text.length);
}

static bool
read_order(struct order *order, const struct docket_report *report,
	const struct docket_request *request, struct docket_error *err)
{
	str rest = str_from(request->sort ? request->sort : report->sort), part;
	while (str_next_part(&rest, ',', &part)) {
		part = str_trim(part);
		bool down = str_starts(part, STR("-"));
		str name = down ? str_skip(part, 1) : part;
		const struct sort_key *key = find_key(report->subject, name);
		if (!key)
			return fail_key(report->subject, name, err);
		add_key(order, key, down != request->reverse);
	}
	buffer_format(&order->rows, "%s.id", report->subject);
	buffer_add(&order->by_keys, STR("\"row\""));
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
 * "SELECT "row" FROM (SELECT task.id AS "row", ... FROM task ...)", the rows of a report by the ids
 * of its subject; empty when they are not those of one table. SQLite merges the two, and computes
 * no column of the report that neither an order nor a filter looks at.
 */
static str
without_columns(struct arena *arena, const struct docket_report *report, str question, str keys)
{
	size_t columns = str_find(question, STR("\nSELECT\n"));
	size_t from = str_find(question, str_format(arena, "\nFROM %s\n", report->subject));
	str rows = from == STR_NONE ? (str){ 0 } : str_skip(question, from);
	if (!*report->sort || columns == STR_NONE ||
		str_find(question, STR("\nWITH ")) != STR_NONE ||
		str_find(rows, STR("\nWHERE ")) == STR_NONE)
		return (str){ 0 };
	return str_format(arena, "SELECT \"row\" FROM (\nSELECT %s.id AS \"row\", %.*s%.*s)",
		report->subject, STR_ARG(keys),
		STR_ARG(str_skip(question, columns + strlen("\nSELECT\n"))));
}

/* Of many rows only the first are computed whole: inside it is asked which those are. */
static void
add_first(struct buffer *sql, const struct question *question, const struct order *order)
{
	const struct docket_report *report = &question->report->report;
	str rows = without_columns(sql->arena, report, sql->text, order->keys.text);
	if (rows.length)
		buffer_format(sql, "\nAND %s.id IN (%.*s\nORDER BY %.*s\nLIMIT %ld)",
			report->subject, STR_ARG(rows), STR_ARG(order->by_keys.text),
			question->request->limit);
}

bool
question_rows(const struct question *question, struct buffer *sql, struct docket_error *err)
{
	const struct docket_request *request = question->request;
	const struct docket_report *report = &question->report->report;
	struct order order = { { .arena = sql->arena }, { .arena = sql->arena },
		{ .arena = sql->arena } };
	add_filtered(sql, str_from(question->report->sql), question->clauses);
	if (*report->sort && !read_order(&order, report, request, err))
		return false;
	if (request->limit > 0)
		add_first(sql, question, &order);
	if (order.rows.text.length)
		buffer_format(sql, "\nORDER BY %.*s", STR_ARG(order.rows.text));
	if (request->limit > 0)
		buffer_format(sql, "\nLIMIT %ld", request->limit);
	return true;
}

/* LIMIT has SQLite look at the rows by themselves, and leave out what is joined but not needed. */
void
question_count(const struct question *question, struct buffer *sql)
{
	struct buffer whole = { .arena = sql->arena };
	add_filtered(&whole, str_from(question->report->sql), question->clauses);
	str rows = without_columns(sql->arena, &question->report->report, whole.text, (str){ 0 });
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
