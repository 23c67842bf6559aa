/*
 * The table for reading: a line of titles, a heading for each group, a line (or a few) for each
 * row, and a line that says how many there are.
 */
#include "page.h"

#include "layout.h"
#include "line.h"
#include "sheet.h"

#include <stdlib.h>

enum { INDENT = 2, BELOW_INDENT = 4, LINES_OF_A_CELL = 4 };

struct grid {
	const struct page *page;
	struct listing listing;
	struct line line;
	size_t indent;
	size_t *widths;
	struct docket_str *rests; /* of the cells of a row, what is still to be written */
};

/* As much of a cell as fits on one line, with "…" where the rest will not be seen. */
static struct docket_str
take_piece(struct docket_str *rest, size_t width, bool last, bool *cut)
{
	struct docket_str piece = *rest;
	*cut = text_width(*rest) > width;
	if (*cut && !last) {
		*cut = false;
		return text_take_line(rest, width);
	}
	*rest = (struct docket_str){ 0 };
	if (!*cut)
		return piece;
	piece = docket_text_fit(piece, width - 1, NULL);
	while (piece.length && piece.bytes[piece.length - 1] == ' ')
		piece.length--;
	return piece;
}

static void
put_piece(struct grid *grid, size_t i, bool last, enum style style)
{
	const struct column *column = &grid->listing.columns[i];
	size_t width = grid->widths[i];
	bool wraps = column->look->fit == FIT_WRAP && grid->page->width && width > 1;
	bool cut;
	struct docket_str piece = take_piece(&grid->rests[i], width, last || !wraps, &cut);
	struct line_field field = {
		.width = width, .used = text_width(piece), .right = column->right, .style = style
	};
	if (!cut) {
		line_put_field(&grid->line, piece, field);
		return;
	}
	line_put(&grid->line, piece, style);
	line_put(&grid->line, docket_str("…"), style);
	line_skip(&grid->line, width - field.used - 1);
}

/* One line of a row, or of the titles; true when cells go on below. */
static bool
put_line(struct grid *grid, const struct cell *const *cells, bool last)
{
	const struct listing *listing = &grid->listing;
	bool more = false;
	size_t shown = 0;
	line_skip(&grid->line, grid->indent);
	for (size_t i = 0; i < listing->column_count; i++) {
		if (!grid->widths[i])
			continue;
		if (shown++)
			line_skip(&grid->line, LAYOUT_GAP);
		put_piece(grid, i, last, cells[i]->style);
		more |= grid->rests[i].length > 0;
	}
	line_end(&grid->line);
	return more;
}

static void
put_cells(struct grid *grid, const struct cell *const *cells)
{
	const struct listing *listing = &grid->listing;
	for (size_t i = 0; i < listing->column_count; i++)
		grid->rests[i] = listing_text(listing, cells[i]);
	for (int line = 1; put_line(grid, cells, line == LINES_OF_A_CELL); line++)
		;
}

/* What there was no room for and may not be left out, on lines of its own. */
static void
put_below(struct grid *grid, const struct cell *const *cells)
{
	size_t indent = grid->indent + BELOW_INDENT, room = grid->page->width;
	for (size_t i = 0; i < grid->listing.column_count; i++) {
		struct docket_str rest = listing_text(&grid->listing, cells[i]);
		if (grid->widths[i] || grid->listing.columns[i].look->fit != FIT_BELOW)
			continue;
		while (rest.length) {
			line_skip(&grid->line, indent);
			line_put(&grid->line,
				text_take_line(&rest, room > indent ? room - indent : 1),
				cells[i]->style);
			line_end(&grid->line);
		}
	}
}

static void
put_titles(struct grid *grid, const struct cell **cells)
{
	for (size_t i = 0; i < grid->listing.column_count; i++)
		cells[i] = &grid->listing.columns[i].title;
	put_cells(grid, cells);
}

