#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "identity/directory.h"

#include <string.h>

static int
set_up(void **state)
{
	*state = docket_directory_new();
	return 0;
}

static int
tear_down(void **state)
{
	docket_directory_free(*state);
	return 0;
}

static void
assert_text(str actual, const char *expected)
{
	if (!str_equal(actual, str_from(expected)))
		fail_msg("'%.*s' is not '%s'", STR_ARG(actual), expected);
}

static void
add_person(void **state, const char *name, const char *spelling)
{
	directory_add(*state, DIRECTORY_PEOPLE, str_from(name));
	directory_add_spelling(*state, DIRECTORY_PEOPLE, str_from(name), str_from(spelling));
}

static bool
same_fingerprint(const struct docket_directory *a, const struct docket_directory *b)
{
	struct hash left = directory_fingerprint(a), right = directory_fingerprint(b);
	return memcmp(left.bytes, right.bytes, sizeof(left.bytes)) == 0;
}

static void
an_empty_directory_knows_nobody(void **state)
{
	assert_int_equal(directory_find_person(*state, STR("ines vogt")).kind, PERSON_UNKNOWN);
	assert_int_equal(directory_find_person(*state, STR("")).kind, PERSON_UNKNOWN);
	assert_text(directory_find_account(*state, STR("mills")), "");
	assert_text(docket_directory_me(*state), "");
	assert_int_equal(docket_directory_warnings(*state).count, 0);
}

static void
a_person_is_found_by_every_spelling(void **state)
{
	static const char *const keys[] = { "ines vogt", "iv", "vogt" };
	add_person(state, "In\xC3\xA9s Vogt", "I.V.");
	add_person(state, "In\xC3\xA9s Vogt", "Vogt");
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		struct directory_match match = directory_find_person(*state, str_from(keys[i]));
		assert_int_equal(match.kind, PERSON_PERSON);
		assert_text(match.name, "In\xC3\xA9s Vogt");
	}
}

static void
me_is_found_without_being_listed(void **state)
{
	directory_set_me(*state, STR("Ada Park"));
	struct directory_match match = directory_find_person(*state, STR("ada park"));
	assert_int_equal(match.kind, PERSON_ME);
	assert_text(match.name, "Ada Park");
}

static void
my_other_spellings_are_me(void **state)
{
	directory_set_me(*state, STR("AP"));
	add_person(state, "Ada Park", "AP");
	assert_text(docket_directory_me(*state), "Ada Park");
	assert_int_equal(directory_find_person(*state, STR("ada park")).kind, PERSON_ME);
	assert_text(directory_find_person(*state, STR("ap")).name, "Ada Park");
}

static void
a_team_is_no_person(void **state)
{
	directory_add(*state, DIRECTORY_TEAMS, STR("Legal"));
	struct directory_match match = directory_find_person(*state, STR("legal"));
	assert_int_equal(match.kind, PERSON_TEAM);
	assert_text(match.name, "Legal");
}

static void
the_last_to_claim_a_spelling_has_it(void **state)
{
	add_person(state, "Ravi Oduya", "RO");
	directory_add(*state, DIRECTORY_PEOPLE, STR("Rosa Orr"));
	assert_text(directory_add_spelling(*state, DIRECTORY_PEOPLE, STR("Rosa Orr"), STR("RO")),
		"Ravi Oduya");
	assert_text(directory_find_person(*state, STR("ro")).name, "Rosa Orr");
}

static void
to_repeat_a_spelling_is_no_conflict(void **state)
{
	add_person(state, "Ravi Oduya", "RO");
	assert_text(
		directory_add_spelling(*state, DIRECTORY_PEOPLE, STR("Ravi Oduya"), STR("ro")), "");
}

static void
an_account_is_found_by_every_spelling(void **state)
{
	directory_add(*state, DIRECTORY_ACCOUNTS, STR("Harbour Mills"));
	directory_add_spelling(*state, DIRECTORY_ACCOUNTS, STR("Harbour Mills"), STR("HM"));
	assert_text(directory_find_account(*state, STR("hm")), "Harbour Mills");
	assert_text(directory_find_account(*state, STR("harbour mills")), "Harbour Mills");
}

