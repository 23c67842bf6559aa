/* Of the mentions of one item, one leads: its fields count, gaps are filled by the next. */
#include "import/run.h"

#include <stdlib.h>

/* Columns of mentions_of_items.sql: texts, then numbers, which are 0 for none. */
enum {
	KEY,
	TEXT,
	SYMBOL,
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
	MEETING_DATE,
	PLACE, /* the note's name, then its path */
	TEXTS,
	ITEM = TEXTS,
	MENTION,
	KIND,
	STATE,
	PRIORITY,
	LINE,
	MEETING,
	PROJECT,
	ACCOUNT,
	STATED_ACCOUNT,
	PERSON,
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

/* So many items wait to be written together. */
enum { ITEMS_MOST = 64 };

enum { FIELD_DUE, FIELDS = sizeof(fields) / sizeof(*fields) };

struct id_list {
	LIST(long long)
};

/* A mention; it comes as one row, or as one for each of its owners. */
struct mention_row {
	str texts[TEXTS];
	long long numbers[COLUMNS - TEXTS];
	struct id_list owners; /* each once */
};

/* An item, made of its mentions. */
struct item_rows {
	struct arena arena;
	struct {
		LIST(struct mention_row *)
	} mentions;
	const struct mention_row *first, *lead; /* the one it has its id of; the one that leads */
	str values[FIELDS], topic, date;
	long long priority, project;
	struct id_list owners, accounts;
	bool conflicts[FIELDS], priority_conflict, owner_conflict;
};

static long long
number_of(const struct mention_row *mention, int column)
{
	return mention->numbers[column - TEXTS];
}

static bool
has_id(const struct id_list *list, long long id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i] == id)
			return true;
	return false;
}

static void
add_id(struct arena *arena, struct id_list *list, long long id)
{
	if (id && !has_id(list, id))
		*list_add(arena, list) = id;
}

static struct mention_row *
last_mention(const struct item_rows *item)
{
	return item->mentions.count ? item->mentions.items[item->mentions.count - 1] : NULL;
}

static void
read_row(struct item_rows *item, const struct statement *s)
{
	struct arena *arena = &item->arena;
	struct mention_row *mention = last_mention(item);
	if (!mention || number_of(mention, MENTION) != column_number(s, MENTION)) {
		mention = arena_alloc(arena, sizeof(*mention));
		*list_add(arena, &item->mentions) = mention;
		for (int i = 0; i < TEXTS; i++)
			if (!column_is_null(s, i))
				mention->texts[i] = str_copy(arena, column_text(s, i));
		for (int i = TEXTS; i < COLUMNS; i++)
			mention->numbers[i - TEXTS] = column_number(s, i);
	}
	add_id(arena, &mention->owners, column_number(s, PERSON));
}

/* Finished before started, and what is only proposed last. */
static int
place_of(long long state)
{
	static const int places[] = { [DOCKET_DONE] = 0,
		[DOCKET_CANCELLED] = 0,
		[DOCKET_IN_PROGRESS] = 1,
		[DOCKET_ON_HOLD] = 2,
		[DOCKET_OPEN] = 3,
		[DOCKET_PROPOSED] = 4 };
	return state >= DOCKET_OPEN && state <= DOCKET_CANCELLED ? places[state] : 4;
}

static int
compare_lines(const struct mention_row *a, const struct mention_row *b)
{
	int order = str_compare(a->texts[PLACE], b->texts[PLACE]);
	return order ? order : compare_numbers(number_of(a, LINE), number_of(b, LINE));
}

/* The further state, then the later meeting, an account's note before a person's, name and line. */
static int
compare_leads(const void *left, const void *right)
{
	const struct mention_row *a = *(struct mention_row *const *)left;
	const struct mention_row *b = *(struct mention_row *const *)right;
	int order = compare_numbers(place_of(number_of(a, STATE)), place_of(number_of(b, STATE)));
	if (!order)
		order = str_compare(b->texts[MEETING_DATE], a->texts[MEETING_DATE]);
	if (!order)
		order = compare_numbers(
			!number_of(a, STATED_ACCOUNT), !number_of(b, STATED_ACCOUNT));
	if (!order)
		order = compare_lines(a, b);
	return order ? order : compare_numbers(number_of(a, MENTION), number_of(b, MENTION));
}

/* An item is called by its first mention: of the earliest meeting, then by name and line. */
static bool
is_before(const struct mention_row *a, const struct mention_row *b)
{
	str day_a = a->texts[MEETING_DATE], day_b = b->texts[MEETING_DATE];
	if (!day_a.length != !day_b.length)
		return day_a.length > 0;
	int order = str_compare(day_a, day_b);
	return order ? order < 0 : compare_lines(a, b) < 0;
}

static bool
differs(str kept, str found)
{
	return kept.length && found.length && !str_equal(kept, found);
}

static bool
is_same_list(const struct id_list *a, const struct id_list *b)
{
	bool same = a->count == b->count;
	for (size_t i = 0; same && i < a->count; i++)
		same = a->items[i] == b->items[i];
	return same;
}

static void
fill(str *kept, str found)
{
	if (!kept->length)
		*kept = found;
}

