#include "query/defaults.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* A property, and the instruction that it is when true and when it is something else. */
static const struct {
	const char *property, *yes, *no;
} switches[] = {
	{ "TQ_explain", "explain", NULL },
	{ "TQ_short_mode", "short mode", "full mode" },
};

/* TQ_show_..., in the order of the plugin. */
static const char *const shown[] = { "toolbar", "tree", "tags", "id", "depends on", "priority",
	"recurrence rule", "on completion", "created date", "start date", "scheduled date",
	"due date", "cancelled date", "done date", "urgency", "backlink", "edit button",
	"postpone button", "task count" };

/* Absent: there is none, or it is empty. */
static str
find(const struct query_file *file, str name)
{
	for (size_t i = 0; i < file->property_count; i++)
		if (str_equal_nocase(file->properties[i].name, name))
			return file->properties[i].value;
	return (str){ 0 };
}

static void
add(struct arena *arena, const struct query_text *text, str instructions, struct query_lines *lines)
{
	struct query_line line = { .source = &text->block, .number = text->properties_line };
	lines_split_preset(arena, &line, instructions, lines);
}

/* "depends on" is TQ_show_depends_on. */
static str
property_of(struct arena *arena, const char *part)
{
	struct buffer name = { .arena = arena };
	buffer_add(&name, STR("TQ_show_"));
	for (; *part; part++)
		buffer_add_char(&name, *part == ' ' ? '_' : *part);
	return name.text;
}

void
defaults_add(struct arena *arena, const struct query_text *text, struct query_lines *lines)
{
	if (!text->file)
		return;
	for (size_t i = 0; i < COUNT(switches); i++) {
		str value = find(text->file, str_from(switches[i].property));
		bool yes = str_equal_nocase(value, STR("true"));
		const char *instruction = yes ? switches[i].yes : switches[i].no;
		if (value.bytes && instruction)
			add(arena, text, str_from(instruction), lines);
	}
	for (size_t i = 0; i < COUNT(shown); i++) {
		str value = find(text->file, property_of(arena, shown[i]));
		bool yes = str_equal_nocase(value, STR("true"));
		if (value.bytes)
			add(arena, text,
				str_format(arena, "%s %s", yes ? "show" : "hide", shown[i]), lines);
	}
	add(arena, text, find(text->file, STR("TQ_extra_instructions")), lines);
}