static void
lists_are_sorted_and_hold_nothing_twice(void **state)
{
	static const char *const names[] = { "b", "c", "a", "b", "d", "c" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		directory_add(*state, DIRECTORY_EXCLUDE, str_from(names[i]));
	strs list = directory_list(*state, DIRECTORY_EXCLUDE);
	assert_int_equal(list.count, 4);
	for (size_t i = 1; i < list.count; i++)
		assert_true(str_compare(list.items[i - 1], list.items[i]) < 0);
}

static void
spellings_come_by_key(void **state)
{
	add_person(state, "Ravi Oduya", "RO");
	add_person(state, "Ada Park", "Addie");
	size_t count;
	const struct directory_spelling *all =
		directory_spellings(*state, DIRECTORY_PEOPLE, &count);
	assert_int_equal(count, 4);
	assert_text(all[0].key, "ada park");
	assert_text(all[1].name, "Ada Park");
	assert_text(all[3].key, "ro");
}

static void
a_folder_names_the_account(void **state)
{
	static const struct {
		const char *path, *account;
	} cases[] = {
		{ "Customers/Harbour Mills/a.md", "Harbour Mills" },
		{ "Customers/Harbour Mills/2025/a.md", "Harbour Mills" },
		{ "/home/ada/Customers/Harbour Mills/a.md", "Harbour Mills" },
		{ "Work/client-mills/a.md", "mills" },
		{ "Work/client-/a.md", "" },
		{ "Customers/a.md", "" },
		{ "Old Customers/Harbour Mills/a.md", "" },
		{ "a.md", "" },
		{ "", "" },
	};
	directory_add(*state, DIRECTORY_ACCOUNT_FOLDERS, STR("Customers/*"));
	directory_add(*state, DIRECTORY_ACCOUNT_FOLDERS, STR("Work/client-*/"));
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_text(directory_folder_account(*state, str_from(cases[i].path)),
			cases[i].account);
}

static void
the_last_star_names_the_account(void **state)
{
	directory_add(*state, DIRECTORY_ACCOUNT_FOLDERS, STR("Regions/*/*"));
	assert_text(directory_folder_account(*state, STR("Regions/North/Mills/a.md")), "Mills");
}

static void
a_pattern_without_a_star_names_nobody(void **state)
{
	directory_add(*state, DIRECTORY_ACCOUNT_FOLDERS, STR("Customers"));
	assert_text(directory_folder_account(*state, STR("Customers/Mills/a.md")), "");
}

static void
queries_are_found_by_name(void **state)
{
	directory_set_query(*state, STR("week"), STR("not done"));
	directory_set_query(*state, STR("week"), STR("done"));
	assert_text(docket_directory_query(*state, "week"), "done");
	assert_null(docket_directory_query(*state, "month").bytes);
}

static void
the_fingerprint_does_not_depend_on_order(void **state)
{
	struct docket_directory *other = docket_directory_new();
	add_person(state, "Ada Park", "Addie");
	add_person(state, "Ravi Oduya", "RO");
	directory_add(*state, DIRECTORY_TEAMS, STR("Legal"));
	directory_add(other, DIRECTORY_TEAMS, STR("Legal"));
	void *second = other;
	add_person(&second, "Ravi Oduya", "RO");
	add_person(&second, "Ada Park", "Addie");
	assert_true(same_fingerprint(*state, other));
	docket_directory_free(other);
}

static void
the_fingerprint_changes_with_every_list(void **state)
{
	struct docket_directory *other = docket_directory_new();
	for (enum directory_list list = 0; list < DIRECTORY_LIST_COUNT; list++) {
		directory_add(*state, list, STR("Legal"));
		assert_false(same_fingerprint(*state, other));
		directory_add(other, list, STR("Legal"));
		assert_true(same_fingerprint(*state, other));
	}
	docket_directory_free(other);
}

static void
the_fingerprint_changes_with_me_and_spellings(void **state)
{
	struct docket_directory *other = docket_directory_new();
	directory_set_me(*state, STR("Ada Park"));
	assert_false(same_fingerprint(*state, other));
	directory_set_me(other, STR("Ada Park"));
	directory_add(other, DIRECTORY_PEOPLE, STR("Ravi Oduya"));
	add_person(state, "Ravi Oduya", "RO");
	assert_false(same_fingerprint(*state, other));
	docket_directory_free(other);
}

static void
queries_leave_the_fingerprint_as_it_is(void **state)
{
	struct docket_directory *other = docket_directory_new();
	directory_set_query(*state, STR("week"), STR("not done"));
	assert_true(same_fingerprint(*state, other));
	docket_directory_free(other);
}

static void
texts_are_copied(void **state)
{
	char name[] = "Legal";
	directory_add(*state, DIRECTORY_TEAMS, str_from(name));
	name[0] = 'R';
	assert_text(directory_list(*state, DIRECTORY_TEAMS).items[0], "Legal");
}

static void
nothing_can_be_freed(void **state)
{
	(void)state;
	docket_directory_free(NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_directory_knows_nobody),
		TEST(a_person_is_found_by_every_spelling),
		TEST(me_is_found_without_being_listed),
		TEST(my_other_spellings_are_me),
		TEST(a_team_is_no_person),
		TEST(the_last_to_claim_a_spelling_has_it),
		TEST(to_repeat_a_spelling_is_no_conflict),
		TEST(an_account_is_found_by_every_spelling),
		TEST(lists_are_sorted_and_hold_nothing_twice),
		TEST(spellings_come_by_key),
		TEST(a_folder_names_the_account),
		TEST(the_last_star_names_the_account),
		TEST(a_pattern_without_a_star_names_nobody),
		TEST(queries_are_found_by_name),
		TEST(the_fingerprint_does_not_depend_on_order),
		TEST(the_fingerprint_changes_with_every_list),
		TEST(the_fingerprint_changes_with_me_and_spellings),
		TEST(queries_leave_the_fingerprint_as_it_is),
		TEST(texts_are_copied),
		TEST(nothing_can_be_freed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
