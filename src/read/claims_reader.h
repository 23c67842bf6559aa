/*
 * The reader of what a line says in plain words; private to claims.c and the files claims_*.c. Each
 * `take` gives false, and leaves all as it was, when the text is something else.
 */
#ifndef READ_CLAIMS_READER_H
#define READ_CLAIMS_READER_H

#include "read/claims.h"

struct claims_reader {
	struct arena *arena;
	const struct claims_asked *asked;
	struct claims claims;
	bool front;               /* an owner stands in front: a name at the end is none */
	struct assignee assignee; /* the owner in front of the whole text */
};

/* Text that is names of owners. */
bool claims_take_names(struct claims_reader *reader, str text, enum assignee_trust trust);

/* "Done", "Completed"; less sure words need a label. */
bool claims_take_state(struct claims_reader *reader, str words, bool labelled);

/* "P1", "high priority"; "high" alone may be anything. */
bool claims_take_priority(struct claims_reader *reader, str words);

/* A part of the end of a line, whatever it is; false: it is text. */
bool claims_take_part(struct claims_reader *reader, str part, bool names, bool sure);

/* "by Friday", "(due: Jan 20)", anywhere at the end of the text */
bool claims_take_due(struct claims_reader *reader);

/* The last part of the text that says something, and what ties it to the rest. */
bool claims_take_end(struct claims_reader *reader);

#endif
