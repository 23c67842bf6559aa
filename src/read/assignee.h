/*
 * Owners without @ in front of what they are to do: `Ada to send it`, `Ada and Ravi will ...`,
 * `Ada: send it`, `**Ada**: ...`, `[Ada] ...`.
 */
#ifndef READ_ASSIGNEE_H
#define READ_ASSIGNEE_H

#include "read/assignee_names.h"

/* False when the text begins with nobody; `blank` may be set even then. */
bool assignee_read(
	const struct crew *crew, str text, enum assignee_trust trust, struct assignee *assignee);

#endif
