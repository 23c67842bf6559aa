#include "read/syntax_walk.h"

#include "read/marker.h"
#include "read/task.h"
#include "read/vocabulary.h"

enum {
	INITIALS_MOST = 4,
	MOTION_LINES_MOST = 8,
	WORDS_LEAST = 4,    /* of a decision that is a heading */
	SUBJECT_MOST = 400, /* of a text, to tell whether it begins with a subject */
};

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* "AP:" may be an action point, or somebody with these initials. */
static bool
is_somebody(const struct walk *walk, const struct marker *marker)
{
	return marker->word.length < INITIALS_MOST && !marker->numbered &&
	       (crew_has_speaker(&walk->crew, marker->word) ||
		       crew_knows(&walk->crew, marker->word));
}

/* Who is named in a marker, "TODO me:", "[ACTION - Ada]". */
static bool
read_marker_owners(const struct walk *walk, const struct marker *marker, strs *owners)
{
	struct assignee found = { 0 };
	if (str_equal_nocase(marker->owner, STR("me"))) {
		str *name = arena_alloc(walk->context->arena, sizeof(*name));
		*name = marker->owner;
		*owners = (strs){ name, 1 };
		return true;
	}
	if (!marker->owner.length ||
		!assignee_read_names(&walk->crew, marker->owner,
			marker->known ? ASSIGNEE_KNOWN : ASSIGNEE_LIKELY, &found))
		return false;
	*owners = found.names;
	return true;
}

/* "Ada to call": somebody whom the note knows has something to do. */
static bool
has_subject(const struct walk *walk, str text)
{
	struct assignee assignee;
	return assignee_read(
		       &walk->crew, str_slice(text, 0, SUBJECT_MOST), ASSIGNEE_KNOWN, &assignee) &&
	       assignee.subject;
}

static bool
read_marker(const struct walk *walk, str text, struct marker *marker)
{
	strs owners;
	return marker_read(text, marker) && marker->rest.length &&
	       (!marker->weak || walk->context->is_meeting) &&
	       (!is_somebody(walk, marker) || (marker->wary && has_subject(walk, marker->rest))) &&
	       (!marker->named || read_marker_owners(walk, marker, &owners));
}

bool
walk_is_marked(const struct walk *walk, str text)
{
	struct marker marker;
	return read_marker(walk, text, &marker);
}

/* Words such as "AI:" are a marker only in front of somebody, or something to do. */
static bool
is_meant(const struct walk *walk, const struct marker *marker, const struct docket_task *task)
{
	str word = str_slice(task->text, 0, str_find_char(task->text, ' '));
	return !marker->wary || task->owners.count ||
	       (!walk->crew.speakers.count && vocabulary_is_verb(word));
}

/* The length of what parts two tasks at the start of the text; 0: nothing does. */
static size_t
joint_length(str text)
{
	static const char *const joints[] = { ", and ", "; and ", ", ", "; " };
	for (size_t i = 0; i < COUNT(joints); i++)
		if (str_starts(text, str_from(joints[i])))
			return str_from(joints[i]).length;
	return 0;
}

str
walk_next_task(const struct walk *walk, str *rest)
{
	str text = *rest;
	bool sought = has_subject(walk, text);
	for (size_t at = 1, size; sought && at < text.length; at++) {
		size = joint_length(str_skip(text, at));
		if (!size || !has_subject(walk, str_skip(text, at + size)) ||
			!has_subject(walk, str_slice(text, 0, at)))
			continue;
		*rest = str_skip(text, at + size);
		return str_slice(text, 0, at);
	}
	*rest = (str){ 0 };
	return text;
}

/* "#action Ada send it": a name that is known may stand in front without more. */
static str
take_nick(const struct walk *walk, const struct marker *marker, str text, strs *owners)
{
	size_t blank = str_find_char(text, ' ');
	str nick = str_slice(text, 0, blank);
	if (!str_starts(marker->word, STR("#")) || blank == STR_NONE || has_subject(walk, text) ||
		!crew_knows(&walk->crew, nick))
		return text;
	str *name = arena_alloc(walk->context->arena, sizeof(*name));
	*name = nick;
	*owners = (strs){ name, 1 };
	return str_trim_space(str_skip(text, blank));
}

static void
read_marked_task(struct walk *walk, size_t at, const struct syntax_place *place,
	const struct marker *marker, str text)
{
	struct docket_task task;
	bool action = str_starts_nocase(marker->word, STR("action"));
	strs nicks = { 0 };
	text = take_nick(walk, marker, text, &nicks);
	if (!task_read_words(place, text, action ? ASSIGNEE_LISTED : ASSIGNEE_LIKELY, &task))
		return;
	task.owners = nicks.count ? nicks : task.owners;
	read_marker_owners(walk, marker, &task.owners);
	if (is_meant(walk, marker, &task) &&
		(place->section.kind != HEADING_AGENDA || task_is_assigned(&task)))
		walk_add_task(walk, at, &task);
}

