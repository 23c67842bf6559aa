/* Bars from left to right: a label above each, what it amounts to at its right. */
#include "chart_draw.h"

enum { LABEL_MOST = 30, LABEL_LINE = 14, BAR_TOP = 20, BAR_HEIGHT = 13, ROW_HEIGHT = 44 };

/* The label as far as there is room. */
static void
write_label(struct html *html, struct docket_str label)
{
	struct docket_str shown = docket_text_fit(label, LABEL_MOST, NULL);
	html_text(html, shown);
	if (shown.length < label.length)
		html_text(html, docket_str("\u2026"));
}

/* A part ends where the sum so far does, so that rounding leaves no gaps. */
static void
write_parts(struct html *html, const struct chart *chart, const struct chart_row *row, long top,
	long long most)
{
	long long sum = 0;
	for (size_t i = 0; i < chart->series_count; i++) {
		long from = chart_share(sum, most);
		sum += row->values[i];
		long to = chart_share(sum, most);
		if (to == from)
			continue;
		html_open(html, "rect", chart->series[i].class);
		chart_write_share(html, "x", from);
		chart_write_pixels(html, "y", top);
		chart_write_share(html, "width", to - from);
		chart_write_pixels(html, "height", BAR_HEIGHT);
		chart_write_hint(html, chart, row, i);
		html_close(html);
	}
}

/* The row that is drawn in the place `index` of `count`. */
static const struct chart_row *
row_at(const struct chart *chart, size_t index, size_t count)
{
	bool last = chart->draws_last && index + 1 == count;
	return &chart->rows[last ? chart->row_count - 1 : index];
}

static void
write_row(struct html *html, const struct chart *chart, const struct chart_row *row, long top,
	long long most)
{
	chart_open_text(html, "label", 0, top + LABEL_LINE);
	write_label(html, chart_label(chart, row));
	html_close(html);
	chart_open_text(html, "value", CHART_WHOLE, top + LABEL_LINE);
	html_format(html, "%lld", chart_total(chart, row));
	html_close(html);
	write_parts(html, chart, row, top + BAR_TOP, most);
}

void
chart_bars(struct html *html, const struct chart *chart)
{
	size_t count = chart->row_count < CHART_BARS ? chart->row_count : CHART_BARS;
	long long most = 0;
	for (size_t i = 0; i < count; i++) {
		long long total = chart_total(chart, row_at(chart, i, count));
		most = total > most ? total : most;
	}
	chart_open(html, chart, (long)count * ROW_HEIGHT);
	for (size_t i = 0; i < count; i++)
		write_row(html, chart, row_at(chart, i, count), (long)i * ROW_HEIGHT, most);
	html_close(html);
}
