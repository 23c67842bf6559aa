#include "read/outline.h"

#include "read/comments.h"
#include "read/footnotes.h"
#include "read/guard.h"
#include "read/outline_walk.h"
#include "read/scanner.h"

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

/* The text at a block's start, without what its containers put before it. */
static str
first_text(struct outline_walk *walk, cmark_node *block)
{
	str line = outline_go_to_line(walk, cmark_node_get_start_line(block));
	return str_skip(line, (size_t)cmark_node_get_start_column(block) - 1);
}

static bool
is_underlined(struct outline_walk *walk, cmark_node *block)
{
	str text;
	return cmark_node_get_type(block) == CMARK_NODE_HEADING &&
	       !scanner_heading(first_text(walk, block), &text);
}

/* Adds the lines of a paragraph, or of a heading up to its underline. */
static void
add_lines(struct outline_walk *walk, cmark_node *block, enum outline_kind kind, int from)
{
	bool underlined = cmark_node_get_type(block) == CMARK_NODE_HEADING;
	int start = cmark_node_get_start_line(block);
	int end = underlined ? INT_MAX : cmark_node_get_end_line(block);
	for (int number = from; number <= end; number++) {
		str text = skip_quotes(outline_go_to_line(walk, number), walk->quotes);
		if (walk->number != number)
			break;
		if (underlined && number > start && scanner_is_underline(text))
			break;
		if (kind == OUTLINE_CONTINUED)
			outline_add_in_item(walk, kind, text);
		else
			outline_add_entry(walk, kind, text);
	}
}

static void
enter_text(struct outline_walk *walk, cmark_node *block)
{
	cmark_node *parent = cmark_node_parent(block);
	bool first = !cmark_node_previous(block);
	int start = cmark_node_get_start_line(block);
	int level = cmark_node_get_heading_level(block);
	if (cmark_node_get_type(block) == CMARK_NODE_HEADING && !is_underlined(walk, block)) {
		str text = { 0 };
		scanner_heading(first_text(walk, block), &text);
		if (cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT)
			outline_add_heading(walk, level, text);
	} else if (!walk->lists) {
		walk->paragraph = walk->outline->count;
		add_lines(walk, block, OUTLINE_PARAGRAPH, start);
		if (level && cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT)
			outline_make_heading(walk, level);
	} else if (first && cmark_node_get_type(parent) == CMARK_NODE_ITEM) {
		bool same_line = cmark_node_get_start_line(parent) == start;
		add_lines(walk, block, OUTLINE_CONTINUED, start + same_line);
	}
}

/* Whether the item's first line is all its own: no heading, quote, list or code starts there. */
static bool
has_own_text(struct outline_walk *walk, cmark_node *item)
{
	cmark_node *child = cmark_node_first_child(item);
	return !child || cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH ||
	       cmark_node_get_start_line(child) > cmark_node_get_start_line(item) ||
	       is_underlined(walk, child);
}

static void
enter_item(struct outline_walk *walk, cmark_node *item)
{
	walk->lists++;
	cmark_node_set_user_data(item, (void *)(intptr_t)walk->item);
	if (!has_own_text(walk, item))
		return;
	outline_add_in_item(walk, OUTLINE_ITEM, skip_marker(first_text(walk, item)));
	walk->item = outline_last_entry(walk);
}

static void
enter_block(struct outline_walk *walk, cmark_node *block)
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
leave_block(struct outline_walk *walk, cmark_node *block)
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
read_tree(struct outline_walk *walk, cmark_node *root)
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
read_with_cmark(struct outline_walk *walk)
{
	struct arena scratch = { 0 };
	memory = &scratch;
	read_tree(walk, parse(footnotes_open(&scratch, comments_hide(&scratch, walk->rest))));
	memory = NULL;
	arena_free(&scratch);
}

struct outline
outline_read(struct arena *arena, str body, int first_line, struct remarks *remarks)
{
	struct outline outline = { 0 };
	if (str_starts(body, byte_order_mark)) /* which cmark passes over */
		body = str_skip(body, byte_order_mark.length);
	struct outline_walk walk = { .arena = arena,
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
		outline_read_lines(&walk);
	} else {
		read_with_cmark(&walk);
	}
	return outline;
}
