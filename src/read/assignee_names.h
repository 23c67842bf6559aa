/*
 * Lists of names, as they stand in front of what people are to do, in a cell for owners or behind
 * "Owner:".
 */
#ifndef READ_ASSIGNEE_NAMES_H
#define READ_ASSIGNEE_NAMES_H

#include "read/crew.h"

/* Bytes of a name, and of all that stands in front of what is to be done. */
enum { ASSIGNEE_NAME_MOST = 60, ASSIGNEE_FRONT_MOST = 96 };

/* Who counts. */
enum assignee_trust {
	ASSIGNEE_KNOWN,  /* only somebody the note knows */
	ASSIGNEE_LIKELY, /* whoever could be a name, where a verb follows */
	ASSIGNEE_LISTED  /* whoever could be a name in front of a colon */
};

struct assignee {
	strs names;
	str text;     /* without them */
	bool known;   /* at least one of them is */
	bool subject; /* they begin a sentence: "Ada to send it" */
	bool loose;   /* before a word that may be no verb: "Ada reviews" */
	bool blank;   /* a template's "[Name]" */
};

/* A text that is nothing but names: "Ada, Ravi and [[Lena Hoff]]". */
bool assignee_read_names(
	const struct crew *crew, str text, enum assignee_trust trust, struct assignee *assignee);

/* The names in the cell of a column for owners, or behind "Owner:"; whatever they look like. */
strs assignee_split(struct arena *arena, str text);

#endif
