/*
 * The presets that there are while the settings of a vault name none.
 */
#ifndef QUERY_PRESETS_H
#define QUERY_PRESETS_H

#include "query/query.h"

/* In the arena. */
const struct query_preset *presets_usual(struct arena *arena, size_t *count);

#endif
