#include "query/group.h"

#include "query/happens.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* Underscores are emphasis in a heading. */
#define ESCAPED(path) "replace(replace(" path ", '\\', '\\\\'), '_', '\\_')"
#define STEM "file_stem(file_name(box.path))"

/* clang-format off */
static const struct group {
	const char *name;
	const char *value;
	enum query_naming naming;
	const char *none; /* of a list: the group of a box that has none */
	bool down;        /* the last name first */
} groups[] = {
	{ "due", "box.due", QUERY_NAME_DAY, NULL, false },
	{ "scheduled", "box.scheduled", QUERY_NAME_DAY, NULL, false },
	{ "start", "box.start", QUERY_NAME_DAY, NULL, false },
	{ "created", "box.created", QUERY_NAME_DAY, NULL, false },
	{ "done", "box.done", QUERY_NAME_DAY, NULL, false },
	{ "cancelled", "box.cancelled", QUERY_NAME_DAY, NULL, false },
	{ "happens", "nullif(" HAPPENS ", '~')", QUERY_NAME_DAY, NULL, false },
	{ "status", "CASE WHEN box.status_type IN ('DONE', 'CANCELLED', 'NON_TASK') THEN 'Done' "
		"ELSE 'Todo' END", QUERY_NAME_PLAIN, NULL, false },
	{ "status.name", "box.status_name", QUERY_NAME_PLAIN, NULL, false },
	{ "status.type", "CASE box.status_type WHEN 'IN_PROGRESS' THEN '%%1%%' WHEN 'TODO' THEN '%%2%%' "
		"WHEN 'ON_HOLD' THEN '%%3%%' WHEN 'DONE' THEN '%%4%%' WHEN 'CANCELLED' THEN '%%5%%' "
		"ELSE '%%6%%' END || box.status_type", QUERY_NAME_PLAIN, NULL, false },
	{ "priority", "CASE box.priority WHEN 3 THEN '%%0%%Highest' WHEN 2 THEN '%%1%%High' "
		"WHEN 1 THEN '%%2%%Medium' WHEN 0 THEN '%%3%%Normal' WHEN -1 THEN '%%4%%Low' "
		"ELSE '%%5%%Lowest' END || ' priority'", QUERY_NAME_PLAIN, NULL, false },
	{ "urgency", "printf('%.2f', urgency(box.due, box.scheduled, box.start, box.priority, :today))",
		QUERY_NAME_PLAIN, NULL, true },
	{ "recurring", "CASE WHEN box.recurrence IS NULL THEN 'Not Recurring' ELSE 'Recurring' END",
		QUERY_NAME_PLAIN, NULL, false },
	{ "recurrence", "coalesce(box.recurrence, 'None')", QUERY_NAME_PLAIN, NULL, false },
	{ "tags", "box.tags", QUERY_NAME_LIST, "(No tags)", false },
	{ "heading", "coalesce(nullif(box.heading, ''), '(No heading)')", QUERY_NAME_PLAIN, NULL, false },
	{ "path", ESCAPED("file_stem(box.path)"), QUERY_NAME_PLAIN, NULL, false },
	{ "folder", ESCAPED("file_folder(box.path)"), QUERY_NAME_PLAIN, NULL, false },
	{ "root", ESCAPED("file_root(box.path)"), QUERY_NAME_PLAIN, NULL, false },
	{ "filename", "'[[' || " STEM " || ']]'", QUERY_NAME_PLAIN, NULL, false },
	{ "backlink", "'[[' || " STEM " || CASE box.heading WHEN '' THEN '' ELSE '#' || box.heading || "
		"'|' || " STEM " || ' > ' || box.heading END || ']]'", QUERY_NAME_PLAIN, NULL, false },
	{ "id", "coalesce(box.task_id, '')", QUERY_NAME_PLAIN, NULL, false },
	{ "owner", "box.owner", QUERY_NAME_LIST, "(No owner)", false },
	{ "account", "coalesce(box.account, '(No account)')", QUERY_NAME_PLAIN, NULL, false },
	{ "person", "box.person", QUERY_NAME_LIST, "(No person)", false },
	{ "project", "coalesce(box.project, '(No project)')", QUERY_NAME_PLAIN, NULL, false },
	{ "meeting", "coalesce(box.meeting, '(No meeting)')", QUERY_NAME_PLAIN, NULL, false },
	{ "series", "coalesce(box.series, '(No series)')", QUERY_NAME_PLAIN, NULL, false },
};
/* clang-format on */

enum query_answer
group_read(struct query_reader *reader, str text)
{
	str rest = text;
	if (!take_nocase(&rest, "group by "))
		return QUERY_OTHER;
	if (take_nocase(&rest, "function "))
		return refuse(
			reader, "'%.*s' is JavaScript, which docket does not run", STR_ARG(text));
	for (size_t i = 0; i < COUNT(groups); i++) {
		str after = rest;
		if (!take_nocase(&after, groups[i].name))
			continue;
		bool reverse = str_equal_nocase(after, STR(" reverse"));
		if (after.length && !reverse)
			continue;
		struct query_group *group = list_add(reader->query->arena, &reader->query->groups);
		*group = (struct query_group){ .statement = text,
			.place = line_place(reader->query->arena, reader->line, (str){ 0 }),
			.value = groups[i].value,
			.naming = groups[i].naming,
			.what = groups[i].naming == QUERY_NAME_LIST ? groups[i].none
								    : groups[i].name,
			.reverse = reverse != groups[i].down };
		return QUERY_READ;
	}
	return QUERY_OTHER;
}

static str
name_day(struct arena *arena, const char *what, str value)
{
	static const char *const weekdays[] = { "Monday", "Tuesday", "Wednesday", "Thursday",
		"Friday", "Saturday", "Sunday" };
	date day;
	if (!value.length)
		return str_format(arena, "No %s date", what);
	if (!date_parse_iso(value, &day) || !docket_date_exists(day))
		return str_format(arena, "%%%%0%%%% Invalid %s date", what);
	return str_format(arena, "%.*s %s", STR_ARG(value), weekdays[date_weekday(day)]);
}

strs
group_names(struct arena *arena, const struct query_group *group, strs values)
{
	bool list = group->naming == QUERY_NAME_LIST, day = group->naming == QUERY_NAME_DAY;
	if (values.count && !day)
		return values;
	str *name = arena_alloc(arena, sizeof(*name));
	if (day)
		*name = name_day(arena, group->what, values.count ? values.items[0] : (str){ 0 });
	else if (list)
		*name = str_from(group->what);
	return (strs){ name, 1 };
}

str
group_heading(struct arena *arena, str name)
{
	struct buffer out = { .arena = arena };
	for (size_t open; (open = str_find(name, STR("%%"))) != STR_NONE;) {
		size_t close = str_find(str_skip(name, open + 2), STR("%%"));
		if (close == STR_NONE)
			break;
		buffer_add(&out, str_slice(name, 0, open));
		name = str_skip(name, open + close + 4);
	}
	buffer_add(&out, name);
	return str_trim_space(out.text);
}

const char *
group_name(size_t index)
{
	return index < COUNT(groups) ? groups[index].name : NULL;
}
