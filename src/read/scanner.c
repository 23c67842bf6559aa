#include "read/scanner.h"

#include "read/cursor.h"
#include "read/html.h"

#include <string.h>

enum { CODE_INDENT = 4, DIGITS = 9 };

/* A line while its blocks are opened. */
struct reading {
	struct scanner *scanner;
	struct scanner_line *line;
	struct cursor at;
	bool opened;     /* a container, on this line */
	bool text;       /* a paragraph is open, if only for a lazy line */
	bool interrupts; /* and it is in the innermost container that the line passed */
};

static size_t
run_length(str text, char c)
{
	size_t length = 0;
	while (length < text.length && text.bytes[length] == c)
		length++;
	return length;
}

static bool
is_empty(str text)
{
	return !str_trim(text).length;
}

int
scanner_heading(str line, str *text)
{
	size_t level = run_length(line, '#');
	str rest = str_skip(line, level);
	if (level < 1 || level > 6 || (rest.length && !is_blank(rest.bytes[0])))
		return 0;
	rest = str_trim(rest);
	size_t end = rest.length;
	while (end > 0 && rest.bytes[end - 1] == '#')
		end--;
	if (end == 0 || is_blank(rest.bytes[end - 1]))
		rest = str_trim(str_slice(rest, 0, end));
	*text = rest;
	return (int)level;
}

bool
scanner_is_underline(str line)
{
	char c = line.length ? line.bytes[0] : '\0';
	return (c == '=' || c == '-') && is_empty(str_skip(line, run_length(line, c)));
}

static struct scanner_container *
innermost(struct scanner *scanner)
{
	return &scanner->containers[scanner->count - 1];
}

static bool
pass_quote(struct cursor *at)
{
	if (at->indent >= CODE_INDENT || !at->rest.length || at->rest.bytes[0] != '>')
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
open_quote(struct reading *reading)
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
	if (interrupts && is_empty(after))
		return 0;
	if (interrupts && digits && !(str_number(str_slice(text, 0, digits), 1, &number) && number))
		return 0;
	return digits + 1;
}

static bool
open_item(struct reading *reading)
{
	struct cursor *at = &reading->at;
	size_t size = marker_size(at->rest, reading->interrupts);
	if (!size || cursor_is_rule(at))
		return false;
	int width = at->indent + (int)size;
	cursor_advance(at, width);
	bool ordinary = at->rest.length && at->indent >= 1 && at->indent <= CODE_INDENT;
	int gap = ordinary ? at->indent : 1;
	if (at->indent > 0)
		cursor_advance(at, gap);
	add_container(
		reading->scanner, (struct scanner_container){ .item = true, .width = width + gap });
	return true;
}

static void
open_containers(struct reading *reading)
{
	const struct cursor *at = &reading->at;
	while (at->indent < CODE_INDENT && at->rest.length &&
		(open_quote(reading) || open_item(reading))) {
		reading->opened = true;
		reading->text = reading->interrupts = false;
	}
}

static bool
is_outermost(const struct reading *reading)
{
	return reading->scanner->count == 1;
}

static bool
open_heading(struct reading *reading)
{
	struct scanner_line *line = reading->line;
	line->level = scanner_heading(reading->at.rest, &line->text);
	if (!line->level)
		return false;
	line->kind = is_outermost(reading) ? SCANNER_HEADING : SCANNER_OTHER;
	return true;
}

static bool
open_fence(struct reading *reading)
{
	str rest = reading->at.rest;
	char c = rest.bytes[0];
	size_t length = run_length(rest, c);
	if ((c != '`' && c != '~') || length < 3)
		return false;
	if (c == '`' && str_find_char(str_skip(rest, length), c) != STR_NONE)
		return false;
	reading->scanner->closer = str_slice(rest, 0, length);
	reading->scanner->leaf = SCANNER_IN_FENCE;
	return true;
}

