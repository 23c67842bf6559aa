#include "base/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static bool
is_scalar(uint32_t code)
{
	return code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

static void
every_code_point_comes_back_from_its_bytes(void **state)
{
	(void)state;
	for (uint32_t code = 0; code <= 0x10FFFF; code++) {
		char bytes[4];
		size_t length, size;
		if (!is_scalar(code))
			continue;
		length = utf8_encode(code, bytes);
		assert_int_equal(length, code < 0x80      ? 1
					 : code < 0x800   ? 2
					 : code < 0x10000 ? 3
							  : 4);
		assert_int_equal(utf8_first((str){ bytes, length }, &size), code);
		assert_int_equal(size, length);
		assert_int_equal(utf8_last((str){ bytes, length }, &size), code);
		assert_int_equal(size, length);
	}
}

static void
bytes_that_are_not_utf8_are_taken_one_at_a_time(void **state)
{
	(void)state;
	static const struct docket_str wrong[] = {
		{ "\x80", 1 },             /* a tail alone */
		{ "\xC3", 1 },             /* a head alone */
		{ "\xE2\x80", 2 },         /* cut off */
		{ "\xC0\xAF", 2 },         /* longer than it has to be */
		{ "\xE0\x80\xAF", 3 },     /* the same with three bytes */
		{ "\xED\xA0\x80", 3 },     /* a surrogate */
		{ "\xF4\x90\x80\x80", 4 }, /* behind the last code point */
		{ "\xF8\x88\x80\x80", 4 }, /* five bytes, once */
		{ "\xFE\xFF", 2 },
	};
	for (size_t i = 0; i < COUNT(wrong); i++) {
		str rest = wrong[i];
		uint32_t code;
		size_t size, count = 0;
		assert_false(utf8_valid(wrong[i]));
		for (; utf8_next(&rest, &code); count++)
			assert_int_equal(code, UTF8_INVALID);
		assert_int_equal(count, wrong[i].length);
		assert_int_equal(utf8_last(wrong[i], &size), UTF8_INVALID);
		assert_int_equal(size, 1);
	}
}

static void
the_last_character_is_found_behind_stray_bytes(void **state)
{
	(void)state;
	size_t size;
	assert_int_equal(utf8_last(STR("\x80\x80\x80\x80é"), &size), 0xE9);
	assert_int_equal(size, 2);
	assert_int_equal(utf8_last(STR("é\x80"), &size), UTF8_INVALID);
	assert_int_equal(size, 1);
	assert_int_equal(utf8_last(STR("\x80\x80\x80\x80\x80"), &size), UTF8_INVALID);
	assert_int_equal(size, 1);
}

static void
ascii_is_measured_up_to_the_first_other_byte(void **state)
{
	(void)state;
	char text[] = "\x01\t\n\x7F once more, and longer than eight";
	size_t length = sizeof(text); /* with its NUL */
	assert_int_equal(utf8_plain_length((str){ 0 }), 0);
	for (size_t size = 0; size <= length; size++)
		assert_int_equal(utf8_plain_length((str){ text, size }), size);
	for (size_t at = 0; at < length; at++) {
		char kept = text[at];
		text[at] = '\x80';
		assert_int_equal(utf8_plain_length((str){ text, length }), at);
		assert_false(utf8_is_plain((str){ text, length }));
		text[at] = kept;
	}
	assert_true(utf8_is_plain((str){ text, length }));
}

static void
what_is_cut_off_is_whole_characters(void **state)
{
	(void)state;
	str text = STR("aé€😀");
	for (size_t most = 0; most <= text.length + 1; most++) {
		str cut = utf8_cut(text, most);
		assert_true(utf8_valid(cut));
		assert_true(cut.length <= most && most - cut.length < 4);
	}
	assert_true(str_equal(utf8_cut(text, text.length), text));
	assert_int_equal(utf8_cut(STR("\x80\x80"), 1).length, 0);
}

static void
text_with_nul_is_valid(void **state)
{
	(void)state;
	assert_true(utf8_valid(STR("a\0b")));
	assert_true(utf8_valid((str){ 0 }));
	assert_true(utf8_valid(STR("Größe 日本 📅")));
}

static void
white_space_is_what_javascript_says(void **state)
{
	(void)state;
	static const uint32_t spaces[] = { 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000,
		0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A,
		0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF };
	size_t next = 0;
	for (uint32_t code = 0; code <= 0x10FFFF; code++) {
		bool expected = next < COUNT(spaces) && spaces[next] == code;
		next += expected;
		assert_int_equal(utf8_is_space(code), expected);
	}
	assert_false(utf8_is_space(UTF8_INVALID));
}

static void
characters_have_their_classes(void **state)
{
	(void)state;
	enum { LETTER = 1, UPPER = 2, LOWER = 4, DIGIT = 8, NUMBER = 16, MARK = 32 };
	static const struct {
		uint32_t code;
		unsigned classes;
	} characters[] = {
		{ 'A', LETTER | UPPER },
		{ 'z', LETTER | LOWER },
		{ 0xC9, LETTER | UPPER },  /* É */
		{ 0x1C5, LETTER | UPPER }, /* Dž, title case */
		{ 0x3B1, LETTER | LOWER }, /* α */
		{ 0x65E5, LETTER },        /* 日 */
		{ 0x2B0, LETTER },         /* modifier letter */
		{ '7', DIGIT | NUMBER },
		{ 0x663, DIGIT | NUMBER }, /* Arabic-Indic three */
		{ 0xBD, NUMBER },          /* one half */
		{ 0x2167, NUMBER },        /* Roman eight */
		{ 0x301, MARK },
		{ 0x903, MARK },  /* spacing mark */
		{ 0x20DD, MARK }, /* enclosing */
		{ '_', 0 },
		{ 0x1F4C5, 0 }, /* 📅 */
		{ 0x378, 0 },   /* unassigned */
		{ 0x110000, 0 },
		{ UTF8_INVALID, 0 },
	};
	for (size_t i = 0; i < COUNT(characters); i++) {
		uint32_t code = characters[i].code;
		unsigned classes =
			(utf8_is_letter(code) ? LETTER : 0u) | (utf8_is_upper(code) ? UPPER : 0u) |
			(utf8_is_lower(code) ? LOWER : 0u) | (utf8_is_digit(code) ? DIGIT : 0u) |
			(utf8_is_number(code) ? NUMBER : 0u) | (utf8_is_mark(code) ? MARK : 0u);
		if (classes != characters[i].classes)
			fail_msg("U+%04X has the classes %u", (unsigned)code, classes);
	}
}

static void
spellings_of_a_name_fold_to_one(void **state)
{
	(void)state;
	static const char *const names[][2] = {
		{ "  Mia \t  Larsen ", "mia larsen" },
		{ "MIA LARSEN", "mia larsen" },
		{ "José", "jose" },
		{ "Jose\u0301", "jose" },
		{ "Straße", "strasse" },
		{ "STRASSE", "strasse" },
		{ "Iğdır", "igdir" },
		{ "İZMİR", "izmir" },
		{ "ﬁnn", "finn" },
		{ "Ａｄａ", "ada" },
		{ "Ada\u00A0\u3000Park", "ada park" },
		{ "Ada\u200BPark", "adapark" },
		{ "Ø", "o" },
		{ "E\u0301MILE — Zoe\u0308", "emile — zoe" },
		{ "É\u00A0 B", "e b" },
		{ "\u0301", "" },
		{ "", "" },
		{ "\u00A0 ", "" },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(names); i++) {
		str folded = utf8_fold(&arena, str_from(names[i][0]));
		if (!str_equal(folded, str_from(names[i][1])))
			fail_msg("'%s' gave '%.*s'", names[i][0], STR_ARG(folded));
	}
	arena_free(&arena);
}

static void
folding_what_is_folded_changes_nothing(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	for (uint32_t code = 1; code <= 0x10FFFF; code++) {
		char bytes[4];
		if (!is_scalar(code))
			continue;
		str once = utf8_fold(&arena, (str){ bytes, utf8_encode(code, bytes) });
		if (!utf8_valid(once) || !str_equal(utf8_fold(&arena, once), once))
			fail_msg("U+%04X folds to '%.*s'", (unsigned)code, STR_ARG(once));
		if (code % 4096 == 0)
			arena_free(&arena);
	}
	arena_free(&arena);
}

/* Eight bytes are folded at once where they can be: wherever they begin. */
static void
folding_is_the_same_at_every_place(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "Ada", "The PLAN, [z] @A {a}Z~\x7F", "a  b",
		" a b ", "one Two\tthree\r\n\vFour ", "12 34 56 78 90 12", "\x01 a\x1F\x1F b",
		"Caf\u00E9 AU lait", "x \u00A0 \u00A0y", "\u2019\u201CIt\u2019s\u201D \uFB01NE",
		"abcdefg \u00D8resund h" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct arena arena = { 0 };
		str alone = utf8_fold(&arena, str_from(texts[i]));
		str blank = { " ", *texts[i] && utf8_is_space((unsigned char)*texts[i]) };
		for (int before = 1; before < 20; before++) {
			str text = str_format(
				&arena, "%.*s%s", before, "QXQXQXQXQXQXQXQXQXQX", texts[i]);
			str wanted = str_format(&arena, "%.*s%.*s%.*s", before,
				"qxqxqxqxqxqxqxqxqxqx", STR_ARG(blank), STR_ARG(alone));
			str folded = utf8_fold(&arena, text);
			if (!str_equal(folded, wanted))
				fail_msg("'%.*s' gave '%.*s'", STR_ARG(text), STR_ARG(folded));
		}
		arena_free(&arena);
	}
}

