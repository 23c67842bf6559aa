/*
 * Notes that are an e-mail: who wrote it and to whom, and where it ends.
 */
#ifndef READ_MAIL_H
#define READ_MAIL_H

#include "docket/note.h"
#include "read/outline.h"

struct mail {
	str sender;  /* empty: the note is no mail, or its sender has no name */
	strs people; /* of "From:", "To:" and "Cc:", above or below "Subject:" */
};

struct mail mail_read(struct arena *arena, const struct outline *outline);

/* "I" and "me" in a mail is who wrote it, not who keeps it: gives such tasks to the sender. */
void mail_sign(struct arena *arena, const struct outline *outline, struct docket_task *tasks,
	size_t count);

/* Whether an older mail begins at index `at` of a mail: "From: ...", "Sent: ...". */
bool mail_begins_older(struct arena *arena, const struct outline *outline, size_t at);

/* "Best regards," "Viele Grüße": the text is over, what follows is a signature. */
bool mail_is_farewell(struct arena *arena, str line);

#endif
