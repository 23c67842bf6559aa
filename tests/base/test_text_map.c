#include "base/text_map.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static void
texts_are_numbered_as_they_come(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct text_map map = { 0 };
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < 5000; i++) {
			str text = str_format(&arena, "%zu", i * 7919);
			assert_int_equal(text_map_number(&arena, &map, text), i);
		}
	assert_int_equal(map.count, 5000);
	arena_free(&arena);
}

static void
the_empty_text_is_one_too(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct text_map map = { 0 };
	assert_int_equal(text_map_number(&arena, &map, (str){ 0 }), 0);
	assert_int_equal(text_map_number(&arena, &map, STR("a")), 1);
	assert_int_equal(text_map_number(&arena, &map, STR("")), 0);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_numbered_as_they_come),
		cmocka_unit_test(the_empty_text_is_one_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
