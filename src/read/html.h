/*
 * Where an HTML block of CommonMark begins and ends.
 */
#ifndef READ_HTML_H
#define READ_HTML_H

#include "base/str.h"

enum { HTML_TAG = 7 }; /* the kind that cannot interrupt a paragraph */

/*
 * The kind of HTML block, 1 to 7 as CommonMark numbers them, that starts with `line` (without its
 * indentation); 0: none.
 */
int html_starts(str line);

/* Whether a block of this kind ends with `line`, which may be the one it started with. */
bool html_ends(int kind, str line);

#endif
