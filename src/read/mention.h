/*
 * Names in running text: `@First Last`, `@[[First Last]]`, `[[First Last]]`. Where a name ends
 * without brackets is a matter of capital letters and of who is known. E-mail addresses,
 * `@scope/package`, `@2x` and code spans are no names.
 */
#ifndef READ_MENTION_H
#define READ_MENTION_H

#include "base/str.h"

/* Who is known by name: the keys under which spellings are one (utf8_fold). */
struct people {
	strs keys;
	size_t most_words; /* of the longest name */
};

struct people people_make(struct arena *arena, strs names);
bool people_know(struct arena *arena, const struct people *people, str name);

struct mention {
	str name;        /* as written, without @ and brackets */
	size_t from, to; /* its bytes in the text, brackets and emphasis included */
	bool marked;     /* with @; else a plain link, which may be anything */
};

struct mentions {
	LIST(struct mention) /* in order, none overlap */
};

/* Views into `text`. */
struct mentions mention_find(struct arena *arena, str text, const struct people *people);

/* How many words a name has, as people write it: each with a capital; 0: the text is no name. */
size_t mention_name_words(str text);

/* "Dr.", "Mrs" */
bool mention_is_title(str word);

/* "Dr. Ada Park" without the title. */
str mention_drop_title(str name);

/* A name by itself: `@[[Ada Park]] (Acme)` and `"Ada Park" <ada@acme.example>` are "Ada Park". */
str mention_undress(str text);

#endif
