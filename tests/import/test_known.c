/* When a note need not be read again: nothing of its file has changed, and not just now. */
#include "import/known.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define SECOND 1000000000LL

/* The import begins a hundred seconds after 1970. */
static long long
stamp_of(struct note_file file)
{
	const struct run run = { .started_ns = 100 * SECOND };
	return known_stamp(&run, &file);
}

static struct note_file
make_file(long long mtime_ns)
{
	return (struct note_file){ .path = "/notes/call.md",
		.stamp = { .size = 12, .mtime_ns = mtime_ns, .ctime_ns = mtime_ns, .inode = 7 } };
}

static void
a_file_that_changed_just_now_is_read_again(void **state)
{
	(void)state;
	assert_true(stamp_of(make_file(98 * SECOND - 1)));
	assert_false(stamp_of(make_file(98 * SECOND)));
	assert_false(stamp_of(make_file(100 * SECOND)));
}

static void
a_file_that_was_given_an_old_time_just_now_is_read_again(void **state)
{
	(void)state;
	struct note_file file = make_file(12 * SECOND);
	file.stamp.ctime_ns = 98 * SECOND - 1;
	assert_true(stamp_of(file));
	file.stamp.ctime_ns = 98 * SECOND;
	assert_false(stamp_of(file));
}

static void
a_file_from_the_future_is_read_again(void **state)
{
	(void)state;
	assert_false(stamp_of(make_file(4102444800 * SECOND)));
	assert_true(stamp_of(make_file(-4102444800 * SECOND)));
}

static void
whatever_changes_changes_the_stamp(void **state)
{
	(void)state;
	const struct note_file file = make_file(12 * SECOND);
	struct note_file other[] = { file, file, file, file, file, file };
	other[0].path = "/notes/call.markdown";
	other[1].stamp.size++;
	other[2].stamp.mtime_ns++;
	other[3].stamp.mtime_ns--;
	other[4].stamp.ctime_ns++;
	other[5].stamp.inode++;
	assert_int_equal(stamp_of(file), stamp_of(make_file(12 * SECOND)));
	for (size_t i = 0; i < sizeof(other) / sizeof(*other); i++)
		assert_int_not_equal(stamp_of(file), stamp_of(other[i]));
}

static void
a_stamp_is_found_among_those_that_are_known(void **state)
{
	(void)state;
	struct known_file known[] = { { -9, 1 }, { -1, 2 }, { 3, 3 }, { 8, 4 } };
	const struct root root = { .known = { known, 4, 4 } };
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(known_find(&root, known[i].stamp), known[i].note);
		assert_int_equal(known_find(&root, known[i].stamp + 1), 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_that_changed_just_now_is_read_again),
		cmocka_unit_test(a_file_that_was_given_an_old_time_just_now_is_read_again),
		cmocka_unit_test(a_file_from_the_future_is_read_again),
		cmocka_unit_test(whatever_changes_changes_the_stamp),
		cmocka_unit_test(a_stamp_is_found_among_those_that_are_known),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
