/*
 * The signs in front of lines that are meant as items of a list and are none in Markdown: "• text"
 * of a letter, "・text", "①text", "１．text", "（1）text".
 */
#ifndef READ_BULLET_H
#define READ_BULLET_H

#include "base/str.h"

/* The bytes of the sign, with the blanks behind it; 0: the line begins with none. */
size_t bullet_length(str line);

/* "[ ] call", "☐ call": a box that was meant as one, where Markdown sees no list. */
bool bullet_is_box(str line);

#endif
