#include "query/blocks.h"

enum { CODE_COLUMNS = 4, TAB_COLUMNS = 4 };

/* A fence that is open. */
struct fence {
	char sign; /* 0: none */
	size_t length;
	size_t quotes, columns; /* of the line that opened it */
	bool query;
};

struct scan {
	struct arena *arena;
	struct blocks blocks;
	struct fence fence;
	struct docket_query_block block; /* the one that is open */
	struct buffer text;
	str heading;
	str before;          /* the line before, when it can be above the underline of a heading */
	const char *comment; /* what ends the comment; NULL: there is none */
	bool listed;         /* a list item is above: code is indented deeper */
};

/* A line without what it stands in. */
struct inner {
	str text;
	size_t quotes, columns;
};

static size_t
skip_blanks(str *text)
{
	size_t columns = 0;
	for (; text->length && is_blank(text->bytes[0]); *text = str_skip(*text, 1))
		columns += text->bytes[0] == '\t' ? TAB_COLUMNS - columns % TAB_COLUMNS : 1;
	return columns;
}

/* Takes quotes off the line, at most so many; blanks behind them stay. */
static struct inner
open_line(str line, size_t quotes)
{
	struct inner inner = { .text = line };
	for (;;) {
		str rest = inner.text;
		size_t columns = skip_blanks(&rest);
		if (inner.quotes == quotes || !str_starts(rest, STR(">"))) {
			inner.columns = columns;
			return inner;
		}
		inner.text = str_skip(rest, 1);
		if (str_starts(inner.text, STR(" ")))
			inner.text = str_skip(inner.text, 1);
		inner.quotes++;
	}
}

/* "- ", "1. " */
static bool
take_marker(str *text)
{
	size_t digits = 0;
	while (digits < text->length && is_digit(text->bytes[digits]))
		digits++;
	str ends = digits ? STR(".)") : STR("-*+");
	bool marked = digits + 1 < text->length &&
		      str_find_char(ends, text->bytes[digits]) != STR_NONE &&
		      is_blank(text->bytes[digits + 1]);
	if (marked)
		*text = str_skip(*text, digits + 2);
	return marked;
}

static size_t
count_sign(str text, char sign)
{
	size_t count = 0;
	while (count < text.length && text.bytes[count] == sign)
		count++;
	return count;
}

/* The fence that the text opens; its sign is 0 when it opens none. */
static struct fence
read_fence(str text)
{
	struct fence fence = { .sign = text.length ? text.bytes[0] : 0 };
	fence.length = count_sign(text, fence.sign);
	str language = str_trim(str_skip(text, fence.length));
	bool code = (fence.sign == '`' && str_find_char(language, '`') == STR_NONE) ||
		    fence.sign == '~';
	if (!code || fence.length < 3)
		return (struct fence){ 0 };
	size_t end = str_find_char(language, ' ');
	fence.query = str_equal(str_slice(language, 0, end), STR("tasks"));
	return fence;
}

static void
close_fence(struct scan *scan)
{
	if (scan->fence.query) {
		scan->block.text = scan->text.text;
		*list_add(scan->arena, &scan->blocks) = scan->block;
	}
	scan->fence = (struct fence){ 0 };
}

/* A line inside of a fence: the end of it, or text without the indentation of the fence. */
static void
read_inside(struct scan *scan, const struct inner *inner)
{
	str text = inner->text, rest = text;
	skip_blanks(&rest);
	size_t signs = count_sign(rest, scan->fence.sign);
	if (signs >= scan->fence.length && !str_trim(str_skip(rest, signs)).length) {
		close_fence(scan);
		return;
	}
	for (size_t column = 0;
		column < scan->fence.columns && text.length && is_blank(text.bytes[0]); column++)
		text = str_skip(text, 1);
	if (scan->text.text.length)
		buffer_add_char(&scan->text, '\n');
	buffer_add(&scan->text, text);
	/* An empty first line counts as a line. */
	if (!scan->text.text.length)
		buffer_add_char(&scan->text, ' ');
}

/* "## Overdue ##" -> "Overdue"; absent: no heading. */
static str
read_heading(str text)
{
	size_t level = count_sign(text, '#');
	str rest = str_skip(text, level);
	if (level < 1 || level > 6 || (rest.length && !is_blank(rest.bytes[0])))
		return (str){ 0 };
	rest = str_trim(rest);
	size_t end = rest.length;
	while (end > 0 && rest.bytes[end - 1] == '#')
		end--;
	bool closed = end == 0 || is_blank(rest.bytes[end - 1]);
	rest = str_trim(closed ? str_slice(rest, 0, end) : rest);
	return rest.length ? rest : STR("");
}

static bool
is_underline(str text)
{
	text = str_trim(text);
	char sign = text.length ? text.bytes[0] : 0;
	return (sign == '=' || sign == '-') && count_sign(text, sign) == text.length;
}

/* Whether a comment begins that does not end on this line. */
static bool
opens_comment(struct scan *scan, str text)
{
	static const char *const signs[][2] = { { "%%", "%%" }, { "<!--", "-->" } };
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		str open = str_from(signs[i][0]), close = str_from(signs[i][1]);
		if (!str_starts(text, open))
			continue;
		if (str_find(str_skip(text, open.length), close) == STR_NONE)
			scan->comment = signs[i][1];
		return scan->comment;
	}
	return false;
}

static void
take_heading(struct scan *scan, str text, size_t quotes)
{
	str heading = quotes ? (str){ 0 } : read_heading(text);
	if (heading.bytes)
		scan->heading = heading;
	else if (!quotes && scan->before.length && is_underline(text))
		scan->heading = scan->before;
	bool plain = !quotes && !heading.bytes && !is_underline(text) && text.length &&
		     text.bytes[0] != '|' && !scan->listed;
	scan->before = plain ? str_trim(text) : (str){ 0 };
}

/* A line outside of fences and comments. */
static void
read_outside(struct scan *scan, str line, int number)
{
	struct inner inner = open_line(line, SIZE_MAX);
	str text = inner.text;
	size_t columns = skip_blanks(&text);
	bool marked = take_marker(&text);
	scan->listed = marked || (scan->listed && (columns || !text.length));
	if (opens_comment(scan, text))
		return;
	skip_blanks(&text);
	struct fence fence = read_fence(text);
	if (fence.sign && (columns < CODE_COLUMNS || scan->listed)) {
		scan->fence = fence;
		scan->fence.quotes = inner.quotes;
		scan->fence.columns = columns;
		scan->text = (struct buffer){ .arena = scan->arena };
		scan->block =
			(struct docket_query_block){ .line = number, .heading = scan->heading };
		scan->before = (str){ 0 };
	} else {
		take_heading(scan, text, inner.quotes);
	}
}

struct blocks
blocks_read(struct arena *arena, str body, int first_line)
{
	struct scan scan = { .arena = arena };
	str line;
	for (int number = first_line; str_next_line(&body, &line); number++) {
		if (scan.comment) {
			if (str_find(line, str_from(scan.comment)) != STR_NONE)
				scan.comment = NULL;
			continue;
		}
		struct inner inner = open_line(line, scan.fence.quotes);
		if (scan.fence.sign && inner.quotes < scan.fence.quotes)
			close_fence(&scan);
		if (scan.fence.sign)
			read_inside(&scan, &inner);
		else
			read_outside(&scan, line, number);
	}
	if (scan.fence.sign)
		close_fence(&scan);
	return scan.blocks;
}
