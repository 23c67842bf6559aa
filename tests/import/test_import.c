/* What an import promises: the same notes give the same store, however they came into it. */
#include "import/sandbox.h"

/* A vault in a sandbox, imported at once, and what the store then says. */
struct fixture {
	struct sandbox box;
	char *golden;
};

static int
set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));
	*state = fixture;
	sandbox_open(&fixture->box);
	sandbox_put_vault(&fixture->box);
	sandbox_import(&fixture->box, "notes");
	fixture->golden = sandbox_dump(&fixture->box);
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	sandbox_close(&fixture->box);
	free(fixture->golden);
	free(fixture);
	return 0;
}

/* The paths of all notes in the store, in some order. */
struct paths {
	struct sandbox_path items[128];
	size_t count;
};

static void
find_paths(struct sandbox *box, struct paths *paths)
{
	struct docket_error err = { 0 };
	struct docket_store *store = sandbox_store(box);
	struct docket_rows *rows = docket_sql(store, "SELECT path FROM notes", &err);
	const struct docket_value *row;
	paths->count = 0;
	while (rows && (row = docket_rows_next(rows, &err))) {
		assert_true(paths->count < sizeof(paths->items) / sizeof(*paths->items));
		snprintf(paths->items[paths->count++].bytes, sizeof(paths->items->bytes), "%.*s",
			(int)row->items[0].text.length, row->items[0].text.bytes);
	}
	docket_rows_free(rows);
	docket_store_close(store);
	for (size_t i = paths->count; i > 1; i--) {
		size_t other = (size_t)sandbox_random(box, i);
		struct sandbox_path kept = paths->items[i - 1];
		paths->items[i - 1] = paths->items[other];
		paths->items[other] = kept;
	}
}

/* A new store that knows the folder and its settings but none of its notes. */
static void
begin_empty(struct sandbox *box)
{
	sandbox_new_store(box);
	sandbox_shell(box, "mv notes kept && mkdir notes && "
			   "cp -R kept/.docket.yaml kept/.obsidian notes");
	assert_int_equal(sandbox_import(box, "notes").seen, 0);
	sandbox_shell(box, "rm -r notes && mv kept notes");
}

static void
all_that_rows_refer_to_is_there(void **state)
{
	struct fixture *fixture = *state;
	assert_int_equal(
		sandbox_number(&fixture->box, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

static void
folder_by_folder_makes_the_same_store(void **state)
{
	struct fixture *fixture = *state;
	struct sandbox *box = &fixture->box;
	static const char *const folders[] = { "notes/Weekly", "notes/People", "notes/Projects",
		"notes/Inbox", "notes/Customers", "notes/Daily" };
	begin_empty(box);
	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++)
		sandbox_import(box, folders[i]);
	sandbox_assert_dump(box, fixture->golden);
}

static void
file_by_file_in_any_order_makes_the_same_store(void **state)
{
	struct fixture *fixture = *state;
	struct sandbox *box = &fixture->box;
	for (size_t round = 0; round < rounds_of(3); round++) {
		struct paths paths;
		find_paths(box, &paths);
		begin_empty(box);
		for (size_t i = 0; i < rounds_of(paths.count); i++)
			assert_int_equal(sandbox_import(box, paths.items[i].bytes).added, 1);
		sandbox_import(box, NULL); /* the rest, where rounds are few */
		sandbox_assert_dump(box, fixture->golden);
	}
}

static void
a_second_import_changes_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct docket_import_result result = sandbox_import(&fixture->box, NULL);
	assert_int_equal(result.unchanged, result.seen);
	assert_int_equal(result.added + result.changed + result.removed + result.failed, 0);
	sandbox_assert_dump(&fixture->box, fixture->golden);
}

static void
a_second_import_counts_as_the_first(void **state)
{
	struct fixture *fixture = *state;
	struct docket_import import = { .full = true };
	struct docket_import_result first, second;
	assert_true(docket_store_import(fixture->box.store, &import, &first, NULL));
	sandbox_shell(&fixture->box, "find notes -name '*.md' -exec touch -d '3 days ago' {} +");
	sandbox_import(&fixture->box, NULL);
	second = sandbox_import(&fixture->box, NULL);
	assert_int_equal(second.unchanged, first.seen);
	assert_true(first.tasks && first.remarks);
	const size_t counts[][2] = { { first.tasks, second.tasks },
		{ first.task_mentions, second.task_mentions },
		{ first.decisions, second.decisions },
		{ first.decision_mentions, second.decision_mentions },
		{ first.people, second.people }, { first.accounts, second.accounts },
		{ first.remarks, second.remarks } };
	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++)
		assert_int_equal(counts[i][0], counts[i][1]);
}

