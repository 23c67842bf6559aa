/* Imports of the files that a watch told of: the store is what an import of all makes it. */
#include "import/sandbox.h"

enum { ROUNDS = 10, STEPS = 8, AT_ONCE = 5 };

static int
set_up(void **state)
{
	struct sandbox *box = sandbox_begin(state);
	sandbox_put_vault(box);
	sandbox_import(box, "notes");
	return 0;
}

/* What is told of, by names in the folder of notes. */
struct told {
	struct sandbox_path paths[2 * AT_ONCE];
	size_t count;
};

static void
tell(const struct sandbox *box, struct told *told, const char *name)
{
	struct sandbox_path path = sandbox_path(box, "notes/");
	strncat(path.bytes, name, sizeof(path.bytes) - strlen(path.bytes) - 1);
	told->paths[told->count++] = path;
}

static struct docket_import_result
import_told(const struct sandbox *box, const struct told *told)
{
	const char *notes[2 * AT_ONCE];
	for (size_t i = 0; i < told->count; i++)
		notes[i] = told->paths[i].bytes;
	struct docket_import import = { .notes = notes, .note_count = told->count };
	struct docket_import_result result;
	struct docket_error err = { 0 };
	if (!docket_store_import(box->store, &import, &result, &err))
		fail_msg("%s", err.message);
	return result;
}

static struct docket_import_result
import_one(const struct sandbox *box, const char *name)
{
	struct told told = { 0 };
	tell(box, &told, name);
	return import_told(box, &told);
}

/* An import of all finds nothing to do. */
static void
assert_nothing_left(const struct sandbox *box)
{
	struct docket_import_result result = sandbox_import(box, NULL);
	assert_int_equal(result.added + result.changed + result.removed + result.failed, 0);
}

/* Nor does it make another store of a new one. */
static void
assert_complete(struct sandbox *box)
{
	char *told = sandbox_dump_as(box, false);
	assert_nothing_left(box);
	struct sandbox fresh = *box;
	snprintf(fresh.store, sizeof(fresh.store), "%s/fresh", box->folder);
	sandbox_new_store(&fresh);
	sandbox_import(&fresh, "notes");
	char *made = sandbox_dump_as(&fresh, false);
	sandbox_assert_equal(told, made);
	free(told);
	free(made);
}

static void
only_the_note_that_is_told_is_looked_at(void **state)
{
	sandbox_put(*state, "notes/new.md", "- [ ] Hang the new lamp over gate four @Ravi Menon\n");
	sandbox_put(*state, "notes/other.md", "- [ ] Sweep the hall\n");
	struct docket_import_result result = import_one(*state, "new.md");
	assert_int_equal(result.seen, 1);
	assert_int_equal(result.added, 1);
	assert_int_equal(result.tasks, 1);
	assert_int_equal(import_one(*state, "other.md").added, 1);
	assert_complete(*state);
}

static void
a_note_that_is_gone_leaves(void **state)
{
	sandbox_put(*state, "notes/new.md", "- [ ] Hang the new lamp over gate four @Ravi Menon\n");
	import_one(*state, "new.md");
	sandbox_remove(*state, "notes/new.md");
	assert_int_equal(import_one(*state, "new.md").removed, 1);
	struct docket_import_result result = import_one(*state, "new.md");
	assert_int_equal(result.removed + result.failed + result.seen, 0);
	assert_complete(*state);
}

static void
a_note_under_another_name_stays_itself(void **state)
{
	struct told told = { 0 };
	sandbox_put(*state, "notes/old.md", "- [ ] Hang the new lamp over gate four @Ravi Menon\n");
	import_one(*state, "old.md");
	sandbox_shell(*state, "mv notes/old.md notes/Weekly/new.md");
	tell(*state, &told, "old.md");
	tell(*state, &told, "Weekly/new.md");
	struct docket_import_result result = import_told(*state, &told);
	assert_int_equal(result.changed, 1);
	assert_int_equal(result.added + result.removed, 0);
	assert_complete(*state);
}

static void
what_is_excluded_or_hidden_stays_out(void **state)
{
	static const char *const names[] = { "Templates/new.md", ".trash/new.md", "a/.b/new.md",
		".new.md", "new.txt" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		char name[64];
		snprintf(name, sizeof(name), "notes/%s", names[i]);
		sandbox_put(*state, name, "- [ ] Hang the new lamp over gate four\n");
		assert_int_equal(import_one(*state, names[i]).added, 0);
	}
	assert_complete(*state);
}

static void
a_copy_is_looked_at_with_its_original(void **state)
{
	sandbox_put(*state, "notes/new.md", "- [ ] Hang the new lamp over gate four @Ravi Menon\n");
	sandbox_put(
		*state, "notes/new 2.md", "- [ ] Hang the new lamp over gate four @Ravi Menon\n");
	import_one(*state, "new.md");
	import_one(*state, "new 2.md");
	assert_complete(*state);
	sandbox_put(*state, "notes/new.md", "- [ ] Take the new lamp down @Ravi Menon\n");
	assert_int_equal(import_one(*state, "new.md").changed, 2);
	assert_complete(*state);
	sandbox_remove(*state, "notes/new.md");
	import_one(*state, "new.md");
	assert_complete(*state);
}