/* Fills gaps, and sees where this mention says something else than those before it. */
static void
add_fields(struct item_rows *item, const struct mention_row *mention)
{
	for (size_t i = 0; i < FIELDS; i++) {
		str found = mention->texts[fields[i].column];
		item->conflicts[i] |= fields[i].conflict && differs(item->values[i], found);
		fill(&item->values[i], found);
	}
	long long priority = number_of(mention, PRIORITY);
	item->priority_conflict |= item->priority && priority && item->priority != priority;
	if (!item->priority)
		item->priority = priority;
	item->owner_conflict |= item->owners.count && mention->owners.count &&
				!is_same_list(&item->owners, &mention->owners);
	if (!item->owners.count)
		item->owners = mention->owners;
}

static void
add_mention(struct item_rows *item, const struct mention_row *mention)
{
	add_fields(item, mention);
	if (!item->first || is_before(mention, item->first))
		item->first = mention;
	fill(&item->topic, mention->texts[TOPIC]);
	fill(&item->date, mention->texts[DATE]);
	if (!item->project)
		item->project = number_of(mention, PROJECT);
	add_id(&item->arena, &item->accounts, number_of(mention, ACCOUNT));
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

/* What people and accounts are counted by; of a decision nothing. */
static void
bind_counted(struct statement *s, const struct item_rows *item)
{
	if (number_of(item->lead, KIND) != 1)
		return;
	bind_number(s, ":state", number_of(item->lead, STATE));
	bind_text_or_null(s, ":due", item->values[FIELD_DUE]);
}

static void
write_owners(struct run *run, const struct item_rows *item)
{
	for (size_t i = 0; i < item->owners.count; i++) {
		struct statement *s = db_row(run->db, "insert_task_owner");
		bind_number(s, ":task", number_of(item->lead, ITEM));
		bind_number(s, ":position", (long long)i);
		bind_number(s, ":person", item->owners.items[i]);
		bind_counted(s, item);
	}
}

static void
bind_item(struct statement *s, const struct item_rows *item)
{
	bind_number(s, ":id", number_of(item->lead, ITEM));
	bind_text(s, ":key", item->first->texts[KEY]);
	bind_number(s, ":lead", number_of(item->lead, MENTION));
	bind_text(s, ":text", item->lead->texts[TEXT]);
	bind_number(s, ":meeting", number_of(item->lead, MEETING));
	bind_number_or_null(s, ":project", item->project);
}

static void
write_task(struct run *run, struct item_rows *item)
{
	struct statement *s = db_row(run->db, "insert_task");
	bind_item(s, item);
	bind_number(s, ":state", number_of(item->lead, STATE));
	bind_text_or_null(s, ":symbol", item->lead->texts[SYMBOL]);
	bind_number(s, ":priority", item->priority);
	for (size_t i = 0; i < FIELDS; i++)
		bind_text_or_null(s, fields[i].parameter, item->values[i]);
	bind_text_or_null(s, ":conflicts", list_conflicts(item));
	bind_text_or_null(s, ":meeting_date", item->lead->texts[MEETING_DATE]);
	write_owners(run, item);
}

static void
write_decision(struct run *run, const struct item_rows *item)
{
	struct statement *s = db_row(run->db, "insert_decision");
	bool struck = number_of(item->lead, STATE) >= DOCKET_DONE;
	bind_item(s, item);
	bind_text_or_null(
		s, ":date", item->date.length ? item->date : item->lead->texts[MEETING_DATE]);
	bind_text(s, ":state", struck ? STR("withdrawn") : STR("active"));
	bind_text_or_null(s, ":topic", item->topic);
}

static void
write_item(struct run *run, struct item_rows *item)
{
	struct mention_row **mentions = item->mentions.items;
	size_t count = item->mentions.count;
	if (count > 1)
		qsort(mentions, count, sizeof(*mentions), compare_leads);
	item->lead = mentions[0];
	for (size_t i = 0; i < count; i++)
		add_mention(item, mentions[i]);
	if (number_of(item->lead, KIND) == 1)
		write_task(run, item);
	else
		write_decision(run, item);
	for (size_t i = 0; i < item->accounts.count; i++) {
		struct statement *s = db_row(run->db, "insert_item_account");
		bind_number(s, ":item", number_of(item->lead, ITEM));
		bind_number(s, ":account", item->accounts.items[i]);
		bind_counted(s, item);
	}
}

/* An owner's task is there before it. */
static void
write_rows(struct run *run)
{
	static const char *const statements[] = { "insert_task", "insert_task_owner",
		"insert_decision", "insert_item_account" };
	for (size_t i = 0; i < sizeof(statements) / sizeof(*statements); i++)
		rows_write(run->db, statements[i]);
}

/* Begins the next item; those that wait to be written have their texts in the same arena. */
static void
begin_item(struct run *run, struct item_rows *item, size_t count)
{
	struct arena arena = item->arena;
	if (count % ITEMS_MOST == 0) {
		write_rows(run);
		arena_reset(&arena);
	}
	*item = (struct item_rows){ .arena = arena };
}

void
lead_write(struct run *run)
{
	struct item_rows item = { 0 };
	size_t count = 0;
	struct statement *s =
		db_use(run->db, run->writer->fresh ? "mentions_of_items_all" : "mentions_of_items");
	while (statement_step(s)) {
		struct mention_row *last = last_mention(&item);
		if (last && number_of(last, ITEM) != column_number(s, ITEM)) {
			write_item(run, &item);
			begin_item(run, &item, ++count);
		}
		read_row(&item, s);
	}
	if (last_mention(&item))
		write_item(run, &item);
	write_rows(run);
	arena_free(&item.arena);
}
