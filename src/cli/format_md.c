/*
 * Markdown: a heading and a table for each group; a sheet is a list. Text from notes stays text:
 * what CommonMark, GitHub and Obsidian would take for markup is escaped.
 */
#include "page.h"

#include "listing.h"
#include "markdown.h"
#include "sheet.h"

struct markdown {
	const struct page *page;
	struct listing listing;
	struct text text;
};

static void
write_text(struct markdown *md)
{
	fwrite(md->text.bytes, 1, md->text.length, md->page->out);
	text_clear(&md->text);
}

static void
write_heading(struct markdown *md, const struct listing_group *group)
{
	struct text heading = { 0 };
	listing_add_heading(&md->listing, group, &heading);
	text_add(&md->text, docket_str(group->first ? "\n## " : "## "));
	markdown_add(&md->text, text_view(&heading));
	text_format(&md->text, " (%zu)\n\n", group->count);
	text_free(&heading);
}

static void
write_titles(struct markdown *md)
{
	const struct listing *listing = &md->listing;
	for (size_t i = 0; i < listing->column_count; i++) {
		if (listing_is_idle(listing, i))
			continue;
		text_add(&md->text, docket_str("| "));
		markdown_add(&md->text, listing_text(listing, &listing->columns[i].title));
		text_add_char(&md->text, ' ');
	}
	text_add(&md->text, docket_str("|\n"));
	for (size_t i = 0; i < listing->column_count; i++)
		if (!listing_is_idle(listing, i))
			text_add(&md->text,
				docket_str(listing->columns[i].right ? "| ---: " : "| --- "));
	text_add(&md->text, docket_str("|\n"));
}

static void
write_row(struct markdown *md, size_t row)
{
	const struct listing *listing = &md->listing;
	for (size_t i = 0; i < listing->column_count; i++) {
		if (listing_is_idle(listing, i))
			continue;
		text_add(&md->text, docket_str("| "));
		markdown_add(&md->text, listing_text(listing, listing_cell(listing, row, i)));
		text_add_char(&md->text, ' ');
	}
	text_add(&md->text, docket_str("|\n"));
	write_text(md);
}

static void
write_tables(struct markdown *md)
{
	for (struct listing_group group = { 0 }; listing_next_group(&md->listing, &group);) {
		if (md->listing.key_count)
			write_heading(md, &group);
		write_titles(md);
		for (size_t i = group.first; i < group.first + group.count; i++)
			write_row(md, md->listing.entries[i].row);
	}
}

static void
write_part(void *context, const struct sheet_part *part)
{
	struct markdown *md = context;
	text_add(&md->text, docket_str(part->depth ? "  - " : "- "));
	if (part->label.length) {
		text_add(&md->text, docket_str("**"));
		markdown_add(&md->text, part->label);
		text_add(&md->text, docket_str(part->value.length ? "**: " : "**"));
	}
	markdown_add(&md->text, part->value);
	if (part->quote.length)
		text_add(&md->text, docket_str(" "));
	markdown_add(&md->text, part->quote);
	text_add_char(&md->text, '\n');
	write_text(md);
}

void
format_md(const struct page *page, struct source *source)
{
	struct markdown md = { .page = page };
	const struct docket_value *row;
	while (page->sheet && (row = source_next(source)))
		sheet_walk(row, write_part, &md);
	if (!page->sheet) {
		listing_read(&md.listing, page, source);
		write_tables(&md);
	}
	listing_free(&md.listing);
	text_free(&md.text);
}
