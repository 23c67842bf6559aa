#include "read/scanner.h"

#include "read/scanner_reading.h"

#include <string.h>

enum { DIGITS = 9 };

static struct scanner_container *
innermost(struct scanner *scanner)
{
	return &scanner->containers[scanner->count - 1];
}

static bool
pass_quote(struct cursor *at)
{
	if (at->indent >= SCANNER_INDENT || !at->rest.length || at->rest.bytes[0] != '>')
		return false;
	cursor_advance(at, at->indent + 1);
	if (at->indent > 0)
		cursor_advance(at, 1);
	return true;
}

static bool
pass_container(const struct scanner_container *container, struct cursor *at)
{
	if (!container->item)
		return pass_quote(at);
	if (at->indent < container->width)
		return !at->rest.length && !container->empty;
	cursor_advance(at, container->width);
	return true;
}

static void
add_container(struct scanner *scanner, struct scanner_container container)
{
	if (scanner->count == SCANNER_DEPTH)
		scanner->count--;
	struct scanner_container *outer = innermost(scanner);
	outer->empty = false;
	container.empty = true;
	container.quoted = outer->quoted || !container.item;
	container.depth = outer->depth + container.item;
	container.entry = outer->entry;
	scanner->containers[scanner->count++] = container;
}

static bool
open_quote(struct scanner_reading *reading)
{
	if (!pass_quote(&reading->at))
		return false;
	add_container(reading->scanner, (struct scanner_container){ .item = false });
	return true;
}

/* The size of an item's marker; 0: none. Only some items interrupt a paragraph. */
static size_t
marker_size(str text, bool interrupts)
{
	size_t digits = 0;
	int number;
	while (digits < text.length && digits <= DIGITS && is_digit(text.bytes[digits]))
		digits++;
	if (digits > DIGITS || digits == text.length ||
		!memchr(digits ? ".)" : "-+*", text.bytes[digits], digits ? 2 : 3))
		return 0;
	str after = str_skip(text, digits + 1);
	if (after.length && !is_blank(after.bytes[0]))
		return 0;
	if (interrupts && scanner_is_empty(after))
		return 0;
	if (interrupts && digits && !(str_number(str_slice(text, 0, digits), 1, &number) && number))
		return 0;
	return digits + 1;
}

static bool
open_item(struct scanner_reading *reading)
{
	struct cursor *at = &reading->at;
	size_t size = marker_size(at->rest, reading->interrupts);
	if (!size || cursor_is_rule(at))
		return false;
	int width = at->indent + (int)size;
	cursor_advance(at, width);
	bool ordinary = at->rest.length && at->indent >= 1 && at->indent <= SCANNER_INDENT;
	int gap = ordinary ? at->indent : 1;
	if (at->indent > 0)
		cursor_advance(at, gap);
	add_container(
		reading->scanner, (struct scanner_container){ .item = true, .width = width + gap });
	return true;
}

static void
open_containers(struct scanner_reading *reading)
{
	const struct cursor *at = &reading->at;
	while (at->indent < SCANNER_INDENT && at->rest.length &&
		(open_quote(reading) || open_item(reading))) {
		reading->opened = true;
		reading->text = reading->interrupts = false;
	}
}

static void
open_text(struct scanner_reading *reading)
{
	struct scanner *scanner = reading->scanner;
	struct scanner_container *container = innermost(scanner);
	enum scanner_kind kind = container->depth ? SCANNER_OTHER : SCANNER_PARAGRAPH;
	if (container->item && container->empty)
		kind = SCANNER_CONTINUED;
	scanner->leaf = SCANNER_IN_TEXT;
	scanner->paragraph = kind;
	bool item = kind == SCANNER_CONTINUED && reading->opened;
	reading->line->kind = item ? SCANNER_ITEM : kind;
	reading->line->starts = true;
}

/* A line that does not go on with code, HTML or what is hidden, behind the containers it passed. */
static void
read_blocks(struct scanner_reading *reading, size_t open)
{
	struct scanner *scanner = reading->scanner;
	reading->text = scanner->leaf == SCANNER_IN_TEXT;
	reading->interrupts = reading->text && scanner->count == open;
	scanner->leaf = SCANNER_IN_NOTHING;
	open_containers(reading);
	if (!reading->at.rest.length) {
		if (reading->opened && innermost(scanner)->item)
			reading->line->kind = SCANNER_ITEM;
		return;
	}
	bool leaf = scanner_open_leaf(reading);
	if (!leaf && reading->text) {
		scanner->leaf = SCANNER_IN_TEXT;
		scanner->count = open;
		reading->line->kind = scanner->paragraph;
	} else if (!leaf && reading->at.indent < SCANNER_INDENT) {
		open_text(reading);
	}
	innermost(scanner)->empty = false;
}

static void
finish_line(struct scanner *scanner, const struct scanner_reading *reading)
{
	struct scanner_line *line = reading->line;
	struct scanner_container *container = innermost(scanner);
	line->quoted = container->quoted;
	line->entry = container->depth ? &container->entry : NULL;
	line->prefix = line->raw.length - reading->at.rest.length;
	if (line->kind == SCANNER_ITEM || line->kind == SCANNER_CONTINUED)
		line->level = container->depth;
	if (line->kind != SCANNER_HEADING)
		line->text = str_trim(reading->at.rest);
}

struct scanner
scanner_start(str text)
{
	struct scanner scanner = { .rest = text, .count = 1 };
	scanner.containers[0].entry = -1;
	for (size_t at; (at = str_find_last_char(text, '$')) != STR_NONE; text.length = at) {
		if (at > 0 && text.bytes[at - 1] == '$') {
			scanner.formula = scanner.rest.length - at + 1;
			break;
		}
	}
	return scanner;
}

bool
scanner_next(struct scanner *scanner, struct scanner_line *line)
{
	*line = (struct scanner_line){ .kind = SCANNER_OTHER };
	if (!str_next_line(&scanner->rest, &line->raw))
		return false;
	struct scanner_reading reading = {
		.scanner = scanner, .line = line, .at = cursor_start(line->raw)
	};
	size_t open = scanner->count, passed = 1;
	while (passed < open && pass_container(&scanner->containers[passed], &reading.at))
		passed++;
	scanner->count = passed;
	if (passed == open && scanner->leaf > SCANNER_IN_TEXT)
		scanner_read_verbatim(scanner, &reading.at, line);
	else
		read_blocks(&reading, open);
	finish_line(scanner, &reading);
	return true;
}
