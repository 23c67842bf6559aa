#include "import/walk.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Every test has a temporary folder with `vault` and `elsewhere` in it. */
struct place {
	struct arena arena;
	char top[64];
	const char *vault;
};

static const char *
path_to(struct place *place, const char *name)
{
	return str_format(&place->arena, "%s/%s", place->top, name).bytes;
}

static void
add_folder(struct place *place, const char *name)
{
	assert_return_code(mkdir(path_to(place, name), 0700), errno);
}

static void
add_file(struct place *place, const char *name)
{
	FILE *file = fopen(path_to(place, name), "w");
	assert_non_null(file);
	assert_int_equal(fclose(file), 0);
}

static void
add_link(struct place *place, const char *target, const char *name)
{
	assert_return_code(symlink(target, path_to(place, name)), errno);
}

static int
set_up(void **state)
{
	struct place *place = calloc(1, sizeof(*place));
	if (!place)
		return -1;
	*state = place;
	snprintf(place->top, sizeof(place->top), "/tmp/docket-walk-XXXXXX");
	if (!mkdtemp(place->top))
		return -1;
	add_folder(place, "vault");
	add_folder(place, "elsewhere");
	place->vault = path_to(place, "vault");
	return 0;
}

static int
remove_one(const char *path, const struct stat *status, int type, struct FTW *where)
{
	(void)status;
	(void)type;
	(void)where;
	return remove(path);
}

