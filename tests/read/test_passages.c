/* What a note says besides its tasks and decisions. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/str.h"
#include "docket/note.h"

/* The note's passages, a line each: "LINE TEXT", with a ! before those that are key. */
static void
check_passages(const char *text, const char *expected)
{
	struct docket_note *note = docket_note_parse(str_from(text), "note.md", NULL);
	struct arena arena = { 0 };
	struct buffer found = { .arena = &arena };
	for (size_t i = 0; i < note->passage_count; i++) {
		const struct docket_passage *passage = &note->passages[i];
		buffer_format(&found, "%s%d %.*s\n", passage->key ? "!" : "", passage->line,
			STR_ARG(passage->text));
	}
	assert_string_equal(str_terminated(&arena, found.text), expected);
	arena_free(&arena);
	docket_note_free(note);
}

static void
each_line_is_a_task_a_decision_or_a_passage(void **state)
{
	(void)state;
	check_passages("# Sync\nIda spoke.\n## Action Items\nAll agreed.\n- [ ] Send it @Ida\n"
		       "## Decisions\n- Blue stays\n  as it was\n## Pricing\nTwo pounds.\n",
		"2 Ida spoke.\n4 All agreed.\n9 Pricing\n10 Two pounds.\n");
}

static void
lines_below_a_box_are_passages_for_its_task_is_one_line(void **state)
{
	(void)state;
	check_passages("# Sync\n- [ ] Send it @Ida\n  by the slow boat\n", "3 by the slow boat\n");
}

static void
key_information_is_what_stands_below_such_a_heading(void **state)
{
	(void)state;
	check_passages("# Sync\n## Key Information\n- One\n### Money\nTwo\n## Summary\nThree\n"
		       "## Key takeaways:\n- Four\n",
		"!3 One\n4 Money\n!5 Two\n7 Three\n!9 Four\n");
}

static void
the_source_at_the_end_is_no_key_information(void **state)
{
	(void)state;
	check_passages("# Sync\n## Key Information\n- One\n\n---\n\n*Source: [[call]]*\n",
		"!3 One\n7 *Source: [[call]]*\n");
}

static void
code_comments_and_front_matter_are_none(void **state)
{
	(void)state;
	check_passages("---\ntitle: T\n---\nOne\n```\ncode\n```\n<!-- no\n-->\n\n%%\nnor\n%%\n",
		"4 One\n");
}

static void
a_title_and_the_names_of_sections_are_none(void **state)
{
	(void)state;
	check_passages("# Sync\n## Attendees\n## Next steps\n## Agenda\n## Boats\n", "5 Boats\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_line_is_a_task_a_decision_or_a_passage),
		cmocka_unit_test(lines_below_a_box_are_passages_for_its_task_is_one_line),
		cmocka_unit_test(key_information_is_what_stands_below_such_a_heading),
		cmocka_unit_test(the_source_at_the_end_is_no_key_information),
		cmocka_unit_test(code_comments_and_front_matter_are_none),
		cmocka_unit_test(a_title_and_the_names_of_sections_are_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
