/*
 * Labels in front of a line: `**Topic**: text`, `**Topic:** text`, `*Topic* - text`, `Topic: text`.
 */
#ifndef READ_LABEL_H
#define READ_LABEL_H

#include "base/str.h"

struct label {
	str words;   /* without emphasis and colon */
	str rest;    /* of the line, trimmed; empty: the line is only a label */
	bool strong; /* it has emphasis */
	bool colon;
};

/* False when the line has none. Views into `text`. */
bool label_read(str text, struct label *label);

/* The text without the emphasis that is around all of it. */
str label_unwrap(str text);

/*
 * The text with the words of its links alone: "Sync [Board](https://...)" is "Sync Board". Behind
 * the words of each comes `end`, which may be empty.
 */
str label_drop_addresses(struct arena *arena, str text, str end);

/* "owner:: Ada", as Dataview has it. */
bool label_read_field(str text, struct label *label);

#endif
