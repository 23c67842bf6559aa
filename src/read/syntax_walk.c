#include "read/syntax_walk.h"

#include "base/utf8.h"
#include "read/decision.h"
#include "read/heading_date.h"
#include "read/task.h"
#include "read/vocabulary.h"

/* Bytes of a heading, for each item below it keeps it. */
enum { HEADING_MOST = 1024 };

enum assignee_trust
walk_trust(const struct walk *walk)
{
	if (walk->sections[LEVEL_BOLD].named)
		return ASSIGNEE_LISTED;
	return walk->crew.people.keys.count ? ASSIGNEE_KNOWN : ASSIGNEE_LIKELY;
}

bool
walk_read_bold(str text, struct label *label)
{
	return label_read(text, label) && label->strong && !label->rest.length;
}

struct heading
walk_take_heading(const struct walk *walk, struct heading heading)
{
	if (heading.kind == HEADING_DECISIONS && heading.everyday && !walk->context->is_meeting)
		heading.kind = HEADING_TALK;
	return heading;
}

struct heading
walk_read_heading(const struct walk *walk, str text)
{
	return walk_take_heading(
		walk, heading_read(walk->context->arena, walk->context->reading, text));
}

bool
walk_read_group(const struct walk *walk, str words, strs *owners)
{
	words = label_unwrap(words);
	bool everyone = vocabulary_is_everyone(words);
	if (!everyone && !vocabulary_is_nobody(words))
		return false;
	str *name = arena_alloc(walk->context->arena, sizeof(*name));
	*name = words;
	*owners = (strs){ name, everyone };
	return true;
}

/* What a heading without meaning of its own can be below one for actions. */
static void
refine(const struct walk *walk, struct section *section, str words)
{
	struct assignee owners = { 0 };
	if (section->heading.kind != HEADING_ACTIONS && section->heading.kind != HEADING_MIXED)
		return;
	if (walk_read_group(walk, words, &section->owners))
		return;
	if (assignee_read_names(&walk->crew, words, ASSIGNEE_KNOWN, &owners))
		section->owners = owners.names;
	else if (!property_priority(walk->context->arena, words, &section->priority))
		section->bare = section->bare && !section->heading.everyday;
}

void
walk_enter_section(struct walk *walk, int level, struct heading heading, str text)
{
	struct section section = { .heading = heading, .day = walk->sections[level - 1].day };
	date day = { 0 };
	if (date_is_none(walk->context->meeting))
		day = heading_date_read(text, walk->context->year);
	if (heading.kind == HEADING_OTHER) {
		section = walk->sections[level - 1];
		if (section.heading.kind == HEADING_AGENDA)
			section.heading = heading; /* what was said on a point of it */
		refine(walk, &section, text);
	} else {
		section.lines = walk->context->is_meeting || !heading.everyday;
		section.bare = section.lines && heading.kind == HEADING_ACTIONS &&
			       (walk->context->is_meeting || heading.chosen);
	}
	if (!date_is_none(day))
		section.day = day;
	if (heading.owner.length) {
		str *owner = arena_alloc(walk->context->arena, sizeof(*owner));
		*owner = heading.owner;
		section.owners = (strs){ owner, 1 };
	}
	for (int i = level; i < LEVELS; i++)
		walk->sections[i] = section;
}

void
walk_enter_line(struct walk *walk, str words)
{
	struct section *section = &walk->sections[LEVEL_BOLD];
	const struct section *above = &walk->sections[LEVEL_BOLD - 1];
	section->owners = above->owners;
	section->priority = above->priority;
	if (above->heading.kind != section->heading.kind)
		section->bare = false;
	refine(walk, section, words);
}

bool
walk_is_for_decisions(const struct syntax_place *place)
{
	return place->section.kind == HEADING_DECISIONS && syntax_trusts_heading(place);
}

struct syntax_place
walk_place(const struct walk *walk, const struct outline_entry *entry)
{
	const struct section *section = &walk->sections[LEVEL_BOLD];
	const struct outline_entry *entries = walk->context->outline->items;
	return (struct syntax_place){
		.context = walk->context,
		.people = &walk->people,
		.crew = &walk->crew,
		.entry = entry,
		.from = DOCKET_FROM_BULLET,
		.meeting = date_is_none(walk->context->meeting) ? section->day
								: walk->context->meeting,
		.section = section->heading,
		.heading = entry->heading < 0
				   ? (str){ 0 }
				   : utf8_cut(entries[entry->heading].text, HEADING_MOST),
		.owners = section->owners,
		.priority = section->priority,
	};
}

str
walk_join_lines(const struct walk *walk, size_t first, size_t end)
{
	const struct outline_entry *entries = walk->context->outline->items;
	if (end == first + 1)
		return entries[first].text;
	struct buffer joined = { .arena = walk->context->arena };
	for (size_t i = first; i < end; i++) {
		str line = entries[i].text;
		if (i > first)
			buffer_add_char(&joined, ' ');
		buffer_add(&joined,
			str_trim(str_slice(line, 0, line.length - str_ends(line, STR("\\")))));
	}
	return joined.text;
}

void
walk_add_task(struct walk *walk, size_t at, const struct docket_task *task)
{
	*list_add(walk->context->arena, &walk->items->tasks) = *task;
	walk->tasks[at] = walk->items->tasks.count;
}

void
walk_add_decision(struct walk *walk, const struct syntax_place *place, str text, bool struck)
{
	struct docket_decision decision;
	if (!decision_read(place, text, &decision))
		return;
	decision.struck = decision.struck || struck;
	*list_add(walk->context->arena, &walk->items->decisions) = decision;
}
