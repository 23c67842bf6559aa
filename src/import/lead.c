/* Of the mentions of one item, one leads: its fields count, gaps are filled by the next. */
#include "import/run.h"

/* Columns of mentions_of_items.sql. */
enum {
	ITEM,
	MENTION,
	KIND,
	KEY,
	TEXT,
	STATE,
	SYMBOL,
	PRIORITY,
	DUE,
	DUE_TEXT,
	SCHEDULED,
	START,
	CREATED,
	DONE,
	CANCELLED,
	RECURRENCE,
	TAGS,
	HEADING,
	TOPIC,
	DATE,
	MEETING,
	MEETING_DATE,
	PROJECT,
	ACCOUNT,
	NOTE_NAME,
	LINE,
	OWNERS,
	COLUMNS
};

/* A column of the task that gaps are filled in, and whether two mentions may disagree on it. */
static const struct field {
	int column;
	const char *parameter;
	const char *conflict; /* its name in `conflicts`; NULL: never one */
} fields[] = {
	{ DUE, ":due", "due" },
	{ DUE_TEXT, ":due_text", NULL },
	{ SCHEDULED, ":scheduled", "scheduled" },
	{ START, ":start", "start" },
	{ CREATED, ":created", NULL },
	{ DONE, ":done", NULL },
	{ CANCELLED, ":cancelled", NULL },
	{ RECURRENCE, ":recurrence", NULL },
	{ TAGS, ":tags", NULL },
	{ HEADING, ":heading", NULL },
};

enum { FIELDS = sizeof(fields) / sizeof(*fields) };

/* An item while its mentions go by. */
struct item_rows {
	struct arena arena;
	long long id, lead, kind, state, priority, meeting, project;
	str first_key, first_place; /* of the mention that gives the item its id */
	str text, symbol, topic, date, meeting_date, owners;
	str values[FIELDS];
	bool conflicts[FIELDS], priority_conflict, owner_conflict;
	struct {
		LIST(long long)
	} accounts;
};

static str
take(struct item_rows *item, const struct statement *s, int column)
{
	return column_is_null(s, column) ? (str){ 0 }
					 : str_copy(&item->arena, column_text(s, column));
}

static void
begin_item(struct item_rows *item, const struct statement *s)
{
	arena_reset(&item->arena);
	*item = (struct item_rows){ .arena = item->arena,
		.id = column_number(s, ITEM),
		.lead = column_number(s, MENTION),
		.kind = column_number(s, KIND),
		.state = column_number(s, STATE),
		.meeting = column_number(s, MEETING) };
	item->text = take(item, s, TEXT);
	item->symbol = take(item, s, SYMBOL);
	item->meeting_date = take(item, s, MEETING_DATE);
}

static bool
differs(str kept, str found)
{
	return kept.length && found.length && !str_equal(kept, found);
}

/* Fills gaps, and sees where this mention says something else than those before it. */
static void
add_fields(struct item_rows *item, const struct statement *s)
{
	for (size_t i = 0; i < FIELDS; i++) {
		str found = column_text(s, fields[i].column);
		item->conflicts[i] |= fields[i].conflict && differs(item->values[i], found);
		if (!item->values[i].length)
			item->values[i] = take(item, s, fields[i].column);
	}
	long long priority = column_number(s, PRIORITY);
	item->priority_conflict |= item->priority && priority && item->priority != priority;
	if (!item->priority)
		item->priority = priority;
	str owners = column_text(s, OWNERS);
	item->owner_conflict |= differs(item->owners, owners);
	if (!item->owners.length)
		item->owners = take(item, s, OWNERS);
}

/* The item is called by its first mention: of the earliest meeting, then by name and line. */
static void
add_key(struct item_rows *item, const struct statement *s)
{
	str day = column_text(s, MEETING_DATE);
	str place = str_format(&item->arena, "%.*s\n%.*s\n%9lld",
		STR_ARG(day.length ? day : STR("9999")), STR_ARG(column_text(s, NOTE_NAME)),
		column_number(s, LINE));
	if (item->first_key.length && str_compare(item->first_place, place) <= 0)
		return;
	item->first_place = place;
	item->first_key = take(item, s, KEY);
}

