#include "query/collate.h"
#include "query/collate_order.h"

#include "generator.h"
#include "rounds.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* clang-format off */
/* As ICU sorts them (root, numeric): each comes before all that follow. */
static const char *const ordered[] = {
	"", "\t", " ", "  ", "_", "_a", "-", "--", "–", "—", ",", ";", ":", "!", "?", ".", "..",
	"...", "…", "·", "'", "’", "\"", "“", "”", "«", "(", "()", ")", "[", "[x]", "]", "{",
	"}", "§", "@", "@ada", "*", "/", "\\", "&", "#", "#tag", "%", "%%0%% Invalid due date",
	"%%1%%IN_PROGRESS", "%%2%%TODO", "%%10%%x", "•", "`", "^", "°", "©", "←", "→", "∑", "+",
	"±", "<", "=", ">", "|", "~", "≤", "★", "✅", "❌", "❤", "👍", "📅", "🔥", "😀", "¤", "¢",
	"$", "$5", "£", "¥", "€", "€5", "0", "00a", "1", "1.2", "1.10", "1½", "1a", "2", "02a",
	"٣x", "9", "10", "10 items", "100", "2025-11-03", "2025-11-22", "2025-11-22 Saturday",
	"2025-12-01", "99999999999999999999", "100000000000000000000", "½", "²", "a", "A", "á",
	"Á", "à", "â", "å", "Å", "ä", "ã", "a b", "a-b", "a.md", "a/b", "ab", "Ab", "áb", "Ada",
	"ada park", "Ada Park", "Ada-Park", "ae", "aé", "æ", "Æ", "b", "c", "ç", "Ç", "cafe",
	"Cafe", "café", "Café", "cafes", "co-op", "coop", "d", "đ", "ð", "Done", "e", "E", "é",
	"É", "ê", "fi", "ﬁ", "Folder 2/a.md", "Folder 10/a.md", "Folder/a.md", "Folder/Z.md",
	"g", "ğ", "i", "I", "ï", "İ", "item", "item 9", "Item 9", "item 10", "Item 10",
	"item10", "ı", "j", "k", "l", "ł", "Ł", "m", "n", "ñ", "Ñ", "naive", "naïve", "o", "ó",
	"ö", "Ö", "ø", "Ø", "œ", "ow", "p", "rest", "resume", "resumé", "résumé", "Résumé", "s",
	"š", "ş", "Ş", "ss", "SS", "ß", "st", "strasse", "Strasse", "STRASSE", "straße",
	"Straße", "strasz", "sub/b.md", "Sub/b.md", "t", "Todo", "u", "ü", "Ü", "Uber", "Über",
	"über alles", "v1", "v2", "v10", "w", "x", "y", "ÿ", "z", "Z", "ž", "zoe", "Zoë", "zz",
	"þ", "Þ", "α", "Α", "ά", "β", "σ", "Σ", "ς", "ω", "а", "А", "б", "в", "е", "ё", "Ё",
	"и", "і", "ї", "й", "Й", "я", "Я", "ა", "ա", "א", "ב", "כ", "ך", "ء", "ا", "ب", "अ",
	"क", "ก", "가", "각", "나", "한글", "あ", "ア", "か", "カ", "が", "一", "日", "日本", "本",
};

/* The first comes before the second there, though it would not by its first character. */
static const char *const pairs[][2] = {
	{ "don’t", "don'ts" }, { "“a”", "\"b\"" }, { "áb", "ac" }, { "Ab", "ac" }, { "æa", "Aez" },
	{ "ßa", "SSb" }, { "item 010", "item 11" }, { "２", "3" }, { "ガ", "かい" },
};

/* What differs and compares equal there. */
static const char *const equal[][2] = {
	{ "1", "01" }, { "x0", "x000" }, { "3", "٣" }, { "é", "e\u0301" }, { "й", "и\u0306" },
	{ "한", "\u1112\u1161\u11AB" }, { "ab", "a\u200Db" }, { "❤", "❤\uFE0F" }, { "ab", "a\u00ADb" },
	{ "", "\001" }, { "Å", "\u212B" }, { "ệ", "e\u0302\u0323" },
};
/* clang-format on */

static void
texts_are_in_the_order_of_icu(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(ordered); i++)
		for (size_t j = i + 1; j < COUNT(ordered); j++)
			if (collate_compare(str_from(ordered[i]), str_from(ordered[j])) >= 0)
				fail_msg("'%s' is not before '%s'", ordered[i], ordered[j]);
}

static void
small_differences_count_last(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++)
		if (collate_compare(str_from(pairs[i][0]), str_from(pairs[i][1])) >= 0)
			fail_msg("'%s' is not before '%s'", pairs[i][0], pairs[i][1]);
}

static void
spellings_of_one_text_are_equal(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(equal); i++)
		if (collate_compare(str_from(equal[i][0]), str_from(equal[i][1])) != 0)
			fail_msg("'%s' is not equal to '%s'", equal[i][0], equal[i][1]);
}

