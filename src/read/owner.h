/*
 * Owners: who is to do what a line says. Names at its end, `... @Ada Park, @Ravi`, `... (@Ada)`,
 * `... @[[Ada Park]]`, own it; a name inside the sentence does when there is none at the end.
 */
#ifndef READ_OWNER_H
#define READ_OWNER_H

#include "read/mention.h"

struct owners {
	strs names; /* as written, without @ and brackets */
	str text;   /* the line without the owners at its end */
};

/* `text` is a line without fields and tags at its end. A plain link counts if it is known. */
struct owners owner_read(struct arena *arena, str text, const struct people *people);

#endif
