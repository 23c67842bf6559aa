/*
 * Who took part, as the body of a note lists it: lists, lines and tables below "## Attendees",
 * "**Present:**" or an item of that name; those below "Absent" did not.
 */
#ifndef READ_ATTENDEES_H
#define READ_ATTENDEES_H

#include "read/outline.h"

/*
 * The names of a text such as "[[Ada Park]] (Acme), @Ravi Menon", and addresses that may be
 * resolved to one (address.h).
 */
strs attendees_split(struct arena *arena, str text);

/* "Ada Park (absent)", "Ada Park ✗": who did not take part. */
bool attendees_is_absent(str text);

/* The names that the lists have, in order. */
strs attendees_read(
	struct arena *arena, const struct docket_reading *reading, const struct outline *outline);

#endif
