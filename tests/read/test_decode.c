#include "read/decode.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

/* A decoded text with its remarks. */
struct decoded {
	struct arena arena;
	struct remarks remarks;
	str text;
};

static void
decode(struct decoded *decoded, str bytes)
{
	*decoded = (struct decoded){ 0 };
	decoded->remarks.arena = &decoded->arena;
	decoded->text = decode_text(&decoded->arena, bytes, &decoded->remarks);
}

struct example {
	struct docket_str bytes, text;
};

#define EXAMPLE(bytes, text)                   \
	{                                      \
		{ bytes, sizeof(bytes) - 1 },  \
		{                              \
			text, sizeof(text) - 1 \
		}                              \
	}

static void
assert_decoded(const struct example *examples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct decoded decoded;
		decode(&decoded, examples[i].bytes);
		if (!str_equal(decoded.text, examples[i].text))
			fail_msg("example %zu gave: %.*s", i, STR_ARG(decoded.text));
		arena_free(&decoded.arena);
	}
}

#define ASSERT_DECODED(examples) assert_decoded(examples, sizeof(examples) / sizeof(*(examples)))

static void
clean_text_comes_back_as_it_is(void **state)
{
	(void)state;
	static const char *const texts[] = { "", NULL, "- [ ] Buy a longer ladder\n",
		"Größe – 📅 \x01\x7F\v\f\xC2\x85\xE2\x80\xA8 日本語" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct decoded decoded;
		str text = str_from(texts[i]);
		decode(&decoded, text);
		assert_ptr_equal(decoded.text.bytes, text.bytes);
		assert_int_equal(decoded.text.length, text.length);
		assert_null(decoded.arena.blocks);
	}
}

static void
a_byte_order_mark_is_skipped_without_a_copy(void **state)
{
	(void)state;
	static const char bytes[] = "\xEF\xBB\xBF# Title\n";
	struct decoded decoded;
	decode(&decoded, STR(bytes));
	assert_ptr_equal(decoded.text.bytes, bytes + 3);
	assert_int_equal(decoded.text.length, sizeof(bytes) - 4);
}

static void
every_line_end_becomes_lf(void **state)
{
	(void)state;
	/* clang-format off */
	static const struct example examples[] = {
		EXAMPLE("a\r\nb\r\n", "a\nb\n"),
		EXAMPLE("a\rb\r", "a\nb\n"),
		EXAMPLE("a\r\r\nb\n\rc", "a\n\nb\n\nc"),
		EXAMPLE("\r", "\n"),
		EXAMPLE("\r\n\r\n", "\n\n"),
		EXAMPLE("\xEF\xBB\xBF---\r\n---\r\n", "---\n---\n"),
		EXAMPLE("no end\r\nat the end", "no end\nat the end"),
	};
	/* clang-format on */
	ASSERT_DECODED(examples);
}

static void
nul_becomes_the_replacement_character(void **state)
{
	(void)state;
	/* clang-format off */
	static const struct example examples[] = {
		EXAMPLE("\0", "\uFFFD"),
		EXAMPLE("a\0b\0\0c", "a\uFFFDb\uFFFD\uFFFDc"),
		EXAMPLE("long enough for a word\0", "long enough for a word\uFFFD"),
		EXAMPLE("\0\xE9\n", "\uFFFDé\n"),
	};
	/* clang-format on */
	ASSERT_DECODED(examples);
}

static void
a_line_that_is_not_utf8_is_windows_1252(void **state)
{
	(void)state;
	/* clang-format off */
	static const struct example examples[] = {
		EXAMPLE("caf\xE9\n", "café\n"),
		EXAMPLE("\x80 \x93quoted\x94 \x96 \x9F", "€ “quoted” – Ÿ"),
		EXAMPLE("\x81\x8D\x8F\x90\x9D", "\xC2\x81\xC2\x8D\xC2\x8F\xC2\x90\xC2\x9D"),
		EXAMPLE("\xFF", "ÿ"),
	};
	/* clang-format on */
	ASSERT_DECODED(examples);
}

static void
no_kind_of_invalid_sequence_passes(void **state)
{
	(void)state;
	/* clang-format off */
	static const struct example examples[] = {
		EXAMPLE("\xC0\xAF", "À¯"),                 /* overlong */
		EXAMPLE("\xE0\x80\xAF", "à€¯"),            /* overlong */
		EXAMPLE("\xED\xA0\x80", "í\u00A0€"),       /* surrogate */
		EXAMPLE("\xF4\x90\x80\x80", "ô\xC2\x90€€"),  /* above U+10FFFF */
		EXAMPLE("\xE2\x8F", "â\xC2\x8F"),            /* cut off */
		EXAMPLE("\xAB", "«"),                      /* a continuation alone */
		EXAMPLE("\xF0\x9F\x93\n\x85", "ðŸ“\n…"), /* a line end within */
	};
	/* clang-format on */
	ASSERT_DECODED(examples);
}

static void
other_lines_of_the_file_stay_utf8(void **state)
{
	(void)state;
	/* clang-format off */
	static const struct example examples[] = {
		EXAMPLE("é 📅\n\xE9\né\r\n", "é 📅\né\né\n"),
	};
	/* clang-format on */
	ASSERT_DECODED(examples);
}

