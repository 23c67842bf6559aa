#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tasks_format.h"

static str
format_line(struct arena *arena, str line)
{
	str symbol, body;
	if (!fields_split_box(line, &symbol, &body))
		return STR("no task");
	struct fields fields = fields_read(arena, body, false);
	str text = format_fields(arena, &fields);
	return str_format(arena, "status=%.*s\t%.*s", STR_ARG(symbol), STR_ARG(text));
}

static void
check_text(str got, str expected)
{
	if (!str_equal(got, expected))
		fail_msg("got:      %.*s\nexpected: %.*s", STR_ARG(got), STR_ARG(expected));
}

static void
check_lines(const char *input, const char *expected, size_t count)
{
	struct arena arena = { 0 };
	str lines = read_whole(&arena, input), answers = read_whole(&arena, expected);
	str line, answer;
	size_t checked = 0;
	while (str_next_line(&lines, &line)) {
		assert_true(str_next_line(&answers, &answer));
		check_text(format_line(&arena, unescape(&arena, line)), answer);
		checked++;
	}
	assert_int_equal(checked, count);
	arena_free(&arena);
}

static void
lines_by_hand_read_as_the_plugin_reads_them(void **state)
{
	(void)state;
	check_lines("fixtures/tasks-format/lines-edge.txt",
		"fixtures/tasks-format/lines-edge.expected", 105);
}

static void
random_lines_read_as_the_plugin_reads_them(void **state)
{
	(void)state;
	check_lines("fixtures/tasks-format/lines-random.txt",
		"fixtures/tasks-format/lines-random.expected", 3000);
}

struct example {
	const char *text, *expected;
};

static void
check_examples(const struct example *examples, size_t count, bool dataview)
{
	struct arena arena = { 0 };
	for (size_t i = 0; i < count; i++) {
		struct fields fields = fields_read(&arena, str_from(examples[i].text), dataview);
		check_text(format_fields(&arena, &fields), str_from(examples[i].expected));
	}
	arena_free(&arena);
}

static void
glued_fields_depend_on_the_order_of_a_pass(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "x #t📅2025-01-01🏁 keep",
			"description=x #t📅2025-01-01\ttags=#t📅2025-01-01\tcompletion=keep" },
		{ "x #t 📅2025-01-01🏁 keep",
			"description=x #t\ttags=#t\tdue=2025-01-01\tcompletion=keep" },
		{ "x #a\t#b (", "description=x #a\\t#b (\ttags=#a" },
	};
	check_examples(examples, COUNT(examples), false);
}

static void
only_twenty_tags_may_follow_a_field(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct buffer line = { .arena = &arena };
	buffer_add(&line, STR("Call 📅 2025-01-01"));
	for (int i = 0; i < 20; i++)
		buffer_format(&line, " #t%d", i);
	assert_false(date_is_none(fields_read(&arena, line.text, false).due));
	buffer_add(&line, STR(" #t20"));
	assert_true(date_is_none(fields_read(&arena, line.text, false).due));
	arena_free(&arena);
}

static void
dates_that_do_not_exist_keep_their_text(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str body = STR("Call ⏳ 2025-13-01 📅 2025-02-30 ✅ 2025-02-28");
	struct fields fields = fields_read(&arena, body, false);
	check_text(fields.due_written, STR("2025-02-30"));
	check_text(fields.scheduled_written, STR("2025-13-01"));
	check_text(fields.done_written, STR(""));
	arena_free(&arena);
}

static void
the_leftmost_field_counts_even_when_it_is_useless(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "a 📅 2025-01-01 📅 2025-02-30", "description=a\tdue=2025-01-01" },
		{ "a 📅 2025-02-30 📅 2025-01-01", "description=a\tdue=impossible" },
		{ "a 🏁 archive 🏁 keep", "description=a" },
		{ "a 🔁 never 🔁 every day", "description=a" },
		{ "a ⛔ b ⛔ c, d", "description=a\tdepends=b" },
	};
	check_examples(examples, COUNT(examples), false);
}

static void
rules_without_a_usable_date_are_none_unless_they_count_from_the_day_done(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "a 🔁 every day 📅 2025-02-30", "description=a\tdue=impossible" },
		{ "a 🔁 every day when done 📅 2025-02-30",
			"description=a\tdue=impossible\trecurrence=every day when done" },
		{ "a 🔁 every day 📅 2025-02-28 ⏳ 2025-02-30",
			"description=a\tdue=2025-02-28\tscheduled=impossible\t"
			"recurrence=every day" },
		{ "a 🔁 every day 🛫 2025-02-30 ⏳ 2025-02-28",
			"description=a\tscheduled=2025-02-28\tstart=impossible\t"
			"recurrence=every day" },
	};
	check_examples(examples, COUNT(examples), false);
}

