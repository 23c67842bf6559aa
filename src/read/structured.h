/*
 * Tasks and decisions that the front matter lists: maps (`- task: ...`, `owner: ...`) or texts.
 */
#ifndef READ_STRUCTURED_H
#define READ_STRUCTURED_H

#include "read/syntax.h"

void structured_read(const struct syntax_place *place, struct syntax_items *items);

#endif
