/*
 * A line under a heading for decisions -> a decision.
 */
#ifndef READ_DECISION_H
#define READ_DECISION_H

#include "read/syntax.h"

/*
 * `text` is the item or paragraph without its marker and box, its lines joined. False when it says
 * nothing, introduces what follows, or tells more of the decision above ("**Rationale**: ...").
 */
bool decision_read(const struct syntax_place *place, str text, struct docket_decision *decision);

/* `(2025-10-02) text`, `[2025-10-02] text`, `2025-10-02: text`: the text without its day. */
str decision_drop_date(str text, struct docket_date *day);

#endif