static void
rules_that_cannot_be_read_keep_their_text(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct fields fields = fields_read(&arena, STR("Call 🔁 each week"), false);
	check_text(fields.recurrence, STR(""));
	check_text(fields.recurrence_written, STR("each week"));
	arena_free(&arena);
}

static void
bracketed_fields_are_read_in_their_own_format_only(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "Call  [priority:: high]  [due:: 2025-11-08]",
			"description=Call\tpriority=high\tdue=2025-11-08" },
		{ "Call (priority::lowest),[ completion::  2025-01-01 ] ,",
			"description=Call\tpriority=lowest\tdone=2025-01-01" },
		{ "Call [start:: 2025-01-01] (created:: 2025-01-02) [scheduled:: 2025-01-03] "
		  "[cancelled:: 2025-01-04] #x",
			"description=Call #x\ttags=#x\tscheduled=2025-01-03\tstart=2025-01-01\t"
			"created=2025-01-02\tcancelled=2025-01-04" },
		{ "Call [repeat:: Every Mon ] [onCompletion:: Delete] [id:: a_1] "
		  "[dependsOn:: b, c ] ^link",
			"description=Call\trecurrence=every week on Monday\tid=a_1\t"
			"depends=b c\tcompletion=delete\tblock=link" },
		{ "Call [repeat:: ]", "description=Call" },
		{ "Call [repeat::]", "description=Call [repeat::]" },
		{ "Call [due:: 2025-11-08)", "description=Call [due:: 2025-11-08)" },
		{ "Call [Due:: 2025-11-08]", "description=Call [Due:: 2025-11-08]" },
		{ "Call [priority:: High]", "description=Call [priority:: High]" },
		{ "Call [xdue:: 2025-11-08]", "description=Call [xdue:: 2025-11-08]" },
		{ "Call due:: 2025-11-08", "description=Call due:: 2025-11-08" },
		{ "Call [due:: 2025-11-08],,", "description=Call [due:: 2025-11-08],," },
		{ "Call 📅 2025-11-08", "description=Call 📅 2025-11-08" },
		{ "Call [priority:: 🔺]", "description=Call [priority:: 🔺]" },
	};
	check_examples(examples, COUNT(examples), true);
	static const struct example emoji[] = {
		{ "Call [due:: 2025-11-08]", "description=Call [due:: 2025-11-08]" },
	};
	check_examples(emoji, COUNT(emoji), false);
}

static void
bodies_that_touch_the_box_begin_right_behind_it(void **state)
{
	(void)state;
	str symbol, body;
	assert_true(fields_split_box(STR("- [ ]glued"), &symbol, &body));
	assert_ptr_equal(body.bytes, symbol.bytes + 2);
	assert_true(fields_split_box(STR("- [ ] apart"), &symbol, &body));
	assert_ptr_not_equal(body.bytes, symbol.bytes + 2);
}

static void
check_unread(const struct example *examples, size_t count, bool dataview)
{
	struct arena arena = { 0 };
	for (size_t i = 0; i < count; i++) {
		str text = str_from(examples[i].text);
		struct fields fields = fields_find_unread(&arena, text, dataview);
		check_text(format_fields(&arena, &fields), str_from(examples[i].expected));
	}
	arena_free(&arena);
}

static void
fields_followed_by_text_are_found(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "Send 📅 2025-01-01 soon", "description=Send soon\tdue=2025-01-01" },
		{ "📅 2025-01-01 Send it", "description=Send it\tdue=2025-01-01" },
		{ "Send it 🗓️2025-01-01.", "description=Send it.\tdue=2025-01-01" },
		{ "Send 📅 2025-02-30 soon", "description=Send soon\tdue=impossible" },
		{ "Send ⏫ the 📅 2025-01-01 offer ✅ 2025-01-02 @Ada",
			"description=Send the offer @Ada\tpriority=high\tdue=2025-01-01\t"
			"done=2025-01-02" },
		{ "Send 📅 2025-01-01 or 📅 2025-02-02 now",
			"description=Send or now\tdue=2025-01-01" },
		{ "Send 🔁 every week to Ada", "description=Send to Ada\trecurrence=every week" },
		{ "Send 🔁 every 2 weeks on Tuesday when done, always",
			"description=Send, always\trecurrence=every 2 weeks on Tuesday when done" },
		{ "Send 🔁 every weekend (all)", "description=Send (all)\trecurrence=every week" },
		{ "Send it (📅 2025-01-01)", "description=Send it\tdue=2025-01-01" },
		{ "Send it (📅 2025-01-01) soon", "description=Send it soon\tdue=2025-01-01" },
		{ "Send it (📅 2025-01-01 sharp)", "description=Send it (sharp)\tdue=2025-01-01" },
		{ "Send 🆔 abc ⛔ d, e then", "description=Send then\tid=abc\tdepends=d e" },
	};
	check_unread(examples, COUNT(examples), false);
}

