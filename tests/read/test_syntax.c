#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/str.h"
#include "docket/note.h"

static struct docket_note *
parse(const char *text, const struct docket_reading *reading)
{
	return docket_note_parse(str_from(text), "Yard meeting.md", reading);
}

static void
check_str(str actual, const char *expected)
{
	if (!str_equal(actual, str_from(expected)))
		fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(actual), expected);
}

/* Tasks that are meant for people; the others have no text. */
static size_t
count_meant(const struct docket_note *note)
{
	size_t count = 0;
	for (size_t i = 0; i < note->task_count; i++)
		count += note->tasks[i].text.length > 0;
	return count;
}

static void
boxes_on_the_agenda_are_no_tasks_unless_somebody_owns_them(void **state)
{
	(void)state;
	struct docket_note *note = parse("## Agenda\n- [ ] Convene\n- [ ] Print it @Ada\n"
					 "## Attendees\n- [x] Ada Park\n",
		NULL);
	assert_int_equal(note->task_count, 3);
	assert_int_equal(count_meant(note), 1);
	check_str(note->tasks[0].description, "Convene");
	check_str(note->tasks[1].text, "Print it");
	docket_note_free(note);
}

static void
a_box_under_decisions_is_a_decision_unless_it_is_assigned(void **state)
{
	(void)state;
	struct docket_note *note =
		parse("## Decisions\n- [ ] Use the old gate\n- [x] Gate 2 first\n"
		      "- [-] No roof\n- [ ] Tell the yard @Ada\n",
			NULL);
	assert_int_equal(count_meant(note), 1);
	check_str(note->tasks[3].text, "Tell the yard");
	assert_int_equal(note->decision_count, 3);
	check_str(note->decisions[0].text, "Use the old gate");
	assert_false(note->decisions[1].struck);
	assert_true(note->decisions[2].struck);
	docket_note_free(note);
}

static void
what_a_template_left_is_no_task(void **state)
{
	(void)state;
	struct docket_note *note = parse("- [ ] \n- [ ] [Name]\n- [ ] Action 1\n- [ ] ...\n"
					 "- [ ] [Task] - [Owner] - [Date]\n- [ ] {{task}} @Ada\n"
					 "- [ ] <add me>\n- [ ] 📅 2025-11-14\n",
		NULL);
	assert_int_equal(note->task_count, 8);
	assert_int_equal(count_meant(note), 0);
	docket_note_free(note);
}

static void
links_in_brackets_are_no_placeholders(void **state)
{
	(void)state;
	struct docket_note *note =
		parse("- [ ] [[Ledger plan]]\n- [ ] [plan](p.md)\n"
		      "- [ ] <https://quay.example>\n- [ ] [x] Action 1 and more\n",
			NULL);
	assert_int_equal(count_meant(note), 4);
	docket_note_free(note);
}

static void
a_heading_owns_what_nobody_owns(void **state)
{
	(void)state;
	struct docket_note *note =
		parse("## Action items (for Ada Park)\n- [ ] One\n- [ ] Two @Lena\n"
		      "### Later\n- [ ] Three\n## Action items\n- [ ] Four\n",
			NULL);
	static const char *const owners[] = { "Ada Park", "Lena", "Ada Park", NULL };
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(note->tasks[i].owners.count, owners[i] ? 1 : 0);
		if (owners[i])
			check_str(note->tasks[i].owners.items[0], owners[i]);
	}
	docket_note_free(note);
}

static void
the_global_filter_decides_what_is_a_task(void **state)
{
	(void)state;
	struct docket_reading reading = { .global_filter = STR("#task") };
	struct docket_note *note = parse(
		"- [ ] One #task\n- [ ] Two\n- [ ] Three #tasks/x\n- [ ] Four ^task\n", &reading);
	assert_int_equal(note->task_count, 2);
	check_str(note->tasks[1].text, "Three");
	docket_note_free(note);
}

static void
registered_statuses_come_before_conventions(void **state)
{
	(void)state;
	static const struct docket_status statuses[] = {
		{ { " ", 1 }, { "Todo", 4 }, DOCKET_STATUS_TODO },
		{ { "?", 1 }, { "Proposed", 8 }, DOCKET_STATUS_TODO },
		{ { "R", 1 }, { "Refused", 7 }, DOCKET_STATUS_CANCELLED },
		{ { "Q", 1 }, { "Quote", 5 }, DOCKET_STATUS_NON_TASK },
		{ { "h", 1 }, { "Half", 4 }, DOCKET_STATUS_IN_PROGRESS },
	};
	struct docket_reading reading = { .statuses = statuses, .status_count = 5 };
	struct docket_note *note =
		parse("- [?] One\n- [R] Two\n- [Q] Three\n- [h] Four\n- [X] Five\n"
		      "- [-] Six\n- [Z] Seven\n",
			&reading);
	static const enum docket_state states[] = { DOCKET_PROPOSED, DOCKET_CANCELLED,
		DOCKET_CANCELLED, DOCKET_IN_PROGRESS, DOCKET_DONE, DOCKET_CANCELLED, DOCKET_OPEN };
	for (size_t i = 0; i < 7; i++)
		assert_int_equal(note->tasks[i].state, states[i]);
	check_str(note->tasks[0].status.name, "Proposed");
	assert_int_equal(note->tasks[2].text.length, 0);
	check_str(note->tasks[5].status.name, "Unknown");
	assert_int_equal(note->remark_count, 1);
	assert_int_equal(note->remarks[0].line, 7);
	docket_note_free(note);
}

