#include "read/table.h"

#include "base/date.h"
#include "base/utf8.h"
#include "read/cells.h"
#include "read/decision.h"
#include "read/label.h"
#include "read/marker.h"
#include "read/placeholder.h"
#include "read/task.h"

/* Bytes of what a cell says of each of several decisions in its row. */
enum { SHARED_MOST = 1024 };

struct table {
	struct syntax_place place;
	struct syntax_items *items;
	enum property columns[CELLS_MOST];
	size_t column_count;
	size_t first[PROPERTY_COUNT]; /* column of each property + 1; 0: none */
	size_t task, decision;        /* column of the text + 1; 0: it has no such items */
};

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

bool
table_is_rule(str text)
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

/* Whether every column is one that lists of tasks have. */
static bool
has_task_columns_only(const struct table *table)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i] == PROPERTY_NONE || table->columns[i] == PROPERTY_DETAIL ||
			table->columns[i] == PROPERTY_TOPIC)
			return false;
	return true;
}

/* The column that says what is to do; 0: this is no table of tasks. */
static size_t
find_task_column(const struct table *table)
{
	const size_t *first = table->first;
	enum heading_kind kind = table->place.section.kind;
	bool meeting = table->place.context->is_meeting;
	bool actions = syntax_trusts_heading(&table->place) &&
		       (kind == HEADING_ACTIONS || kind == HEADING_MIXED);
	bool assigned = first[PROPERTY_OWNER] || first[PROPERTY_DUE];
	if (first[PROPERTY_TASK])
		return assigned || actions ||
				       (meeting && (first[PROPERTY_STATUS] || first[PROPERTY_TEXT]))
			       ? first[PROPERTY_TASK]
			       : 0;
	if (first[PROPERTY_DECISION])
		return 0;
	if (actions && first[PROPERTY_TEXT])
		return first[PROPERTY_TEXT];
	if (actions && assigned)
		return first[PROPERTY_NONE];
	return meeting && first[PROPERTY_OWNER] && first[PROPERTY_DUE] &&
			       has_task_columns_only(table)
		       ? first[PROPERTY_TEXT]
		       : 0;
}

/* The same of decisions; below their heading a list of them may have other words. */
static size_t
find_decision_column(const struct table *table)
{
	static const enum property lists[] = { PROPERTY_ID, PROPERTY_DATE, PROPERTY_OWNER };
	const size_t *first = table->first;
	enum heading_kind kind = table->place.section.kind;
	if (!syntax_trusts_heading(&table->place))
		return 0;
	if (first[PROPERTY_DECISION])
		return first[PROPERTY_DECISION];
	for (size_t i = 0; kind == HEADING_DECISIONS && i < COUNT(lists); i++)
		if (first[lists[i]])
			return first[PROPERTY_TEXT] ? first[PROPERTY_TEXT] : first[PROPERTY_NONE];
	return 0;
}

static void
read_head(struct table *table, str line)
{
	struct arena *arena = table->place.context->arena;
	struct cells cells = cells_split(arena, line, CELLS_MOST);
	table->column_count = cells.count;
	for (size_t i = 0; i < cells.count; i++) {
		enum property property = property_read(arena, cells.items[i]);
		enum docket_state state;
		if (property == PROPERTY_NONE && property_state(arena, cells.items[i], &state))
			property = PROPERTY_STATUS;
		bool number = !cells.items[i].length || str_equal(cells.items[i], STR("#"));
		table->columns[i] = property == PROPERTY_NONE && number ? PROPERTY_ID : property;
		if (!table->first[table->columns[i]])
			table->first[table->columns[i]] = i + 1;
	}
	table->task = find_task_column(table);
	table->decision = find_decision_column(table);
}

/* The size of the line break that the text begins with, "<br/>"; 0: it begins with none. */
static size_t
break_size(str text)
{
	static const char *const breaks[] = { "<br>", "<br/>", "<br />" };
	for (size_t i = 0; i < COUNT(breaks); i++)
		if (str_starts_nocase(text, str_from(breaks[i])))
			return str_from(breaks[i]).length;
	return 0;
}

/* Takes the part before a line break off a cell. */
static str
next_piece(str *rest)
{
	size_t end = 0, size = 0;
	while (end < rest->length && !(size = break_size(str_skip(*rest, end))))
		end++;
	str piece = str_trim_space(str_slice(*rest, 0, end));
	*rest = str_skip(*rest, end + size);
	return piece;
}

/* "- text", "* text", "• text", "[ ] text" */
static bool
drop_bullet(str *piece)
{
	static const char *const bullets[] = { "- ", "* ", "• ", "– " };
	for (size_t i = 0; i < COUNT(bullets); i++)
		if (str_starts(*piece, str_from(bullets[i]))) {
			*piece = str_trim_space(str_skip(*piece, str_from(bullets[i]).length));
			return true;
		}
	return str_starts(*piece, STR("[ ]")) || str_starts(*piece, STR("[x]")) ||
	       str_starts(*piece, STR("☐")) || str_starts(*piece, STR("☑"));
}

