#include "store/filter.h"

#include "base/fail.h"
#include "base/phrase.h"
#include "base/utf8.h"
#include "store/lookup.h"

#include <string.h>

enum subject { TASK, DECISION, PERSON, ACCOUNT, MEETING, SUBJECTS };

static const char *const subjects[SUBJECTS] = { "task", "decision", "person", "account",
	"meeting" };

/* What a value is resolved with. */
struct context {
	struct db *db;
	struct arena *arena;
	const struct docket_request *request;
	struct buffer json; /* the items of the array so far */
};

static void
add_item(struct context *context, long long number)
{
	if (context->json.text.length)
		buffer_add_char(&context->json, ',');
	buffer_format(&context->json, "%lld", number);
}

static void
add_quoted(struct buffer *out, str text)
{
	buffer_add_char(out, '"');
	for (size_t i = 0; i < text.length; i++) {
		char c = text.bytes[i];
		if (c == '"' || c == '\\' || (unsigned char)c < ' ')
			buffer_format(out, "\\u%04x", (unsigned)(unsigned char)c);
		else
			buffer_add_char(out, c);
	}
	buffer_add_char(out, '"');
}

static void
add_text(struct context *context, str text)
{
	if (context->json.text.length)
		buffer_add_char(&context->json, ',');
	add_quoted(&context->json, text);
}

static bool
add_names(struct context *context, enum lookup_kind kind, str value, struct docket_error *err)
{
	struct ids ids = { 0 };
	if (!lookup(context->db, context->arena, kind, value, &ids, err))
		return false;
	for (size_t i = 0; i < ids.count; i++)
		add_item(context, ids.items[i]);
	return true;
}

static bool
add_person(struct context *context, str value, struct docket_error *err)
{
	return add_names(context, LOOKUP_PERSON, value, err);
}

static bool
add_account(struct context *context, str value, struct docket_error *err)
{
	return add_names(context, LOOKUP_ACCOUNT, value, err);
}

static bool
add_project(struct context *context, str value, struct docket_error *err)
{
	return add_names(context, LOOKUP_PROJECT, value, err);
}

/* `open` is everything that is not finished. */
static bool
add_state(struct context *context, str value, struct docket_error *err)
{
	bool all = str_equal(value, STR("all")), open = all || str_equal(value, STR("open")),
	     known = open;
	for (int state = DOCKET_OPEN; state <= DOCKET_CANCELLED; state++) {
		bool named =
			str_equal(value, str_from(docket_state_name((enum docket_state)state)));
		if (all || named || (open && state < DOCKET_DONE))
			add_item(context, state);
		known = known || named;
	}
	return known ||
	       fail(err, DOCKET_INVALID,
		       "'%.*s' is no state; there are open, proposed, in_progress, on_hold, done, "
		       "cancelled and all",
		       STR_ARG(value));
}

static bool
add_decision_state(struct context *context, str value, struct docket_error *err)
{
	static const char *const names[] = { "active", "superseded", "withdrawn" };
	bool known = false, all = str_equal(value, STR("all"));
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!all && !str_equal(value, str_from(names[i])))
			continue;
		add_text(context, str_from(names[i]));
		known = true;
	}
	return known || fail(err, DOCKET_INVALID,
				"'%.*s' is no state of a decision; there are active, superseded, "
				"withdrawn and "
				"all",
				STR_ARG(value));
}

static bool
add_priority(struct context *context, str value, struct docket_error *err)
{
	bool above = str_ends(value, STR("+")), known = false;
	if (above)
		value.length--;
	for (int p = DOCKET_PRIORITY_LOWEST; p <= DOCKET_PRIORITY_HIGHEST; p++) {
		bool named =
			str_equal(value, str_from(docket_priority_name((enum docket_priority)p)));
		known = known || named;
		if (named || (above && known))
			add_item(context, p);
	}
	return known || fail(err, DOCKET_INVALID,
				"'%.*s' is no priority; there are highest, high, medium, none, low "
				"and lowest, "
				"and high+ for high and above",
				STR_ARG(value));
}

static bool
fail_range(str value, struct docket_error *err)
{
	return fail(err, DOCKET_INVALID,
		"'%.*s' is no day or range; write YYYY-MM-DD, today, friday, 'next week', "
		"2025-W45, "
		"2025-Q4, A..B, ..B, A.. or none",
		STR_ARG(value));
}

