#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "identity/directory.h"
#include "identity/names.h"

struct row {
	const char *given, *expected;
};

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static void
a_key_is_the_name_without_its_dress(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "@Ravi Menon", "ravi menon" },
		{ "[[Ravi Menon]]", "ravi menon" },
		{ "@[[People/Ravi Menon|Ravi]]", "ravi menon" },
		{ "[[Ravi Menon#Contact]]", "ravi menon" },
		{ "[[Ravi Menon.md]]", "ravi menon" },
		{ "[Ravi Menon](https://people.example/7)", "ravi menon" },
		{ "**Ravi Menon**:", "ravi menon" },
		{ "*@Ravi Menon* (Northwind),", "ravi menon" },
		{ "**@[[People/Ravi Menon|Ravi]]** (Northwind)", "ravi menon" },
		{ "Ravi Menon <ravi@northwind.example>", "ravi menon" },
		{ "(@Ravi  Menon)", "ravi menon" },
		{ "[Ravi Menon]", "ravi menon" },
		{ "“Ravi Menon”", "ravi menon" },
		{ "`ravi`;", "ravi" },
		{ "RAVI\u00a0MENON", "ravi menon" },
		{ "Zoë Núñez", "zoe nunez" },
		{ "Jean\u2011Luc Petit", "jean-luc petit" },
		{ "Siobhán O’Neill", "siobhan o'neill" },
		{ "R. Menon", "r menon" },
		{ "R.M.", "rm" },
		{ "Ravi M.", "ravi m" },
		{ "ravi.menon@northwind.example", "ravi.menon@northwind.example" },
		{ "田中 太郎", "田中 太郎" },
		{ "田中太郎：", "田中太郎" },
		{ "Dr. Zoë Núñez", "zoe nunez" },
		{ "@Prof. Dr. Zoë Núñez", "zoe nunez" },
		{ "Mr Ravi Menon", "ravi menon" },
		{ "Zoë Núñez, PhD", "zoe nunez" },
		{ "Zoë Núñez Ph.D.", "zoe nunez" },
		{ "Dr. Núñez", "dr nunez" },
		{ "Drew Menon", "drew menon" },
		{ "Dr. PhD", "dr phd" },
		{ "Ravi Menon Jr.", "ravi menon jr" },
		{ "?", "?" },
		{ "@", "" },
		{ "", "" },
		{ "[[]]", "" },
		{ "()", "" },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(rows); i++) {
		str key = name_key(&arena, str_from(rows[i].given));
		if (!str_equal(key, str_from(rows[i].expected)))
			fail_msg("%s: %.*s", rows[i].given, STR_ARG(key));
	}
	arena_free(&arena);
}

static void
first_names_and_initials_are_short_for_a_name(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Ravi", "Ravi Menon" },
		{ "@ravi", "Ravi Menon" },
		{ "Zoe", "Zoë Núñez" },
		{ "Jean-Luc", "Jean‑Luc Petit" },
		{ "RM", "Ravi Menon" },
		{ "R.M.", "Ravi Menon" },
		{ "R. Menon", "Ravi Menon" },
		{ "R Menon", "Ravi Kumar Menon" },
		{ "Ravi M.", "Ravi Menon" },
		{ "Ravi M", "Ravi Menon" },
		{ "RKM", "Ravi Kumar Menon" },
		{ "RM", "Ravi Kumar Menon" },
		{ "Ravi K. Menon", "Ravi Kumar Menon" },
		{ "ÉG", "Éloïse Garnier" },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(rows); i++)
		if (!name_is_short_for(&arena, str_from(rows[i].given), str_from(rows[i].expected)))
			fail_msg("%s is not short for %s", rows[i].given, rows[i].expected);
	for (size_t i = 0; i < COUNT(rows); i++) {
		str sure = name_sure_part(&arena, str_from(rows[i].given));
		if (str_find(name_key(&arena, str_from(rows[i].expected)), sure) == STR_NONE)
			fail_msg("%s is short without %.*s", rows[i].given, STR_ARG(sure));
	}
	arena_free(&arena);
}

static void
other_names_are_not_short_for_a_name(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Ravi", "Ravindra Menon" },
		{ "Rav", "Ravi Menon" },
		{ "Menon", "Ravi Menon" },
		{ "R", "Ravi Menon" },
		{ "rm", "Ravi Menon" },
		{ "RK", "Ravi Menon" },
		{ "RMX", "Ravi Menon" },
		{ "Ravi Menon", "Ravi Menon" },
		{ "Ravi Menon", "Ravi Kumar Menon" },
		{ "R. Nair", "Ravi Menon" },
		{ "Ravi N.", "Ravi Menon" },
		{ "M. Ravi", "Ravi Menon" },
		{ "Jean", "Jean-Luc Petit" },
		{ "Ravi", "Ravi" },
		{ "", "Ravi Menon" },
		{ "Ravi", "" },
		{ "...", "Ravi Menon" },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(rows); i++)
		if (name_is_short_for(&arena, str_from(rows[i].given), str_from(rows[i].expected)))
			fail_msg("%s is short for %s", rows[i].given, rows[i].expected);
	arena_free(&arena);
}

