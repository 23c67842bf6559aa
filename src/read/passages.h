/*
 * What a note says besides its tasks and decisions, for those who search it.
 */
#ifndef READ_PASSAGES_H
#define READ_PASSAGES_H

#include "read/headings.h"

/*
 * The lines of the outline, whose headings are read, that no task or decision of the note has said:
 * fills in `passages`. Headings that name a section for tasks, people and the like are left out,
 * and so is the title.
 */
void passages_read(struct arena *arena, const struct outline *outline,
	const struct heading *headings, struct docket_note *note);

#endif
