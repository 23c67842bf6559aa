#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "vault.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PLUGIN ".obsidian/plugins/obsidian-tasks-plugin"

/* A folder of its own with a vault "v" in it, and what was read of the vault's settings. */
struct fixture {
	struct arena arena;
	char folder[32];
	struct docket_vault *vault;
};

static const char *
path_of(struct fixture *fixture, const char *name)
{
	return str_format(&fixture->arena, "%s/%s", fixture->folder, name).bytes;
}

static void
make_folder(struct fixture *fixture, const char *name)
{
	char *path = str_terminated(&fixture->arena, str_from(path_of(fixture, name)));
	for (char *slash = path + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
		*slash = '\0';
		mkdir(path, 0700);
	}
	mkdir(path, 0700);
}

static void
write_settings(struct fixture *fixture, str bytes)
{
	FILE *file = fopen(path_of(fixture, "v/" PLUGIN "/data.json"), "w");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes.bytes, 1, bytes.length, file), bytes.length);
	assert_int_equal(fclose(file), 0);
}

static int
set_up(void **state)
{
	struct fixture *fixture = memory_alloc(sizeof(*fixture));
	*state = fixture;
	snprintf(fixture->folder, sizeof(fixture->folder), "/tmp/docket-vault-XXXXXX");
	if (!mkdtemp(fixture->folder))
		return 1;
	make_folder(fixture, "v/" PLUGIN);
	make_folder(fixture, "v/notes/deep");
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	docket_vault_free(fixture->vault);
	const char *command = str_format(&fixture->arena, "rm -r '%s'", fixture->folder).bytes;
	int result = system(command);
	arena_free(&fixture->arena);
	free(fixture);
	return result;
}

static struct docket_reading
find(struct fixture *fixture, const char *name)
{
	docket_vault_free(fixture->vault);
	fixture->vault = docket_vault_find(path_of(fixture, name));
	return docket_vault_reading(fixture->vault);
}

static struct docket_reading
read_settings(void **state, const char *json)
{
	write_settings(*state, str_from(json));
	return find(*state, "v/note.md");
}

static void
check_str(str actual, const char *expected)
{
	if (!str_equal(actual, str_from(expected)))
		fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(actual), expected);
}

static void
check_root(struct fixture *fixture, const char *name, const char *expected)
{
	find(fixture, name);
	assert_string_equal(docket_vault_root(fixture->vault), path_of(fixture, expected));
}

static bool
is_default(struct docket_reading reading)
{
	return !reading.statuses && !reading.global_filter.length && !reading.dataview;
}

static bool
warns(void **state, const char *part)
{
	struct fixture *fixture = *state;
	return str_find(docket_vault_warning(fixture->vault), str_from(part)) != STR_NONE;
}

static void
the_vault_is_the_nearest_folder_with_obsidian_in_it(void **state)
{
	struct fixture *fixture = *state;
	make_folder(fixture, "v/inner/.obsidian");
	check_root(fixture, "v", "v");
	check_root(fixture, "v/", "v");
	check_root(fixture, "v/note.md", "v");
	check_root(fixture, "v/notes/deep/note.md", "v");
	check_root(fixture, "v/notes//deep", "v");
	check_root(fixture, "v/inner/note.md", "v/inner");
	check_root(fixture, "v/notes/../inner", "v/inner");
}

static void
a_relative_path_is_found_too(void **state)
{
	(void)state;
	struct docket_vault *vault = docket_vault_find("fixtures/vault/Customers");
	char *real = realpath("fixtures/vault", NULL);
	assert_string_equal(docket_vault_root(vault), real);
	free(real);
	docket_vault_free(vault);
}

static void
outside_of_vaults_all_is_default(void **state)
{
	struct fixture *fixture = *state;
	assert_true(is_default(find(fixture, "note.md")));
	assert_null(docket_vault_root(fixture->vault));
	assert_true(is_default(find(fixture, "no/such/note.md")));
	struct docket_vault *vault = docket_vault_find("no-such-note.md");
	assert_non_null(vault);
	docket_vault_free(vault);
}

static void
a_vault_without_the_plugin_is_default_and_no_warning(void **state)
{
	struct fixture *fixture = *state;
	assert_true(is_default(find(fixture, "v/note.md")));
	assert_string_equal(docket_vault_root(fixture->vault), path_of(fixture, "v"));
	assert_int_equal(docket_vault_warning(fixture->vault).length, 0);
}

