/*
 * Finds those of many people whom a name may mean, so that a note with thousands of them is read in
 * time that grows with their number and not with its square. Few people are just gone through.
 *
 *	struct name_people people = name_people_of(arena, items, count);
 *	struct name_found found = name_index_short(arena, people, STR("R. Menon"));
 *	for (size_t i = 0; i < found.count; i++)
 *		... name_is_short_for(arena, name, people.items[name_found_at(found, i)].name)
 */
#ifndef IDENTITY_NAME_INDEX_H
#define IDENTITY_NAME_INDEX_H

#include "identity/names.h"

/* People who may be meant, in their order. */
struct name_found {
	const struct name_entry *entries; /* NULL: all from the first on */
	size_t count;
	bool cut; /* there are more, too many to tell apart */
};

/* The people with an index when they are many. */
struct name_people name_people_of(
	struct arena *arena, const struct name_person *items, size_t count);

/* Those whose key may be this one. */
struct name_found name_index_equal(struct arena *arena, struct name_people people, str key);

/* Those for whom the name may be short. */
struct name_found name_index_short(struct arena *arena, struct name_people people, str name);

/* The index of one of them among the people. */
size_t name_found_at(struct name_found found, size_t i);

#endif