static void
folding_keeps_bytes_that_are_not_utf8(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	assert_true(str_equal(utf8_fold(&arena, STR(" a\xFF  b ")), STR("a\xFF b")));
	assert_true(str_equal(utf8_fold(&arena, STR("É a\xFF  b ")), STR("É a\xFF b")));
	arena_free(&arena);
}

static void
lowering_changes_case_alone(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str text = STR("ÉCOLE  Straße \xFF ΑΣ 日本 Jose\u0301");
	str lower = STR("école  straße \xFF ασ 日本 jose\u0301");
	assert_true(str_equal(utf8_lower(&arena, text), lower));
	arena_free(&arena);
}

static void
characters_have_a_class(void **state)
{
	(void)state;
	static const struct {
		uint32_t code;
		enum utf8_class class;
	} rows[] = { { 'a', UTF8_LETTER }, { 0x65E5, UTF8_LETTER }, { 0x301, UTF8_ACCENT },
		{ 0x93E, UTF8_LETTER }, { 0xE34, UTF8_LETTER }, { '7', UTF8_DIGIT },
		{ 0x663, UTF8_DIGIT }, { 0xBD, UTF8_NUMBER }, { '\n', UTF8_SPACE },
		{ 0xA0, UTF8_SPACE }, { '-', UTF8_PUNCTUATION }, { '+', UTF8_SYMBOL },
		{ 0x1F525, UTF8_SYMBOL }, { 0x20AC, UTF8_CURRENCY }, { 0x200D, UTF8_INVISIBLE },
		{ 0xFE0F, UTF8_INVISIBLE }, { 1, UTF8_INVISIBLE }, { 0xE000, UTF8_UNKNOWN },
		{ 0x10FFFF, UTF8_UNKNOWN }, { UTF8_INVALID, UTF8_UNKNOWN } };
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (utf8_class(rows[i].code) != rows[i].class)
			fail_msg("U+%04X is %d", rows[i].code, utf8_class(rows[i].code));
}

