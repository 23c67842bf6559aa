#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "cli/json.h"
#include "reader.h"

static str
written(struct arena *arena, const char *format, const char *rows)
{
	return print_json(arena, (struct page){ .format = format }, rows);
}

static void
assert_prints(const char *format, const char *rows, const char *expected)
{
	struct arena arena = { 0 };
	assert_string_equal(written(&arena, format, rows).bytes, expected);
	arena_free(&arena);
}

static void
json_is_indented_as_jq_does(void **state)
{
	(void)state;
	assert_prints("json", "[{\"id\":\"k3f9\",\"n\":1,\"tags\":[],\"people\":[\"A\",\"B\"]}]",
		"[\n  {\n    \"id\": \"k3f9\",\n    \"n\": 1,\n    \"tags\": [],\n"
		"    \"people\": [\n      \"A\",\n      \"B\"\n    ]\n  }\n]\n");
}

static void
jsonl_has_a_line_for_each_row(void **state)
{
	(void)state;
	assert_prints("jsonl", "[{\"a\":1,\"b\":null},{\"a\":-2,\"b\":\"x\"}]",
		"{\"a\":1,\"b\":null}\n{\"a\":-2,\"b\":\"x\"}\n");
}

static void
no_rows_are_an_empty_array(void **state)
{
	(void)state;
	assert_prints("json", "[]", "[]\n");
	assert_prints("jsonl", "[]", "");
}

static void
a_sheet_is_an_object_and_no_array(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str text =
		print_json(&arena, (struct page){ .format = "json", .sheet = true }, "[{\"a\":1}]");
	assert_string_equal(text.bytes, "{\n  \"a\": 1\n}\n");
	arena_free(&arena);
}

static void
every_character_reads_back_and_none_is_dangerous(void **state)
{
	(void)state;
	for (uint32_t code = 0; code < 0x3000; code++) {
		struct arena arena = { 0 };
		struct text json = { 0 };
		char bytes[4];
		str text = { bytes, utf8_encode(code, bytes) };
		json_add_text(&json, text);
		str out = { json.bytes, json.length };
		const struct docket_value *value = read_json(&arena, out);
		assert_true(value && str_equal(value->text, text));
		for (uint32_t seen; utf8_next(&out, &seen);)
			assert_true(!text_is_control(seen) && seen != 0x2028 && seen != 0x2029);
		text_free(&json);
		arena_free(&arena);
	}
}

static void
bytes_that_are_no_text_become_replacement_characters(void **state)
{
	static const struct {
		const char *bytes, *json;
	} cases[] = { { "a\xFFz", "\"a\uFFFDz\"" }, { "\xC3", "\"\uFFFD\"" },
		{ "\xC0\x80", "\"\uFFFD\uFFFD\"" }, { "\xED\xA0\x80", "\"\uFFFD\uFFFD\uFFFD\"" },
		{ "\xF4\x90\x80\x80", "\"\uFFFD\uFFFD\uFFFD\uFFFD\"" },
		{ "\xE2\x82", "\"\uFFFD\uFFFD\"" }, { "\xF0\x9F\x98\x80", "\"\U0001F600\"" } };
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct text json = { 0 };
		json_add_text(&json, str_from(cases[i].bytes));
		text_add_char(&json, '\0');
		assert_string_equal(json.bytes, cases[i].json);
		text_free(&json);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_is_indented_as_jq_does),
		cmocka_unit_test(jsonl_has_a_line_for_each_row),
		cmocka_unit_test(no_rows_are_an_empty_array),
		cmocka_unit_test(a_sheet_is_an_object_and_no_array),
		cmocka_unit_test(every_character_reads_back_and_none_is_dangerous),
		cmocka_unit_test(bytes_that_are_no_text_become_replacement_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
