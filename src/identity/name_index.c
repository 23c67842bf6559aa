#include "identity/name_index.h"

#include "base/hash.h"
#include "identity/name_parts.h"

#include <stdlib.h>

enum {
	FEW = 32,       /* people without an index */
	ALIKE_MOST = 64 /* people of one short form: no meeting tells more of them apart */
};

/* A person under the hash of a way to write the name; what else has that hash does no harm. */
struct name_entry {
	long long hash;
	size_t person;
};

struct name_index {
	LIST(struct name_entry)
};

struct indexing {
	struct arena *arena;
	struct name_index *index;
	size_t person;
};

/* Ways of one kind share a mark, so that a name is looked up once. */
static long long
hash_way(struct arena *arena, const char *mark, str first, str last)
{
	return hash_number(
		hash_text(str_format(arena, "%s%.*s\n%.*s", mark, STR_ARG(first), STR_ARG(last))));
}

#define WHOLE "="
#define ONE "1"
#define SEVERAL "2"

static void
add_way(const struct indexing *indexing, const char *mark, str first, str last)
{
	*list_add(indexing->arena, indexing->index) =
		(struct name_entry){ hash_way(indexing->arena, mark, first, last),
			indexing->person };
}

/* "RKM" and "RM" of Ravi Kumar Menon. */
static void
add_initials(const struct indexing *indexing, const struct name_parts *parts)
{
	struct buffer all = { .arena = indexing->arena };
	str last = name_initial(parts->items[parts->count - 1]);
	for (size_t i = 0; i < parts->count; i++)
		buffer_add(&all, name_initial(parts->items[i]));
	add_way(indexing, ONE, all.text, (str){ 0 });
	if (parts->count > 2)
		add_way(indexing, ONE,
			str_format(indexing->arena, "%.*s%.*s",
				STR_ARG(name_initial(parts->items[0])), STR_ARG(last)),
			(str){ 0 });
}

/* "Ravi", "Ravi Menon", "R. Menon", "Ravi M.", "R. M.", "Ravi Kumar" of Ravi Kumar Menon. */
static void
add_person(const struct indexing *indexing, const struct name_person *person)
{
	struct name_parts parts = name_parts_read(indexing->arena, person->name);
	add_way(indexing, WHOLE, person->key, (str){ 0 });
	if (parts.count < 2)
		return;
	str first = parts.items[0], last = parts.items[parts.count - 1];
	add_way(indexing, ONE, first, (str){ 0 });
	add_initials(indexing, &parts);
	add_way(indexing, SEVERAL, first, last);
	add_way(indexing, SEVERAL, first, name_initial(last));
	add_way(indexing, SEVERAL, name_initial(first), last);
	add_way(indexing, SEVERAL, name_initial(first), name_initial(last));
	for (size_t i = 1; i + 1 < parts.count; i++)
		add_way(indexing, SEVERAL, first, parts.items[i]);
}

static int
compare_entries(const void *left, const void *right)
{
	const struct name_entry *a = left, *b = right;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return (a->person > b->person) - (a->person < b->person);
}

struct name_people
name_people_of(struct arena *arena, const struct name_person *items, size_t count)
{
	struct name_people people = { .items = items, .count = count };
	if (count <= FEW)
		return people;
	struct name_index *index = arena_alloc(arena, sizeof(*index));
	struct indexing indexing = { arena, index, 0 };
	*index = (struct name_index){ 0 };
	for (; indexing.person < count; indexing.person++)
		add_person(&indexing, &items[indexing.person]);
	qsort(index->items, index->count, sizeof(*index->items), compare_entries);
	people.index = index;
	return people;
}

static struct name_found
find(const struct name_index *index, long long hash)
{
	size_t low = 0, high = index->count, end;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (index->items[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < index->count && end - low <= ALIKE_MOST; end++)
		if (index->items[end].hash != hash)
			break;
	bool cut = end - low > ALIKE_MOST;
	return (struct name_found){ &index->items[low], end - low - cut, cut };
}

struct name_found
name_index_equal(struct arena *arena, struct name_people people, str key)
{
	if (!people.index)
		return (struct name_found){ .count = people.count };
	return find(people.index, hash_way(arena, WHOLE, key, (str){ 0 }));
}

struct name_found
name_index_short(struct arena *arena, struct name_people people, str name)
{
	if (!people.index)
		return (struct name_found){ .count = people.count };
	struct name_parts parts = name_parts_read(arena, name);
	bool several = parts.count > 1;
	str last = several ? parts.items[parts.count - 1] : (str){ 0 };
	struct name_found found = { 0 };
	if (parts.count)
		found = find(people.index,
			hash_way(arena, several ? SEVERAL : ONE, parts.items[0], last));
	return found;
}

size_t
name_found_at(struct name_found found, size_t i)
{
	return found.entries ? found.entries[i].person : i;
}
