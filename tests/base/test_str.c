#include "base/str.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <limits.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static void
assert_text(str text, const char *expected)
{
	if (!str_equal(text, str_from(expected)))
		fail_msg("'%.*s' is not '%s'", STR_ARG(text), expected);
}

static void
a_slice_is_clamped_to_the_text(void **state)
{
	(void)state;
	static const struct {
		size_t from, to;
		const char *expected;
	} slices[] = {
		{ 0, 6, "ladder" },
		{ 1, 3, "ad" },
		{ 0, SIZE_MAX, "ladder" },
		{ 4, 2, "" },
		{ 9, 12, "" },
		{ SIZE_MAX, SIZE_MAX, "" },
	};
	for (size_t i = 0; i < COUNT(slices); i++)
		assert_text(
			str_slice(STR("ladder"), slices[i].from, slices[i].to), slices[i].expected);
}

static void
the_absent_text_is_an_empty_text_everywhere(void **state)
{
	(void)state;
	str none = str_from(NULL), line;
	assert_null(none.bytes);
	assert_null(str_skip(none, 3).bytes);
	assert_true(str_equal(none, STR("")));
	assert_true(str_starts(none, none));
	assert_true(str_ends(STR("a"), none));
	assert_int_equal(str_compare(none, STR("")), 0);
	assert_int_equal(str_find(none, STR("a")), STR_NONE);
	assert_int_equal(str_find_char(none, 'a'), STR_NONE);
	assert_int_equal(str_trim(none).length, 0);
	assert_int_equal(str_trim_space(none).length, 0);
	assert_false(str_next_line(&none, &line));
	assert_false(str_next_part(&none, ',', &line));
}

static void
texts_are_equal_by_bytes_or_without_the_case_of_ascii(void **state)
{
	(void)state;
	assert_true(str_equal(STR("a\0b"), STR("a\0b")));
	assert_false(str_equal(STR("a\0b"), STR("a\0c")));
	assert_false(str_equal(STR("a"), STR("ab")));
	assert_true(str_equal_nocase(STR("ACTION: ]["), STR("action: ][")));
	assert_false(str_equal_nocase(STR("É"), STR("é")));
	assert_false(str_equal_nocase(STR("@"), STR("`")));
	assert_true(str_starts_nocase(STR("Owner: Mia"), STR("owner")));
	assert_false(str_starts_nocase(STR("own"), STR("owner")));
}

static void
order_is_by_unsigned_bytes_and_then_by_length(void **state)
{
	(void)state;
	static const char *const ordered[] = { "", "B", "a", "ab", "b", "é" };
	for (size_t i = 0; i < COUNT(ordered); i++)
		for (size_t j = 0; j < COUNT(ordered); j++) {
			int order = str_compare(str_from(ordered[i]), str_from(ordered[j]));
			assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
		}
}

static void
finding_gives_the_first_or_last_place(void **state)
{
	(void)state;
	assert_int_equal(str_find(STR("to do: to do"), STR("do")), 3);
	assert_int_equal(str_find(STR("to do"), STR("")), 0);
	assert_int_equal(str_find(STR("to do"), STR("do it")), STR_NONE);
	assert_int_equal(str_find_char(STR("a/b/c"), '/'), 1);
	assert_int_equal(str_find_last_char(STR("a/b/c"), '/'), 3);
	assert_int_equal(str_find_last_char(STR("abc"), '/'), STR_NONE);
	assert_true(str_ends(STR("call.md"), STR(".md")));
	assert_false(str_ends(STR("md"), STR(".md")));
}

static void
the_first_of_several_parts_is_found(void **state)
{
	(void)state;
	static const char *const joints[] = { ", and ", ",", " and ", "、" };
	size_t length = 0;
	assert_int_equal(str_find_any(STR("Ada and Ravi, Lena"), joints, 4, &length), 3);
	assert_int_equal(length, 5);
	assert_int_equal(str_find_any(STR("Ada, and Ravi"), joints, 4, &length), 3);
	assert_int_equal(length, 6);
	assert_int_equal(str_find_any(STR("佐藤、Ada"), joints, 4, &length), 6);
	assert_int_equal(length, 3);
	assert_int_equal(str_find_any(STR("Ada an"), joints, 4, &length), STR_NONE);
	assert_int_equal(str_find_any((str){ 0 }, joints, 4, &length), STR_NONE);
}

static void
trimming_takes_blanks_or_the_white_space_of_javascript(void **state)
{
	(void)state;
	assert_text(str_trim(STR(" \t a b\t ")), "a b");
	assert_text(str_trim(STR("\n a \n")), "\n a \n");
	assert_text(str_trim(STR(" \t ")), "");
	assert_text(str_trim_space(STR("\u00A0\u3000\n a\u2003b \uFEFF\r\n")), "a\u2003b");
	assert_text(str_trim_space(STR("\u200Ba\u200B")), "\u200Ba\u200B");
	assert_text(str_trim_space(STR("\xA0"
				       "a"
				       "\xA0")),
		"\xA0"
		"a"
		"\xA0");
}