/* "text<br>and more": one text, unless its lines are a list. */
static str
next_item(struct arena *arena, str *rest)
{
	struct buffer joined = { .arena = arena };
	while (rest->length) {
		str ahead = *rest, piece = next_piece(&ahead);
		bool bullet = drop_bullet(&piece);
		if (bullet && joined.text.length)
			break;
		*rest = ahead;
		if (joined.text.length && piece.length)
			buffer_add_char(&joined, ' ');
		buffer_add(&joined, piece);
	}
	return joined.text;
}

static void
read_task(struct table *table, const struct cells *cells, str text)
{
	struct docket_task task;
	text = str_skip(text, marker_number(text));
	if (!task_read_words(&table->place, label_unwrap(text), ASSIGNEE_KNOWN, &task))
		return;
	for (size_t i = 0; cells && i < cells->count && i < table->column_count; i++)
		task_set(&table->place, table->columns[i], cells->items[i], &task);
	*list_add(table->place.context->arena, &table->items->tasks) = task;
}

static str
shared_cell(const struct table *table, const struct cells *cells, enum property property)
{
	return utf8_cut(cells_at(cells, table->first[property]), SHARED_MOST);
}

/* What is still open was not decided. */
static void
read_decision(struct table *table, const struct cells *cells, str text)
{
	struct arena *arena = table->place.context->arena;
	const size_t *first = table->first;
	struct docket_decision decision;
	enum docket_state state = DOCKET_DONE;
	if (cells && first[PROPERTY_STATUS])
		property_state(arena, cells_at(cells, first[PROPERTY_STATUS]), &state);
	if ((state < DOCKET_DONE && state != DOCKET_IN_PROGRESS) ||
		!decision_read(&table->place, text, &decision))
		return;
	decision.struck = decision.struck || state == DOCKET_CANCELLED;
	if (cells) {
		date_parse_iso(cells_at(cells, first[PROPERTY_DATE]), &decision.date);
		if (first[PROPERTY_TOPIC])
			decision.topic = shared_cell(table, cells, PROPERTY_TOPIC);
		if (first[PROPERTY_SUPERSEDES])
			decision.supersedes = shared_cell(table, cells, PROPERTY_SUPERSEDES);
	}
	*list_add(arena, &table->items->decisions) = decision;
}

/* The text of a row; where the column only has numbers, that of the description. */
static str
text_of(const struct table *table, const struct cells *cells, size_t column)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
	str text = cells_at(cells, column);
	str number = label_unwrap(text);
	size_t small = 0;
	for (size_t i = 0; i < number.length; i++)
		small += str_find_char(STR(letters), number.bytes[i]) != STR_NONE ||
			 (unsigned char)number.bytes[i] >= 0x80;
	str other = cells_at(cells, table->first[PROPERTY_TEXT]);
	if (!other.length)
		other = cells_at(cells, table->first[PROPERTY_NONE]);
	return small || !other.length ? text : other;
}

/* "| **Action items** | - [ ] send it<br>- [ ] read it |" */
static void
read_labelled(struct table *table, const struct cells *cells)
{
	const struct syntax_context *context = table->place.context;
	str words = cells_at(cells, 1), rest = cells_at(cells, 2), first = rest;
	if (cells->count != 2 || !drop_bullet(&first))
		return;
	enum heading_kind kind = heading_read(context->arena, context->reading, words).kind;
	while (rest.length) {
		str text = next_item(context->arena, &rest);
		if (kind == HEADING_ACTIONS)
			read_task(table, NULL, text);
		else if (kind == HEADING_DECISIONS)
			read_decision(table, NULL, text);
	}
}

/* "-" and "n/a" fill no cell. */
static bool
is_filled(struct arena *arena, str cell)
{
	return cell.length && !placeholder_is(arena, cell) && !placeholder_is_none(arena, cell);
}

static void
read_row(struct table *table, const struct cells *cells)
{
	struct arena *arena = table->place.context->arena;
	table->place.assigned = is_filled(arena, cells_at(cells, table->first[PROPERTY_OWNER])) ||
				is_filled(arena, cells_at(cells, table->first[PROPERTY_DUE]));
	for (str rest = text_of(table, cells, table->task); table->task && rest.length;)
		read_task(table, cells, next_item(arena, &rest));
	for (str rest = text_of(table, cells, table->decision); table->decision && rest.length;)
		read_decision(table, cells, next_item(arena, &rest));
	if (!table->task && !table->decision)
		read_labelled(table, cells);
}

void
table_read(const struct syntax_place *place, const struct outline_entry *rows, size_t count,
	struct syntax_items *items)
{
	struct table table = { .place = *place, .items = items };
	enum heading_kind kind = place->section.kind;
	if (kind == HEADING_REVIEW || kind == HEADING_PEOPLE || kind == HEADING_ABSENT ||
		kind == HEADING_AGENDA)
		return;
	read_head(&table, rows[0].text);
	for (size_t i = 2; i < count && str_find_char(rows[i].text, '|') != STR_NONE; i++) {
		struct cells cells =
			cells_split(place->context->arena, rows[i].text, table.column_count);
		table.place.entry = &rows[i];
		read_row(&table, &cells);
	}
}
