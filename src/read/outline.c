#include "read/outline.h"

#include "read/comments.h"
#include "read/footnotes.h"
#include "read/guard.h"
#include "read/scanner.h"

#include <assert.h>
#include <cmark.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>

/*
 * cmark allocates without saying for whom, so each thread knows its arena here. Nothing is freed
 * before the note is read.
 */
static _Thread_local struct arena *memory;

struct piece {
	size_t size;
	_Alignas(max_align_t) char bytes[];
};

static void *
allocate(size_t count, size_t size)
{
	struct piece *piece = arena_alloc(memory, sizeof(*piece) + count * size);
	piece->size = count * size;
	return piece->bytes;
}

static void *
reallocate(void *old, size_t size)
{
	if (!old)
		return allocate(1, size);
	const struct piece *piece =
		(const struct piece *)((const char *)old - offsetof(struct piece, bytes));
	return size <= piece->size ? old : memcpy(allocate(1, size), old, piece->size);
}

static void
leave(void *bytes)
{
	(void)bytes;
}

static cmark_node *
parse(str text)
{
	static cmark_mem allocator = { allocate, reallocate, leave };
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &allocator);
	cmark_parser_feed(parser, text.bytes ? text.bytes : "", text.length);
	return cmark_parser_finish(parser);
}

static const str byte_order_mark = { "\xEF\xBB\xBF", 3 };

/* Where the walk through the blocks is; lines are only ever asked for in order. */
struct walk {
	struct arena *arena;
	struct outline *outline;
	int offset; /* line of the file less line of the body */
	str rest;   /* of the body, after `line` */
	str line;   /* its line `number`, from 1 */
	int number;
	int quotes; /* open around the block */
	int lists;
	int item;         /* entry of the innermost item, -1: none */
	int heading;      /* entry of the heading above, -1: none */
	size_t paragraph; /* first entry of the latest paragraph */
};

static str
go_to_line(struct walk *walk, int number)
{
	while (walk->number < number && str_next_line(&walk->rest, &walk->line))
		walk->number++;
	return walk->line;
}

static struct outline_entry *
add_entry(struct walk *walk, enum outline_kind kind, str text)
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

static int
last_entry(const struct walk *walk)
{
	return (int)walk->outline->count - 1;
}

static str
skip_quotes(str line, int quotes)
{
	line = str_trim(line);
	while (quotes-- > 0 && str_starts(line, STR(">")))
		line = str_trim(str_skip(line, 1));
	return line;
}

static str
skip_marker(str text)
{
	size_t size = 0;
	while (size < text.length && is_digit(text.bytes[size]))
		size++;
	return str_skip(text, size + 1);
}

static struct outline_entry *
add_in_item(struct walk *walk, enum outline_kind kind, str text)
{
	struct outline_entry *entry = add_entry(walk, kind, text);
	entry->level = walk->lists;
	entry->parent = walk->item;
	return entry;
}

static void
add_heading(struct walk *walk, int level, str text)
{
	add_entry(walk, OUTLINE_HEADING, text)->level = level;
	walk->heading = last_entry(walk);
}

/* A paragraph that was underlined is one heading: its lines are joined. */
static void
make_heading(struct walk *walk, int level)
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

/* The text at a block's start, without what its containers put before it. */
static str
first_text(struct walk *walk, cmark_node *block)
{
	str line = go_to_line(walk, cmark_node_get_start_line(block));
	return str_skip(line, (size_t)cmark_node_get_start_column(block) - 1);
}

static bool
is_underlined(struct walk *walk, cmark_node *block)
{
	str text;
	return cmark_node_get_type(block) == CMARK_NODE_HEADING &&
	       !scanner_heading(first_text(walk, block), &text);
}

/* Adds the lines of a paragraph, or of a heading up to its underline. */
static void
add_lines(struct walk *walk, cmark_node *block, enum outline_kind kind, int from)
{
	bool underlined = cmark_node_get_type(block) == CMARK_NODE_HEADING;
	int start = cmark_node_get_start_line(block);
	int end = underlined ? INT_MAX : cmark_node_get_end_line(block);
	for (int number = from; number <= end; number++) {
		str text = skip_quotes(go_to_line(walk, number), walk->quotes);
		if (walk->number != number)
			break;
		if (underlined && number > start && scanner_is_underline(text))
			break;
		if (kind == OUTLINE_CONTINUED)
			add_in_item(walk, kind, text);
		else
			add_entry(walk, kind, text);
	}
}

static void
enter_text(struct walk *walk, cmark_node *block)
{
	cmark_node *parent = cmark_node_parent(block);
	bool first = !cmark_node_previous(block);
	int start = cmark_node_get_start_line(block);
	int level = cmark_node_get_heading_level(block);
	if (cmark_node_get_type(block) == CMARK_NODE_HEADING && !is_underlined(walk, block)) {
		str text = { 0 };
		scanner_heading(first_text(walk, block), &text);
		if (cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT)
			add_heading(walk, level, text);
	} else if (!walk->lists) {
		walk->paragraph = walk->outline->count;
		add_lines(walk, block, OUTLINE_PARAGRAPH, start);
		if (level && cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT)
			make_heading(walk, level);
	} else if (first && cmark_node_get_type(parent) == CMARK_NODE_ITEM) {
		bool same_line = cmark_node_get_start_line(parent) == start;
		add_lines(walk, block, OUTLINE_CONTINUED, start + same_line);
	}
}

