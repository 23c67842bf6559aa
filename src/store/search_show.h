/*
 * The words that were looked for -> their places in a text.
 */
#ifndef STORE_SEARCH_SHOW_H
#define STORE_SEARCH_SHOW_H

#include "store/db.h"

/*
 * Gives SQL the functions search_key(text); search_line(title, text, typed), the first line of the
 * text that has the most of the words, 0 when the title has as many; search_snippet(text, line,
 * typed), what stands around the first of them in that line (0: in the whole text); and
 * search_matches(text, line, typed), a JSON array of the words as they stand there, each once.
 */
void search_show_register(struct db *db);

#endif
