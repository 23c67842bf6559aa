/* Tasks opened and closed per week: is more finished than begun? */
#include "overview.h"

enum { WEEKS_LEAST = 8, MONTH = 4 };

bool
overview_read_weeks(struct overview *overview, struct docket_error *err)
{
	struct chart *chart = &overview->weeks;
	*chart = (struct chart){ .name = "weeks",
		.title = "Tasks opened and closed per week",
		.rows_are = "Week of",
		.series = { { "opened", "opened" }, { "closed", "closed" } },
		.series_count = 2 };
	struct docket_rows *rows = overview_ask(overview, "weeks", 0, err);
	if (!rows)
		return !err->code;
	const struct docket_value *row;
	size_t left = 26;
	while ((row = docket_rows_next(rows, err))) {
		long long values[] = { overview_number(row, "opened"),
			overview_number(row, "closed") };
		/* Weeks before the first note say nothing. */
		if (chart->row_count || values[0] || values[1] || left <= WEEKS_LEAST)
			chart_add(chart, overview_text(row, "week"), values);
		left--;
	}
	docket_rows_free(rows);
	return !err->code;
}

static void
write_balance(struct html *html, const struct chart *chart)
{
	long long opened = 0, closed = 0;
	size_t first = chart->row_count > MONTH ? chart->row_count - MONTH : 0;
	for (size_t i = first; i < chart->row_count; i++) {
		opened += chart->rows[i].values[0];
		closed += chart->rows[i].values[1];
	}
	html_open(html, "p", "lead");
	html_format(
		html, "In the last four weeks %lld were opened and %lld closed: ", opened, closed);
	html_open(html, "strong", NULL);
	if (opened == closed)
		html_text(html, docket_str("the pile stays as it is"));
	else
		html_format(html, "the pile %s by %lld", opened > closed ? "grew" : "shrank",
			opened > closed ? opened - closed : closed - opened);
	html_close(html);
	html_text(html, docket_str("."));
	html_close(html);
}

static bool
is_idle(const struct chart *chart)
{
	long long all = 0;
	for (size_t i = 0; i < chart->row_count; i++)
		all += chart_total(chart, &chart->rows[i]);
	return !all;
}

bool
overview_write_weeks(struct overview *overview, struct docket_error *err)
{
	(void)err;
	struct html *html = &overview->html;
	const struct chart *chart = &overview->weeks;
	overview_open(html, "weeks", "card whole", "Opened and closed per week");
	if (is_idle(chart)) {
		html_element(html, "p", "empty", "Nothing was opened or closed in 26 weeks.");
	} else {
		write_balance(html, chart);
		chart_legend(html, chart);
		html_open(html, "div", "plot");
		chart_columns(html, chart);
		html_close(html);
		html_element(html, "p", "note",
			"Opened on the day a task was created, else the day of its meeting; "
			"closed on its done day, else the day an import saw it done. The last "
			"week is this one.");
		chart_table(html, chart);
	}
	html_close(html);
	return true;
}
