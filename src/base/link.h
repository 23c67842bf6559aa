/*
 * Obsidian's links to notes, taken apart: [[folder/Name.md#heading|alias]]. What is given are views
 * into the text, what is asked for is what stands inside the brackets.
 *
 *	str inside;
 *	if (link_find(text, &inside))
 *		use(link_name(inside));   (Name)
 */
#ifndef BASE_LINK_H
#define BASE_LINK_H

#include "base/str.h"

/* The first link in the text; false: it has none. */
bool link_find(str text, str *inside);

/* Whether the text is a link and nothing else. */
bool link_is(str text, str *inside);

/* Where it leads: folder/Name.md */
str link_target(str inside);

/* The note's name: Name */
str link_name(str inside);

#endif
