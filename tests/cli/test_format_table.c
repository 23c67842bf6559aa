#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "cli/text.h"
#include "reader.h"

static const struct docket_report tasks = { .name = "tasks",
	.subject = "task",
	.table = "overdue_days priority due text accounts id",
	.group = "owners" };

static const struct docket_report overdue = {
	.name = "overdue", .subject = "task", .table = "overdue_days text id", .group = "owners"
};

static const struct docket_date today = { 2025, 11, 9 };

/* Names in several scripts, an emoji sequence, a flag, combining marks, right-to-left text. */
static const char rows[] =
	"[{\"id\":\"k3f9\",\"text\":\"Send the revised proposal to the board, with the figures of "
	"the third quarter and a page on what it would cost to wait\",\"state\":\"open\","
	"\"priority\":\"high\",\"owners\":[\"Ida Moss\"],\"due\":\"2025-10-28\","
	"\"overdue_days\":12,\"accounts\":[\"Larkspur Mills\"]},"
	"{\"id\":\"7wq2\",\"text\":\"契約書の最終版を法務部に送り、返事を確認する\","
	"\"state\":\"open\",\"priority\":\"none\",\"owners\":[\"Per Aas\",\"Ida Moss\"],"
	"\"due\":\"2025-11-08\",\"overdue_days\":1,\"accounts\":[\"東雲製作所\",\"Larkspur "
	"Mills\"]},"
	"{\"id\":\"9m0d\",\"text\":\"Celebrate 🎉\",\"state\":\"open\",\"priority\":\"highest\","
	"\"owners\":[],\"due\":\"2025-11-09\",\"overdue_days\":null,\"accounts\":[]},"
	"{\"id\":\"e5c1\",\"text\":\"👩‍👩‍👧 day 🇳🇴 with Zoe\u0308 ✔️ and "
	"שלום\","
	"\"state\":\"in_progress\",\"priority\":\"low\",\"owners\":[\"Per Aas\"],"
	"\"due\":\"2025-11-12\",\"overdue_days\":null,\"accounts\":[\"Café 北\"]},"
	"{\"id\":\"hh4a\",\"text\":\"Book the room\",\"state\":\"done\",\"priority\":\"none\","
	"\"owners\":[\"Per Aas\"],\"due\":null,\"overdue_days\":null,\"accounts\":[]}]";

static struct page
page_of(size_t width)
{
	return (struct page){ .format = "table", .report = &tasks, .today = today, .width = width };
}

static str
read_whole(struct arena *arena, const char *path)
{
	struct buffer text = { .arena = arena };
	FILE *file = fopen(path, "r");
	buffer_add(&text, STR(""));
	for (int c; file && (c = getc(file)) != EOF;)
		buffer_add_char(&text, (char)c);
	if (file)
		fclose(file);
	return text.text;
}

/* Compares with a file beside this one; UPDATE=1 in the environment writes the file. */
static void
assert_golden(const char *path, struct page page, const char *json)
{
	struct arena arena = { 0 };
	str text = print_json(&arena, page, json);
	if (getenv("UPDATE")) {
		FILE *file = fopen(path, "w");
		assert_non_null(file);
		fwrite(text.bytes, 1, text.length, file);
		fclose(file);
	}
	assert_string_equal(text.bytes, read_whole(&arena, path).bytes);
	arena_free(&arena);
}

static void
a_table_looks_as_agreed_at_every_width(void **state)
{
	(void)state;
	assert_golden("tests/cli/table-20.txt", page_of(20), rows);
	assert_golden("tests/cli/table-40.txt", page_of(40), rows);
	assert_golden("tests/cli/table-80.txt", page_of(80), rows);
	assert_golden("tests/cli/table-120.txt", page_of(120), rows);
	assert_golden("tests/cli/table-0.txt", page_of(0), rows);
}

static void
colours_mark_what_is_late_high_and_done(void **state)
{
	struct page page = page_of(80);
	(void)state;
	page.color = true;
	assert_golden("tests/cli/table-color.txt", page, rows);
}

static void
two_keys_make_groups_in_groups(void **state)
{
	struct page page = page_of(100);
	(void)state;
	page.group_by = "account,owner";
	assert_golden("tests/cli/table-two-keys.txt", page, rows);
}

static void
no_line_is_wider_than_the_screen(void **state)
{
	(void)state;
	for (size_t width = 12; width < 200; width++) {
		struct arena arena = { 0 };
		str text = print_json(&arena, page_of(width), rows), line;
		while (str_next_line(&text, &line))
			assert_true(docket_text_width(line) <= width ||
				    str_starts(line, STR("5 tasks")));
		arena_free(&arena);
	}
}

