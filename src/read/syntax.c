#include "read/syntax.h"

#include "read/decision.h"
#include "read/fields.h"
#include "read/label.h"
#include "read/task.h"

#include <stdlib.h>

/* A heading of level n is at index n; a bold line that acts as one is below them all. */
enum { LEVEL_BOLD = 7, LEVELS };

struct walk {
	const struct syntax_context *context;
	struct syntax_items *items;
	struct people people;
	struct heading sections[LEVELS]; /* what holds at each level; deeper ones are copies */
};

/* From here on the heading holds, at its level and below; one that says nothing goes on. */
static void
enter_section(struct walk *walk, int level, struct heading heading)
{
	struct heading *sections = walk->sections;
	if (heading.kind == HEADING_OTHER)
		heading = sections[level - 1];
	for (int i = level; i < LEVELS; i++)
		sections[i] = heading;
}

static struct heading
read_heading(const struct walk *walk, str text)
{
	return heading_read(walk->context->arena, walk->context->reading, text);
}

static bool
read_bold(str text, struct label *label)
{
	return label_read(text, label) && label->strong && !label->rest.length;
}

/* "**Decisions:**" on a line of its own, or above a nested list. */
static struct heading
read_bold_heading(const struct walk *walk, str text)
{
	struct label label;
	return read_bold(text, &label) ? read_heading(walk, label.words) : (struct heading){ 0 };
}

static str
nearest_heading(const struct walk *walk, const struct outline_entry *entry)
{
	return entry->heading < 0 ? (str){ 0 } : walk->context->outline->items[entry->heading].text;
}

static void
add_decision(struct walk *walk, const struct syntax_place *place, str text, bool struck)
{
	struct docket_decision decision;
	if (!decision_read(place, text, &decision))
		return;
	decision.heading = nearest_heading(walk, place->entry);
	decision.struck = decision.struck || struck;
	*list_add(walk->context->arena, &walk->items->decisions) = decision;
}

/* The lines from `first` to before `end` as one text. */
static str
join_lines(const struct walk *walk, size_t first, size_t end)
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

/*
 * Where the item stands. An item nested in another tells more of it, unless that one is only a
 * label: then it is below a heading of sorts. `*detail` says which.
 */
static struct syntax_place
find_place(const struct walk *walk, const struct outline_entry *entry, bool *detail)
{
	struct syntax_place place = {
		.context = walk->context,
		.people = &walk->people,
		.entry = entry,
		.section = walk->sections[LEVEL_BOLD],
	};
	struct label label;
	*detail = entry->parent >= 0;
	if (!*detail || !read_bold(walk->context->outline->items[entry->parent].text, &label))
		return place;
	struct heading heading = read_heading(walk, label.words);
	*detail = heading.kind == HEADING_OTHER && !label.colon;
	if (heading.kind != HEADING_OTHER)
		place.section = heading;
	else if (label.colon)
		place.topic = label.words;
	return place;
}

/* Reads the item at index `at`; gives the index of the entry behind it. */
static size_t
read_item(struct walk *walk, size_t at)
{
	const struct outline *outline = walk->context->outline;
	const struct outline_entry *entry = &outline->items[at];
	bool detail;
	struct syntax_place place = find_place(walk, entry, &detail);
	size_t end = at + 1;
	while (end < outline->count && outline->items[end].kind == OUTLINE_CONTINUED)
		end++;
	struct docket_task task = { 0 };
	bool is_box = task_read(&place, &task);
	task.heading = nearest_heading(walk, entry);
	if (is_box)
		*list_add(walk->context->arena, &walk->items->tasks) = task;
	if (place.section.kind == HEADING_DECISIONS && !task.text.length && !detail)
		add_decision(walk, &place, is_box ? task.description : join_lines(walk, at, end),
			task.state == DOCKET_CANCELLED);
	return end;
}

/* Whether the line belongs to the same block of lines as the one before it. */
static bool
goes_on(const struct outline_entry *before, const struct outline_entry *line)
{
	return line->kind == OUTLINE_PARAGRAPH && line->line == before->line + 1 &&
	       line->heading == before->heading && line->quoted == before->quoted;
}

