#include "store/lookup.h"

#include "base/fail.h"
#include "base/utf8.h"
#include "identity/meeting.h"
#include "identity/names.h"
#include "store/call.h"

#include <stdlib.h>

/* How each kind of name is looked up and spoken of. */
static const struct {
	const char *exact; /* statements: the rows of a key, and all rows */
	const char *all;
	const char *noun;
	const char *command; /* that lists them */
} kinds[] = {
	[LOOKUP_PERSON] = { "find_person", "all_people", "person", "docket people" },
	[LOOKUP_ACCOUNT] = { "find_account", "all_accounts", "account", "docket accounts" },
	[LOOKUP_PROJECT] = { "find_project", "all_projects", "project", "docket tasks --json" },
	[LOOKUP_SERIES] = { "find_series", "all_series", "series", "docket meetings" },
};

struct lookup {
	struct db *db;
	struct arena *arena;
	enum lookup_kind kind;
	str typed, key;
	struct ids *ids;
	struct buffer names; /* of what fits, each once */
	str last_name;       /* of those */
	bool several;
	bool open;                 /* notes have the name, and do not say of whom */
	struct buffer suggestions; /* of what is near */
};

/* People known under a built-in word, such as `me`. */
static bool
find_me(struct lookup *lookup)
{
	if (lookup->kind != LOOKUP_PERSON || name_builtin(lookup->key) != PERSON_ME)
		return false;
	struct statement *me = db_use(lookup->db, "find_me");
	while (statement_step(me))
		*list_add(lookup->arena, lookup->ids) = column_number(me, 0);
	return lookup->ids->count > 0;
}

static bool
find_key(struct lookup *lookup, str key)
{
	struct statement *rows = db_use(lookup->db, kinds[lookup->kind].exact);
	bind_text(rows, ":key", key);
	while (statement_step(rows))
		*list_add(lookup->arena, lookup->ids) = column_number(rows, 0);
	return lookup->ids->count > 0;
}

/* A series is known by its name, or by what its titles have in common. */
static bool
find_exact(struct lookup *lookup)
{
	return find_key(lookup, lookup->key) ||
	       (lookup->kind == LOOKUP_SERIES &&
		       find_key(lookup, meeting_title_key(lookup->arena, lookup->typed)));
}

/* Whether `key` is a run of whole words of `full`. */
static bool
is_part(str key, str full)
{
	for (size_t from = 0, at; (at = str_find(str_skip(full, from), key)) != STR_NONE;
		from += at + 1) {
		size_t begin = from + at, end = begin + key.length;
		if ((begin == 0 || full.bytes[begin - 1] == ' ') &&
			(end == full.length || full.bytes[end] == ' '))
			return true;
	}
	return false;
}

static void
add_name(struct buffer *list, str name)
{
	buffer_format(list, "%s%.*s", list->text.length ? ", " : "", STR_ARG(name));
}

/* Rows come by name: what is spelled alike is meant together. */
static void
add_fit(struct lookup *lookup, str name)
{
	if (lookup->last_name.length && str_equal(name, lookup->last_name))
		return;
	lookup->several = lookup->last_name.length > 0;
	lookup->last_name = str_copy(lookup->arena, name);
	add_name(&lookup->names, name);
}

/* Whether the typed words may mean somebody of that name. */
static bool
may_mean(const struct lookup *lookup, str name, str key)
{
	return is_part(lookup->key, key) ||
	       (lookup->kind == LOOKUP_PERSON &&
		       name_is_short_for(lookup->arena, lookup->typed, name));
}

/* A name that notes leave open, because it fits several people, is none of them. */
static void
find_rivals(struct lookup *lookup)
{
	if (lookup->kind != LOOKUP_PERSON)
		return;
	struct statement *rows = db_use(lookup->db, "stranger_rivals");
	bind_text(rows, ":key", lookup->key);
	while (statement_step(rows))
		if (may_mean(lookup, column_text(rows, 0), column_text(rows, 1)))
			add_fit(lookup, column_text(rows, 0));
	lookup->open = lookup->several;
}

/* All rows whose name has the typed words in it; the nearest others are kept as suggestions. */
static void
find_part(struct lookup *lookup)
{
	struct statement *rows = db_use(lookup->db, kinds[lookup->kind].all);
	int nearest = (int)(lookup->key.length / 3) + 1;
	while (statement_step(rows)) {
		str name = column_text(rows, 1), key = column_text(rows, 2);
		if (may_mean(lookup, name, key)) {
			*list_add(lookup->arena, lookup->ids) = column_number(rows, 0);
			add_fit(lookup, name);
			continue;
		}
		int distance = name_distance_within(lookup->key, key, nearest);
		if (distance > nearest)
			continue;
		if (distance < nearest)
			lookup->suggestions.text.length = 0;
		nearest = distance;
		add_name(&lookup->suggestions, name);
	}
}

static int
compare_names(const void *left, const void *right)
{
	return str_compare(*(const str *)left, *(const str *)right);
}

