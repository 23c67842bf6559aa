/*
 * JavaScript's regular expressions in the words of PCRE2.
 */
#ifndef QUERY_REGEX_TRANSLATE_H
#define QUERY_REGEX_TRANSLATE_H

#include "query/regex_reader.h"

/*
 * Gives the pattern for PCRE2, in UTF mode and without any syntax option, in the arena. Absent
 * when it is no JavaScript or could run for too long; `*why` says so in half a sentence.
 */
str regex_translate(struct arena *arena, str pattern, unsigned flags, const char **why);

#endif
