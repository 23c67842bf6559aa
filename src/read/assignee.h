/*
 * Owners without @ in front of what they are to do: `Ada to send it`, `Ada and Ravi will ...`,
 * `Ada: send it`, `**Ada**: ...`, `[Ada] ...`.
 */
#ifndef READ_ASSIGNEE_H
#define READ_ASSIGNEE_H

#include "read/crew.h"

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

/* False when the text begins with nobody; `blank` may be set even then. */
bool assignee_read(
	const struct crew *crew, str text, enum assignee_trust trust, struct assignee *assignee);

/* A text that is nothing but names: "Ada, Ravi and [[Lena Hoff]]". */
bool assignee_read_names(
	const struct crew *crew, str text, enum assignee_trust trust, struct assignee *assignee);

/* The names in the cell of a column for owners, or behind "Owner:"; whatever they look like. */
strs assignee_split(struct arena *arena, str text);

#endif
