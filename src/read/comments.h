/*
 * What Obsidian hides and CommonMark does not know: comments (%%) and formulas ($$) over several
 * lines.
 */
#ifndef READ_COMMENTS_H
#define READ_COMMENTS_H

#include "base/str.h"

/*
 * The body with an empty HTML comment where such a block was, and as many lines as before; `body`
 * itself when there is none. Both end paragraphs and lists.
 */
str comments_hide(struct arena *arena, str body);

/* A line without the comments that begin and end on it, and without a \ that breaks it. */
str comments_drop(struct arena *arena, str line);

#endif
