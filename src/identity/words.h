/*
 * The words of a line, in the form in which two people's wordings can be compared: folded, with
 * their endings cut, and sorted by how much they tell. Pure; knows a few words of English, German,
 * French and Spanish, and takes pairs of characters where a script has no spaces.
 *
 *	struct words words = { 0 };
 *	words_read(&arena, STR("Send Ana's slides"), &words);    send, ana, slid
 */
#ifndef IDENTITY_WORDS_H
#define IDENTITY_WORDS_H

#include "base/str.h"

enum word_kind {
	WORD_PLAIN,
	WORD_EMPTY,   /* "the", "with": says nothing of what is meant */
	WORD_COMMON,  /* "send", "meeting": half of all tasks have it */
	WORD_PIECE,   /* two characters of a script without spaces */
	WORD_NUMBER,  /* digits alone */
	WORD_CODE,    /* letters and digits: "q3", "v2" */
	WORD_WEEKDAY, /* "friday" */
	WORD_MONTH    /* "october" */
};

struct word {
	str text; /* folded, without its ending */
	enum word_kind kind;
	bool name; /* written with a capital, and not as the first word */
};

struct words {
	LIST(struct word)
};

/* Puts the words of `text`, in order, into `words`, which is empty before. Dates in digits, times
 * and #tags are left out. */
void words_read(struct arena *arena, str text, struct words *words);

/* What is known of a stem: empty, common, weekday, month or plain. */
enum word_kind word_kind_of(str stem);

/* How much a word of this kind tells, 0 to 1. */
double word_weight(enum word_kind kind);

/*
 * The text as folded words with single blanks between them, uncut: without punctuation, symbols
 * and apostrophes.
 */
str words_key(struct arena *arena, str text);

#endif
