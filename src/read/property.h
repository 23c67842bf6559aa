/*
 * Words that name a part of a task or decision: the head of a table's column, "Owner:" in or below
 * a line, a key of the front matter. And what the values of status and priority say. One table per
 * kind for all languages.
 */
#ifndef READ_PROPERTY_H
#define READ_PROPERTY_H

#include "base/str.h"
#include "docket/note.h"

enum property {
	PROPERTY_NONE,
	PROPERTY_TASK,
	PROPERTY_DECISION,
	PROPERTY_TEXT, /* "Description": the text where another column says of what */
	PROPERTY_OWNER,
	PROPERTY_DUE,
	PROPERTY_PRIORITY,
	PROPERTY_STATUS,
	PROPERTY_ID,
	PROPERTY_CREATED,
	PROPERTY_DATE,
	PROPERTY_TOPIC,
	PROPERTY_SUPERSEDES,
	PROPERTY_DETAIL, /* tells more: "Context", "Deliverable"; never an owner */
	PROPERTY_COUNT
};

enum property property_read(struct arena *arena, str words);

/* "In progress", "erledigt", "🟢", "☑ Done"; false when the words say nothing of a state. */
bool property_state(struct arena *arena, str words, enum docket_state *state);

/* "High", "P1", "mittel", "🔴"; false when the words say nothing of a priority. */
bool property_priority(struct arena *arena, str words, enum docket_priority *priority);

#endif