static void
check_decisions(const char *text, const char *const *expected, size_t count)
{
	struct docket_note *note = parse(text, NULL);
	if (note->decision_count != count)
		fail_msg("%zu decisions, not %zu, in: %s", note->decision_count, count, text);
	for (size_t i = 0; i < count; i++)
		check_str(note->decisions[i].text, expected[i]);
	docket_note_free(note);
}

#define DECISIONS(text, ...)                                                             \
	do {                                                                             \
		static const char *const expected[] = { __VA_ARGS__ };                   \
		check_decisions((text), expected, sizeof(expected) / sizeof(*expected)); \
	} while (0)

static void
details_below_a_decision_are_none(void **state)
{
	(void)state;
	DECISIONS("## Decisions\n- Gate 2 first\n  - because it is dry\n"
		  "**Rationale**: it rains\n",
		"Gate 2 first");
	DECISIONS("## Decisions\n**Decision**: Gate 2 first\n**Rationale**: it rains\n",
		"Gate 2 first");
	DECISIONS("## Decisions\nWe agreed on this:\n\n- Gate 2 first\n\n---\n*Source: [[Call]]*\n",
		"Gate 2 first");
	DECISIONS("## Decisions\n### Rationale\n- It rains\n### Yard\n- Gate 2 first\n",
		"Gate 2 first");
	DECISIONS("## Decisions\n> We will see, said Lena.\n\nGate 2 first\n", "Gate 2 first");
}

static void
a_paragraph_is_one_decision_and_a_bold_label_begins_another(void **state)
{
	(void)state;
	DECISIONS("## Decisions\nGate 2 first,\nthen gate 1\n\nNo roof\n",
		"Gate 2 first, then gate 1", "No roof");
	DECISIONS("## Decisions\n**Gate**: Number 2\nfirst\n**Roof**: None of it\n",
		"Number 2 first", "None of it");
}

static void
below_a_bold_item_are_details_and_below_a_bold_label_decisions(void **state)
{
	(void)state;
	DECISIONS("## Decisions\n- **Gate 2 first**\n  - It is dry\n", "Gate 2 first");
	DECISIONS("## Decisions\n- **Gates:**\n  - Gate 2 first\n  - Gate 1 then\n", "Gate 2 first",
		"Gate 1 then");
	struct docket_note *note = parse("## Decisions\n- **Gates:**\n  - Gate 2 first\n", NULL);
	check_str(note->decisions[0].topic, "Gates");
	docket_note_free(note);
}

static void
tables_are_no_paragraphs(void **state)
{
	(void)state;
	check_decisions("## Decisions\n| What | Why |\n|---|---|\n| Gate 2 | dry |\n", NULL, 0);
	check_decisions("## Decisions\nWhat | Why\n--- | ---\nGate 2 | dry\n", NULL, 0);
}

static void
a_bold_line_is_a_heading_too(void **state)
{
	(void)state;
	DECISIONS("## Yard\n**Decisions:**\n- Gate 2 first\n\n**Next steps**\n- Look at it\n",
		"Gate 2 first");
	DECISIONS("## Yard\n- **Decisions**\n  - Gate 2 first\n- Look at it\n", "Gate 2 first");
}

static void
a_note_says_what_a_decision_supersedes(void **state)
{
	(void)state;
	struct docket_note *note = parse("## Decisions\n- Gate 2 first (supersedes [[Gate plan]])\n"
					 "- No roof. Supersedes: the blue roof\n"
					 "- The new list supersedes the old one\n",
		NULL);
	assert_int_equal(note->decision_count, 3);
	check_str(note->decisions[0].text, "Gate 2 first");
	check_str(note->decisions[0].supersedes, "Gate plan");
	check_str(note->decisions[1].text, "No roof.");
	check_str(note->decisions[1].supersedes, "the blue roof");
	check_str(note->decisions[2].text, "The new list supersedes the old one");
	assert_int_equal(note->decisions[2].supersedes.length, 0);
	docket_note_free(note);
}

static void
a_review_of_old_decisions_decides_nothing(void **state)
{
	(void)state;
	check_decisions("## Decisions of the last meeting\n- Gate 2 first\n", NULL, 0);
}

static void
the_bracketed_format_is_read_when_it_is_the_vaults(void **state)
{
	(void)state;
	struct docket_reading reading = { .dataview = true };
	struct docket_note *note =
		parse("- [ ] Paint @Ada [due:: 2025-11-14] [priority:: high] #yard\n", &reading);
	check_str(note->tasks[0].text, "Paint");
	assert_int_equal(note->tasks[0].due.day, 14);
	assert_int_equal(note->tasks[0].priority, DOCKET_PRIORITY_HIGH);
	docket_note_free(note);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(boxes_on_the_agenda_are_no_tasks_unless_somebody_owns_them),
		cmocka_unit_test(a_box_under_decisions_is_a_decision_unless_it_is_assigned),
		cmocka_unit_test(what_a_template_left_is_no_task),
		cmocka_unit_test(links_in_brackets_are_no_placeholders),
		cmocka_unit_test(a_heading_owns_what_nobody_owns),
		cmocka_unit_test(the_global_filter_decides_what_is_a_task),
		cmocka_unit_test(registered_statuses_come_before_conventions),
		cmocka_unit_test(details_below_a_decision_are_none),
		cmocka_unit_test(a_paragraph_is_one_decision_and_a_bold_label_begins_another),
		cmocka_unit_test(below_a_bold_item_are_details_and_below_a_bold_label_decisions),
		cmocka_unit_test(tables_are_no_paragraphs),
		cmocka_unit_test(a_bold_line_is_a_heading_too),
		cmocka_unit_test(a_note_says_what_a_decision_supersedes),
		cmocka_unit_test(a_review_of_old_decisions_decides_nothing),
		cmocka_unit_test(the_bracketed_format_is_read_when_it_is_the_vaults),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
