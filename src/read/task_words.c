#include "read/task.h"

#include "read/decision.h"
#include "read/label.h"
#include "read/placeholder.h"
#include "read/status.h"
#include "read/strike.h"
#include "read/task_due.h"
#include "read/task_fill.h"

enum { BOX_MOST = 6 }; /* bytes of a box with blanks in it */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static str
first_clause(str text)
{
	size_t end = 0;
	while (end < text.length && str_find_char(STR(".;,("), text.bytes[end]) == STR_NONE)
		end++;
	return str_slice(text, 0, end);
}

/* One word that nobody owns says nothing. */
static bool
says_enough(const struct syntax_place *place, const struct docket_task *task)
{
	struct arena *arena = place->context->arena;
	str text = task->text;
	str clause = first_clause(text);
	if (placeholder_is(arena, text) || placeholder_is_none(arena, text) ||
		placeholder_is_none(arena, clause))
		return false;
	for (size_t i = 0; i < text.length; i++)
		if (is_blank(text.bytes[i]) || (unsigned char)text.bytes[i] >= 0x80)
			return true;
	return place->assigned || task_is_assigned(task);
}

/* A task without box has the status that the box for its state would have. */
static void
set_state(enum docket_state state, struct docket_task *task)
{
	static const struct {
		const char *name;
		enum docket_status_type type;
	} rows[] = {
		[DOCKET_OPEN] = { "Todo", DOCKET_STATUS_TODO },
		[DOCKET_PROPOSED] = { "Todo", DOCKET_STATUS_TODO },
		[DOCKET_IN_PROGRESS] = { "In Progress", DOCKET_STATUS_IN_PROGRESS },
		[DOCKET_ON_HOLD] = { "On Hold", DOCKET_STATUS_ON_HOLD },
		[DOCKET_DONE] = { "Done", DOCKET_STATUS_DONE },
		[DOCKET_CANCELLED] = { "Cancelled", DOCKET_STATUS_CANCELLED },
	};
	task->state = state;
	task->status =
		(struct docket_status){ { 0 }, str_from(rows[state].name), rows[state].type };
}

/* "[ x ] text", "[  ] text", "(x) text", where a box was meant. */
static bool
take_wide_box(str *text, struct docket_task *task)
{
	bool round = str_starts(*text, STR("("));
	size_t close = str_find_char(str_slice(*text, 0, BOX_MOST), round ? ')' : ']');
	if ((!round && !str_starts(*text, STR("["))) || close == STR_NONE || close < 2 ||
		!str_starts(str_skip(*text, close + 1), STR(" ")))
		return false;
	str inside = str_trim(str_slice(*text, 1, close));
	if ((close == 2 && !round) || (inside.length && !str_equal_nocase(inside, STR("x"))))
		return false;
	set_state(inside.length ? DOCKET_DONE : DOCKET_OPEN, task);
	*text = str_trim_space(str_skip(*text, close + 1));
	return true;
}

/* "[ ] text", "- [x] text", "☐ text": a box where the plugin sees none. */
static str
take_box(const struct syntax_place *place, str text, struct docket_task *task)
{
	static const struct {
		const char *sign;
		enum docket_state state;
	} signs[] = { { "☐", DOCKET_OPEN }, { "□", DOCKET_OPEN }, { "☑", DOCKET_DONE },
		{ "✅", DOCKET_DONE }, { "✓", DOCKET_DONE }, { "✔", DOCKET_DONE },
		{ "🔲", DOCKET_OPEN }, { "⬜", DOCKET_OPEN } };
	str symbol, body, line = text;
	if (take_wide_box(&text, task))
		return text;
	if (str_starts(text, STR("[")))
		line = str_format(place->context->arena, "- %.*s", STR_ARG(text));
	if (fields_split_box(line, &symbol, &body)) {
		set_state(status_read(place->context->reading, symbol).state, task);
		return body;
	}
	for (size_t i = 0; i < COUNT(signs); i++)
		if (str_starts(text, str_from(signs[i].sign))) {
			set_state(signs[i].state, task);
			return str_trim_space(str_skip(text, str_from(signs[i].sign).length));
		}
	return text;
}

bool
task_read_words(const struct syntax_place *place, str text, enum assignee_trust trust,
	struct docket_task *task)
{
	struct arena *arena = place->context->arena;
	bool struck;
	*task = (struct docket_task){
		.line = place->entry->line, .heading = place->heading, .from = place->from
	};
	set_state(DOCKET_OPEN, task);
	text = take_box(place, task_drop_strike(place, text, &struck), task);
	text = decision_drop_date(text, &task->created);
	struct fields fields = fields_read(arena, text, place->context->reading->dataview);
	struct claims claims = task_fill(place, &fields, trust, task);
	if (strike_is(task->text)) {
		struck = true;
		task->text = strike_drop(arena, task->text);
	}
	if (claims.stated || struck)
		set_state(claims.stated ? claims.state : DOCKET_DONE, task);
	else if (!date_is_none(task->done))
		set_state(DOCKET_DONE, task);
	if (date_is_none(task->created) && date_is_none(place->context->meeting))
		task->created = place->meeting;
	if ((claims.blank && !claims.owners.count) || !says_enough(place, task))
		return false;
	task_due_check(place, task);
	return true;
}

static void
set_due(const struct syntax_place *place, str words, struct docket_task *task)
{
	struct arena *arena = place->context->arena;
	size_t dash = str_find_char(words, '-');
	int first, second;
	if (placeholder_is(arena, words) || placeholder_is_none(arena, words))
		return;
	task_due_take(place, words, task);
	/* Where a day is expected "25-11" is one. */
	if (!date_is_none(task->due) || dash == STR_NONE ||
		!str_number(str_slice(words, 0, dash), 31, &first) ||
		!str_number(str_skip(words, dash + 1), 31, &second))
		return;
	task_due_take(place, str_format(arena, "%d/%d", first, second), task);
	task->due_text = words;
}

bool
task_set(const struct syntax_place *place, enum property property, str words,
	struct docket_task *task)
{
	struct arena *arena = place->context->arena;
	bool box = task->from == DOCKET_FROM_CHECKBOX;
	enum docket_state state;
	strs owners;
	words = label_unwrap(str_trim_space(words));
	switch (property) {
	case PROPERTY_OWNER:
		owners = assignee_split(arena, words);
		task->owners = owners.count ? owners : task->owners;
		return true;
	case PROPERTY_DUE:
		set_due(place, words, task);
		return true;
	case PROPERTY_PRIORITY:
		property_priority(arena, words, &task->priority);
		return true;
	case PROPERTY_STATUS:
		if (!box && property_state(arena, words, &state))
			set_state(state, task);
		return true;
	case PROPERTY_CREATED:
		if (date_is_none(task->created))
			date_parse_iso(words, &task->created);
		return true;
	case PROPERTY_ID:
		return true;
	default:
		return false;
	}
}
