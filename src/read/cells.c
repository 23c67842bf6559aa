#include "read/cells.h"

enum { LINK_MOST = 256 };

/* Where the cell that the text begins with ends; bars in [[a|b]] and behind a \ do not count. */
static size_t
cell_length(str text)
{
	size_t at = 0;
	while (at < text.length && text.bytes[at] != '|') {
		str rest = str_skip(text, at);
		bool link = str_starts(rest, STR("[["));
		size_t close = link ? str_find(str_slice(rest, 0, LINK_MOST), STR("]]")) : STR_NONE;
		if (close != STR_NONE)
			at += close + 2;
		else
			at += text.bytes[at] == '\\' ? 2 : 1;
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

struct cells
cells_split(struct arena *arena, str line)
{
	struct cells cells = { .count = 0 };
	line = str_trim_space(line);
	if (str_starts(line, STR("|")))
		line = str_skip(line, 1);
	while (line.length && cells.count < CELLS_MOST) {
		size_t length = cell_length(line);
		str cell = str_trim_space(str_slice(line, 0, length));
		cells.items[cells.count++] = unescape(arena, cell);
		line = str_skip(line, length + 1);
	}
	return cells;
}

str
cells_at(const struct cells *cells, size_t column)
{
	return column && column <= cells->count ? cells->items[column - 1] : (str){ 0 };
}
