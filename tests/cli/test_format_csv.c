#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "cli/text.h"
#include "reader.h"

static void
assert_prints(struct page page, const char *rows, const char *expected)
{
	struct arena arena = { 0 };
	assert_string_equal(print_json(&arena, page, rows).bytes, expected);
	arena_free(&arena);
}

static const struct page csv = { .format = "csv" }, tsv = { .format = "tsv" };

/* The second line of a file of one column. */
static str
read_cell(struct arena *arena, str file)
{
	struct buffer cell = { .arena = arena };
	buffer_add(&cell, STR(""));
	assert_true(str_starts(file, STR("text\r\n")) && str_ends(file, STR("\r\n")));
	file = str_slice(file, 6, file.length - 2);
	if (!str_starts(file, STR("\"")))
		return file;
	assert_true(file.length > 1 && str_ends(file, STR("\"")));
	file = str_slice(file, 1, file.length - 1);
	for (size_t i = 0; i < file.length; i++) {
		buffer_add_char(&cell, file.bytes[i]);
		if (file.bytes[i] == '"')
			assert_true(file.bytes[++i] == '"');
	}
	return cell.text;
}

static str
unescape(struct arena *arena, str file)
{
	struct buffer cell = { .arena = arena };
	buffer_add(&cell, STR(""));
	assert_true(str_starts(file, STR("text\n")) && str_ends(file, STR("\n")));
	file = str_slice(file, 5, file.length - 1);
	for (size_t i = 0; i < file.length; i++) {
		char c = file.bytes[i];
		assert_true(!strchr("\t\n\r", c));
		if (c == '\\')
			c = "\t\n\r\\"[strchr("tnr\\", file.bytes[++i]) - "tnr\\"];
		buffer_add_char(&cell, c);
	}
	return cell.text;
}

static void
lists_are_joined_and_maps_are_read(void **state)
{
	(void)state;
	assert_prints(csv,
		"[{\"owners\":[\"Ida Moss\",\"Per Aas\"],\"due\":\"2025-11-08\",\"n\":-1,"
		"\"meeting\":{\"date\":\"2025-10-28\",\"title\":\"Review\"},"
		"\"mentions\":[{\"path\":\"/v/a.md\",\"line\":3},{\"path\":\"/v/"
		"b.md\",\"line\":4}],"
		"\"other\":{\"a\":[1]},\"none\":null}]",
		"owners,due,n,meeting,mentions,other,none\r\n"
		"Ida Moss; Per Aas,2025-11-08,-1,2025-10-28 Review,/v/a.md:3; /v/b.md:4,"
		"\"{\"\"a\"\":[1]}\",\r\n");
}

static void
cells_are_quoted_when_they_must_be(void **state)
{
	(void)state;
	assert_prints(csv, "[{\"a,b\":\"say \\\"hi\\\"\",\"c\":\"x\\ny\"}]",
		"\"a,b\",c\r\n\"say \"\"hi\"\"\",\"x\ny\"\r\n");
}

static void
formulas_are_defused(void **state)
{
	static const char *const formulas[] = { "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx",
		"  =1", "\u00A0=1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20x", "\u200B=1",
		"\u2000=1", "\u200F=1", "\u2060=1", "\u3000=1", "\uFEFF=1" };
	(void)state;
	for (size_t i = 0; i < sizeof(formulas) / sizeof(formulas[0]); i++) {
		struct arena arena = { 0 };
		str cell = read_cell(&arena,
			print_rows(&arena, csv, rows_of_text(&arena, str_from(formulas[i]))));
		assert_true(cell.bytes[0] == '\'');
		assert_true(str_equal(str_skip(cell, 1), str_from(formulas[i])));
		arena_free(&arena);
	}
}

static void
text_that_is_no_formula_stays(void **state)
{
	static const char *const texts[] = { "a=1", "1-1", "\u2010=1", "\u2061=1", "\u3001=1",
		"~=1" };
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct arena arena = { 0 };
		str cell = read_cell(
			&arena, print_rows(&arena, csv, rows_of_text(&arena, str_from(texts[i]))));
		assert_true(str_equal(cell, str_from(texts[i])));
		arena_free(&arena);
	}
}

static void
formulas_stay_when_asked_to(void **state)
{
	(void)state;
	assert_prints((struct page){ .format = "csv", .raw = true }, "[{\"a\":\"=1+1\"}]",
		"a\r\n=1+1\r\n");
}

static void
every_character_reads_back_from_csv(void **state)
{
	(void)state;
	for (uint32_t code = 1; code < 0x3000; code++) {
		struct arena arena = { 0 };
		char bytes[8] = "x";
		size_t size = utf8_encode(code, bytes + 1);
		bytes[1 + size] = 'y';
		str text = { bytes, size + 2 };
		str file = print_rows(&arena, csv, rows_of_text(&arena, text));
		assert_true(str_equal(read_cell(&arena, file), text));
		arena_free(&arena);
	}
}

static void
every_character_reads_back_from_tsv(void **state)
{
	(void)state;
	for (uint32_t code = 1; code < 0x3000; code++) {
		struct arena arena = { 0 };
		char bytes[4];
		str text = { bytes, utf8_encode(code, bytes) };
		str file = print_rows(&arena, tsv, rows_of_text(&arena, text));
		assert_true(str_equal(unescape(&arena, file), text));
		arena_free(&arena);
	}
}

static void
a_terminal_gets_no_control_characters(void **state)
{
	(void)state;
	for (uint32_t code = 0; code < 0xA0; code++) {
		struct arena arena = { 0 };
		char bytes[4];
		str text = { bytes, utf8_encode(code, bytes) };
		str file = print_rows(&arena, (struct page){ .format = "csv", .terminal = true },
			rows_of_text(&arena, text));
		for (uint32_t seen; utf8_next(&file, &seen);)
			assert_true(!text_is_control(seen) || seen == '\n' ||
				    (seen == '\t' && code == '\t'));
		arena_free(&arena);
	}
}

static void
a_terminal_reads_on_in_its_own_direction(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str text = STR("a\u202Eb\u2067c");
	str file = print_rows(&arena, (struct page){ .format = "csv", .terminal = true },
		rows_of_text(&arena, text));
	assert_string_equal(file.bytes, "text\nabc\n");
	file = print_rows(&arena, csv, rows_of_text(&arena, text));
	assert_string_equal(file.bytes, "text\r\na\u202Eb\u2067c\r\n");
	arena_free(&arena);
}

static void
the_file_is_always_utf8_without_nul(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str file = print_rows(&arena, csv, rows_of_text(&arena, STR("a\0b\xFF")));
	assert_string_equal(file.bytes, "text\r\na\uFFFDb\uFFFD\r\n");
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_joined_and_maps_are_read),
		cmocka_unit_test(cells_are_quoted_when_they_must_be),
		cmocka_unit_test(formulas_are_defused),
		cmocka_unit_test(text_that_is_no_formula_stays),
		cmocka_unit_test(formulas_stay_when_asked_to),
		cmocka_unit_test(every_character_reads_back_from_csv),
		cmocka_unit_test(every_character_reads_back_from_tsv),
		cmocka_unit_test(a_terminal_gets_no_control_characters),
		cmocka_unit_test(a_terminal_reads_on_in_its_own_direction),
		cmocka_unit_test(the_file_is_always_utf8_without_nul),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
