#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "reader.h"

static const struct docket_report report = { .name = "tasks", .subject = "task", .group = "" };
static const struct page page = { .format = "ics", .report = &report, .today = { 2025, 11, 10 } };

/* What the calendar has between its first and last to-do, without folds. */
static str
print_unfolded(struct arena *arena, const char *rows)
{
	str file = print_json(arena, page, rows);
	struct buffer text = { .arena = arena };
	buffer_add(&text, STR(""));
	while (file.length) {
		bool fold = str_starts(file, STR("\r\n "));
		if (!fold)
			buffer_add_char(&text, file.bytes[0]);
		file = str_skip(file, fold ? 3 : 1);
	}
	return text.text;
}

static void
assert_has(const char *rows, const char *line)
{
	struct arena arena = { 0 };
	str text = print_unfolded(&arena, rows);
	str wanted = str_format(&arena, "\r\n%s\r\n", line);
	if (!strstr(text.bytes, wanted.bytes))
		fail_msg("no line '%s' in:\n%s", line, text.bytes);
	arena_free(&arena);
}

static void
assert_lacks(const char *rows, const char *name)
{
	struct arena arena = { 0 };
	str text = print_unfolded(&arena, rows);
	assert_true(str_starts(text, STR("BEGIN:VCALENDAR\r\n")));
	assert_null(strstr(text.bytes, name));
	arena_free(&arena);
}

static void
a_calendar_without_tasks_is_whole(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	assert_string_equal(print_json(&arena, page, "[]").bytes,
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//docket//docket 0.1.0//EN\r\n"
		"END:VCALENDAR\r\n");
	arena_free(&arena);
}

static void
a_task_has_its_fields(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	const char *row =
		"[{\"uid\":\"wks3abcd\",\"text\":\"Send the plan\",\"state\":\"open\","
		"\"priority\":\"high\",\"owners\":[\"Ida Moss\",\"Per Aas\"],"
		"\"due\":\"2025-11-08\",\"scheduled\":\"2025-11-07\",\"accounts\":[\"Alder\"],"
		"\"tags\":[\"#task\",\"#a/b\"],"
		"\"meeting\":{\"date\":\"2025-10-28\",\"title\":\"Review\"},"
		"\"mentions\":[{\"path\":\"/v/a b%.md\",\"line\":3}],"
		"\"depends_on\":[\"k3f9\"],\"changes\":2}]";
	assert_string_equal(print_json(&arena, page, row).bytes,
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//docket//docket 0.1.0//EN\r\n"
		"BEGIN:VTODO\r\nUID:wks3abcd\r\nDTSTAMP:20251028T000000Z\r\nSEQUENCE:2\r\n"
		"SUMMARY:Send the plan\r\nDTSTART;VALUE=DATE:20251107\r\n"
		"DUE;VALUE=DATE:20251108\r\nSTATUS:NEEDS-ACTION\r\nPRIORITY:3\r\n"
		"CATEGORIES:Alder,task,a/b\r\nRELATED-TO;RELTYPE=DEPENDS-ON:k3f9\r\n"
		"DESCRIPTION:Owner: Ida Moss\\, Per Aas\\nMeeting: Review\\n/v/a b%.md:3\r\n"
		"URL:file:///v/a%20b%25.md\r\nEND:VTODO\r\nEND:VCALENDAR\r\n");
	arena_free(&arena);
}