static int
tear_down(void **state)
{
	struct place *place = *state;
	nftw(place->top, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	arena_free(&place->arena);
	free(place);
	return 0;
}

/* Walks the vault and compares the names; one that failed has a "!" before it. */
static void
assert_walk(struct place *place, strs excludes, const char *expected)
{
	struct buffer names = { .arena = &place->arena };
	struct walk *walk = walk_open(place->vault, strlen(place->vault) + 1, excludes);
	assert_null(walk_failure(walk));
	for (struct walk_entry entry; walk_next(walk, &entry);) {
		const char *path =
			str_format(&place->arena, "%s/%s", place->vault, entry.name).bytes;
		assert_string_equal(entry.path, path);
		buffer_format(&names, "%s%s%s", names.text.length ? " " : "",
			entry.failure ? "!" : "", entry.name);
	}
	walk_close(walk);
	if (!str_equal(names.text, str_from(expected)))
		fail_msg("found: %.*s", STR_ARG(names.text));
}

static void
assert_without(struct place *place, const char *exclude, const char *expected)
{
	str text = str_from(exclude);
	assert_walk(place, (strs){ &text, 1 }, expected);
}

static void
notes_come_by_name_folder_by_folder(void **state)
{
	struct place *place = *state;
	add_file(place, "vault/b.md");
	add_file(place, "vault/Z.md");
	add_file(place, "vault/a.md");
	add_folder(place, "vault/aa");
	add_file(place, "vault/aa/2.md");
	add_file(place, "vault/aa/10.md");
	add_folder(place, "vault/aa/deep");
	add_file(place, "vault/aa/deep/é.md");
	add_folder(place, "vault/empty");
	assert_walk(place, (strs){ 0 }, "Z.md a.md aa/10.md aa/2.md aa/deep/é.md b.md");
}

static void
only_markdown_is_a_note(void **state)
{
	struct place *place = *state;
	static const char *const names[] = { "vault/a.md", "vault/b.MD", "vault/c.markdown",
		"vault/d.txt", "vault/e.md.bak", "vault/md", "vault/f.mdx", "vault/g" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		add_file(place, names[i]);
	add_folder(place, "vault/folder.md");
	add_file(place, "vault/folder.md/h.md");
	assert_walk(place, (strs){ 0 }, "a.md b.MD c.markdown folder.md/h.md");
}

static void
names_with_a_dot_in_front_are_skipped(void **state)
{
	struct place *place = *state;
	add_file(place, "vault/.md");
	add_file(place, "vault/.hidden.md");
	add_folder(place, "vault/.obsidian");
	add_file(place, "vault/.obsidian/a.md");
	add_file(place, "vault/b.md");
	assert_walk(place, (strs){ 0 }, "b.md");
}

static void
a_note_that_icloud_has_not_downloaded_is_a_failure(void **state)
{
	struct place *place = *state;
	add_file(place, "vault/.call.md.icloud");
	add_file(place, "vault/.here.md.icloud");
	add_file(place, "vault/here.md");
	add_file(place, "vault/.photo.png.icloud");
	add_file(place, "vault/.md.icloud");
	add_file(place, "vault/call2.md.icloud");
	add_folder(place, "vault/old");
	add_file(place, "vault/old/.a.markdown.icloud");
	assert_walk(place, (strs){ 0 }, "!call.md here.md !old/a.markdown");
	assert_without(place, "old/", "!call.md here.md");
	assert_without(place, "call.md", "here.md !old/a.markdown");
}

static void
excludes_fit_a_name_or_a_path(void **state)
{
	struct place *place = *state;
	add_folder(place, "vault/Archive");
	add_file(place, "vault/Archive/old.md");
	add_folder(place, "vault/Work");
	add_file(place, "vault/Work/Archive.md");
	add_file(place, "vault/Work/call.md");
	add_folder(place, "vault/Work/Archive");
	add_file(place, "vault/Work/Archive/old.md");
	assert_without(place, "Archive", "Work/Archive.md Work/call.md");
	assert_without(place, "Archive/", "Work/Archive.md Work/call.md");
	assert_without(place, "Work/Archive", "Archive/old.md Work/Archive.md Work/call.md");
	assert_without(place, "Work/*", "Archive/old.md");
	assert_without(place, "*.md", "");
	assert_without(place, "old.md", "Work/Archive.md Work/call.md");
	assert_without(place, "call.md/",
		"Archive/old.md Work/Archive/old.md Work/Archive.md Work/call.md");
	assert_without(place, "[Aa]rchive*", "Work/call.md");
	assert_without(place, "archive",
		"Archive/old.md Work/Archive/old.md Work/Archive.md Work/call.md");
}

static void
any_of_the_excludes_is_enough(void **state)
{
	(void)state;
	static const struct docket_str globs[] = { { "Archive/", 8 }, { "*.draft.md", 10 } };
	const strs excludes = { globs, 2 };
	assert_true(walk_excludes(excludes, "Archive", true));
	assert_false(walk_excludes(excludes, "Archive", false));
	assert_true(walk_excludes(excludes, "Work/plan.draft.md", false));
	assert_false(walk_excludes(excludes, "Work/plan.md", false));
	assert_false(walk_excludes((strs){ 0 }, "Archive", true));
}

static void
a_link_that_leads_inside_or_nowhere_is_not_followed(void **state)
{
	struct place *place = *state;
	add_folder(place, "vault/a");
	add_file(place, "vault/a/note.md");
	add_link(place, "../a", "vault/a/again");
	add_link(place, "..", "vault/a/up");
	add_link(place, "a/note.md", "vault/same.md");
	add_link(place, "self.md", "vault/self.md");
	add_link(place, "nowhere.md", "vault/broken.md");
	assert_walk(place, (strs){ 0 }, "a/note.md !broken.md !self.md");
}

static void
a_link_out_of_the_folder_is_followed_once(void **state)
{
	struct place *place = *state;
	add_file(place, "elsewhere/note.md");
	add_link(place, ".", "elsewhere/loop");
	add_link(place, "../vault", "elsewhere/back");
	add_link(place, "../elsewhere", "vault/b");
	add_link(place, "../elsewhere", "vault/c");
	add_link(place, "../elsewhere/note.md", "vault/a.md");
	assert_walk(place, (strs){ 0 }, "a.md b/note.md");
}

static void
a_folder_with_a_similar_name_is_outside(void **state)
{
	struct place *place = *state;
	add_folder(place, "vault2");
	add_file(place, "vault2/note.md");
	add_link(place, "../vault2", "vault/more");
	assert_walk(place, (strs){ 0 }, "more/note.md");
}

static void
a_fifo_that_is_named_like_a_note_is_told_with_its_kind(void **state)
{
	struct place *place = *state;
	assert_return_code(mkfifo(path_to(place, "vault/x.md"), 0600), errno);
	struct walk *walk = walk_open(place->vault, strlen(place->vault) + 1, (strs){ 0 });
	struct walk_entry entry;
	assert_true(walk_next(walk, &entry));
	assert_string_equal(entry.name, "x.md");
	assert_true(S_ISFIFO(entry.status.st_mode));
	assert_false(walk_next(walk, &entry));
	walk_close(walk);
}

static void
a_folder_that_cannot_be_read_is_a_failure_and_the_rest_goes_on(void **state)
{
	struct place *place = *state;
	if (geteuid() == 0)
		skip(); /* root may read everything */
	add_file(place, "vault/a.md");
	add_folder(place, "vault/b");
	add_file(place, "vault/b/secret.md");
	add_file(place, "vault/c.md");
	assert_return_code(chmod(path_to(place, "vault/b"), 0), errno);
	assert_walk(place, (strs){ 0 }, "a.md !b c.md");
	assert_return_code(chmod(path_to(place, "vault/b"), 0700), errno);
}

static void
a_root_that_is_not_there_is_a_failure_without_entries(void **state)
{
	struct place *place = *state;
	struct walk *walk = walk_open(
		path_to(place, "missing"), strlen(path_to(place, "missing")) + 1, (strs){ 0 });
	struct walk_entry entry;
	assert_non_null(walk_failure(walk));
	assert_false(walk_next(walk, &entry));
	walk_close(walk);
	walk_close(NULL);
}

static void
a_walk_may_end_early(void **state)
{
	struct place *place = *state;
	add_folder(place, "vault/a");
	add_folder(place, "vault/a/b");
	add_file(place, "vault/a/b/c.md");
	struct walk *walk = walk_open(place->vault, strlen(place->vault) + 1, (strs){ 0 });
	struct walk_entry entry;
	assert_true(walk_next(walk, &entry));
	walk_close(walk);
}

static void
folders_may_be_nested_as_deep_as_a_path_is_long(void **state)
{
	struct place *place = *state;
	struct buffer name = { .arena = &place->arena };
	buffer_add(&name, STR("vault"));
	while (name.text.length < PATH_MAX - 200) {
		buffer_add(&name, STR("/d"));
		add_folder(place, name.text.bytes);
	}
	buffer_add(&name, STR("/x.md"));
	add_file(place, name.text.bytes);
	assert_walk(place, (strs){ 0 }, str_skip(name.text, sizeof("vault")).bytes);
}

#define WALK_TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		WALK_TEST(notes_come_by_name_folder_by_folder),
		WALK_TEST(only_markdown_is_a_note),
		WALK_TEST(names_with_a_dot_in_front_are_skipped),
		WALK_TEST(a_note_that_icloud_has_not_downloaded_is_a_failure),
		WALK_TEST(excludes_fit_a_name_or_a_path),
		cmocka_unit_test(any_of_the_excludes_is_enough),
		WALK_TEST(a_link_that_leads_inside_or_nowhere_is_not_followed),
		WALK_TEST(a_link_out_of_the_folder_is_followed_once),
		WALK_TEST(a_folder_with_a_similar_name_is_outside),
		WALK_TEST(a_fifo_that_is_named_like_a_note_is_told_with_its_kind),
		WALK_TEST(a_folder_that_cannot_be_read_is_a_failure_and_the_rest_goes_on),
		WALK_TEST(a_root_that_is_not_there_is_a_failure_without_entries),
		WALK_TEST(a_walk_may_end_early),
		WALK_TEST(folders_may_be_nested_as_deep_as_a_path_is_long),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
