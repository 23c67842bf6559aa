/*
 * The Obsidian Tasks format example by example, as notes: what is a task (A), the emoji fields (B),
 * the bracketed ones (C), statuses (D), headings and days in file names (G).
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docket/note.h"
#include "tasks_format.h"

struct example {
	const char *text;     /* a note, or the body of a task */
	const char *expected; /* of its first box; NULL: there is none */
};

static const struct docket_reading emoji = { 0 }, brackets = { .dataview = true };

/* The first box of a note, its status and heading left out. */
static str
format_first(struct arena *arena, const char *text, const struct docket_reading *reading)
{
	struct docket_note *note = docket_note_parse(str_from(text), "note.md", reading);
	str found = { 0 };
	for (size_t i = 0; i < note->task_count && !found.bytes; i++)
		if (note->tasks[i].from == DOCKET_FROM_CHECKBOX)
			found = format_task(arena, &note->tasks[i]);
	docket_note_free(note);
	return str_slice(found, 0, str_find(found, STR("\tstatus=")));
}

static void
check(const struct example *example, const char *text, const struct docket_reading *reading)
{
	struct arena arena = { 0 };
	str got = format_first(&arena, text, reading);
	if (!str_equal(got, str_from(example->expected)))
		fail_msg("%s\ngot:      %.*s\nexpected: %s", text, STR_ARG(got),
			example->expected ? example->expected : "no task");
	arena_free(&arena);
}

static void
check_notes(const struct example *examples, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check(&examples[i], examples[i].text, &emoji);
}

static void
check_bodies(const struct example *examples, size_t count, const struct docket_reading *reading)
{
	struct arena arena = { 0 };
	for (size_t i = 0; i < count; i++)
		check(&examples[i], str_format(&arena, "- [ ] %s\n", examples[i].text).bytes,
			reading);
	arena_free(&arena);
}

/* clang-format off */
static const struct example shapes[] = {
	{ "- [ ] a", "description=a" }, { "* [ ] a", "description=a" }, { "+ [ ] a", "description=a" },
	{ "1. [ ] a", "description=a" }, { "1) [ ] a", "description=a" },
	{ "123456789. [ ] a", "description=a" }, { "1234567890. [ ] a", NULL },
	{ "a. [ ] a", NULL }, { "– [ ] a", NULL }, { "[ ] a", NULL }, { "-[ ] a", NULL },
	{ "> - [ ] a", "description=a" }, { "> > - [ ] a", "description=a" },
	{ ">- [ ] a", "description=a" }, { "> [!todo] b\n> - [ ] a", "description=a" },
	{ "-   [ ] a", "description=a" }, { "-\t[ ] a", NULL },
	{ "- [] a", NULL }, { "- [xx] a", NULL }, { "- [🔥] a", "description=a" },
	{ "- [\u00A0] a", "description=a" }, { "- [ ]a", NULL }, { "- [ ]\ta", "description=a" },
	{ "- [ ]   a  ", "description=a" }, { "- [ ] a\r\n", "description=a" },
	{ "- [ ] a\u2028b 📅 2025-01-01", "description=a" },
	{ "- [ ] a\u2029b 📅 2025-01-01", "description=a" },
	{ "- [ ]", "description=" }, { "- [ ] ", "description=" },
};

static const struct example block_links[] = {
	{ "a ^id-1", "description=a\tblock=id-1" }, { "a  ^1A", "description=a\tblock=1A" },
	{ "a ^id_1", "description=a ^id_1" }, { "a ^id #b", "description=a ^id #b\ttags=#b" },
	{ "a^id", "description=a^id" }, { "^id", "description=^id" },
	{ "a 📅 2025-01-01 ^id", "description=a\tdue=2025-01-01\tblock=id" },
	{ "a ^b ^c", "description=a ^b\tblock=c" },
};

