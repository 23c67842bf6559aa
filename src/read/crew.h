/*
 * Whom a note knows: names by which an owner can be told from any other word with a capital. Full
 * names of the participants and of those the body mentions, their first and last names, initials,
 * "Ada P.", "A. Park" and "Dr. Park".
 * And those who speak in it line by line, "AP: I would wait", as minutes of some committees have.
 */
#ifndef READ_CREW_H
#define READ_CREW_H

#include "read/mention.h"
#include "read/outline.h"

struct crew {
	struct arena *arena; /* for what is found with it */
	struct people people;
	strs participants, names; /* in full */
	strs speakers;            /* of a dialogue, as written; none: it is no dialogue */
	str account;              /* whose meeting it is: "Bell & Sons" are no two people */
	bool topics; /* the note names nobody, and "**Stand:** Book it. (Ada)" is how it says who */
};

/* `names` are full names besides the participants. */
struct crew crew_make(
	struct arena *arena, strs participants, strs names, const struct outline *outline);

/* "I", "Me" and "Myself" are known everywhere. */
bool crew_knows(const struct crew *crew, str name);

bool crew_has_speaker(const struct crew *crew, str name);

#endif
