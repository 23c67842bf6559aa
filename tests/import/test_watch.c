/* Waiting for notes to change. What a test waits for has already happened. */
#include "import/sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>

enum { SOON_MS = 5000, NOW_MS = 60 };

struct watched {
	struct sandbox box;
	struct docket_watch *watch;
};

static int
set_up(void **state)
{
	struct watched *watched = calloc(1, sizeof(*watched));
	sandbox_open(&watched->box);
	sandbox_put(&watched->box, "notes/call.md", "- [ ] Send the map\n");
	sandbox_put(&watched->box, "notes/.obsidian/app.json", "{}\n");
	struct sandbox_path path = sandbox_path(&watched->box, "notes");
	watched->watch = docket_watch_new((const char *[]){ path.bytes }, 1, NULL);
	assert_non_null(watched->watch);
	*state = watched;
	return 0;
}

static int
tear_down(void **state)
{
	struct watched *watched = *state;
	docket_watch_free(watched->watch);
	sandbox_close(&watched->box);
	free(watched);
	return 0;
}

static void
nothing_happens_while_nothing_changes(void **state)
{
	struct watched *watched = *state;
	assert_false(docket_watch_wait(watched->watch, NOW_MS));
}

static void
a_note_that_is_saved_is_told(void **state)
{
	struct watched *watched = *state;
	sandbox_put(&watched->box, "notes/call.md", "- [x] Send the map\n");
	assert_true(docket_watch_wait(watched->watch, SOON_MS));
	assert_false(docket_watch_wait(watched->watch, NOW_MS));
}

/* The last wait told of these notes of the folder, by name, in this order. */
static void
assert_told(const struct watched *watched, const char *const *names, size_t expected)
{
	size_t count = 0;
	const char *const *notes = docket_watch_notes(watched->watch, &count);
	assert_int_equal(count, expected);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(notes[i], sandbox_path(&watched->box, names[i]).bytes);
}

static void
notes_are_told_by_their_paths(void **state)
{
	struct watched *watched = *state;
	static const char *const saved[] = { "notes/call.md", "notes/new.md" };
	static const char *const moved[] = { "notes/new.md", "notes/old.md", "notes/call.md" };
	sandbox_put(&watched->box, saved[0], "- [x] Send the map\n");
	sandbox_put(&watched->box, saved[1], "- [x] Send the map\n");
	assert_true(docket_watch_wait(watched->watch, SOON_MS));
	assert_told(watched, saved, 2);
	sandbox_shell(&watched->box, "mv notes/new.md notes/old.md && rm notes/call.md");
	assert_true(docket_watch_wait(watched->watch, SOON_MS));
	assert_told(watched, moved, 3);
}

static void
notes_of_a_renamed_folder_are_told_by_their_new_paths(void **state)
{
	struct watched *watched = *state;
	static const char *const saved[] = { "notes/b/call.md" };
	sandbox_put(&watched->box, "notes/a/call.md", "- [ ] Send the map\n");
	assert_true(docket_watch_wait(watched->watch, SOON_MS));
	sandbox_shell(&watched->box, "mv notes/a notes/b");
	assert_true(docket_watch_wait(watched->watch, SOON_MS));
	assert_told(watched, NULL, 0);
	while (docket_watch_wait(watched->watch, NOW_MS))
		;
	sandbox_put(&watched->box, saved[0], "- [x] Send the map\n");
	assert_true(docket_watch_wait(watched->watch, SOON_MS));
	assert_told(watched, saved, 1);
}

static void
a_note_that_is_removed_is_told(void **state)
{
	struct watched *watched = *state;
	sandbox_remove(&watched->box, "notes/call.md");
	assert_true(docket_watch_wait(watched->watch, SOON_MS));
}

static void
a_note_that_is_replaced_by_renaming_is_told(void **state)
{
	struct watched *watched = *state;
	sandbox_put(&watched->box, "notes/.call.tmp", "- [x] Send the map\n");
	assert_false(docket_watch_wait(watched->watch, NOW_MS));
	sandbox_shell(&watched->box, "mv notes/.call.tmp notes/call.md");
	assert_true(docket_watch_wait(watched->watch, SOON_MS));
}

static void
many_notes_at_once_are_one_change(void **state)
{
	struct watched *watched = *state;
	for (int i = 0; i < 300; i++) {
		char name[64];
		snprintf(name, sizeof(name), "notes/%d.md", i);
		sandbox_put(&watched->box, name, "- [ ] Send the map\n");
	}
	assert_true(docket_watch_wait(watched->watch, SOON_MS));
	assert_told(watched, NULL, 0);
	assert_false(docket_watch_wait(watched->watch, NOW_MS));
}

