#include "store/first.h"

#include <stdlib.h>

static int
compare_cells(const struct first_cell *a, const struct first_cell *b)
{
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->kind == FIRST_NUMBER)
		return (a->number > b->number) - (a->number < b->number);
	return str_compare(a->text, b->text);
}

static int
compare_keys(const struct first *first, size_t key, const struct first_cell *a,
	const struct first_cell *b)
{
	int order = compare_cells(a, b);
	return first->reversed[key] ? -order : order;
}

static int
compare_rows(const void *left, const void *right)
{
	const struct first_row *a = left, *b = right;
	const struct first *first = a->of;
	int order = 0;
	for (size_t i = 0; order == 0 && i < first->keys; i++)
		order = compare_keys(
			first, i, &a->cells[first->values + i], &b->cells[first->values + i]);
	return order;
}

/* Text is valid until the next step. */
static struct first_cell
read_cell(const struct statement *statement, size_t index)
{
	int column = (int)index + 1;
	if (column_is_null(statement, column))
		return (struct first_cell){ .kind = FIRST_NULL };
	if (column_is_number(statement, column))
		return (struct first_cell){ .kind = FIRST_NUMBER,
			.number = column_real(statement, column) };
	bool bytes = column_is_bytes(statement, column);
	return (struct first_cell){ .kind = bytes ? FIRST_BYTES : FIRST_TEXT,
		.text = bytes ? column_bytes(statement, column) : column_text(statement, column) };
}

static struct first_cell
read_value(const struct statement *statement, size_t index)
{
	int column = (int)index + 1;
	if (column_is_null(statement, column))
		return (struct first_cell){ .kind = FIRST_NULL };
	return (struct first_cell){ .kind = FIRST_TEXT, .text = column_text(statement, column) };
}

/* Whether the current row comes before the last that is kept; mostly its first keys tell. */
static bool
comes_before(const struct first *first, const struct statement *statement)
{
	const struct first_row *last = &first->rows.items[first->limit - 1];
	int order = 0;
	for (size_t i = 0; order == 0 && i < first->keys; i++) {
		struct first_cell cell = read_cell(statement, first->values + i);
		order = compare_keys(first, i, &cell, &last->cells[first->values + i]);
	}
	return order < 0;
}

static void
keep(struct first *first, struct first_row *row, const struct first_cell *cells)
{
	size_t count = first->values + first->keys;
	row->cells = arena_array(&first->arena, count, sizeof(*row->cells));
	for (size_t i = 0; i < count; i++) {
		row->cells[i] = cells[i];
		if (cells[i].text.bytes)
			row->cells[i].text = str_copy(&first->arena, cells[i].text);
	}
}

/* Leaves the first rows, and their memory alone. */
static void
cut(struct first *first)
{
	struct first old = *first;
	qsort(old.rows.items, old.rows.count, sizeof(*old.rows.items), compare_rows);
	first->arena = (struct arena){ 0 };
	first->rows.items = NULL;
	first->rows.count = first->rows.capacity = 0;
	for (size_t i = 0; i < old.rows.count && i < first->limit; i++) {
		struct first_row *row = list_add(&first->arena, &first->rows);
		*row = old.rows.items[i];
		keep(first, row, old.rows.items[i].cells);
	}
	first->full = first->full || old.rows.count >= first->limit;
	arena_free(&old.arena);
}

void
first_add(struct first *first, const struct statement *statement)
{
	first->total++;
	if (first->full && !comes_before(first, statement))
		return;
	struct arena scratch = { 0 };
	size_t count = first->values + first->keys;
	struct first_cell *cells = arena_array(&scratch, count, sizeof(*cells));
	for (size_t i = 0; i < count; i++)
		cells[i] = i < first->values ? read_value(statement, i) : read_cell(statement, i);
	struct first_row *row = list_add(&first->arena, &first->rows);
	*row = (struct first_row){ .of = first, .id = column_number(statement, 0) };
	keep(first, row, cells);
	arena_free(&scratch);
	if (first->rows.count >= 2 * first->limit)
		cut(first);
}

void
first_sort(struct first *first)
{
	if (first->rows.count)
		cut(first);
}

void
first_free(struct first *first)
{
	arena_free(&first->arena);
}
