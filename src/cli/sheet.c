#include "sheet.h"

#include "cell.h"
#include "line.h"

struct walk {
	void (*give)(void *context, const struct sheet_part *part);
	void *context;
	struct text label;
	struct text value;
	struct text quote;
	struct text plain;
};

static bool
is_nothing(const struct docket_value *value)
{
	static const bool countable[] = { [DOCKET_LIST] = true, [DOCKET_MAP] = true };
	if (value->type == DOCKET_NULL || (value->type == DOCKET_NUMBER && !value->number))
		return true;
	if (countable[value->type])
		return value->count == 0;
	/* An empty box says nothing either. */
	return value->type != DOCKET_NUMBER && (!value->text.length || text_is(value->text, " "));
}

static void
add_label(struct text *out, struct docket_str name)
{
	size_t start = out->length;
	text_add_shown(out, name);
	for (size_t i = start; i < out->length; i++)
		if (out->bytes[i] == '_')
			out->bytes[i] = ' ';
}

static void
give(struct walk *walk, size_t depth)
{
	struct sheet_part part = { .depth = depth,
		.label = text_view(&walk->label),
		.value = text_view(&walk->value),
		.quote = text_view(&walk->quote) };
	walk->give(walk->context, &part);
	text_clear(&walk->label);
	text_clear(&walk->value);
	text_clear(&walk->quote);
}

static void
add_shown(struct walk *walk, const struct docket_value *value)
{
	text_clear(&walk->plain);
	cell_add(&walk->plain, value, ", ");
	text_add_shown(&walk->value, text_view(&walk->plain));
}

static void
give_value(struct walk *walk, const struct docket_value *value, size_t depth)
{
	if (is_nothing(value))
		return;
	add_label(&walk->label, value->name);
	add_shown(walk, value);
	give(walk, depth);
}

/* The text of the line that a mention quotes. */
static const struct docket_value *
quote_of(const struct docket_value *mention)
{
	const struct docket_value *quote = docket_value_get(mention, "quote");
	return quote ? quote : docket_value_get(mention, "text");
}

static void
add_side_by_side(struct walk *walk, const struct docket_value *map)
{
	for (size_t i = 0; i < map->count; i++) {
		if (is_nothing(&map->items[i]))
			continue;
		if (walk->value.length)
			text_add(&walk->value, docket_str("  "));
		add_shown(walk, &map->items[i]);
	}
}

/* "2025-11-09  changed  due: 2025-11-08 -> 2025-11-15  call.md:9" */
static void
add_event(struct walk *walk, const struct docket_value *event)
{
	static const struct {
		const char *before, *name;
	} parts[] = { { "", "date" }, { "  ", "event" }, { "  ", "field" }, { ": ", "old" },
		{ " -> ", "new" }, { "  ", "path" }, { ":", "line" } };
	bool changed = !is_nothing(docket_value_get(event, "field"));
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const struct docket_value *value = docket_value_get(event, parts[i].name);
		bool side = i == 3 || i == 4;
		if (!value || (is_nothing(value) && !(side && changed)))
			continue;
		text_add(&walk->value, docket_str(parts[i].before));
		if (is_nothing(value))
			text_add(&walk->value, docket_str("none"));
		else
			add_shown(walk, value);
	}
}

/* A mention, or what happened on a day: its values side by side. */
static void
give_item(struct walk *walk, const struct docket_value *item)
{
	bool mention = item->type == DOCKET_MAP && docket_value_get(item, "path") &&
		       docket_value_get(item, "line") && !docket_value_get(item, "event");
	if (mention || item->type != DOCKET_MAP) {
		add_shown(walk, item);
		const struct docket_value *quote = mention ? quote_of(item) : NULL;
		if (quote)
			text_add_shown(&walk->quote, quote->text);
	} else if (docket_value_get(item, "event"))
		add_event(walk, item);
	else
		add_side_by_side(walk, item);
	give(walk, 1);
}

static bool
is_block(const struct docket_value *value)
{
	if (value->type == DOCKET_LIST)
		return value->count &&
		       (value->items[0].type == DOCKET_MAP || text_is(value->name, "reasons"));
	bool meeting = value->type == DOCKET_MAP && docket_value_get(value, "date") &&
		       docket_value_get(value, "title");
	return value->type == DOCKET_MAP && value->count && !meeting;
}

static void
give_block(struct walk *walk, const struct docket_value *block)
{
	add_label(&walk->label, block->name);
	give(walk, 0);
	for (size_t i = 0; i < block->count; i++) {
		if (block->type == DOCKET_MAP)
			give_value(walk, &block->items[i], 1);
		else
			give_item(walk, &block->items[i]);
	}
}

void
sheet_walk(const struct docket_value *row,
	void (*give_part)(void *context, const struct sheet_part *part), void *context)
{
	struct walk walk = { .give = give_part, .context = context };
	for (size_t i = 0; i < row->count; i++)
		if (!is_block(&row->items[i]))
			give_value(&walk, &row->items[i], 0);
	for (size_t i = 0; i < row->count; i++)
		if (is_block(&row->items[i]))
			give_block(&walk, &row->items[i]);
	text_free(&walk.label);
	text_free(&walk.value);
	text_free(&walk.quote);
	text_free(&walk.plain);
}

struct sheet {
	struct line line;
	size_t width;
	size_t labels; /* columns of the widest label */
};

static void
measure(void *context, const struct sheet_part *part)
{
	struct sheet *sheet = context;
	size_t width = text_width(part->label);
	if (part->value.length && width > sheet->labels)
		sheet->labels = width;
}

/* Text from column `start` on, broken into lines where it does not fit. */
static void
put_wrapped(struct sheet *sheet, struct docket_str text, size_t start)
{
	size_t room = sheet->width > start + 8 ? sheet->width - start : sheet->width ? 8 : 0;
	do {
		struct docket_str line = text;
		if (room)
			line = text_take_line(&text, room);
		line_put(&sheet->line, line, STYLE_PLAIN);
		line_end(&sheet->line);
		line_skip(&sheet->line, start);
	} while (room && text.length);
	sheet->line.blanks = 0;
}

static void
put_label(struct sheet *sheet, const struct sheet_part *part)
{
	size_t pad = sheet->labels - text_width(part->label);
	line_skip(&sheet->line, 2 * part->depth);
	line_put(&sheet->line, part->label, STYLE_DIM);
	line_put(&sheet->line, docket_str(":"), STYLE_DIM);
	line_skip(&sheet->line, pad + 1);
	put_wrapped(sheet, part->value, 2 * part->depth + sheet->labels + 2);
}

static void
put_part(void *context, const struct sheet_part *part)
{
	struct sheet *sheet = context;
	if (!part->value.length && part->label.length) {
		line_end(&sheet->line);
		line_put(&sheet->line, part->label, STYLE_BOLD);
		line_end(&sheet->line);
	} else if (part->label.length) {
		put_label(sheet, part);
	} else {
		line_skip(&sheet->line, 2);
		put_wrapped(sheet, part->value, 2);
	}
	if (part->quote.length) {
		line_skip(&sheet->line, 4);
		put_wrapped(sheet, part->quote, 4);
	}
}

void
sheet_write(const struct page *page, struct source *source)
{
	const struct docket_value *row;
	while ((row = source_next(source))) {
		struct sheet sheet = { .width = page->width,
			.line = { .out = page->out,
				.color = page->color,
				.isolate = page->terminal } };
		if (source->count > 1)
			line_end(&sheet.line);
		sheet_walk(row, measure, &sheet);
		sheet_walk(row, put_part, &sheet);
	}
}
