#include "store/value.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* Writes the value so that its shape can be compared: text 'a', list [..], map {name=..}. */
static void
write_value(struct buffer *out, const struct docket_value *value)
{
	if (value->name.length)
		buffer_format(out, "%.*s=", STR_ARG(value->name));
	if (value->type == DOCKET_NULL)
		buffer_add(out, STR("null"));
	if (value->type == DOCKET_TEXT)
		buffer_format(out, "'%.*s'", STR_ARG(value->text));
	if (value->type == DOCKET_NUMBER)
		buffer_format(out, "%lld", value->number);
	if (value->type != DOCKET_LIST && value->type != DOCKET_MAP)
		return;
	buffer_add_char(out, value->type == DOCKET_LIST ? '[' : '{');
	for (size_t i = 0; i < value->count; i++) {
		if (i > 0)
			buffer_add_char(out, ' ');
		write_value(out, &value->items[i]);
	}
	buffer_add_char(out, value->type == DOCKET_LIST ? ']' : '}');
}

static const struct example {
	const char *json, *expected;
} examples[] = {
	{ "null", "null" },
	{ "0", "0" },
	{ "-12", "-12" },
	{ "1732200000", "1732200000" },
	{ "\"\"", "''" },
	{ "\"Mia\"", "'Mia'" },
	{ "[]", "[]" },
	{ "{}", "{}" },
	{ "[\"Mia\",\"Jonas\"]", "['Mia' 'Jonas']" },
	{ " [ \"Mia\" , 3 , null ] ", "['Mia' 3 null]" },
	{ "[null,null]", "[null null]" },
	{ "{\"line\":7,\"path\":\"call.md\"}", "{line=7 path='call.md'}" },
	{ "[{\"line\":7},{\"line\":8}]", "[{line=7} {line=8}]" },
	{ "{\"a\":{\"b\":[1,[2]]},\"c\":null}", "{a={b=[1 [2]]} c=null}" },
	{ "{\"a\\\"b\":1}", "{a\"b=1}" },
};

static struct docket_value
read(struct arena *arena, const char *json)
{
	return value_from_json(arena, str_from(json));
}

static void
json_becomes_the_tree_it_writes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(examples); i++) {
		struct arena arena = { 0 };
		struct buffer out = { .arena = &arena };
		struct docket_value value = read(&arena, examples[i].json);
		write_value(&out, &value);
		if (!str_equal(out.text, str_from(examples[i].expected)))
			fail_msg("%s gave %.*s", examples[i].json, STR_ARG(out.text));
		arena_free(&arena);
	}
}

static void
escapes_are_undone(void **state)
{
	(void)state;
	static const char *const texts[][2] = {
		{ "\"a\\\"b\\\\c\\/d\"", "a\"b\\c/d" },
		{ "\"\\b\\f\\n\\r\\t\"", "\b\f\n\r\t" },
		{ "\"\\u0041\\u00e9\\u20AC\"", "Aé€" },
		{ "\"\\u001b[0m\"", "\x1B[0m" },
		{ "\"\\n\"", "\n" },
		{ "\"日本 📅\"", "日本 📅" },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct docket_value value = read(&arena, texts[i][0]);
		assert_int_equal(value.type, DOCKET_TEXT);
		if (!str_equal(value.text, str_from(texts[i][1])))
			fail_msg("%s gave %.*s", texts[i][0], STR_ARG(value.text));
	}
	arena_free(&arena);
}

static void
an_empty_text_is_not_absent(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	assert_non_null(read(&arena, "\"\"").text.bytes);
	arena_free(&arena);
}

static void
what_is_no_json_is_null(void **state)
{
	(void)state;
	static const char *const texts[] = { "", " ", "?", "nil", "}", "]", ",", ":" };
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_int_equal(read(&arena, texts[i]).type, DOCKET_NULL);
	arena_free(&arena);
}

static void
a_text_that_is_cut_anywhere_is_read_to_its_end(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(examples); i++) {
		str json = str_from(examples[i].json);
		for (size_t length = 0; length < json.length; length++)
			value_from_json(&arena, str_copy(&arena, str_slice(json, 0, length)));
	}
	value_from_json(&arena, STR("\"\\"));
	value_from_json(&arena, STR("\"\\u12"));
	arena_free(&arena);
}

static void
nesting_is_cut_at_eight(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct buffer json = { .arena = &arena };
	for (int i = 0; i < 100000; i++)
		buffer_add_char(&json, '[');
	struct docket_value value = value_from_json(&arena, json.text);
	int depth = 0;
	for (const struct docket_value *at = &value; at->type == DOCKET_LIST; depth++) {
		if (!at->count)
			break;
		at = at->items;
	}
	assert_in_range(depth, 7, 9);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_becomes_the_tree_it_writes),
		cmocka_unit_test(escapes_are_undone),
		cmocka_unit_test(an_empty_text_is_not_absent),
		cmocka_unit_test(what_is_no_json_is_null),
		cmocka_unit_test(a_text_that_is_cut_anywhere_is_read_to_its_end),
		cmocka_unit_test(nesting_is_cut_at_eight),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
