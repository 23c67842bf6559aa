/* A store that notes came into one after the other says what one says that is made of them anew. */
#include "import/sandbox.h"

/* The store as it is, and one made anew of the folders `a` and `b`, say the same. */
static void
assert_as_anew(struct sandbox *box)
{
	char *kept = sandbox_dump_as(box, false);
	sandbox_new_store(box);
	sandbox_import(box, "a");
	sandbox_import(box, "b");
	char *made = sandbox_dump_as(box, false);
	sandbox_assert_equal(kept, made);
	free(kept);
	free(made);
}

static int
set_up(void **state)
{
	struct sandbox *box = sandbox_begin(state);
	sandbox_shell(box, "mkdir a b");
	return 0;
}

static long long
count_participants(const struct sandbox *box, const char *name)
{
	char statement[256];
	snprintf(statement, sizeof(statement),
		"SELECT count(*) FROM participants JOIN notes USING (meeting_id) "
		"WHERE path LIKE '%%/short.md' AND name LIKE '%s'",
		name);
	return sandbox_number(box, statement);
}

static void
who_is_listed_by_two_short_names_takes_part_once(void **state)
{
	struct sandbox *box = *state;
	sandbox_put(box, "a/short.md", "---\nparticipants: [RM, Ravi]\n---\n");
	sandbox_import(box, "a");
	assert_int_equal(count_participants(box, "%"), 2);
	sandbox_put(box, "b/whole.md", "---\nparticipants: [Ravi Menon]\n---\n");
	sandbox_import(box, "b");
	assert_int_equal(count_participants(box, "%"), 1);
	assert_int_equal(count_participants(box, "Ravi Menon"), 1);
	assert_int_equal(sandbox_number(box, "SELECT count(*) FROM people"), 1);
	assert_as_anew(box);
}

static void
short_names_part_when_they_fit_nobody_any_more(void **state)
{
	struct sandbox *box = *state;
	sandbox_put(box, "a/short.md", "---\nparticipants: [RM, Ravi]\n---\n");
	sandbox_put(box, "b/whole.md", "---\nparticipants: [Ravi Menon]\n---\n");
	sandbox_import(box, "a");
	sandbox_import(box, "b");
	sandbox_put(box, "b/other.md", "---\nparticipants: [Ravi Okafor]\n---\n");
	sandbox_import(box, "b");
	assert_int_equal(count_participants(box, "%"), 2);
	assert_int_equal(count_participants(box, "Ravi"), 1);
	assert_as_anew(box);
	sandbox_put(box, "b/whole.md", "Nobody came.\n");
	sandbox_remove(box, "b/other.md");
	sandbox_import(box, "b");
	assert_int_equal(count_participants(box, "RM"), 1);
	assert_as_anew(box);
}

/* The owner of a line in b that says @Lena, after a note with another spelling came and went. */
static void
an_owner_nobody_met_is_spelled_as_most_lines_do(void **state)
{
	struct sandbox *box = *state;
	sandbox_put(box, "a/first.md", "- [ ] Oil the gate @lena\n- [ ] Call the team @team\n");
	sandbox_import(box, "a");
	sandbox_put(box, "b/second.md",
		"- [ ] Wash the lamps @[[Lena]]\n- [ ] Wax the floor @Lena\n- [ ] Sing @Team\n"
		"- [ ] Dance @Team\n");
	sandbox_import(box, "b");
	assert_int_equal(
		sandbox_number(box, "SELECT count(*) FROM task_owners WHERE owner = 'Lena'"), 3);
	assert_int_equal(sandbox_number(box, "SELECT count(*) FROM people WHERE name = 'Team'"), 1);
	assert_as_anew(box);
	sandbox_put(box, "b/second.md", "Nothing.\n");
	sandbox_import(box, "b");
	assert_int_equal(
		sandbox_number(box, "SELECT count(*) FROM task_owners WHERE owner = 'lena'"), 1);
	assert_as_anew(box);
}

