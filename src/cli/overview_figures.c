/* The charts of the page: a question each, drawn as a row of the table says. */
#include "overview.h"

#include <string.h>

/* clang-format off */
static const struct figure {
	const char *name;    /* of the question */
	const char *title;   /* the heading */
	const char *shows;   /* what the chart is, in full */
	const char *nothing; /* the label of what has none */
	const char *empty;   /* what to say when there are no rows */
	const char *label;   /* column of the labels */
	const char *rows_are, *sums_are;
	struct { const char *column, *name, *class; } series[CHART_SERIES];
} figures[] = {
	{ "overdue_owners", "Overdue by owner", "Overdue tasks by owner", "Nobody",
		"Nobody is late with anything.", "owner", "Owner", "Overdue", {
		{ "high", "high priority", "late" }, { "other", "other", "late-soft" } } },
	{ "overdue_accounts", "Overdue by account", "Overdue tasks by account", "No account",
		"No account waits for anything.", "account", "Account", "Overdue", {
		{ "high", "high priority", "late" }, { "other", "other", "late-soft" } } },
	{ "load", "Load by owner", "Open tasks by owner and due day", "Nobody",
		"Nothing is open.", "owner", "Owner", "Open", {
		{ "overdue", "overdue", "late" }, { "due_soon", "due within 7 days", "soon" },
		{ "later", "due later", "later" }, { "undated", "no due day", "none" } } },
	{ "age", "Age of open tasks", "Open tasks by age", "",
		"Nothing is open.", "age", "Open since", "Open", {
		{ "overdue", "overdue", "late" }, { "other", "not overdue", "later" } } },
	{ "decisions_accounts", "Decisions by account", "Decisions by account", "No account",
		"No decisions were found.", "account", "Account", "All", {
		{ "recent", "last 30 days", "soon" }, { "earlier", "earlier", "later" } } },
};
/* clang-format on */

_Static_assert(sizeof(figures) / sizeof(*figures) <= OVERVIEW_LISTS, "each has its list");

static const struct figure *
find_figure(const char *name)
{
	const struct figure *figure = figures;
	while (strcmp(figure->name, name) != 0)
		figure++;
	return figure;
}

static struct chart
chart_of(const struct figure *figure)
{
	struct chart chart = { .name = figure->name,
		.title = figure->shows,
		.rows_are = figure->rows_are,
		.sums_are = figure->sums_are };
	for (size_t i = 0; i < CHART_SERIES && figure->series[i].name; i++)
		chart.series[chart.series_count++] =
			(struct chart_series){ figure->series[i].name, figure->series[i].class };
	return chart;
}

/* The number of all that the rows count. */
static long long
read_rows(struct chart *chart, const struct figure *figure, const struct docket_value *list)
{
	long long all = 0;
	for (size_t k = 0; k < list->count; k++) {
		const struct docket_value *row = &list->items[k];
		long long values[CHART_SERIES];
		struct docket_str label = overview_text(row, figure->label);
		for (size_t i = 0; i < chart->series_count; i++) {
			values[i] = overview_number(row, figure->series[i].column);
			all += values[i];
		}
		/* What nobody has comes last, and is not to be overlooked. */
		chart->draws_last = !label.length;
		chart_add(chart, label.length ? label : docket_str(figure->nothing), values);
	}
	return all;
}

static void
draw(struct html *html, const struct chart *chart)
{
	chart_legend(html, chart);
	chart_bars(html, chart);
	if (chart->row_count > CHART_BARS) {
		html_open(html, "p", "note");
		html_format(html, "and %zu more, see the figures", chart->row_count - CHART_BARS);
		html_close(html);
	}
	chart_table(html, chart);
}

bool
overview_write_figure(struct overview *overview, const char *name, struct docket_error *err)
{
	const struct figure *figure = find_figure(name);
	struct html *html = &overview->html;
	struct chart chart = chart_of(figure);
	const struct docket_value *list = overview_list(overview, name, err);
	if (!list)
		return !err->code;
	long long all = read_rows(&chart, figure, list);
	overview_open(html, name, "card half", figure->title);
	if (all)
		draw(html, &chart);
	else
		html_element(html, "p", "empty", figure->empty);
	html_close(html);
	chart_free(&chart);
	return true;
}
