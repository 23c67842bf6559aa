#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/escape.h"

static void
check(const char *text, const char *expected)
{
	struct arena arena = { 0 };
	str shown = escape_drop(&arena, str_from(text));
	if (!str_equal(shown, str_from(expected)))
		fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(shown), expected);
	arena_free(&arena);
}

static void
signs_that_are_escaped_are_shown_without_a_backslash(void **state)
{
	(void)state;
	check("Ada \\- send it\\!", "Ada - send it!");
	check("\\[draft\\] v2\\.1", "[draft] v2.1");
	check("\\\\- twice", "\\- twice");
}

static void
other_backslashes_stay(void **state)
{
	(void)state;
	check("C:\\Users\\ada", "C:\\Users\\ada");
	check("at the end \\", "at the end \\");
	check("`a\\-b` c\\-d", "`a\\-b` c-d");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs_that_are_escaped_are_shown_without_a_backslash),
		cmocka_unit_test(other_backslashes_stay),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