static bool
add_range(struct context *context, str value, struct docket_error *err)
{
	struct range range;
	if (!phrase_read_range(value, context->request->today, LEAN_FUTURE, &range))
		return fail_range(value, err);
	char first[11], last[11];
	docket_date_format(range.first, first);
	docket_date_format(range.last, last);
	if (context->json.text.length)
		buffer_add_char(&context->json, ',');
	buffer_format(&context->json, range.none ? "[null,null]" : "[\"%s\",\"%s\"]", first,
		*last ? last : "9999-12-31");
	return true;
}

static bool
add_day(struct context *context, str value, bool last, struct docket_error *err)
{
	struct range range;
	if (!phrase_read_date(value, context->request->today, LEAN_PAST, &range))
		return fail_range(value, err);
	char text[11];
	docket_date_format(last ? range.last : range.first, text);
	add_text(context, str_from(text));
	return true;
}

static bool
add_first_day(struct context *context, str value, struct docket_error *err)
{
	return add_day(context, value, false, err);
}

static bool
add_last_day(struct context *context, str value, struct docket_error *err)
{
	return add_day(context, value, true, err);
}

static bool
add_tag(struct context *context, str value, struct docket_error *err)
{
	str tag = str_trim(value);
	if (str_starts(tag, STR("#")))
		tag = str_skip(tag, 1);
	if (!tag.length)
		return fail(err, DOCKET_INVALID, "a tag is needed, such as #task");
	add_text(context,
		utf8_lower(context->arena, str_format(context->arena, "#%.*s", STR_ARG(tag))));
	return true;
}

static bool
add_glob(struct context *context, str value, struct docket_error *err)
{
	if (!value.length)
		return fail(
			err, DOCKET_INVALID, "a path or pattern is needed, such as 'Customers/*'");
	/* SQLite's GLOB negates a set with ^, shells with ! too. */
	char *glob = str_terminated(context->arena, value);
	for (size_t i = 0; i + 1 < value.length; i++)
		if (glob[i] == '[' && glob[i + 1] == '!')
			glob[i + 1] = '^';
	add_text(context, (str){ glob, value.length });
	return true;
}

#define ANY(parameter) "(SELECT value FROM json_each(" parameter "))"
#define ITEMS_OF_NOTES(condition) \
	"(SELECT mention.item FROM note JOIN mention ON mention.note = note.id WHERE " condition ")"
#define TOOK_PART "note.id IN (SELECT note FROM note_person WHERE person IN " ANY(":person") ")"
#define PATH_FITS                                                                              \
	"EXISTS (SELECT 1 FROM json_each(:path) WHERE note.path GLOB value OR note.name GLOB " \
	"value)"

