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

/*
 * No two notes have the same key, and none is the beginning of another: what is sorted alike, and
 * what has one path in two vaults, goes by the whole path.
 */
static str
make_note_key(struct ordering *ordering, bool reverse)
{
	struct buffer key = { .arena = &ordering->note_arena };
	struct statement *s = db_use(ordering->db, "note_path");
	bind_number(s, ":note", ordering->note);
	bool found = statement_step(s);
	key_write_text(&key, found ? column_text(s, 0) : STR(""));
	if (reverse)
		key_reverse(&key, 0);
	buffer_add(&key, found ? column_text(s, 1) : STR(""));
	buffer_add_char(&key, '\0');
	statement_reset(s);
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

/* The first boxes among which one with these values may be; NULL: all are wanted. */
static struct ordering_heap *
find_heap(struct ordering *ordering, uint32_t values)
{
	size_t at = ordering->each ? values : 0;
	if (ordering->limit == SIZE_MAX)
		return NULL;
	while (ordering->heaps.count <= at)
		list_add(&ordering->arena, &ordering->heaps);
	return &ordering->heaps.items[at];
}

bool
ordering_wants(struct ordering *ordering, const struct statement *row, uint32_t values)
{
	begin_row(ordering, row);
	const struct ordering_heap *heap = find_heap(ordering, values);
	bool decided = !heap || heap->count < ordering->limit;
	size_t last = decided ? 0 : heap->items[0];
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

/* Keys whose places of notes are not known yet. */
static int
compare_boxes(const struct ordering *ordering, uint32_t left, uint32_t right)
{
	str a = bytes_of(&ordering->keys[left]), b = bytes_of(&ordering->keys[right]);
	size_t hole = ordering->keys[left].mark;
	int order = str_compare(str_slice(a, 0, hole), str_slice(b, 0, hole));
	if (order == 0)
		order = str_compare(bytes_of(&ordering->notes.items[ordering->boxes[left].note]),
			bytes_of(&ordering->notes.items[ordering->boxes[right].note]));
	return order ? order : str_compare(str_skip(a, hole), str_skip(b, hole));
}

static void
swap(uint32_t *a, uint32_t *b)
{
	uint32_t kept = *a;
	*a = *b;
	*b = kept;
}

static void
move_up(const struct ordering *ordering, const struct ordering_heap *heap)
{
	uint32_t *items = heap->items;
	for (size_t at = heap->count - 1, above; at > 0; at = above) {
		above = (at - 1) / 2;
		if (compare_boxes(ordering, items[at], items[above]) <= 0)
			return;
		swap(&items[at], &items[above]);
	}
}

static void
move_down(const struct ordering *ordering, const struct ordering_heap *heap)
{
	uint32_t *items = heap->items;
	for (size_t at = 0, below = 1; below < heap->count; at = below, below = 2 * at + 1) {
		if (below + 1 < heap->count &&
			compare_boxes(ordering, items[below], items[below + 1]) < 0)
			below++;
		if (compare_boxes(ordering, items[at], items[below]) >= 0)
			return;
		swap(&items[at], &items[below]);
	}
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
	if (!ordering->each && ordering->count > ordering->limit)
		ordering->count = ordering->limit;
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

/* Over the old key, if it fits. */
static struct keyed
keep_key(struct ordering *ordering, str key, uint32_t mark, const struct keyed *old)
{
	bool fits = old && key.length <= old->length;
	char *bytes = fits ? old->bytes : arena_alloc(&ordering->arena, key.length);
	memcpy(bytes, key.bytes, key.length);
	return (struct keyed){ bytes, (uint32_t)key.length, mark };
}

static uint32_t
take_note(struct ordering *ordering)
{
	if (!ordering->note_number) {
		*list_add(&ordering->arena, &ordering->notes) =
			keep_key(ordering, ordering->note_key, 0, NULL);
		ordering->note_number = (uint32_t)ordering->notes.count;
	}
	return ordering->note_number - 1;
}

void
ordering_keep(struct ordering *ordering, const struct statement *row, uint32_t values)
{
	struct ordering_heap *heap = find_heap(ordering, values);
	bool full = heap && heap->count == ordering->limit;
	size_t at = full ? heap->items[0] : ordering->count++;
	make_room(ordering, ordering->count);
	ordering->boxes[at] =
		(struct grouped_box){ column_number(row, COLUMN_ID), values, take_note(ordering) };
	ordering->keys[at] = keep_key(
		ordering, ordering->key.text, ordering->hole, full ? &ordering->keys[at] : NULL);
	if (full) {
		move_down(ordering, heap);
	} else if (heap) {
		*list_add(&ordering->arena, heap) = (uint32_t)at;
		move_up(ordering, heap);
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
