#include "read/task.h"

#include "read/placeholder.h"
#include "read/status.h"
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

/* Agenda points and attendees have boxes too, but no owner, day or priority. */
static bool
is_meant(const struct syntax_place *place, const struct docket_task *task)
{
	enum heading_kind kind = place->section.kind;
	bool other = kind == HEADING_AGENDA || kind == HEADING_PEOPLE || kind == HEADING_ABSENT ||
		     (kind == HEADING_DECISIONS && place->entry->level <= 1);
	return task->status.type != DOCKET_STATUS_NON_TASK && (!other || task_is_assigned(task)) &&
	       !placeholder_is(place->context->arena, task->text);
}

/* The plugin asks for the shape of a date only, so a day that does not exist counts too. */
static void
schedule_by_name(const struct syntax_place *place, str body, struct docket_task *task)
{
	const struct syntax_context *context = place->context;
	if (date_is_none(context->file_date))
		return;
	struct fields fields = fields_read(context->arena, body, context->reading->dataview);
	bool dated = !date_is_none(fields.due) || !date_is_none(fields.scheduled) ||
		     !date_is_none(fields.start) || !date_is_none(task->due) ||
		     !date_is_none(task->scheduled) || !date_is_none(task->start) ||
		     task->due_text.length;
	if (!dated)
		task->scheduled = context->file_date;
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
	task_fill(place, body, ASSIGNEE_KNOWN, task);
	if (is_meant(place, task))
		task_check_due(place, task);
	else
		task->text = (str){ 0 };
	schedule_by_name(place, body, task);
	return true;
}

bool
task_is_assigned(const struct docket_task *task)
{
	return task->owners.count || task->priority || task->due_text.length ||
	       !date_is_none(task->due) || !date_is_none(task->scheduled) ||
	       !date_is_none(task->start);
}
