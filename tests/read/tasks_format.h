/*
 * What the Tasks plugin made of lines and notes, as fixtures/tasks-format and
 * fixtures/conformance have it: `name=value` for each value there is, TABs between them.
 */
#ifndef TESTS_TASKS_FORMAT_H
#define TESTS_TASKS_FORMAT_H

#include "read/fields.h"

#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* The whole file; NULL bytes when it cannot be read. */
static inline str
read_whole(struct arena *arena, const char *path)
{
	struct buffer text = { .arena = arena };
	char block[4096];
	FILE *file = fopen(path, "rb");
	for (size_t size; file && (size = fread(block, 1, sizeof(block), file)) > 0;)
		buffer_add(&text, (str){ block, size });
	if (file)
		fclose(file);
	return text.text;
}

/* clang-format off */
static const struct {
	const char *written, *meant;
} escapes[] = {
	{ "\\\\", "\\" }, { "\\t", "\t" }, { "\\r", "\r" }, { "\\u2028", "\u2028" },
};
/* clang-format on */

static inline str
unescape(struct arena *arena, str text)
{
	struct buffer out = { .arena = arena };
	while (text.length) {
		size_t i = 0;
		while (i < COUNT(escapes) && !str_starts(text, str_from(escapes[i].written)))
			i++;
		bool plain = i == COUNT(escapes);
		buffer_add(&out, plain ? str_slice(text, 0, 1) : str_from(escapes[i].meant));
		text = str_skip(text, plain ? 1 : str_from(escapes[i].written).length);
	}
	return out.text;
}

static inline str
escape(struct arena *arena, str text)
{
	struct buffer out = { .arena = arena };
	while (text.length) {
		size_t i = 0;
		while (i < COUNT(escapes) && !str_starts(text, str_from(escapes[i].meant)))
			i++;
		bool plain = i == COUNT(escapes);
		buffer_add(&out, plain ? str_slice(text, 0, 1) : str_from(escapes[i].written));
		text = str_skip(text, plain ? 1 : str_from(escapes[i].meant).length);
	}
	return out.text;
}

static inline void
add_value(struct buffer *out, const char *name, str value)
{
	if (!value.length)
		return;
	buffer_format(out, "\t%s=", name);
	buffer_add(out, escape(out->arena, value));
}

static inline void
add_values(struct buffer *out, const char *name, strs list)
{
	struct buffer joined = { .arena = out->arena };
	for (size_t i = 0; i < list.count; i++) {
		if (i > 0)
			buffer_add_char(&joined, ' ');
		buffer_add(&joined, list.items[i]);
	}
	add_value(out, name, joined.text);
}

static inline void
add_day(struct buffer *out, const char *name, date day)
{
	char text[11];
	docket_date_format(day, text);
	bool impossible = !date_is_none(day) && !docket_date_exists(day);
	add_value(out, name, impossible ? STR("impossible") : str_from(text));
}

/* What there is, the description always. */
static inline str
format_fields(struct arena *arena, const struct fields *fields)
{
	struct buffer out = { .arena = arena };
	buffer_add(&out, STR("description="));
	buffer_add(&out, escape(arena, fields->description));
	add_values(&out, "tags", fields->tags);
	if (fields->priority)
		add_value(&out, "priority", str_from(docket_priority_name(fields->priority)));
	add_day(&out, "due", fields->due);
	add_day(&out, "scheduled", fields->scheduled);
	add_day(&out, "start", fields->start);
	add_day(&out, "created", fields->created);
	add_day(&out, "done", fields->done);
	add_day(&out, "cancelled", fields->cancelled);
	add_value(&out, "recurrence", fields->recurrence);
	add_value(&out, "id", fields->id);
	add_values(&out, "depends", fields->depends_on);
	add_value(&out, "completion", fields->on_completion);
	add_value(&out, "block", fields->block);
	return out.text;
}

/* The same of a task that docket read, with its status and heading. */
static inline str
format_task(struct arena *arena, const struct docket_task *task)
{
	struct buffer out = { .arena = arena };
	struct fields fields = { .description = task->description,
		.priority = task->priority,
		.due = task->due,
		.scheduled = task->scheduled,
		.start = task->start,
		.created = task->created,
		.done = task->done,
		.cancelled = task->cancelled,
		.recurrence = task->recurrence,
		.id = task->task_id,
		.depends_on = task->depends_on,
		.on_completion = task->on_completion,
		.block = task->block,
		.tags = task->tags };
	buffer_add(&out, format_fields(arena, &fields));
	add_value(&out, "status", task->status.symbol);
	add_value(&out, "name", task->status.name);
	add_value(&out, "type", str_from(docket_status_type_name(task->status.type)));
	add_value(&out, "heading", task->heading);
	return out.text;
}

#endif