static const struct example places[] = {
	{ "---\nx: |\n  - [ ] a\n---\n", NULL },
	{ "```\n- [ ] a\n```\n", NULL }, { "~~~\n- [ ] a\n~~~\n", NULL },
	{ "    - [ ] a\n", NULL }, { "- b\n\n  ```\n  - [ ] a\n  ```\n", NULL },
	{ "> ```\n> - [ ] a\n> ```\n", NULL },
	{ "$$\n- [ ] a\n$$\n", NULL },
	{ "%%\n- [ ] a\n%%\n", NULL }, { "b\n%%\n- [ ] a\n%%\n", NULL }, { "%%\n- [ ] a\n", NULL },
	{ "%% b %%\n- [ ] a\n", "description=a" }, { "b %%\n- [ ] a\n", "description=a" },
	{ "<!--\n- [ ] a\n-->\n", NULL },
	{ "<details>\n- [ ] a\n</details>\n", NULL },
	{ "<details>\n\n- [ ] a\n</details>\n", "description=a" },
	{ "b[^1]\n\n[^1]: - [ ] a\n", NULL },
	{ "[^1]: b\n    - [ ] a\n", "description=a" },
	{ "[^1]: b\n\n    c\n\n\t- [ ] a\n", "description=a" },
	{ "[^1]:\n    - b\n        - [ ] a 📅 2025-01-01\n", "description=a\tdue=2025-01-01" },
	{ "[^long-one]: - b\n    - [ ] a\n", "description=a" },
	{ "[^1]: b\n\nc\n\n    - [ ] a\n", NULL },
	{ "```\n[^1]: b\n    - [ ] a\n```\n", NULL },
	{ "[^]: b\n\n    - [ ] a\n", NULL },
	{ "- [ ] a %% #t %%\n", "description=a %% #t %%\ttags=#t" },
	{ "- b\n  - c\n    - [ ] a\n", "description=a" }, { "1. b\n   1. [ ] a\n", "description=a" },
	{ "- b\n\t- [ ] a\nc\n", "description=a" }, { "- [ ] 1. a\n", "description=1. a" },
	{ "- [ ] a\n  b 📅 2025-01-01\n", "description=a" },
	{ "- [ ] a\n  - b #c 📅 2025-01-01\n", "description=a" },
	{ "- b #c 📅 2025-01-01\n  - [ ] a\n", "description=a" },
};

static const struct example signifiers[] = {
	{ "a 🔺", "description=a\tpriority=highest" }, { "a ⏫", "description=a\tpriority=high" },
	{ "a 🔼", "description=a\tpriority=medium" }, { "a 🔽", "description=a\tpriority=low" },
	{ "a ⏬", "description=a\tpriority=lowest" }, { "a ⏫\uFE0F", "description=a\tpriority=high" },
	{ "a🔺", "description=a\tpriority=highest" },
	{ "a 🛫 2025-01-01", "description=a\tstart=2025-01-01" },
	{ "a ➕ 2025-01-01", "description=a\tcreated=2025-01-01" },
	{ "a ⏳ 2025-01-01", "description=a\tscheduled=2025-01-01" },
	{ "a ⌛ 2025-01-01", "description=a\tscheduled=2025-01-01" },
	{ "a 📅 2025-01-01", "description=a\tdue=2025-01-01" },
	{ "a 📆 2025-01-01", "description=a\tdue=2025-01-01" },
	{ "a 🗓 2025-01-01", "description=a\tdue=2025-01-01" },
	{ "a 🗓\uFE0F 2025-01-01", "description=a\tdue=2025-01-01" },
	{ "a 📅2025-01-01", "description=a\tdue=2025-01-01" },
	{ "a 📅   2025-01-01", "description=a\tdue=2025-01-01" },
	{ "a ✅ 2025-01-01", "description=a\tdone=2025-01-01" },
	{ "a ❌ 2025-01-01", "description=a\tcancelled=2025-01-01" },
	{ "a 🔁 every day", "description=a\trecurrence=every day" },
	{ "a 🏁 delete", "description=a\tcompletion=delete" },
	{ "a 🏁 KEEP", "description=a\tcompletion=keep" }, { "a 🏁 archive", "description=a" },
	{ "a 🆔 b_C-1", "description=a\tid=b_C-1" }, { "a 🆔 ü", "description=a 🆔 ü" },
	{ "a ⛔ b", "description=a\tdepends=b" }, { "a ⛔ b,c , d", "description=a\tdepends=b c d" },
	{ "a ⏰ 2025-01-01", "description=a ⏰ 2025-01-01" },
};

