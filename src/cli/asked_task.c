#include "asked_task.h"

#include "text.h"

#include <string.h>

/* Fields in the order in which the plugin writes them behind a description. */
/* clang-format off */
static const struct field {
	const char *column; /* of the task */
	const char *part;   /* as in `hide due date` */
	const char *sign;
} fields[] = {
	{ "task_id", "id", "🆔" },
	{ "depends_on", "depends on", "⛔" },
	{ "priority", "priority", "" },
	{ "recurrence", "recurrence rule", "🔁" },
	{ "on_completion", "on completion", "🏁" },
	{ "created", "created date", "➕" },
	{ "start", "start date", "🛫" },
	{ "scheduled", "scheduled date", "⏳" },
	{ "due", "due date", "📅" },
	{ "cancelled", "cancelled date", "❌" },
	{ "done", "done date", "✅" },
};

static const struct {
	const char *name, *sign;
	long long number; /* as the plugin's reading has it */
} priorities[] = {
	{ "highest", "🔺", 3 }, { "high", "⏫", 2 }, { "medium", "🔼", 1 }, { "low", "🔽", -1 },
	{ "lowest", "⏬", -2 },
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* A task that is being written. */
struct writer {
	struct text *out;
	const struct docket_answer *answer;
	const struct docket_value *task;
	bool markdown;
};

void
asked_add_shown(struct text *out, struct docket_str text, bool markdown)
{
	struct text shown = { 0 };
	text_add_shown(&shown, text);
	for (size_t i = 0; i < shown.length; i++) {
		if (markdown && shown.bytes[i] == '<')
			text_add_char(out, '\\');
		text_add_char(out, shown.bytes[i]);
	}
	text_free(&shown);
}

static void
add_shown(const struct writer *writer, struct docket_str text)
{
	asked_add_shown(writer->out, text, writer->markdown);
}

/* A field as the plugin reads it: its own reading, where that is another one than docket's. */
static const struct docket_value *
find_value(const struct docket_value *task, const char *column)
{
	const struct docket_value *plugin = docket_value_get(task, "plugin");
	bool differs = plugin && plugin->type == DOCKET_MAP;
	return docket_value_get(differs ? plugin : task, column);
}

static void
add_priority(const struct writer *writer, const struct docket_value *value)
{
	for (size_t i = 0; i < COUNT(priorities); i++) {
		bool named = value->type == DOCKET_TEXT && text_is(value->text, priorities[i].name);
		bool numbered =
			value->type == DOCKET_NUMBER && value->number == priorities[i].number;
		if (named || numbered)
			text_format(writer->out, " %s", priorities[i].sign);
	}
}

static void
add_value(const struct writer *writer, const struct docket_value *value)
{
	if (value->type == DOCKET_LIST) {
		for (size_t i = 0; i < value->count; i++) {
			text_add_char(writer->out, i ? ',' : ' ');
			add_shown(writer, value->items[i].text);
		}
		return;
	}
	text_add_char(writer->out, ' ');
	add_shown(writer, text_is(value->text, "!") ? docket_str("Invalid date") : value->text);
}

static void
add_field(const struct writer *writer, const struct field *field)
{
	const struct docket_value *value = find_value(writer->task, field->column);
	bool empty = !value || value->type == DOCKET_NULL ||
		     (value->type == DOCKET_LIST && !value->count);
	if (empty || !docket_answer_shows(writer->answer, field->part))
		return;
	if (!*field->sign) {
		add_priority(writer, value);
		return;
	}
	text_format(writer->out, " %s", field->sign);
	if (!writer->answer->brief)
		add_value(writer, value);
}

static bool
is_tag(const struct docket_value *tags, struct docket_str word)
{
	bool tag = false;
	for (size_t i = 0; !tag && i < tags->count; i++)
		tag = text_equal(tags->items[i].text, word);
	return tag;
}

/* The description, without its tags where they are hidden. */
static void
add_description(const struct writer *writer)
{
	struct docket_str rest = docket_value_get(writer->task, "description")->text, word;
	const struct docket_value *tags = docket_value_get(writer->task, "tags");
	if (docket_answer_shows(writer->answer, "tags")) {
		add_shown(writer, rest);
		return;
	}
	bool first = true;
	while (text_next_part(&rest, ' ', &word)) {
		if (is_tag(tags, word))
			continue;
		if (!first)
			text_add_char(writer->out, ' ');
		add_shown(writer, word);
		first = false;
	}
}

void
asked_add_task(struct text *out, const struct docket_answer *answer,
	const struct docket_value *task, bool markdown)
{
	struct writer writer = { out, answer, task, markdown };
	const struct docket_value *status = docket_value_get(task, "status");
	text_add_char(out, '[');
	add_shown(&writer, docket_value_get(status, "symbol")->text);
	text_add(out, docket_str("] "));
	add_description(&writer);
	for (size_t i = 0; i < COUNT(fields); i++)
		add_field(&writer, &fields[i]);
	if (docket_answer_shows(answer, "urgency")) {
		text_add_char(out, ' ');
		add_shown(&writer, docket_value_get(task, "urgency")->text);
	}
}

struct docket_str
asked_file_stem(struct docket_str path)
{
	size_t from = path.length, to = path.length;
	while (from > 0 && path.bytes[from - 1] != '/')
		from--;
	if (to - from > 3 && memcmp(path.bytes + to - 3, ".md", 3) == 0)
		to -= 3;
	return (struct docket_str){ path.bytes + from, to - from };
}

void
asked_add_backlink(struct text *out, const struct docket_value *task, bool markdown)
{
	struct docket_str path = docket_value_get(task, "vault_path")->text;
	struct docket_str heading = docket_value_get(task, "heading")->text;
	if (!markdown) {
		text_add_shown(out, path);
		text_format(out, ":%lld", docket_value_get(task, "line")->number);
		return;
	}
	text_add(out, docket_str("([["));
	text_add_shown(out, asked_file_stem(path));
	if (heading.length) {
		text_add_char(out, '#');
		text_add_shown(out, heading);
		text_add_char(out, '|');
		text_add_shown(out, asked_file_stem(path));
		text_add(out, docket_str(" > "));
		text_add_shown(out, heading);
	}
	text_add(out, docket_str("]])"));
}

bool
asked_is_own(struct docket_str column)
{
	static const char *const names[] = { "vault_path", "plugin", "urgency" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (text_is(column, names[i]))
			return true;
	return false;
}
