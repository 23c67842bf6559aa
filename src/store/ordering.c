#include "store/ordering.h"

#include "query/key.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMN_ID, COLUMN_NOTE };

static void
read_values(const struct statement *row, const struct clause_key *key, struct key_value *values)
{
	for (size_t i = 0; i < key->count; i++) {
		int column = ORDERING_COLUMNS + (int)key->columns[i];
		bool number = key_is_number(key->kind, i);
		values[i] = (struct key_value){ .number = number ? column_number(row, column) : 0,
			.text = number ? (str){ 0 } : column_text(row, column) };
	}
}

/* No two notes have the same key, and none is the beginning of another. */
static str
make_note_key(struct ordering *ordering, bool reverse)
{
	struct buffer key = { .arena = &ordering->note_arena };
	struct statement *s = db_use(ordering->db, "note_path");
	bind_number(s, ":note", ordering->note);
	key_write_text(&key, statement_step(s) ? column_text(s, 0) : STR(""));
	statement_reset(s);
	if (reverse)
		key_reverse(&key, 0);
	key_write_number(&key, ordering->note >> 31);
	key_write_number(&key, ordering->note & INT32_MAX);
	return key.text;
}

static str
bytes_of(const struct keyed *key)
{
	return (str){ key->bytes, key->length };
}

/*
 * A path is long, and many boxes have it: in the keys of boxes is the place of the note among
 * notes, which is known last.
 */
static int
add_path(struct ordering *ordering, bool reverse, const struct grouped_box *last)
{
	ordering->hole = (uint32_t)ordering->key.text.length;
	key_add_place(&ordering->key);
	if (!ordering->note_key.bytes)
		ordering->note_key = make_note_key(ordering, reverse);
	return last ? str_compare(ordering->note_key, bytes_of(&ordering->notes.items[last->note]))
		    : 0;
}

/* Adds a key, and compares it with that of the last box, if any. */
static int
add_key(struct ordering *ordering, const struct clause_key *key, const struct statement *row,
	const struct keyed *last)
{
	struct key_value values[QUERY_KEY_VALUES_MOST];
	size_t from = ordering->key.text.length;
	read_values(row, key, values);
	str other = last ? str_skip(bytes_of(last), from) : (str){ 0 };
	int order = last ? key_compare_begin(key->kind, values, key->reverse, other) : 0;
	if (order > 0)
		return order;
	key_write(&ordering->key, key->kind, values, ordering->today);
	if (key->reverse)
		key_reverse(&ordering->key, from);
	str added = str_skip(ordering->key.text, from);
	return last ? str_compare(added, str_slice(other, 0, added.length)) : 0;
}

static void
begin_row(struct ordering *ordering, const struct statement *row)
{
	long long note = column_number(row, COLUMN_NOTE);
	arena_reset(&ordering->row_arena);
	ordering->key = (struct buffer){ .arena = &ordering->row_arena };
	ordering->total++;
	if (note == ordering->note)
		return;
	arena_reset(&ordering->note_arena);
	ordering->note = note;
	ordering->note_key = (str){ 0 };
	ordering->note_number = 0;
}

bool
ordering_wants(struct ordering *ordering, const struct statement *row)
{
	begin_row(ordering, row);
	size_t last = ordering->limit - 1;
	bool decided = !ordering->full;
	for (size_t i = 0; i < ordering->clause->keys.count; i++) {
		const struct clause_key *key = &ordering->clause->keys.items[i];
		int order = key->kind == QUERY_KEY_PATH
				    ? add_path(ordering, key->reverse,
					      decided ? NULL : &ordering->boxes[last])
				    : add_key(ordering, key, row,
					      decided ? NULL : &ordering->keys[last]);
		if (order > 0)
			return false;
		decided = decided || order < 0;
	}
	return decided;
}

static struct keyed
keep_key(struct ordering *ordering, str key, uint32_t mark)
{
	char *bytes = arena_alloc(&ordering->arena, key.length);
	memcpy(bytes, key.bytes, key.length);
	return (struct keyed){ bytes, (uint32_t)key.length, mark };
}

/* The positions of keys in their order. The caller frees it. */
static uint32_t *
find_order(const struct keyed *keys, size_t count)
{
	uint32_t *order = memory_realloc(NULL, count * sizeof(*order));
	keyed_sort(keys, count, order);
	return order;
}

