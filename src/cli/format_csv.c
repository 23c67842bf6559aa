/*
 * Comma- and tab-separated values: a row of column names, then a row per row.
 *
 * CSV is RFC 4180: lines end in CR LF, cells are quoted when they must be. A text cell that a
 * spreadsheet would run as a formula gets an apostrophe in front. TSV is for scripts: lines end in
 * LF; tab, line feed, carriage return and backslash are written \t \n \r \\, nothing is quoted or
 * defused. Both are valid UTF-8 without NUL: what is not becomes U+FFFD. On a terminal control
 * characters are shown as escapes, and nothing turns the direction of the text.
 */
#include "page.h"

#include "cell.h"

#include <string.h>

struct separated {
	const struct page *page;
	char separator;
	const char *line_end;
	void (*add)(struct text *line, struct docket_str cell);
	const char *breaks; /* what `add` and a terminal take in a cell */
	bool defuses;
	struct text line;
	struct text cell;
	struct text clean;
};

static void
add_quoted(struct text *line, struct docket_str cell)
{
	bool plain = true;
	for (size_t i = 0; i < cell.length && plain; i++)
		plain = !memchr(",\"\r\n", cell.bytes[i], 4);
	if (plain) {
		text_add(line, cell);
		return;
	}
	text_add_char(line, '"');
	for (size_t i = 0; i < cell.length; i++) {
		if (cell.bytes[i] == '"')
			text_add_char(line, '"');
		text_add_char(line, cell.bytes[i]);
	}
	text_add_char(line, '"');
}

static void
add_escaped(struct text *line, struct docket_str cell)
{
	static const char special[] = "\t\n\r\\", letters[] = "tnr\\";
	for (size_t i = 0; i < cell.length; i++) {
		const char *at = memchr(special, cell.bytes[i], 4);
		if (at)
			text_add_char(line, '\\');
		text_add_char(line, at ? letters[at - special] : cell.bytes[i]);
	}
}

/* What a spreadsheet skips before it looks for a formula. */
static bool
is_skipped(uint32_t code)
{
	return code == ' ' || code == 0xA0 || code == 0x3000 || code == 0xFEFF || code == 0x2060 ||
	       (code >= 0x2000 && code <= 0x200F);
}

static bool
is_formula(struct docket_str cell)
{
	static const uint32_t first[] = { '=', '+', '-', '@', '\t', '\r', '\n', 0xFF1D, 0xFF0B,
		0xFF0D, 0xFF20 };
	uint32_t code = ' ';
	while (cell.length && is_skipped(code))
		code = text_next(&cell);
	for (size_t i = 0; i < sizeof(first) / sizeof(first[0]); i++)
		if (code == first[i])
			return true;
	return false;
}

static void
add_clean(struct separated *out, struct docket_str cell)
{
	bool terminal = out->page->terminal;
	while (cell.length) {
		uint32_t code = text_next(&cell);
		bool breaks = code && code < 0x80 && strchr(out->breaks, (int)code);
		if (terminal && text_is_control(code) && !breaks)
			text_format(&out->clean, "\\x%02x", (unsigned)code);
		else if (!terminal || !text_turns_direction(code))
			text_add_code(&out->clean, code ? code : TEXT_INVALID);
	}
}

static void
add_cell(struct separated *out, const struct docket_value *value, bool first)
{
	text_clear(&out->cell);
	text_clear(&out->clean);
	cell_add(&out->cell, value, "; ");
	bool is_text = value->type != DOCKET_NUMBER && value->type != DOCKET_DATE;
	if (out->defuses && is_text && is_formula(text_view(&out->cell)))
		text_add_char(&out->clean, '\'');
	add_clean(out, text_view(&out->cell));
	if (!first)
		text_add_char(&out->line, out->separator);
	out->add(&out->line, text_view(&out->clean));
}

static void
write_line(struct separated *out)
{
	text_add(&out->line, docket_str(out->line_end));
	fwrite(out->line.bytes, 1, out->line.length, out->page->out);
	text_clear(&out->line);
}

static void
write_separated(struct separated *out, struct source *source)
{
	const struct docket_value *columns = source->columns, *row;
	static const struct docket_value nothing;
	for (size_t i = 0; i < columns->count; i++) {
		struct docket_value name = { .type = DOCKET_TEXT, .text = columns->items[i].name };
		add_cell(out, &name, i == 0);
	}
	write_line(out);
	while ((row = source_next(source))) {
		for (size_t i = 0; i < columns->count; i++) {
			const struct docket_value *value =
				source_value(row, columns->items[i].name, i);
			add_cell(out, value ? value : &nothing, i == 0);
		}
		write_line(out);
	}
	text_free(&out->line);
	text_free(&out->cell);
	text_free(&out->clean);
}

void
format_csv(const struct page *page, struct source *source)
{
	struct separated out = { .page = page,
		.separator = ',',
		.line_end = page->terminal ? "\n" : "\r\n",
		.add = add_quoted,
		.breaks = "\t\n",
		.defuses = !page->raw };
	write_separated(&out, source);
}

void
format_tsv(const struct page *page, struct source *source)
{
	struct separated out = { .page = page,
		.separator = '\t',
		.line_end = "\n",
		.add = add_escaped,
		.breaks = "\t\n\r" };
	write_separated(&out, source);
}
