/* The figures behind a chart, and what its colours mean. */
#include "chart.h"

void
chart_legend(struct html *html, const struct chart *chart)
{
	html_open(html, "ul", "legend");
	for (size_t i = 0; i < chart->series_count; i++) {
		html_open(html, "li", NULL);
		html_open(html, "svg", "key");
		html_attribute(html, "width", docket_str("12"));
		html_attribute(html, "height", docket_str("12"));
		html_attribute(html, "aria-hidden", docket_str("true"));
		html_open(html, "rect", chart->series[i].class);
		html_attribute(html, "x", docket_str("1"));
		html_attribute(html, "y", docket_str("1"));
		html_attribute(html, "width", docket_str("10"));
		html_attribute(html, "height", docket_str("10"));
		html_close(html);
		html_close(html);
		html_text(html, docket_str(chart->series[i].name));
		html_close(html);
	}
	html_close(html);
}

static void
write_heading(struct html *html, const char *class, const char *text)
{
	html_open(html, "th", class);
	html_attribute(html, "scope", docket_str("col"));
	html_text(html, docket_str(text));
	html_close(html);
}

static void
write_head(struct html *html, const struct chart *chart)
{
	html_open(html, "thead", NULL);
	html_open(html, "tr", NULL);
	write_heading(html, NULL, chart->rows_are);
	for (size_t i = 0; i < chart->series_count; i++)
		write_heading(html, "number", chart->series[i].name);
	if (chart->sums_are && chart->series_count > 1)
		write_heading(html, "number", chart->sums_are);
	html_close(html);
	html_close(html);
}

static void
write_number(struct html *html, long long number)
{
	html_open(html, "td", "number");
	html_format(html, "%lld", number);
	html_close(html);
}

static void
write_row(struct html *html, const struct chart *chart, const struct chart_row *row)
{
	html_open(html, "tr", NULL);
	html_open(html, "th", NULL);
	html_attribute(html, "scope", docket_str("row"));
	html_user(html, chart_label(chart, row));
	html_close(html);
	for (size_t i = 0; i < chart->series_count; i++)
		write_number(html, row->values[i]);
	if (chart->sums_are && chart->series_count > 1)
		write_number(html, chart_total(chart, row));
	html_close(html);
}

void
chart_table(struct html *html, const struct chart *chart)
{
	html_open(html, "details", NULL);
	html_element(html, "summary", NULL, "The figures");
	html_open(html, "div", "scroll");
	html_open(html, "table", NULL);
	html_element(html, "caption", NULL, chart->title);
	write_head(html, chart);
	html_open(html, "tbody", NULL);
	for (size_t i = 0; i < chart->row_count; i++)
		write_row(html, chart, &chart->rows[i]);
	for (int i = 0; i < 4; i++)
		html_close(html);
}
