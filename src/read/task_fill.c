#include "read/task_fill.h"

#include "base/utf8.h"
#include "read/comments.h"
#include "read/escape.h"
#include "read/label.h"
#include "read/marker.h"
#include "read/placeholder.h"
#include "read/recurrence.h"
#include "read/strike.h"
#include "read/task_at.h"
#include "read/task_day.h"
#include "read/task_due.h"
#include "read/task.h"
#include "read/vocabulary.h"

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
	struct claims claims =
		claims_read(arena, escape_drop(arena, fields_strip_tags(words)), &asked);
	task->text = label_unwrap(fields_strip_tags(claims.text));
	if (claims.owners.count)
		task->owners = claims.owners;
	if (!task->owners.count && place->owners.count)
		task->owners = place->owners;
	if (claims.due.length)
		task_due_take(place, claims.due, task);
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

/* "{{project:ledger, priority:high}}" behind a task: all of it has to be keys with values. */
static str
take_braces(const struct syntax_place *place, str text, struct docket_task *task)
{
	struct arena *arena = place->context->arena;
	str inside = placeholder_find_template(text), rest, part;
	if (!placeholder_has_keys(arena, inside))
		return text;
	size_t at = (size_t)(inside.bytes - text.bytes);
	for (rest = str_slice(inside, 2, inside.length - 2); str_next_part(&rest, ',', &part);) {
		size_t colon = str_find_char(part, ':');
		task_set(place, property_read(arena, str_slice(part, 0, colon)),
			str_skip(part, colon + 1), task);
	}
	return str_format(arena, "%.*s%.*s", STR_ARG(str_trim_space(str_slice(text, 0, at))),
		STR_ARG(str_skip(text, at + inside.length)));
}

struct claims
task_fill(const struct syntax_place *place, const struct fields *fields, enum assignee_trust trust,
	struct docket_task *task)
{
	task->description = fields->description;
	task->block = fields->block;
	task->tags = fields->tags;
	take_fields(place, fields, task);
	str text = take_unread(place, take_braces(place, fields->description, task), task);
	text = task_at_take(place, task_day_take(place, text, task), task);
	text = comments_drop(place->context->arena, text);
	return take_claims(place, drop_marker(place, text), trust, task);
}

/* "→ Bo to mend it", "Mend the door" */
static bool
is_other_task(const struct syntax_place *place, str *rest)
{
	struct assignee found;
	size_t arrow = str_starts(*rest, STR("→")) ? STR("→").length : 0;
	str text = str_trim_space(str_skip(*rest, arrow));
	bool other = vocabulary_begins_with_verb(text) ||
		     (!str_starts(text, STR("(")) &&
			     assignee_read(place->crew, text, ASSIGNEE_KNOWN, &found));
	*rest = other ? text : *rest;
	return other;
}

/* "done 6 Nov", "He has one", but not "Ada", "by Friday", "(Ada)" */
static bool
is_sentence(const struct syntax_place *place, str rest)
{
	size_t size;
	enum docket_state state;
	struct assignee found = { 0 };
	str word = str_slice(rest, 0, str_find_char(rest, ' '));
	return property_state(place->context->arena, word, &state) ||
	       (utf8_is_upper(utf8_first(rest, &size)) &&
		       !assignee_read_names(place->crew, rest, ASSIGNEE_KNOWN, &found));
}

str
task_drop_strike(const struct syntax_place *place, str text, bool *struck)
{
	struct arena *arena = place->context->arena;
	str inside, rest;
	*struck = strike_is(text);
	if (*struck)
		return strike_drop(arena, text);
	if (!strike_split(text, &inside, &rest))
		return text;
	*struck = !is_other_task(place, &rest);
	if (!*struck)
		return rest;
	return is_sentence(place, rest)
		       ? inside
		       : str_format(arena, "%.*s %.*s", STR_ARG(inside), STR_ARG(rest));
}