static const struct example orders[] = {
	{ "Do the thing @Some Person 📅 2025-11-08 ⏫ #task #proposed",
		"description=Do the thing @Some Person #task #proposed\ttags=#task #proposed"
		"\tpriority=high\tdue=2025-11-08" },
	{ "a #b 📅 2025-01-01 #c ⏫ ^id",
		"description=a #b #c\ttags=#b #c\tpriority=high\tdue=2025-01-01\tblock=id" },
	{ "a 📅 2025-01-01\u00A0⏫", "description=a\tpriority=high\tdue=2025-01-01" },
	{ "a 📅 2025-01-01 📅 2025-02-02", "description=a\tdue=2025-01-01" },
	{ "a 🔼 ⏫", "description=a\tpriority=medium" },
	{ "a  b 📅 2025-01-01 #c   #d", "description=a  b #c #d\ttags=#c #d\tdue=2025-01-01" },
	{ "📅 2025-01-01", "description=\tdue=2025-01-01" },
	{ "#a #b", "description=#a #b\ttags=#a #b" },
	{ "a 🔁 every week buy milk 📅 2025-01-01",
		"description=a\tdue=2025-01-01\trecurrence=every week" },
	{ "a 🔁 every weekend", "description=a\trecurrence=every week" },
	{ "a 🔁 weekly", "description=a" },
	{ "a 📅 0000-01-01", "description=a\tdue=0000-01-01" },
	{ "a 📅 9999-12-31", "description=a\tdue=9999-12-31" },
	{ "a 📅 2024-02-29", "description=a\tdue=2024-02-29" },
};

/* docket reads what is unread; the description stays the plugin's. */
static const struct example stoppers[] = {
	{ "a 📅 2025-01-01 soon", "description=a 📅 2025-01-01 soon\tdue=2025-01-01" },
	{ "a 📅 2025-01-01.", "description=a 📅 2025-01-01.\tdue=2025-01-01" },
	{ "a (📅 2025-01-01)", "description=a (📅 2025-01-01)\tdue=2025-01-01" },
	{ "a 📅 2025-01-01 [[b]]", "description=a 📅 2025-01-01 [[b]]\tdue=2025-01-01" },
	{ "a 📅 2025-01-01 %% c %%", "description=a 📅 2025-01-01 %% c %%\tdue=2025-01-01" },
	{ "a 📅 2025-01-01 @bo", "description=a 📅 2025-01-01 @bo\tdue=2025-01-01" },
	{ "a 📅 2025-01-01 ⏰ 2025-01-02", "description=a 📅 2025-01-01 ⏰ 2025-01-02\tdue=2025-01-01" },
	{ "a 📅 2025-01-01 ^b_1", "description=a 📅 2025-01-01 ^b_1\tdue=2025-01-01" },
	{ "a 📅 2025-01-01\u200B", "description=a 📅 2025-01-01\u200B\tdue=2025-01-01" },
	{ "a 📅 2025-01-01 #b,", "description=a 📅 2025-01-01 #b,\ttags=#b\tdue=2025-01-01" },
	{ "a ⏫ b 📅 2025-01-01", "description=a ⏫ b\tpriority=high\tdue=2025-01-01" },
	{ "a 🔁 every day until 2026-01-01", "description=a 🔁 every day until 2026-01-01"
		"\trecurrence=every day until January 1, 2026" },
	{ "a 📅 Invalid date ⏫", "description=a 📅 Invalid date\tpriority=high" },
};

