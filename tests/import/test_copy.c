#include "import/sandbox.h"

#include "import/copy.h"

#define NOTE                                                                                     \
	"---\ndate: 2025-11-05\n---\n# Call\n\n- [ ] Send the map\n\n## Decisions\n- Doors are " \
	"red.\n"
#define COPY "notes/Call (conflicted copy 2025-11-08).md"

static int
set_up(void **state)
{
	static struct sandbox box;
	sandbox_open(&box);
	sandbox_put(&box, "notes/Call.md", NOTE);
	*state = &box;
	return 0;
}

static int
tear_down(void **state)
{
	sandbox_close(*state);
	return 0;
}

/* Imports, and says how many mentions and remarks on copies there are. */
static void
assert_import(const struct sandbox *box, long long mentions, long long remarks)
{
	sandbox_import(box, "notes");
	assert_int_equal(sandbox_number(box, "SELECT count(*) FROM mentions"), mentions);
	assert_int_equal(
		sandbox_number(box, "SELECT count(*) FROM remarks WHERE kind = 'conflict-copy'"),
		remarks);
}

static void
names_of_copies_are_known(void **state)
{
	(void)state;
	static const char *const copies[] = { "/a/Call (conflicted copy).md",
		"/a/Call (Ada's conflicted copy 2025-11-08).md",
		"/a/Call (Conflicted copy Phone 202511081011).md", "/a/Call 2.md",
		"/a/Call.sync-conflict-20251108-101112-ABCDEFG.md", "Call 9.markdown" };
	static const char *const others[] = { "/a/Call.md", "/a/Call 1.md", "/a/Call 12.md",
		"/a/2.md", "/a/ 2.md", "/a/Call2.md", "/a/Call (2025).md",
		"/a/(conflicted copy).md", "/a 2.md/Call.md", "/a 2.md/Call",
		"/a/.sync-conflict-1.md", "/a/On a conflicted copy.md" };
	for (size_t i = 0; i < sizeof(copies) / sizeof(*copies); i++)
		if (!copy_is_named(copies[i]))
			fail_msg("%s is a copy", copies[i]);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (copy_is_named(others[i]))
			fail_msg("%s is no copy", others[i]);
}

static void
what_a_copy_repeats_counts_once(void **state)
{
	const struct sandbox *box = *state;
	sandbox_put(box, COPY, NOTE);
	sandbox_put(box, "notes/Call 2.md", NOTE);
	sandbox_put(box, "notes/Call.sync-conflict-20251108-101112-ABCDEFG.md", NOTE);
	assert_import(box, 2, 3);
}

static void
a_copy_that_differs_counts(void **state)
{
	const struct sandbox *box = *state;
	sandbox_put(box, COPY, NOTE "- Gates are blue.\n");
	assert_import(box, 5, 1);
}

static void
a_numbered_note_of_its_own_is_no_copy(void **state)
{
	const struct sandbox *box = *state;
	sandbox_put(box, "notes/Call 2.md", "- [ ] Send the bill\n");
	assert_import(box, 3, 0);
}

static void
a_note_that_might_be_a_copy_is_unchanged_when_it_is(void **state)
{
	const struct sandbox *box = *state;
	sandbox_put(box, "notes/Call 2.md", "- [ ] Send the bill\n");
	sandbox_put(box, COPY, NOTE);
	sandbox_shell(box, "touch -d '1 hour ago' notes/* && sleep 2.2");
	assert_int_equal(sandbox_import(box, "notes").added, 3);
	assert_int_equal(sandbox_import(box, NULL).unchanged, 3);
}

static void
a_copy_without_original_counts(void **state)
{
	const struct sandbox *box = *state;
	sandbox_remove(box, "notes/Call.md");
	sandbox_put(box, COPY, NOTE);
	assert_import(box, 2, 0);
}

static void
an_original_that_is_excluded_leaves_the_copy_to_count(void **state)
{
	struct sandbox *box = *state;
	struct sandbox_path config = sandbox_path(box, "config.yaml");
	sandbox_put(box, "config.yaml", "exclude: [Call.md]\n");
	sandbox_put(box, COPY, NOTE);
	box->config = config.bytes;
	assert_import(box, 2, 0);
}

static void
a_copy_is_compared_again_when_only_the_original_changed(void **state)
{
	const struct sandbox *box = *state;
	sandbox_put(box, COPY, NOTE);
	sandbox_shell(box, "touch -d '1 hour ago' notes/*");
	assert_import(box, 2, 1);
	sandbox_put(box, "notes/Call.md", "# Call\n");
	assert_import(box, 2, 1);
	sandbox_put(box, "notes/Call.md", NOTE);
	assert_import(box, 2, 1);
	sandbox_remove(box, "notes/Call.md");
	assert_import(box, 2, 0);
	char *dump = sandbox_dump_as(box, false);
	struct sandbox again = *box;
	sandbox_new_store(&again);
	assert_import(&again, 2, 0);
	char *fresh = sandbox_dump_as(&again, false);
	sandbox_assert_equal(dump, fresh);
	free(dump);
	free(fresh);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_of_copies_are_known),
		TEST(what_a_copy_repeats_counts_once),
		TEST(a_copy_that_differs_counts),
		TEST(a_numbered_note_of_its_own_is_no_copy),
		TEST(a_note_that_might_be_a_copy_is_unchanged_when_it_is),
		TEST(a_copy_without_original_counts),
		TEST(an_original_that_is_excluded_leaves_the_copy_to_count),
		TEST(a_copy_is_compared_again_when_only_the_original_changed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
