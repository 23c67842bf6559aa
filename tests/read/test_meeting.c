#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "base/str.h"
#include "docket/note.h"

struct row {
	const char *path, *title;
};

/* Whether a decision without date is found in the note. */
static bool
decides(const struct row *row, const char *behind)
{
	char text[512];
	snprintf(text, sizeof(text), "# %s\n\n## Decisions\n\n- The fence stays\n\n%s", row->title,
		behind);
	struct docket_note *note = docket_note_parse(str_from(text), row->path, NULL);
	bool found = note->decision_count == 1;
	docket_note_free(note);
	return found;
}

static void
check(const struct row *rows, size_t count, const char *behind, bool expected)
{
	for (size_t i = 0; i < count; i++)
		if (decides(&rows[i], behind) != expected)
			fail_msg("%s, \"%s\" %s a meeting", rows[i].path, rows[i].title,
				expected ? "is" : "is not");
}

#define CHECK(rows, expected) check((rows), sizeof(rows) / sizeof(*(rows)), "", expected)

static void
a_title_can_say_that_a_note_is_of_a_meeting(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "a.md", "Yard meeting" },
		{ "a.md", "Weekly Sync" },
		{ "a.md", "Call with Ada" },
		{ "a.md", "1:1 Ada / Ravi" },
		{ "a.md", "Minutes of the board" },
		{ "a.md", "Standup 14" },
		{ "a.md", "Vorstandssitzung" },
		{ "a.md", "Gespräch mit Lena" },
		{ "a.md", "Réunion d'équipe" },
		{ "a.md", "定例会議" },
		{ "a.md", "週次ミーティング" },
		{ "kickoff.md", "Tallow & Reed" },
	};
	CHECK(rows, true);
}

static void
a_folder_can_say_that_its_notes_are_of_meetings(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "/vault/Meetings/a.md", "Fence" },
		{ "/vault/Meeting Notes/a.md", "Fence" },
		{ "Protokolle/a.md", "Zaun" },
	};
	CHECK(rows, true);
}

static void
other_titles_and_folders_say_nothing(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "a.md", "Fence repair" },
		{ "a.md", "Get started in 5 minutes" },
		{ "a.md", "System call tracing" },
		{ "a.md", "Resync of the ledger" },
		{ "a.md", "How to hold a meeting" },
		{ "README.md", "Meeting rooms" },
		{ "/Meetings/vault/a.md", "Fence" },
		{ "/Callers/a.md", "Fence" },
	};
	CHECK(rows, false);
}

static void
a_text_that_shows_code_is_of_no_meeting_whatever_its_title(void **state)
{
	(void)state;
	static const struct row row = { "a.md", "Meeting rooms" };
	check(&row, 1, "```sh\nmake\n```\n", false);
	check(&row, 1, "```tasks\nnot done\n```\n", true);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_title_can_say_that_a_note_is_of_a_meeting),
		cmocka_unit_test(a_folder_can_say_that_its_notes_are_of_meetings),
		cmocka_unit_test(other_titles_and_folders_say_nothing),
		cmocka_unit_test(a_text_that_shows_code_is_of_no_meeting_whatever_its_title),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
