#include "read/syntax_walk.h"

#include "read/table.h"
#include "read/task.h"

/* "**Decisions:**" on a line of its own, or above a nested list. */
static struct heading
read_bold_heading(const struct walk *walk, str text)
{
	struct label label;
	return walk_read_bold(text, &label) ? walk_read_heading(walk, label.words)
					    : (struct heading){ 0 };
}

/* Whether the line belongs to the same block of lines as the one before it. */
static bool
goes_on(const struct outline_entry *before, const struct outline_entry *line)
{
	return line->kind == OUTLINE_PARAGRAPH && line->line == before->line + 1 &&
	       line->heading == before->heading && line->quoted == before->quoted;
}

/* "Ada to send it" */
static bool
is_assigned(const struct walk *walk, str text)
{
	struct assignee assignee;
	struct label label;
	const struct section *section = &walk->sections[LEVEL_BOLD];
	bool actions =
		section->heading.kind == HEADING_ACTIONS || section->heading.kind == HEADING_MIXED;
	if (!actions || !section->lines ||
		!assignee_read(&walk->crew, text, walk_trust(walk), &assignee))
		return false;
	return !label_read(text, &label) || !crew_has_speaker(&walk->crew, label.words);
}

/* Lines of one paragraph are one item, but each label, tick or marker begins another. */
static bool
begins_item(const struct walk *walk, str text)
{
	struct label label;
	bool decisions = walk->sections[LEVEL_BOLD].heading.kind == HEADING_DECISIONS;
	return str_starts(text, STR("✅")) ||
	       (label_read(text, &label) && (label.strong || !decisions)) ||
	       walk_is_marked(walk, text) || is_assigned(walk, text);
}

static void
read_lines(struct walk *walk, size_t first, size_t end)
{
	const struct outline_entry *entries = walk->context->outline->items;
	for (size_t at = first, next; at < end; at = next) {
		struct docket_task task;
		for (next = at + 1; next < end && !begins_item(walk, entries[next].text);)
			next++;
		struct syntax_place place = walk_place(walk, &entries[at]);
		bool decisions = place.section.kind == HEADING_DECISIONS;
		if (!decisions && next == end && !begins_item(walk, entries[at].text))
			continue;
		str text = walk_join_lines(walk, at, next);
		if (walk_read_marked(walk, at, &place, text))
			continue;
		if (decisions)
			walk_add_decision(walk, &place, text, false);
		else if (is_assigned(walk, entries[at].text) &&
			 task_read_words(&place, text, walk_trust(walk), &task))
			walk_add_task(walk, at, &task);
	}
}

/* Reads the lines of a paragraph, a table among them. */
static void
read_block(struct walk *walk, size_t first, size_t end)
{
	const struct outline_entry *entries = walk->context->outline->items;
	size_t head = first;
	while (head + 1 < end && !table_is_rule(entries[head + 1].text))
		head++;
	if (head + 1 >= end) {
		read_lines(walk, first, end);
		return;
	}
	struct syntax_place place = walk_place(walk, &entries[head]);
	place.from = DOCKET_FROM_TABLE;
	read_lines(walk, first, head);
	table_read(&place, &entries[head], end - head, walk->items);
}

size_t
walk_read_paragraph(struct walk *walk, size_t at)
{
	const struct outline *outline = walk->context->outline;
	struct label label;
	str text = outline->items[at].text;
	struct heading bold = read_bold_heading(walk, text);
	if (bold.kind != HEADING_OTHER) {
		walk_enter_section(walk, LEVEL_BOLD, bold, text);
		return at + 1;
	}
	if (label_read(text, &label) && !label.rest.length)
		walk_enter_line(walk, label.words);
	size_t end = at + 1;
	while (end < outline->count && goes_on(&outline->items[end - 1], &outline->items[end]) &&
		read_bold_heading(walk, outline->items[end].text).kind == HEADING_OTHER)
		end++;
	if (!outline->items[at].quoted)
		read_block(walk, at, end);
	return end;
}