static void
bracketed_fields_followed_by_text_are_found(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "Send [due:: 2025-01-01] soon", "description=Send soon\tdue=2025-01-01" },
		{ "Send ( priority:: low ) it", "description=Send it\tpriority=low" },
		{ "Send [repeat:: every day, ok] it",
			"description=Send [repeat:: every day, ok] it" },
		{ "Send [due:: 2025-01-01) soon", "description=Send [due:: 2025-01-01) soon" },
		{ "Send [due:: 2025-01-01", "description=Send [due:: 2025-01-01" },
	};
	check_unread(examples, COUNT(examples), true);
}

static void
text_without_readable_fields_stays_as_it_is(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"",
		"Send  it\ttwice ",
		"Send 📅 soon",
		"Send 📅 2025-1-1 soon",
		"Send 📅 2025-01-011 soon",
		"Send 📅️️ 2025-01-01 soon",
		"Write `📅 2025-01-01` at the end",
		"Write ``a ` 📅 2025-01-01`` at the end",
		"✅ works, 🔁 whenever",
		"Send 📅",
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct fields fields = fields_find_unread(&arena, str_from(texts[i]), false);
		check_text(fields.description, str_from(texts[i]));
		assert_int_equal(fields.unread.count, 0);
	}
	arena_free(&arena);
}

static void
backticks_that_do_not_close_hide_nothing(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str text = STR("Press ` or `` then 📅 2025-01-01 go");
	struct fields fields = fields_find_unread(&arena, text, false);
	check_text(fields.description, STR("Press ` or `` then go"));
	arena_free(&arena);
}

static void
unread_fields_are_named_as_written(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str text = STR("Send 📆️  2025-01-01 the ⏫ offer");
	struct fields fields = fields_find_unread(&arena, text, false);
	assert_int_equal(fields.unread.count, 2);
	check_text(fields.unread.items[0], STR("📆️  2025-01-01"));
	check_text(fields.unread.items[1], STR("⏫"));
	arena_free(&arena);
}

static void
only_trailing_tags_are_stripped(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "Call #a Ada #b  #c/d", "Call #a Ada" },
		{ "Call Ada", "Call Ada" },
		{ "Call Ada #b.", "Call Ada #b." },
		{ "issue#12", "issue#12" },
		{ "#a #b", "" },
		{ "", "" },
	};
	for (size_t i = 0; i < COUNT(examples); i++)
		check_text(fields_strip_tags(str_from(examples[i].text)),
			str_from(examples[i].expected));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_by_hand_read_as_the_plugin_reads_them),
		cmocka_unit_test(random_lines_read_as_the_plugin_reads_them),
		cmocka_unit_test(glued_fields_depend_on_the_order_of_a_pass),
		cmocka_unit_test(only_twenty_tags_may_follow_a_field),
		cmocka_unit_test(dates_that_do_not_exist_keep_their_text),
		cmocka_unit_test(the_leftmost_field_counts_even_when_it_is_useless),
		cmocka_unit_test(
			rules_without_a_usable_date_are_none_unless_they_count_from_the_day_done),
		cmocka_unit_test(rules_that_cannot_be_read_keep_their_text),
		cmocka_unit_test(bracketed_fields_are_read_in_their_own_format_only),
		cmocka_unit_test(bodies_that_touch_the_box_begin_right_behind_it),
		cmocka_unit_test(fields_followed_by_text_are_found),
		cmocka_unit_test(bracketed_fields_followed_by_text_are_found),
		cmocka_unit_test(text_without_readable_fields_stays_as_it_is),
		cmocka_unit_test(backticks_that_do_not_close_hide_nothing),
		cmocka_unit_test(unread_fields_are_named_as_written),
		cmocka_unit_test(only_trailing_tags_are_stripped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