/* Writes into the keys of boxes which place their notes have among each other. */
static void
place_notes(struct ordering *ordering)
{
	size_t count = ordering->notes.count;
	uint32_t *order = find_order(ordering->notes.items, count);
	uint32_t *places = memory_realloc(NULL, count * sizeof(*places));
	for (size_t i = 0; i < count; i++)
		places[order[i]] = (uint32_t)i;
	for (size_t i = 0; i < ordering->count; i++) {
		const struct keyed *key = &ordering->keys[i];
		key_put_place(key->bytes + key->mark, places[ordering->boxes[i].note]);
	}
	free(places);
	free(order);
}

void
ordering_sort(struct ordering *ordering)
{
	place_notes(ordering);
	uint32_t *order = find_order(ordering->keys, ordering->count);
	struct grouped_box *boxes = memory_realloc(NULL, ordering->count * sizeof(*boxes));
	struct keyed *keys = memory_realloc(NULL, ordering->count * sizeof(*keys));
	for (size_t i = 0; i < ordering->count; i++) {
		boxes[i] = ordering->boxes[order[i]];
		keys[i] = ordering->keys[order[i]];
	}
	free(order);
	free(ordering->boxes);
	free(ordering->keys);
	ordering->boxes = boxes;
	ordering->keys = keys;
	ordering->capacity = ordering->count;
	ordering->full = ordering->full || ordering->count >= ordering->limit;
	if (ordering->count > ordering->limit)
		ordering->count = ordering->limit;
}

/* Keeps of keys and notes what the first boxes need. */
static void
forget_others(struct ordering *ordering)
{
	struct ordering old = *ordering;
	uint32_t *numbers = memory_alloc(old.notes.count * sizeof(*numbers));
	ordering->arena = (struct arena){ 0 };
	memset(&ordering->notes, 0, sizeof(ordering->notes));
	for (size_t i = 0; i < ordering->count; i++) {
		uint32_t *note = &ordering->boxes[i].note, *number = &numbers[*note];
		if (!*number) {
			struct keyed key = keep_key(ordering, bytes_of(&old.notes.items[*note]), 0);
			*list_add(&ordering->arena, &ordering->notes) = key;
			*number = (uint32_t)ordering->notes.count;
		}
		*note = *number - 1;
		const struct keyed *key = &ordering->keys[i];
		ordering->keys[i] = keep_key(ordering, bytes_of(key), key->mark);
	}
	if (ordering->note_number)
		ordering->note_number = numbers[ordering->note_number - 1];
	free(numbers);
	arena_free(&old.arena);
}

/* Room for so many boxes. */
static void
make_room(struct ordering *ordering, size_t count)
{
	size_t capacity = ordering->capacity ? ordering->capacity : 64;
	while (capacity < count)
		capacity *= 2;
	if (capacity == ordering->capacity)
		return;
	ordering->boxes = memory_realloc(ordering->boxes, capacity * sizeof(*ordering->boxes));
	ordering->keys = memory_realloc(ordering->keys, capacity * sizeof(*ordering->keys));
	ordering->capacity = capacity;
}

void
ordering_keep(struct ordering *ordering, const struct statement *row, uint32_t values)
{
	if (!ordering->note_number) {
		*list_add(&ordering->arena, &ordering->notes) =
			keep_key(ordering, ordering->note_key, 0);
		ordering->note_number = (uint32_t)ordering->notes.count;
	}
	make_room(ordering, ordering->count + 1);
	ordering->boxes[ordering->count] = (struct grouped_box){ column_number(row, COLUMN_ID),
		values, ordering->note_number - 1 };
	ordering->keys[ordering->count++] = keep_key(ordering, ordering->key.text, ordering->hole);
	if (ordering->count / 2 >= ordering->limit) {
		ordering_sort(ordering);
		forget_others(ordering);
	}
}

void
ordering_add(struct ordering *ordering, const struct ordering *other, const uint32_t *values)
{
	uint32_t notes = (uint32_t)ordering->notes.count;
	make_room(ordering, ordering->count + other->count);
	for (size_t i = 0; i < other->notes.count; i++)
		*list_add(&ordering->arena, &ordering->notes) = other->notes.items[i];
	for (size_t i = 0; i < other->count; i++) {
		struct grouped_box *box = &ordering->boxes[ordering->count];
		*box = other->boxes[i];
		box->note += notes;
		box->values = values[box->values];
		ordering->keys[ordering->count++] = other->keys[i];
	}
	ordering->total += other->total;
}

void
ordering_free(struct ordering *ordering)
{
	free(ordering->boxes);
	free(ordering->keys);
	arena_free(&ordering->arena);
	arena_free(&ordering->row_arena);
	arena_free(&ordering->note_arena);
}
