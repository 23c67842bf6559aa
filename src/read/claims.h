/*
 * What a line says in plain words: who is to do it, by when, how pressing it is and whether it is
 * done. `Ada to send it by Friday`, `Send it - Owner: Ada - Due: 20.01.`, `Send it (Ada, done)`.
 */
#ifndef READ_CLAIMS_H
#define READ_CLAIMS_H

#include "read/assignee.h"
#include "read/property.h"

struct claims_asked {
	const struct people *people; /* who may follow an @ */
	const struct crew *crew;
	enum assignee_trust trust;
	bool box;     /* its state is in a box: words say nothing of it */
	bool actions; /* it stands where actions do: "today" at its end is its day */
	bool due;     /* it has a day: other words for one are text */
};

struct claims {
	str text; /* what is left */
	strs owners;
	str due; /* words for a day */
	enum docket_priority priority;
	enum docket_state state;
	bool stated; /* `state` is */
	bool blank;  /* a template's "[Name]" stands where an owner could */
};

/* `text` has no fields and no tags at its end. */
struct claims claims_read(struct arena *arena, str text, const struct claims_asked *asked);

#endif
