#include "read/scanner_reading.h"

#include "read/html.h"

static size_t
run_length(str text, char c)
{
	size_t length = 0;
	while (length < text.length && text.bytes[length] == c)
		length++;
	return length;
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
	return (c == '=' || c == '-') && scanner_is_empty(str_skip(line, run_length(line, c)));
}

static bool
is_outermost(const struct scanner_reading *reading)
{
	return reading->scanner->count == 1;
}

static bool
open_heading(struct scanner_reading *reading)
{
	struct scanner_line *line = reading->line;
	line->level = scanner_heading(reading->at.rest, &line->text);
	if (!line->level)
		return false;
	line->kind = is_outermost(reading) ? SCANNER_HEADING : SCANNER_OTHER;
	return true;
}

static bool
open_fence(struct scanner_reading *reading)
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
open_hidden(struct scanner_reading *reading)
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
open_html(struct scanner_reading *reading)
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
open_underline(struct scanner_reading *reading)
{
	struct scanner_line *line = reading->line;
	if (!reading->interrupts || !scanner_is_underline(reading->at.rest))
		return false;
	line->kind = is_outermost(reading) ? SCANNER_UNDERLINE : SCANNER_OTHER;
	line->level = reading->at.rest.bytes[0] == '=' ? 1 : 2;
	return true;
}

static bool
open_rule(struct scanner_reading *reading)
{
	return cursor_is_rule(&reading->at);
}

bool
scanner_open_leaf(struct scanner_reading *reading)
{
	static bool (*const openers[])(struct scanner_reading *) = { open_heading, open_fence,
		open_hidden, open_html, open_underline, open_rule };
	if (reading->at.indent >= SCANNER_INDENT)
		return false;
	for (size_t i = 0; i < sizeof(openers) / sizeof(openers[0]); i++)
		if (openers[i](reading))
			return true;
	return false;
}

static bool
closes_fence(str closer, const struct cursor *at)
{
	size_t length = run_length(at->rest, closer.bytes[0]);
	return at->indent < SCANNER_INDENT && length >= closer.length &&
	       scanner_is_empty(str_skip(at->rest, length));
}

void
scanner_read_verbatim(struct scanner *scanner, const struct cursor *at, struct scanner_line *line)
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