static void
add_mention(struct item_rows *item, const struct statement *s)
{
	add_fields(item, s);
	add_key(item, s);
	if (!item->topic.length)
		item->topic = take(item, s, TOPIC);
	if (!item->date.length)
		item->date = take(item, s, DATE);
	if (!item->project)
		item->project = column_number(s, PROJECT);
	if (!column_is_null(s, ACCOUNT))
		*list_add(&item->arena, &item->accounts) = column_number(s, ACCOUNT);
}

/* A JSON array of the names of the fields in which mentions disagree; empty for none. */
static str
list_conflicts(struct item_rows *item)
{
	struct buffer out = { .arena = &item->arena };
	const char *const others[] = { item->owner_conflict ? "owners" : NULL,
		item->priority_conflict ? "priority" : NULL };
	for (size_t i = 0; i < FIELDS + 2; i++) {
		const char *name = i >= FIELDS          ? others[i - FIELDS]
				   : item->conflicts[i] ? fields[i].conflict
							: NULL;
		if (name)
			buffer_format(&out, "%s\"%s\"", out.text.length ? "," : "[", name);
	}
	if (out.text.length)
		buffer_add_char(&out, ']');
	return out.text;
}

static void
write_owners(struct run *run, const struct item_rows *item)
{
	str rest = item->owners, part;
	for (long long position = 0; rest.length && str_next_part(&rest, ',', &part); position++) {
		long long person = 0;
		for (size_t i = 0; i < part.length; i++)
			person = person * 10 + (part.bytes[i] - '0');
		struct statement *s = db_use(run->db, "insert_task_owner");
		bind_number(s, ":task", item->id);
		bind_number(s, ":position", position);
		bind_number(s, ":person", person);
		statement_run(s);
	}
}

static void
bind_item(struct statement *s, const struct item_rows *item)
{
	bind_number(s, ":id", item->id);
	bind_text(s, ":key", item->first_key);
	bind_number(s, ":lead", item->lead);
	bind_text(s, ":text", item->text);
	bind_number(s, ":meeting", item->meeting);
	bind_number_or_null(s, ":project", item->project);
}

static void
write_task(struct run *run, struct item_rows *item)
{
	struct statement *s = db_use(run->db, "insert_task");
	bind_item(s, item);
	bind_number(s, ":state", item->state);
	bind_text_or_null(s, ":symbol", item->symbol);
	bind_number(s, ":priority", item->priority);
	for (size_t i = 0; i < FIELDS; i++)
		bind_text_or_null(s, fields[i].parameter, item->values[i]);
	bind_text_or_null(s, ":conflicts", list_conflicts(item));
	bind_text_or_null(s, ":meeting_date", item->meeting_date);
	statement_run(s);
	write_owners(run, item);
}

static void
write_decision(struct run *run, const struct item_rows *item)
{
	struct statement *s = db_use(run->db, "insert_decision");
	bind_item(s, item);
	bind_text_or_null(s, ":date", item->date.length ? item->date : item->meeting_date);
	bind_text(s, ":state", item->state >= DOCKET_DONE ? STR("withdrawn") : STR("active"));
	bind_text_or_null(s, ":topic", item->topic);
	statement_run(s);
}

static void
end_item(struct run *run, struct item_rows *item)
{
	if (!item->id)
		return;
	if (item->kind == 1)
		write_task(run, item);
	else
		write_decision(run, item);
	for (size_t i = 0; i < item->accounts.count; i++) {
		struct statement *s = db_use(run->db, "insert_item_account");
		bind_number(s, ":item", item->id);
		bind_number(s, ":account", item->accounts.items[i]);
		statement_run(s);
	}
}

void
lead_write(struct run *run)
{
	struct item_rows item = { 0 };
	struct statement *s = db_use(run->db, "mentions_of_items");
	while (statement_step(s)) {
		if (column_number(s, ITEM) != item.id) {
			end_item(run, &item);
			begin_item(&item, s);
		}
		add_mention(&item, s);
	}
	end_item(run, &item);
	arena_free(&item.arena);
}
