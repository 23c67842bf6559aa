/* The root of the file system is a folder as others are. */
#include "import/sandbox.h"

#include <sys/wait.h>

enum { CANNOT = 80 }; /* a child's status: it may not have a root of its own */

/* Whether an import of that folder sees, adds and drops so many notes. */
static bool
counts(const char *folder, size_t seen, size_t added, size_t removed)
{
	struct docket_import import = {
		.paths = &folder, .path_count = 1, .allow_mass_delete = true
	};
	struct docket_import_result result;
	return docket_store_import("/.state/store", &import, &result, NULL) &&
	       result.seen == seen && result.added == added && result.removed == removed &&
	       !result.failed;
}

static bool
has_excluded(void)
{
	struct docket_import import = { .paths = &(const char *){ "/" },
		.path_count = 1,
		.excludes = { &(struct docket_str){ "notes/b.md", 10 }, 1 } };
	struct docket_import_result result;
	return docket_store_import("/.state/other", &import, &result, NULL) && result.seen == 2;
}

static void
find_one(void *context, const char *note)
{
	size_t *count = context;
	*count += strcmp(note, "/notes/b.md") == 0;
}

static bool
finds_by_whole_paths(void)
{
	size_t count = 0;
	return docket_notes_find("/", NULL, find_one, &count, NULL) && count == 1;
}

/* Runs in a child whose root is the sandbox. */
static void
assert_in_root(const struct sandbox *box, bool (*holds)(void))
{
	int status;
	pid_t child = fork();
	if (child == 0)
		_exit(chroot(box->folder) != 0 || chdir("/") != 0 ? CANNOT : !holds());
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == CANNOT)
		skip();
	assert_int_equal(WEXITSTATUS(status), 0);
}

static bool
takes_in_what_is_below_it(void)
{
	return counts("/notes", 2, 2, 0) && counts("/", 3, 1, 0) && counts("/notes", 2, 0, 0);
}

static bool
notices_what_is_gone(void)
{
	return counts("/", 3, 3, 0) && unlink("/notes/a.md") == 0 && unlink("/top.md") == 0 &&
	       counts("/notes", 1, 0, 1) && counts("/", 1, 0, 1);
}

static int
set_up(void **state)
{
	struct sandbox *box = sandbox_begin(state);
	sandbox_put(box, "top.md", "- [ ] Ring the bell\n");
	sandbox_put(box, "notes/a.md", "- [ ] Send the map\n");
	sandbox_put(box, "notes/b.md", "- [ ] Oil the gate\n");
	sandbox_shell(box, "mkdir .state loop && ln -s .. loop/up && ln -s ../notes loop/notes");
	return 0;
}

static void
a_folder_below_becomes_a_part_of_it(void **state)
{
	assert_in_root(*state, takes_in_what_is_below_it);
}

static void
notes_that_are_gone_leave(void **state)
{
	assert_in_root(*state, notices_what_is_gone);
}

static void
names_below_it_can_be_excluded(void **state)
{
	assert_in_root(*state, has_excluded);
}

static void
notes_are_found_under_their_paths(void **state)
{
	assert_in_root(*state, finds_by_whole_paths);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, sandbox_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_folder_below_becomes_a_part_of_it),
		TEST(notes_that_are_gone_leave),
		TEST(names_below_it_can_be_excluded),
		TEST(notes_are_found_under_their_paths),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
