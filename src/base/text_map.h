/*
 * Texts that are numbered in the order in which they come, each once; one of many is found as soon
 * as one of few.
 *
 *	struct text_map seen = { 0 };
 *	size_t number = text_map_number(arena, &seen, STR("Ada"));       0
 *	bool first = number + 1 == seen.count;                          true, if it was new
 */
#ifndef BASE_TEXT_MAP_H
#define BASE_TEXT_MAP_H

#include "base/str.h"

/* Zero is an empty map. Texts are not copied. */
struct text_map {
	LIST(str)
	uint32_t *slots; /* numbers + 1 where their texts' hashes lead; NULL while there are few */
	size_t room;     /* of the slots, a power of two */
};

/* The text's number; it is added when it is new. */
size_t text_map_number(struct arena *arena, struct text_map *map, str text);

#endif
