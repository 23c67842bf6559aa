/*
 * What a note says besides its tasks and decisions, for those who search it.
 */
#ifndef READ_PASSAGES_H
#define READ_PASSAGES_H

#include "read/outline.h"

/*
 * The lines of the outline that no task or decision of the note has said: fills in `passages`.
 * Headings that name a section for tasks, people and the like are left out, and so is the title.
 */
void passages_read(struct arena *arena, const struct docket_reading *reading,
	const struct outline *outline, struct docket_note *note);

#endif
