/*
 * Right text stays as it is, whatever its language: fixtures/languages holds sixty lines of each,
 * with the letters, quotes, dashes and signs that mis-decoded text is made of.
 */
#include "read/file.h"
#include "read/repair.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { LINES_LEAST = 60 };

static const char *const languages[] = { "turkish", "french", "german", "polish", "vietnamese",
	"japanese" };

static str
read_language(struct arena *arena, const char *language)
{
	str path = str_format(arena, "fixtures/languages/%s.txt", language), text;
	struct file_stamp stamp;
	struct docket_error err;
	if (!file_read(arena, path.bytes, &text, &stamp, &err))
		fail_msg("%s", err.message);
	assert_true(utf8_valid(text));
	return text;
}

static void
for_each_language(void (*check)(struct arena *arena, str text))
{
	for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++) {
		struct arena arena = { 0 };
		check(&arena, read_language(&arena, languages[i]));
		arena_free(&arena);
	}
}

static void
check_lines(struct arena *arena, str text)
{
	int lines = 0;
	for (str line; str_next_line(&text, &line); lines++)
		if (repair_text(arena, line).text.bytes != line.bytes)
			fail_msg("changed: %.*s", STR_ARG(line));
	assert_true(lines >= LINES_LEAST);
}

static void
check_whole(struct arena *arena, str text)
{
	assert_ptr_equal(repair_text(arena, text).text.bytes, text.bytes);
}

/* Evidence of damage elsewhere in the file must not reach these lines. */
static void
check_beside_damage(struct arena *arena, str text)
{
	str damaged = str_format(arena, "- [ ] Mow ğŸ“… 2026-05-02 â«\n%.*s", STR_ARG(text));
	str wanted = str_format(arena, "- [ ] Mow 📅 2026-05-02 ⏫\n%.*s", STR_ARG(text));
	str repaired = repair_text(arena, damaged).text;
	str line, other;
	while (str_next_line(&wanted, &line) && str_next_line(&repaired, &other))
		if (!str_equal(line, other))
			fail_msg("\n got %.*s\nwant %.*s", STR_ARG(other), STR_ARG(line));
}

static void
each_right_line_stays(void **state)
{
	(void)state;
	for_each_language(check_lines);
}

static void
a_file_of_right_lines_stays(void **state)
{
	(void)state;
	for_each_language(check_whole);
}

static void
right_lines_stay_beside_a_damaged_one(void **state)
{
	(void)state;
	for_each_language(check_beside_damage);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_right_line_stays),
		cmocka_unit_test(a_file_of_right_lines_stays),
		cmocka_unit_test(right_lines_stay_beside_a_damaged_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
