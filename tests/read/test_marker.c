#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/marker.h"

static void
check(const char *text, enum marker_kind kind, const char *owner, const char *rest)
{
	struct marker marker;
	bool read = marker_read(str_from(text), &marker);
	if (read != (kind != MARKER_NONE) || (read && marker.kind != kind))
		fail_msg("%s: kind %d, not %d", text, read ? (int)marker.kind : 0, (int)kind);
	if (read && (!str_equal(marker.rest, str_from(rest)) ||
			    !str_equal(marker.owner, str_from(owner))))
		fail_msg("%s: \"%.*s\", owner \"%.*s\"", text, STR_ARG(marker.rest),
			STR_ARG(marker.owner));
}

static void
a_word_and_what_ends_it_are_a_marker(void **state)
{
	(void)state;
	check("ACTION: send it", MARKER_TASK, "", "send it");
	check("Action item: send it", MARKER_TASK, "", "send it");
	check("TODO：send it", MARKER_TASK, "", "send it");
	check("ACTION - send it", MARKER_TASK, "", "send it");
	check("[ACTION] send it", MARKER_TASK, "", "send it");
	check("AI-001: send it", MARKER_TASK, "", "send it");
	check("#action ada to send it", MARKER_TASK, "", "ada to send it");
	check("RESOLVED: it stays", MARKER_DECISION, "", "it stays");
	check("Entscheidung: es bleibt", MARKER_DECISION, "", "es bleibt");
}

static void
dress_is_no_part_of_it(void **state)
{
	(void)state;
	check("**ACTION:** send it", MARKER_TASK, "", "send it");
	check("*Action item*: send it", MARKER_TASK, "", "send it");
	check("[*Action item*](https://quay.example): send it", MARKER_TASK, "", "send it");
	check("ACTION 58.3: send it", MARKER_TASK, "", "send it");
	check("**decision**: it stays", MARKER_DECISION, "", "it stays");
}

static void
an_owner_can_be_inside(void **state)
{
	(void)state;
	check("**[ACTION - Ada]** send it", MARKER_TASK, "Ada", "send it");
	check("TODO(ada): send it", MARKER_TASK, "ada", "send it");
}

static void
words_in_a_sentence_are_none(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "[", "**", "ACTION", "Action was taken",
		"action: lower case", "Actions speak: loud", "Action item scribe: Ada",
		"AI roadmap: next year", "Ai: no capitals", "Decision makers: Ada",
		"Resolved as such.", "AR: I think so", "Aktionär: nein", "DEC-: nothing" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		check(texts[i], MARKER_NONE, "", "");
}

static void
numbers_in_front_are_passed(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t size;
	} rows[] = { { "58.3: send it", 6 }, { "**A1** - send it", 9 }, { "DEC-001: it", 9 },
		{ "[AI-001] send it", 0 }, { "2025 was good", 0 }, { "42: the answer", 0 },
		{ "Ada: send it", 0 }, { "", 0 } };
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(marker_number(str_from(rows[i].text)), rows[i].size);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_and_what_ends_it_are_a_marker),
		cmocka_unit_test(dress_is_no_part_of_it),
		cmocka_unit_test(an_owner_can_be_inside),
		cmocka_unit_test(words_in_a_sentence_are_none),
		cmocka_unit_test(numbers_in_front_are_passed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
