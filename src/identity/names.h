/*
 * Names of people: what was written -> who is meant. Pure: the people known are an argument.
 *
 *	struct name_scope scope = { .directory = directory, .participants = participants };
 *	struct name_answer answer = name_resolve(arena, &scope, STR("@Ravi"));
 *	if (answer.rung == RUNG_UNKNOWN && answer.candidates.count)
 *		... several fit, nothing is guessed
 */
#ifndef IDENTITY_NAMES_H
#define IDENTITY_NAMES_H

#include "base/str.h"
#include "docket/directory.h"

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

/*
 * The name itself, a part of `written`: without @, [[ ]], emphasis, a (Company), punctuation, and
 * without titles and degrees where two words remain ("Dr. Zoë Moor", "Zoë Moor, PhD").
 */
str name_clean(str written);

/* The key under which two spellings are one name: the clean name through utf8_fold, without the
   dots of initials and with one kind of hyphen and apostrophe. */
str name_key(struct arena *arena, str written);

/*
 * Whether `name` may be short for `full`: its first name ("Jean-Luc"), its initials ("RM", "R.M.",
 * of all words or of the first and the last), or a name with initials in it ("R. Menon",
 * "Ravi M.").
 */
bool name_is_short_for(struct arena *arena, str name, str full);

/* Whether `name` has two words or more and `full` goes on from there: "María José" of María José
   Peña. It may be another's full name, so this is believed in the note of `full` alone. */
bool name_is_beginning_of(struct arena *arena, str name, str full);

/* Built-in words: `Myself`, `Me`, `I` (PERSON_ME), `Everyone`, `Team` (PERSON_TEAM), `TBD`,
   `Speaker 3` (PERSON_NOBODY); PERSON_UNKNOWN for all others. */
enum person_kind name_builtin(str key);

/*
 * How far apart two keys are, for "did you mean": 0 equal, 1 a part of the other name, then edit
 * distance in characters (a swap of neighbours is one), or that of a part that has half of its
 * characters in common and one more.
 */
int name_distance(str a, str b);

/* The same when it is no more than `most`, else something that is more. */
int name_distance_within(str a, str b, int most);

/*
 * A part of the keys of all names that this one is short for, to see quickly that it is not; empty
 * when there is none for sure.
 */
str name_sure_part(struct arena *arena, str name);

/* Somebody known. `id` is the caller's and only handed back. */
struct name_person {
	str name; /* as it is shown */
	str key;  /* name_key of it */
	long id;
	enum person_kind kind;
};

struct name_people {
	const struct name_person *items;
	size_t count;
	const struct name_index *index; /* of many, see name_index.h; NULL: each is looked at */
};

/* Who can be meant by a name in a note. Zero is a scope where nobody is known. */
struct name_scope {
	const struct docket_directory *directory; /* NULL: nothing is configured */
	struct name_people participants;          /* of the note, resolved themselves */
	struct name_people body;                  /* full names in the note's body */
};

struct name_answer {
	enum rung rung;
	struct name_person person;     /* RUNG_UNKNOWN: the name as written */
	struct name_people candidates; /* RUNG_UNKNOWN: those that fit equally well */
};

/*
 * The first rung at which somebody fits answers; if several fit there, it is RUNG_UNKNOWN. A single
 * word is no full name: it is looked for as a first name before it is taken for all there is to a
 * name. RUNG_STORE is not asked here: who is in the store is known when all notes are read.
 * `id` is 0 where only the name is known (configured and built-in names).
 */
struct name_answer name_resolve(struct arena *arena, const struct name_scope *scope, str written);

#endif
