#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/date.h"
#include "base/utf8.h"
#include "docket/note.h"

#include <string.h>

static struct docket_note *
parse(const char *text, const char *path)
{
	return docket_note_parse(str_from(text), path, NULL);
}

static void
check_str(str actual, const char *expected)
{
	if (!str_equal(actual, str_from(expected)))
		fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(actual), expected);
}

static void
check_list(strs actual, const char *expected)
{
	struct arena arena = { 0 };
	struct buffer joined = { .arena = &arena };
	for (size_t i = 0; i < actual.count; i++)
		buffer_format(&joined, "%s%.*s", i ? "; " : "", STR_ARG(actual.items[i]));
	check_str(joined.text, expected);
	arena_free(&arena);
}

static void
the_title_is_front_matter_then_heading_then_file_name(void **state)
{
	(void)state;
	static const struct {
		const char *text, *path, *title;
	} rows[] = {
		{ "---\ntitle: One\n---\n# Two\n", "three.md", "One" },
		{ "## No\n# Two\n", "three.md", "Two" },
		{ "text\n", "in/2025-10-28 - Three four.md", "Three four" },
		{ "text\n", "20251028_three.v2.md", "three.v2" },
		{ "text\n", "2025_10_28 three.md", "three" },
		{ "text\n", "2025年10月28日 three.md", "three" },
		{ "text\n", "three 2025_10_28.md", "three 2025_10_28" },
		{ "text\n", "2025-10-28.md", "2025-10-28" },
		{ "text\n", "three", "three" },
		{ "text\n", "gr\xFC\xDF.md", "grüß" },
		{ "", "", "" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct docket_note *note = parse(rows[i].text, rows[i].path);
		check_str(note->title, rows[i].title);
		docket_note_free(note);
	}
}

static void
the_date_is_front_matter_then_body_then_file_name(void **state)
{
	(void)state;
	static const struct {
		const char *text, *path, *day;
	} rows[] = {
		{ "---\ndate: 2025-01-01\n---\n**Date**: 2025-02-02\n", "2025-03-03.md",
			"2025-01-01" },
		{ "# A\n**Date**: 2025-02-02\n", "2025-03-03.md", "2025-02-02" },
		{ "# A\nDate: [[2025-02-02]] 10:30\n", "a.md", "2025-02-02" },
		{ "# A\n## B\n**Date**: 2025-02-02\n", "2025-03-03.md", "2025-03-03" },
		{ "text\n", "call 2025-03-03 b.md", "2025-03-03" },
		{ "text\n", "20250303.md", "2025-03-03" },
		{ "text\n", "2025-02-30.md", "" },
		{ "text\n", "2025-03-03/a.md", "" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct docket_note *note = parse(rows[i].text, rows[i].path);
		char day[11];
		docket_date_format(note->date, day);
		check_str(str_from(day), rows[i].day);
		docket_note_free(note);
	}
}

/* As people and programs write it, with weekday and time, in a label, on a line, in a title. */
static void
the_date_is_found_in_the_head_of_the_body(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{ "# A\n\nDate: Fri, 14 Nov 2025 16:20:00 +0100\n", "2025-11-14" },
		{ "# A\n\n**Date & Time:** November 6, 2025, 10:00 AM\n", "2025-11-06" },
		{ "# A\n\n**Date/Time:** Nov 6, 2025 10:00 AM PST\n", "2025-11-06" },
		{ "From: Ada\nSent: Monday, November 17, 2025 4:02 PM\nSubject: A\n",
			"2025-11-17" },
		{ "Von: Ada\nGesendet: Montag, 17. November 2025 16:02\n", "2025-11-17" },
		{ "# A\n\nWhen: Thu 6 Nov 2025 10:00 – 11:00 (CET)\n", "2025-11-06" },
		{ "# A\n\nMon, Nov 10, 2025 3:30PM • 42:18\n", "2025-11-10" },
		{ "# A\n\n*Made by a program.*\n\n**Thursday, 6 November 2025**\n", "2025-11-06" },
		{ "# A\n\n🗓 November 6, 2025\n\n## B\n", "2025-11-06" },
		{ "# A\n\n13.11.2025\n", "2025-11-13" },
		{ "# A\n\n2025-11-13 10:00\n", "2025-11-13" },
		{ "Nov 14, 2025 | Design review\n", "2025-11-14" },
		{ "Call Tamarind 17/11/2025\n\nAda, me\n", "2025-11-17" },
		{ "# Summary of the review (11/13/2025)\n", "2025-11-13" },
		{ "# Review 13 Nov 2025\n", "2025-11-13" },
		{ "# Besprechung vom 13. November 2025\n", "2025-11-13" },
		{ "# A\n\n11/05/2025\n", "" },
		{ "# A\n\nend of Q1 2026\n", "" },
		{ "# A\n\nNovember 2025\n", "" },
		{ "# A\n\nThe launch is on 12 January 2026\n", "" },
		{ "# A\n\n- 12 January 2026\n", "" },
		{ "# A\n\n## B\n\n12 January 2026\n", "" },
		{ "# Plan for 12 January 2026\n", "" },
		{ "# A\n\n10:30\n", "" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct docket_note *note = parse(rows[i][0], "a.md");
		char day[11];
		docket_date_format(note->date, day);
		if (strcmp(day, rows[i][1]) != 0)
			fail_msg("\"%s\" is of %s", rows[i][0], day);
		docket_note_free(note);
	}
	struct docket_note *named = parse("text\n", "Review 13 Nov 2025.md");
	assert_int_equal(named->date.day, 13);
	docket_note_free(named);
}

static void
the_head_of_the_body_says_what_the_front_matter_does_not(void **state)
{
	(void)state;
	struct docket_note *note =
		parse("# Yard\n\n**Account**: [[Customers/Halden Yards]]\n"
		      "- Project: Gates\n**With:** @Ada Park, [[Ravi Menon]] (Quay); "
		      "Lena <lena@quay.example>, ops@quay.example\n",
			"a.md");
	check_str(note->account, "Halden Yards");
	check_str(note->project, "Gates");
	check_list(note->participants, "Ada Park; Ravi Menon; Lena");
	docket_note_free(note);
}

static void
an_address_takes_part_when_the_body_names_its_owner(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{ "---\nattendees: [ada.park@quay.example]\n---\nAda Park sends it\n", "Ada Park" },
		{ "---\nattendees: [ada.park@quay.example]\n---\nAda sends it\n", "" },
		{ "---\nattendees: [ada.park@quay.example]\n---\nAda Parker sends it\n", "" },
		{ "---\nattendees: [ada@quay.example]\n---\nAda sends it\n", "" },
		{ "---\nattendees: [Ada Park, ada.park@quay.example]\n---\nAda Park\n",
			"Ada Park" },
		{ "---\nattendees: [room.two@quay.example]\n---\nWith: Ada Park, Ravi Menon\n",
			"Ada Park; Ravi Menon" },
		{ "Attendees: ada.park@quay.example, b.li@quay.example\n\n**Ada Park**\n",
			"Ada Park" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct docket_note *note = parse(rows[i][0], "a.md");
		check_list(note->participants, rows[i][1]);
		docket_note_free(note);
	}
}

static void
a_list_of_attendees_gives_the_participants(void **state)
{
	(void)state;
	struct docket_note *note =
		parse("# Yard\n## Attendees\n- Ada Park (Quay)\n- [x] Ravi Menon\n"
		      "- Lena Hoff, Quay\n- everybody else\n## Regrets\n- Ines Oak\n",
			"a.md");
	check_list(note->participants, "Ada Park; Ravi Menon; Lena Hoff");
	docket_note_free(note);
}

static void
who_is_absent_is_left_out_on_a_line_too(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"# A\n**Attendees**: Ada Park, Ravi Menon (absent), Lena Hoff ✗\n",
		"# A\n## Attendees\nAda Park, Ravi Menon (Excused), Lena Hoff ✗\n",
		"## Attendees\n| Name | Here |\n|---|---|\n| Ada Park | Yes |\n| Lena | No |\n",
		"---\nparticipants: Ada Park, Lena Hoff (absent)\n---\n",
		"---\nparticipants: [Ada Park, Lena Hoff (absent), Ravi Menon ✗]\n---\n",
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct docket_note *note = parse(texts[i], "a.md");
		check_list(note->participants, "Ada Park");
		docket_note_free(note);
	}
}

static void
an_empty_account_is_no_answer(void **state)
{
	(void)state;
	static const char *const texts[] = { "# A\n**Account**: [[]]\n", "# A\n**Account**:\n",
		"# A\n**Account**: [Account]\n", "# A\n**Account**: n/a\n" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct docket_note *note = parse(texts[i], "a.md");
		check_str(note->account, "");
		docket_note_free(note);
	}
}

static void
full_names_in_the_body_are_kept_once_without_participants(void **state)
{
	(void)state;
	struct docket_note *note =
		parse("---\nparticipants: [Ada Park]\n---\nAsk @Ravi Menon and "
		      "[[Lena Hoff]] and [[Ada Park]].\n- [[Q4 Plan]], @Ravi Menon, "
		      "[[quay]], @Ines\n",
			"a.md");
	check_list(note->names, "Ravi Menon; Lena Hoff");
	docket_note_free(note);
}

static void
repaired_text_is_remarked_with_its_encoding(void **state)
{
	(void)state;
	struct docket_note *note = parse(
		"# Yard\n- [ ] Adaâ€™s plan\n- [ ] Lenaâ€™s plan @Lena ğŸ“… 2025-11-14\n", "a.md");
	check_str(note->repaired, "windows-1254");
	check_str(note->tasks[1].text, "Lena’s plan");
	assert_int_equal(note->tasks[1].due.day, 14);
	assert_int_equal(note->remarks[0].kind, DOCKET_REMARK_REPAIRED_TEXT);
	assert_int_equal(note->remarks[0].line, 2);
	docket_note_free(note);
}

static void
bytes_are_copied(void **state)
{
	(void)state;
	char bytes[] = "- [ ] Paint the gate\n";
	struct docket_note *note = parse(bytes, "a.md");
	memset(bytes, 'x', sizeof(bytes) - 1);
	check_str(note->tasks[0].text, "Paint the gate");
	docket_note_free(note);
}

static void
a_file_that_is_not_there_fails_and_says_so(void **state)
{
	(void)state;
	struct docket_error err = { 0 };
	assert_null(docket_note_read("fixtures/no such note.md", NULL, &err));
	assert_int_not_equal(err.code, DOCKET_OK);
	assert_non_null(strstr(err.message, "no such note.md"));
	assert_null(docket_note_read("fixtures/no such note.md", NULL, NULL));
}

static void
freeing_nothing_is_allowed(void **state)
{
	(void)state;
	docket_note_free(NULL);
}

static void
values_have_names(void **state)
{
	(void)state;
	assert_string_equal(docket_priority_name(DOCKET_PRIORITY_LOWEST), "lowest");
	assert_string_equal(docket_priority_name(DOCKET_PRIORITY_HIGHEST), "highest");
	assert_string_equal(docket_state_name(DOCKET_CANCELLED), "cancelled");
	assert_string_equal(docket_status_type_name(DOCKET_STATUS_NON_TASK), "NON_TASK");
	assert_string_equal(docket_origin_name(DOCKET_FROM_FRONT_MATTER), "front-matter");
	assert_string_equal(docket_level_name(DOCKET_WARNING), "warning");
}

/* What stands once in a note is told of each of thousands of items. */
static void
what_items_share_is_cut(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct buffer text = { .arena = &arena }, page = { .arena = &arena };
	for (int i = 0; i < 1000; i++)
		buffer_add(&page, STR("été "));
	buffer_format(&text,
		"---\ndate: 2025-11-05\n---\n# Sync\n## Actions %.*s\n\n- [ ] Send it\n\n"
		"| Action | Due |\n|---|---|\n| Paint it | %.*s |\n\n"
		"| Decision | Topic |\n|---|---|\n| Blue stays | %.*s |\n",
		STR_ARG(page.text), STR_ARG(page.text), STR_ARG(page.text));
	struct docket_note *note = docket_note_parse(text.text, "note.md", NULL);
	assert_int_equal(note->task_count, 2);
	assert_int_equal(note->decision_count, 1);
	assert_in_range(note->tasks[0].heading.length, 1000, 1024);
	assert_in_range(note->tasks[1].due_text.length, 250, 256);
	assert_in_range(note->decisions[0].topic.length, 1000, 1024);
	assert_true(utf8_valid(note->tasks[0].heading));
	assert_true(utf8_valid(note->tasks[1].due_text));
	docket_note_free(note);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_title_is_front_matter_then_heading_then_file_name),
		cmocka_unit_test(the_date_is_front_matter_then_body_then_file_name),
		cmocka_unit_test(the_date_is_found_in_the_head_of_the_body),
		cmocka_unit_test(the_head_of_the_body_says_what_the_front_matter_does_not),
		cmocka_unit_test(an_address_takes_part_when_the_body_names_its_owner),
		cmocka_unit_test(a_list_of_attendees_gives_the_participants),
		cmocka_unit_test(who_is_absent_is_left_out_on_a_line_too),
		cmocka_unit_test(an_empty_account_is_no_answer),
		cmocka_unit_test(full_names_in_the_body_are_kept_once_without_participants),
		cmocka_unit_test(repaired_text_is_remarked_with_its_encoding),
		cmocka_unit_test(bytes_are_copied),
		cmocka_unit_test(a_file_that_is_not_there_fails_and_says_so),
		cmocka_unit_test(freeing_nothing_is_allowed),
		cmocka_unit_test(values_have_names),
		cmocka_unit_test(what_items_share_is_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
