#include "query/layout.h"

#include "query/group.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* What is written need only begin so: "hide backlinks". */
static const struct {
	const char *name;
	bool hidden; /* unless the query shows it */
} parts[QUERY_PARTS] = {
	[QUERY_BACKLINK] = { "backlink", false },
	[QUERY_EDIT_BUTTON] = { "edit button", false },
	[QUERY_NESTED_BACKLINK] = { "nested backlink", false },
	[QUERY_POSTPONE_BUTTON] = { "postpone button", false },
	[QUERY_TASK_COUNT] = { "task count", false },
	[QUERY_GROUP_COUNT] = { "group count", true },
	[QUERY_TOOLBAR] = { "toolbar", false },
	[QUERY_TREE] = { "tree", true },
	[QUERY_URGENCY] = { "urgency", true },
	[QUERY_CANCELLED] = { "cancelled date", false },
	[QUERY_CREATED] = { "created date", false },
	[QUERY_DEPENDS_ON] = { "depends on", false },
	[QUERY_DONE] = { "done date", false },
	[QUERY_DUE] = { "due date", false },
	[QUERY_ID] = { "id", false },
	[QUERY_ON_COMPLETION] = { "on completion", false },
	[QUERY_PRIORITY] = { "priority", false },
	[QUERY_RECURRENCE] = { "recurrence rule", false },
	[QUERY_SCHEDULED] = { "scheduled date", false },
	[QUERY_START] = { "start date", false },
	[QUERY_TAGS] = { "tags", false },
};

unsigned
layout_usual(void)
{
	unsigned hidden = 0;
	for (size_t i = 0; i < QUERY_PARTS; i++)
		hidden |= (unsigned)parts[i].hidden << i;
	return hidden;
}

const char *
layout_part(size_t index)
{
	return index < QUERY_PARTS ? parts[index].name : NULL;
}

static void
keep_statement(struct query_reader *reader, str text)
{
	*list_add(reader->query->arena, &reader->query->layout) = text;
}

/* "limit 5", "limit to 5 tasks", "limit groups to 5"; what follows the number is not looked at. */
enum query_answer
layout_read_limit(struct query_reader *reader, str text)
{
	str rest = text;
	if (!take_nocase(&rest, "limit "))
		return QUERY_OTHER;
	bool groups = take_nocase(&rest, "groups ");
	take_nocase(&rest, "to ");
	long long number = 0;
	size_t digits = 0;
	for (; digits < rest.length && is_digit(rest.bytes[digits]); digits++)
		if (number < 1000000000000)
			number = number * 10 + (rest.bytes[digits] - '0');
	if (!digits)
		return refuse(reader, "'%.*s' has no number; write 'limit 10' or 'limit groups 5'",
			STR_ARG(text));
	*(groups ? &reader->query->group_limit : &reader->query->limit) = number;
	return QUERY_READ;
}

static enum query_answer
refuse_part(struct query_reader *reader, str text)
{
	struct buffer names = { .arena = reader->query->arena };
	for (size_t i = 0; i < QUERY_PARTS; i++)
		buffer_format(&names, "%s%s", i ? ", " : "", parts[i].name);
	return refuse(reader, "'%.*s': what can be hidden and shown are %.*s", STR_ARG(text),
		STR_ARG(names.text));
}

enum query_answer
layout_read_hide(struct query_reader *reader, str text)
{
	str rest = text;
	bool hide = take_nocase(&rest, "hide ");
	if (!hide && !take_nocase(&rest, "show "))
		return QUERY_OTHER;
	for (size_t i = 0; i < QUERY_PARTS; i++) {
		str name = rest;
		if (!take_nocase(&name, parts[i].name))
			continue;
		unsigned bit = 1u << i;
		reader->query->hidden =
			hide ? reader->query->hidden | bit : reader->query->hidden & ~bit;
		keep_statement(reader, text);
		return QUERY_READ;
	}
	return refuse_part(reader, text);
}

enum query_answer
layout_read_view(struct query_reader *reader, str text)
{
	str rest = text;
	if (!take_nocase(&rest, "view "))
		return QUERY_OTHER;
	bool known = str_equal_nocase(rest, STR("list"));
	const char *name;
	if (take_nocase(&rest, "columns by "))
		for (size_t i = 0; !known && (name = group_name(i)); i++)
			known = str_equal_nocase(rest, str_from(name));
	if (!known)
		return refuse(reader, "'%.*s': there are 'view list' and 'view columns by FIELD'",
			STR_ARG(text));
	keep_statement(reader, text);
	return QUERY_READ;
}

/* Any word that begins so: "short mode". */
enum query_answer
layout_read_mode(struct query_reader *reader, str text)
{
	str rest = text;
	if (take_nocase(&rest, "explain")) {
		reader->query->explain = true;
		return QUERY_READ;
	}
	if (take_nocase(&rest, "ignore global query")) {
		reader->query->ignores_global = true;
		return QUERY_READ;
	}
	bool brief = take_nocase(&rest, "short");
	if (!brief && !take_nocase(&rest, "full"))
		return QUERY_OTHER;
	reader->query->brief = brief;
	keep_statement(reader, text);
	return QUERY_READ;
}
