#include "read/task.h"

#include "read/fields.h"
#include "read/owner.h"
#include "read/placeholder.h"
#include "read/status.h"

struct day {
	const char *name;
	size_t read, written; /* in struct fields */
	size_t task;          /* in struct docket_task */
};

/* clang-format off */
#define DAY(name) { #name, offsetof(struct fields, name), offsetof(struct fields, name##_written), \
	offsetof(struct docket_task, name) }
static const struct day days[] = {
	DAY(due), DAY(scheduled), DAY(start), DAY(created), DAY(done), DAY(cancelled),
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

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
			"[%.*s] is not a registered status", STR_ARG(symbol));
}

static void
take_day(const struct syntax_place *place, const struct day *day, const struct fields *fields,
	struct docket_task *task)
{
	date found = *(const date *)((const char *)fields + day->read);
	str written = *(const str *)((const char *)fields + day->written);
	date *to = (date *)((char *)task + day->task);
	if (!date_is_none(*to) || date_is_none(found))
		return;
	if (docket_date_exists(found)) {
		*to = found;
		return;
	}
	if (to == &task->due && !task->due_text.length)
		task->due_text = written;
	remark(place->context->remarks, task->line, DOCKET_REMARK_INVALID_DATE,
		"there is no day %.*s (%s)", STR_ARG(written), day->name);
}

/* What the task lacks and the fields say. */
static void
take_fields(const struct syntax_place *place, const struct fields *fields, struct docket_task *task)
{
	for (size_t i = 0; i < COUNT(days); i++)
		take_day(place, &days[i], fields, task);
	if (!task->priority)
		task->priority = fields->priority;
	if (!task->recurrence.length)
		task->recurrence = fields->recurrence;
	if (!task->task_id.length)
		task->task_id = fields->id;
	if (!task->depends_on.count)
		task->depends_on = fields->depends_on;
	if (!task->on_completion.length)
		task->on_completion = fields->on_completion;
	if (fields->recurrence_written.length && !fields->recurrence.length)
		remark(place->context->remarks, task->line, DOCKET_REMARK_RECURRENCE,
			"\"%.*s\" is no rule", STR_ARG(fields->recurrence_written));
}

static void
take_unread(const struct syntax_place *place, const struct fields *unread, struct docket_task *task)
{
	take_fields(place, unread, task);
	for (size_t i = 0; i < unread->unread.count; i++)
		remark(place->context->remarks, task->line, DOCKET_REMARK_UNREAD_FIELD,
			"\"%.*s\" is followed by other text", STR_ARG(unread->unread.items[i]));
}

static void
take_text(const struct syntax_place *place, str description, struct docket_task *task)
{
	struct arena *arena = place->context->arena;
	struct owners owners = owner_read(arena, fields_strip_tags(description), place->people);
	task->text = fields_strip_tags(owners.text);
	task->owners = owners.names;
	if (!owners.names.count && place->section.owner.length) {
		str *owner = arena_alloc(arena, sizeof(*owner));
		*owner = place->section.owner;
		task->owners = (strs){ owner, 1 };
	}
}

/* Whether it says who, when or how pressing, as agenda points and attendees do not. */
static bool
is_assigned(const struct docket_task *task)
{
	return task->owners.count || task->priority || task->due_text.length ||
	       !date_is_none(task->due) || !date_is_none(task->scheduled) ||
	       !date_is_none(task->start);
}

static bool
is_meant(const struct syntax_place *place, const struct docket_task *task)
{
	enum heading_kind kind = place->section.kind;
	bool other = kind == HEADING_AGENDA || kind == HEADING_PEOPLE || kind == HEADING_ABSENT ||
		     (kind == HEADING_DECISIONS && place->entry->level <= 1);
	return task->status.type != DOCKET_STATUS_NON_TASK && (!other || is_assigned(task)) &&
	       !placeholder_is(place->context->arena, task->text);
}

static void
check_due(const struct syntax_place *place, const struct docket_task *task)
{
	date due = task->due, meeting = place->context->meeting;
	if (task->state < DOCKET_DONE && !date_is_none(due) && docket_date_exists(meeting) &&
		date_compare(due, meeting) < 0)
		remark(place->context->remarks, task->line, DOCKET_REMARK_DUE_BEFORE_MEETING,
			"due %04d-%02d-%02d, before the meeting", due.year, due.month, due.day);
}

bool
task_read(const struct syntax_place *place, struct docket_task *task)
{
	const struct syntax_context *context = place->context;
	bool dataview = context->reading->dataview;
	str symbol, body;
	if (!split_line(place, &symbol, &body))
		return false;
	struct fields fields = fields_read(context->arena, body, dataview);
	struct fields unread = fields_find_unread(context->arena, fields.description, dataview);
	*task = (struct docket_task){
		.line = place->entry->line,
		.description = fields.description,
		.block = fields.block,
		.tags = fields.tags,
		.from = DOCKET_FROM_CHECKBOX,
	};
	take_status(place, symbol, task);
	take_fields(place, &fields, task);
	take_unread(place, &unread, task);
	take_text(place, unread.description, task);
	if (is_meant(place, task))
		check_due(place, task);
	else
		task->text = (str){ 0 };
	return true;
}
