#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "identity/directory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture {
	struct docket_directory *directory;
	struct docket_error err;
	char path[32];
};

static int
set_up(void **state)
{
	struct fixture *fixture = memory_alloc(sizeof(*fixture));
	fixture->directory = docket_directory_new();
	snprintf(fixture->path, sizeof(fixture->path), "/tmp/docket-config-XXXXXX");
	int fd = mkstemp(fixture->path);
	*state = fixture;
	return fd < 0 || close(fd) != 0;
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	docket_directory_free(fixture->directory);
	unlink(fixture->path);
	free(fixture);
	return 0;
}

static bool
read_bytes(struct fixture *fixture, str bytes)
{
	FILE *file = fopen(fixture->path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes.bytes, 1, bytes.length, file), bytes.length);
	assert_int_equal(fclose(file), 0);
	fixture->err = (struct docket_error){ 0 };
	return docket_directory_read(fixture->directory, fixture->path, &fixture->err);
}

static struct fixture *
read_config(void **state, const char *text)
{
	struct fixture *fixture = *state;
	assert_true(read_bytes(fixture, str_from(text)));
	return fixture;
}

static void
assert_text(str actual, const char *expected)
{
	if (!str_equal(actual, str_from(expected)))
		fail_msg("'%.*s' is not '%s'", STR_ARG(actual), expected);
}

/* The only warning, which begins with path and line. */
static void
assert_warning(const struct fixture *fixture, int line, const char *message)
{
	struct docket_strs warnings = docket_directory_warnings(fixture->directory);
	char expected[256];
	snprintf(expected, sizeof(expected), "%s:%d: %s", fixture->path, line, message);
	assert_int_equal(warnings.count, 1);
	assert_text(warnings.items[0], expected);
}

static void
assert_invalid(const struct fixture *fixture, const char *message)
{
	char expected[256];
	snprintf(expected, sizeof(expected), "%s%s", fixture->path, message);
	assert_int_equal(fixture->err.code, DOCKET_INVALID);
	assert_string_equal(fixture->err.message, expected);
}

static void
a_configuration_is_read_whole(void **state)
{
	struct docket_directory *who =
		read_config(state, "me: Ada Park                   # the writer\n"
				   "people:\n"
				   "  Ravi Oduya: [Ravi, RO]\n"
				   "  Lee: Leona\n"
				   "  Omar Said:\n"
				   "teams: [Legal, Everyone]\n"
				   "accounts:\n"
				   "  Harbour Mills: [Mills, HM]\n"
				   "account_folders: [\"Customers/*\"]\n"
				   "exclude: [\"_archive/\", \"Templates/\"]\n"
				   "headings: { tasks: [Commitments], decisions: [Ratified] }\n"
				   "queries:\n"
				   "  week: |\n"
				   "    not done\n"
				   "    due this week\n")
			->directory;
	assert_text(docket_directory_me(who), "Ada Park");
	assert_text(directory_find_person(who, STR("ro")).name, "Ravi Oduya");
	assert_text(directory_find_person(who, STR("leona")).name, "Lee");
	assert_int_equal(directory_list(who, DIRECTORY_PEOPLE).count, 3);
	assert_int_equal(directory_find_person(who, STR("legal")).kind, PERSON_TEAM);
	assert_text(directory_find_account(who, STR("hm")), "Harbour Mills");
	assert_text(directory_folder_account(who, STR("Customers/Mills/a.md")), "Mills");
	assert_int_equal(directory_list(who, DIRECTORY_EXCLUDE).count, 2);
	assert_text(directory_list(who, DIRECTORY_TASK_HEADINGS).items[0], "Commitments");
	assert_text(directory_list(who, DIRECTORY_DECISION_HEADINGS).items[0], "Ratified");
	assert_text(docket_directory_query(who, "week"), "not done\ndue this week\n");
	assert_int_equal(docket_directory_warnings(who).count, 0);
}

static void
an_empty_file_configures_nothing(void **state)
{
	read_config(state, "");
	read_config(state, "# nothing yet\n");
	struct fixture *fixture = read_config(state, "me:\npeople:\nteams: [ ]\nheadings:\n");
	assert_int_equal(docket_directory_warnings(fixture->directory).count, 0);
}

static void
a_second_file_replaces_texts_and_adds_to_lists(void **state)
{
	read_config(state, "me: Ada Park\nteams: [Legal]\npeople: { Lee: [L] }\n");
	struct docket_directory *who =
		read_config(state, "me: Lee\nteams: [Sales]\npeople: { Lee: [LL] }\n")->directory;
	assert_text(docket_directory_me(who), "Lee");
	assert_int_equal(directory_list(who, DIRECTORY_TEAMS).count, 2);
	assert_text(directory_find_person(who, STR("l")).name, "Lee");
	assert_text(directory_find_person(who, STR("ll")).name, "Lee");
}

static void
an_unknown_key_is_named_with_its_line(void **state)
{
	struct fixture *fixture = read_config(state, "me: Ada\n\nfavourites: x\n");
	assert_warning(fixture, 3, "unknown key 'favourites'");
}

static void
a_misspelt_key_is_told_the_nearest(void **state)
{
	struct fixture *fixture = read_config(state, "me: Ada\nteam: [Legal]\n");
	assert_warning(fixture, 2, "unknown key 'team' (did you mean 'teams'?)");
}