/* Until what was touched just now is known by its stamp. */
#define WAIT " && sleep 2.2"

/* Size and time of writing are what they were. */
static void
a_change_that_hides_is_seen(void **state)
{
	struct sandbox *box = &((struct fixture *)*state)->box;
	sandbox_put(box, "notes/Hidden.md", "- [ ] Oil the gate hinge @Ravi Menon\n");
	sandbox_shell(box, "touch -d '2025-01-02' notes/Hidden.md" WAIT);
	sandbox_import(box, NULL);
	assert_int_equal(sandbox_import(box, NULL).changed, 0);
	sandbox_shell(box, "sed 's/hinge/latch/' notes/Hidden.md >text && cat text >notes/Hidden.md"
			   " && touch -d '2025-01-02' notes/Hidden.md");
	assert_int_equal(sandbox_import(box, NULL).changed, 1);
}

/* Every row of what is read from notes, with its ids; the caller frees it. */
static char *
print_tables(const struct sandbox *box)
{
	static const char *const statements[] = { "SELECT * FROM note", "SELECT * FROM mention",
		"SELECT * FROM mention_owner", "SELECT * FROM note_person", "SELECT * FROM person",
		"SELECT * FROM remark", "SELECT * FROM task", "SELECT * FROM decision" };
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	struct docket_store *store = sandbox_store(box);
	for (size_t i = 0; i < sizeof(statements) / sizeof(*statements); i++)
		sandbox_print(store, statements[i], out);
	docket_store_close(store);
	fclose(out);
	return text;
}

static void
notes_read_side_by_side_make_the_same_store(void **state)
{
	struct sandbox *box = &((struct fixture *)*state)->box;
	struct sandbox_path notes = sandbox_path(box, "notes");
	const char *paths[] = { notes.bytes };
	char *alone = NULL;
	sandbox_shell(box, "find notes -type f -exec touch -d 2025-01-02 {} +" WAIT);
	for (size_t jobs = 1; jobs <= 16; jobs *= 2) {
		struct docket_import import = { .paths = paths, .path_count = 1, .jobs = jobs };
		struct docket_import_result result;
		sandbox_new_store(box);
		assert_true(docket_store_import(box->store, &import, &result, NULL));
		char *text = print_tables(box);
		assert_true(strlen(text) > 10000);
		if (alone)
			assert_string_equal(text, alone);
		free(jobs == 1 ? NULL : text);
		alone = jobs == 1 ? text : alone;
	}
	free(alone);
}

static void
reading_everything_again_changes_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct docket_import import = { .full = true };
	struct docket_import_result result;
	assert_true(docket_store_import(fixture->box.store, &import, &result, NULL));
	assert_int_equal(result.changed, result.seen);
	sandbox_assert_dump(&fixture->box, fixture->golden);
}

/* A note as it was, for putting it back. */
struct original {
	const char *path;
	char *text;
};

/* Changes the note a little: a line goes, comes or says something else. */
static struct original
edit_note(struct sandbox *box, const char *path)
{
	struct original original = { path, sandbox_read(box, path) };
	size_t length = strlen(original.text), at = (size_t)sandbox_random(box, length);
	while (at > 0 && original.text[at - 1] != '\n')
		at--;
	size_t line = strcspn(original.text + at, "\n"), kind = (size_t)sandbox_random(box, 4);
	char *edited = calloc(1, length + 128);
	assert_non_null(edited);
	snprintf(edited, length + 128, "%.*s%s%.*s%s", (int)at, original.text,
		kind == 0 ? "- [ ] Hang the new lamp over gate four @Ravi Menon\n" : "",
		kind == 1 ? 0 : (int)line, original.text + at, kind == 2 ? " and so on" : "");
	if (kind != 3)
		strcat(edited, original.text + at + line);
	sandbox_put(box, path, edited);
	free(edited);
	return original;
}

static void
an_edit_that_is_undone_leaves_no_trace(void **state)
{
	struct fixture *fixture = *state;
	struct sandbox *box = &fixture->box;
	struct paths paths;
	size_t changed = 0;
	find_paths(box, &paths);
	size_t rounds = rounds_of(paths.count);
	for (size_t i = 0; i < rounds; i++) {
		struct original original = edit_note(box, paths.items[i].bytes);
		changed += sandbox_import(box, NULL).changed;
		sandbox_put(box, original.path, original.text);
		sandbox_import(box, NULL);
		free(original.text);
		sandbox_assert_dump(box, fixture->golden);
	}
	assert_in_range(changed, rounds / 2, rounds);
}