static void
initials_are_known_whatever_spelling_came_first(void **state)
{
	struct sandbox *box = *state;
	sandbox_put(box, "a/first.md", "- [ ] Oil the gate @rm\n");
	sandbox_import(box, "a");
	sandbox_put(box, "b/second.md", "- [ ] Wash the lamps @RM\n");
	sandbox_put(box, "b/whole.md", "---\nparticipants: [Ravi Menon]\n---\n");
	sandbox_import(box, "b");
	assert_int_equal(
		sandbox_number(box, "SELECT count(*) FROM task_owners WHERE owner = 'Ravi Menon'"),
		2);
	assert_as_anew(box);
}

static void
who_is_configured_no_more_is_as_the_notes_of_other_folders_say(void **state)
{
	struct sandbox *box = *state;
	sandbox_put(box, "a/.docket.yaml",
		"me: Everyone\npeople: { LENA: [LH] }\naccounts: { MOSS: [Mo] }\n");
	sandbox_put(box, "a/note.md", "Nothing.\n");
	sandbox_put(box, "b/note.md",
		"---\naccount: Moss\n---\n- [ ] Oil the gate @Lena\n- [ ] Sing @Everyone\n");
	sandbox_import(box, "a");
	sandbox_import(box, "b");
	sandbox_remove(box, "a/.docket.yaml");
	sandbox_import(box, NULL);
	assert_int_equal(sandbox_number(box, "SELECT count(*) FROM people WHERE kind = 'team'"), 1);
	assert_as_anew(box);
}

static void
a_struck_decision_that_nothing_replaces_any_more_is_withdrawn(void **state)
{
	struct sandbox *box = *state;
	sandbox_put(box, "a/old.md", "# Call\n\n## Decisions\n- ~~Lamps are blue.~~\n");
	sandbox_put(box, "b/new.md",
		"# Call\n\n## Decisions\n- Lamps are red (supersedes: Lamps are blue.)\n");
	sandbox_import(box, "a");
	sandbox_import(box, "b");
	assert_int_equal(
		sandbox_number(box, "SELECT count(*) FROM decisions WHERE state = 'superseded'"),
		1);
	sandbox_put(box, "b/new.md", "Nothing.\n");
	sandbox_import(box, "b");
	assert_int_equal(
		sandbox_number(box, "SELECT count(*) FROM decisions WHERE state = 'withdrawn'"), 1);
	assert_int_equal(
		sandbox_number(box,
			"SELECT count(*) FROM journal_event WHERE old = 'superseded' AND new = "
			"'withdrawn'"),
		1);
	assert_as_anew(box);
	sandbox_put(box, "b/new.md",
		"# Call\n\n## Decisions\n- Lamps are red (supersedes: Lamps are blue.)\n");
	sandbox_import(box, NULL);
	assert_as_anew(box);
}

/* Both of two notes that have one name in two folders; the other one first. */
static void
notes_of_one_name_lead_in_the_order_of_their_folders(void **state)
{
	struct sandbox *box = *state;
	static const char note[] = "---\ntitle: Call\ndate: 2025-11-03\nparticipants: [Ada Park]\n"
				   "project: %s\n---\n- [ ] Oil the %s gate @Ada\n";
	char text[256];
	snprintf(text, sizeof(text), note, "Zeppelin", "small iron");
	sandbox_put(box, "b/call.md", text);
	sandbox_import(box, "b");
	snprintf(text, sizeof(text), note, "Atlas", "iron");
	sandbox_put(box, "a/call.md", text);
	sandbox_import(box, "a");
	assert_int_equal(sandbox_number(box, "SELECT count(*) FROM tasks"), 1);
	assert_int_equal(
		sandbox_number(box, "SELECT count(*) FROM tasks WHERE text LIKE '%the iron%'"), 1);
	assert_int_equal(
		sandbox_number(box, "SELECT count(*) FROM meeting JOIN project ON project.id = "
				    "meeting.project WHERE name = 'Atlas'"),
		1);
	assert_as_anew(box);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, sandbox_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_is_listed_by_two_short_names_takes_part_once),
		TEST(short_names_part_when_they_fit_nobody_any_more),
		TEST(an_owner_nobody_met_is_spelled_as_most_lines_do),
		TEST(initials_are_known_whatever_spelling_came_first),
		TEST(who_is_configured_no_more_is_as_the_notes_of_other_folders_say),
		TEST(a_struck_decision_that_nothing_replaces_any_more_is_withdrawn),
		TEST(notes_of_one_name_lead_in_the_order_of_their_folders),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
