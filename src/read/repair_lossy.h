/*
 * Sequences that lost a byte. The symbols that notes use are known, so what remains of one is
 * taken for it where its surroundings agree: "â«" standing alone is ⏫.
 */
#ifndef READ_REPAIR_LOSSY_H
#define READ_REPAIR_LOSSY_H

#include "read/repair_cell.h"

/* Where the remains stand. */
struct repair_place {
	str text;
	size_t start;      /* of the remains */
	uint32_t glued;    /* what the sequence that ends at `start` gives; 0: there is none */
	bool quote_opened; /* a double quote opened on this line was not closed */
};

struct repair_loss {
	uint32_t code;      /* what the sequence was */
	size_t count;       /* of the cells that remain of it */
	unsigned encodings; /* those that lack the lost byte */
};

/* Reads what remains when bytes were dropped; false when nothing fits. */
bool repair_lossy_read(const struct repair_cell *cells, size_t count,
	const struct repair_place *place, struct repair_loss *loss);

/* Reads a sequence in which U+FFFD stands for a byte; the hole says enough, place or not. */
bool repair_lossy_fill(const struct repair_cell *cells, size_t count, struct repair_loss *loss);

#endif