/* A comment may be left open to the end; a formula without its end is a sum of money. */
static bool
open_hidden(struct reading *reading)
{
	struct scanner *scanner = reading->scanner;
	str opener = str_slice(reading->at.rest, 0, 2);
	bool comment = str_equal(opener, STR("%%"));
	if (!comment && !str_equal(opener, STR("$$")))
		return false;
	bool ends = scanner->formula && scanner->formula <= scanner->rest.length;
	if (str_find(str_skip(reading->at.rest, 2), opener) != STR_NONE || !(comment || ends))
		return false;
	scanner->closer = opener;
	scanner->leaf = SCANNER_IN_HIDDEN;
	reading->line->kind = SCANNER_HIDDEN;
	reading->line->starts = true;
	return true;
}

static bool
open_html(struct reading *reading)
{
	int kind = html_starts(reading->at.rest);
	if (!kind || (kind == HTML_TAG && reading->text))
		return false;
	reading->scanner->html = kind;
	if (!html_ends(kind, reading->at.rest))
		reading->scanner->leaf = SCANNER_IN_HTML;
	return true;
}

static bool
open_underline(struct reading *reading)
{
	struct scanner_line *line = reading->line;
	if (!reading->interrupts || !scanner_is_underline(reading->at.rest))
		return false;
	line->kind = is_outermost(reading) ? SCANNER_UNDERLINE : SCANNER_OTHER;
	line->level = reading->at.rest.bytes[0] == '=' ? 1 : 2;
	return true;
}

static bool
open_rule(struct reading *reading)
{
	return cursor_is_rule(&reading->at);
}

static bool
open_leaf(struct reading *reading)
{
	static bool (*const openers[])(struct reading *) = { open_heading, open_fence, open_hidden,
		open_html, open_underline, open_rule };
	if (reading->at.indent >= CODE_INDENT)
		return false;
	for (size_t i = 0; i < sizeof(openers) / sizeof(openers[0]); i++)
		if (openers[i](reading))
			return true;
	return false;
}

static void
open_text(struct reading *reading)
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
read_blocks(struct reading *reading, size_t open)
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
	bool leaf = open_leaf(reading);
	if (!leaf && reading->text) {
		scanner->leaf = SCANNER_IN_TEXT;
		scanner->count = open;
		reading->line->kind = scanner->paragraph;
	} else if (!leaf && reading->at.indent < CODE_INDENT) {
		open_text(reading);
	}
	innermost(scanner)->empty = false;
}

static bool
closes_fence(str closer, const struct cursor *at)
{
	size_t length = run_length(at->rest, closer.bytes[0]);
	return at->indent < CODE_INDENT && length >= closer.length &&
	       is_empty(str_skip(at->rest, length));
}

/* A line of the block that is open, which is no paragraph. */
static void
read_verbatim(struct scanner *scanner, const struct cursor *at, struct scanner_line *line)
{
	bool ends = false;
	if (scanner->leaf == SCANNER_IN_FENCE)
		ends = closes_fence(scanner->closer, at);
	else if (scanner->leaf == SCANNER_IN_HTML)
		ends = html_ends(scanner->html, at->rest);
	else
		ends = str_find(at->rest, scanner->closer) != STR_NONE;
	if (scanner->leaf == SCANNER_IN_HIDDEN)
		line->kind = SCANNER_HIDDEN;
	if (ends)
		scanner->leaf = SCANNER_IN_NOTHING;
}

static void
finish_line(struct scanner *scanner, const struct reading *reading)
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
	struct reading reading = {
		.scanner = scanner, .line = line, .at = cursor_start(line->raw)
	};
	size_t open = scanner->count, passed = 1;
	while (passed < open && pass_container(&scanner->containers[passed], &reading.at))
		passed++;
	scanner->count = passed;
	if (passed == open && scanner->leaf > SCANNER_IN_TEXT)
		read_verbatim(scanner, &reading.at, line);
	else
		read_blocks(&reading, open);
	finish_line(scanner, &reading);
	return true;
}
