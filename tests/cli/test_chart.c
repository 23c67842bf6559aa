#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "cli/chart.h"

#define MOST 1000000000000000 /* the largest value of a chart */

static struct chart
new_chart(void)
{
	return (struct chart){ .name = "c",
		.title = "Tasks <by> owner",
		.rows_are = "Owner",
		.sums_are = "All",
		.series = { { "late", "late" }, { "other", "later" } },
		.series_count = 2 };
}

/* What one way of drawing writes; the caller frees it, the chart is freed. */
static char *
draw(struct chart *chart, void (*way)(struct html *, const struct chart *))
{
	char *bytes = NULL;
	size_t length = 0;
	struct html html = { .out = open_memstream(&bytes, &length) };
	way(&html, chart);
	assert_int_equal(html.depth, 0);
	fclose(html.out);
	chart_free(chart);
	return bytes;
}

static size_t
count(const char *text, const char *part)
{
	size_t found = 0;
	for (; (text = strstr(text, part)); text += strlen(part))
		found++;
	return found;
}

static void
assert_has(const char *drawing, const char *part)
{
	if (!strstr(drawing, part))
		fail_msg("%s is not in %s", part, drawing);
}

static void
a_share_is_between_nothing_and_all(void **state)
{
	static const struct {
		long long value, most;
		long share;
	} rows[] = { { 0, 0, 0 }, { 0, 5, 0 }, { 5, 0, 0 }, { 1, 3, 3333 }, { 1, 2, 5000 },
		{ 3, 3, 10000 }, { 4, 3, 10000 }, { -1, 3, 0 }, { 1, MOST, 0 },
		{ MOST / 2, MOST, 5000 }, { LLONG_MAX / 4, LLONG_MAX, 2500 },
		{ LLONG_MAX - 1, LLONG_MAX, 10000 } };
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(chart_share(rows[i].value, rows[i].most), rows[i].share);
}

static void
grid_lines_are_few_and_round(void **state)
{
	static const struct {
		long long most, step;
	} rows[] = { { 0, 1 }, { 1, 1 }, { 4, 1 }, { 5, 2 }, { 8, 2 }, { 9, 5 }, { 20, 5 },
		{ 21, 10 }, { 39, 10 }, { 41, 20 }, { 1000, 500 }, { MOST, MOST / 2 } };
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(chart_step(rows[i].most), rows[i].step);
}

static void
parts_of_a_bar_follow_one_another_without_gaps(void **state)
{
	(void)state;
	struct chart chart = new_chart();
	chart_add(&chart, docket_str("Ida"), (long long[]){ 1, 2 });
	chart_add(&chart, docket_str("Max"), (long long[]){ 0, 1 });
	char *drawing = draw(&chart, chart_bars);
	assert_has(drawing, "<rect class=\"late\" x=\"0.00%\" y=\"20\" width=\"33.33%\" "
			    "height=\"13\"><title>Ida: 1 late</title></rect>");
	assert_has(drawing, "<rect class=\"later\" x=\"33.33%\" y=\"20\" width=\"66.67%\"");
	assert_has(drawing, "<rect class=\"later\" x=\"0.00%\" y=\"64\" width=\"33.33%\"");
	assert_int_equal(count(drawing, "<rect"), 3);
	free(drawing);
}

static void
a_drawing_says_in_words_what_it_shows(void **state)
{
	(void)state;
	struct chart chart = new_chart();
	for (int i = 0; i < 8; i++)
		chart_add(&chart, docket_str(i ? "B & C" : "A"), (long long[]){ i, 1 });
	char *drawing = draw(&chart, chart_bars);
	assert_has(drawing, "role=\"img\" aria-labelledby=\"c-title c-description\"");
	assert_has(drawing, "<title id=\"c-title\">Tasks &lt;by&gt; owner</title>");
	assert_has(drawing, "<desc id=\"c-description\">A: 0 late, 1 other; B &amp; C: 1 late, 1 "
			    "other; ");
	assert_has(drawing, "; and 2 more, in the table below.</desc>");
	free(drawing);
}

static void
a_chart_without_rows_or_with_zeros_alone_has_no_bars(void **state)
{
	(void)state;
	for (int rows = 0; rows < 2; rows++) {
		struct chart chart = new_chart(), same = new_chart();
		if (rows) {
			chart_add(&chart, docket_str("2025-11-03"), (long long[]){ 0, 0 });
			chart_add(&same, docket_str("2025-11-03"), (long long[]){ 0, 0 });
		}
		char *bars = draw(&chart, chart_bars), *columns = draw(&same, chart_columns);
		assert_int_equal(count(bars, "<rect"), 0);
		assert_int_equal(count(columns, "<rect"), 0);
		assert_int_equal(count(columns, "<line"), 2);
		if (!rows)
			assert_has(bars, "There is nothing to show.");
		free(bars);
		free(columns);
	}
}