static void
lines_end_with_lf_and_the_last_one_needs_none(void **state)
{
	(void)state;
	static const char *const expected[] = { "one", "", "three\r", "four" };
	str rest = STR("one\n\nthree\r\nfour"), line;
	for (size_t i = 0; i < COUNT(expected); i++) {
		assert_true(str_next_line(&rest, &line));
		assert_text(line, expected[i]);
	}
	assert_false(str_next_line(&rest, &line));
	static const int numbers[] = { 1, 1, 1, 1, 2, 3, 3 };
	for (size_t at = 0; at < COUNT(numbers); at++)
		assert_int_equal(str_line_at(STR("one\n\nthree"), at), numbers[at]);
	rest = STR("one\n");
	assert_true(str_next_line(&rest, &line));
	assert_false(str_next_line(&rest, &line));
}

static void
a_separator_at_the_end_has_an_empty_part_behind_it(void **state)
{
	(void)state;
	static const char *const expected[] = { "", "a", "", "b", "" };
	str rest = STR(",a,,b,"), part;
	for (size_t i = 0; i < COUNT(expected); i++) {
		assert_true(str_next_part(&rest, ',', &part));
		assert_text(part, expected[i]);
	}
	assert_false(str_next_part(&rest, ',', &part));
}

static void
a_copy_has_a_nul_behind_it(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str copy = str_copy(&arena, str_slice(STR("ladder"), 0, 3));
	assert_string_equal(copy.bytes, "lad");
	assert_int_equal(copy.length, 3);
	assert_string_equal(str_copy(&arena, str_from(NULL)).bytes, "");
	arena_free(&arena);
}

static void
formatting_works_for_every_length(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	for (int length = 0; length < 600; length++) {
		str text = str_format(&arena, "%*s", length, "");
		assert_int_equal(text.length, length);
		assert_int_equal(strlen(text.bytes), length);
	}
	assert_text(str_format(&arena, "%s is %d, %s", "due", 3, "late"), "due is 3, late");
	arena_free(&arena);
}

static void
a_number_is_digits_up_to_the_most_allowed(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int most;
		bool read;
		int number;
	} numbers[] = {
		{ "0", 9, true, 0 },
		{ "007", 9, true, 7 },
		{ "99", 99, true, 99 },
		{ "100", 99, false, 0 },
		{ "2147483647", INT_MAX, true, INT_MAX },
		{ "2147483648", INT_MAX, false, 0 },
		{ "99999999999999999999999999", INT_MAX, false, 0 },
		{ "", 9, false, 0 },
		{ "-1", 9, false, 0 },
		{ "+1", 9, false, 0 },
		{ " 1", 9, false, 0 },
		{ "1a", 9, false, 0 },
		{ "٣", 9, false, 0 },
	};
	for (size_t i = 0; i < COUNT(numbers); i++) {
		int number = 0;
		bool read = str_number(str_from(numbers[i].text), numbers[i].most, &number);
		if (read != numbers[i].read || (read && number != numbers[i].number))
			fail_msg("'%s' gave %d, %d", numbers[i].text, read, number);
	}
}

static void
classes_know_ascii_only(void **state)
{
	(void)state;
	for (int c = CHAR_MIN; c <= CHAR_MAX; c++) {
		bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
		assert_int_equal(is_digit((char)c), c >= '0' && c <= '9');
		assert_int_equal(is_letter((char)c), upper || lower);
		assert_int_equal(is_blank((char)c), c == ' ' || c == '\t');
		assert_int_equal(to_lower((char)c), upper ? c - 'A' + 'a' : c);
	}
}

static void
a_buffer_is_what_was_added_and_a_nul(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct buffer buffer = { .arena = &arena };
	buffer_add(&buffer, (str){ 0 });
	assert_string_equal(buffer.text.bytes, "");
	for (int i = 0; i < 300; i++) {
		buffer_add_char(&buffer, 'a');
		buffer_add(&buffer, STR("bc"));
		buffer_format(&buffer, "%03d", i);
		assert_int_equal(strlen(buffer.text.bytes), buffer.text.length);
	}
	assert_int_equal(buffer.text.length, 300 * 6);
	assert_text(str_skip(buffer.text, 299 * 6), "abc299");
	buffer_add(&buffer, buffer.text);
	assert_text(str_slice(buffer.text, 300 * 6, 300 * 6 + 9), "abc000abc");
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_slice_is_clamped_to_the_text),
		cmocka_unit_test(the_absent_text_is_an_empty_text_everywhere),
		cmocka_unit_test(texts_are_equal_by_bytes_or_without_the_case_of_ascii),
		cmocka_unit_test(order_is_by_unsigned_bytes_and_then_by_length),
		cmocka_unit_test(finding_gives_the_first_or_last_place),
		cmocka_unit_test(the_first_of_several_parts_is_found),
		cmocka_unit_test(trimming_takes_blanks_or_the_white_space_of_javascript),
		cmocka_unit_test(lines_end_with_lf_and_the_last_one_needs_none),
		cmocka_unit_test(a_separator_at_the_end_has_an_empty_part_behind_it),
		cmocka_unit_test(a_copy_has_a_nul_behind_it),
		cmocka_unit_test(formatting_works_for_every_length),
		cmocka_unit_test(a_number_is_digits_up_to_the_most_allowed),
		cmocka_unit_test(classes_know_ascii_only),
		cmocka_unit_test(a_buffer_is_what_was_added_and_a_nul),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