static const struct example odd_days[] = {
	{ "a 📅\t2025-01-01", "description=a 📅\\t2025-01-01\tdue=2025-01-01" },
	{ "a 📅\u00A02025-01-01", "description=a 📅\u00A02025-01-01\tdue=2025-01-01" },
	{ "a 📅\uFE0F\uFE0F 2025-01-01", "description=a 📅\uFE0F\uFE0F 2025-01-01\tdue=2025-01-01" },
	{ "a 📅\uFE0E 2025-01-01", "description=a 📅\uFE0E 2025-01-01\tdue=2025-01-01" },
	{ "a 📅 2025-1-1", "description=a 📅 2025-1-1\tdue=2025-01-01" },
	{ "a 📅 [[2025-01-01]]", "description=a 📅 [[2025-01-01]]\tdue=2025-01-01" },
	{ "a 📅 1 January 2025", "description=a 📅 1 January 2025\tdue=2025-01-01" },
	{ "a 📅 Friday", "description=a 📅 Friday" },
	{ "a `📅` 2025-1-1", "description=a `📅` 2025-1-1" },
};

static const struct example tags[] = {
	{ "#a,b #c.d", "description=#a,b #c.d\ttags=#a #c" },
	{ "#e;f", "description=#e;f\ttags=#e;f" },
	{ "(#z) b", "description=(#z) b" }, { "x#y b", "description=x#y b" },
	{ "##q b", "description=##q b" }, { "http://h/#frag b", "description=http://h/#frag b" },
	{ "`code #t` b", "description=`code #t` b\ttags=#t`" },
	{ "#a\tb", "description=#a\\tb\ttags=#a\\tb" },
	{ "b #123 c", "description=b #123 c\ttags=#123" },
	{ "b #a/b-c_d+e=f~g[h] c", "description=b #a/b-c_d+e=f~g[h] c\ttags=#a/b-c_d+e=f~g[h]" },
	{ "b #日本 #🔥 c", "description=b #日本 #🔥 c\ttags=#日本 #🔥" },
	{ "b #A #a #A", "description=b #A #a #A\ttags=#A #a #A" },
};

static const struct example fields_in_brackets[] = {
	{ "a [due:: 2025-01-01]", "description=a\tdue=2025-01-01" },
	{ "a (due::2025-01-01)", "description=a\tdue=2025-01-01" },
	{ "a [ due::  2025-01-01 ]", "description=a\tdue=2025-01-01" },
	{ "a [priority:: highest]", "description=a\tpriority=highest" },
	{ "a [priority:: lowest] ,", "description=a\tpriority=lowest" },
	{ "a [start:: 2025-01-01], [created:: 2025-01-02]",
		"description=a\tstart=2025-01-01\tcreated=2025-01-02" },
	{ "a [scheduled:: 2025-01-01] [completion:: 2025-01-02] [cancelled:: 2025-01-03]",
		"description=a\tscheduled=2025-01-01\tdone=2025-01-02\tcancelled=2025-01-03" },
	{ "a [repeat:: every day when done]", "description=a\trecurrence=every day when done" },
	{ "a [onCompletion:: delete] [id:: b] [dependsOn:: c,d]",
		"description=a\tid=b\tdepends=c d\tcompletion=delete" },
	{ "a [due:: 2025-01-01)", "description=a [due:: 2025-01-01)" },
	{ "a [DUE:: 2025-01-01]", "description=a [DUE:: 2025-01-01]" },
	{ "a [priority:: High]", "description=a [priority:: High]" },
	{ "a due:: 2025-01-01", "description=a due:: 2025-01-01" },
	{ "a [📅:: 2025-01-01]", "description=a [📅:: 2025-01-01]" },
	{ "a [other:: b]", "description=a [other:: b]" },
	{ "a  [priority:: high]  [due:: 2025-11-08] #b ^c",
		"description=a #b\ttags=#b\tpriority=high\tdue=2025-11-08\tblock=c" },
};