static void
links_other_settings_and_full_imports_look_at_all(void **state)
{
	size_t all = sandbox_import(*state, NULL).seen;
	sandbox_put(*state, "elsewhere.md", "- [ ] Hang the new lamp over gate four\n");
	sandbox_shell(*state, "ln -s ../elsewhere.md notes/new.md");
	assert_int_equal(import_one(*state, "new.md").seen, all + 1);
	sandbox_shell(*state, "echo 'me: Ravi Menon' >>notes/.docket.yaml");
	assert_int_equal(import_one(*state, "Atlas.md").seen, all + 1);
	sandbox_shell(*state, "mkdir notes/Folder");
	assert_int_equal(import_one(*state, "Folder").seen, all + 1);
	assert_complete(*state);
}

static void
a_disk_that_is_gone_is_no_reason_to_forget(void **state)
{
	struct sandbox *box = *state;
	struct docket_error err = { 0 };
	char *dump = sandbox_dump(box);
	const char *notes[16];
	struct sandbox_path paths[16];
	for (size_t i = 0; i < 16; i++) {
		paths[i] = sandbox_path(box, "notes/gone-.md");
		paths[i].bytes[strlen(paths[i].bytes) - 4] = (char)('a' + i);
		notes[i] = paths[i].bytes;
	}
	struct docket_import import = { .notes = notes, .note_count = 16 };
	struct docket_import_result result;
	sandbox_shell(box, "mv notes kept && mkdir notes && "
			   "cp -R kept/.docket.yaml kept/.obsidian notes");
	assert_false(docket_store_import(box->store, &import, &result, &err));
	assert_non_null(strstr(err.message, "is the disk mounted"));
	sandbox_assert_dump(box, dump);
	free(dump);
}

/* Names that things happen to: notes, copies of notes, a folder of their own, one excluded. */
static const char *const names[] = { "a.md", "a 2.md", "a (conflicted copy 2025-11-08).md", "b.md",
	"b 2.md", "Weekly/a.md", "Weekly/2025-10-14 Product weekly.md",
	"Projects/Ledger Sync/2025-10-01 Parked rows.md", "Daily/c.md", "Templates/c.md",
	"2025-11-04 Old friends.md" };

/* What notes say; some of it twice, so that tasks and meetings come together and part. */
static const char *const texts[] = {
	"- [ ] Hang the new lamp over gate four @Ravi Menon\n",
	"- [x] Hang the new lamp over gate four @Ravi Menon\n- [ ] Sweep the hall ^hall\n",
	"---\ndate: 2025-11-04\naccount: Moritani\n---\n# Old friends\n\n- [ ] Call them @Ravi\n",
	"---\ndate: 2025-11-04\nparticipants: [Ravi Menon, Ada Park]\n---\n# Old friends\n\n"
	"## Decisions\n- The hall is swept on Fridays.\n",
	"---\ndate: 2025-11-04\naccount: MORITANI\nparticipants: [Ravi Menon]\n---\n"
	"# Old friends\n\n- [ ] Hang the new lamp over gate four @ravi menon\n",
	"# Nothing\n",
};

/* One thing that happens to a note, as it is told. */
static void
disturb(struct sandbox *box, struct told *told)
{
	const char *name = names[sandbox_random(box, sizeof(names) / sizeof(*names))];
	const char *other = names[sandbox_random(box, sizeof(names) / sizeof(*names))];
	const char *text = texts[sandbox_random(box, sizeof(texts) / sizeof(*texts))];
	uint64_t kind = sandbox_random(box, 8);
	char path[128], target[128];
	snprintf(path, sizeof(path), "notes/%s", name);
	snprintf(target, sizeof(target), "notes/%s", other);
	bool there = access(sandbox_path(box, path).bytes, F_OK) == 0;
	if (kind > 3 || !there) {
		sandbox_put(box, path, text);
	} else if (kind > 1) {
		assert_int_equal(
			rename(sandbox_path(box, path).bytes, sandbox_path(box, target).bytes), 0);
		tell(box, told, other);
	} else {
		sandbox_remove(box, path);
	}
	tell(box, told, name);
}

static void
whatever_is_told_the_store_is_what_an_import_of_all_makes_it(void **state)
{
	struct sandbox *box = *state;
	size_t all = sandbox_import(box, NULL).seen, few = 0, steps = rounds_of(ROUNDS) * STEPS;
	for (size_t i = 1; i <= steps; i++) {
		struct told told = { 0 };
		for (uint64_t k = sandbox_random(box, AT_ONCE) + 1; k; k--)
			disturb(box, &told);
		few += import_told(box, &told).seen < all / 2;
		assert_nothing_left(box);
		if (i % STEPS == 0)
			assert_complete(box);
	}
	assert_int_equal(few, steps);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, sandbox_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_the_note_that_is_told_is_looked_at),
		TEST(a_note_that_is_gone_leaves),
		TEST(a_note_under_another_name_stays_itself),
		TEST(what_is_excluded_or_hidden_stays_out),
		TEST(a_copy_is_looked_at_with_its_original),
		TEST(links_other_settings_and_full_imports_look_at_all),
		TEST(a_disk_that_is_gone_is_no_reason_to_forget),
		TEST(whatever_is_told_the_store_is_what_an_import_of_all_makes_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