static void
an_unknown_heading_key_is_named(void **state)
{
	struct fixture *fixture = read_config(state, "headings:\n  task: [Duties]\n");
	assert_warning(fixture, 2, "unknown key 'task' (did you mean 'tasks'?)");
}

static void
a_value_of_the_wrong_type_is_named_and_left_out(void **state)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{ "me: [Ada]", "'me' should be one name" },
		{ "people: [Ada]", "'people' should be names, each with its other spellings" },
		{ "people: { Ada: { a: b } }", "'Ada' should be a list of other spellings" },
		{ "people: { Ada: [[a]] }", "'Ada' should be a list of other spellings" },
		{ "teams: { a: b }", "'teams' should be a list of names" },
		{ "accounts: Mills", "'accounts' should be names, each with its other spellings" },
		{ "exclude: [[a]]", "'exclude' should be a list of patterns" },
		{ "headings: [a]", "'headings' should be 'tasks' and 'decisions'" },
		{ "headings: { tasks: { a: b } }", "'tasks' should be a list of headings" },
		{ "queries: x", "'queries' should be names, each with a query" },
		{ "queries: { x: [y] }", "'x' should be the text of a query" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct fixture *fixture = read_config(state, cases[i].text);
		assert_warning(fixture, 1, cases[i].message);
		docket_directory_free(fixture->directory);
		fixture->directory = docket_directory_new();
	}
}

static void
one_text_is_a_list_of_one(void **state)
{
	struct fixture *fixture = read_config(state, "exclude: Templates/\n");
	assert_int_equal(directory_list(fixture->directory, DIRECTORY_EXCLUDE).count, 1);
}

static void
an_empty_item_costs_no_other(void **state)
{
	struct fixture *fixture = read_config(state, "teams:\n  - Legal\n  -\n  - Sales\n");
	assert_int_equal(directory_list(fixture->directory, DIRECTORY_TEAMS).count, 2);
	assert_int_equal(docket_directory_warnings(fixture->directory).count, 0);
}

static void
a_spelling_of_two_people_is_warned_of(void **state)
{
	struct fixture *fixture =
		read_config(state, "people:\n  Ravi Oduya: [RO]\n  Rosa Orr:\n    - RO\n");
	assert_warning(fixture, 4, "'RO' meant Ravi Oduya before and means Rosa Orr from here on");
}

static void
what_is_not_yaml_is_refused_with_its_line(void **state)
{
	struct fixture *fixture = *state;
	assert_false(read_bytes(fixture, STR("me: Ada\nteams: @Legal\n")));
	assert_invalid(fixture, ":2: not YAML: found character that cannot start any token");
}

static void
a_file_without_keys_is_refused(void **state)
{
	struct fixture *fixture = *state;
	assert_false(read_bytes(fixture, STR("just words\n")));
	assert_invalid(fixture, ":1: no 'key: value' at the top");
}

static void
a_refused_file_changes_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct hash before = directory_fingerprint(fixture->directory);
	assert_false(read_bytes(fixture, STR("me: Ada\nteams: [Legal\n")));
	struct hash after = directory_fingerprint(fixture->directory);
	assert_memory_equal(before.bytes, after.bytes, sizeof(before.bytes));
}

static void
a_missing_file_is_not_found(void **state)
{
	struct fixture *fixture = *state;
	assert_false(docket_directory_read(
		fixture->directory, "/tmp/docket-no-such-file", &fixture->err));
	assert_int_equal(fixture->err.code, DOCKET_NOT_FOUND);
}

static void
a_folder_is_no_configuration(void **state)
{
	struct fixture *fixture = *state;
	assert_false(docket_directory_read(fixture->directory, "/tmp", &fixture->err));
	assert_int_equal(fixture->err.code, DOCKET_INVALID);
}

static void
a_file_of_256_kib_is_the_largest(void **state)
{
	struct fixture *fixture = *state;
	size_t length = (size_t)256 * 1024 + 1;
	char *bytes = memory_alloc(length);
	memset(bytes, '#', length);
	assert_true(read_bytes(fixture, (str){ bytes, length - 1 }));
	assert_false(read_bytes(fixture, (str){ bytes, length }));
	assert_invalid(fixture, ": larger than 256 KiB");
	free(bytes);
}

static void
a_file_with_cr_lf_is_read(void **state)
{
	struct fixture *fixture =
		read_config(state, "\xEF\xBB\xBFme: Ada Park\r\nteams: [Legal]\r\n");
	assert_text(docket_directory_me(fixture->directory), "Ada Park");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_configuration_is_read_whole),
		TEST(an_empty_file_configures_nothing),
		TEST(a_second_file_replaces_texts_and_adds_to_lists),
		TEST(an_unknown_key_is_named_with_its_line),
		TEST(a_misspelt_key_is_told_the_nearest),
		TEST(an_unknown_heading_key_is_named),
		TEST(a_value_of_the_wrong_type_is_named_and_left_out),
		TEST(one_text_is_a_list_of_one),
		TEST(an_empty_item_costs_no_other),
		TEST(a_spelling_of_two_people_is_warned_of),
		TEST(what_is_not_yaml_is_refused_with_its_line),
		TEST(a_file_without_keys_is_refused),
		TEST(a_refused_file_changes_nothing),
		TEST(a_missing_file_is_not_found),
		TEST(a_folder_is_no_configuration),
		TEST(a_file_of_256_kib_is_the_largest),
		TEST(a_file_with_cr_lf_is_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
