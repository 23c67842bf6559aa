/*
 * Notation: which entries of an outline are tasks and decisions, and what they say.
 */
#ifndef READ_SYNTAX_H
#define READ_SYNTAX_H

#include "read/headings.h"
#include "read/mention.h"
#include "read/outline.h"

struct syntax_items {
	struct {
		LIST(struct docket_task)
	} tasks;
	struct {
		LIST(struct docket_decision)
	} decisions;
};

struct syntax_context {
	struct arena *arena;
	const struct docket_reading *reading; /* never NULL */
	const struct outline *outline;
	struct docket_date meeting; /* day of the meeting, or none */
	strs participants;
	struct remarks *remarks;
};

/* A line and where it stands. */
struct syntax_place {
	const struct syntax_context *context;
	const struct people *people; /* the participants */
	const struct outline_entry *entry;
	struct heading section;
	str topic; /* a bold label above, if any */
};

/* Reads all entries, in order of lines. */
void syntax_read(const struct syntax_context *context, struct syntax_items *items);

#endif
