#include "read/fields.h"
#include "read/recurrence.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static str
read_fixture(struct arena *arena, const char *path)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	struct buffer text = { .arena = arena };
	char block[4096];
	size_t size;
	while ((size = fread(block, 1, sizeof(block), file)) > 0)
		buffer_add(&text, (str){ block, size });
	fclose(file);
	return text.text;
}

static void
check_text(str rule, str got, str expected)
{
	if (!str_equal(got, expected))
		fail_msg("%.*s\ngot:      %.*s\nexpected: %.*s", STR_ARG(rule), STR_ARG(got),
			STR_ARG(expected));
}

/* A line of the fixture: the rule, the task's due date or -, the canonical text. */
static void
check_line(struct arena *arena, str line)
{
	str rule, due, expected;
	assert_true(str_next_part(&line, '\t', &rule));
	assert_true(str_next_part(&line, '\t', &due));
	assert_true(str_next_part(&line, '\t', &expected));
	str body = str_format(arena, "Call 🔁 %.*s", STR_ARG(rule));
	if (!str_equal(due, STR("-")))
		body = str_format(arena, "%.*s 📅 %.*s", STR_ARG(body), STR_ARG(due));
	check_text(rule, fields_read(arena, body, false).recurrence, expected);
}

static void
rules_in_words_have_the_plugins_canonical_text(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str lines = read_fixture(&arena, "fixtures/tasks-format/recurrence.txt"), line;
	size_t checked = 0;
	while (str_next_line(&lines, &line)) {
		check_line(&arena, line);
		checked++;
	}
	assert_int_equal(checked, 86);
	arena_free(&arena);
}

struct example {
	const char *text, *expected;
};

static void
check_examples(const struct example *examples, size_t count)
{
	struct arena arena = { 0 };
	for (size_t i = 0; i < count; i++) {
		str text = str_from(examples[i].text);
		check_text(text, recurrence_read(&arena, text), str_from(examples[i].expected));
	}
	arena_free(&arena);
}

static void
lists_are_sorted_and_joined(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "every friday, mon and we", "every week on Monday, Wednesday, Friday" },
		{ "every month on the last, 15th and 2nd last",
			"every month on the 15th, last and 2nd last" },
		{ "every month on the 2nd tuesday and first monday",
			"every month on the 1st Monday and 2nd Tuesday" },
		{ "every month on monday the last friday",
			"every month on Monday and on the last Friday" },
		{ "every oct, jan", "every October and January" },
		{ "every year in week 10, 20, 30", "every year in weeks 10, 20 and 30" },
		{ "every mon on the 1st", "every week on Monday the 1st" },
		{ "every day at 9, 12 and 15", "every day at 9, 12 and 15" },
	};
	check_examples(examples, COUNT(examples));
}

static void
sets_of_days_have_names(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "every mon, tue, wed, thu, fri", "every weekday" },
		{ "every mon, tue, wed, thu, fri, sat, sun", "every day" },
		{ "every 2 weeks on weekdays", "every 2 weeks on weekdays" },
		{ "every month on weekdays", "every month on weekdays" },
	};
	check_examples(examples, COUNT(examples));
}

static void
ordinals_have_english_endings(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "every month on the 11th", "every month on the 11th" },
		{ "every month on the 12th", "every month on the 12th" },
		{ "every month on the 21th", "every month on the 21st" },
		{ "every month on the 22th", "every month on the 22nd" },
		{ "every month on the 23st", "every month on the 23rd" },
		{ "every month on the 30th", "every month on the 30th" },
		{ "every month on the 366th", "every month on the 366th" },
		{ "every month on the 367th", "" },
	};
	check_examples(examples, COUNT(examples));
}

static void
ends_are_kept(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "every day for 1 time", "every day for 1 time" },
		{ "every day for 2", "every day for 2 times" },
		{ "every day for", "" },
		{ "every day for ever", "" },
		{ "every day until 1 jan 26", "every day until January 1, 2026" },
		{ "every day til the 12 31 2025", "every day until December 31, 2025" },
		{ "every day until February 31, 2026", "every day until March 3, 2026" },
		{ "every day until March 2026", "every day until March 1, 2026" },
		{ "every day until January 1, 2026 or so", "" },
		{ "every day until tomorrow", "" },
		{ "every day until", "" },
	};
	check_examples(examples, COUNT(examples));
}

static void
words_without_a_rule_give_none(void **state)
{
	(void)state;
	static const char *const texts[] = { "", " ", "when done", "every", "every 3", "every and",
		"every mon,", "every mon, foo", "every 12345678901 days", "every week.",
		"every day at noon", "every year in week one" };
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(texts); i++)
		check_text(
			str_from(texts[i]), recurrence_read(&arena, str_from(texts[i])), STR(""));
	arena_free(&arena);
}

static void
rules_with_too_many_items_give_none(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct buffer text = { .arena = &arena };
	buffer_add(&text, STR("every month on the 1st"));
	for (int i = 0; i < 1000; i++)
		buffer_add(&text, STR(", 1st"));
	check_text(text.text, recurrence_read(&arena, text.text), STR(""));
	arena_free(&arena);
}

static void
a_rule_that_words_follow_ends_with_its_last_word(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t length;
	} examples[] = {
		{ "every week buy milk", 10 },
		{ "every weekend buy milk", 13 },
		{ "every week on Monday, call", 20 },
		{ "every month on the 1st and call", 22 },
		{ "every mon on the call", 9 },
		{ "every week When Done call", 20 },
		{ "every day until January 1, 2026", 31 },
		{ "every day for 3 times  ", 21 },
		{ "every week", 10 },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(examples); i++) {
		size_t length;
		recurrence_read_start(&arena, str_from(examples[i].text), &length);
		assert_int_equal(length, examples[i].length);
	}
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_in_words_have_the_plugins_canonical_text),
		cmocka_unit_test(lists_are_sorted_and_joined),
		cmocka_unit_test(sets_of_days_have_names),
		cmocka_unit_test(ordinals_have_english_endings),
		cmocka_unit_test(ends_are_kept),
		cmocka_unit_test(words_without_a_rule_give_none),
		cmocka_unit_test(rules_with_too_many_items_give_none),
		cmocka_unit_test(a_rule_that_words_follow_ends_with_its_last_word),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
