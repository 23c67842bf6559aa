/*
 * The keys that say something of a note, in all their spellings.
 */
#ifndef READ_FRONTMATTER_KEYS_H
#define READ_FRONTMATTER_KEYS_H

#include "read/frontmatter.h"

/* Fills in what the keys of the map say. */
void frontmatter_read_keys(struct arena *arena, const struct yaml *map, struct remarks *remarks,
	struct frontmatter *result);

#endif
