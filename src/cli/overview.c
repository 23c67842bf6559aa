#include "overview.h"

#include "document.h"
#include "fault.h"

#include <string.h>

struct docket_rows *
overview_ask(struct overview *overview, const char *section, long limit, struct docket_error *err)
{
	const struct docket_report *report = docket_report_find(section);
	for (size_t i = 0; i < overview->filter_count; i++)
		if (!docket_report_has_filter(report, overview->filters[i].name))
			return NULL;
	return docket_report_run(overview->store,
		&(struct docket_request){ .report = section,
			.filters = overview->filters,
			.filter_count = overview->filter_count,
			.today = overview->invocation->today,
			.limit = limit },
		err);
}

const struct docket_value *
overview_list(struct overview *overview, const char *section, struct docket_error *err)
{
	for (size_t i = 0; i < overview->list_count; i++)
		if (text_is(overview->lists[i].name, section))
			return &overview->lists[i];
	struct docket_rows *rows = overview_ask(overview, section, 0, err);
	if (!rows)
		return NULL;
	struct docket_value *list = &overview->lists[overview->list_count];
	*list = tree_rows(&overview->tree, section, rows, err);
	docket_rows_free(rows);
	if (err->code)
		return NULL;
	overview->list_count++;
	return list;
}

long long
overview_number(const struct docket_value *row, const char *column)
{
	const struct docket_value *value = docket_value_get(row, column);
	return value && value->type == DOCKET_NUMBER ? value->number : 0;
}

struct docket_str
overview_text(const struct docket_value *row, const char *column)
{
	const struct docket_value *value = docket_value_get(row, column);
	return value ? value->text : (struct docket_str){ 0 };
}

void
overview_write_list(struct html *html, const struct docket_value *list)
{
	for (size_t i = 0; list && i < list->count; i++) {
		html_text(html, docket_str(i ? ", " : ""));
		html_user(html, list->items[i].text);
	}
}

void
overview_open(struct html *html, const char *name, const char *class, const char *title)
{
	html_open(html, "section", class);
	html_attribute_format(html, "aria-labelledby", "%s", name);
	html_open(html, "h2", NULL);
	html_attribute_format(html, "id", "%s", name);
	html_text(html, docket_str(title));
	html_close(html);
}

/* The parts in order: a figure by its name, or something of its own. */
/* clang-format off */
static const struct part {
	const char *figure;
	bool (*write)(struct overview *, struct docket_error *);
} parts[] = {
	{ NULL, overview_write_head },
	{ "overdue_owners", NULL },
	{ "overdue_accounts", NULL },
	{ NULL, overview_write_pressing },
	{ NULL, overview_write_weeks },
	{ "load", NULL },
	{ "age", NULL },
	{ "decisions_accounts", NULL },
	{ NULL, overview_write_decisions },
	{ NULL, overview_write_slips },
};
/* clang-format on */

static bool
write_parts(struct overview *overview, struct docket_error *err)
{
	bool done = true;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts) && done; i++)
		done = parts[i].write ? parts[i].write(overview, err)
				      : overview_write_figure(overview, parts[i].figure, err);
	return done;
}

static void
write_foot(struct html *html)
{
	html_open(html, "footer", NULL);
	html_element(html, "p", NULL,
		"A task of several owners counts for each, and so does one for several accounts. "
		"Links open notes in Obsidian, or as files, where the notes are.");
	html_open(html, "p", NULL);
	html_format(html, "docket %s", docket_version());
	html_close(html);
	html_close(html);
}

bool
overview_write(struct overview *overview, struct docket_error *err)
{
	struct html *html = &overview->html;
	char title[32] = "docket report ";
	docket_date_format(overview->invocation->today, title + strlen(title));
	/* Says what is wrong with a filter before anything is written. */
	bool done = overview_read_weeks(overview, err);
	if (done) {
		document_open(html, title);
		done = write_parts(overview, err);
	}
	if (done) {
		write_foot(html);
		document_close(html);
	}
	chart_free(&overview->weeks);
	tree_free(&overview->tree);
	return done;
}
