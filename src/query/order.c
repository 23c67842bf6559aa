#include "query/order.h"

#include "query/happens.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* Days: those that do not exist ("!"), then the others, then none. */
#define DAY(day) "CASE WHEN " day " < '0' THEN '!' ELSE coalesce(" day ", '~') END"

/*
 * A name fits the begin of what is written, and what follows is not looked at, so that names that
 * begin another one come behind it.
 */
/* clang-format off */
static const struct order {
	const char *name;
	const char *keys[2];
	bool usual; /* decides where nothing else does, in this order of the table */
} orders[] = {
	{ "status.name", { "collation(box.status_name)" }, false },
	{ "status.type", { "CASE box.status_type WHEN 'IN_PROGRESS' THEN 1 WHEN 'TODO' THEN 2 "
		"WHEN 'ON_HOLD' THEN 3 WHEN 'DONE' THEN 4 WHEN 'CANCELLED' THEN 5 ELSE 6 END" }, true },
	{ "status", { "box.status_type IN ('DONE', 'CANCELLED', 'NON_TASK')" }, false },
	{ "urgency", { "-urgency(box.due, box.scheduled, box.start, box.priority, :today)" }, true },
	{ "due", { DAY("box.due") }, true },
	{ "priority", { "-box.priority" }, true },
	{ "path", { "collation(box.path)" }, true },
	{ "scheduled", { DAY("box.scheduled") }, false },
	{ "start", { DAY("box.start") }, false },
	{ "created", { DAY("box.created") }, false },
	{ "done", { DAY("box.done") }, false },
	{ "cancelled", { DAY("box.cancelled") }, false },
	{ "happens", { HAPPENS }, false },
	{ "recurring", { "box.recurrence IS NULL" }, false },
	{ "tag", { "box.tags ->> % IS NULL", "collation(box.tags ->> %)" }, false },
	{ "description", { "collation(plain(box.description))" }, false },
	{ "heading", { "collation(box.heading)" }, false },
	{ "filename", { "collation(file_name(box.path))" }, false },
	{ "id", { "collation(coalesce(box.task_id, ''))" }, false },
	{ "random", { "shuffle(:today, box.description)" }, false },
	{ "owner", { "box.owner IS NULL", "collation(box.owner ->> 0)" }, false },
	{ "account", { "box.account IS NULL", "collation(box.account)" }, false },
	{ "project", { "box.project IS NULL", "collation(box.project)" }, false },
	{ "meeting", { "box.meeting IS NULL", "collation(box.meeting)" }, false },
	{ "series", { "box.series IS NULL", "collation(box.series)" }, false },
};
/* clang-format on */

static void
add(struct query_reader *reader, const struct order *order, str text, bool reverse)
{
	struct query_order *added = list_add(reader->query->arena, &reader->query->orders);
	*added = (struct query_order){ .statement = text, .reverse = reverse };
	memcpy(added->keys, order->keys, sizeof(added->keys));
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
	static const struct order line = { "line", { "box.line" }, false };
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
			memcpy(list[(*count)++].keys, orders[i].keys, sizeof(list->keys));
	return list;
}

const char *
order_name(size_t index)
{
	return index < COUNT(orders) ? orders[index].name : NULL;
}
