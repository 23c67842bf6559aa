#include "base/str.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static void
a_view_ends_before_the_nul(void **state)
{
	(void)state;
	assert_int_equal(docket_str("Ada Park").length, 8);
	assert_int_equal(docket_str("").length, 0);
	assert_non_null(docket_str("").bytes);
	assert_null(docket_str(NULL).bytes);
}

static void
an_item_of_a_map_is_found_by_its_name(void **state)
{
	(void)state;
	static const struct docket_value items[] = {
		{ .type = DOCKET_NUMBER, .name = { "line", 4 }, .number = 7 },
		{ .type = DOCKET_TEXT, .name = { "lines", 5 }, .text = { "x", 1 } },
		{ .type = DOCKET_NUMBER, .name = { "line", 4 }, .number = 8 },
	};
	struct docket_value map = { .type = DOCKET_MAP, .items = items, .count = COUNT(items) };
	assert_int_equal(docket_value_get(&map, "line")->number, 7);
	assert_int_equal(docket_value_get(&map, "lines")->type, DOCKET_TEXT);
	assert_null(docket_value_get(&map, "Line"));
	assert_null(docket_value_get(&map, ""));
	map.count = 0;
	assert_null(docket_value_get(&map, "line"));
}

static void
a_day_exists_when_the_calendar_has_it(void **state)
{
	(void)state;
	static const struct docket_date days[] = { { 0, 1, 1 }, { 2024, 2, 29 }, { 2000, 2, 29 },
		{ 9999, 12, 31 } };
	static const struct docket_date others[] = { { 0 }, { 0, 0, -1 }, { 2025, 2, 29 },
		{ 1900, 2, 29 }, { 10000, 1, 1 }, { -1, 1, 1 }, { 2025, 0, 1 }, { 2025, 13, 1 },
		{ 2025, 1, 0 }, { 2025, 1, 32 }, { 2025, -5, 1 } };
	for (size_t i = 0; i < COUNT(days); i++)
		assert_true(docket_date_exists(days[i]));
	for (size_t i = 0; i < COUNT(others); i++)
		assert_false(docket_date_exists(others[i]));
}

/* Clusters that a terminal shows in so many columns. */
static const struct {
	const char *text;
	size_t width;
} clusters[] = {
	{ "a", 1 },
	{ "é", 1 },
	{ "e\u0301", 1 }, /* e and a combining accent */
	{ "a\u0300\u0301\u0302\u0303", 1 },
	{ "\u0301", 0 }, /* an accent on nothing */
	{ "\t", 0 },
	{ "\u200B", 0 }, /* zero width space */
	{ "日", 2 },
	{ "한", 2 },
	{ "\u1112\u1161\u11AB", 2 }, /* the same in jamo */
	{ "ｱ", 1 },                  /* half width */
	{ "Ａ", 2 },                 /* full width */
	{ "\u0E01\u0E33", 1 },       /* Thai ko kai, sara am */
	{ "\u0915\u094D", 1 },       /* Devanagari ka, virama */
	{ "📅", 2 },
	{ "⏳", 2 },
	{ "❤", 1 },                      /* text unless asked otherwise */
	{ "❤\uFE0F", 2 },                /* asked: VS16 */
	{ "1\uFE0F\u20E3", 2 },          /* keycap */
	{ "👍🏽", 2 },               /* skin */
	{ "👩\u200D💻", 2 },               /* woman, ZWJ, computer */
	{ "👨\u200D👩\u200D👧\u200D👦", 2 }, /* a family */
	{ "🏳\uFE0F\u200D🌈", 2 },   /* the rainbow flag */
	{ "🇩🇪", 2 },                     /* a flag of two letters */
	{ "\xFF", 1 },
	{ "\xC3", 1 },
};

static void
a_cluster_is_as_wide_as_its_widest_character(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(clusters); i++) {
		size_t width = docket_text_width(str_from(clusters[i].text));
		if (width != clusters[i].width)
			fail_msg("'%s' is %zu wide", clusters[i].text, width);
	}
}

static void
a_text_is_as_wide_as_its_clusters(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t width;
	} texts[] = {
		{ "", 0 },
		{ "Ada Park", 8 },
		{ "定例会議", 8 },
		{ "🇩🇪🇫🇷🇩", 5 },              /* two flags and half of one */
		{ "a\xFF\xC3\xE2\x80z", 6 }, /* four bytes that are no UTF-8 */
		{ "\xFF\u0301", 1 },
		{ "\r\n", 0 },
	};
	for (size_t i = 0; i < COUNT(texts); i++) {
		size_t width = docket_text_width(str_from(texts[i].text));
		if (width != texts[i].width)
			fail_msg("'%s' is %zu wide", texts[i].text, width);
	}
	assert_int_equal(docket_text_width((struct docket_str){ 0 }), 0);
	assert_int_equal(docket_text_width(STR("a\0b")), 2);
}

static void
fitting_never_cuts_a_cluster(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(clusters); i++) {
		struct arena arena = { 0 };
		size_t width = clusters[i].width;
		str cluster = str_from(clusters[i].text);
		str text = str_format(&arena, "x%sx", clusters[i].text);
		for (size_t columns = 0; columns <= width + 3; columns++) {
			size_t used;
			str start = docket_text_fit(text, columns, &used);
			size_t expected = columns == 0           ? 0
					  : columns < 1 + width  ? 1
					  : columns == 1 + width ? 1 + cluster.length
								 : text.length;
			assert_ptr_equal(start.bytes, text.bytes);
			assert_int_equal(start.length, expected);
			assert_int_equal(used, docket_text_width(start));
			assert_true(used <= columns);
		}
		arena_free(&arena);
	}
}

static void
what_has_no_width_stays_with_what_is_before_it(void **state)
{
	(void)state;
	assert_int_equal(docket_text_fit(STR("e\u0301e\u0301"), 1, NULL).length, 3);
	assert_int_equal(docket_text_fit(STR("日本"), 3, NULL).length, 3);
	assert_int_equal(docket_text_fit((struct docket_str){ 0 }, 5, NULL).length, 0);
}

static void
a_cluster_of_any_length_takes_linear_time(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct buffer text = { .arena = &arena };
	for (size_t i = 0; i < 200000; i++)
		buffer_add(&text, STR("\u0301"));
	assert_int_equal(docket_text_width(text.text), 0);
	assert_int_equal(docket_text_fit(text.text, 0, NULL).length, text.text.length);
	arena_free(&arena);
}

static void
texts_share_a_key_whatever_their_case_and_accents(void **state)
{
	(void)state;
	long long key = docket_text_key(STR("Zoë  Lind"));
	assert_true(docket_text_key(STR("zoe\u0308 LIND")) == key);
	assert_true(docket_text_key(STR("Zoe Lind")) == key);
	assert_true(docket_text_key(STR("Zoë Linde")) != key);
	assert_true(docket_text_key(STR("Zoë-Lind")) != key);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_view_ends_before_the_nul),
		cmocka_unit_test(an_item_of_a_map_is_found_by_its_name),
		cmocka_unit_test(a_day_exists_when_the_calendar_has_it),
		cmocka_unit_test(a_cluster_is_as_wide_as_its_widest_character),
		cmocka_unit_test(a_text_is_as_wide_as_its_clusters),
		cmocka_unit_test(fitting_never_cuts_a_cluster),
		cmocka_unit_test(what_has_no_width_stays_with_what_is_before_it),
		cmocka_unit_test(a_cluster_of_any_length_takes_linear_time),
		cmocka_unit_test(texts_share_a_key_whatever_their_case_and_accents),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
