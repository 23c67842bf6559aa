/* Imports beside each other, readers beside imports, and imports that are killed. */
#include "import/sandbox.h"

#include <signal.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>

enum { KILLS = 60, NOTES = 40 };

/* Why the disk refuses every lock; 0: it does not. */
static int no_locks;

/* In place of that of libc. */
int
flock(int file, int operation)
{
	errno = no_locks;
	return no_locks ? -1 : (int)syscall(SYS_flock, file, operation);
}

static int
set_up(void **state)
{
	struct sandbox *box = sandbox_begin(state);
	sandbox_shell(box, "cp -R \"$OLDPWD/fixtures/vault\" notes");
	return 0;
}

static void
pause_for(uint64_t microseconds)
{
	struct timespec pause = { (time_t)(microseconds / 1000000),
		(long)(microseconds % 1000000) * 1000 };
	nanosleep(&pause, NULL);
}

/* Imports after a while in a process of its own, which ends with 0 when that was done. */
static pid_t
import_later(const struct sandbox *box, const char *name, uint64_t pause)
{
	struct sandbox_path path = sandbox_path(box, name);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child)
		return child;
	const char *paths[] = { path.bytes };
	struct docket_import import = { .paths = paths, .path_count = 1 };
	struct docket_import_result result;
	pause_for(pause);
	_exit(docket_store_import(box->store, &import, &result, NULL) ? 0 : 1);
}

static pid_t
begin_import(const struct sandbox *box, const char *name)
{
	return import_later(box, name, 0);
}