/* A row per filter: its option, and its clause for each subject that has it. */
/* clang-format off */
static const struct filter_row {
	struct docket_filter_option option;
	bool (*add[SUBJECTS])(struct context *, str, struct docket_error *);
	const char *parameter;
	const char *clauses[SUBJECTS];
} rows[] = {
	{ { "owner", "NAME", "owned by this person; me is you" },
		{ add_person }, ":owner", {
		[TASK] = "task.id IN (SELECT task FROM task_owner WHERE person IN " ANY(":owner") ")" } },
	{ { "account", "NAME", "for this account" },
		{ add_account, add_account, add_account, add_account, add_account }, ":account", {
		[TASK] = "task.id IN (SELECT item FROM item_account WHERE account IN " ANY(":account") ")",
		[DECISION] = "decision.id IN (SELECT item FROM item_account WHERE account IN "
			ANY(":account") ")",
		[PERSON] = "person.id IN (SELECT note_person.person FROM note JOIN note_person ON "
			"note_person.note = note.id WHERE note.account IN " ANY(":account") ")",
		[ACCOUNT] = "account.id IN " ANY(":account"),
		[MEETING] = "meeting.id IN (SELECT meeting FROM note WHERE account IN " ANY(":account")
			")" } },
	{ { "person", "NAME", "of meetings in which this person took part" },
		{ add_person, add_person, add_person, add_person, add_person }, ":person", {
		[TASK] = "task.id IN " ITEMS_OF_NOTES(TOOK_PART),
		[DECISION] = "decision.id IN " ITEMS_OF_NOTES(TOOK_PART),
		[PERSON] = "person.id IN " ANY(":person"),
		[ACCOUNT] = "account.id IN (SELECT note.account FROM note WHERE " TOOK_PART ")",
		[MEETING] = "meeting.id IN (SELECT note.meeting FROM note WHERE " TOOK_PART ")" } },
	{ { "project", "NAME", "of this project" },
		{ add_project, add_project, NULL, NULL, add_project }, ":project", {
		[TASK] = "task.project IN " ANY(":project"),
		[DECISION] = "decision.project IN " ANY(":project"),
		[MEETING] = "meeting.project IN " ANY(":project") } },
	{ { "state", "STATE", "open proposed in_progress on_hold done cancelled; decisions: active superseded withdrawn; all" },
		{ add_state, add_decision_state }, ":state", {
		[TASK] = "task.state IN " ANY(":state"),
		[DECISION] = "decision.state IN " ANY(":state") } },
	{ { "priority", "P", "highest high medium none low lowest; high+ is high and above" },
		{ add_priority }, ":priority", {
		[TASK] = "task.priority IN " ANY(":priority") } },
	{ { "due", "RANGE", "due on a day or in a range: today, friday, ..2025-11-30, none" },
		{ add_range }, ":due", {
		[TASK] = "EXISTS (SELECT 1 FROM json_each(:due) WHERE (value ->> 0 IS NULL AND task.due IS "
			"NULL) OR task.due BETWEEN value ->> 0 AND value ->> 1)" } },
	{ { "since", "DATE", "of meetings on or after this day" },
		{ add_first_day, add_first_day, NULL, NULL, add_first_day }, ":since", {
		[TASK] = "task.meeting_date >= (SELECT min(value) FROM json_each(:since))",
		[DECISION] = "meeting.date >= (SELECT min(value) FROM json_each(:since))",
		[MEETING] = "meeting.date >= (SELECT min(value) FROM json_each(:since))" } },
	{ { "until", "DATE", "of meetings on or before this day" },
		{ add_last_day, add_last_day, NULL, NULL, add_last_day }, ":until", {
		[TASK] = "task.meeting_date <= (SELECT max(value) FROM json_each(:until))",
		[DECISION] = "meeting.date <= (SELECT max(value) FROM json_each(:until))",
		[MEETING] = "meeting.date <= (SELECT max(value) FROM json_each(:until))" } },
	{ { "tag", "TAG", "with this tag or one below it" },
		{ add_tag }, ":tag", {
		[TASK] = "EXISTS (SELECT 1 FROM json_each(task.tags) AS has, json_each(:tag) AS wanted "
			"WHERE lower(has.value) = wanted.value "
			"OR substr(lower(has.value), 1, length(wanted.value) + 1) = wanted.value || '/')" } },
	{ { "path", "GLOB", "from notes whose path fits, absolute or below their folder" },
		{ add_glob, add_glob, NULL, NULL, add_glob }, ":path", {
		[TASK] = "task.id IN " ITEMS_OF_NOTES(PATH_FITS),
		[DECISION] = "decision.id IN " ITEMS_OF_NOTES(PATH_FITS),
		[MEETING] = "meeting.id IN (SELECT note.meeting FROM note WHERE " PATH_FITS ")" } },
};
/* clang-format on */

enum { ROWS = sizeof(rows) / sizeof(*rows) };

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

/* The values of all options of this row, as one JSON array. */
static bool
read_values(struct context *context, const struct filter_row *row, enum subject subject,
	struct docket_error *err)
{
	context->json = (struct buffer){ .arena = context->arena };
	for (size_t i = 0; i < context->request->filter_count; i++) {
		const struct docket_filter *given = &context->request->filters[i];
		if (strcmp(given->name, row->option.name) != 0)
			continue;
		if (!row->add[subject](context, str_from(given->value), err))
			return false;
	}
	return true;
}

static void
add_clause(struct filters *filters, const char *parameter, const char *clause, str json)
{
	buffer_format(&filters->clauses, "\n\tAND %s", clause);
	filters->bindings[filters->count++] = (struct filter_binding){ parameter,
		str_format(filters->arena, "[%.*s]", STR_ARG(json)) };
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

bool
filters_read(struct filters *filters, struct db *db, const struct docket_request *request,
	const struct docket_report *report, const char *state, struct docket_error *err)
{
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
		if (context.json.text.length)
			add_clause(filters, rows[i].parameter, rows[i].clauses[subject],
				context.json.text);
		else if (rows[i].add[subject] == add_state && strcmp(state, "open") == 0)
			/* In these words, for the index of open tasks to be used. */
			buffer_add(&filters->clauses, STR("\n\tAND task.state < 4"));
	}
	return true;
}

void
filters_bind(const struct filters *filters, struct statement *statement)
{
	for (size_t i = 0; i < filters->count; i++)
		bind_text(statement, filters->bindings[i].parameter, filters->bindings[i].json);
}