static void
ascii_weighs_what_the_lists_say(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	for (int c = 0; c < 128; c++) {
		struct buffer listed = { .arena = &arena };
		const struct collate_weight *weight = &collate_plain[c];
		collate_write_weight(&listed, (uint32_t)(c >= 'A' && c <= 'Z' ? c + 32 : c));
		bool apart = c < '\t' || (c > '\r' && c < ' ') || is_digit((char)c) || c == 127;
		assert_int_equal(weight->length, apart ? 0 : listed.text.length);
		assert_memory_equal(weight->bytes, listed.text.bytes, weight->length);
	}
	arena_free(&arena);
}

static void
numbers_may_have_any_length(void **state)
{
	(void)state;
	enum { LENGTH = 2000 };
	char smaller[LENGTH], larger[LENGTH + 1];
	memset(smaller, '9', sizeof(smaller));
	memset(larger, '0', sizeof(larger));
	larger[0] = '1';
	for (size_t length = 1; length < rounds_of(LENGTH); length++) {
		str less = { smaller, length }, more = { larger, length + 1 };
		assert_true(collate_compare(less, more) < 0);
		assert_true(collate_compare(more, less) > 0);
	}
}

static str
any_text(struct generator *generator, struct arena *arena)
{
	struct buffer text = { .arena = arena };
	for (size_t count = generator_pick(generator, 5); count; count--)
		if (generator_pick(generator, 4))
			buffer_add(&text, str_from(GENERATOR_PICK(generator, ordered)));
		else
			buffer_add_char(&text, (char)generator_pick(generator, 256));
	return text.text;
}

static int
sign(int order)
{
	return (order > 0) - (order < 0);
}

static str
plain_begin(struct generator *generator, struct arena *arena)
{
	static const char *const begins[] = { "Send e", "send e", "sent", "se", "a", "9 se", "" };
	const char *begin = GENERATOR_PICK(generator, begins);
	str rest = any_text(generator, arena);
	return str_format(arena, "%s%.*s", begin, STR_ARG(rest));
}

static void
first_letters_tell_no_other_order(void **state)
{
	(void)state;
	struct generator generator = { .state = 77 };
	size_t told = 0;
	for (size_t i = 0; i < 20000; i++) {
		struct arena arena = { 0 };
		str a = plain_begin(&generator, &arena), b = plain_begin(&generator, &arena);
		int begin = sign(collate_compare_begin(a, collate_key(&arena, b)));
		if (begin && begin != sign(collate_compare(a, b)))
			fail_msg("'%.*s' and '%.*s'", STR_ARG(a), STR_ARG(b));
		told += begin != 0;
		arena_free(&arena);
	}
	assert_true(told > 5000);
}

/* Keys are compared by memcmp, so that their order is total; this is that of the texts. */
static void
any_bytes_have_a_place(void **state)
{
	(void)state;
	struct generator generator = { .state = 2025 };
	for (size_t i = 0; i < rounds_of(20000); i++) {
		struct arena arena = { 0 };
		str a = any_text(&generator, &arena), b = any_text(&generator, &arena);
		int order = sign(collate_compare(a, b));
		int keys = sign(str_compare(collate_key(&arena, a), collate_key(&arena, b)));
		if (order != keys || order != -sign(collate_compare(b, a)) ||
			collate_compare(a, a) != 0)
			fail_msg("'%.*s' and '%.*s'", STR_ARG(a), STR_ARG(b));
		arena_free(&arena);
	}
}

static void
a_text_comes_before_itself_with_more_behind(void **state)
{
	(void)state;
	struct generator generator = { .state = 22 };
	for (size_t i = 0; i < 5000; i++) {
		struct arena arena = { 0 };
		size_t first = generator_pick(&generator, COUNT(ordered));
		str tail = str_from(GENERATOR_PICK(&generator, ordered));
		struct buffer a = { .arena = &arena }, b = { .arena = &arena };
		buffer_add(&a, STR("B "));
		buffer_add(&b, STR("B "));
		buffer_add(&a, str_from(ordered[first]));
		buffer_add(&b, str_from(ordered[first]));
		buffer_add(&b, STR(" "));
		buffer_add(&b, tail);
		assert_true(collate_compare(a.text, b.text) < 0);
		arena_free(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_in_the_order_of_icu),
		cmocka_unit_test(small_differences_count_last),
		cmocka_unit_test(spellings_of_one_text_are_equal),
		cmocka_unit_test(ascii_weighs_what_the_lists_say),
		cmocka_unit_test(numbers_may_have_any_length),
		cmocka_unit_test(any_bytes_have_a_place),
		cmocka_unit_test(first_letters_tell_no_other_order),
		cmocka_unit_test(a_text_comes_before_itself_with_more_behind),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
