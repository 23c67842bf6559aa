#include "base/arena.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first block is small, for arenas of a moment; each further one is twice as large. */
#define BLOCK_LEAST ((size_t)512)
#define BLOCK_MOST ((size_t)64 * 1024)
#define ALIGNMENT (_Alignof(max_align_t))

struct arena_block {
	struct arena_block *next;
	size_t used;
	size_t size;
	_Alignas(max_align_t) char bytes[];
};

_Noreturn void
memory_ran_out(void)
{
	fputs("docket: out of memory\n", stderr);
	abort();
}

void *
memory_alloc(size_t size)
{
	void *bytes = calloc(1, size ? size : 1);
	if (!bytes)
		memory_ran_out();
	return bytes;
}

void *
memory_realloc(void *old, size_t size)
{
	void *bytes = realloc(old, size ? size : 1);
	if (!bytes)
		memory_ran_out();
	return bytes;
}

char *
memory_real_path(const char *path)
{
	char *real = realpath(path, NULL);
	if (!real && errno == ENOMEM)
		memory_ran_out();
	return real;
}

static struct arena_block *
add_block(struct arena *arena, size_t size)
{
	struct arena_block *block = memory_alloc(sizeof(*block) + size);
	block->size = size;
	if (arena->blocks && size > BLOCK_MOST) {
		/* A large piece has a block of its own, behind the one that still has room. */
		block->next = arena->blocks->next;
		arena->blocks->next = block;
	} else {
		block->next = arena->blocks;
		arena->blocks = block;
	}
	return block;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		memory_ran_out();
	size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	struct arena_block *block = arena->blocks;
	if (!block || block->size - block->used < size) {
		size_t next = !block                          ? BLOCK_LEAST
			      : block->size >= BLOCK_MOST / 2 ? BLOCK_MOST
							      : block->size * 2;
		block = add_block(arena, size > next ? size : next);
	}
	/* What is not used is zero: all at once costs less than piece by piece. */
	void *bytes = block->bytes + block->used;
	block->used += size;
	return bytes;
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		memory_ran_out();
	return arena_alloc(arena, count * size);
}

void
arena_free(struct arena *arena)
{
	while (arena->blocks) {
		struct arena_block *next = arena->blocks->next;
		free(arena->blocks);
		arena->blocks = next;
	}
}

void
arena_reset(struct arena *arena)
{
	struct arena_block *kept = arena->blocks;
	if (!kept || kept->size > BLOCK_MOST) {
		arena_free(arena);
		return;
	}
	struct arena rest = { kept->next };
	arena_free(&rest);
	kept->next = NULL;
	memset(kept->bytes, 0, kept->used);
	kept->used = 0;
}

void *
arena_list_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
	if (count < *capacity)
		return items;
	size_t more = *capacity ? *capacity * 2 : 8;
	void *grown = arena_array(arena, more, size);
	if (count)
		memcpy(grown, items, count * size);
	*capacity = more;
	return grown;
}
