/*
 * Notation: which entries of an outline are tasks and decisions, and what they say.
 */
#ifndef READ_SYNTAX_H
#define READ_SYNTAX_H

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

/* Reads all entries, in order of lines. */
void syntax_read(const struct syntax_context *context, struct syntax_items *items);

#endif