static void
some_words_are_nobodys_name(void **state)
{
	(void)state;
	static const struct {
		const char *written;
		enum person_kind kind;
	} rows[] = {
		{ "@Myself", PERSON_ME },
		{ "me", PERSON_ME },
		{ "I", PERSON_ME },
		{ "Everyone", PERSON_TEAM },
		{ "@All:", PERSON_TEAM },
		{ "The Team", PERSON_TEAM },
		{ "Alle", PERSON_TEAM },
		{ "Tous", PERSON_TEAM },
		{ "L’équipe", PERSON_TEAM },
		{ "todos", PERSON_TEAM },
		{ "全員", PERSON_TEAM },
		{ "チーム", PERSON_TEAM },
		{ "TBD", PERSON_NOBODY },
		{ "Unassigned", PERSON_NOBODY },
		{ "n/a", PERSON_NOBODY },
		{ "None", PERSON_NOBODY },
		{ "?", PERSON_NOBODY },
		{ "Speaker 3", PERSON_NOBODY },
		{ "Speaker 12:", PERSON_NOBODY },
		{ "Unknown Speaker", PERSON_NOBODY },
		{ "", PERSON_NOBODY },
		{ "Speaker Series", PERSON_UNKNOWN },
		{ "TBD 3", PERSON_UNKNOWN },
		{ "Ravi", PERSON_UNKNOWN },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(rows); i++)
		if (name_builtin(name_key(&arena, str_from(rows[i].written))) != rows[i].kind)
			fail_msg("%s", rows[i].written);
	arena_free(&arena);
}

static void
the_distance_counts_edits_and_favours_parts(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		int distance;
	} rows[] = {
		{ "ravi menon", "ravi menon", 0 },
		{ "ravi", "ravi menon", 1 },
		{ "ravi menon", "menon", 1 },
		{ "rvai", "ravi menon", 2 },
		{ "ravi menno", "ravi menon", 1 },
		{ "ravi nemon", "ravi menon", 2 },
		{ "zoe", "zora", 2 },
		{ "田中", "田村", 1 },
		{ "田中太", "ana lopez", 9 },
		{ "bob", "ada park", 8 },
		{ "", "ravi", 4 },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(rows); i++) {
		int distance = name_distance(str_from(rows[i].a), str_from(rows[i].b));
		if (distance != rows[i].distance)
			fail_msg("%s, %s: %d", rows[i].a, rows[i].b, distance);
		for (int most = 0; most < 12; most++) {
			int within = name_distance_within(
				str_from(rows[i].a), str_from(rows[i].b), most);
			if (within != distance && (distance <= most || within <= most))
				fail_msg(
					"%s, %s: %d within %d", rows[i].a, rows[i].b, within, most);
		}
	}
	arena_free(&arena);
}

#define PERSON(text, number)                                             \
	{                                                                \
		{ text, sizeof(text) - 1 }, { 0 }, number, PERSON_PERSON \
	}

static struct name_person participants[] = { PERSON("Kaya Medina", 1), PERSON("Ravi Menon", 2),
	PERSON("Sappho", 5) };
static struct name_person body[] = { PERSON("Orla Quinn", 3), PERSON("Ravi Nair", 4) };

static void
set_keys(struct arena *arena, struct name_person *people, size_t count)
{
	for (size_t i = 0; i < count; i++)
		people[i].key = name_key(arena, people[i].name);
}

static struct docket_directory *
make_directory(void)
{
	struct docket_directory *directory = docket_directory_new();
	directory_set_me(directory, STR("Ines Okafor"));
	directory_add_spelling(directory, DIRECTORY_PEOPLE, STR("Bo Lind"), STR("Bo Lind"));
	directory_add_spelling(directory, DIRECTORY_PEOPLE, STR("Bo Lind"), STR("B.L."));
	directory_add_spelling(directory, DIRECTORY_TEAMS, STR("Platform"), STR("Platform"));
	return directory;
}

