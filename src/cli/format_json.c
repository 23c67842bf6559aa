#include "page.h"

#include "json.h"

/* A sheet is the thing itself, not a list of one. */
static void
write_lines(const struct page *page, struct source *source, int indent)
{
	const struct docket_value *row;
	while ((row = source_next(source)))
		json_write(page->out, row, indent);
}

void
format_jsonl(const struct page *page, struct source *source)
{
	write_lines(page, source, 0);
}

void
format_json(const struct page *page, struct source *source)
{
	if (page->sheet) {
		write_lines(page, source, 2);
		return;
	}
	struct json_list list = { .out = page->out, .indent = 2 };
	const struct docket_value *row;
	while ((row = source_next(source)))
		json_list_add(&list, row);
	json_list_end(&list);
}
