#include "query/words.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static str
repeat(struct arena *arena, const char *piece, size_t times, const char *end)
{
	struct buffer text = { .arena = arena };
	for (size_t i = 0; i < times; i++)
		buffer_add(&text, str_from(piece));
	buffer_add(&text, str_from(end));
	return text.text;
}

static void
case_does_not_matter_however_long_the_part_is(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	for (size_t times = 1; times < 40; times++) {
		str text = repeat(&arena, "Send THE map, ", times, "\xE2\x84\xAA\xC3\x84");
		assert_true(words_include(text, repeat(&arena, "send the map, ", times, "k")));
		assert_true(
			words_include(text, repeat(&arena, "send the map, ", times, "k\xC3\xA4")));
		assert_false(words_include(text, repeat(&arena, "send the map, ", times, "c")));
	}
	arena_free(&arena);
}

static void
a_long_part_is_looked_for_in_linear_time(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str text = repeat(&arena, "aA", 250000, "b");
	assert_false(words_include(text, repeat(&arena, "a", 50000, "ba")));
	assert_true(words_include(text, repeat(&arena, "a", 50000, "b")));
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_does_not_matter_however_long_the_part_is),
		cmocka_unit_test(a_long_part_is_looked_for_in_linear_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
