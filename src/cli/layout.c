#include "layout.h"

#include <stdint.h>
#include <stdlib.h>

/* Text that wraps gets three times as much of the room as what is cut. */
enum { WRAP_WEIGHT = 3 };

/* What there should be of a column, or nothing. */
static const size_t leasts[] = { [FIT_CUT] = 8, [FIT_CUT_LESS] = 24, [FIT_WRAP] = 28 };

static size_t
natural_width(const struct listing *listing, size_t column)
{
	size_t width = listing->columns[column].title.width;
	for (size_t row = 0; row < listing->tally.rows; row++) {
		size_t cell = listing_cell(listing, row, column)->width;
		width = cell > width ? cell : width;
	}
	return width;
}

static bool
may_shrink(const struct column *column)
{
	return column->elastic && column->look->fit <= FIT_WRAP;
}

/* The width below which a column had better be left out. */
static size_t
least_width(const struct column *column, size_t natural, size_t room)
{
	if (!may_shrink(column))
		return natural;
	size_t least = leasts[column->look->fit];
	if (column->look->fit == FIT_WRAP && least > room / 2)
		least = room / 2;
	return natural > least ? least : natural;
}

static size_t
least_total(const struct listing *listing, const size_t *widths, size_t room)
{
	size_t total = 0;
	for (size_t i = 0; i < listing->column_count; i++)
		if (widths[i])
			total += least_width(&listing->columns[i], widths[i], room) +
				 (total ? LAYOUT_GAP : 0);
	return total;
}

/* Leaves out the column that is missed least; false when none may go. */
static bool
drop_column(const struct listing *listing, size_t *widths)
{
	size_t worst = SIZE_MAX;
	for (size_t i = 0; i < listing->column_count; i++) {
		int rank = listing->columns[i].look->rank;
		if (widths[i] && rank &&
			(worst == SIZE_MAX || rank >= listing->columns[worst].look->rank))
			worst = i;
	}
	if (worst == SIZE_MAX)
		return false;
	widths[worst] = 0;
	return true;
}

static size_t
weight(const struct column *column)
{
	return column->look->fit == FIT_WRAP ? WRAP_WEIGHT : 1;
}

/* Takes from `*room` what the columns need that are content with their share; false: none was. */
static bool
settle(const struct listing *listing, const size_t *widths, bool *settled, size_t *room)
{
	size_t weights = 0, share;
	bool any = false;
	for (size_t i = 0; i < listing->column_count; i++)
		weights += settled[i] ? 0 : weight(&listing->columns[i]);
	share = weights ? *room / weights : 0;
	for (size_t i = 0; i < listing->column_count; i++) {
		const struct column *column = &listing->columns[i];
		bool content = !may_shrink(column) || widths[i] <= share * weight(column);
		if (settled[i] || !content)
			continue;
		settled[i] = any = true;
		*room -= *room < widths[i] ? *room : widths[i];
	}
	return any;
}

/* Shares the room among the columns that may be shortened. */
static void
shorten(const struct listing *listing, size_t *widths, bool *settled, size_t room)
{
	size_t shown = 0, weights = 0;
	for (size_t i = 0; i < listing->column_count; i++) {
		settled[i] = widths[i] == 0;
		shown += widths[i] != 0;
	}
	size_t gaps = shown ? (shown - 1) * LAYOUT_GAP : 0;
	room = room > gaps ? room - gaps : 0;
	while (settle(listing, widths, settled, &room))
		;
	for (size_t i = 0; i < listing->column_count; i++)
		weights += settled[i] ? 0 : weight(&listing->columns[i]);
	for (size_t i = 0; i < listing->column_count; i++) {
		if (settled[i])
			continue;
		size_t mine = weight(&listing->columns[i]);
		size_t share = room * mine / weights;
		widths[i] = share ? share : 1;
		room -= share;
		weights -= mine;
	}
}

void
layout_fit(const struct listing *listing, size_t room, size_t *widths)
{
	size_t natural = 0;
	for (size_t i = 0; i < listing->column_count; i++) {
		widths[i] = listing_is_idle(listing, i) ? 0 : natural_width(listing, i);
		natural += widths[i] + (natural && widths[i] ? LAYOUT_GAP : 0);
	}
	if (!room || natural <= room)
		return;
	while (listing->subject && least_total(listing, widths, room) > room &&
		drop_column(listing, widths))
		;
	bool *settled = text_array(listing->column_count, sizeof(settled[0]));
	shorten(listing, widths, settled, room);
	free(settled);
}