static void
what_is_left_after_removals_is_what_the_rest_says(void **state)
{
	struct fixture *fixture = *state;
	struct sandbox *box = &fixture->box;
	struct paths paths;
	find_paths(box, &paths);
	for (size_t i = 0; i < rounds_of(24); i++) {
		sandbox_remove(box, paths.items[i].bytes);
		assert_int_equal(sandbox_import(box, NULL).removed, 1);
	}
	char *dump = sandbox_dump(box);
	sandbox_new_store(box);
	sandbox_import(box, "notes");
	sandbox_assert_dump(box, dump);
	free(dump);
}

/* One thing that happens to notes. */
static void
disturb(struct sandbox *box, const struct paths *paths)
{
	const char *path = paths->items[sandbox_random(box, paths->count)].bytes;
	const char *other = paths->items[sandbox_random(box, paths->count)].bytes;
	uint64_t kind = sandbox_random(box, 8);
	if (access(path, F_OK) != 0)
		return;
	if (kind == 0)
		sandbox_remove(box, path);
	else if (kind == 1)
		assert_int_equal(rename(path, other), 0);
	else
		free(edit_note(box, path).text);
}

static void
whatever_happens_to_notes_the_store_is_what_they_say(void **state)
{
	struct fixture *fixture = *state;
	struct sandbox *box = &fixture->box;
	struct paths paths;
	find_paths(box, &paths);
	for (size_t i = 0; i < rounds_of(20); i++) {
		for (uint64_t n = sandbox_random(box, 5); n > 0; n--)
			disturb(box, &paths);
		sandbox_import(box, NULL);
	}
	/* The ids of edited lines are kept; in a new store they are new. */
	char *kept = sandbox_dump_as(box, false);
	sandbox_new_store(box);
	sandbox_import(box, "notes");
	char *made = sandbox_dump_as(box, false);
	sandbox_assert_equal(kept, made);
	free(kept);
	free(made);
}

static void
a_note_under_another_name_keeps_its_ids(void **state)
{
	struct fixture *fixture = *state;
	struct sandbox *box = &fixture->box;
	static const char statement[] =
		"SELECT count(*) FROM tasks WHERE task_key = "
		"(SELECT max(task_key) FROM tasks WHERE id IN "
		"(SELECT item_id FROM mentions WHERE path LIKE '%%/kept.md'))";
	sandbox_shell(box, "mv 'notes/Weekly/2025-10-14 Product weekly.md' notes/kept.md");
	struct docket_import_result result = sandbox_import(box, NULL);
	assert_int_equal(result.changed, 1);
	assert_int_equal(result.removed, 0);
	assert_int_equal(sandbox_number(box, statement), 1);
	sandbox_shell(box, "mv notes/kept.md 'notes/Weekly/2025-10-14 Product weekly.md'");
	sandbox_import(box, NULL);
	sandbox_assert_dump(box, fixture->golden);
}

static bool
stop_after_ten(void *context, size_t done, size_t total)
{
	(void)context;
	(void)total;
	return done < 10;
}

static void
an_import_that_is_stopped_leaves_the_store_as_it_was(void **state)
{
	struct fixture *fixture = *state;
	struct docket_import import = { .full = true, .progress = stop_after_ten };
	struct docket_import_result result;
	struct docket_error err = { 0 };
	sandbox_put(&fixture->box, "notes/new.md", "- [ ] Hang the new lamp over gate four\n");
	assert_false(docket_store_import(fixture->box.store, &import, &result, &err));
	assert_int_equal(err.code, DOCKET_INTERRUPTED);
	sandbox_assert_dump(&fixture->box, fixture->golden);
}

/* When it is asked again after the last note. */
static bool
stop_behind_the_last(void *context, size_t done, size_t total)
{
	size_t *before = context;
	bool again = total && done == total && done == *before;
	*before = done;
	return !again;
}

