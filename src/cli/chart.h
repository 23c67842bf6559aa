/*
 * Charts as SVG that any width suits: positions across are shares of the width, text and heights
 * are pixels. Each has a title and a description for those who cannot see it, and the same figures
 * as a table behind it.
 *
 *	struct chart chart = { .name = "load", .title = "Open tasks by owner", .rows_are = "Owner",
 *		.sums_are = "Open",
 *		.series = { { "Overdue", "late" }, { "Not overdue", "later" } }, .series_count = 2
 *}; chart_add(&chart, name, (long long[]){ 3, 4 }); chart_bars(&html, &chart); chart_table(&html,
 *&chart); chart_free(&chart);
 */
#ifndef CLI_CHART_H
#define CLI_CHART_H

#include "html.h"

#define CHART_SERIES 4
#define CHART_BARS 12 /* rows drawn; the table has all */

struct chart_series {
	const char *name;  /* "Overdue" */
	const char *class; /* how it is painted, see style.css */
};

struct chart_row {
	size_t label, label_length; /* in `labels` */
	long long values[CHART_SERIES];
};

struct chart {
	const char *name;     /* unlike any other on the page: its ids begin with it */
	const char *title;    /* what it shows, for its <title> */
	const char *rows_are; /* the heading of the labels: "Owner" */
	const char *sums_are; /* the heading of the sums: "Open"; NULL: sums mean nothing */
	struct chart_series series[CHART_SERIES];
	size_t series_count;
	struct chart_row *rows;
	size_t row_count, row_capacity;
	bool draws_last; /* the last row is drawn, however many there are */
	struct text labels;
};

/* Adds a row with a value, from 0 to 10^15, for each series. */
void chart_add(struct chart *chart, struct docket_str label, const long long *values);

/* The label of a row, valid until another one is added. */
struct docket_str chart_label(const struct chart *chart, const struct chart_row *row);

/* The sum of a row's values. */
long long chart_total(const struct chart *chart, const struct chart_row *row);

/* Bars from left to right, a row each; the series follow one another in a bar. */
void chart_bars(struct html *html, const struct chart *chart);

/* Columns side by side, a group for each row, whose labels are days (YYYY-MM-DD). */
void chart_columns(struct html *html, const struct chart *chart);

/* What the colours mean. */
void chart_legend(struct html *html, const struct chart *chart);

/* The figures, folded away. */
void chart_table(struct html *html, const struct chart *chart);

/* `value` as a share of `most`, in hundredths of a percent; 0 when `most` is 0. */
long chart_share(long long value, long long most);

/* The distance of grid lines for values up to `most`: 1, 2 or 5 with zeros; at most 4 lines. */
long long chart_step(long long most);

void chart_free(struct chart *chart);

#endif