static void
filter_and_format_are_read(void **state)
{
	struct docket_reading reading = read_settings(
		state, "{\"globalFilter\": \"#t\\u00e4sk\", \"taskFormat\": \"dataview\"}");
	check_str(reading.global_filter, "#täsk");
	assert_true(reading.dataview);
	assert_null(reading.statuses);
}

static void
a_byte_order_mark_does_not_matter(void **state)
{
	struct docket_reading reading =
		read_settings(state, "\xEF\xBB\xBF{\"globalFilter\": \"#task\"}\r\n");
	check_str(reading.global_filter, "#task");
}

static void
status_settings_replace_the_default_ones(void **state)
{
	struct docket_reading reading = read_settings(state,
		"{\"statusSettings\": {\"coreStatuses\": ["
		"{\"symbol\": \" \", \"name\": \"Offen\", \"type\": \"TODO\"},"
		"{\"symbol\": \"x\", \"name\": \"Fertig\", \"type\": \"DONE\"}],"
		"\"customStatuses\": [{\"symbol\": \"R\", \"name\": \"Cut\", \"type\": "
		"\"CANCELLED\"},"
		"{\"name\": \"Bare\"}, {\"symbol\": \"q\", \"type\": \"NONSENSE\"}, 7, null,"
		"{\"symbol\": \"\\ud83d\\udd25\", \"name\": \"\\ud800\", \"type\": "
		"\"ON_HOLD\"}]}}");
	static const struct docket_status expected[] = {
		{ { " ", 1 }, { "Offen", 5 }, DOCKET_STATUS_TODO },
		{ { "x", 1 }, { "Fertig", 6 }, DOCKET_STATUS_DONE },
		{ { "R", 1 }, { "Cut", 3 }, DOCKET_STATUS_CANCELLED },
		{ { " ", 1 }, { "Bare", 4 }, DOCKET_STATUS_TODO },
		{ { "q", 1 }, { "", 0 }, DOCKET_STATUS_TODO },
		{ { "🔥", 4 }, { "\xEF\xBF\xBD", 3 }, DOCKET_STATUS_ON_HOLD },
	};
	assert_int_equal(reading.status_count, 6);
	for (size_t i = 0; i < 6; i++) {
		check_str(reading.statuses[i].symbol, expected[i].symbol.bytes);
		check_str(reading.statuses[i].name, expected[i].name.bytes);
		assert_int_equal(reading.statuses[i].type, expected[i].type);
	}
}

static void
todo_and_done_cannot_be_removed(void **state)
{
	static const char *const settings[] = {
		"{\"statusSettings\": {}}",
		"{\"statusSettings\": {\"coreStatuses\": [], \"customStatuses\": []}}",
		"{\"statusSettings\": {\"coreStatuses\": 1, \"customStatuses\": {}}}",
	};
	for (size_t i = 0; i < 3; i++) {
		struct docket_reading reading = read_settings(state, settings[i]);
		assert_int_equal(reading.status_count, 2);
		check_str(reading.statuses[1].name, "Done");
	}
}

/* The state of "- [c] Call" in a vault with these settings. */
static void
check_state(void **state, const char *json, const char *line, enum docket_state expected)
{
	struct docket_reading reading = read_settings(state, json);
	struct docket_note *note = docket_note_parse(str_from(line), "note.md", &reading);
	assert_int_equal(note->task_count, 1);
	assert_int_equal(note->tasks[0].state, expected);
	docket_note_free(note);
}

#define ONE(symbol, type)                                                   \
	"{\"statusSettings\": {\"customStatuses\": [{\"symbol\": \"" symbol \
	"\", \"name\": \"Own\", \"type\": \"" type "\"}]}}"

static void
what_is_registered_decides_the_state(void **state)
{
	check_state(state, ONE("R", "CANCELLED"), "- [R] Call\n", DOCKET_CANCELLED);
	check_state(state, ONE("-", "IN_PROGRESS"), "- [-] Call\n", DOCKET_IN_PROGRESS);
	check_state(state, ONE("?", "DONE"), "- [?] Call\n", DOCKET_DONE);
	check_state(state, ONE("?", "TODO"), "- [?] Call\n", DOCKET_PROPOSED);
}

