/*
 * Whether a note is about a meeting. Only there do headings and everyday words ("Decisions",
 * "Next steps", "Agreed: ...") say what lines without a name are: guides, audits and plans have
 * them too.
 */
#ifndef READ_MEETING_H
#define READ_MEETING_H

#include "read/outline.h"

/*
 * `note` has what its front matter, body and file name say of type, date, participants, account and
 * title. A title or folder ("Yard meeting", "Minutes/") counts where nothing is explained: not in a
 * README or in a text that shows code.
 */
bool meeting_is(struct arena *arena, const struct docket_note *note, const struct outline *outline,
	str body);

#endif