static void
read_marked_tasks(
	struct walk *walk, size_t at, const struct syntax_place *place, const struct marker *marker)
{
	str rest = marker->rest;
	for (size_t i = 0; i < WALK_TASKS_MOST && rest.length; i++)
		read_marked_task(walk, at, place, marker, walk_next_task(walk, &rest));
}

static bool
begins_motion(str text)
{
	struct marker marker;
	return marker_read(text, &marker) && marker.kind == MARKER_MOTION;
}

/* "**Result:** PASSED" within a few lines behind the motion at `at`. */
static bool
has_passed(const struct walk *walk, size_t at)
{
	static const char *const passed[] = { "pass", "carried", "approved", "adopted",
		"accepted" };
	const struct outline *outline = walk->context->outline;
	struct label label;
	for (size_t i = at + 1; i < outline->count && i <= at + MOTION_LINES_MOST; i++) {
		str text = outline->items[i].text;
		if (outline->items[i].kind == OUTLINE_HEADING || begins_motion(text))
			return false;
		if (!label_read(text, &label) ||
			!(str_equal_nocase(label.words, STR("Result")) ||
				str_equal_nocase(label.words, STR("Outcome"))))
			continue;
		for (size_t k = 0; k < COUNT(passed); k++)
			if (str_starts_nocase(label_unwrap(label.rest), str_from(passed[k])))
				return true;
		return false;
	}
	return false;
}

/* A line that begins with a marker for a decision. */
static void
read_marked_decision(
	struct walk *walk, size_t at, const struct syntax_place *place, const struct marker *marker)
{
	if (place->section.kind != HEADING_AGENDA &&
		(marker->kind != MARKER_MOTION || has_passed(walk, at)))
		walk_add_decision(walk, place, marker->rest, false);
}

/* "Ada has an action to send it" says so wherever it stands in a meeting. */
static bool
read_promise(struct walk *walk, size_t at, const struct syntax_place *place, str text)
{
	struct assignee assignee;
	struct docket_task task;
	enum heading_kind kind = place->section.kind;
	if (!walk->context->is_meeting || kind == HEADING_REVIEW || kind == HEADING_ACTIONS ||
		kind == HEADING_MIXED ||
		(str_find(text, STR(" has action to ")) == STR_NONE &&
			str_find(text, STR(" has an action to ")) == STR_NONE) ||
		!assignee_read(&walk->crew, text, ASSIGNEE_LIKELY, &assignee) ||
		!assignee.subject || !task_read_words(place, text, ASSIGNEE_LIKELY, &task))
		return false;
	task.from = DOCKET_FROM_MARKER;
	walk_add_task(walk, at, &task);
	return true;
}

bool
walk_read_marked(struct walk *walk, size_t at, const struct syntax_place *place, str text)
{
	struct syntax_place marked = *place;
	struct marker marker;
	enum heading_kind kind = place->section.kind;
	if (!read_marker(walk, text, &marker))
		return read_promise(walk, at, place, text);
	if (marker.kind == MARKER_DECISION && (marker.wary || kind == HEADING_DECISIONS))
		return false;
	if (kind == HEADING_REVIEW)
		return true;
	marked.from = DOCKET_FROM_MARKER;
	if (marker.kind == MARKER_TASK)
		read_marked_tasks(walk, at, &marked, &marker);
	else
		read_marked_decision(walk, at, &marked, &marker);
	return true;
}

/* "Decision: stay with the old one for a year" is one, "Decision: moorings" tells of what. */
static bool
says_what(str text)
{
	size_t blanks = 0;
	for (size_t i = 0; i < text.length; i++)
		blanks += text.bytes[i] == ' ';
	return blanks + 1 >= WORDS_LEAST && !str_ends(text, STR("?"));
}

void
walk_read_marked_heading(struct walk *walk, size_t at)
{
	const struct outline_entry *entry = &walk->context->outline->items[at];
	struct syntax_place place = walk_place(walk, entry);
	struct marker marker;
	if (!walk->context->is_meeting || place.section.kind == HEADING_REVIEW ||
		!read_marker(walk, entry->text, &marker))
		return;
	place.from = DOCKET_FROM_MARKER;
	place.heading = (str){ 0 };
	if (marker.kind == MARKER_TASK && (marker.named || has_subject(walk, marker.rest)))
		read_marked_tasks(walk, at, &place, &marker);
	else if (marker.kind == MARKER_DECISION && !marker.wary && says_what(marker.rest) &&
		 place.section.kind != HEADING_DECISIONS)
		read_marked_decision(walk, at, &place, &marker);
}