static void
folders_that_come_are_watched_too(void **state)
{
	struct watched *watched = *state;
	sandbox_put(&watched->box, "notes/a/b/call.md", "- [ ] Send the map\n");
	assert_true(docket_watch_wait(watched->watch, SOON_MS));
	while (docket_watch_wait(watched->watch, NOW_MS))
		;
	sandbox_put(&watched->box, "notes/a/b/call.md", "- [x] Send the map\n");
	assert_true(docket_watch_wait(watched->watch, SOON_MS));
}

static void
hidden_and_other_files_do_not_matter(void **state)
{
	struct watched *watched = *state;
	sandbox_put(&watched->box, "notes/.trash.md", "- [ ] Send the map\n");
	sandbox_put(&watched->box, "notes/.obsidian/workspace.md", "x\n");
	sandbox_put(&watched->box, "notes/photo.jpeg", "x\n");
	assert_false(docket_watch_wait(watched->watch, NOW_MS));
}

static void
the_configuration_of_a_folder_matters(void **state)
{
	struct watched *watched = *state;
	sandbox_put(&watched->box, "notes/.docket.yaml", "me: Ada Park\n");
	assert_true(docket_watch_wait(watched->watch, SOON_MS));
	assert_told(watched, NULL, 0);
}

static void
a_single_file_can_be_watched(void **state)
{
	struct watched *watched = *state;
	struct sandbox_path path = sandbox_path(&watched->box, "notes/call.md");
	struct docket_watch *watch = docket_watch_new((const char *[]){ path.bytes }, 1, NULL);
	sandbox_put(&watched->box, "notes/other.md", "x\n");
	assert_false(docket_watch_wait(watch, NOW_MS));
	sandbox_put(&watched->box, "notes/call.md", "- [x] Send the map\n");
	assert_true(docket_watch_wait(watch, SOON_MS));
	docket_watch_free(watch);
}

static void
a_path_that_is_not_there_is_refused(void **state)
{
	(void)state;
	struct docket_error err = { 0 };
	assert_null(docket_watch_new((const char *[]){ "/nowhere/at/all" }, 1, &err));
	assert_int_equal(err.code, DOCKET_NOT_FOUND);
	assert_non_null(strstr(err.message, "/nowhere/at/all"));
	docket_watch_free(NULL);
}

/* Where the kernel has no file to tell by. */
static struct docket_watch *
watch_untold(const struct sandbox *box)
{
	struct rlimit before, none;
	struct sandbox_path path = sandbox_path(box, "notes");
	int next = open("/dev/null", O_RDONLY);
	assert_int_equal(close(next), 0);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	none = before;
	none.rlim_cur = (rlim_t)next;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
	struct docket_watch *watch = docket_watch_new((const char *[]){ path.bytes }, 1, NULL);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	assert_non_null(watch);
	return watch;
}

static void
untold_no_wait_is_longer_than_asked_for(void **state)
{
	const struct watched *watched = *state;
	struct docket_watch *watch = watch_untold(&watched->box);
	int waits = 1;
	while (!docket_watch_wait(watch, 500))
		waits++;
	assert_int_equal(waits, 4);
	docket_watch_free(watch);
}

static void
wake(int number)
{
	(void)number;
}

static void
untold_a_signal_ends_a_wait(void **state)
{
	const struct watched *watched = *state;
	struct docket_watch *watch = watch_untold(&watched->box);
	struct sigaction action = { .sa_handler = wake };
	struct itimerval soon = { .it_value = { .tv_usec = NOW_MS * 1000 } };
	assert_int_equal(sigaction(SIGALRM, &action, NULL), 0);
	assert_int_equal(setitimer(ITIMER_REAL, &soon, NULL), 0);
	assert_false(docket_watch_wait(watch, SOON_MS));
	docket_watch_free(watch);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_happens_while_nothing_changes),
		TEST(a_note_that_is_saved_is_told),
		TEST(notes_are_told_by_their_paths),
		TEST(notes_of_a_renamed_folder_are_told_by_their_new_paths),
		TEST(a_note_that_is_removed_is_told),
		TEST(a_note_that_is_replaced_by_renaming_is_told),
		TEST(many_notes_at_once_are_one_change),
		TEST(folders_that_come_are_watched_too),
		TEST(hidden_and_other_files_do_not_matter),
		TEST(the_configuration_of_a_folder_matters),
		TEST(a_single_file_can_be_watched),
		TEST(a_path_that_is_not_there_is_refused),
		TEST(untold_no_wait_is_longer_than_asked_for),
		TEST(untold_a_signal_ends_a_wait),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