/* docket reads the other format, too; the description stays the plugin's. */
static const struct example emoji_among_brackets[] = {
	{ "a ⏫", "description=a ⏫\tpriority=high" },
	{ "a 📅 2025-01-01 [priority:: low]",
		"description=a 📅 2025-01-01\tpriority=low\tdue=2025-01-01" },
	{ "a 📅 2025-01-01 [due:: 2025-01-02]", "description=a 📅 2025-01-01\tdue=2025-01-02" },
};
static const struct example brackets_among_emoji[] = {
	{ "a [priority:: high]", "description=a [priority:: high]\tpriority=high" },
	{ "a (due:: 2025-01-01) ⏫",
		"description=a (due:: 2025-01-01)\tpriority=high\tdue=2025-01-01" },
	{ "a [due:: 2025-01-01] 📅 2025-01-02", "description=a [due:: 2025-01-01]\tdue=2025-01-02" },
	{ "a [Due:: 2025-01-01]", "description=a [Due:: 2025-01-01]" },
	{ "a [other:: b]", "description=a [other:: b]" },
};
/* clang-format on */

static void
tasks_are_lines_of_this_shape(void **state)
{
	(void)state;
	check_notes(shapes, COUNT(shapes));
}

static void
block_links_end_the_line(void **state)
{
	(void)state;
	check_bodies(block_links, COUNT(block_links), &emoji);
}

static void
tasks_are_seen_in_lists_and_quotes_but_not_in_code_and_comments(void **state)
{
	(void)state;
	check_notes(places, COUNT(places));
}

static void
emoji_fields_are_read_in_each_spelling(void **state)
{
	(void)state;
	check_bodies(signifiers, COUNT(signifiers), &emoji);
}

static void
fields_and_tags_may_end_the_line_in_any_order(void **state)
{
	(void)state;
	check_bodies(orders, COUNT(orders), &emoji);
}

static void
fields_that_other_text_follows_stay_in_the_description(void **state)
{
	(void)state;
	check_bodies(stoppers, COUNT(stoppers), &emoji);
}

static void
days_that_are_written_otherwise_stay_in_the_description(void **state)
{
	(void)state;
	check_bodies(odd_days, COUNT(odd_days), &emoji);
}

static void
tags_are_what_the_plugin_takes_for_tags(void **state)
{
	(void)state;
	check_bodies(tags, COUNT(tags), &emoji);
}

static void
bracketed_fields_are_read_in_vaults_that_use_them(void **state)
{
	(void)state;
	check_bodies(fields_in_brackets, COUNT(fields_in_brackets), &brackets);
}

static void
fields_in_the_other_format_are_read_but_stay_in_the_description(void **state)
{
	(void)state;
	check_bodies(emoji_among_brackets, COUNT(emoji_among_brackets), &brackets);
	check_bodies(brackets_among_emoji, COUNT(brackets_among_emoji), &emoji);
}

static void
the_global_filter_is_any_part_of_the_body_without_its_block_link(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "a #task b", "description=a #task b\ttags=#task" },
		{ "a #tasks", "description=a #tasks\ttags=#tasks" },
		{ "a #task/sub", "description=a #task/sub\ttags=#task/sub" },
		{ "x#taskx", "description=x#taskx" },
		{ "a #Task", NULL },
		{ "a", NULL },
	};
	const struct docket_reading filtered = { .global_filter = STR("#task") };
	check_bodies(examples, COUNT(examples), &filtered);
	static const struct example links[] = { { "a ^task", NULL } };
	const struct docket_reading by_word = { .global_filter = STR("task") };
	check_bodies(links, COUNT(links), &by_word);
}

