#include "store/ids.h"

#include "base/fail.h"
#include "store/call.h"

enum { LISTED_MOST = 6 }; /* of the items that an id fits */

static size_t
common_start(str a, str b)
{
	size_t length = 0;
	while (length < a.length && length < b.length && a.bytes[length] == b.bytes[length])
		length++;
	return length;
}

static str
shorten(struct db *db, struct arena *arena, str key)
{
	struct statement *neighbours = db_use(db, "neighbour_keys");
	bind_text(neighbours, ":key", key);
	size_t length = ID_LEAST;
	if (statement_step(neighbours)) {
		for (int i = 0; i < column_count(neighbours); i++) {
			size_t needed = common_start(key, column_text(neighbours, i)) + 1;
			if (needed > length)
				length = needed;
		}
	}
	str id = str_copy(arena, str_slice(key, 0, length));
	statement_reset(neighbours);
	return id;
}

void
ids_register(struct db *db)
{
	call_register_text(db, "short_id", shorten);
}

/* Crockford: letters that look like digits are those digits. */
static str
normalise(struct arena *arena, str typed)
{
	char *bytes = str_terminated(arena, str_trim(typed));
	for (char *c = bytes; *c; c++) {
		*c = to_lower(*c);
		*c = *c == 'o' ? '0' : *c == 'i' || *c == 'l' ? '1' : *c;
	}
	return str_from(bytes);
}

/* `names`: the id as it is looked for, and as it was typed. */
static bool
choose(struct db *db, struct arena *arena, const str names[2], struct item *item,
	struct docket_error *err)
{
	struct statement *found = db_use(db, "find_id");
	bind_text(found, ":start", names[0]);
	struct buffer list = { .arena = arena };
	size_t count = 0;
	for (; statement_step(found); count++) {
		*item = (struct item){ column_number(found, 0) == 2, column_number(found, 1) };
		if (count < LISTED_MOST)
			buffer_format(&list, "%s %.*s (%.*s)", count ? "," : "",
				STR_ARG(column_text(found, 2)), STR_ARG(column_text(found, 3)));
	}
	if (count > LISTED_MOST)
		buffer_format(&list, " and %zu more", count - LISTED_MOST);
	statement_reset(found);
	if (db_failed(db, err))
		return false;
	if (count > 1)
		return fail(err, DOCKET_AMBIGUOUS, "the id '%.*s' fits several:%.*s",
			STR_ARG(names[1]), STR_ARG(list.text));
	return count == 1 || fail(err, DOCKET_NOT_FOUND,
				     "there is no task or decision with the id '%.*s'; ids are in "
				     "the last column of "
				     "docket tasks and docket decisions",
				     STR_ARG(names[1]));
}

bool
ids_find(struct db *db, str typed, struct item *item, struct docket_error *err)
{
	struct arena arena = { 0 };
	str id = normalise(&arena, typed);
	bool found = id.length ? choose(db, &arena, (str[]){ id, typed }, item, err)
			       : fail(err, DOCKET_INVALID, "an id is needed, such as k3f9");
	arena_free(&arena);
	return found;
}
