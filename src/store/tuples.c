#include "store/tuples.h"

#include "base/hash.h"

static bool
is_equal(const struct tuples *tuples, size_t number, const str *texts)
{
	const str *known = tuples->items.items[number];
	for (size_t i = 0; i < tuples->width; i++)
		if (!known[i].bytes != !texts[i].bytes || !str_equal(known[i], texts[i]))
			return false;
	return true;
}

static uint64_t
hash(const struct tuples *tuples, const str *texts)
{
	uint64_t hash = 0;
	for (size_t i = 0; i < tuples->width; i++)
		hash = hash * 31 + (uint64_t)hash_number(hash_text(texts[i]));
	return hash;
}

/* Where its number is, or may be put. */
static uint32_t *
find_place(const struct tuples *tuples, const str *texts)
{
	size_t mask = tuples->place_count - 1;
	size_t at = (size_t)hash(tuples, texts) & mask;
	while (tuples->places[at] && !is_equal(tuples, tuples->places[at] - 1, texts))
		at = (at + 1) & mask;
	return &tuples->places[at];
}

static void
make_room(struct tuples *tuples)
{
	if (tuples->items.count * 2 < tuples->place_count)
		return;
	tuples->place_count = tuples->place_count ? tuples->place_count * 2 : 64;
	tuples->places = arena_array(tuples->arena, tuples->place_count, sizeof(*tuples->places));
	for (size_t i = 0; i < tuples->items.count; i++)
		*find_place(tuples, tuples->items.items[i]) = (uint32_t)i + 1;
}

static const str *
copy(const struct tuples *tuples, const str *texts)
{
	str *copies = arena_array(tuples->arena, tuples->width, sizeof(*copies));
	for (size_t i = 0; i < tuples->width; i++)
		copies[i] = texts[i].bytes ? str_copy(tuples->arena, texts[i]) : (str){ 0 };
	return copies;
}

uint32_t
tuples_take(struct tuples *tuples, const str *texts)
{
	/* Neighbours are often alike. */
	if (tuples->items.count && is_equal(tuples, tuples->latest, texts))
		return tuples->latest;
	make_room(tuples);
	uint32_t *place = find_place(tuples, texts);
	if (!*place) {
		*list_add(tuples->arena, &tuples->items) = copy(tuples, texts);
		*place = (uint32_t)tuples->items.count;
	}
	tuples->latest = *place - 1;
	return tuples->latest;
}
