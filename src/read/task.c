#include "read/task.h"

#include "base/utf8.h"
#include "read/placeholder.h"
#include "read/status.h"
#include "read/strike.h"
#include "read/task_due.h"
#include "read/task_fill.h"

/* The box and what follows it, where the line passes both gates of the plugin. */
static bool
split_line(const struct syntax_place *place, str *symbol, str *body)
{
	const struct docket_reading *reading = place->context->reading;
	str block;
	if (!fields_split_box(place->entry->raw, symbol, body))
		return false;
	if (body->length && body->bytes == symbol->bytes + symbol->length + 1)
		return false;
	return str_find(fields_split_block(*body, &block), reading->global_filter) != STR_NONE;
}

static void
take_status(const struct syntax_place *place, str symbol, struct docket_task *task)
{
	struct status_reading reading = status_read(place->context->reading, symbol);
	task->status = reading.status;
	task->state = reading.state;
	if (!reading.known)
		remark(place->context->remarks, task->line, DOCKET_REMARK_UNKNOWN_STATUS,
			"[%.*s] is not a registered status, so Obsidian and docket take the task "
			"as to "
			"do; register it in the settings of the Tasks plugin",
			STR_ARG(symbol));
}

static bool
has_letter(str text)
{
	uint32_t code;
	while (utf8_next(&text, &code))
		if (utf8_is_letter(code))
			return true;
	return false;
}

/* Agenda points and attendees have boxes too, but no owner, day or priority; so have templates. */
static bool
is_aside(const struct syntax_place *place, const struct docket_task *task)
{
	enum heading_kind kind = place->section.kind;
	bool other = kind == HEADING_AGENDA || kind == HEADING_PEOPLE || kind == HEADING_ABSENT ||
		     (kind == HEADING_DECISIONS && place->entry->level <= 1);
	return (other && !task_is_assigned(task)) ||
	       (has_letter(task->text) && placeholder_is(place->context->arena, task->text));
}

static bool
is_meant(const struct syntax_place *place, const struct docket_task *task)
{
	struct arena *arena = place->context->arena;
	bool none = placeholder_is_none(arena, task->text) && !task_is_assigned(task);
	return task->status.type != DOCKET_STATUS_NON_TASK && !task->aside && !none &&
	       !placeholder_is(arena, task->text);
}

/* Behind the last `>` of a quote one blank is no indentation. */
static bool
is_sub_item(str line)
{
	str indentation = fields_indentation(line);
	size_t quote = str_find_last_char(indentation, '>');
	if (quote == STR_NONE)
		return indentation.length;
	str inside = str_skip(indentation, quote + 1);
	return inside.length && !str_equal(inside, STR(" "));
}

/* What the plugin reads. It asks for the shape of a date only, so that one that does not exist
   keeps the day of the file's name away too. */
static const struct docket_box *
read_box(const struct syntax_place *place, const struct fields *fields)
{
	struct docket_box *box = arena_alloc(place->context->arena, sizeof(*box));
	bool dated = !date_is_none(fields->due) || !date_is_none(fields->scheduled) ||
		     !date_is_none(fields->start);
	*box = (struct docket_box){ .sub_item = is_sub_item(place->entry->raw),
		.priority = fields->priority,
		.due = fields->due,
		.scheduled = dated ? fields->scheduled : place->context->file_date,
		.start = fields->start,
		.created = fields->created,
		.done = fields->done,
		.cancelled = fields->cancelled,
		.recurrence = fields->recurrence,
		.task_id = fields->id,
		.depends_on = fields->depends_on,
		.on_completion = fields->on_completion };
	return box;
}

/* The day of the file's name, unless docket found another one that the plugin did not. */
static void
schedule_by_name(struct docket_task *task)
{
	if (date_is_none(task->due) && date_is_none(task->scheduled) && date_is_none(task->start) &&
		!task->due_text.length && docket_date_exists(task->box->scheduled))
		task->scheduled = task->box->scheduled;
}

/* What is struck through is done, whatever its box says; the description is the plugin's. */
static void
fill(const struct syntax_place *place, const struct fields *fields, struct docket_task *task)
{
	struct fields shown = *fields;
	bool struck = false;
	if (str_starts(fields->description, STR("~~")))
		shown.description =
			task_drop_strike(place, fields_strip_tags(fields->description), &struck);
	task_fill(place, &shown, ASSIGNEE_KNOWN, task);
	task->description = fields->description;
	if (strike_is(task->text)) {
		struck = true;
		task->text = strike_drop(place->context->arena, task->text);
	}
	if (struck && task->state < DOCKET_DONE)
		task->state = DOCKET_DONE;
}

bool
task_read(const struct syntax_place *place, struct docket_task *task)
{
	str symbol, body;
	if (!split_line(place, &symbol, &body))
		return false;
	*task = (struct docket_task){
		.line = place->entry->line, .heading = place->heading, .from = DOCKET_FROM_CHECKBOX
	};
	take_status(place, symbol, task);
	const struct syntax_context *context = place->context;
	struct fields fields = fields_read(context->arena, body, context->reading->dataview);
	task->box = read_box(place, &fields);
	fill(place, &fields, task);
	task->aside = is_aside(place, task);
	if (is_meant(place, task))
		task_due_check(place, task);
	else
		task->text = (str){ 0 };
	schedule_by_name(task);
	return true;
}

bool
task_is_assigned(const struct docket_task *task)
{
	return task->owners.count || task->priority || task->due_text.length ||
	       !date_is_none(task->due) || !date_is_none(task->scheduled) ||
	       !date_is_none(task->start);
}