static void
an_import_that_is_stopped_behind_its_last_note_leaves_the_store_as_it_was(void **state)
{
	struct fixture *fixture = *state;
	size_t before = 0;
	struct docket_import import = {
		.full = true, .progress = stop_behind_the_last, .context = &before
	};
	struct docket_import_result result;
	struct docket_error err = { 0 };
	sandbox_put(&fixture->box, "notes/new.md", "- [ ] Hang the new lamp over gate four\n");
	assert_false(docket_store_import(fixture->box.store, &import, &result, &err));
	assert_int_equal(err.code, DOCKET_INTERRUPTED);
	assert_non_null(strstr(err.message, "stopped after"));
	sandbox_assert_dump(&fixture->box, fixture->golden);
	/* The same of a store that is not there yet. */
	struct sandbox_path notes = sandbox_path(&fixture->box, "notes");
	struct sandbox_path other = sandbox_path(&fixture->box, "other.db");
	const char *path = notes.bytes;
	import.paths = &path;
	import.path_count = 1;
	assert_false(docket_store_import(other.bytes, &import, &result, &err));
	assert_int_equal(err.code, DOCKET_INTERRUPTED);
	assert_int_not_equal(access(other.bytes, F_OK), 0);
}

static bool
keep_total(void *context, size_t done, size_t total)
{
	(void)done;
	*(size_t *)context = total;
	return true;
}

static void
notes_are_counted_beforehand_unless_nobody_wants_to_know(void **state)
{
	struct fixture *fixture = *state;
	size_t total = 1;
	struct docket_import import = {
		.dry_run = true, .progress = keep_total, .without_total = true, .context = &total
	};
	struct docket_import_result result;
	assert_true(docket_store_import(fixture->box.store, &import, &result, NULL));
	assert_int_equal(total, 0);
	import.without_total = false;
	assert_true(docket_store_import(fixture->box.store, &import, &result, NULL));
	assert_int_equal(total, result.seen);
}

static void
a_dry_run_leaves_the_store_as_it_was(void **state)
{
	struct fixture *fixture = *state;
	struct docket_import import = { .dry_run = true };
	struct docket_import_result result;
	sandbox_put(&fixture->box, "notes/new.md", "- [ ] Hang the new lamp over gate four\n");
	assert_true(docket_store_import(fixture->box.store, &import, &result, NULL));
	assert_int_equal(result.added, 1);
	sandbox_assert_dump(&fixture->box, fixture->golden);
}

/* In place of a store of another version, which knows of no folder. */
static void
nobody_has_to_ask_why(void **state)
{
	struct fixture *fixture = *state;
	struct sandbox_path notes = sandbox_path(&fixture->box, "notes");
	struct docket_import import = { .paths = (const char *[]){ notes.bytes }, .path_count = 1 };
	struct docket_import_result result;
	sandbox_shell(&fixture->box,
		"sqlite3 store 'DELETE FROM folder; DELETE FROM note; PRAGMA user_version = 1'");
	assert_true(docket_store_import(fixture->box.store, &import, &result, NULL));
	assert_true(result.added > 0);
}

/* What file systems allow is more than the sizes of two of them sum up to. */
static void
files_of_any_size_wait_for_each_other(void **state)
{
	struct fixture *fixture = *state;
	sandbox_shell(&fixture->box, "truncate -s 9223372036854775807 notes/a.md notes/b.md || "
				     "truncate -s 9000000 notes/a.md notes/b.md");
	struct docket_import_result result = sandbox_import(&fixture->box, "notes");
	assert_int_equal(result.failed, 2);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(all_that_rows_refer_to_is_there),
		TEST(folder_by_folder_makes_the_same_store),
		TEST(file_by_file_in_any_order_makes_the_same_store),
		TEST(a_second_import_changes_nothing),
		TEST(a_second_import_counts_as_the_first),
		TEST(a_change_that_hides_is_seen),
		TEST(notes_read_side_by_side_make_the_same_store),
		TEST(reading_everything_again_changes_nothing),
		TEST(an_edit_that_is_undone_leaves_no_trace),
		TEST(what_is_left_after_removals_is_what_the_rest_says),
		TEST(whatever_happens_to_notes_the_store_is_what_they_say),
		TEST(a_note_under_another_name_keeps_its_ids),
		TEST(an_import_that_is_stopped_leaves_the_store_as_it_was),
		TEST(an_import_that_is_stopped_behind_its_last_note_leaves_the_store_as_it_was),
		TEST(files_of_any_size_wait_for_each_other),
		TEST(nobody_has_to_ask_why),
		TEST(notes_are_counted_beforehand_unless_nobody_wants_to_know),
		TEST(a_dry_run_leaves_the_store_as_it_was),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
