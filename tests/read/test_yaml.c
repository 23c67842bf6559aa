#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/yaml.h"

#include <stdlib.h>
#include <string.h>

struct fixture {
	struct arena arena;
	struct yaml root;
	struct yaml_problem problem;
};

static int
set_up(void **state)
{
	*state = memory_alloc(sizeof(struct fixture));
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	arena_free(&fixture->arena);
	free(fixture);
	return 0;
}

static bool
read_text(struct fixture *fixture, str text)
{
	return yaml_read(&fixture->arena, text, 1, &fixture->root, &fixture->problem);
}

static const struct yaml *
read_root(void **state, const char *text)
{
	struct fixture *fixture = *state;
	assert_true(read_text(fixture, str_from(text)));
	return &fixture->root;
}

static const struct yaml *
read_item(void **state, const char *text, const char *key)
{
	const struct yaml *item = yaml_get(read_root(state, text), key);
	assert_non_null(item);
	return item;
}

static struct yaml_problem
read_problem(void **state, const char *text)
{
	struct fixture *fixture = *state;
	assert_false(read_text(fixture, str_from(text)));
	return fixture->problem;
}

/* `unit` many times over, then `end`. */
static str
repeat(void **state, const char *unit, size_t count, const char *end)
{
	struct fixture *fixture = *state;
	struct buffer text = { .arena = &fixture->arena };
	for (size_t i = 0; i < count; i++)
		buffer_add(&text, str_from(unit));
	buffer_add(&text, str_from(end));
	return text.text;
}

static void
assert_text(str actual, const char *expected)
{
	assert_int_equal(actual.length, strlen(expected));
	assert_memory_equal(actual.bytes ? actual.bytes : "", expected, actual.length);
}

static void
an_empty_text_is_nothing(void **state)
{
	assert_int_equal(read_root(state, "")->kind, YAML_NOTHING);
	assert_int_equal(read_root(state, "# only a comment\n")->kind, YAML_NOTHING);
}

static void
a_map_keeps_its_order_and_its_lines(void **state)
{
	const struct yaml *root = read_root(state, "b: 1\n\na: 2\nc:\n  - x\n");
	assert_int_equal(root->kind, YAML_MAP);
	assert_int_equal(root->count, 3);
	assert_text(root->items[0].key, "b");
	assert_int_equal(root->items[1].line, 3);
	assert_int_equal(root->items[2].line, 4);
	assert_int_equal(root->items[2].items[0].line, 5);
}

static void
values_are_never_converted(void **state)
{
	static const char *const values[] = { "007", "1_000", "yes", "14:30", "1e3", "2025-11-08" };
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		struct fixture *fixture = *state;
		str text = str_format(&fixture->arena, "key: %s", values[i]);
		assert_text(read_item(state, text.bytes, "key")->text, values[i]);
	}
}

static void
null_is_nothing_unless_quoted(void **state)
{
	const struct yaml *root = read_root(state, "a:\nb: ~\nc: null\nd: 'null'\n");
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(root->items[i].kind, YAML_NOTHING);
	assert_int_equal(root->items[3].kind, YAML_TEXT);
}

static void
only_values_without_quotes_are_plain(void **state)
{
	assert_true(read_item(state, "a: x", "a")->plain);
	assert_false(read_item(state, "a: \"x\"", "a")->plain);
	assert_false(read_item(state, "a: |\n  x\n", "a")->plain);
}

static void
what_was_written_reaches_to_the_end_of_the_line(void **state)
{
	assert_text(read_item(state, "\xC3\xA9: \xF0\x9F\x8D\x8E\na: Budget #3 \n", "a")->written,
		"Budget #3");
	assert_text(read_item(state, "a: #x\nb: 1", "a")->written, "#x");
	assert_text(read_item(state, "a: [x, y]\n", "a")->items[0].written, "x, y]");
}

static void
brackets_make_a_value_and_its_items_flow(void **state)
{
	const struct yaml *list = read_item(state, "a: [x, {y: z}]", "a");
	assert_true(list->flow);
	assert_true(list->items[0].flow);
	assert_true(list->items[1].items[0].flow);
	assert_false(read_item(state, "a:\n  - x\n", "a")->flow);
}

static void
an_alias_is_its_own_text(void **state)
{
	assert_text(read_item(state, "a: &x 1\nb: *x\n", "b")->text, "*x");
}

static void
aliases_are_not_expanded(void **state)
{
	struct fixture *fixture = *state;
	struct buffer bomb = { .arena = &fixture->arena };
	buffer_add(&bomb, STR("a0: &a0 x\n"));
	for (int i = 1; i <= 40; i++)
		buffer_format(&bomb, "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d]\n", i, i, i - 1,
			i - 1, i - 1, i - 1, i - 1);
	assert_int_equal(read_root(state, bomb.text.bytes)->count, 41);
}

static void
tags_are_ignored(void **state)
{
	assert_text(read_item(state, "a: !!python/object:os.system x", "a")->text, "x");
}

static void
pairs_whose_key_is_no_text_are_left_out(void **state)
{
	const struct yaml *root = read_root(state, "[a]: 1\n? {b: c}\n: [2]\nd: {[e]: f}\ng: 3\n");
	assert_int_equal(root->count, 2);
	assert_text(root->items[0].key, "d");
	assert_int_equal(root->items[0].count, 0);
	assert_text(root->items[1].text, "3");
}

