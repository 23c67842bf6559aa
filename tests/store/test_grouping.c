/*
 * Boxes in groups: how many there may be.
 */
#include "store/grouping.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

enum { BOXES = 2000001 };

/* Whether so many boxes find room in the groups of the query. */
static bool
have_room(struct query *query, size_t levels)
{
	struct arena arena = { 0 };
	struct query_group group = { .naming = QUERY_NAME_PLAIN };
	struct grouping grouping = { .arena = &arena, .query = query };
	struct grouped_box *boxes = memory_alloc(BOXES * sizeof(*boxes));
	query->groups.items = &group;
	query->groups.count = levels;
	query->limit = query->group_limit = -1;
	str value = STR("all alike");
	uint32_t values = grouping_values(&grouping, &value);
	for (long long i = 0; i < BOXES; i++)
		boxes[i] = (struct grouped_box){ .id = i + 1, .values = values };
	bool room = grouping_fill(&grouping, boxes, BOXES);
	if (room)
		assert_int_equal(grouping.shown, BOXES);
	free(boxes);
	arena_free(&arena);
	return room;
}

static void
without_groups_there_may_be_any_number(void **state)
{
	(void)state;
	struct query query = { 0 };
	assert_true(have_room(&query, 0));
}

static void
in_groups_there_may_be_two_million(void **state)
{
	(void)state;
	struct query query = { 0 };
	assert_false(have_room(&query, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_groups_there_may_be_any_number),
		cmocka_unit_test(in_groups_there_may_be_two_million),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
