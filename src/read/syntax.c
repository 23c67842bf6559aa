#include "read/syntax.h"

#include "read/placeholder.h"
#include "read/structured.h"
#include "read/syntax_walk.h"

#include <stdlib.h>

static size_t
read_entry(struct walk *walk, size_t at)
{
	const struct outline_entry *entry = &walk->context->outline->items[at];
	switch (entry->kind) {
	case OUTLINE_HEADING:
		walk_enter_section(walk, entry->level,
			walk_take_heading(walk, walk->context->headings[at]), entry->text);
		walk_read_marked_heading(walk, at);
		return at + 1;
	case OUTLINE_ITEM:
	case OUTLINE_CONTINUED:
		return walk_read_item(walk, at);
	case OUTLINE_PARAGRAPH:
		return walk_read_paragraph(walk, at);
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
				"line %d has the id %.*s too, so it is not clear what waits for "
				"which; "
				"change one",
				tasks[i - 1]->line, STR_ARG(tasks[i]->task_id));
}

static void
check_template(const struct syntax_context *context, str text, int line)
{
	str left = placeholder_find_template(text);
	if (left.length && !placeholder_has_keys(context->arena, left))
		remark(context->remarks, line, DOCKET_REMARK_TEMPLATE,
			"the template was not filled in, %.*s still stands here; write what it is "
			"for",
			STR_ARG(left));
}

/* Remarks on what templates left in tasks and decisions. */
static void
check_templates(const struct syntax_context *context, const struct syntax_items *items)
{
	for (size_t i = 0; i < items->tasks.count; i++)
		check_template(
			context, items->tasks.items[i].description, items->tasks.items[i].line);
	for (size_t i = 0; i < items->decisions.count; i++)
		check_template(
			context, items->decisions.items[i].text, items->decisions.items[i].line);
}

bool
syntax_trusts_heading(const struct syntax_place *place)
{
	return place->context->is_meeting || place->section.chosen;
}

void
syntax_read(const struct syntax_context *context, struct syntax_items *items)
{
	struct arena *arena = context->arena;
	const struct outline *outline = context->outline;
	struct walk walk = {
		.context = context,
		.items = items,
		.people = people_make(arena, context->participants),
		.crew = crew_make(arena, context->participants, context->names, outline),
		.tasks = arena_array(arena, outline->count, sizeof(*walk.tasks)),
	};
	walk.crew.account = context->account;
	struct syntax_place head = { .context = context,
		.people = &walk.people,
		.crew = &walk.crew,
		.from = DOCKET_FROM_FRONT_MATTER,
		.meeting = context->meeting };
	structured_read(&head, items);
	for (size_t at = 0; at < outline->count;) {
		size_t next = walk_enter_callout(&walk, at);
		at = next > at ? next : read_entry(&walk, at);
	}
	check_ids(context, items);
	check_templates(context, items);
}
