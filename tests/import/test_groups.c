#include "import/groups.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const long long ids[] = { 2, 3, 5, 7, 11, 13 };

static struct groups
add_all(void)
{
	struct groups groups = { 0 };
	for (size_t i = 0; i < COUNT(ids); i++)
		groups_add(&groups, ids[i]);
	return groups;
}

static void
assert_lowest(struct groups *groups, const long long *expected)
{
	for (size_t i = 0; i < COUNT(ids); i++)
		assert_int_equal(groups_lowest(groups, ids[i]), expected[i]);
	groups_free(groups);
}

static void
an_id_is_a_group_of_its_own_at_first(void **state)
{
	(void)state;
	struct groups groups = add_all();
	assert_lowest(&groups, ids);
}

static void
joined_ids_have_the_lowest_of_them_in_any_order(void **state)
{
	(void)state;
	static const long long pairs[][2] = { { 13, 7 }, { 5, 13 }, { 3, 11 } };
	static const long long expected[] = { 2, 3, 5, 5, 3, 5 };
	for (size_t start = 0; start < COUNT(pairs); start++)
		for (size_t turned = 0; turned < 2; turned++) {
			struct groups groups = add_all();
			for (size_t i = 0; i < COUNT(pairs); i++) {
				const long long *pair = pairs[(start + i) % COUNT(pairs)];
				groups_join(&groups, pair[turned], pair[1 - turned]);
			}
			assert_lowest(&groups, expected);
		}
}

static void
joining_what_is_joined_changes_nothing(void **state)
{
	(void)state;
	static const long long expected[] = { 2, 3, 3, 7, 11, 13 };
	struct groups groups = add_all();
	for (int i = 0; i < 3; i++) {
		groups_join(&groups, 5, 3);
		groups_join(&groups, 3, 3);
	}
	assert_lowest(&groups, expected);
}

static void
an_id_that_was_not_added_is_alone(void **state)
{
	(void)state;
	struct groups groups = add_all(), none = { 0 };
	groups_join(&groups, 4, 5);
	groups_join(&groups, 13, 99);
	groups_join(&groups, 1, 99);
	groups_join(&none, 2, 3);
	assert_int_equal(groups_lowest(&groups, 4), 4);
	assert_int_equal(groups_lowest(&groups, 99), 99);
	assert_int_equal(groups_lowest(&none, 3), 3);
	assert_lowest(&groups, ids);
}

static void
long_chains_become_one_group(void **state)
{
	(void)state;
	enum { MANY = 100000 };
	struct groups groups = { 0 };
	for (long long i = 0; i < MANY; i++)
		groups_add(&groups, 10 * i);
	for (long long i = MANY - 1; i > 0; i--)
		groups_join(&groups, 10 * i, 10 * (i - 1));
	for (long long i = 0; i < MANY; i++)
		assert_int_equal(groups_lowest(&groups, 10 * i), 0);
	groups_free(&groups);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_id_is_a_group_of_its_own_at_first),
		cmocka_unit_test(joined_ids_have_the_lowest_of_them_in_any_order),
		cmocka_unit_test(joining_what_is_joined_changes_nothing),
		cmocka_unit_test(an_id_that_was_not_added_is_alone),
		cmocka_unit_test(long_chains_become_one_group),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
