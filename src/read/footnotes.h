/*
 * Footnotes, which Obsidian has and CommonMark has not: `[^1]: text`, and what is indented by four
 * columns below it.
 */
#ifndef READ_FOOTNOTES_H
#define READ_FOOTNOTES_H

#include "base/str.h"

/*
 * The body with quote marks in place of the labels of footnotes and of their indentation: what they
 * hold is read as in a quote, and each byte stays where it was. `body` itself when there is none.
 */
str footnotes_open(struct arena *arena, str body);

#endif