static void
only_the_first_document_is_read(void **state)
{
	const struct yaml *root = read_root(state, "a: 1\n---\na: 2\n");
	assert_int_equal(root->count, 1);
	assert_text(root->items[0].text, "1");
	assert_int_equal(read_root(state, "a: 1\n---\n- [x\n")->count, 1);
}

static void
only_utf8_is_read(void **state)
{
	assert_text(read_item(state, "\xEF\xBB\xBFtitle: x\n", "title")->text, "x");
	assert_false(read_text(*state, STR("\xFF\xFE"
					   "a\0:\0 \0b\0")));
}

static void
a_text_may_hold_nul(void **state)
{
	assert_int_equal(read_item(state, "a: \"x\\0y\"", "a")->text.length, 3);
}

static void
the_first_of_two_equal_keys_is_found(void **state)
{
	assert_text(read_item(state, "a: 1\na: 2\n", "a")->text, "1");
}

static void
a_problem_names_its_line(void **state)
{
	static const struct {
		const char *text;
		int line;
	} cases[] = {
		{ "a: 1\nb: c: d\n", 2 },
		{ "a: 1\nb: @x\nc: 2\n", 2 },
		{ "a: 1\nb: \"open\n\n\n", 2 },
		{ "a: 1\nb: [x\n", 2 },
		{ "a: 1\nb: [#x]\n", 2 },
		{ "a: 1\nb: x\x01y\n", 2 },
		{ "a: 1\n\xFF: 2\n", 2 },
		{ "\n\x01", 2 },
		{ "a:\n- [x\n", 2 },
		{ "[a]\nb: 1\n", 2 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct yaml_problem problem = read_problem(state, cases[i].text);
		assert_int_equal(problem.line, cases[i].line);
		assert_true(problem.message.length > 0);
	}
}

static void
lines_count_from_the_number_given(void **state)
{
	struct fixture *fixture = *state;
	assert_true(yaml_read(
		&fixture->arena, STR("a: 1\nb: 2\n"), 10, &fixture->root, &fixture->problem));
	assert_int_equal(fixture->root.items[1].line, 11);
	assert_false(yaml_read(
		&fixture->arena, STR("a: 1\nb: @\n"), 10, &fixture->root, &fixture->problem));
	assert_int_equal(fixture->problem.line, 11);
}

static void
thirty_two_levels_are_read_and_no_more(void **state)
{
	struct fixture *fixture = *state;
	assert_true(read_text(fixture, repeat(state, "[", 32, repeat(state, "]", 32, "").bytes)));
	assert_false(read_text(fixture, repeat(state, "[", 33, repeat(state, "]", 33, "").bytes)));
	assert_text(fixture->problem.message, "nested deeper than 32 levels");
	assert_false(yaml_read(&fixture->arena, repeat(state, "[", 33, "]"), 10, &fixture->root,
		&fixture->problem));
	assert_int_equal(fixture->problem.line, 10);
}

static void
hostile_texts_are_refused_at_once(void **state)
{
	static const char *const units[] = { "[", "{a: ", "[a,", "- ", "? " };
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		assert_false(read_text(*state, repeat(state, units[i], 16000, "")));
}

static void
too_long_a_text_is_refused(void **state)
{
	struct fixture *fixture = *state;
	assert_false(read_text(fixture, repeat(state, "a", YAML_MOST + 1, "")));
	assert_text(fixture->problem.message, "longer than 256 KiB");
	assert_int_equal(fixture->problem.line, 1);
}

static void
too_many_values_are_refused(void **state)
{
	struct fixture *fixture = *state;
	assert_false(read_text(fixture, repeat(state, "- a\n", 45000, "")));
	assert_text(fixture->problem.message, "more than 40,000 values and keys");
}

static void
a_key_is_not_looked_for_in_a_list(void **state)
{
	assert_null(yaml_get(read_root(state, "[a, b]"), "a"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_text_is_nothing),
		TEST(a_map_keeps_its_order_and_its_lines),
		TEST(values_are_never_converted),
		TEST(null_is_nothing_unless_quoted),
		TEST(only_values_without_quotes_are_plain),
		TEST(what_was_written_reaches_to_the_end_of_the_line),
		TEST(brackets_make_a_value_and_its_items_flow),
		TEST(an_alias_is_its_own_text),
		TEST(aliases_are_not_expanded),
		TEST(tags_are_ignored),
		TEST(pairs_whose_key_is_no_text_are_left_out),
		TEST(only_the_first_document_is_read),
		TEST(only_utf8_is_read),
		TEST(a_text_may_hold_nul),
		TEST(the_first_of_two_equal_keys_is_found),
		TEST(a_problem_names_its_line),
		TEST(lines_count_from_the_number_given),
		TEST(thirty_two_levels_are_read_and_no_more),
		TEST(hostile_texts_are_refused_at_once),
		TEST(too_long_a_text_is_refused),
		TEST(too_many_values_are_refused),
		TEST(a_key_is_not_looked_for_in_a_list),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
