#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "cli/text.h"
#include "reader.h"

static void
code_points_are_read_as_the_library_reads_them(void **state)
{
	(void)state;
	uint32_t seed = 1;
	for (int round = 0; round < 20000; round++) {
		char bytes[8];
		for (size_t i = 0; i < sizeof(bytes); i++) {
			seed = seed * 1664525 + 1013904223;
			bytes[i] = (char)(seed >> 24 | (seed >> 8 & 0x80));
		}
		struct docket_str mine = { bytes, sizeof(bytes) };
		str theirs = mine;
		for (uint32_t code; utf8_next(&theirs, &code);)
			assert_true(text_next(&mine) == code && mine.length == theirs.length);
	}
}

static void
code_points_are_written_as_they_were_read(void **state)
{
	static const uint32_t codes[] = { 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF };
	(void)state;
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		struct text text = { 0 };
		text_add_code(&text, codes[i]);
		struct docket_str view = text_view(&text);
		assert_true(text_next(&view) == codes[i] && view.length == 0);
		text_free(&text);
	}
}

static void
lines_break_at_blanks_and_lose_nothing(void **state)
{
	static const char *const texts[] = { "Send the proposal to the board",
		"Donaudampfschifffahrtsgesellschaft now", "契約書の最終版を 法務部に送り",
		"a  b   c", "", " ", "👩‍👩‍👧👩‍👩‍👧" };
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		for (size_t width = 1; width < 20; width++) {
			struct docket_str rest = docket_str(texts[i]);
			size_t letters = 0, all = 0;
			for (size_t j = 0; j < rest.length; j++)
				all += rest.bytes[j] != ' ';
			while (rest.length) {
				struct docket_str line = text_take_line(&rest, width);
				assert_true(text_width(line) <= (width < 2 ? 2 : width));
				for (size_t j = 0; j < line.length; j++)
					letters += line.bytes[j] != ' ';
			}
			assert_int_equal(letters, all);
		}
}

static void
a_symbol_goes_with_what_follows(void **state)
{
	static const struct {
		const char *text;
		size_t width;
		const char *line;
	} cases[] = { { "Send it 📅 2025-11-08", 12, "Send it" },
		{ "Send it ⏫ 📅 2025-11-08", 14, "Send it ⏫" },
		{ "Send it 🗓️ 2025-11-08", 12, "Send it" }, { "📅 2025-11-08", 4, "📅" },
		{ "Send it 📅", 10, "Send it 📅" }, { "Send 北 now", 8, "Send 北" },
		{ "Send - now", 8, "Send -" } };
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct docket_str rest = docket_str(cases[i].text);
		struct docket_str line = text_take_line(&rest, cases[i].width);
		if (!text_is(line, cases[i].line))
			fail_msg("%s: %.*s", cases[i].text, (int)line.length, line.bytes);
	}
}

static void
what_is_shown_is_harmless(void **state)
{
	static const struct {
		const char *text, *shown;
	} cases[] = { { "a\x1b]52;c;x\x07", "a\\x1b]52;c;x\\x07" }, { "a\r\nb\tc", "a  b c" },
		{ "\u202Eevil\u2066x\u2069", "evilx" },
		{ "\xC2\x9B"
		  "31m",
			"\\x9b31m" },
		{ "\x9B", "\\x9b" }, { "\x7F", "\\x7f" }, { "é 北 🎉", "é 北 🎉" } };
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct text text = { 0 };
		text_add_shown(&text, docket_str(cases[i].text));
		text_add_char(&text, '\0');
		assert_string_equal(text.bytes, cases[i].shown);
		text_free(&text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(code_points_are_read_as_the_library_reads_them),
		cmocka_unit_test(code_points_are_written_as_they_were_read),
		cmocka_unit_test(lines_break_at_blanks_and_lose_nothing),
		cmocka_unit_test(a_symbol_goes_with_what_follows),
		cmocka_unit_test(what_is_shown_is_harmless),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
