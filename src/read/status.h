/*
 * The character in a checkbox: what the Tasks plugin makes of it, and what docket does.
 */
#ifndef READ_STATUS_H
#define READ_STATUS_H

#include "base/str.h"
#include "docket/note.h"

struct status_reading {
	struct docket_status status; /* the plugin's: unregistered ones are "Unknown", to do */
	enum docket_state state;
	bool known; /* registered, or a convention */
};

struct status_reading status_read(const struct docket_reading *reading, str symbol);

#endif