/* Whether the item's first line is all its own: no heading, quote, list or code starts there. */
static bool
has_own_text(struct walk *walk, cmark_node *item)
{
	cmark_node *child = cmark_node_first_child(item);
	return !child || cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH ||
	       cmark_node_get_start_line(child) > cmark_node_get_start_line(item) ||
	       is_underlined(walk, child);
}

static void
enter_item(struct walk *walk, cmark_node *item)
{
	walk->lists++;
	cmark_node_set_user_data(item, (void *)(intptr_t)walk->item);
	if (!has_own_text(walk, item))
		return;
	add_in_item(walk, OUTLINE_ITEM, skip_marker(first_text(walk, item)));
	walk->item = last_entry(walk);
}

static void
enter_block(struct walk *walk, cmark_node *block)
{
	switch (cmark_node_get_type(block)) {
	case CMARK_NODE_BLOCK_QUOTE:
		walk->quotes++;
		break;
	case CMARK_NODE_ITEM:
		enter_item(walk, block);
		break;
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
		enter_text(walk, block);
		break;
	default:
		break;
	}
}

static void
leave_block(struct walk *walk, cmark_node *block)
{
	if (cmark_node_get_type(block) == CMARK_NODE_BLOCK_QUOTE) {
		walk->quotes--;
	} else if (cmark_node_get_type(block) == CMARK_NODE_ITEM) {
		walk->lists--;
		walk->item = (int)(intptr_t)cmark_node_get_user_data(block);
	}
}

static bool
holds_inlines(cmark_node *block)
{
	cmark_node_type type = cmark_node_get_type(block);
	return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING;
}

static void
read_tree(struct walk *walk, cmark_node *root)
{
	cmark_iter *blocks = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(blocks)) != CMARK_EVENT_DONE) {
		cmark_node *block = cmark_iter_get_node(blocks);
		if (event == CMARK_EVENT_EXIT) {
			leave_block(walk, block);
			continue;
		}
		enter_block(walk, block);
		if (holds_inlines(block))
			cmark_iter_reset(blocks, block, CMARK_EVENT_EXIT);
	}
}

static void
read_with_cmark(struct walk *walk)
{
	struct arena scratch = { 0 };
	memory = &scratch;
	read_tree(walk, parse(footnotes_open(&scratch, comments_hide(&scratch, walk->rest))));
	memory = NULL;
	arena_free(&scratch);
}

static void
read_line(struct walk *walk, const struct scanner_line *line)
{
	walk->quotes = line->quoted;
	walk->lists = line->level;
	walk->item = line->entry ? *line->entry : -1;
	switch (line->kind) {
	case SCANNER_HEADING:
		add_heading(walk, line->level, line->text);
		break;
	case SCANNER_UNDERLINE:
		make_heading(walk, line->level);
		break;
	case SCANNER_ITEM:
		add_in_item(walk, OUTLINE_ITEM, line->text);
		assert(line->entry);
		*line->entry = last_entry(walk);
		break;
	case SCANNER_CONTINUED:
		add_in_item(walk, OUTLINE_CONTINUED, line->text);
		break;
	case SCANNER_PARAGRAPH:
		if (line->starts)
			walk->paragraph = walk->outline->count;
		add_entry(walk, OUTLINE_PARAGRAPH, line->text);
		break;
	case SCANNER_OTHER:
	case SCANNER_HIDDEN:
		break;
	}
}

/* The text of a line whose footnote was opened, as it stands in the body. */
static void
close_footnote(struct scanner_line *line, str raw)
{
	bool label = line->kind == SCANNER_PARAGRAPH && str_starts(str_trim(raw), STR("[^"));
	if (line->text.bytes)
		line->text.bytes = raw.bytes + (line->text.bytes - line->raw.bytes);
	line->text = label ? str_trim(raw) : line->text;
	line->raw = raw;
}

static void
read_with_scanner(struct walk *walk)
{
	str opened = footnotes_open(walk->arena, walk->rest);
	struct scanner scanner = scanner_start(opened);
	struct scanner_line line;
	while (scanner_next(&scanner, &line)) {
		size_t at = (size_t)(line.raw.bytes - opened.bytes);
		close_footnote(&line, str_slice(walk->rest, at, at + line.raw.length));
		walk->line = line.raw;
		walk->number++;
		read_line(walk, &line);
	}
}

struct outline
outline_read(struct arena *arena, str body, int first_line, struct remarks *remarks)
{
	struct outline outline = { 0 };
	if (str_starts(body, byte_order_mark)) /* which cmark passes over */
		body = str_skip(body, byte_order_mark.length);
	struct walk walk = { .arena = arena,
		.outline = &outline,
		.offset = first_line - 1,
		.rest = body,
		.item = -1,
		.heading = -1 };
	struct guard guard = guard_check(body);
	if (guard.reason) {
		remark(remarks, guard.line + walk.offset, DOCKET_REMARK_NESTED_TOO_DEEP,
			"%s, so docket read the note line by line; code may have been taken for "
			"tasks",
			guard.reason);
		read_with_scanner(&walk);
	} else {
		read_with_cmark(&walk);
	}
	return outline;
}
