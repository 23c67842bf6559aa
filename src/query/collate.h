/*
 * The order of names and texts as people expect it, that of `localeCompare` with `numeric` in
 * JavaScript: letters first compare without accents and case, then by accents, then lower case
 * before upper; runs of digits compare as numbers; white space, punctuation, symbols, digits,
 * letters. Any bytes may be compared.
 */
#ifndef QUERY_COLLATE_H
#define QUERY_COLLATE_H

#include "base/str.h"

/* Bytes in the arena whose memcmp order (a prefix comes first) is the order of the texts. */
str collate_key(struct arena *arena, str text);

/*
 * How the text compares with that of a key, as far as its first letters tell; 0 when they do not.
 * Cheap: of many texts few are near each other.
 */
int collate_compare_begin(str text, str key);

/* <0, 0, >0, as the keys compare. Different texts can be equal. */
int collate_compare(str a, str b);

#endif