static void
priorities_and_states_are_translated(void **state)
{
	(void)state;
	static const char *const cases[][2] = { { "{\"priority\":\"highest\"", "PRIORITY:1" },
		{ "{\"priority\":\"medium\"", "PRIORITY:5" },
		{ "{\"priority\":\"low\"", "PRIORITY:7" },
		{ "{\"priority\":\"lowest\"", "PRIORITY:9" },
		{ "{\"state\":\"proposed\"", "STATUS:NEEDS-ACTION" },
		{ "{\"state\":\"on_hold\"", "STATUS:NEEDS-ACTION" },
		{ "{\"state\":\"in_progress\"", "STATUS:IN-PROCESS" },
		{ "{\"state\":\"cancelled\"", "STATUS:CANCELLED" },
		{ "{\"done\":\"2025-11-01\",\"state\":\"done\"", "COMPLETED:20251101T120000Z" },
		{ "{\"state\":\"done\"", "STATUS:COMPLETED" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char rows[128];
		snprintf(rows, sizeof(rows), "[%s}]", cases[i][0]);
		assert_has(rows, cases[i][1]);
	}
	assert_lacks("[{\"priority\":\"none\"}]", "PRIORITY");
	assert_lacks("[{\"state\":\"open\",\"done\":\"2025-11-01\"}]", "COMPLETED");
}

static void
the_start_is_left_out_unless_before_the_due_day(void **state)
{
	(void)state;
	assert_has("[{\"start\":\"2025-11-03\",\"scheduled\":\"2025-11-05\"}]",
		"DTSTART;VALUE=DATE:20251103");
	assert_lacks("[{\"start\":\"2025-11-08\",\"due\":\"2025-11-08\"}]", "DTSTART");
	assert_lacks("[{\"start\":\"2025-11-09\",\"due\":\"2025-11-08\"}]", "DTSTART");
}

static void
a_task_without_meeting_day_is_stamped_today(void **state)
{
	(void)state;
	assert_has("[{\"meeting\":{\"date\":null,\"title\":\"\"}}]", "DTSTAMP:20251110T000000Z");
}

static void
text_cannot_leave_its_line(void **state)
{
	(void)state;
	assert_has("[{\"text\":\"a;b,c\\\\d\\r\\nEND:VTODO\\u0001\\u001b\\u007f\\t!\"}]",
		"SUMMARY:a\\;b\\,c\\\\d\\nEND:VTODO\t!");
	assert_has("[{\"tags\":[\"#x,y\\nEND:VCALENDAR\"]}]", "CATEGORIES:x\\,y\\nEND:VCALENDAR");
	assert_has("[{\"mentions\":[{\"path\":\"/v/\\r\\nEND:VTODO;\\u00e9\",\"line\":1}]}]",
		"URL:file:///v/%0D%0AEND%3AVTODO%3B%C3%A9");
}

static void
bytes_that_are_not_text_are_replaced(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str file = print_rows(&arena, page, rows_of_text(&arena, STR("a\xff\xc3")));
	assert_non_null(strstr(file.bytes, "SUMMARY:a\xef\xbf\xbd\xef\xbf\xbd\r\n"));
	arena_free(&arena);
}

/* All lines of a file are valid by themselves and at most 75 octets long. */
static void
assert_folded(str file)
{
	while (file.length) {
		const char *end = strstr(file.bytes, "\r\n");
		assert_non_null(end);
		str line = { file.bytes, (size_t)(end - file.bytes) };
		assert_true(line.length <= 75);
		assert_true(utf8_valid(line));
		file = str_skip(file, line.length + 2);
	}
}

static void
lines_are_folded_between_characters(void **state)
{
	(void)state;
	static const char *const characters[] = { "x", "\u00e9", "\u20ac", "\U0001F600" };
	for (int offset = 60; offset <= 80; offset++) {
		for (size_t i = 0; i < 4; i++) {
			struct arena arena = { 0 };
			struct buffer text = { .arena = &arena };
			for (int used = (int)strlen("SUMMARY:"); used < offset; used++)
				buffer_add_char(&text, 'a');
			for (int more = 0; more < 60; more++)
				buffer_add(&text, str_from(characters[i]));
			const struct docket_value *rows = rows_of_text(&arena, text.text);
			str file = print_rows(&arena, page, rows);
			assert_folded(file);
			str line = str_format(&arena, "{\"text\":\"%.*s\"}", STR_ARG(text.text));
			str list = str_format(&arena, "[%.*s]", STR_ARG(line));
			str wanted = str_format(&arena, "SUMMARY:%.*s", STR_ARG(text.text));
			assert_has(list.bytes, wanted.bytes);
			arena_free(&arena);
		}
	}
}

static void
only_tasks_are_to_dos(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct docket_report decisions = { .subject = "decision", .group = "" };
	struct page other = { .format = "ics", .report = &decisions };
	const char *refused = "the format 'ics' is for reports of tasks only";
	assert_string_equal(print_json(&arena, other, "[]").bytes, refused);
	other.report = NULL;
	assert_string_equal(print_json(&arena, other, "[]").bytes, refused);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_calendar_without_tasks_is_whole),
		cmocka_unit_test(a_task_has_its_fields),
		cmocka_unit_test(priorities_and_states_are_translated),
		cmocka_unit_test(the_start_is_left_out_unless_before_the_due_day),
		cmocka_unit_test(a_task_without_meeting_day_is_stamped_today),
		cmocka_unit_test(text_cannot_leave_its_line),
		cmocka_unit_test(bytes_that_are_not_text_are_replaced),
		cmocka_unit_test(lines_are_folded_between_characters),
		cmocka_unit_test(only_tasks_are_to_dos),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
