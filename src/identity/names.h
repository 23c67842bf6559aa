/*
 * Names of people: what was written -> who is meant. Pure: the people known are an argument.
 */
#ifndef IDENTITY_NAMES_H
#define IDENTITY_NAMES_H

#include "base/str.h"

/* The rung of the ladder (identity.md 1) that answered. Kept in the store. */
enum rung {
	RUNG_ME = 1,
	RUNG_CONFIGURED = 2, /* alias, team or nobody */
	RUNG_FULL_NAME = 3,
	RUNG_PARTICIPANT = 4, /* first name or initials of exactly one participant of the note */
	RUNG_NOTE = 5,        /* ... of exactly one full name in the note's body */
	RUNG_STORE = 6,       /* ... of exactly one person in the store */
	RUNG_UNKNOWN = 7
};

enum person_kind { PERSON_UNKNOWN, PERSON_PERSON, PERSON_ME, PERSON_TEAM, PERSON_NOBODY };

/* Whether `name` as written may be short for `full`: its first name, or its initials. */
bool name_is_short_for(struct arena *arena, str name, str full);

/* The key under which two spellings are one name; see utf8_fold. Drops @, [[ ]] and a (Company). */
str name_key(struct arena *arena, str name);

/* Built-in words: `Myself`, `Me`, `I` (PERSON_ME), `Everyone`, `Team` (PERSON_TEAM), `TBD`,
   `Speaker 3` (PERSON_NOBODY); PERSON_UNKNOWN for all others. */
enum person_kind name_builtin(str key);

/*
 * How far apart two keys are, for "did you mean": 0 equal, larger is farther. A first name or a
 * part of the full name is near; otherwise edit distance in characters.
 */
int name_distance(struct arena *arena, str a, str b);

#endif
