#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "docket/note.h"
#include "read/remarks.h"

#include <string.h>

static void
long_messages_are_kept_whole(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct remarks remarks = { .arena = &arena };
	char text[1201];
	memset(text, 0, sizeof(text));
	for (size_t i = 0; i < 400; i++)
		memcpy(text + i * 3, "期", 3);
	remark(&remarks, 1, DOCKET_REMARK_RECURRENCE, "\"%s\" is no rule", text);
	assert_int_equal(remarks.items[0].message.length, 1200 + strlen("\"\" is no rule"));
	assert_true(utf8_valid(remarks.items[0].message));
	arena_free(&arena);
}

static void
remarks_are_sorted_by_line_and_those_of_a_line_keep_their_order(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct remarks remarks = { .arena = &arena };
	static const int lines[] = { 5, 2, 5, 1, 2 };
	for (int i = 0; i < 5; i++)
		remark(&remarks, lines[i], DOCKET_REMARK_TEMPLATE, "%d", i);
	remarks_sort(&remarks);
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(remarks.items[i].message.bytes[0], "31402"[i]);
	arena_free(&arena);
}

static void
remarks_of_one_kind_are_joined_in_the_first(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct remarks remarks = { .arena = &arena };
	remark(&remarks, 1, DOCKET_REMARK_RECURRENCE, "a");
	for (int i = 2; i < 5; i++)
		remark(&remarks, i, DOCKET_REMARK_TEMPLATE, "b");
	remark(&remarks, 5, DOCKET_REMARK_RECURRENCE, "c");
	remarks_join(&remarks, DOCKET_REMARK_TEMPLATE);
	assert_int_equal(remarks.count, 3);
	assert_int_equal(remarks.items[1].line, 2);
	assert_true(str_equal(remarks.items[1].message, STR("b; 2 more in the note")));
	assert_int_equal(remarks.items[2].line, 5);
	arena_free(&arena);
}

static void
of_a_kind_only_so_many_are_kept_while_there_is_a_limit(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct remarks remarks = { .arena = &arena };
	remark(&remarks, 1, DOCKET_REMARK_TEMPLATE, "a");
	remarks_limit(&remarks, 2);
	for (int i = 2; i < 7; i++)
		remark(&remarks, i, DOCKET_REMARK_TEMPLATE, "b");
	remark(&remarks, 7, DOCKET_REMARK_RECURRENCE, "c");
	remarks_limit(&remarks, 0);
	remark(&remarks, 8, DOCKET_REMARK_TEMPLATE, "d");
	assert_int_equal(remarks.count, 5);
	assert_true(str_equal(remarks.items[1].message, STR("b")));
	assert_true(str_equal(remarks.items[2].message, STR("b; 3 more in the note")));
	assert_true(str_equal(remarks.items[3].message, STR("c")));
	assert_int_equal(remarks.items[4].line, 8);
	arena_free(&arena);
}

static void
every_kind_has_a_name_of_its_own_and_an_explanation(void **state)
{
	(void)state;
	for (int i = 0; i < DOCKET_REMARK_COUNT; i++) {
		assert_non_null(docket_remark_name((enum docket_remark_kind)i));
		assert_non_null(docket_remark_explain((enum docket_remark_kind)i));
		for (int j = 0; j < i; j++)
			assert_string_not_equal(docket_remark_name((enum docket_remark_kind)i),
				docket_remark_name((enum docket_remark_kind)j));
	}
}

static void
templates_in_their_folder_are_not_remarked(void **state)
{
	(void)state;
	static const struct {
		const char *path;
		size_t remarks;
	} examples[] = {
		{ "Meeting.md", 1 },
		{ "Templates/Meeting.md", 0 },
		{ "vault/_templates/a/Meeting.md", 0 },
		{ "Vorlagen/Treffen.md", 0 },
		{ "Template call.md", 1 },
	};
	for (size_t i = 0; i < sizeof(examples) / sizeof(*examples); i++) {
		struct docket_note *note =
			docket_note_parse(STR("- [ ] {{task}}\n"), examples[i].path, NULL);
		assert_int_equal(note->remark_count, examples[i].remarks);
		docket_note_free(note);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_messages_are_kept_whole),
		cmocka_unit_test(remarks_are_sorted_by_line_and_those_of_a_line_keep_their_order),
		cmocka_unit_test(remarks_of_one_kind_are_joined_in_the_first),
		cmocka_unit_test(templates_in_their_folder_are_not_remarked),
		cmocka_unit_test(of_a_kind_only_so_many_are_kept_while_there_is_a_limit),
		cmocka_unit_test(every_kind_has_a_name_of_its_own_and_an_explanation),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
