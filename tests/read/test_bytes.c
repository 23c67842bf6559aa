/*
 * From the bytes of a file to clean text: file, decode and repair together.
 */
#include "read/decode.h"
#include "read/file.h"
#include "read/repair.h"

#include "base/utf8.h"
#include "rounds.h"

#include <dirent.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void
assert_text(str actual, str expected)
{
	if (!str_equal(actual, expected))
		fail_msg("\n got %.*s\nwant %.*s", STR_ARG(actual), STR_ARG(expected));
}

/* Reads a file of fixtures/bytes, as it is, or clean. */
static str
read_fixture(struct arena *arena, const char *name, bool clean)
{
	str path = str_format(arena, "fixtures/bytes/%s", name), bytes;
	struct file_stamp stamp;
	struct docket_error err;
	if (!file_read(arena, path.bytes, &bytes, &stamp, &err))
		fail_msg("%s", err.message);
	struct remarks remarks = { .arena = arena };
	return clean ? repair_text(arena, decode_text(arena, bytes, &remarks)).text : bytes;
}

static void
assert_fixture(const char *name)
{
	struct arena arena = { 0 };
	str stem = str_slice(str_from(name), 0, str_find(str_from(name), STR(".md")));
	str expected = read_fixture(
		&arena, str_format(&arena, "%.*s.expected", STR_ARG(stem)).bytes, false);
	assert_text(read_fixture(&arena, name, true), expected);
	assert_ptr_equal(repair_text(&arena, expected).text.bytes, expected.bytes);
	arena_free(&arena);
}

static void
fixtures_come_clean_and_stay_so(void **state)
{
	(void)state;
	DIR *folder = opendir("fixtures/bytes");
	assert_non_null(folder);
	size_t count = 0;
	for (struct dirent *entry; (entry = readdir(folder));) {
		if (!str_ends(str_from(entry->d_name), STR(".md")))
			continue;
		assert_fixture(entry->d_name);
		count++;
	}
	closedir(folder);
	assert_true(count >= 12);
}

static uint32_t
next_random(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

/* Bytes, and pieces of what is undone. */
static str
make_bytes(struct arena *arena, uint32_t *seed)
{
	static const char *const pieces[] = { "ğŸ“…", "ğŸ”", "ğŸ", "ðŸ", "â€œ", "â€", "â«", "âŒ",
		"â•", "ï¸", "âƒ£", "Ã©", "Ä±", "ÅŸ", "Â°", "Ã‚Â°", "Ãƒ", "é", "\xC2\x80",
		"\xC2\x9F", "\uFFFD", "ı", "’", "📅", "日", " 2026-04-18", " every ", "keep", "\n",
		" ", "\u00A0", "\r\n" };
	struct buffer out = { .arena = arena };
	for (uint32_t left = next_random(seed) % 12; left > 0; left--) {
		uint32_t chosen = next_random(seed);
		if (chosen % 4)
			buffer_add(&out, str_from(pieces[(chosen >> 4) % COUNT(pieces)]));
		else
			buffer_add_char(&out, (char)(chosen >> 8));
	}
	return out.text;
}

/* The ASCII characters of a text. */
static str
keep_ascii(struct arena *arena, str text)
{
	struct buffer out = { .arena = arena };
	for (size_t i = 0; i < text.length; i++)
		if ((unsigned char)text.bytes[i] < 0x80)
			buffer_add_char(&out, text.bytes[i]);
	return out.text;
}

static void
any_bytes_give_utf8_with_the_same_ascii(void **state)
{
	(void)state;
	uint32_t seed = 20260418;
	for (size_t round = 0; round < rounds_of(50000); round++) {
		struct arena arena = { 0 };
		struct remarks remarks = { .arena = &arena };
		str text = decode_text(&arena, make_bytes(&arena, &seed), &remarks);
		struct repair repair = repair_text(&arena, text);
		assert_true(utf8_valid(repair.text));
		assert_true(repair.text.length <= text.length);
		assert_int_equal(repair.count == 0, repair.text.bytes == text.bytes);
		assert_text(keep_ascii(&arena, repair.text), keep_ascii(&arena, text));
		arena_free(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fixtures_come_clean_and_stay_so),
		cmocka_unit_test(any_bytes_give_utf8_with_the_same_ascii),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
