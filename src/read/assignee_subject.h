/*
 * Sentences that begin with who is to do what they say.
 */
#ifndef READ_ASSIGNEE_SUBJECT_H
#define READ_ASSIGNEE_SUBJECT_H

#include "read/assignee_names.h"

/* "Ada to send it" */
bool assignee_read_subject(const struct crew *crew, str text, struct assignee *assignee);

/* "Mirka schickt den Entwurf", where the note knows her; the verb stays in the text. */
bool assignee_read_doing(const struct crew *crew, str text, struct assignee *assignee);

/* "佐藤さんが資料をまとめる", "佐藤 資料をまとめる", where the note knows her. */
bool assignee_read_particle(const struct crew *crew, str text, struct assignee *assignee);

#endif
