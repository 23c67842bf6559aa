/*
 * Placeholders of a query: `{{query.file.path}}` -> what the note that holds the query says.
 */
#ifndef QUERY_EXPAND_H
#define QUERY_EXPAND_H

#include "query/lines.h"

/*
 * Replaces the placeholders of a line, and those that come with what replaces them, up to ten times
 * over. False when one is not known, has no value, or is JavaScript. `*expanded` is in the arena or
 * the line's own text.
 */
bool expand_line(struct arena *arena, const struct query_text *query, const struct query_line *line,
	str *expanded, struct docket_error *err);

/* The text of a preset; absent when there is none of that name. */
str expand_preset(const struct query_text *query, str name);

/* The names of all presets, for messages. */
str expand_preset_names(struct arena *arena, const struct query_text *query);

/* Parts of a path in the vault: "a b.md" of "x/y/a b.md", "x/y/", and "x/"; "/" at its top. */
str expand_file_name(str path);
str expand_folder(str path);
str expand_root(str path);

/* Without `.md` at its end. */
str expand_stem(str path);

#endif
