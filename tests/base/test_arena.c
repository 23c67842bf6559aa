#include "base/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void
memory_is_zeroed_and_aligned(void **state)
{
	(void)state;
	static const size_t sizes[] = { 0, 1, 7, 8, 15, 16, 17, 1000, 16384, 16385, 100000, 3 };
	struct arena arena = { 0 };
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		char *bytes = arena_alloc(&arena, sizes[i]);
		assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
		for (size_t at = 0; at < sizes[i]; at++)
			assert_int_equal(bytes[at], 0);
		memset(bytes, 0xA5, sizes[i]);
	}
	arena_free(&arena);
}

static void
pieces_never_overlap(void **state)
{
	(void)state;
	enum { COUNT = 2000 };
	struct arena arena = { 0 };
	unsigned char *pieces[COUNT];
	for (size_t i = 0; i < COUNT; i++) {
		size_t size = i * 37 % 500 + (i % 300 == 0 ? 20000 : 1);
		pieces[i] = arena_alloc(&arena, size);
		memset(pieces[i], (int)(i % 251), size);
	}
	for (size_t i = 0; i < COUNT; i++) {
		size_t size = i * 37 % 500 + (i % 300 == 0 ? 20000 : 1);
		for (size_t at = 0; at < size; at++)
			assert_int_equal(pieces[i][at], i % 251);
	}
	arena_free(&arena);
}

static void
a_large_piece_leaves_the_room_of_the_block_before_it(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	char *before = arena_alloc(&arena, 16);
	arena_alloc(&arena, 1000000);
	char *after = arena_alloc(&arena, 16);
	assert_ptr_equal(after, before + 16);
	arena_free(&arena);
}

static void
pieces_after_a_block_of_an_odd_size_share_a_block(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	arena_alloc(&arena, 40000);
	char *first = arena_alloc(&arena, 16);
	char *second = arena_alloc(&arena, 16);
	assert_ptr_equal(second, first + 16);
	arena_free(&arena);
}

static void
a_freed_arena_is_empty_and_can_be_used_again(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	arena_free(&arena);
	arena_alloc(&arena, 100);
	arena_free(&arena);
	assert_null(arena.blocks);
	assert_non_null(arena_alloc(&arena, 100));
	arena_free(&arena);
}

static void
a_reset_arena_gives_zeroed_memory_again_from_one_block(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	arena_reset(&arena);
	assert_null(arena.blocks);
	for (int round = 0; round < 3; round++) {
		for (size_t size = 1; size < 300000; size = size * 3) {
			char *bytes = arena_alloc(&arena, size);
			for (size_t at = 0; at < size; at++)
				assert_int_equal(bytes[at], 0);
			memset(bytes, 0xA5, size);
		}
		arena_reset(&arena);
	}
	struct arena_block *kept = arena.blocks;
	assert_non_null(kept);
	arena_alloc(&arena, 16);
	assert_ptr_equal(arena.blocks, kept);
	arena_free(&arena);
}

static void
an_array_of_nothing_is_memory_too(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	assert_non_null(arena_array(&arena, 0, 8));
	assert_non_null(arena_array(&arena, 8, 0));
	arena_free(&arena);
}

static void
a_list_keeps_what_was_added_and_adds_zeroed_items(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct {
		LIST(long)
	} list = { 0 };
	for (long i = 0; i < 1000; i++) {
		long *item = list_add(&arena, &list);
		assert_int_equal(*item, 0);
		*item = i;
	}
	assert_int_equal(list.count, 1000);
	for (long i = 0; i < 1000; i++)
		assert_int_equal(list.items[i], i);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_aligned),
		cmocka_unit_test(pieces_never_overlap),
		cmocka_unit_test(a_large_piece_leaves_the_room_of_the_block_before_it),
		cmocka_unit_test(pieces_after_a_block_of_an_odd_size_share_a_block),
		cmocka_unit_test(a_freed_arena_is_empty_and_can_be_used_again),
		cmocka_unit_test(a_reset_arena_gives_zeroed_memory_again_from_one_block),
		cmocka_unit_test(an_array_of_nothing_is_memory_too),
		cmocka_unit_test(a_list_keeps_what_was_added_and_adds_zeroed_items),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
