#include "store/filter.h"

#include "base/fail.h"
#include "store/filter_value.h"

#include <string.h>

enum subject { TASK, DECISION, PERSON, ACCOUNT, MEETING, CHANGE, HIT, SUBJECTS };

static const char *const subjects[SUBJECTS] = { "task", "decision", "person", "account", "meeting",
	"change", "hit" };

#define ANY(parameter) "(SELECT value FROM json_each(" parameter "))"
#define ITEMS_OF_NOTES(condition)                                                      \
	"(SELECT mention.item FROM note CROSS JOIN mention ON mention.note = note.id " \
	"WHERE " condition ")"
/*
 * A hit is a task, a decision, key information or, with a minus, a note. The + keeps the index of
 * words first.
 */
#define HIT_AMONG(items, notes_where)                                           \
	"+search.rowid IN (SELECT * FROM " items                                \
	" UNION ALL SELECT -note.id FROM note WHERE " notes_where               \
	" UNION ALL SELECT information.id FROM note CROSS JOIN information ON " \
	"information.note = note.id WHERE " notes_where ")"
#define HIT_OF_NOTES(condition) HIT_AMONG(ITEMS_OF_NOTES(condition), condition)
#define HIT_HAS(column)                                                              \
	"coalesce((SELECT " column " FROM task WHERE id = search.rowid), "           \
	"(SELECT " column " FROM decision WHERE id = search.rowid), "                \
	"(SELECT " column " FROM note WHERE id = coalesce((SELECT information.note " \
	"FROM information WHERE information.id = search.rowid), -search.rowid)))"
#define HIT_DATE "(SELECT date FROM meeting WHERE id = " HIT_HAS("meeting") ")"
#define TOOK_PART "note.id IN (SELECT note FROM note_person WHERE person IN " ANY(":person") ")"
#define OF_SERIES "(note.series_note IN " ANY(":series") " OR note.id IN " ANY(":series") ")"
#define PATH_FITS                                                                              \
	"EXISTS (SELECT 1 FROM json_each(:path) WHERE note.path GLOB value OR note.name GLOB " \
	"value)"
#define HAS_WORDS(text)                                                                     \
	"EXISTS (SELECT 1 FROM json_each(:text) AS wanted WHERE NOT EXISTS (SELECT 1 FROM " \
	"json_each(wanted.value) AS word WHERE instr(text_key(" text "), word.value) = 0))"

