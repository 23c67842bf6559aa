#include "read/outline_walk.h"

str
outline_go_to_line(struct outline_walk *walk, int number)
{
	while (walk->number < number && str_next_line(&walk->rest, &walk->line))
		walk->number++;
	return walk->line;
}

struct outline_entry *
outline_add_entry(struct outline_walk *walk, enum outline_kind kind, str text)
{
	struct outline_entry *entry = list_add(walk->arena, walk->outline);
	entry->kind = kind;
	entry->line = walk->number + walk->offset;
	entry->heading = walk->heading;
	entry->parent = -1;
	entry->quoted = walk->quotes > 0;
	entry->raw = walk->line;
	entry->text = str_trim(text);
	return entry;
}

int
outline_last_entry(const struct outline_walk *walk)
{
	return (int)walk->outline->count - 1;
}

struct outline_entry *
outline_add_in_item(struct outline_walk *walk, enum outline_kind kind, str text)
{
	struct outline_entry *entry = outline_add_entry(walk, kind, text);
	entry->level = walk->lists;
	entry->parent = walk->item;
	return entry;
}

void
outline_add_heading(struct outline_walk *walk, int level, str text)
{
	outline_add_entry(walk, OUTLINE_HEADING, text)->level = level;
	walk->heading = outline_last_entry(walk);
}

void
outline_make_heading(struct outline_walk *walk, int level)
{
	size_t first = walk->paragraph;
	if (first == walk->outline->count)
		return;
	struct outline_entry *heading = &walk->outline->items[first];
	struct buffer text = { .arena = walk->arena, .text = heading->text };
	for (size_t i = first + 1; i < walk->outline->count; i++) {
		buffer_add_char(&text, ' ');
		buffer_add(&text, walk->outline->items[i].text);
	}
	heading->kind = OUTLINE_HEADING;
	heading->level = level;
	heading->text = text.text;
	walk->outline->count = first + 1;
	walk->heading = (int)first;
}