/* Those that are nearest are few, and are sorted here. */
static str
nearest_people(struct db *db, struct arena *arena, str name)
{
	struct {
		LIST(str)
	} found = { 0 };
	str key = name_key(arena, name), sure = name_sure_part(arena, name);
	int nearest = (int)(key.length / 3) + 1;
	struct statement *rows = db_use(db, "known_people");
	while (statement_step(rows)) {
		str known = column_text(rows, 1);
		bool short_for = str_find(known, sure) != STR_NONE &&
				 name_is_short_for(arena, name, column_text(rows, 0));
		int distance = short_for ? 1 : name_distance_within(key, known, nearest);
		if (distance > nearest)
			continue;
		if (distance < nearest)
			found.count = 0;
		nearest = distance;
		*list_add(arena, &found) = str_copy(arena, column_text(rows, 0));
	}
	struct buffer names = { .arena = arena };
	if (found.count)
		qsort(found.items, found.count, sizeof(*found.items), compare_names);
	for (size_t i = 0; i < found.count; i++)
		add_name(&names, found.items[i]);
	return names.text;
}

/* `pair`: a name and a full name, a line each. The full name, or nothing. */
static str
is_short_for(struct db *db, struct arena *arena, str pair)
{
	(void)db;
	size_t line = str_find_char(pair, '\n');
	str full = str_skip(pair, line + 1);
	return name_is_short_for(arena, str_slice(pair, 0, line), full) ? full : (str){ 0 };
}

static str
clean_name(struct db *db, struct arena *arena, str written)
{
	(void)db;
	(void)arena;
	return name_clean(written);
}

/* "me" or "team", when that is what everybody calls them; else nothing. */
static str
builtin_kind(struct db *db, struct arena *arena, str key)
{
	(void)db;
	(void)arena;
	enum person_kind kind = name_builtin(key);
	return kind == PERSON_ME ? STR("me") : kind == PERSON_TEAM ? STR("team") : (str){ 0 };
}

static str
text_key(struct db *db, struct arena *arena, str text)
{
	(void)db;
	return utf8_fold(arena, text);
}

static str
text_lower(struct db *db, struct arena *arena, str text)
{
	(void)db;
	return utf8_lower(arena, text);
}

/* `pair`: two texts, a line each. In how many characters they differ. */
static str
text_distance(struct db *db, struct arena *arena, str pair)
{
	(void)db;
	size_t line = str_find_char(pair, '\n');
	return str_format(arena, "%zu",
		docket_text_distance(str_slice(pair, 0, line), str_skip(pair, line + 1)));
}

void
lookup_register(struct db *db)
{
	call_register_text(db, "text_lower", text_lower);
	call_register_text(db, "text_distance", text_distance);
	call_register_text(db, "text_key", text_key);
	call_register_text(db, "builtin_kind", builtin_kind);
	call_register_text(db, "name_clean", clean_name);
	call_register_text(db, "is_short_for", is_short_for);
	call_register_text(db, "nearest_people", nearest_people);
}

static bool
fail_unknown(const struct lookup *lookup, struct docket_error *err)
{
	const char *noun = kinds[lookup->kind].noun, *command = kinds[lookup->kind].command;
	if (lookup->kind == LOOKUP_PERSON && name_builtin(lookup->key) == PERSON_ME)
		return fail(err, DOCKET_NOT_FOUND,
			"who are you? Write 'me: YOUR NAME' into the configuration "
			"(docket-config(5)) and "
			"import again");
	if (lookup->suggestions.text.length)
		return fail(err, DOCKET_NOT_FOUND, "there is no %s '%.*s'; did you mean: %.*s?",
			noun, STR_ARG(lookup->typed), STR_ARG(lookup->suggestions.text));
	return fail(err, DOCKET_NOT_FOUND, "there is no %s '%.*s'; see: %s", noun,
		STR_ARG(lookup->typed), command);
}

static bool
fail_several(const struct lookup *lookup, struct docket_error *err)
{
	str typed = lookup->typed;
	if (lookup->open)
		return fail(err, DOCKET_AMBIGUOUS,
			"'%.*s' fits several: %.*s; for notes that say no more than '%.*s': docket "
			"check",
			STR_ARG(typed), STR_ARG(lookup->names.text), STR_ARG(typed));
	return fail(err, DOCKET_AMBIGUOUS, "'%.*s' fits several: %.*s", STR_ARG(typed),
		STR_ARG(lookup->names.text));
}

bool
lookup(struct db *db, struct arena *arena, struct typed typed, struct ids *ids,
	struct docket_error *err)
{
	bool person = typed.kind == LOOKUP_PERSON;
	struct lookup lookup = { .db = db,
		.arena = arena,
		.kind = typed.kind,
		.typed = typed.name,
		.key = person ? name_key(arena, typed.name) : utf8_fold(arena, typed.name),
		.ids = ids,
		.names = { .arena = arena },
		.suggestions = { .arena = arena } };
	if (!lookup.key.length)
		return fail(err, DOCKET_INVALID, "the name of %s %s is needed",
			typed.kind == LOOKUP_ACCOUNT ? "an" : "a", kinds[typed.kind].noun);
	if (find_exact(&lookup))
		find_rivals(&lookup);
	else if (!find_me(&lookup))
		find_part(&lookup);
	if (db_failed(db, err))
		return false;
	if (!ids->count)
		return fail_unknown(&lookup, err);
	return !lookup.several || fail_several(&lookup, err);
}