/* A row per filter: its option, and its clause for each subject that has it. */
/* clang-format off */
static const struct filter_row {
	struct docket_filter_option option;
	bool (*add[SUBJECTS])(struct context *, str, struct docket_error *);
	const char *parameter;
	const char *clauses[SUBJECTS];
} rows[] = {
	{ { "owner", "NAME", "owned by this person; me is you, others is not you, none is nobody" },
		{ [TASK] = filter_add_person, [CHANGE] = filter_add_person, [HIT] = filter_add_person }, ":owner", {
		[TASK] = "task.id IN (SELECT task FROM task_owner WHERE person IN " ANY(":owner") ")",
		[CHANGE] = "(change.item IN (SELECT task FROM task_owner WHERE person IN " ANY(":owner")
			") OR EXISTS (SELECT 1 FROM person, json_each(change.old_owners) "
			"WHERE person.name = value AND person.id IN " ANY(":owner") "))",
		[HIT] = "+search.rowid IN (SELECT task FROM task_owner WHERE person IN " ANY(":owner") ")" } },
	{ { "account", "NAME", "for this account; none is none" },
		{ filter_add_account, filter_add_account, filter_add_account, filter_add_account, filter_add_account, filter_add_account, filter_add_account }, ":account", {
		[TASK] = "task.id IN (SELECT item FROM item_account WHERE account IN " ANY(":account") ")",
		[DECISION] = "decision.id IN (SELECT item FROM item_account WHERE account IN "
			ANY(":account") ")",
		[PERSON] = "person.id IN (SELECT note_person.person FROM note JOIN note_person ON "
			"note_person.note = note.id WHERE note.account IN " ANY(":account") ")",
		[ACCOUNT] = "account.id IN " ANY(":account"),
		[MEETING] = "meeting.id IN (SELECT meeting FROM note WHERE account IN " ANY(":account")
			")",
		[CHANGE] = "(change.item IN (SELECT item FROM item_account WHERE account IN "
			ANY(":account") ") OR (change.kind = 'gone' AND EXISTS (SELECT 1 FROM account, "
			"json_each(change.new) WHERE account.name = value AND account.id IN "
			ANY(":account") ")))",
		[HIT] = HIT_AMONG("(SELECT item FROM item_account WHERE account IN " ANY(":account") ")",
			"account IN " ANY(":account")) } },
	{ { "person", "NAME", "of meetings in which this person took part" },
		{ filter_add_person, filter_add_person, filter_add_person, filter_add_person, filter_add_person, filter_add_person, filter_add_person }, ":person", {
		[TASK] = "task.id IN " ITEMS_OF_NOTES(TOOK_PART),
		[DECISION] = "decision.id IN " ITEMS_OF_NOTES(TOOK_PART),
		[PERSON] = "person.id IN " ANY(":person"),
		[ACCOUNT] = "account.id IN (SELECT note.account FROM note WHERE " TOOK_PART ")",
		[MEETING] = "meeting.id IN (SELECT note.meeting FROM note WHERE " TOOK_PART ")",
		[CHANGE] = "change.item IN " ITEMS_OF_NOTES(TOOK_PART),
		[HIT] = HIT_OF_NOTES(TOOK_PART) } },
	{ { "project", "NAME", "of this project" },
		{ filter_add_project, filter_add_project, NULL, NULL, filter_add_project, filter_add_project, filter_add_project }, ":project", {
		[TASK] = "task.project IN " ANY(":project"),
		[DECISION] = "decision.project IN " ANY(":project"),
		[MEETING] = "meeting.project IN " ANY(":project"),
		[CHANGE] = "coalesce(task.project, decision.project) IN " ANY(":project"),
		[HIT] = HIT_HAS("project") " IN " ANY(":project") } },
	{ { "series", "NAME", "of meetings of this series" },
		{ [TASK] = filter_add_series, [DECISION] = filter_add_series,
			[MEETING] = filter_add_series, [CHANGE] = filter_add_series, [HIT] = filter_add_series }, ":series", {
		[TASK] = "task.id IN " ITEMS_OF_NOTES(OF_SERIES),
		[DECISION] = "decision.id IN " ITEMS_OF_NOTES(OF_SERIES),
		[MEETING] = "meeting.id IN (SELECT note.meeting FROM note WHERE " OF_SERIES ")",
		[CHANGE] = "change.item IN " ITEMS_OF_NOTES(OF_SERIES),
		[HIT] = HIT_OF_NOTES(OF_SERIES) } },
	{ { "state", "STATE", "open proposed in_progress on_hold done cancelled all; decisions: active superseded withdrawn all" },
		{ filter_add_state, filter_add_decision_state }, ":state", {
		[TASK] = "task.state IN " ANY(":state"),
		[DECISION] = "decision.state IN " ANY(":state") } },
	{ { "priority", "P", "highest high medium none low lowest; high+ is high and above" },
		{ filter_add_priority }, ":priority", {
		[TASK] = "task.priority IN " ANY(":priority") } },
	{ { "due", "RANGE", "due on a day or in a range: today, friday, ..2025-11-30, none" },
		{ filter_add_range }, ":due", {
		[TASK] = "EXISTS (SELECT 1 FROM json_each(:due) WHERE (value ->> 0 IS NULL AND task.due IS "
			"NULL) OR task.due BETWEEN value ->> 0 AND value ->> 1)" } },
	{ { "slipped", NULL, "whose due date was moved later at least once" },
		{ filter_add_switch }, ":slipped", {
		[TASK] = "(task.id IN (SELECT mention.item " FILTER_MOVED ")) IN " ANY(":slipped") } },
	{ { "since", "DATE", "of meetings on or after this day; changes: seen on or after this day" },
		{ filter_add_first_day, filter_add_first_day, NULL, NULL, filter_add_first_day, filter_add_first_day, filter_add_first_day }, ":since", {
		[TASK] = "task.meeting IN (SELECT id FROM meeting WHERE date >= "
			"(SELECT min(value) FROM json_each(:since)))",
		[DECISION] = "meeting.date >= (SELECT min(value) FROM json_each(:since))",
		[MEETING] = "meeting.date >= (SELECT min(value) FROM json_each(:since))",
		[CHANGE] = "change.at >= (SELECT min(value) FROM json_each(:since))",
		[HIT] = HIT_DATE " >= (SELECT min(value) FROM json_each(:since))" } },
	{ { "until", "DATE", "of meetings on or before this day" },
		{ filter_add_last_day, filter_add_last_day, NULL, NULL, filter_add_last_day, NULL, filter_add_last_day }, ":until", {
		[TASK] = "task.meeting IN (SELECT id FROM meeting WHERE date <= "
			"(SELECT max(value) FROM json_each(:until)))",
		[DECISION] = "meeting.date <= (SELECT max(value) FROM json_each(:until))",
		[MEETING] = "meeting.date <= (SELECT max(value) FROM json_each(:until))",
		[HIT] = HIT_DATE " <= (SELECT max(value) FROM json_each(:until))" } },
	{ { "tag", "TAG", "with this tag or one below it" },
		{ filter_add_tag }, ":tag", {
		[TASK] = "EXISTS (SELECT 1 FROM json_each(task.tags) AS has, json_each(:tag) AS wanted "
			"WHERE text_lower(has.value) = wanted.value "
			"OR substr(text_lower(has.value), 1, length(wanted.value) + 1) = wanted.value || '/')" } },
	{ { "path", "GLOB", "from notes whose path fits, absolute or below their folder" },
		{ filter_add_glob, filter_add_glob, NULL, NULL, filter_add_glob, NULL, filter_add_glob }, ":path", {
		[TASK] = "task.id IN " ITEMS_OF_NOTES(PATH_FITS),
		[DECISION] = "decision.id IN " ITEMS_OF_NOTES(PATH_FITS),
		[MEETING] = "meeting.id IN (SELECT note.meeting FROM note WHERE " PATH_FITS ")",
		[HIT] = HIT_OF_NOTES(PATH_FITS) } },
	{ { "text", "WORDS", "whose text has all these words; \"in quotes\": as they follow each other" },
		{ filter_add_text, filter_add_text }, ":text", {
		[TASK] = HAS_WORDS("task.text"),
		[DECISION] = HAS_WORDS("decision.text") } },
};
/* clang-format on */