static void
what_is_not_registered_follows_the_convention(void **state)
{
	check_state(state, ONE("R", "CANCELLED"), "- [-] Call\n", DOCKET_CANCELLED);
	check_state(state, ONE("R", "CANCELLED"), "- [/] Call\n", DOCKET_IN_PROGRESS);
	check_state(state, ONE("R", "CANCELLED"), "- [?] Call\n", DOCKET_PROPOSED);
}

static void
days_of_file_names_count_below_the_folders_that_are_named(void **state)
{
	struct fixture *fixture = *state;
	read_settings(state, "{\"useFilenameAsScheduledDate\": true}");
	assert_true(find(fixture, "v/note.md").scheduled_by_name);
	read_settings(state, "{\"useFilenameAsScheduledDate\": true, \"filenameAsDateFolders\": "
			     "[7, \"\", \"notes\", \"Other/Folder\"]}");
	assert_true(find(fixture, "v/notes/note.md").scheduled_by_name);
	assert_true(find(fixture, "v/notes/deep").scheduled_by_name);
	assert_true(find(fixture, "v/notes").scheduled_by_name);
	assert_false(find(fixture, "v/note.md").scheduled_by_name);
	assert_false(find(fixture, "v/Notes/note.md").scheduled_by_name);
	assert_false(find(fixture, "v/notes2/note.md").scheduled_by_name);
}

static void
patterns_that_docket_does_not_know_are_ignored_with_a_warning(void **state)
{
	struct docket_reading reading =
		read_settings(state, "{\"useFilenameAsScheduledDate\": true, "
				     "\"filenameAsScheduledDateFormat\": \"D.M.YYYY\"}");
	check_str(reading.name_pattern, "D.M.YYYY");
	assert_false(warns(state, "D.M.YYYY"));
	reading = read_settings(state, "{\"useFilenameAsScheduledDate\": true, "
				       "\"filenameAsScheduledDateFormat\": \"dddd, D.M.YYYY\"}");
	check_str(reading.name_pattern, "");
	assert_true(reading.scheduled_by_name);
	assert_true(warns(state, "'dddd, D.M.YYYY'"));
	read_settings(state, "{\"filenameAsScheduledDateFormat\": \"dddd\"}");
	assert_false(warns(state, "dddd"));
}

static void
values_of_another_type_are_default(void **state)
{
	struct fixture *fixture = *state;
	assert_true(is_default(read_settings(
		state, "{\"globalFilter\": null, \"taskFormat\": 3, \"statusSettings\": [1]}")));
	assert_int_equal(docket_vault_warning(fixture->vault).length, 0);
}

static void
settings_that_cannot_be_read_are_default_and_a_warning(void **state)
{
	static const char *const settings[] = { "{\"globalFilter\": \"#task\"", "", "[]", "3",
		"null", "{'globalFilter': '#task'}", "{\"globalFilter\": \"\xFF\"}" };
	for (size_t i = 0; i < sizeof(settings) / sizeof(*settings); i++) {
		assert_true(is_default(read_settings(state, settings[i])));
		assert_true(warns(state, "/v/" PLUGIN "/data.json: "));
	}
}

static void
settings_may_have_one_mebibyte(void **state)
{
	struct fixture *fixture = *state;
	static const char head[] = "{\"globalFilter\": \"#task\"}";
	size_t most = 1024 * 1024;
	char *bytes = arena_alloc(&fixture->arena, most + 1);
	memset(bytes, ' ', most + 1);
	memcpy(bytes, head, sizeof(head) - 1);
	write_settings(fixture, (str){ bytes, most });
	check_str(find(fixture, "v/note.md").global_filter, "#task");
	write_settings(fixture, (str){ bytes, most + 1 });
	assert_true(is_default(find(fixture, "v/note.md")));
	assert_true(warns(state, "larger than 1 MiB"));
}

static void
settings_that_nest_deeply_are_a_warning(void **state)
{
	struct fixture *fixture = *state;
	char *bytes = arena_alloc(&fixture->arena, 100000);
	memset(bytes, '[', 100000);
	write_settings(fixture, (str){ bytes, 100000 });
	assert_true(is_default(find(fixture, "v/note.md")));
	assert_true(warns(state, "not a JSON object"));
}

static void
settings_that_are_no_file_are_a_warning(void **state)
{
	struct fixture *fixture = *state;
	make_folder(fixture, "v/" PLUGIN "/data.json");
	assert_true(is_default(find(fixture, "v/note.md")));
	assert_true(warns(state, "/data.json: "));
}