static void
utf16_is_converted(void **state)
{
	(void)state;
	/* clang-format off */
	static const struct example examples[] = {
		EXAMPLE("\xFF\xFE"
			"a\0\r\0\n\0\xE9\0",
			"a\né"),
		EXAMPLE("\xFE\xFF\0a\0\r\0b", "a\nb"),
		EXAMPLE("\xFE\xFF\xD8\x3D\xDC\xC5", "📅"),
		EXAMPLE("\xFF\xFE\x3D\xD8\xC5\xDC", "📅"),
		EXAMPLE("\xFE\xFF\0\0", "\uFFFD"),
		EXAMPLE("\xFE\xFF\xD7\xFF\xE0\0", "\xED\x9F\xBF\xEE\x80\x80"),
		EXAMPLE("\xFE\xFF\xD8\0\xDC\0\xDB\xFF\xDF\xFF", "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"),
		EXAMPLE("\xFF\xFE", ""),
	};
	/* clang-format on */
	ASSERT_DECODED(examples);
}

static void
half_characters_of_utf16_are_replaced(void **state)
{
	(void)state;
	/* clang-format off */
	static const struct example examples[] = {
		EXAMPLE("\xFE\xFF\xD8\x3D", "\uFFFD"),
		EXAMPLE("\xFE\xFF\xD8\x3D\0a", "\uFFFDa"),
		EXAMPLE("\xFE\xFF\xDC\xC5\0a", "\uFFFDa"),
		EXAMPLE("\xFE\xFF\xDC\0\xDC\0\xDF\xFF", "\uFFFD\uFFFD\uFFFD"),
		EXAMPLE("\xFE\xFF\xD8\0\xDB\xFF\xE0\0", "\uFFFD\uFFFD\xEE\x80\x80"),
		EXAMPLE("\xFE\xFF\xD8\x3D\xD8\x3D\xDC\xC5", "\uFFFD📅"),
		EXAMPLE("\xFE\xFF\0a\0", "a\uFFFD"),
		EXAMPLE("\xFE\xFF\xD8\x3D\xDC", "\uFFFD\uFFFD"),
	};
	/* clang-format on */
	ASSERT_DECODED(examples);
}

static void
each_bad_line_has_one_remark(void **state)
{
	(void)state;
	struct decoded decoded;
	decode(&decoded, STR("good\r\n\xE9 \xE9\rgood\n\0 \0\n\0\xE9"));
	static const struct docket_remark expected[] = {
		{ 2, DOCKET_REMARK_INVALID_ENCODING, { 0 } },
		{ 4, DOCKET_REMARK_CONTROL_CHARACTER, { 0 } },
		{ 5, DOCKET_REMARK_INVALID_ENCODING, { 0 } },
		{ 5, DOCKET_REMARK_CONTROL_CHARACTER, { 0 } },
	};
	assert_int_equal(decoded.remarks.count, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(decoded.remarks.items[i].line, expected[i].line);
		assert_int_equal(decoded.remarks.items[i].kind, expected[i].kind);
	}
	arena_free(&decoded.arena);
}

static void
half_characters_are_remarked_by_line(void **state)
{
	(void)state;
	struct decoded decoded;
	decode(&decoded, STR("\xFE\xFF\0\r\0\n\0\r\xD8\x3D\xD8\x3D\0\n\0a"));
	assert_int_equal(decoded.remarks.count, 1);
	assert_int_equal(decoded.remarks.items[0].line, 3);
	assert_int_equal(decoded.remarks.items[0].kind, DOCKET_REMARK_INVALID_ENCODING);
	arena_free(&decoded.arena);
	decode(&decoded, STR("\xFE\xFF\xD8\x3D\0\n\xD8\x3D"));
	assert_int_equal(decoded.remarks.count, 2);
	assert_int_equal(decoded.remarks.items[0].line, 1);
	assert_int_equal(decoded.remarks.items[1].line, 2);
	arena_free(&decoded.arena);
}

static uint32_t
next_random(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

static size_t
count_line_ends(str text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.length; i++)
		if (text.bytes[i] == '\n' ? !i || text.bytes[i - 1] != '\r' : text.bytes[i] == '\r')
			count++;
	return count;
}

static void
any_bytes_give_utf8_with_as_many_lines(void **state)
{
	(void)state;
	static const char likely[] = "\r\n\0aé€📅\xE9\x80\xF0";
	uint32_t seed = 20260211;
	for (int round = 0; round < 20000; round++) {
		char bytes[40] = "-"; /* no UTF-16 */
		size_t length = 1 + next_random(&seed) % (sizeof(bytes) - 1);
		for (size_t i = 1; i < length; i++)
			bytes[i] = likely[next_random(&seed) % sizeof(likely)];
		struct decoded decoded;
		decode(&decoded, (str){ bytes, length });
		assert_true(utf8_valid(decoded.text));
		assert_int_equal(str_find_char(decoded.text, '\r'), STR_NONE);
		assert_int_equal(str_find_char(decoded.text, '\0'), STR_NONE);
		assert_int_equal(
			count_line_ends(decoded.text), count_line_ends((str){ bytes, length }));
		arena_free(&decoded.arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clean_text_comes_back_as_it_is),
		cmocka_unit_test(a_byte_order_mark_is_skipped_without_a_copy),
		cmocka_unit_test(every_line_end_becomes_lf),
		cmocka_unit_test(nul_becomes_the_replacement_character),
		cmocka_unit_test(a_line_that_is_not_utf8_is_windows_1252),
		cmocka_unit_test(no_kind_of_invalid_sequence_passes),
		cmocka_unit_test(other_lines_of_the_file_stay_utf8),
		cmocka_unit_test(utf16_is_converted),
		cmocka_unit_test(half_characters_of_utf16_are_replaced),
		cmocka_unit_test(each_bad_line_has_one_remark),
		cmocka_unit_test(half_characters_are_remarked_by_line),
		cmocka_unit_test(any_bytes_give_utf8_with_as_many_lines),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