#define UNOWNED(task) "NOT EXISTS (SELECT 1 FROM task_owner WHERE task_owner.task = " task ")"
#define OF_OTHERS(task)                                                                            \
	"NOT EXISTS (SELECT 1 FROM task_owner JOIN person ON person.id = task_owner.person WHERE " \
	"task_owner.task = " task " AND person.kind = 'me')"
#define UNSERVED(item) "NOT EXISTS (SELECT 1 FROM item_account WHERE item_account.item = " item ")"

/* Values of filters that are not names but words, and what they keep. */
static const struct {
	const char *option, *word;
	enum subject subject;
	const char *clause;
} words[] = {
	{ "owner", "none", TASK, UNOWNED("task.id") },
	{ "owner", "none", CHANGE,
		"(change.kind <> 'gone' OR change.old_owners = '[]') AND " UNOWNED("change.item") },
	{ "owner", "none", HIT,
		"+search.rowid IN (SELECT task.id FROM task WHERE " UNOWNED("task.id") ")" },
	{ "owner", "others", TASK, OF_OTHERS("task.id") },
	{ "owner", "others", CHANGE,
		OF_OTHERS("change.item") " AND NOT EXISTS (SELECT 1 FROM person, "
					 "json_each(change.old_owners) WHERE change.kind = 'gone' "
					 "AND person.name = value AND person.kind = 'me')" },
	{ "owner", "others", HIT,
		"+search.rowid IN (SELECT task.id FROM task WHERE " OF_OTHERS("task.id") ")" },
	{ "account", "none", TASK, UNSERVED("task.id") },
	{ "account", "none", DECISION, UNSERVED("decision.id") },
	{ "account", "none", PERSON,
		"person.id IN (SELECT note_person.person FROM note JOIN note_person ON "
		"note_person.note = note.id WHERE note.account IS NULL)" },
	{ "account", "none", MEETING,
		"NOT EXISTS (SELECT 1 FROM note WHERE note.meeting = meeting.id AND "
		"note.account IS NOT NULL)" },
	{ "account", "none", CHANGE,
		"(change.kind <> 'gone' OR coalesce(change.new, '[]') = '[]') AND " UNSERVED(
			"change.item") },
	{ "account", "none", HIT,
		HIT_AMONG("(SELECT item.id FROM (SELECT id FROM task UNION ALL SELECT id FROM "
			  "decision) AS item WHERE " UNSERVED("item.id") ")",
			"note.account IS NULL") },
};

/*
 * What is kept when a filter is not given. Open tasks in these words, for their index to be used.
 */
static const struct {
	const char *option;
	enum subject subject;
	const char *state; /* of the reports this is for; NULL: all */
	const char *clause;
} usuals[] = {
	{ "state", TASK, "open", "task.state < 4" },
	{ "since", CHANGE, NULL, "change.import = (SELECT max(id) FROM journal_import)" },
};

enum {
	ROWS = sizeof(rows) / sizeof(*rows),
	WORDS = sizeof(words) / sizeof(*words),
	USUALS = sizeof(usuals) / sizeof(*usuals)
};