static void
the_first_rung_that_fits_answers(void **state)
{
	(void)state;
	static const struct {
		const char *written, *name;
		enum rung rung;
		enum person_kind kind;
	} rows[] = {
		{ "@Myself", "Ines Okafor", RUNG_ME, PERSON_ME },
		{ "Ines Okafor", "Ines Okafor", RUNG_FULL_NAME, PERSON_ME },
		{ "B.L.", "Bo Lind", RUNG_CONFIGURED, PERSON_PERSON },
		{ "bo lind", "Bo Lind", RUNG_FULL_NAME, PERSON_PERSON },
		{ "Platform", "Platform", RUNG_CONFIGURED, PERSON_TEAM },
		{ "@Everyone", "Everyone", RUNG_CONFIGURED, PERSON_TEAM },
		{ "TBD", "TBD", RUNG_CONFIGURED, PERSON_NOBODY },
		{ "Speaker 3", "Speaker 3", RUNG_CONFIGURED, PERSON_NOBODY },
		{ "[[KAYA MEDINA]]", "Kaya Medina", RUNG_FULL_NAME, PERSON_PERSON },
		{ "Kaya", "Kaya Medina", RUNG_PARTICIPANT, PERSON_PERSON },
		{ "RM", "Ravi Menon", RUNG_PARTICIPANT, PERSON_PERSON },
		{ "Ravi", "Ravi Menon", RUNG_PARTICIPANT, PERSON_PERSON },
		{ "R. Nair", "Ravi Nair", RUNG_NOTE, PERSON_PERSON },
		{ "Orla", "Orla Quinn", RUNG_NOTE, PERSON_PERSON },
		{ "Sappho", "Sappho", RUNG_FULL_NAME, PERSON_PERSON },
		{ "@Noor", "Noor", RUNG_UNKNOWN, PERSON_UNKNOWN },
		{ "Wilma Tran", "Wilma Tran", RUNG_UNKNOWN, PERSON_UNKNOWN },
	};
	struct arena arena = { 0 };
	set_keys(&arena, participants, COUNT(participants));
	set_keys(&arena, body, COUNT(body));
	struct docket_directory *directory = make_directory();
	struct name_scope scope = { .directory = directory,
		.participants = { .items = participants, .count = COUNT(participants) },
		.body = { .items = body, .count = COUNT(body) } };
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct name_answer answer = name_resolve(&arena, &scope, str_from(rows[i].written));
		if (answer.rung != rows[i].rung || answer.person.kind != rows[i].kind ||
			!str_equal(answer.person.name, str_from(rows[i].name)))
			fail_msg("%s: rung %d, kind %d, %.*s", rows[i].written, answer.rung,
				answer.person.kind, STR_ARG(answer.person.name));
	}
	docket_directory_free(directory);
	arena_free(&arena);
}

static void
several_that_fit_are_candidates_and_nobody_is_chosen(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct name_person two[] = { PERSON("Mara Lindt", 1), PERSON("Mara Quist", 2),
		PERSON("Mara Quist", 2) };
	set_keys(&arena, two, COUNT(two));
	struct name_scope scope = { .participants = { .items = two, .count = COUNT(two) },
		.body = { .items = two, .count = 1 } };
	struct name_answer answer = name_resolve(&arena, &scope, STR("Mara"));
	assert_int_equal(answer.rung, RUNG_UNKNOWN);
	assert_int_equal(answer.candidates.count, 2);
	assert_true(str_equal(answer.person.name, STR("Mara")));
	arena_free(&arena);
}

static void
me_without_configuration_is_a_person_of_its_own(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct name_scope scope = { 0 };
	struct name_answer answer = name_resolve(&arena, &scope, STR("@Myself"));
	assert_int_equal(answer.rung, RUNG_ME);
	assert_int_equal(answer.person.kind, PERSON_ME);
	assert_true(str_equal(answer.person.name, STR("Myself")));
	arena_free(&arena);
}

static void
who_takes_part_under_a_full_name_is_a_person(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct name_person seen[] = { { STR("Dana Cole"), STR("dana cole"), 0, PERSON_UNKNOWN } };
	struct name_scope scope = { .participants = { .items = seen, .count = 1 } };
	assert_int_equal(name_resolve(&arena, &scope, STR("Dana Cole")).person.kind, PERSON_PERSON);
	assert_int_equal(name_resolve(&arena, &scope, STR("Dana")).person.kind, PERSON_PERSON);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_is_the_name_without_its_dress),
		cmocka_unit_test(first_names_and_initials_are_short_for_a_name),
		cmocka_unit_test(other_names_are_not_short_for_a_name),
		cmocka_unit_test(some_words_are_nobodys_name),
		cmocka_unit_test(the_distance_counts_edits_and_favours_parts),
		cmocka_unit_test(the_first_rung_that_fits_answers),
		cmocka_unit_test(several_that_fit_are_candidates_and_nobody_is_chosen),
		cmocka_unit_test(me_without_configuration_is_a_person_of_its_own),
		cmocka_unit_test(who_takes_part_under_a_full_name_is_a_person),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