static void
nothing_is_cut_without_a_screen(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str text = print_json(&arena, page_of(0), rows);
	assert_true(str_find(text, STR("what it would cost to wait")) != STR_NONE);
	assert_true(str_find(text, STR("…")) == STR_NONE);
	arena_free(&arena);
}

static void
a_group_is_told_once_for_each_row(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct page page = page_of(0);
	str text = print_json(&arena, page,
		"[{\"id\":\"a\",\"text\":\"x\",\"owners\":[\"Ida Moss\",\"Ida Moss\"],"
		"\"overdue_days\":null}]");
	assert_true(str_find(text, STR("Ida Moss  1 task\n")) != STR_NONE);
	arena_free(&arena);
}

static void
groups_without_a_name_come_last(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str text = print_json(&arena, page_of(0),
		"[{\"id\":\"a\",\"text\":\"x\",\"owners\":[]},"
		"{\"id\":\"b\",\"text\":\"y\",\"owners\":[\"Ida Moss\"]}]");
	assert_true(str_find(text, STR("Ida Moss")) < str_find(text, STR("Nobody")));
	arena_free(&arena);
}

static void
an_empty_report_says_so(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct page page = page_of(80);
	assert_string_equal(print_json(&arena, page, "[]").bytes, "No tasks.\n");
	page.report = &overdue;
	assert_string_equal(print_json(&arena, page, "[]").bytes, "Nothing overdue.\n");
	arena_free(&arena);
}

static void
an_unknown_key_is_refused(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct page page = page_of(80);
	page.group_by = "colour";
	const char *said = print_json(&arena, page, "[{\"text\": \"a\", \"due\": null}]").bytes;
	assert_string_equal(said, "'colour' is no column to group by; there are: text, due");
	arena_free(&arena);
}

static void
counts_have_their_singular(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct page page = page_of(0);
	page.report = &overdue;
	str text = print_json(&arena, page,
		"[{\"id\":\"a\",\"text\":\"x\",\"owners\":[\"Ida Moss\"],\"due\":\"2025-11-08\","
		"\"overdue_days\":1}]");
	assert_true(str_find(text, STR("Ida Moss  1 overdue task\n")) != STR_NONE);
	assert_true(str_ends(text, STR("\n1 overdue task\n")));
	arena_free(&arena);
}

static void
rows_of_a_statement_are_a_plain_table(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct page page = { .format = "table", .width = 80 };
	str text = print_json(&arena, page,
		"[{\"name\":\"Ida "
		"Moss\",\"n\":12,\"x\":null},{\"name\":\"北\",\"n\":3,\"x\":null}]");
	assert_string_equal(text.bytes, "name       n  x\n"
					"Ida Moss  12\n"
					"北         3\n"
					"\n"
					"2 rows\n");
	arena_free(&arena);
}

static void
no_character_reaches_the_terminal_that_could_harm_it(void **state)
{
	(void)state;
	for (uint32_t code = 0; code < 0x2070; code++) {
		struct arena arena = { 0 };
		char bytes[4];
		str text = { bytes, utf8_encode(code, bytes) };
		struct page page = { .format = "table", .width = 30, .terminal = false };
		str out = print_rows(&arena, page, rows_of_text(&arena, text));
		for (uint32_t seen; utf8_next(&out, &seen);)
			assert_true((!text_is_control(seen) || seen == '\n') &&
				    !(seen >= 0x202A && seen <= 0x202E) &&
				    !(seen >= 0x2066 && seen <= 0x2069));
		assert_true(utf8_valid(out));
		arena_free(&arena);
	}
}

static void
raw_bytes_are_shown_as_escapes(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct page page = { .format = "table" };
	str out = print_rows(&arena, page, rows_of_text(&arena, STR("a\x1b[2J\x9b\nb")));
	assert_true(str_find(out, STR("a\\x1b[2J\\x9b b\n")) != STR_NONE);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_looks_as_agreed_at_every_width),
		cmocka_unit_test(colours_mark_what_is_late_high_and_done),
		cmocka_unit_test(two_keys_make_groups_in_groups),
		cmocka_unit_test(no_line_is_wider_than_the_screen),
		cmocka_unit_test(nothing_is_cut_without_a_screen),
		cmocka_unit_test(a_group_is_told_once_for_each_row),
		cmocka_unit_test(groups_without_a_name_come_last),
		cmocka_unit_test(an_empty_report_says_so),
		cmocka_unit_test(an_unknown_key_is_refused),
		cmocka_unit_test(counts_have_their_singular),
		cmocka_unit_test(rows_of_a_statement_are_a_plain_table),
		cmocka_unit_test(no_character_reaches_the_terminal_that_could_harm_it),
		cmocka_unit_test(raw_bytes_are_shown_as_escapes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
