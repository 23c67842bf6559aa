#include "query/order.h"

#include "query/happens.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* clang-format off */
#define NUMBER(value) { QUERY_KEY_NUMBER, { value } }
#define TEXT(value) { QUERY_KEY_TEXT, { value } }
#define WORDS(value) { QUERY_KEY_WORDS, { value } }
#define DAY(value) { QUERY_KEY_DAY, { value } }
#define STATUS { QUERY_KEY_STATUS, { "box.status_type" } }
#define URGENCY { QUERY_KEY_URGENCY, { "box.due", "box.scheduled", "box.start", "box.priority" } }
#define PATH { QUERY_KEY_PATH, { NULL } }

/*
 * A name fits the begin of what is written, and what follows is not looked at, so that names that
 * begin another one come behind it.
 */
static const struct order {
	const char *name;
	struct query_key key;
	bool usual; /* decides where nothing else does, in this order of the table */
} orders[] = {
	{ "status.name", TEXT("box.status_name"), false },
	{ "status.type", STATUS, true },
	{ "status", NUMBER("box.status_type IN ('DONE', 'CANCELLED', 'NON_TASK')"), false },
	{ "urgency", URGENCY, true },
	{ "due", DAY("box.due"), true },
	{ "priority", NUMBER("-box.priority"), true },
	{ "path", PATH, true },
	{ "scheduled", DAY("box.scheduled"), false },
	{ "start", DAY("box.start"), false },
	{ "created", DAY("box.created"), false },
	{ "done", DAY("box.done"), false },
	{ "cancelled", DAY("box.cancelled"), false },
	{ "happens", DAY(HAPPENS), false },
	{ "recurring", NUMBER("box.recurrence IS NULL"), false },
	{ "tag", TEXT("box.tags ->> %"), false },
	{ "description", WORDS("box.description"), false },
	{ "heading", TEXT("box.heading"), false },
	{ "filename", TEXT("file_name(box.path)"), false },
	{ "id", TEXT("coalesce(box.task_id, '')"), false },
	{ "random", NUMBER("shuffle(:today, box.description)"), false },
	{ "owner", TEXT("box.owner ->> 0"), false },
	{ "account", TEXT("box.account"), false },
	{ "project", TEXT("box.project"), false },
	{ "meeting", TEXT("box.meeting"), false },
	{ "series", TEXT("box.series"), false },
};
/* clang-format on */

static void
add(struct query_reader *reader, const struct order *order, str text, bool reverse)
{
	struct query_order *added = list_add(reader->query->arena, &reader->query->orders);
	*added = (struct query_order){ .statement = text, .key = order->key, .reverse = reverse };
}

/* "sort by tag reverse 2"; both may be left out, and without any blank. */
static enum query_answer
read_tag(struct query_reader *reader, const struct order *order, str text, str rest)
{
	bool reverse = take_nocase(&rest, " reverse");
	rest = str_trim_space(rest);
	size_t digits = 0;
	int number = 1;
	while (digits < rest.length && is_digit(rest.bytes[digits]))
		digits++;
	if (digits && (!str_number(str_slice(rest, 0, digits), 9999, &number) || number < 1))
		return refuse(reader, "'%.*s': tags are counted from 1 to 9999", STR_ARG(text));
	add(reader, order, text, reverse);
	reader->query->orders.items[reader->query->orders.count - 1].number = number - 1;
	return QUERY_READ;
}

/* JavaScript that needs none to be run: the line of the task. */
static enum query_answer
read_function(struct query_reader *reader, str text, str rest)
{
	static const struct order line = { "line", NUMBER("box.line"), false };
	bool reverse = take_nocase(&rest, "reverse ");
	rest = str_trim_space(rest);
	if (str_starts(rest, STR("return ")))
		rest = str_trim_space(str_skip(rest, 7));
	while (str_ends(rest, STR(";")))
		rest = str_trim_space(str_slice(rest, 0, rest.length - 1));
	bool negative = str_starts(rest, STR("-"));
	rest = negative ? str_trim_space(str_skip(rest, 1)) : rest;
	if (!str_equal(rest, STR("task.lineNumber")))
		return refuse(reader,
			"'%.*s' is JavaScript, which docket does not run; it knows "
			"'task.lineNumber'",
			STR_ARG(text));
	add(reader, &line, text, reverse != negative);
	return QUERY_READ;
}

enum query_answer
order_read(struct query_reader *reader, str text)
{
	str rest = text;
	if (!take_nocase(&rest, "sort by "))
		return QUERY_OTHER;
	str function = rest;
	if (take_nocase(&function, "function "))
		return read_function(reader, text, function);
	for (size_t i = 0; i < COUNT(orders); i++) {
		str after = rest;
		if (!take_nocase(&after, orders[i].name))
			continue;
		if (strcmp(orders[i].name, "tag") == 0)
			return read_tag(reader, &orders[i], text, after);
		add(reader, &orders[i], text, take_nocase(&after, " reverse"));
		return QUERY_READ;
	}
	return QUERY_OTHER;
}

const struct query_order *
order_usual(struct arena *arena, size_t *count)
{
	struct query_order *list = arena_array(arena, COUNT(orders), sizeof(*list));
	*count = 0;
	for (size_t i = 0; i < COUNT(orders); i++)
		if (orders[i].usual)
			list[(*count)++].key = orders[i].key;
	return list;
}

const char *
order_name(size_t index)
{
	return index < COUNT(orders) ? orders[index].name : NULL;
}
