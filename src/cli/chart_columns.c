/* Columns in groups, one for each day; the days at the foot, the scale at the left. */
#include "chart_draw.h"

#include <stdlib.h>

enum { PLOT_TOP = 14, PLOT_HEIGHT = 176, FOOT = 24, DAYS_APART = 4, SCALE_LEFT = -6, RISE = 4 };

/* The highest value and the scale it needs. */
struct scale {
	long long step, top;
};

static struct scale
measure(const struct chart *chart)
{
	long long most = 0;
	for (size_t i = 0; i < chart->row_count; i++)
		for (size_t j = 0; j < chart->series_count; j++)
			if (chart->rows[i].values[j] > most)
				most = chart->rows[i].values[j];
	struct scale scale = { .step = chart_step(most) };
	scale.top = (most > 0 ? (most - 1) / scale.step + 1 : 1) * scale.step;
	return scale;
}

static long
height_of(long long value, const struct scale *scale)
{
	long height = chart_share(value, scale->top) * PLOT_HEIGHT / CHART_WHOLE;
	return value > 0 && height < 2 ? 2 : height;
}

static void
write_scale(struct html *html, const struct scale *scale)
{
	for (long long value = 0; value <= scale->top; value += scale->step) {
		long y = PLOT_TOP + PLOT_HEIGHT - height_of(value, scale);
		html_open(html, "line", value ? "grid" : "base");
		chart_write_share(html, "x1", 0);
		chart_write_share(html, "x2", CHART_WHOLE);
		chart_write_pixels(html, "y1", y);
		chart_write_pixels(html, "y2", y);
		html_close(html);
		html_open(html, "text", "scale");
		chart_write_pixels(html, "x", SCALE_LEFT);
		chart_write_pixels(html, "y", y + RISE);
		html_format(html, "%lld", value);
		html_close(html);
	}
}

/* "2025-11-10" as "10 Nov". */
static void
write_day(struct html *html, struct docket_str day)
{
	static const char months[12][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
		"Sep", "Oct", "Nov", "Dec" };
	struct docket_date date;
	if (docket_date_parse(day, (struct docket_date){ 0 }, &date, NULL))
		html_format(html, "%d %s", date.day, months[date.month - 1]);
	else
		html_text(html, day);
}

/* A group takes an equal share of the width, a fifth of it left free. */
static void
write_group(struct html *html, const struct chart *chart, size_t index, const struct scale *scale)
{
	long width = CHART_WHOLE / (long)chart->row_count;
	long left = (long)index * CHART_WHOLE / (long)chart->row_count + width / 10;
	long column = width * 8 / 10 / (long)chart->series_count;
	for (size_t i = 0; i < chart->series_count; i++) {
		long height = height_of(chart->rows[index].values[i], scale);
		if (!height)
			continue;
		html_open(html, "rect", chart->series[i].class);
		chart_write_share(html, "x", left + (long)i * column);
		chart_write_pixels(html, "y", PLOT_TOP + PLOT_HEIGHT - height);
		chart_write_share(html, "width", column);
		chart_write_pixels(html, "height", height);
		chart_write_hint(html, chart, &chart->rows[index], i);
		html_close(html);
	}
}

/* Every fourth day back from the last, below the middle of its group. */
static void
write_days(struct html *html, const struct chart *chart)
{
	size_t last = chart->row_count - 1;
	for (size_t i = last % DAYS_APART; i <= last; i += DAYS_APART) {
		long middle = (long)(2 * i + 1) * CHART_WHOLE / (long)(2 * chart->row_count);
		chart_open_text(html, "day", middle, PLOT_TOP + PLOT_HEIGHT + FOOT - 6);
		write_day(html, chart_label(chart, &chart->rows[i]));
		html_close(html);
	}
}

void
chart_columns(struct html *html, const struct chart *chart)
{
	struct scale scale = measure(chart);
	chart_open(html, chart, PLOT_TOP + PLOT_HEIGHT + FOOT);
	write_scale(html, &scale);
	for (size_t i = 0; i < chart->row_count; i++)
		write_group(html, chart, i, &scale);
	if (chart->row_count)
		write_days(html, chart);
	html_close(html);
}
