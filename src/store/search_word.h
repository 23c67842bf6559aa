/*
 * What a word is, to the index of words and to who looks for them in a text: a run of letters and
 * digits. In scripts that are written without blanks (Chinese, Japanese, Thai and their like) every
 * character is a word, and several are found as they follow each other.
 */
#ifndef STORE_SEARCH_WORD_H
#define STORE_SEARCH_WORD_H

#include "base/str.h"

/* A text as the index has it: folded, with blanks around the characters that are words. */
str search_key(struct arena *arena, str text);

/* Takes the next word off the front of `*rest`, a view into it; false at the end. */
bool search_next_word(str *rest, str *word);

#endif
