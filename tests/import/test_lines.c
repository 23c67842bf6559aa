/* Which lines of a note are those that it had before. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "import/lines.h"

#include <sys/resource.h>

static struct line *
add(struct arena *arena, struct lines *lines, str text)
{
	struct line *line = list_add(arena, lines);
	line->text = text;
	line->text_key = match_key(arena, text);
	line->id = (long long)lines->count;
	return line;
}

static void
lines_keep_their_ids_by_their_words(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct lines old = { 0 }, now = { 0 };
	add(&arena, &old, STR("Send the map to the harbour"));
	add(&arena, &old, STR("Paint the shed"));
	add(&arena, &old, STR("Order two lamps for gate four"));
	add(&arena, &now, STR("Order three lamps for gate four"))->id = 0;
	add(&arena, &now, STR("Sweep the yard"))->id = 0;
	add(&arena, &now, STR("send the map to the harbour!"))->id = 0;
	lines_match(&arena, &old, &now);
	assert_int_equal(now.items[0].id, 3);
	assert_false(now.items[1].matched);
	assert_int_equal(now.items[2].id, 1);
	assert_false(old.items[1].matched);
	arena_free(&arena);
}

/* Kilobytes at most that this process had in memory so far. */
static long
memory_used(void)
{
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

/* Each of the one side is compared with each of the other. */
static void
many_long_lines_need_little_memory(void **state)
{
	(void)state;
	enum { LINES = 250, WORDS = 200 };
	struct arena arena = { 0 };
	struct lines sides[2] = { { 0 } };
	for (int i = 0; i < 2 * LINES; i++) {
		struct buffer text = { .arena = &arena };
		for (int k = 0; k < WORDS; k++)
			buffer_format(&text, "word%d ", i * WORDS + k);
		add(&arena, &sides[i % 2], text.text);
	}
	long before = memory_used();
	lines_match(&arena, &sides[0], &sides[1]);
	assert_true(memory_used() - before < 300L * 1024);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_keep_their_ids_by_their_words),
		cmocka_unit_test(many_long_lines_need_little_memory),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
