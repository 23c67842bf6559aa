/*
 * What is said of queries that are none: presets that never end, and what was meant.
 */
#include "query/query.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* What is said of a query whose presets hold others; empty: it is understood. */
static str
ask(struct arena *arena, const char *text)
{
	static struct query_preset presets[5];
	const char *const rows[][2] = { { "late", "not done\ndue before today" },
		{ "self", "preset self" }, { "one", "{{preset.two}}" }, { "two", "preset one" },
		{ "loop", "{{preset.loop}}{{preset.loop}}" } };
	for (size_t i = 0; i < COUNT(rows); i++)
		presets[i] = (struct query_preset){ str_from(rows[i][0]), str_from(rows[i][1]) };
	struct query_file file = { .path = STR("Work/note.md") };
	struct docket_error err = { 0 };
	struct query query = { .arena = arena, .today = { 2025, 11, 22 } };
	struct query_text whole = {
		.file = &file, .presets = presets, .preset_count = COUNT(presets)
	};
	whole.block = (struct query_source){ STR("note.md"), 1, str_from(text) };
	if (query_read(&query, &whole, &err))
		return (str){ 0 };
	return str_copy(arena, str_from(err.message));
}

static void
presets_that_hold_themselves_are_named(void **state)
{
	(void)state;
	static const struct {
		const char *text, *says;
	} rows[] = {
		{ "preset late", NULL },
		{ "{{preset.late}}", NULL },
		{ "preset self", "'preset self' holds itself" },
		{ "preset one", "'preset one' holds itself" },
		{ "{{preset.two}}", "holds itself" },
		{ "{{preset.loop}}", "'{{preset.loop}}': its placeholders hold themselves" },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(rows); i++) {
		str says = ask(&arena, rows[i].text);
		if (!rows[i].says ? says.length > 0
				  : str_find(says, str_from(rows[i].says)) == STR_NONE)
			fail_msg("%s: %.*s", rows[i].text, STR_ARG(says));
	}
	arena_free(&arena);
}

static void
the_nearest_instruction_has_one_blank_between_words(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str says = ask(&arena, "not  done");
	assert_true(str_find(says, STR("did you mean 'not done'?")) != STR_NONE);
	arena_free(&arena);
}

static void
habits_of_other_programs_are_answered(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{ "// a comment", "did you mean '# a comment'?" },
		{ "Status is done", "did you mean 'status.type is done'?" },
		{ "is overdue", "did you mean 'due before today'?" },
		{ "assigned to Ada", "did you mean 'owner is Ada'?" },
		{ "hide", "'hide' needs something behind it" },
		{ "Group by", "'Group by' needs something behind it" },
		{ "group by ownr", "did you mean 'group by owner'?" },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(rows); i++) {
		str says = ask(&arena, rows[i][0]);
		if (str_find(says, str_from(rows[i][1])) == STR_NONE)
			fail_msg("%s: %.*s", rows[i][0], STR_ARG(says));
	}
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(presets_that_hold_themselves_are_named),
		cmocka_unit_test(the_nearest_instruction_has_one_blank_between_words),
		cmocka_unit_test(habits_of_other_programs_are_answered),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
