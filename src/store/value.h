/*
 * JSON, as SQLite's functions make it, -> values.
 */
#ifndef STORE_VALUE_H
#define STORE_VALUE_H

#include "base/str.h"

/*
 * Reads one JSON text of our own statements. What is not JSON gives DOCKET_NULL. Nesting deeper
 * than 8 is cut. The value and its texts are in the arena.
 */
struct docket_value value_from_json(struct arena *arena, str json);

#endif
