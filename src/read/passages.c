#include "read/passages.h"

/* Headings of what a reader should know, folded. */
static const char key_headings[] =
	"|key information|key info|key facts|key points|key takeaways|takeaways|highlights|facts"
	"|important information|wichtige informationen|wichtige punkte|das wichtigste"
	"|informations cles|points cles|informacion clave|puntos clave|informacoes importantes"
	"|belangrijke informatie|kernpunten|要点|重要事項|关键信息|핵심 정보|";

/* What a heading makes of the lines below it. */
struct title {
	int above;      /* the nearest heading of a higher level; -1: none */
	bool key, says; /* says: is a passage itself */
};

struct passages {
	LIST(struct docket_passage)
};

/* "*Source: [[...]]*" at the end of a note tells where it comes from, not what is in it. */
static bool
is_source(str text)
{
	while (str_starts(text, STR("*")) || str_starts(text, STR("_")))
		text = str_skip(text, 1);
	return str_starts_nocase(text, STR("source:")) || str_starts_nocase(text, STR("source*"));
}

/* Titles of the headings before it are known. */
static int
find_above(const struct outline *outline, const struct title *titles, size_t at)
{
	int above = outline->items[at].heading;
	while (above >= 0 && outline->items[above].level >= outline->items[at].level)
		above = titles[above].above;
	return above;
}

/* A heading below one for key information goes on with it, unless it says something else. */
static struct title
make_title(const struct heading *heading, bool above)
{
	bool key = heading_lists(key_headings, heading->key);
	return (struct title){ .key = key || (above && heading->kind == HEADING_OTHER),
		.says = heading->kind == HEADING_OTHER && !key };
}

/* The index of the entry with this line, or the number of entries. */
static size_t
find_line(const struct outline *outline, int line)
{
	size_t low = 0, high = outline->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (outline->items[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low < outline->count && outline->items[low].line == line ? low : outline->count;
}

static void
mark(const struct outline *outline, int line, str text, str *said)
{
	size_t at = find_line(outline, line);
	if (at < outline->count)
		said[at] = text;
}

/* For each entry what is still to be said, from it on, by the task or decision it belongs to. */
static str *
mark_items(struct arena *arena, const struct outline *outline, const struct docket_note *note)
{
	str *said = arena_array(arena, outline->count, sizeof(*said));
	for (size_t i = 0; i < note->task_count; i++)
		if (note->tasks[i].text.length)
			mark(outline, note->tasks[i].line, note->tasks[i].text, said);
	for (size_t i = 0; i < note->decision_count; i++)
		mark(outline, note->decisions[i].line, note->decisions[i].text, said);
	return said;
}

/* Whether the entry begins an item, or goes on with the one before it, as its text has it. */
static bool
is_said(const struct outline *outline, str *said, size_t at)
{
	const struct outline_entry *entry = &outline->items[at];
	if (said[at].length)
		return true;
	if (!at || !said[at - 1].length || entry->kind == OUTLINE_HEADING ||
		entry->kind == OUTLINE_ITEM || entry->line != entry[-1].line + 1)
		return false;
	size_t found = str_find(said[at - 1], entry->text);
	if (found != STR_NONE)
		said[at] = str_skip(said[at - 1], found + entry->text.length);
	return found != STR_NONE;
}

void
passages_read(struct arena *arena, const struct outline *outline, const struct heading *headings,
	struct docket_note *note)
{
	struct passages passages = { 0 };
	struct title *titles = arena_array(arena, outline->count, sizeof(*titles));
	str *said = mark_items(arena, outline, note);
	for (size_t i = 0; i < outline->count; i++) {
		const struct outline_entry *entry = &outline->items[i];
		bool heading = entry->kind == OUTLINE_HEADING;
		int above = heading ? find_above(outline, titles, i) : entry->heading;
		bool key = above >= 0 && titles[above].key;
		if (heading) {
			titles[i] = make_title(&headings[i], key);
			titles[i].above = above;
		}
		bool says = heading ? titles[i].says && !str_equal(entry->text, note->title)
				    : !is_said(outline, said, i);
		if (says && entry->text.length)
			*list_add(arena, &passages) = (struct docket_passage){ entry->line,
				entry->text, key && !heading && !is_source(entry->text) };
	}
	note->passages = passages.items;
	note->passage_count = passages.count;
}
