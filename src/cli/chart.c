#include "chart_draw.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { TOLD = 6 /* rows in a description */ };

void
chart_add(struct chart *chart, struct docket_str label, const long long *values)
{
	chart->rows = text_grow(
		chart->rows, chart->row_count + 1, &chart->row_capacity, sizeof(*chart->rows));
	struct chart_row *row = &chart->rows[chart->row_count++];
	row->label = chart->labels.length;
	row->label_length = label.length;
	text_add(&chart->labels, label);
	memcpy(row->values, values, chart->series_count * sizeof(*values));
}

void
chart_free(struct chart *chart)
{
	free(chart->rows);
	text_free(&chart->labels);
	chart->rows = NULL;
	chart->row_count = chart->row_capacity = 0;
}

struct docket_str
chart_label(const struct chart *chart, const struct chart_row *row)
{
	if (!row->label_length)
		return (struct docket_str){ 0 };
	return (struct docket_str){ chart->labels.bytes + row->label, row->label_length };
}

long long
chart_total(const struct chart *chart, const struct chart_row *row)
{
	long long total = 0;
	for (size_t i = 0; i < chart->series_count; i++)
		total += row->values[i];
	return total;
}

long
chart_share(long long value, long long most)
{
	if (most <= 0 || value <= 0)
		return 0;
	if (value >= most)
		return CHART_WHOLE;
	if (value <= LLONG_MAX / CHART_WHOLE)
		return (long)(value * CHART_WHOLE / most);
	long share = (long)(value / (most / CHART_WHOLE));
	return share < CHART_WHOLE ? share : CHART_WHOLE;
}

long long
chart_step(long long most)
{
	static const int steps[] = { 1, 2, 5 };
	for (long long scale = 1;; scale *= 10)
		for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
			if ((most - 1) / (steps[i] * scale) < 4)
				return steps[i] * scale;
}

void
chart_write_share(struct html *html, const char *name, long share)
{
	html_attribute_format(html, name, "%ld.%02ld%%", share / 100, share % 100);
}

void
chart_write_pixels(struct html *html, const char *name, long pixels)
{
	html_attribute_format(html, name, "%ld", pixels);
}

void
chart_open_text(struct html *html, const char *class, long share, long y)
{
	html_open(html, "text", class);
	chart_write_share(html, "x", share);
	chart_write_pixels(html, "y", y);
}

static void
describe_row(struct html *html, const struct chart *chart, const struct chart_row *row)
{
	html_text(html, chart_label(chart, row));
	for (size_t i = 0; i < chart->series_count; i++)
		html_format(
			html, "%s %lld %s", i ? "," : ":", row->values[i], chart->series[i].name);
}

/* The rows that matter: the first, or of days the last. */
static void
describe(struct html *html, const struct chart *chart)
{
	size_t first = !chart->sums_are && chart->row_count > TOLD ? chart->row_count - TOLD : 0;
	size_t end = chart->row_count < first + TOLD ? chart->row_count : first + TOLD;
	if (!chart->row_count)
		html_format(html, "There is nothing to show.");
	for (size_t i = first; i < end; i++) {
		html_text(html, docket_str(i > first ? "; " : ""));
		describe_row(html, chart, &chart->rows[i]);
	}
	if (end - first < chart->row_count)
		html_format(html, "; and %zu more, in the table below.",
			chart->row_count - (end - first));
}

void
chart_open(struct html *html, const struct chart *chart, long height)
{
	html_open(html, "svg", "chart");
	html_attribute(html, "role", docket_str("img"));
	html_attribute_format(
		html, "aria-labelledby", "%s-title %s-description", chart->name, chart->name);
	html_attribute(html, "width", docket_str("100%"));
	chart_write_pixels(html, "height", height);
	html_open(html, "title", NULL);
	html_attribute_format(html, "id", "%s-title", chart->name);
	html_text(html, docket_str(chart->title));
	html_close(html);
	html_open(html, "desc", NULL);
	html_attribute_format(html, "id", "%s-description", chart->name);
	describe(html, chart);
	html_close(html);
}

void
chart_write_hint(
	struct html *html, const struct chart *chart, const struct chart_row *row, size_t series)
{
	html_open(html, "title", NULL);
	html_text(html, chart_label(chart, row));
	html_format(html, ": %lld %s", row->values[series], chart->series[series].name);
	html_close(html);
}
