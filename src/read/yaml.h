/*
 * YAML -> a tree. The only file that knows libyaml. Events only, aliases are never expanded (an
 * alias is the text "*name"), limits of depth (32), size (64 KiB) and events (10,000) hold.
 */
#ifndef READ_YAML_H
#define READ_YAML_H

#include "base/str.h"

enum yaml_kind { YAML_NOTHING, YAML_TEXT, YAML_LIST, YAML_MAP };

struct yaml {
	enum yaml_kind kind;
	bool plain; /* a text without quotes: it may mean something else than it says */
	str key;    /* in a map */
	str text;
	int line;                 /* of the value, counted from the `first_line` that was given */
	const struct yaml *items; /* of a list or map, in order */
	size_t count;
};

struct yaml_problem {
	int line;
	str message; /* libyaml's words, or ours for a limit */
};

/*
 * Reads the first document. False: not YAML, or past a limit; `*problem` says where and why.
 * An empty text is true and YAML_NOTHING.
 */
bool yaml_read(struct arena *arena, str text, int first_line, struct yaml *root,
	struct yaml_problem *problem);

/* The first item of a map with this key, or NULL. */
const struct yaml *yaml_get(const struct yaml *map, const char *key);

#endif
