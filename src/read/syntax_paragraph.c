#include "read/syntax_walk.h"

#include "base/utf8.h"
#include "read/bullet.h"
#include "read/mail.h"
#include "read/marker.h"
#include "read/table.h"
#include "read/task.h"
#include "read/vocabulary.h"

enum { PLAIN_MOST = 40, LINES_APART = 2 };

/* "**Decisions:**" on a line of its own, or above a nested list. */
static struct heading
read_bold_heading(const struct walk *walk, str text)
{
	struct label label;
	return walk_read_bold(text, &label) ? walk_read_heading(walk, label.words)
					    : (struct heading){ 0 };
}

/* Whether a list follows the line at `at` at once. */
static bool
leads_list(const struct walk *walk, size_t at)
{
	const struct outline *outline = walk->context->outline;
	const struct outline_entry *line = &outline->items[at], *next = line + 1;
	if (at + 1 >= outline->count || next->parent >= 0 ||
		(next->kind != OUTLINE_ITEM &&
			!(next->kind == OUTLINE_PARAGRAPH &&
				(bullet_length(next->text) || bullet_is_box(next->text)))))
		return false;
	return next->heading == line->heading && next->line <= line->line + LINES_APART &&
	       next->quoted == line->quoted;
}

static bool
ends_with_colon(str text)
{
	return str_ends(text, STR(":")) || str_ends(text, STR("："));
}

/* "Ada: Send it" in the line that follows, as summaries that lost their format have it. */
static bool
leads_task(const struct walk *walk, size_t at)
{
	const struct outline *outline = walk->context->outline;
	const struct outline_entry *line = &outline->items[at], *next = line + 1;
	struct assignee owners = { 0 };
	struct label label;
	return at + 1 < outline->count && next->kind == OUTLINE_PARAGRAPH &&
	       next->heading == line->heading && next->line == line->line + LINES_APART &&
	       label_read(next->text, &label) && vocabulary_begins_with_verb(label.rest) &&
	       assignee_read_names(&walk->crew, label.words, walk_trust(walk), &owners);
}

/* Whether the line is a paragraph of its own. */
static bool
is_alone(const struct walk *walk, size_t at)
{
	const struct outline *outline = walk->context->outline;
	const struct outline_entry *line = &outline->items[at];
	return (!at || line[-1].kind != OUTLINE_PARAGRAPH || line[-1].line + 1 < line->line) &&
	       (at + 1 >= outline->count || line[1].line > line->line + 1);
}

/*
 * "Actions:" above a list, as in e-mails; without colon only on a line of its own, or above
 * "Ada: Send it". What follows goes on to the next such line, "Summary".
 */
static struct heading
read_plain_heading(const struct walk *walk, size_t at)
{
	const struct outline_entry *line = &walk->context->outline->items[at];
	struct heading none = { 0 };
	bool begins = !at || line[-1].kind != OUTLINE_PARAGRAPH || line[-1].line + 1 < line->line;
	bool list = (begins || ends_with_colon(line->text)) && leads_list(walk, at);
	if (!walk->context->is_meeting || line->quoted || line->text.length > PLAIN_MOST ||
		!(list || is_alone(walk, at)))
		return none;
	struct heading heading = walk_read_heading(walk, line->text);
	bool items = heading.kind == HEADING_ACTIONS || heading.kind == HEADING_DECISIONS ||
		     heading.kind == HEADING_MIXED;
	bool goes_on = walk->sections[LEVEL_BOLD].plain && (list || !items);
	bool task = heading.kind == HEADING_ACTIONS && leads_task(walk, at);
	return (items && list) || goes_on || task ? heading : none;
}

