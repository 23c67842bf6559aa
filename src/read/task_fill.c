#include "read/task_fill.h"

#include "read/dates.h"
#include "read/dates_vague.h"
#include "read/marker.h"
#include "read/recurrence.h"

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

/* Why a field is not seen by the plugin, and the remedy. */
struct unseen {
	const char *why;
	const char *verb, *how;
};

static const struct unseen followed = { "followed by other text", "move",
	"to the end of the line" };
static const struct unseen formats[] = {
	[false] = { "not in the format of the Tasks settings", "write", "with emoji" },
	[true] = { "not in the format of the Tasks settings", "write", "in brackets" },
};

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

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
		"there is no day %.*s, so the task has no %s date; correct it", STR_ARG(written),
		day->name);
}

static void
remark_rule(const struct syntax_place *place, str written, int line)
{
	bool readable = recurrence_read(place->context->arena, written).length > 0;
	remark(place->context->remarks, line, DOCKET_REMARK_RECURRENCE,
		"\"%.*s\" %s, so the task does not recur; %s", STR_ARG(written),
		readable ? "counts from a day that does not exist" : "is no rule",
		readable ? "correct the date" : "begin it with \"every\"");
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
		remark_rule(place, fields->recurrence_written, task->line);
}

static void
remark_unread(const struct syntax_place *place, const struct fields *unread,
	const struct unseen *unseen, int line)
{
	size_t count = unread->unread.count;
	struct buffer names = { .arena = place->context->arena };
	for (size_t i = 0; i < count; i++)
		buffer_format(&names, "%s\"%.*s\"",
			!i               ? ""
			: i + 1 == count ? " and "
					 : ", ",
			STR_ARG(unread->unread.items[i]));
	const char *them = count > 1 ? "them" : "it";
	if (count)
		remark(place->context->remarks, line, DOCKET_REMARK_UNREAD_FIELD,
			"%.*s %s %s, so Obsidian does not see %s, docket does; %s %s %s",
			STR_ARG(names.text), count > 1 ? "are" : "is", unseen->why, them,
			unseen->verb, them, unseen->how);
}

/* Takes the fields that only docket sees, and gives the description without them. */
static str
take_unread(const struct syntax_place *place, str description, struct docket_task *task)
{
	struct arena *arena = place->context->arena;
	bool dataview = place->context->reading->dataview;
	struct fields unread = fields_find_unread(arena, description, dataview);
	struct fields other = fields_find_unread(arena, unread.description, !dataview);
	take_fields(place, &unread, task);
	take_fields(place, &other, task);
	remark_unread(place, &unread, &followed, task->line);
	if (task->from == DOCKET_FROM_CHECKBOX)
		remark_unread(place, &other, &formats[dataview], task->line);
	return other.description;
}

/* Why the words gave no day; NULL: they are not meant to, as "TBD". */
static const char *
find_doubt(str words, date meeting, enum dates_answer answer, date found)
{
	const date any = { 2000, 1, 1 };
	date day;
	if (answer == DATES_DAY || !date_is_none(found))
		return NULL;
	if (answer == DATES_AMBIGUOUS)
		return "can be several days, so the task has no due date; write YYYY-MM-DD";
	if (dates_vague(words))
		return "is no single day, so the task has no due date; write YYYY-MM-DD";
	if (date_is_none(meeting) && dates_read_due(words, any, &day) != DATES_NONE)
		return "is counted from the day of the meeting, which the note does not say, so "
		       "the task has no due date; write YYYY-MM-DD, or a date for the note";
	return NULL;
}

void
task_fill_due(const struct syntax_place *place, str words, struct docket_task *task)
{
	struct remarks *remarks = place->context->remarks;
	date day, iso;
	enum dates_answer answer = dates_read_due(words, place->meeting, &day);
	const char *doubt = find_doubt(words, place->meeting, answer, day);
	task->due = answer == DATES_DAY ? day : (date){ 0 };
	bool plain = answer == DATES_DAY && date_parse_iso(words, &iso);
	task->due_text = plain ? (str){ 0 } : words;
	if (doubt)
		remark(remarks, task->line, DOCKET_REMARK_AMBIGUOUS_DATE, "\"%.*s\" %s",
			STR_ARG(words), doubt);
	else if (answer == DATES_NONE && !date_is_none(day))
		remark(remarks, task->line, DOCKET_REMARK_INVALID_DATE,
			"there is no day %.*s, so the task has no due date; correct it",
			STR_ARG(words));
}

static bool
has_due(const struct docket_task *task)
{
	return !date_is_none(task->due) || task->due_text.length;
}

/* "#2025-11-14" */
static date
find_day_tag(strs tags)
{
	date day = { 0 };
	for (size_t i = 0; i < tags.count; i++)
		if (date_parse_iso(str_skip(tags.items[i], 1), &day) && docket_date_exists(day))
			return day;
	return (date){ 0 };
}

/* What the words say, and where that is not enough, the place. */
static struct claims
take_claims(const struct syntax_place *place, str words, enum assignee_trust trust,
	struct docket_task *task)
{
	struct arena *arena = place->context->arena;
	struct claims_asked asked = { .people = place->people,
		.crew = place->crew,
		.trust = trust,
		.box = task->from == DOCKET_FROM_CHECKBOX,
		.actions = place->section.kind == HEADING_ACTIONS ||
			   place->section.kind == HEADING_MIXED,
		.due = has_due(task) };
	struct claims claims = claims_read(arena, fields_strip_tags(words), &asked);
	task->text = fields_strip_tags(claims.text);
	task->owners = claims.owners;
	if (!task->owners.count && place->owners.count)
		task->owners = place->owners;
	if (claims.due.length)
		task_fill_due(place, claims.due, task);
	if (!has_due(task))
		task->due = find_day_tag(task->tags);
	if (!task->priority)
		task->priority = claims.priority ? claims.priority : place->priority;
	return claims;
}

/* "- [ ] ACTION: send it"; behind "AI:" somebody has to do something. */
static str
drop_marker(const struct syntax_place *place, str text)
{
	struct marker marker;
	struct assignee found;
	bool marked = marker_read(text, &marker) && marker.kind == MARKER_TASK &&
		      marker.rest.length && !marker.owner.length;
	if (marked && marker.wary)
		marked = assignee_read(place->crew, marker.rest, ASSIGNEE_KNOWN, &found) &&
			 found.subject;
	return marked ? marker.rest : text;
}

struct claims
task_fill(const struct syntax_place *place, const struct fields *fields, enum assignee_trust trust,
	struct docket_task *task)
{
	task->description = fields->description;
	task->block = fields->block;
	task->tags = fields->tags;
	take_fields(place, fields, task);
	str text = take_unread(place, fields->description, task);
	return take_claims(place, drop_marker(place, text), trust, task);
}

void
task_check_due(const struct syntax_place *place, const struct docket_task *task)
{
	date due = task->due, meeting = place->meeting;
	if (task->state >= DOCKET_DONE || date_is_none(due) || !docket_date_exists(meeting) ||
		date_compare(due, meeting) >= 0)
		return;
	char written[2][11];
	docket_date_format(due, written[0]);
	docket_date_format(meeting, written[1]);
	remark(place->context->remarks, task->line, DOCKET_REMARK_DUE_BEFORE_MEETING,
		"due %s, before the meeting on %s; is the year right?", written[0], written[1]);
}
