/*
 * How wide each column of a listing is on a screen, and which are left out because there is no
 * room for them.
 */
#ifndef CLI_LAYOUT_H
#define CLI_LAYOUT_H

#include "listing.h"

#define LAYOUT_GAP 2

/*
 * Stores the width of each column; 0: it is left out. `room` are the columns of the screen that
 * the listing may use; 0: as many as it needs. What is too long is shortened, columns that wrap
 * last; when that is not enough the columns of a report are left out by rank.
 */
void layout_fit(const struct listing *listing, size_t room, size_t *widths);

#endif
