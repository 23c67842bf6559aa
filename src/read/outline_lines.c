#include "read/outline_walk.h"

#include "read/footnotes.h"
#include "read/scanner.h"

#include <assert.h>

static void
read_line(struct outline_walk *walk, const struct scanner_line *line)
{
	walk->quotes = line->quoted;
	walk->lists = line->level;
	walk->item = line->entry ? *line->entry : -1;
	switch (line->kind) {
	case SCANNER_HEADING:
		outline_add_heading(walk, line->level, line->text);
		break;
	case SCANNER_UNDERLINE:
		outline_make_heading(walk, line->level);
		break;
	case SCANNER_ITEM:
		outline_add_in_item(walk, OUTLINE_ITEM, line->text);
		assert(line->entry);
		*line->entry = outline_last_entry(walk);
		break;
	case SCANNER_CONTINUED:
		outline_add_in_item(walk, OUTLINE_CONTINUED, line->text);
		break;
	case SCANNER_PARAGRAPH:
		if (line->starts)
			walk->paragraph = walk->outline->count;
		outline_add_entry(walk, OUTLINE_PARAGRAPH, line->text);
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

void
outline_read_lines(struct outline_walk *walk)
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