static void
headings_are_the_last_above_at_the_level_of_the_document(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "- [ ] a\n# b\n", "" },
		{ "# b\n- [ ] a\n", "b" },
		{ "# b\n### c ##\n- [ ] a\n", "c" },
		{ "# I link to [[x]] *so*\n- [ ] a\n", "I link to [[x]] *so*" },
		{ "# b\n###\n- [ ] a\n", "" },
		{ "# b\n#c\n\n- [ ] a\n", "b" },
		{ "# b\n> ## c\n\n- [ ] a\n", "b" },
		{ "# b\n- ## c\n\n- [ ] a\n", "b" },
		{ "b\n===\n- [ ] a\n", "b" },
	};
	for (size_t i = 0; i < COUNT(examples); i++) {
		struct docket_note *note =
			docket_note_parse(str_from(examples[i].text), "n.md", NULL);
		assert_int_equal(note->task_count, 1);
		str heading = note->tasks[0].heading;
		if (!str_equal(heading, str_from(examples[i].expected)))
			fail_msg("%s: %.*s", examples[i].text, STR_ARG(heading));
		docket_note_free(note);
	}
}

static void
symbols_that_are_not_registered_are_unknown_and_to_do(void **state)
{
	(void)state;
	static const struct {
		const char *text, *name;
		enum docket_status_type type;
		enum docket_state state;
	} examples[] = {
		{ "- [ ] a", "Todo", DOCKET_STATUS_TODO, DOCKET_OPEN },
		{ "- [x] a", "Done", DOCKET_STATUS_DONE, DOCKET_DONE },
		{ "- [/] a", "In Progress", DOCKET_STATUS_IN_PROGRESS, DOCKET_IN_PROGRESS },
		{ "- [-] a", "Cancelled", DOCKET_STATUS_CANCELLED, DOCKET_CANCELLED },
		{ "- [X] a", "Unknown", DOCKET_STATUS_TODO, DOCKET_DONE },
		{ "- [?] a", "Unknown", DOCKET_STATUS_TODO, DOCKET_PROPOSED },
		{ "- [>] a", "Unknown", DOCKET_STATUS_TODO, DOCKET_OPEN },
		{ "- [!] a", "Unknown", DOCKET_STATUS_TODO, DOCKET_OPEN },
		{ "- [\u00A0] a", "Unknown", DOCKET_STATUS_TODO, DOCKET_OPEN },
	};
	for (size_t i = 0; i < COUNT(examples); i++) {
		struct docket_note *note =
			docket_note_parse(str_from(examples[i].text), "n.md", NULL);
		assert_int_equal(note->task_count, 1);
		assert_true(str_equal(note->tasks[0].status.name, str_from(examples[i].name)));
		assert_int_equal(note->tasks[0].status.type, examples[i].type);
		assert_int_equal(note->tasks[0].state, examples[i].state);
		docket_note_free(note);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tasks_are_lines_of_this_shape),
		cmocka_unit_test(block_links_end_the_line),
		cmocka_unit_test(tasks_are_seen_in_lists_and_quotes_but_not_in_code_and_comments),
		cmocka_unit_test(emoji_fields_are_read_in_each_spelling),
		cmocka_unit_test(fields_and_tags_may_end_the_line_in_any_order),
		cmocka_unit_test(fields_that_other_text_follows_stay_in_the_description),
		cmocka_unit_test(days_that_are_written_otherwise_stay_in_the_description),
		cmocka_unit_test(tags_are_what_the_plugin_takes_for_tags),
		cmocka_unit_test(bracketed_fields_are_read_in_vaults_that_use_them),
		cmocka_unit_test(fields_in_the_other_format_are_read_but_stay_in_the_description),
		cmocka_unit_test(the_global_filter_is_any_part_of_the_body_without_its_block_link),
		cmocka_unit_test(headings_are_the_last_above_at_the_level_of_the_document),
		cmocka_unit_test(symbols_that_are_not_registered_are_unknown_and_to_do),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
