/*
 * An arena: memory that is freed at once. `{ 0 }` is a valid arena. Running out of memory prints
 * and aborts, as cmark does beneath us.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *blocks; /* newest first */
};

/* Zeroed memory, aligned for any type; valid until arena_free. `size` may be 0. */
void *arena_alloc(struct arena *arena, size_t size);

/* A zeroed array; overflow of count * size aborts. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Makes the arena empty and keeps one block, for arenas that are filled again and again. */
void arena_reset(struct arena *arena);

/* Makes the arena empty and gives all its memory back. */
void arena_free(struct arena *arena);

/* malloc and realloc that abort instead of failing, for what outlives every arena. */
void *memory_alloc(size_t size);
void *memory_realloc(void *old, size_t size);

/* As realpath(3): the path behind links, which the caller frees, or NULL and errno. */
char *memory_real_path(const char *path);

/* What they do then: prints and aborts. */
_Noreturn void memory_ran_out(void);

/*
 * A growing array in an arena:
 *
 *	struct lines { LIST(struct line) } lines = { 0 };
 *	struct line *line = list_add(&arena, &lines);   (zeroed; valid until the next list_add)
 *	for (size_t i = 0; i < lines.count; i++)
 *		use(&lines.items[i]);
 */
#define LIST(type)    \
	type *items;  \
	size_t count; \
	size_t capacity;

#define list_add(arena, list)                                                             \
	((list)->items = (list)->count < (list)->capacity                                 \
				 ? (list)->items                                          \
				 : arena_list_grow((arena), (list)->items, (list)->count, \
					   &(list)->capacity, sizeof(*(list)->items)),    \
		&(list)->items[(list)->count++])

/* Room for one more item; what list_add stands on. */
void *arena_list_grow(
	struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

#endif