/* "Risks we saw:" above a list ends what "Actions:" began, a name does not. */
static void
leave_plain(struct walk *walk, size_t at)
{
	struct section *section = &walk->sections[LEVEL_BOLD];
	str text = walk->context->outline->items[at].text;
	struct label label;
	struct assignee owners = { 0 };
	enum docket_priority priority;
	if (section->plain && ends_with_colon(text) && leads_list(walk, at) &&
		label_read(text, &label) && !walk_read_group(walk, label.words, &owners.names) &&
		!assignee_read_names(&walk->crew, label.words, ASSIGNEE_LIKELY, &owners) &&
		!property_priority(walk->context->arena, label.words, &priority))
		*section = walk->sections[LEVEL_BOLD - 1];
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
	text = str_skip(text, marker_plain_number(text));
	bool actions =
		section->heading.kind == HEADING_ACTIONS || section->heading.kind == HEADING_MIXED;
	if (!actions || !section->lines ||
		!assignee_read(&walk->crew, text, walk_trust(walk), &assignee) || assignee.loose)
		return false;
	return !label_read(text, &label) ||
	       (!crew_has_speaker(&walk->crew, label.words) &&
		       property_read(walk->context->arena, label.words) != PROPERTY_DETAIL);
}

/* "**Ada**" above, and "Send it" in a line of its own. */
static bool
is_listed_below_name(const struct walk *walk, str text)
{
	const struct section *section = &walk->sections[LEVEL_BOLD];
	size_t size;
	return section->owners.count && section->lines &&
	       section->heading.kind == HEADING_ACTIONS && utf8_is_upper(utf8_first(text, &size)) &&
	       vocabulary_begins_with_verb(text);
}

/* Lines of one paragraph are one item, but each label, tick or marker begins another. */
static bool
begins_item(const struct walk *walk, str text)
{
	struct label label;
	bool decisions = walk->sections[LEVEL_BOLD].heading.kind == HEADING_DECISIONS;
	bool actions = walk->sections[LEVEL_BOLD].heading.kind == HEADING_ACTIONS;
	return str_starts(text, STR("✅")) || bullet_length(text) || bullet_is_box(text) ||
	       (actions && marker_plain_number(text)) ||
	       (label_read(text, &label) && (label.strong || !decisions)) ||
	       walk_is_marked(walk, text) || is_assigned(walk, text) ||
	       is_listed_below_name(walk, text);
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
		bool decisions =
			walk_is_for_decisions(&place) &&
			(!walk->sections[LEVEL_BOLD].listed || begins_item(walk, entries[at].text));
		if (!decisions && next == end && !begins_item(walk, entries[at].text))
			continue;
		str text = walk_join_lines(walk, at, next);
		size_t bullet = bullet_length(text);
		text = str_skip(text, bullet ? bullet : marker_plain_number(text));
		if (walk_read_marked(walk, at, &place, text))
			continue;
		if (decisions)
			walk_add_decision(walk, &place, text, false);
		else if (bullet || bullet_is_box(text))
			walk_read_bullet(walk, at, next, text);
		else if ((is_assigned(walk, entries[at].text) ||
				 is_listed_below_name(walk, entries[at].text)) &&
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
	walk->older = walk->older || mail_begins_older(walk->context->arena, outline, at);
	if (walk->older)
		return at + 1;
	struct heading bold = read_bold_heading(walk, text);
	if (bold.kind != HEADING_OTHER) {
		walk_enter_section(walk, LEVEL_BOLD, bold, text);
		walk->sections[LEVEL_BOLD].listed = leads_list(walk, at);
		return at + 1;
	}
	struct heading plain = read_plain_heading(walk, at);
	if (plain.kind != HEADING_OTHER) {
		walk_enter_section(walk, LEVEL_BOLD, plain, text);
		walk->sections[LEVEL_BOLD].plain = true;
		walk->sections[LEVEL_BOLD].listed = leads_list(walk, at);
		return at + 1;
	}
	leave_plain(walk, at);
	if (mail_is_farewell(walk->context->arena, text))
		walk_enter_section(
			walk, LEVEL_BOLD, (struct heading){ .kind = HEADING_TALK }, text);
	if (vocabulary_is_nobody(text) && leads_list(walk, at))
		walk_enter_line(walk, text);
	else if (label_read(text, &label) && !label.rest.length)
		walk_enter_line(walk, label.words);
	size_t end = at + 1;
	while (end < outline->count && goes_on(&outline->items[end - 1], &outline->items[end]) &&
		!mail_is_farewell(walk->context->arena, outline->items[end].text) &&
		read_bold_heading(walk, outline->items[end].text).kind == HEADING_OTHER &&
		read_plain_heading(walk, end).kind == HEADING_OTHER)
		end++;
	if (!walk_is_quoted(walk, &outline->items[at]))
		read_block(walk, at, end);
	return end;
}
