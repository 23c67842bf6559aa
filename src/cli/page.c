#include "page.h"

#include "fault.h"
#include "listing.h"
#include "text.h"

#include <errno.h>
#include <string.h>

/* clang-format off */
static const struct format table[] = {
	{ "table", "for reading", format_table, NULL, listing_add_columns },
	{ "json", "an array of objects", format_json, NULL, NULL },
	{ "jsonl", "an object on each line", format_jsonl, NULL, NULL },
	{ "csv", "comma-separated values, RFC 4180", format_csv, NULL, NULL },
	{ "tsv", "tab-separated values, \\t \\n \\r \\\\ as escapes", format_tsv, NULL, NULL },
	{ "md", "Markdown, a table for each group", format_md, NULL, listing_add_columns },
	{ "ics", "iCalendar, a to-do for each task, RFC 5545", format_ics, "task",
		format_ics_columns },
	{ "html", "a page for a browser, in one file", format_html, NULL, listing_add_columns },
};
/* clang-format on */

const struct format *
formats(size_t *count)
{
	*count = sizeof(table) / sizeof(table[0]);
	return table;
}

const struct format *
format_find(const char *name)
{
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (strcmp(table[i].name, name) == 0)
			return &table[i];
	return NULL;
}

const struct docket_value *
source_next(struct source *source)
{
	if (source->error.code)
		return NULL;
	const struct docket_value *row = source->next(source->context, &source->error);
	source->count += row != NULL;
	return row;
}

const struct docket_value *
source_value(const struct docket_value *row, struct docket_str column, size_t place)
{
	for (size_t i = 0; i < row->count; i++) {
		const struct docket_value *item = &row->items[(place + i) % row->count];
		if (text_equal(item->name, column))
			return item;
	}
	return NULL;
}

void
page_add_columns(const struct page *page, struct text *columns)
{
	const struct format *format = format_find(page->format);
	if (format && format->add_columns && page->report)
		format->add_columns(page, columns);
}

static bool
fits_rows(const struct format *format, const struct docket_report *report)
{
	return !format->subject || (report && strcmp(report->subject, format->subject) == 0);
}

bool
page_write_from(
	const struct page *page, struct source *source, size_t *count, struct docket_error *err)
{
	const char *name = page->format ? page->format : "table";
	const struct format *format = format_find(name);
	if (!format)
		return fault(err, DOCKET_INVALID, "there is no format '%s'", name);
	if (!fits_rows(format, page->report))
		return fault(err, DOCKET_INVALID, "the format '%s' is for reports of %ss only",
			name, format->subject);
	if (!listing_check_keys(page, source->columns, err))
		return false;
	errno = 0;
	format->write(page, source);
	if (count)
		*count = source->count;
	if (!fault_is_absent(page->out))
		return fault(err, DOCKET_FAILED, "cannot write: %s", strerror(errno));
	if (source->error.code)
		return fault(err, source->error.code, "%s", source->error.message);
	return true;
}

static const struct docket_value *
next_row(void *context, struct docket_error *err)
{
	return docket_rows_next(context, err);
}

bool
page_write(
	const struct page *page, struct docket_rows *rows, size_t *count, struct docket_error *err)
{
	struct source source = {
		.next = next_row, .context = rows, .columns = docket_rows_columns(rows)
	};
	return page_write_from(page, &source, count, err);
}
