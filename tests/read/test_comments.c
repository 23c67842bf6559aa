#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/comments.h"

static void
assert_hidden(const char *body, const char *expected)
{
	struct arena arena = { 0 };
	str hidden = comments_hide(&arena, str_from(body));
	if (!str_equal(hidden, str_from(expected)))
		fail_msg("'%s' became '%.*s'", body, STR_ARG(hidden));
	arena_free(&arena);
}

static void
a_body_without_comments_is_returned_as_it_is(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str body = STR("- 50 % of $ 20\n- a");
	assert_ptr_equal(comments_hide(&arena, body).bytes, body.bytes);
	assert_null(arena.blocks);
}

static void
a_comment_leaves_its_lines(void **state)
{
	(void)state;
	assert_hidden("a\n%% b\n- c\n%%\nd\n", "a\n<!---->\n\n\nd\n");
	assert_hidden("$$\nx\n$$\n", "<!---->\n\n\n");
}

static void
a_comment_leaves_the_markers_of_its_containers(void **state)
{
	(void)state;
	assert_hidden("> - %%\n>   a\n>   %%\n", "> - <!---->\n>   \n>   \n");
}

static void
signs_in_code_are_code(void **state)
{
	(void)state;
	assert_hidden("```\n%%\n```\n- a\n", "```\n%%\n```\n- a\n");
	assert_hidden("- ~~~\n  $$\n  ~~~\n$$\n", "- ~~~\n  $$\n  ~~~\n$$\n");
	assert_hidden("    %%\n- a\n", "    %%\n- a\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_body_without_comments_is_returned_as_it_is),
		cmocka_unit_test(a_comment_leaves_its_lines),
		cmocka_unit_test(a_comment_leaves_the_markers_of_its_containers),
		cmocka_unit_test(signs_in_code_are_code),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
