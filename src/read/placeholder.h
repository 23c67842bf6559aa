/*
 * Texts that say nothing: what a template leaves to be filled in, and "None" in its many words.
 */
#ifndef READ_PLACEHOLDER_H
#define READ_PLACEHOLDER_H

#include "base/str.h"

/* `[Name]`, `{{task}}`, `<add me>`, `Action 1`, `...`, and the empty text. */
bool placeholder_is(struct arena *arena, str text);

/* "None", "N/A", "No decisions", "Keine". */
bool placeholder_is_none(struct arena *arena, str text);

/*
 * The first {{...}} or <% %> that a template left in a text, code spans aside; empty when there is
 * none.
 */
str placeholder_find_template(str text);

/* "{{project:ledger, priority:high}}": what was found is filled in, keys of a task with values. */
bool placeholder_has_keys(struct arena *arena, str found);

#endif