static void
characters_are_taken_apart(void **state)
{
	(void)state;
	uint32_t parts[UTF8_PARTS];
	assert_int_equal(utf8_take_apart(0xE9, false, parts), 2);
	assert_int_equal(parts[0], 'e');
	assert_int_equal(parts[1], 0x301);
	assert_int_equal(utf8_take_apart(0xFB01, false, parts), 1);
	assert_int_equal(utf8_take_apart(0xFB01, true, parts), 2);
	assert_int_equal(parts[1], 'i');
	assert_int_equal(utf8_take_apart(0xFDFA, true, parts), UTF8_PARTS);
	assert_int_equal(utf8_take_apart(UTF8_INVALID, true, parts), 1);
	assert_int_equal(parts[0], UTF8_INVALID);
}

static void
texts_have_one_composed_form(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	assert_true(str_equal(utf8_compose(&arena, STR("Zoe\u0308")), STR("Zoë")));
	assert_true(str_equal(utf8_compose(&arena, STR("Zoë")), STR("Zoë")));
	assert_true(str_equal(utf8_compose(&arena, STR("e\u0308\377")), STR("e\u0308\377")));
	assert_true(str_equal(utf8_compose(&arena, (str){ 0 }), (str){ 0 }));
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_point_comes_back_from_its_bytes),
		cmocka_unit_test(bytes_that_are_not_utf8_are_taken_one_at_a_time),
		cmocka_unit_test(the_last_character_is_found_behind_stray_bytes),
		cmocka_unit_test(ascii_is_measured_up_to_the_first_other_byte),
		cmocka_unit_test(what_is_cut_off_is_whole_characters),
		cmocka_unit_test(text_with_nul_is_valid),
		cmocka_unit_test(white_space_is_what_javascript_says),
		cmocka_unit_test(characters_have_their_classes),
		cmocka_unit_test(spellings_of_a_name_fold_to_one),
		cmocka_unit_test(folding_what_is_folded_changes_nothing),
		cmocka_unit_test(folding_is_the_same_at_every_place),
		cmocka_unit_test(folding_keeps_bytes_that_are_not_utf8),
		cmocka_unit_test(lowering_changes_case_alone),
		cmocka_unit_test(characters_have_a_class),
		cmocka_unit_test(characters_are_taken_apart),
		cmocka_unit_test(texts_have_one_composed_form),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
