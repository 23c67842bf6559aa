#include "base/text_map.h"

#include "base/hash.h"

enum { FEW = 16, ROOM = 64 }; /* so many are looked through; the first slots */

/* Where the text is, or belongs. */
static uint32_t *
find_slot(const struct text_map *map, str text)
{
	size_t at = (size_t)hash_number(hash_text(text));
	for (;; at++) {
		uint32_t *slot = &map->slots[at & (map->room - 1)];
		if (!*slot || str_equal(map->items[*slot - 1], text))
			return slot;
	}
}

static void
make_room(struct arena *arena, struct text_map *map)
{
	map->room = map->room ? map->room * 2 : ROOM;
	map->slots = arena_array(arena, map->room, sizeof(*map->slots));
	for (size_t i = 0; i < map->count; i++)
		*find_slot(map, map->items[i]) = (uint32_t)i + 1;
}

size_t
text_map_number(struct arena *arena, struct text_map *map, str text)
{
	for (size_t i = 0; !map->slots && i < map->count; i++)
		if (str_equal(map->items[i], text))
			return i;
	uint32_t *slot = map->slots ? find_slot(map, text) : NULL;
	if (slot && *slot)
		return *slot - 1;
	*list_add(arena, map) = text;
	if (slot)
		*slot = (uint32_t)map->count;
	if (map->count >= FEW && map->count * 2 > map->room)
		make_room(arena, map);
	return map->count - 1;
}
