/*
 * Keys of boxes compare as the orders of the Tasks format have it (tasks-format.md F.6).
 */
#include "query/key.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const date today = { 2025, 11, 21 };

/* Each key comes before the next, and turned round behind it; none is the beginning of another. */
static void
check_rising(enum query_key_kind kind, const struct key_value (*values)[QUERY_KEY_VALUES_MOST],
	size_t count)
{
	struct arena arena = { 0 };
	for (size_t i = 1; i < count; i++) {
		struct buffer a = { .arena = &arena }, b = { .arena = &arena };
		key_write(&a, kind, values[i - 1], today);
		key_write(&b, kind, values[i], today);
		if (str_compare(a.text, b.text) >= 0)
			fail_msg("kind %d, row %zu", kind, i);
		assert_false(str_starts(b.text, a.text));
		if (key_compare_begin(kind, values[i - 1], false, b.text) > 0)
			fail_msg("kind %d, row %zu, by its begin", kind, i);
		key_reverse(&a, 0);
		key_reverse(&b, 0);
		if (str_compare(a.text, b.text) <= 0)
			fail_msg("kind %d, row %zu, turned round", kind, i);
		if (key_compare_begin(kind, values[i - 1], true, b.text) < 0)
			fail_msg("kind %d, row %zu, turned round, by its begin", kind, i);
	}
	arena_free(&arena);
}

#define WORD(literal)                                            \
	{                                                        \
		{                                                \
			.text = { literal, sizeof(literal) - 1 } \
		}                                                \
	}
#define NULL_WORD                           \
	{                                   \
		{                           \
			.text = { NULL, 0 } \
		}                           \
	}

static void
numbers_rise(void **state)
{
	(void)state;
	static const struct key_value rows[][QUERY_KEY_VALUES_MOST] = {
		{ { .number = INT32_MIN } },
		{ { .number = -256 } },
		{ { .number = -1 } },
		{ { .number = 0 } },
		{ { .number = 1 } },
		{ { .number = 255 } },
		{ { .number = 256 } },
		{ { .number = INT32_MAX } },
	};
	check_rising(QUERY_KEY_NUMBER, rows, COUNT(rows));
}

static void
days_that_do_not_exist_come_first_and_none_last(void **state)
{
	(void)state;
	static const struct key_value rows[][QUERY_KEY_VALUES_MOST] = {
		WORD("!"),
		WORD("0001-01-01"),
		WORD("1999-12-31"),
		WORD("2025-02-28"),
		WORD("2025-03-01"),
		WORD("9999-12-31"),
		WORD("~"),
	};
	check_rising(QUERY_KEY_DAY, rows, COUNT(rows));
	static const struct key_value none[][QUERY_KEY_VALUES_MOST] = { WORD("9999-12-31"),
		NULL_WORD };
	check_rising(QUERY_KEY_DAY, none, COUNT(none));
}

static void
texts_rise_as_people_have_them(void **state)
{
	(void)state;
	static const struct key_value rows[][QUERY_KEY_VALUES_MOST] = {
		WORD(""),
		WORD("?"),
		WORD("2"),
		WORD("10"),
		WORD("a"),
		WORD("A"),
		WORD("\u00E1"),
		WORD("a 2"),
		WORD("ab"),
		WORD("b"),
		WORD("\u65E5\u672C"),
		NULL_WORD,
	};
	check_rising(QUERY_KEY_TEXT, rows, COUNT(rows));
}

static void
first_letters_decide(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct buffer key = { .arena = &arena };
	const struct key_value plum[] = WORD("**Plum** tart"), apple[] = WORD("apple"),
			       quince[] = WORD("==quince==");
	key_write(&key, QUERY_KEY_WORDS, plum, today);
	assert_true(key_compare_begin(QUERY_KEY_WORDS, apple, false, key.text) < 0);
	assert_true(key_compare_begin(QUERY_KEY_WORDS, quince, false, key.text) > 0);
	key_reverse(&key, 0);
	assert_true(key_compare_begin(QUERY_KEY_WORDS, apple, true, key.text) > 0);
	assert_true(key_compare_begin(QUERY_KEY_WORDS, quince, true, key.text) < 0);
	arena_free(&arena);
}

static void
status_types_rise_as_the_plugin_has_them(void **state)
{
	(void)state;
	static const struct key_value rows[][QUERY_KEY_VALUES_MOST] = { WORD("IN_PROGRESS"),
		WORD("TODO"), WORD("ON_HOLD"), WORD("DONE"), WORD("CANCELLED"), WORD("NON_TASK") };
	check_rising(QUERY_KEY_STATUS, rows, COUNT(rows));
}

#define URGENT(due, scheduled, start, level)                                                       \
	{                                                                                          \
		{ .text = { due, 10 } }, { .text = { scheduled, 10 } }, { .text = { start, 10 } }, \
		{                                                                                  \
			.number = level                                                            \
		}                                                                                  \
	}
#define NONE "0000-00-00"

static void
the_most_urgent_comes_first(void **state)
{
	(void)state;
	static const struct key_value rows[][QUERY_KEY_VALUES_MOST] = {
		URGENT("2025-11-01", "2025-11-01", NONE, 3), /* 26 */
		URGENT("2025-11-01", NONE, NONE, 3),         /* 21 */
		URGENT("2025-11-01", NONE, NONE, 0),         /* 13.95 */
		URGENT("2025-11-21", NONE, NONE, 0),         /* 10.75 */
		URGENT("2026-11-21", NONE, NONE, 0),         /* 4.35 */
		URGENT(NONE, NONE, NONE, 0),                 /* 1.95 */
		URGENT("2026-11-21", NONE, "2025-11-22", 0), /* 1.35 */
		URGENT(NONE, NONE, NONE, -1),                /* 0 */
		URGENT(NONE, NONE, "2025-11-22", 0),         /* -1.05 */
		URGENT(NONE, NONE, NONE, -2),                /* -1.8 */
		URGENT(NONE, NONE, "2025-11-22", -2),        /* -4.8 */
	};
	check_rising(QUERY_KEY_URGENCY, rows, COUNT(rows));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_rise),
		cmocka_unit_test(days_that_do_not_exist_come_first_and_none_last),
		cmocka_unit_test(texts_rise_as_people_have_them),
		cmocka_unit_test(first_letters_decide),
		cmocka_unit_test(status_types_rise_as_the_plugin_has_them),
		cmocka_unit_test(the_most_urgent_comes_first),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