/* "|---|:--:|": the line below the head of a table. */
static bool
is_table_rule(str text)
{
	bool dash = false, bar = false;
	for (size_t i = 0; i < text.length; i++) {
		dash = dash || text.bytes[i] == '-';
		bar = bar || text.bytes[i] == '|';
		if (str_find_char(STR("-|: \t"), text.bytes[i]) == STR_NONE)
			return false;
	}
	return dash && bar;
}

static bool
has_table(const struct outline_entry *lines, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_table_rule(lines[i].text))
			return true;
	return false;
}

/* Lines of one paragraph are one decision, but each bold label or tick begins another. */
static bool
begins_decision(str text)
{
	struct label label;
	return str_starts(text, STR("✅")) || (label_read(text, &label) && label.strong);
}

static void
read_decisions(struct walk *walk, size_t first, size_t end)
{
	const struct outline_entry *entries = walk->context->outline->items;
	for (size_t at = first, next; at < end; at = next) {
		for (next = at + 1; next < end && !begins_decision(entries[next].text);)
			next++;
		struct syntax_place place = {
			.context = walk->context,
			.people = &walk->people,
			.entry = &entries[at],
			.section = walk->sections[LEVEL_BOLD],
		};
		add_decision(walk, &place, join_lines(walk, at, next), false);
	}
}

/* Reads the paragraph at index `at`; gives the index of the entry behind it. */
static size_t
read_paragraph(struct walk *walk, size_t at)
{
	const struct outline *outline = walk->context->outline;
	struct heading bold = read_bold_heading(walk, outline->items[at].text);
	if (bold.kind != HEADING_OTHER) {
		enter_section(walk, LEVEL_BOLD, bold);
		return at + 1;
	}
	size_t end = at + 1;
	while (end < outline->count && goes_on(&outline->items[end - 1], &outline->items[end]) &&
		read_bold_heading(walk, outline->items[end].text).kind == HEADING_OTHER)
		end++;
	if (walk->sections[LEVEL_BOLD].kind == HEADING_DECISIONS && !outline->items[at].quoted &&
		!has_table(&outline->items[at], end - at))
		read_decisions(walk, at, end);
	return end;
}

static size_t
read_entry(struct walk *walk, size_t at)
{
	const struct outline_entry *entry = &walk->context->outline->items[at];
	switch (entry->kind) {
	case OUTLINE_HEADING:
		enter_section(walk, entry->level, read_heading(walk, entry->text));
		return at + 1;
	case OUTLINE_ITEM:
		return read_item(walk, at);
	case OUTLINE_PARAGRAPH:
		return read_paragraph(walk, at);
	case OUTLINE_CONTINUED:
		return at + 1;
	}
	return at + 1;
}

static int
compare_ids(const void *left, const void *right)
{
	const struct docket_task *a = *(const struct docket_task *const *)left;
	const struct docket_task *b = *(const struct docket_task *const *)right;
	int order = str_compare(a->task_id, b->task_id);
	return order ? order : (a->line > b->line) - (a->line < b->line);
}

/* Remarks on each task whose id another one above has. */
static void
check_ids(const struct syntax_context *context, const struct syntax_items *items)
{
	size_t count = 0;
	const struct docket_task **tasks =
		arena_array(context->arena, items->tasks.count, sizeof(*tasks));
	for (size_t i = 0; i < items->tasks.count; i++)
		if (items->tasks.items[i].task_id.length)
			tasks[count++] = &items->tasks.items[i];
	if (count > 1)
		qsort(tasks, count, sizeof(*tasks), compare_ids);
	for (size_t i = 1; i < count; i++)
		if (str_equal(tasks[i]->task_id, tasks[i - 1]->task_id))
			remark(context->remarks, tasks[i]->line, DOCKET_REMARK_DUPLICATE_ID,
				"line %d has the id %.*s too", tasks[i - 1]->line,
				STR_ARG(tasks[i]->task_id));
}

void
syntax_read(const struct syntax_context *context, struct syntax_items *items)
{
	struct walk walk = {
		.context = context,
		.items = items,
		.people = people_make(context->arena, context->participants),
	};
	for (size_t at = 0; at < context->outline->count;)
		at = read_entry(&walk, at);
	check_ids(context, items);
}
