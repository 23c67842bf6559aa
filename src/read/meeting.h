/*
 * Whether a note is about a meeting. Only there are everyday headings and words ("Next steps",
 * "Agreed: ...") notation: guides, reviews and plans have them too.
 */
#ifndef READ_MEETING_H
#define READ_MEETING_H

#include "read/outline.h"

/* `note` has what its front matter, body and file name say of type, date and participants. */
bool meeting_is(struct arena *arena, const struct docket_note *note, const struct outline *outline);

/*
 * Whether a note that is about no meeting explains something: a README, or a text that shows code.
 * There, "Action items" and "Decisions" are headings like others.
 */
bool meeting_is_guide(const struct docket_note *note, str body);

#endif
