/*
 * Notation: which entries of an outline are tasks and decisions, and what they say.
 */
#ifndef READ_SYNTAX_H
#define READ_SYNTAX_H

#include "read/crew.h"
#include "read/headings.h"
#include "read/yaml.h"

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
	const struct heading *headings; /* of the outline */
	struct docket_date meeting;     /* day of the meeting, or none */
	int year;                       /* of headings with a day that lacks it; 0: none */
	struct docket_date file_date;   /* scheduled day of boxes without any day, or none */
	strs participants;
	strs names; /* full names besides those */
	str account;
	bool is_meeting; /* the note is about one: headings and everyday words are notation then */
	const struct yaml *tasks, *decisions; /* of the front matter */
	struct remarks *remarks;
};

/* A line and where it stands. */
struct syntax_place {
	const struct syntax_context *context;
	const struct people *people; /* the participants */
	const struct crew *crew;
	const struct outline_entry *entry;
	enum docket_origin from;
	struct docket_date meeting; /* the note's, or the day of the heading above, or none */
	struct heading section;
	str heading;                   /* the nearest one above, raw */
	str topic;                     /* a bold label above, if any */
	strs owners;                   /* of what nobody else owns */
	enum docket_priority priority; /* of what has no other */
	bool assigned;                 /* beside the text it is told who has to, or until when */
};

/* Whether lines that name nobody are what the heading says: in a meeting, or as configured. */
bool syntax_trusts_heading(const struct syntax_place *place);

/* Reads all entries, in order of lines. */
void syntax_read(const struct syntax_context *context, struct syntax_items *items);

#endif