/* The exit status, or minus the signal that ended it. */
static int
end_of(pid_t child)
{
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static uint64_t
microseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

static void
imports_at_once_wait_for_each_other(void **state)
{
	struct sandbox *box = *state;
	sandbox_import(box, "notes");
	char *golden = sandbox_dump(box);
	sandbox_new_store(box);
	pid_t children[4];
	for (size_t i = 0; i < 4; i++)
		children[i] = begin_import(box, "notes");
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(end_of(children[i]), 0);
	sandbox_assert_dump(box, golden);
	free(golden);
}

static void
parts_imported_at_once_make_the_whole(void **state)
{
	struct sandbox *box = *state;
	static const char *const folders[] = { "notes/Weekly", "notes/People", "notes/Projects",
		"notes/Inbox", "notes/Customers", "notes/Daily" };
	pid_t children[6];
	sandbox_import(box, "notes");
	char *golden = sandbox_dump(box);
	sandbox_new_store(box);
	sandbox_shell(box, "mv notes kept && mkdir notes && "
			   "cp -R kept/.docket.yaml kept/.obsidian notes");
	sandbox_import(box, "notes");
	sandbox_shell(box, "rm -r notes && mv kept notes");
	for (size_t i = 0; i < 6; i++)
		children[i] = begin_import(box, folders[i]);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(end_of(children[i]), 0);
	sandbox_assert_dump(box, golden);
	free(golden);
}

/* What a hundred imports can be tried with. */
static void
keep_some_notes(const struct sandbox *box)
{
	sandbox_shell(box, "cd notes && rm -r People Projects Daily Inbox");
}

/* Begins an import, kills it somewhere on its way; true: it was not done before. */
static bool
kill_import(struct sandbox *box, uint64_t lasts)
{
	pid_t child = begin_import(box, "notes");
	pause_for(sandbox_random(box, lasts));
	kill(child, SIGKILL);
	return end_of(child) == -SIGKILL;
}

static void
a_first_import_that_is_killed_leaves_no_store_or_a_whole_one(void **state)
{
	struct sandbox *box = *state;
	keep_some_notes(box);
	uint64_t begun = microseconds();
	sandbox_import(box, "notes");
	uint64_t lasts = microseconds() - begun;
	char *golden = sandbox_dump(box);
	size_t killed = 0;
	for (int i = 0; i < KILLS; i++) {
		sandbox_new_store(box);
		killed += kill_import(box, lasts);
		if (access(box->store, F_OK) == 0)
			sandbox_assert_dump(box, golden);
		sandbox_import(box, "notes");
		sandbox_assert_dump(box, golden);
	}
	/* Otherwise nothing was tried. */
	assert_true(killed > KILLS / 6);
	free(golden);
}

static void
switch_notes(const struct sandbox *box)
{
	sandbox_shell(box, "mv notes before && mv other notes && mv before other");
}

static void
a_later_import_that_is_killed_leaves_the_old_or_the_new(void **state)
{
	struct sandbox *box = *state;
	char *dumps[2];
	uint64_t lasts = 0;
	keep_some_notes(box);
	sandbox_shell(box, "cp -R notes other && cd other && rm -r Weekly && "
			   "find . -name '*.md' -exec sed -i 's/^- \\[ \\] /- [x] /' {} +");
	for (int i = 0; i < 4; i++) {
		uint64_t begun = microseconds();
		sandbox_import(box, "notes");
		lasts = microseconds() - begun;
		if (i >= 2)
			dumps[i - 2] = sandbox_dump(box);
		switch_notes(box);
	}
	size_t killed = 0, now = 1;
	for (int i = 0; i < KILLS; i++) {
		killed += kill_import(box, lasts);
		char *dump = sandbox_dump(box);
		bool old = strcmp(dump, dumps[now]) == 0;
		sandbox_assert_equal(dump, dumps[old ? now : 1 - now]);
		free(dump);
		now = 1 - now;
		sandbox_import(box, "notes");
		sandbox_assert_dump(box, dumps[now]);
		switch_notes(box);
	}
	assert_true(killed > KILLS / 6);
	free(dumps[0]);
	free(dumps[1]);
}

/* Each note has one task, which says of which version the notes are. */
static void
write_version(const struct sandbox *box, const char *word)
{
	for (int i = 0; i < NOTES; i++) {
		char name[64], text[128];
		snprintf(name, sizeof(name), "calls/2025-11-03 call %d.md", i);
		snprintf(
			text, sizeof(text), "- [ ] Move crate number %d to the %s hall\n", i, word);
		sandbox_put(box, name, text);
	}
}

static void
import_versions(const struct sandbox *box)
{
	for (int i = 0; i < 12; i++) {
		write_version(box, i % 2 ? "northern" : "southern");
		if (end_of(begin_import(box, "calls")) != 0)
			_exit(1);
	}
	_exit(0);
}

static void
who_reads_during_an_import_sees_notes_of_one_version(void **state)
{
	struct sandbox *box = *state;
	static const char statement[] = "SELECT count(*) * 1000 + sum(text LIKE '%southern%') "
					"FROM tasks";
	write_version(box, "northern");
	sandbox_import(box, "calls");
	pid_t writer = fork();
	assert_true(writer >= 0);
	if (!writer)
		import_versions(box);
	long reads = 0, seen[2] = { 0, 0 };
	for (int status; waitpid(writer, &status, WNOHANG) == 0; reads++) {
		long long number = sandbox_number(box, statement);
		assert_true(number == NOTES * 1000 || number == NOTES * 1000 + NOTES);
		seen[number > NOTES * 1000]++;
	}
	assert_true(seen[0] > 0 && seen[1] > 0);
	assert_int_equal(sandbox_number(box, statement), NOTES * 1000);
}

static void
an_import_waits_for_who_is_still_reading(void **state)
{
	struct sandbox *box = *state;
	struct docket_error err = { 0 };
	sandbox_import(box, "notes");
	sandbox_put(box, "notes/new.md", "- [ ] Hang the new lamp over gate four\n");
	/* Forked first: SQLite must not be taken along into another process. */
	pid_t child = import_later(box, "notes", 100000);
	struct docket_store *store = sandbox_store(box);
	struct docket_rows *rows = docket_sql(store, "SELECT text FROM tasks", &err);
	assert_non_null(docket_rows_next(rows, &err));
	long long read = 1;
	pause_for(300000);
	for (; docket_rows_next(rows, &err); read++)
		assert_int_equal(err.code, DOCKET_OK);
	docket_rows_free(rows);
	docket_store_close(store);
	assert_int_equal(end_of(child), 0);
	assert_int_equal(sandbox_number(box, "SELECT count(*) FROM tasks"), read + 1);
}

static void
a_disk_without_locks_is_not_taken_for_another_import(void **state)
{
	const struct sandbox *box = *state;
	struct sandbox_path path = sandbox_path(box, "notes");
	const char *paths[] = { path.bytes };
	struct docket_import import = { .paths = paths, .path_count = 1 };
	struct docket_import_result result;
	struct docket_error err = { 0 };
	no_locks = ENOLCK;
	assert_false(docket_store_import(box->store, &import, &result, &err));
	no_locks = 0;
	assert_int_equal(err.code, DOCKET_FAILED);
	assert_non_null(strstr(err.message, strerror(ENOLCK)));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, sandbox_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(imports_at_once_wait_for_each_other),
		TEST(parts_imported_at_once_make_the_whole),
		TEST(a_first_import_that_is_killed_leaves_no_store_or_a_whole_one),
		TEST(a_later_import_that_is_killed_leaves_the_old_or_the_new),
		TEST(who_reads_during_an_import_sees_notes_of_one_version),
		TEST(an_import_waits_for_who_is_still_reading),
		TEST(a_disk_without_locks_is_not_taken_for_another_import),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
