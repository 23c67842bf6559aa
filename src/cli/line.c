#include "line.h"

static const char *const codes[STYLE_COUNT] = {
	[STYLE_LATE] = "31", [STYLE_TODAY] = "33", [STYLE_BOLD] = "1", [STYLE_DIM] = "2"
};

void
line_skip(struct line *line, size_t columns)
{
	line->blanks += columns;
}

static bool
runs_left(struct docket_str text)
{
	while (text.length) {
		uint32_t code = text_next(&text);
		if ((code >= 0x590 && code <= 0x8FF) || (code >= 0xFB1D && code <= 0xFDFF) ||
			(code >= 0xFE70 && code <= 0xFEFE) ||
			(code >= 0x10800 && code <= 0x10FFF) ||
			(code >= 0x1E800 && code <= 0x1EFFF))
			return true;
	}
	return false;
}

void
line_put(struct line *line, struct docket_str text, enum style style)
{
	if (!text.length)
		return;
	bool colored = line->color && codes[style];
	bool isolated = line->isolate && runs_left(text);
	for (; line->blanks; line->blanks--)
		putc(' ', line->out);
	if (colored)
		fprintf(line->out, "\033[%sm", codes[style]);
	if (isolated)
		fputs("\u2068", line->out);
	fwrite(text.bytes, 1, text.length, line->out);
	if (isolated)
		fputs("\u2069", line->out);
	if (colored)
		fputs("\033[0m", line->out);
}

void
line_put_field(struct line *line, struct docket_str text, struct line_field field)
{
	size_t rest = field.width > field.used ? field.width - field.used : 0;
	if (field.right)
		line_skip(line, rest);
	line_put(line, text, field.style);
	if (!field.right)
		line_skip(line, rest);
}

void
line_end(struct line *line)
{
	line->blanks = 0;
	putc('\n', line->out);
}
