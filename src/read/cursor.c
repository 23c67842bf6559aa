#include "read/cursor.h"

enum { TAB_STOP = 4 };

static void
look_ahead(struct cursor *at)
{
	size_t offset = at->offset;
	int column = at->column;
	for (; offset < at->line.length && is_blank(at->line.bytes[offset]); offset++)
		column += at->line.bytes[offset] == '\t' ? TAB_STOP - column % TAB_STOP : 1;
	at->indent = column - at->column;
	at->rest = str_skip(at->line, offset);
}

struct cursor
cursor_start(str line)
{
	struct cursor at = { .line = line };
	look_ahead(&at);
	return at;
}

void
cursor_advance(struct cursor *at, int columns)
{
	while (columns > 0 && at->offset < at->line.length) {
		bool tab = at->line.bytes[at->offset] == '\t';
		int width = tab ? TAB_STOP - at->column % TAB_STOP : 1;
		if (width > columns) {
			at->column += columns;
			break;
		}
		at->column += width;
		at->offset++;
		columns -= width;
	}
	look_ahead(at);
}

bool
cursor_is_rule(struct cursor *at)
{
	size_t offset = (size_t)(at->rest.bytes - at->line.bytes);
	char c = at->rest.bytes[0];
	size_t count = 0;
	if (offset < at->rule_fail || (c != '-' && c != '*' && c != '_'))
		return false;
	for (; offset < at->line.length; offset++) {
		if (at->line.bytes[offset] == c)
			count++;
		else if (!is_blank(at->line.bytes[offset]))
			break;
	}
	if (offset == at->line.length && count >= 3)
		return true;
	at->rule_fail = offset;
	return false;
}