static void
bars_beyond_the_twelfth_are_in_the_table_only(void **state)
{
	(void)state;
	struct chart drawn = new_chart(), told = new_chart();
	for (int i = 0; i < 30; i++) {
		chart_add(&drawn, docket_str("x"), (long long[]){ 1, 1 });
		chart_add(&told, docket_str("x"), (long long[]){ 1, 1 });
	}
	char *drawing = draw(&drawn, chart_bars), *table = draw(&told, chart_table);
	assert_int_equal(count(drawing, "<rect"), 24);
	assert_has(drawing, "height=\"528\"");
	assert_int_equal(count(table, "<tr>"), 31);
	free(drawing);
	free(table);
}

static void
columns_stand_on_the_base_as_high_as_their_values(void **state)
{
	(void)state;
	struct chart chart = new_chart();
	chart.sums_are = NULL;
	chart_add(&chart, docket_str("2025-11-03"), (long long[]){ 40, 10 });
	chart_add(&chart, docket_str("2025-11-10"), (long long[]){ 0, 1 });
	char *drawing = draw(&chart, chart_columns);
	assert_has(drawing, "<rect class=\"late\" x=\"5.00%\" y=\"14\" width=\"20.00%\" "
			    "height=\"176\"><title>2025-11-03: 40 late</title>");
	assert_has(drawing, "x=\"25.00%\" y=\"146\" width=\"20.00%\" height=\"44\"");
	assert_has(drawing, "x=\"75.00%\" y=\"186\" width=\"20.00%\" height=\"4\"");
	assert_has(drawing, "<text class=\"day\" x=\"75.00%\" y=\"208\">10 Nov</text>");
	assert_int_equal(count(drawing, "<line"), 5);
	free(drawing);
}

static void
huge_values_stay_inside_the_drawing(void **state)
{
	(void)state;
	struct chart bars = new_chart(), columns = new_chart();
	chart_add(&bars, docket_str("big"), (long long[]){ MOST, MOST });
	chart_add(&columns, docket_str("2025-11-10"), (long long[]){ MOST, 1 });
	char *drawing = draw(&bars, chart_bars);
	assert_has(drawing, "x=\"50.00%\" y=\"20\" width=\"50.00%\"");
	assert_has(drawing, ">2000000000000000</text>");
	free(drawing);
	drawing = draw(&columns, chart_columns);
	assert_has(drawing, "y=\"14\" width=\"40.00%\" height=\"176\"");
	assert_has(drawing, "height=\"2\"");
	free(drawing);
}

static void
long_labels_are_cut_in_drawings_and_whole_in_tables(void **state)
{
	(void)state;
	static const char name[] = "The association of all who have very long names indeed";
	struct chart drawn = new_chart(), told = new_chart();
	chart_add(&drawn, docket_str(name), (long long[]){ 1, 1 });
	chart_add(&told, docket_str(name), (long long[]){ 1, 1 });
	char *drawing = draw(&drawn, chart_bars), *table = draw(&told, chart_table);
	assert_has(drawing, ">The association of all who hav\u2026</text>");
	assert_has(table, "<th scope=\"row\"><bdi>The association of all who have very long names "
			  "indeed</bdi></th><td class=\"number\">1</td><td class=\"number\">1</td>"
			  "<td class=\"number\">2</td>");
	free(drawing);
	free(table);
}

static void
what_is_not_to_be_overlooked_is_drawn_last(void **state)
{
	(void)state;
	for (int draws_last = 0; draws_last < 2; draws_last++) {
		struct chart chart = new_chart();
		chart.draws_last = draws_last;
		for (size_t i = 0; i < CHART_BARS + 3; i++)
			chart_add(&chart, docket_str("Somebody"), (long long[]){ 3, 4 });
		chart_add(&chart, docket_str("Nobody"), (long long[]){ 13, 0 });
		char *drawing = draw(&chart, chart_bars);
		assert_int_equal(count(drawing, ">Nobody<"), draws_last);
		assert_int_equal(count(drawing, ">Somebody<"), CHART_BARS - draws_last);
		free(drawing);
	}
}

static void
sums_are_told_only_where_they_mean_something(void **state)
{
	(void)state;
	struct chart chart = new_chart();
	chart.sums_are = NULL;
	chart_add(&chart, docket_str("2025-11-10"), (long long[]){ 3, 4 });
	char *table = draw(&chart, chart_table);
	assert_int_equal(count(table, "<td"), 2);
	assert_null(strstr(table, ">7<"));
	free(table);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_share_is_between_nothing_and_all),
		cmocka_unit_test(grid_lines_are_few_and_round),
		cmocka_unit_test(parts_of_a_bar_follow_one_another_without_gaps),
		cmocka_unit_test(a_drawing_says_in_words_what_it_shows),
		cmocka_unit_test(a_chart_without_rows_or_with_zeros_alone_has_no_bars),
		cmocka_unit_test(bars_beyond_the_twelfth_are_in_the_table_only),
		cmocka_unit_test(columns_stand_on_the_base_as_high_as_their_values),
		cmocka_unit_test(huge_values_stay_inside_the_drawing),
		cmocka_unit_test(long_labels_are_cut_in_drawings_and_whole_in_tables),
		cmocka_unit_test(what_is_not_to_be_overlooked_is_drawn_last),
		cmocka_unit_test(sums_are_told_only_where_they_mean_something),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
