/*
 * The words of headings and their translations, each with what it says. One table in the order of
 * bytes: a new word goes where it belongs, and a test tells when it does not.
 */
#ifndef READ_HEADING_WORDS_H
#define READ_HEADING_WORDS_H

#include "read/headings.h"

struct heading_word {
	const char *words; /* as heading_fold gives them */
	enum heading_kind kind;
};

extern const struct heading_word heading_words[];
extern const size_t heading_word_count;

/* What these words say, folded; HEADING_OTHER when they are not in the table. */
enum heading_kind heading_word_kind(str key);

#endif
