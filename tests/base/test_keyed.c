/*
 * Sorting by keys: the same as comparing every key with the one behind it.
 */
#include "base/keyed.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "generator.h"

enum { KEYS_MOST = 3000, LENGTH_MOST = 40 };

/* Few different bytes, so that many begin alike; it ends with the only 9. */
static struct keyed
make_key(struct arena *arena, struct generator *generator, size_t length_most)
{
	static const char bytes[] = { 0, 0, 0, 1, (char)0x80, (char)0xFF };
	size_t length = generator_pick(generator, length_most);
	char *key = arena_alloc(arena, length + 1);
	for (size_t i = 0; i < length; i++)
		key[i] = GENERATOR_PICK(generator, bytes);
	key[length] = 9;
	return (struct keyed){ key, (uint32_t)length + 1, 0 };
}

static void
check_order(const struct keyed *keys, const uint32_t *order, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		const struct keyed *a = &keys[order[i - 1]], *b = &keys[order[i]];
		int compared =
			str_compare((str){ a->bytes, a->length }, (str){ b->bytes, b->length });
		assert_true(compared < 0 || (compared == 0 && order[i - 1] < order[i]));
	}
}

/* Each of the positions is there once. */
static void
check_positions(const uint32_t *order, size_t count)
{
	static bool seen[KEYS_MOST];
	memset(seen, 0, sizeof(seen));
	for (size_t i = 0; i < count; i++) {
		assert_true(order[i] < count && !seen[order[i]]);
		seen[order[i]] = true;
	}
}

static void
keys_of_any_length_are_put_in_order(void **state)
{
	(void)state;
	static const size_t counts[] = { 0, 1, 2, 8, 9, 100, KEYS_MOST };
	struct generator generator = { 11 };
	for (size_t round = 0; round < 60; round++) {
		struct arena arena = { 0 };
		size_t count = counts[round % (sizeof(counts) / sizeof(*counts))];
		size_t length_most = 1 + generator_pick(&generator, LENGTH_MOST);
		struct keyed *keys = arena_array(&arena, count, sizeof(*keys));
		uint32_t *order = arena_array(&arena, count, sizeof(*order));
		for (size_t i = 0; i < count; i++)
			keys[i] = make_key(&arena, &generator, length_most);
		keyed_sort(keys, count, order);
		check_order(keys, order, count);
		check_positions(order, count);
		arena_free(&arena);
	}
}

static void
equal_keys_stay_as_they_are(void **state)
{
	(void)state;
	char text[] = "the same for all of them";
	struct keyed keys[50];
	uint32_t order[50];
	for (size_t i = 0; i < 50; i++)
		keys[i] = (struct keyed){ text, sizeof(text), 0 };
	keyed_sort(keys, 50, order);
	for (uint32_t i = 0; i < 50; i++)
		assert_int_equal(order[i], i);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_of_any_length_are_put_in_order),
		cmocka_unit_test(equal_keys_stay_as_they_are),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
