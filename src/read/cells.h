/*
 * The cells of a row of a pipe table, with or without outer pipes.
 */
#ifndef READ_CELLS_H
#define READ_CELLS_H

#include "base/str.h"

enum { CELLS_MOST = 16 };

struct cells {
	str items[CELLS_MOST]; /* trimmed, "\|" a bar */
	size_t count;
};

/*
 * Bars in [[a|b]] and behind a \ part nothing; nor do those in code, when the row has more cells
 * than `columns` otherwise. Cells beyond CELLS_MOST are left out.
 */
struct cells cells_split(struct arena *arena, str line, size_t columns);

/* The cell of a column, from 1; empty when the row has none, or the column is 0. */
str cells_at(const struct cells *cells, size_t column);

#endif
