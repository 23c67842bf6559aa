/*
 * YAML -> a tree. The only file that knows libyaml. Events only, aliases are never expanded (an
 * alias is the text "*name"), tags are ignored, nothing is converted: "007" and "yes" are texts.
 * Limits of depth (32), size (256 KiB) and events (40,000) hold.
 *
 *	title: Budget #3      kind YAML_TEXT, key "title", text "Budget", written "Budget #3"
 *	tags: [a, b]          kind YAML_LIST, flow, written "[a, b]"; its items are flow too
 */
#ifndef READ_YAML_H
#define READ_YAML_H

#include "base/str.h"

enum { YAML_MOST = 256 * 1024 }; /* bytes */

enum yaml_kind { YAML_NOTHING, YAML_TEXT, YAML_LIST, YAML_MAP };

struct yaml {
	enum yaml_kind kind; /* an empty value, `~` and `null` are YAML_NOTHING */
	bool plain;          /* without quotes: it may mean something else than it says */
	bool flow;           /* in brackets, or inside of them */
	int line; /* of its key in a map, else of the value; from the `first_line` given */
	str key;  /* in a map */
	str text;
	str written;              /* the source from the value's begin to the end of that line */
	const struct yaml *items; /* of a list or map, in order */
	size_t count;
};

struct yaml_problem {
	int line;
	str message; /* libyaml's words, or ours for a limit */
};

/*
 * Reads the first document. False: not YAML, or past a limit; `*problem` says where and why.
 * An empty text is true and YAML_NOTHING. Pairs whose key is a list or map are left out. Views
 * into `text` last as long as `text`.
 */
bool yaml_read(struct arena *arena, str text, int first_line, struct yaml *root,
	struct yaml_problem *problem);

/* Whether a value without quotes is none: empty, `~`, `null`. */
bool yaml_is_null(str text);

/*
 * All texts in a value, in order: its own, those of a list and the lists in it, and of a map those
 * of `name` or, where it has none, those of its lists.
 */
strs yaml_texts(struct arena *arena, const struct yaml *value);

/* The first item of a map with this key, or NULL. */
const struct yaml *yaml_get(const struct yaml *map, const char *key);

#endif
