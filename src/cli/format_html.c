/*
 * HTML: a page with a table for each group, or a list for a sheet, in the same shell as the page of
 * `docket report`.
 */
#include "page.h"

#include "document.h"
#include "listing.h"
#include "sheet.h"

#include <string.h>

/* Numbers stand at the right; a text takes room and wraps, a word or a day does not. */
static const char *
kind_of(const struct column *column)
{
	return column->right                   ? "number"
	       : column->look->fit == FIT_WRAP ? "text"
	       : column->elastic               ? "words"
					       : "word";
}

/* On a narrow screen the row is no row any more: each cell then shows its title. */
static void
write_cell(struct html *html, const struct listing *listing, const struct column *column,
	const struct cell *cell)
{
	static const char *const styles[STYLE_COUNT] = { "", " late", " today", " high", " dim" };
	html_open(html, "td", NULL);
	html_attribute_format(html, "class", "%s%s", kind_of(column), styles[cell->style]);
	html_attribute(html, "data-title", listing_text(listing, &column->title));
	if (cell->length)
		html_user(html, listing_text(listing, cell));
	html_close(html);
}

static void
write_titles(struct html *html, const struct listing *listing)
{
	html_open(html, "thead", NULL);
	html_open(html, "tr", NULL);
	for (size_t i = 0; i < listing->column_count; i++) {
		if (listing_is_idle(listing, i))
			continue;
		html_open(html, "th", kind_of(&listing->columns[i]));
		html_attribute(html, "scope", docket_str("col"));
		html_text(html, listing_text(listing, &listing->columns[i].title));
		html_close(html);
	}
	html_close(html);
	html_close(html);
}

static void
write_row(struct html *html, const struct listing *listing, size_t row)
{
	html_open(html, "tr", NULL);
	for (size_t i = 0; i < listing->column_count; i++) {
		if (listing_is_idle(listing, i))
			continue;
		write_cell(html, listing, &listing->columns[i], listing_cell(listing, row, i));
	}
	html_close(html);
}

static void
write_heading(struct html *html, const struct listing *listing, const struct listing_group *group)
{
	struct text heading = { 0 };
	listing_add_heading(listing, group, &heading);
	html_open(html, "h2", NULL);
	html_user(html, text_view(&heading));
	html_format(html, " (%zu)", group->count);
	html_close(html);
	text_free(&heading);
}

static void
write_group(struct html *html, const struct listing *listing, const struct listing_group *group)
{
	html_open(html, "section", "card");
	if (listing->key_count)
		write_heading(html, listing, group);
	html_open(html, "div", "scroll");
	html_open(html, "table", "rows");
	write_titles(html, listing);
	html_open(html, "tbody", NULL);
	for (size_t i = group->first; i < group->first + group->count; i++)
		write_row(html, listing, listing->entries[i].row);
	for (int i = 0; i < 4; i++)
		html_close(html);
}

static void
write_count(struct html *html, const struct page *page, const struct listing *listing)
{
	struct text count = { 0 };
	char today[11];
	docket_date_format(page->today, today);
	column_add_count(&count, listing->subject, &listing->tally);
	if (page->total > listing->tally.rows)
		text_format(&count, " of %zu", page->total);
	html_open(html, "p", "scope");
	html_format(html, "%s \u00b7 ", today);
	html_text(html, text_view(&count));
	html_close(html);
	text_free(&count);
}

static void
write_listing(struct html *html, const struct page *page, struct source *source)
{
	struct listing listing = { 0 };
	listing_read(&listing, page, source);
	write_count(html, page, &listing);
	html_element(html, "h1", NULL, page->report ? page->report->summary : "Rows");
	for (struct listing_group group = { 0 }; listing_next_group(&listing, &group);)
		write_group(html, &listing, &group);
	listing_free(&listing);
}

static void
write_part(void *context, const struct sheet_part *part)
{
	struct html *html = context;
	html_open(html, "p", part->depth ? "part deep" : "part");
	if (part->label.length) {
		html_open(html, "b", NULL);
		html_user(html, part->label);
		html_close(html);
		html_text(html, docket_str(" "));
	}
	html_user(html, part->value);
	if (part->quote.length) {
		html_open(html, "q", NULL);
		html_user(html, part->quote);
		html_close(html);
	}
	html_close(html);
}

static void
write_sheet(struct html *html, const struct docket_value *row)
{
	const struct docket_value *text = docket_value_get(row, "text");
	html_open(html, "h1", "said");
	html_user(html, text ? text->text : docket_str("docket"));
	html_close(html);
	html_open(html, "section", "card");
	sheet_walk(row, write_part, html);
	html_close(html);
}

void
format_html(const struct page *page, struct source *source)
{
	struct html html = { .out = page->out };
	const struct docket_value *row;
	document_open(&html, page->report ? page->report->name : "docket");
	while (page->sheet && (row = source_next(source)))
		write_sheet(&html, row);
	if (!page->sheet)
		write_listing(&html, page, source);
	document_close(&html);
}
