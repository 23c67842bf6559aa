/*
 * What a note says of its meeting outside the front matter: lines as `**Date**: 2025-10-28` at the
 * head of the body, the list below "## Attendees", the first heading, the name of the file.
 */
#ifndef READ_ABOUT_H
#define READ_ABOUT_H

#include "read/outline.h"

/*
 * Fills in what `note` lacks of title, date, account, project and participants, and finds its
 * `names`. `note->path` is set.
 */
void about_read(struct remarks *remarks, const struct docket_reading *reading,
	const struct outline *outline, struct docket_note *note);

#endif
