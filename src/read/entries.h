/*
 * Front matter as people write it, without YAML: lines `key: value` at the left edge, and below
 * each the lines that can belong to it. What is not YAML is read with this.
 */
#ifndef READ_ENTRIES_H
#define READ_ENTRIES_H

#include "base/str.h"

struct entry {
	int line;
	str key;  /* without quotes */
	str rest; /* of its line, behind the colon, trimmed */
	str own;  /* its line and those below that can belong to it */
	str all;  /* and those that cannot, up to the next key */
};

struct entries {
	LIST(struct entry)
};

/* Adds the entries of `text`, whose first line has this number. Linear. */
void entries_cut(struct arena *arena, str text, int line, struct entries *entries);

/* The lines of the entry below its first, from the first that says something: its number. */
str entry_more(const struct entry *entry, int *line);

/* Splits `key: rest`, or `key:rest` after a single word; false for all other lines. */
bool entries_split_key(str line, str *key, str *rest);

/* `- text`, or a dash alone. */
bool entries_is_item(str line);

size_t entries_indentation(str line);

/* Takes the part before a comma off `*rest`; commas in "", () and [[ ]] do not count. */
bool entries_next_part(str *rest, str *part);

/* Without the outer quotes, or an opening one that is never closed. */
str entries_unquote(str text);

#endif
