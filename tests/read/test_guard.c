#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/guard.h"

/* So many times `part`, behind `before`. */
static str
repeat(struct arena *arena, const char *before, const char *part, int times)
{
	struct buffer text = { .arena = arena };
	buffer_add(&text, str_from(before));
	while (times-- > 0)
		buffer_add(&text, str_from(part));
	return text.text;
}

struct example {
	const char *before, *part;
	int times;
	int line; /* that is too much; 0: none */
};

static void
assert_examples(const struct example *examples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct example *example = &examples[i];
		struct arena arena = { 0 };
		struct guard guard =
			guard_check(repeat(&arena, example->before, example->part, example->times));
		if (guard.line != example->line || !guard.reason != !example->line)
			fail_msg("%d times '%s': line %d", example->times, example->part,
				guard.line);
		arena_free(&arena);
	}
}

#define ASSERT_EXAMPLES(examples) assert_examples(examples, sizeof(examples) / sizeof(*(examples)))

/* clang-format off */
static void
ordinary_notes_pass(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "", "", 0, 0 },
		{ "", "- [ ] a [[b]]\n", 1000, 0 },
		{ "", "- [ ] a [[b]]\n\n", 10000, 0 },
		{ "", "-", 200, 0 },
		{ "", "**", 200, 0 },
		{ "", "| - ", 200, 0 },
		{ "> > > - 1. ", "a", 1000, 0 },
		{ "", "1", 1000000, 0 },
	};
	ASSERT_EXAMPLES(examples);
}

static void
many_markers_on_a_line_stop(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "", ">", 32, 0 },
		{ "a\n", ">", 33, 2 },
		{ "", "- ", 33, 1 },
		{ "", "1. * ", 17, 1 },
		{ "", "+\t", 33, 1 },
		{ "a\n\n", " 1) >", 17, 3 },
	};
	ASSERT_EXAMPLES(examples);
}

static void
a_list_far_to_the_right_stops(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	assert_null(guard_check(str_format(&arena, "a\n%*s- a", 96, "")).reason);
	assert_int_equal(guard_check(str_format(&arena, "a\n%*s- a", 97, "")).line, 2);
	assert_int_equal(guard_check(str_format(&arena, "> %*s\t1. a", 95, "")).line, 1);
	assert_null(guard_check(str_format(&arena, "%*s", 97, "")).reason);
	arena_free(&arena);
}

static void
many_brackets_without_a_blank_line_stop(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "", "[", 4096, 0 },
		{ "a\n", "[", 4097, 2 },
		{ "", "<[", 2049, 1 },
		{ "", "[a\n", 5000, 4097 },
		{ "", "[[a]]\n \t\n", 5000, 0 },
	};
	ASSERT_EXAMPLES(examples);
}
/* clang-format on */

static void
megabytes_stop(void **state)
{
	(void)state;
	static const struct example examples[] = { { "", "long line\n", 104858, 1 } };
	ASSERT_EXAMPLES(examples);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ordinary_notes_pass),
		cmocka_unit_test(many_markers_on_a_line_stop),
		cmocka_unit_test(a_list_far_to_the_right_stops),
		cmocka_unit_test(many_brackets_without_a_blank_line_stop),
		cmocka_unit_test(megabytes_stop),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
