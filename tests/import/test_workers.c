/*
 * Jobs are given back in the order in which they were started, each done once, however many are
 * done at a time.
 */
#include "import/workers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

struct square {
	struct work work;
	size_t number, result;
	size_t *own; /* in the arena */
	int times;
};

/* The first jobs of several take longest, so that others are done before them. */
static void
do_square(void *context)
{
	struct square *job = context;
	volatile size_t spins = 0;
	while (job->number % 8 == 0 && spins < 20000)
		spins++;
	job->own = arena_alloc(&job->work.arena, sizeof(*job->own));
	*job->own = job->number;
	job->result = *job->own * *job->own;
	job->times++;
}

static void
take(struct workers *workers, size_t number)
{
	const struct square *job = workers_take(workers);
	assert_non_null(job);
	assert_int_equal(job->number, number);
	assert_int_equal(job->result, number * number);
	assert_int_equal(job->times, 1);
}

static void
jobs_come_back_in_their_order(void **state)
{
	(void)state;
	enum { JOBS = 500 };
	for (size_t threads = 0; threads <= 5; threads++) {
		struct workers *workers = workers_new(threads, sizeof(struct square), do_square);
		size_t taken = 0;
		for (size_t i = 0; i < JOBS; i++) {
			while (!workers_have_room(workers, 1))
				take(workers, taken++);
			struct square *job = workers_next(workers);
			assert_int_equal(job->times, 0);
			job->number = i;
			workers_start(workers, 1);
		}
		while (taken < JOBS)
			take(workers, taken++);
		assert_null(workers_take(workers));
		workers_free(workers);
	}
}

static void
what_is_large_waits_alone(void **state)
{
	(void)state;
	struct workers *workers = workers_new(4, sizeof(struct square), do_square);
	assert_true(workers_have_room(workers, INT64_MAX));
	workers_next(workers);
	workers_start(workers, INT64_MAX);
	assert_false(workers_have_room(workers, 1));
	take(workers, 0);
	assert_true(workers_have_room(workers, 1));
	workers_free(workers);
}

static void
no_workers_are_freed(void **state)
{
	(void)state;
	workers_free(NULL);
	workers_free(workers_new(3, sizeof(struct square), do_square));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(jobs_come_back_in_their_order),
		cmocka_unit_test(what_is_large_waits_alone),
		cmocka_unit_test(no_workers_are_freed) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