_Static_assert(ROWS <= sizeof(((struct filters *)0)->bindings) / sizeof(struct filter_binding),
	"a binding for every filter");

static enum subject
find_subject(const char *name)
{
	enum subject subject = TASK;
	while (subject < SUBJECTS && strcmp(subjects[subject], name) != 0)
		subject++;
	return subject;
}

static const struct filter_row *
find_row(const char *name)
{
	for (size_t i = 0; i < ROWS; i++)
		if (strcmp(rows[i].option.name, name) == 0)
			return &rows[i];
	return NULL;
}

const struct docket_filter_option *
docket_report_filter(size_t index)
{
	return index < ROWS ? &rows[index].option : NULL;
}

bool
docket_report_has_filter(const struct docket_report *report, const char *name)
{
	const struct filter_row *row = find_row(name);
	return row && row->clauses[find_subject(report->subject)];
}

static const char *
find_word(const struct docket_filter *given, enum subject subject)
{
	for (size_t i = 0; i < WORDS; i++)
		if (words[i].subject == subject && strcmp(words[i].option, given->name) == 0 &&
			str_equal_nocase(str_from(given->value), str_from(words[i].word)))
			return words[i].clause;
	return NULL;
}

static void
add_usual(struct filters *filters, const char *option, enum subject subject, const char *state)
{
	for (size_t i = 0; i < USUALS; i++)
		if (usuals[i].subject == subject && strcmp(usuals[i].option, option) == 0 &&
			(!usuals[i].state || strcmp(usuals[i].state, state) == 0))
			buffer_format(&filters->clauses, "\n\tAND %s", usuals[i].clause);
}

/* The values of all options of this row, as one JSON array. */
static bool
read_values(struct context *context, const struct filter_row *row, enum subject subject,
	struct docket_error *err)
{
	context->json = (struct buffer){ .arena = context->arena };
	context->words = (struct buffer){ .arena = context->arena };
	for (size_t i = 0; i < context->request->filter_count; i++) {
		const struct docket_filter *given = &context->request->filters[i];
		if (strcmp(given->name, row->option.name) != 0)
			continue;
		const char *word = find_word(given, subject);
		if (word)
			buffer_format(&context->words, " OR (%s)", word);
		else if (!row->add[subject](context, str_from(given->value), err))
			return false;
	}
	return true;
}

static void
add_clause(struct filters *filters, const struct filter_row *row, enum subject subject,
	const struct context *context)
{
	buffer_format(&filters->clauses, "\n\tAND (%s%.*s)", row->clauses[subject],
		STR_ARG(context->words.text));
	filters->bindings[filters->count++] = (struct filter_binding){ row->parameter,
		str_format(filters->arena, "[%.*s]", STR_ARG(context->json.text)) };
}

static bool
check_names(const struct docket_request *request, const struct docket_report *report,
	struct docket_error *err)
{
	for (size_t i = 0; i < request->filter_count; i++)
		if (!docket_report_has_filter(report, request->filters[i].name))
			return fail(err, DOCKET_INVALID,
				"%s has no option --%s; see: docket help %s", report->name,
				request->filters[i].name, report->name);
	return true;
}

/* Days from which on and until which are asked for by themselves. */
static bool
check_days(const struct context *context, struct docket_error *err)
{
	if (date_is_none(context->since) || date_is_none(context->until) ||
		date_compare(context->since, context->until) <= 0)
		return true;
	char first[11], last[11];
	docket_date_format(context->since, first);
	docket_date_format(context->until, last);
	return fail(err, DOCKET_INVALID,
		"--since %s is later than --until %s, so there is no such day; exchange them",
		first, last);
}

bool
filters_read(struct filters *filters, struct db *db, const struct docket_request *request,
	const struct schema_report *asked, struct docket_error *err)
{
	const struct docket_report *report = &asked->report;
	struct context context = { .db = db, .arena = filters->arena, .request = request };
	enum subject subject = find_subject(report->subject);
	filters->clauses.arena = filters->arena;
	if (!check_names(request, report, err))
		return false;
	for (size_t i = 0; i < ROWS; i++) {
		if (!rows[i].clauses[subject])
			continue;
		if (!read_values(&context, &rows[i], subject, err))
			return false;
		if (context.json.text.length || context.words.text.length)
			add_clause(filters, &rows[i], subject, &context);
		else
			add_usual(filters, rows[i].option.name, subject, asked->state);
	}
	return check_days(&context, err);
}

void
filters_bind(const struct filters *filters, struct statement *statement)
{
	for (size_t i = 0; i < filters->count; i++)
		bind_text(statement, filters->bindings[i].parameter, filters->bindings[i].json);
}