/* How a process ends that reads settings while SQLite may have so many bytes; 0: it read them. */
static int
read_within(struct fixture *fixture, int bytes)
{
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		if (!freopen("/dev/null", "w", stderr) || sqlite3_hard_heap_limit64(bytes) < 0)
			_exit(2);
		struct docket_reading reading = find(fixture, "v/note.md");
		_exit(!str_equal(reading.global_filter, STR("#task")) || !reading.dataview);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static void
settings_are_never_default_for_want_of_memory(void **state)
{
	int aborted = 0, read = 0;
	write_settings(*state, STR("{\"globalFilter\": \"#task\", \"taskFormat\": \"dataview\"}"));
	for (int bytes = 2000; bytes < 300000; bytes += 3000) {
		int status = read_within(*state, bytes);
		aborted += WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
		read += status == 0;
	}
	assert_true(aborted > 0 && read > 0);
	assert_int_equal(aborted + read, 100);
}

static void
the_example_vault_registers_proposed(void **state)
{
	(void)state;
	struct docket_vault *vault = docket_vault_find("fixtures/vault");
	struct docket_reading reading = docket_vault_reading(vault);
	assert_int_equal(docket_vault_warning(vault).length, 0);
	assert_int_equal(reading.status_count, 5);
	check_str(reading.statuses[4].symbol, "?");
	check_str(reading.statuses[4].name, "Proposed");
	docket_vault_free(vault);
}

static struct hash
fingerprint_of(void **state, const char *json)
{
	struct fixture *fixture = *state;
	read_settings(state, json);
	return vault_fingerprint(fixture->vault);
}

static void
the_fingerprint_changes_with_what_is_read(void **state)
{
	struct fixture *fixture = *state;
	find(fixture, "note.md");
	struct hash none = vault_fingerprint(fixture->vault);
	struct hash empty = fingerprint_of(state, "{\"setDoneDate\": true}");
	assert_memory_equal(&none, &empty, sizeof(none));
	static const char *const settings[] = { "{\"globalFilter\": \"#task\"}",
		"{\"taskFormat\": \"dataview\"}", "{\"statusSettings\": {}}", ONE("R", "DONE"),
		ONE("R", "TODO"), ONE("Q", "DONE"), "{\"useFilenameAsScheduledDate\": true}",
		"{\"useFilenameAsScheduledDate\": true, \"filenameAsDateFolders\": [\"d\"]}",
		"{\"filenameAsScheduledDateFormat\": \"D.M.YYYY\"}" };
	struct hash hashes[9];
	for (size_t i = 0; i < 9; i++) {
		hashes[i] = fingerprint_of(state, settings[i]);
		assert_memory_not_equal(&hashes[i], &none, sizeof(none));
		for (size_t j = 0; j < i; j++)
			assert_memory_not_equal(&hashes[i], &hashes[j], sizeof(none));
	}
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

/* A limit of memory is for a SQLite that counts it: db_open comes too late to say that it need not.
 */
int
main(void)
{
	sqlite3_initialize();
	const struct CMUnitTest tests[] = {
		TEST(the_vault_is_the_nearest_folder_with_obsidian_in_it),
		TEST(a_relative_path_is_found_too),
		TEST(outside_of_vaults_all_is_default),
		TEST(a_vault_without_the_plugin_is_default_and_no_warning),
		TEST(filter_and_format_are_read),
		TEST(a_byte_order_mark_does_not_matter),
		TEST(status_settings_replace_the_default_ones),
		TEST(todo_and_done_cannot_be_removed),
		TEST(what_is_registered_decides_the_state),
		TEST(what_is_not_registered_follows_the_convention),
		TEST(days_of_file_names_count_below_the_folders_that_are_named),
		TEST(patterns_that_docket_does_not_know_are_ignored_with_a_warning),
		TEST(values_of_another_type_are_default),
		TEST(settings_that_cannot_be_read_are_default_and_a_warning),
		TEST(settings_may_have_one_mebibyte),
		TEST(settings_that_nest_deeply_are_a_warning),
		TEST(settings_that_are_no_file_are_a_warning),
		TEST(settings_are_never_default_for_want_of_memory),
		TEST(the_example_vault_registers_proposed),
		TEST(the_fingerprint_changes_with_what_is_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