static void
put_heading(struct grid *grid, const struct listing_group *group)
{
	struct text heading = { 0 }, count = { 0 };
	listing_add_heading(&grid->listing, group, &heading);
	struct tally tally = { .rows = group->count, .late = group->late };
	column_add_count(&count, grid->listing.subject, &tally);
	struct docket_str name = text_view(&heading);
	size_t width = grid->page->width;
	bool cut = width && text_width(name) > width;
	if (cut)
		name = docket_text_fit(name, width - 1, NULL);
	line_end(&grid->line);
	line_put(&grid->line, name, STYLE_BOLD);
	if (cut)
		line_put(&grid->line, docket_str("…"), STYLE_BOLD);
	if (!width || text_width(name) + LAYOUT_GAP + count.length <= width) {
		line_skip(&grid->line, LAYOUT_GAP);
		line_put(&grid->line, text_view(&count), STYLE_PLAIN);
	}
	line_end(&grid->line);
	text_free(&heading);
	text_free(&count);
}

static void
put_groups(struct grid *grid, const struct cell **cells)
{
	const struct listing *listing = &grid->listing;
	for (struct listing_group group = { 0 }; listing_next_group(listing, &group);) {
		if (listing->key_count)
			put_heading(grid, &group);
		for (size_t entry = group.first; entry < group.first + group.count; entry++) {
			for (size_t i = 0; i < listing->column_count; i++)
				cells[i] = listing_cell(listing, listing->entries[entry].row, i);
			put_cells(grid, cells);
			put_below(grid, cells);
		}
	}
}

static void
put_total(struct grid *grid)
{
	struct text total = { 0 };
	const struct tally *tally = &grid->listing.tally, all = { .rows = grid->page->total };
	bool some = all.rows > tally->rows;
	if (some)
		text_format(&total, "The first %zu of ", tally->rows);
	column_add_count(&total, grid->listing.subject, some ? &all : tally);
	/* Who is a team is known of those alone that are shown. */
	if (some && text_is(docket_str(grid->listing.subject), "person"))
		text_add(&total, docket_str(" and teams"));
	line_end(&grid->line);
	line_put(&grid->line, text_view(&total), STYLE_PLAIN);
	line_end(&grid->line);
	text_free(&total);
}

/* What an empty report says. */
static void
put_nothing(const struct page *page)
{
	static const char *const words[][2] = { { "overdue", "Nothing overdue." },
		{ "triage", "Nothing to triage." }, { "tasks", "No tasks." },
		{ "decisions", "No decisions." }, { "people", "No people." },
		{ "accounts", "No accounts." }, { "meetings", "No meetings." },
		{ "changes", "Nothing has changed." } };
	const char *text = "Nothing found.";
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (page->report && text_is(docket_str(page->report->name), words[i][0]))
			text = words[i][1];
	fprintf(page->out, "%s\n", text);
}

static void
put_grid(struct grid *grid)
{
	size_t columns = grid->listing.column_count, room = grid->page->width;
	grid->indent = grid->listing.key_count && (!room || room > (size_t)2 * INDENT) ? INDENT : 0;
	grid->widths = text_array(columns, sizeof(grid->widths[0]));
	grid->rests = text_array(columns, sizeof(grid->rests[0]));
	const struct cell **cells = text_array(columns, sizeof(cells[0]));
	layout_fit(&grid->listing, room ? room - grid->indent : 0, grid->widths);
	put_titles(grid, cells);
	put_groups(grid, cells);
	if (!grid->page->counted)
		put_total(grid);
	free(cells);
	free(grid->rests);
	free(grid->widths);
}

void
format_table(const struct page *page, struct source *source)
{
	if (page->sheet) {
		sheet_write(page, source);
		return;
	}
	struct grid grid = { .page = page,
		.line = { .out = page->out, .color = page->color, .isolate = page->terminal } };
	listing_read(&grid.listing, page, source);
	if (grid.listing.tally.rows)
		put_grid(&grid);
	else if (!source->error.code)
		put_nothing(page);
	listing_free(&grid.listing);
}
