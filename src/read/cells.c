#include "read/cells.h"

enum { SPAN_MOST = 256 };

/* The size of a link or code span that the text begins with, whose bars are text; 0: none. */
static size_t
span_length(str text, bool code)
{
	str near = str_slice(text, 0, SPAN_MOST);
	size_t end = STR_NONE;
	if (str_starts(text, STR("[[")))
		end = str_find(near, STR("]]"));
	else if (code && str_starts(text, STR("`")))
		end = str_find_char(str_skip(near, 1), '`');
	return end == STR_NONE ? 0 : end + 2;
}

/* Where the cell that the text begins with ends; bars in [[a|b]] and behind a \ do not count. */
static size_t
cell_length(str text, bool code)
{
	size_t at = 0;
	while (at < text.length && text.bytes[at] != '|') {
		size_t span = span_length(str_skip(text, at), code);
		at += span ? span : text.bytes[at] == '\\' ? 2 : 1;
	}
	return at < text.length ? at : text.length;
}

/* "\|" is a bar. */
static str
unescape(struct arena *arena, str text)
{
	struct buffer out = { .arena = arena };
	if (str_find(text, STR("\\|")) == STR_NONE)
		return text;
	for (size_t at; (at = str_find(text, STR("\\|"))) != STR_NONE;
		text = str_skip(text, at + 1))
		buffer_add(&out, str_slice(text, 0, at));
	buffer_add(&out, text);
	return out.text;
}

static struct cells
split(struct arena *arena, str line, bool code)
{
	struct cells cells = { .count = 0 };
	while (line.length && cells.count < CELLS_MOST) {
		size_t length = cell_length(line, code);
		str cell = str_trim_space(str_slice(line, 0, length));
		cells.items[cells.count++] = unescape(arena, cell);
		line = str_skip(line, length + 1);
	}
	return cells;
}

struct cells
cells_split(struct arena *arena, str line, size_t columns)
{
	line = str_trim_space(line);
	line = str_skip(line, str_starts(line, STR("|")));
	struct cells cells = split(arena, line, false);
	return cells.count > columns ? split(arena, line, true) : cells;
}

str
cells_at(const struct cells *cells, size_t column)
{
	return column && column <= cells->count ? cells->items[column - 1] : (str){ 0 };
}
