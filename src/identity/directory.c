#include "identity/directory.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

struct texts {
	LIST(str)
};

struct spellings {
	LIST(struct directory_spelling)
};

/* Sorted things of one size, each with a text first. */
struct range {
	const void *bytes;
	size_t count;
	size_t size;
};

struct docket_directory {
	struct arena arena;
	str me, me_key;
	struct texts lists[DIRECTORY_LIST_COUNT];
	struct spellings spellings[DIRECTORY_ACCOUNTS + 1];
	struct spellings queries; /* from name to text */
	struct texts warnings;
};

struct docket_directory *
docket_directory_new(void)
{
	return memory_alloc(sizeof(struct docket_directory));
}

void
docket_directory_free(struct docket_directory *directory)
{
	if (!directory)
		return;
	arena_free(&directory->arena);
	free(directory);
}

/* Where a text is or belongs; whether it is there. */
static bool
find_place(struct range things, str text, size_t *at)
{
	size_t low = 0, high = things.count;
	int order = 1;
	while (low < high && order) {
		size_t middle = low + (high - low) / 2;
		order = str_compare(
			*(const str *)((const char *)things.bytes + middle * things.size), text);
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*at = order ? low : high;
	return !order;
}

static bool
find_spelling(const struct spellings *spellings, str key, size_t *at)
{
	return find_place(
		(struct range){ spellings->items, spellings->count, sizeof(*spellings->items) },
		key, at);
}

static str
get_spelling(const struct spellings *spellings, str key)
{
	size_t at;
	return find_spelling(spellings, key, &at) ? spellings->items[at].name : (str){ 0 };
}

/* Gives the name until now. */
static str
set_spelling(struct arena *arena, struct spellings *spellings, str written, str key, str name)
{
	size_t at;
	if (!find_spelling(spellings, key, &at)) {
		size_t behind = spellings->count - at;
		list_add(arena, spellings);
		struct directory_spelling *place = spellings->items + at;
		memmove(place + 1, place, behind * sizeof(*place));
		*place = (struct directory_spelling){ .key = str_copy(arena, key),
			.written = str_copy(arena, written) };
	}
	str before = spellings->items[at].name;
	spellings->items[at].name = str_copy(arena, name);
	return before;
}

static void
add_text(struct arena *arena, struct texts *texts, str text)
{
	size_t at;
	if (find_place(
		    (struct range){ texts->items, texts->count, sizeof(*texts->items) }, text, &at))
		return;
	size_t behind = texts->count - at;
	list_add(arena, texts);
	memmove(texts->items + at + 1, texts->items + at, behind * sizeof(*texts->items));
	texts->items[at] = str_copy(arena, text);
}

struct docket_str
docket_directory_me(const struct docket_directory *directory)
{
	str name = get_spelling(&directory->spellings[DIRECTORY_PEOPLE], directory->me_key);
	return name.length ? name : directory->me;
}

struct docket_strs
docket_directory_warnings(const struct docket_directory *directory)
{
	return (strs){ directory->warnings.items, directory->warnings.count };
}

struct directory_match
directory_find_person(const struct docket_directory *directory, str key)
{
	if (!key.length)
		return (struct directory_match){ PERSON_UNKNOWN, { 0 } };
	str me = docket_directory_me(directory);
	if (str_equal(key, directory->me_key))
		return (struct directory_match){ PERSON_ME, me };
	str name = get_spelling(&directory->spellings[DIRECTORY_PEOPLE], key);
	if (name.length)
		return (struct directory_match){ str_equal(name, me) ? PERSON_ME : PERSON_PERSON,
			name };
	name = get_spelling(&directory->spellings[DIRECTORY_TEAMS], key);
	return (struct directory_match){ name.length ? PERSON_TEAM : PERSON_UNKNOWN, name };
}

str
directory_find_account(const struct docket_directory *directory, str key)
{
	return get_spelling(&directory->spellings[DIRECTORY_ACCOUNTS], key);
}

/* Whether one part of a path fits; what its `*` stands for goes to `*star`. */
static bool
fit_part(str pattern, str part, str *star)
{
	size_t at = str_find_char(pattern, '*');
	if (at == STR_NONE)
		return str_equal(pattern, part);
	str start = str_slice(pattern, 0, at), end = str_skip(pattern, at + 1);
	if (part.length <= start.length + end.length || !str_starts(part, start) ||
		!str_ends(part, end))
		return false;
	*star = str_slice(part, start.length, part.length - end.length);
	return true;
}

/* Whether the pattern fits the folders that the path begins with. */
static bool
fit_folders(str pattern, str path, str *star)
{
	str part, folder;
	while (str_next_part(&pattern, '/', &part)) {
		if (!part.length)
			continue;
		if (!str_next_part(&path, '/', &folder) || !path.bytes ||
			!fit_part(part, folder, star))
			return false;
	}
	return star->length > 0;
}

str
directory_folder_account(const struct docket_directory *directory, str path)
{
	const struct texts *patterns = &directory->lists[DIRECTORY_ACCOUNT_FOLDERS];
	for (size_t i = 0; i < patterns->count; i++) {
		str rest = path, folder;
		do {
			str star = { 0 };
			if (fit_folders(patterns->items[i], rest, &star))
				return star;
		} while (str_next_part(&rest, '/', &folder));
	}
	return (str){ 0 };
}

strs
directory_list(const struct docket_directory *directory, enum directory_list list)
{
	return (strs){ directory->lists[list].items, directory->lists[list].count };
}

const struct directory_spelling *
directory_spellings(
	const struct docket_directory *directory, enum directory_list list, size_t *count)
{
	*count = directory->spellings[list].count;
	return directory->spellings[list].items;
}

struct docket_str
docket_directory_query(const struct docket_directory *directory, const char *name)
{
	return get_spelling(&directory->queries, str_from(name));
}

struct docket_str
docket_directory_query_name(const struct docket_directory *directory, size_t index)
{
	return index < directory->queries.count ? directory->queries.items[index].key : (str){ 0 };
}

/* Lengths go in too, so that no two directories give the same bytes. */
static void
add_hashed(struct buffer *buffer, str text)
{
	buffer_format(buffer, "%zu:", text.length);
	buffer_add(buffer, text);
}

struct hash
directory_fingerprint(const struct docket_directory *directory)
{
	struct arena arena = { 0 };
	struct buffer bytes = { .arena = &arena };
	add_hashed(&bytes, directory->me);
	for (size_t list = 0; list < DIRECTORY_LIST_COUNT; list++) {
		buffer_add_char(&bytes, '\n');
		for (size_t i = 0; i < directory->lists[list].count; i++)
			add_hashed(&bytes, directory->lists[list].items[i]);
	}
	for (size_t list = 0; list <= DIRECTORY_ACCOUNTS; list++) {
		buffer_add_char(&bytes, '\n');
		for (size_t i = 0; i < directory->spellings[list].count; i++) {
			add_hashed(&bytes, directory->spellings[list].items[i].key);
			add_hashed(&bytes, directory->spellings[list].items[i].name);
		}
	}
	struct hash hash = hash_text(bytes.text);
	arena_free(&arena);
	return hash;
}

struct arena *
directory_arena(struct docket_directory *directory)
{
	return &directory->arena;
}

void
directory_set_me(struct docket_directory *directory, str name)
{
	directory->me = str_copy(&directory->arena, name);
	directory->me_key = name_key(&directory->arena, name);
}

void
directory_set_query(struct docket_directory *directory, str name, str text)
{
	set_spelling(&directory->arena, &directory->queries, name, name, text);
}

void
directory_add(struct docket_directory *directory, enum directory_list list, str text)
{
	if (list <= DIRECTORY_ACCOUNTS)
		directory_add_spelling(directory, list, text, text);
	else
		add_text(&directory->arena, &directory->lists[list], text);
}

str
directory_add_spelling(
	struct docket_directory *directory, enum directory_list list, str name, str spelling)
{
	struct arena *arena = &directory->arena;
	bool person = list == DIRECTORY_PEOPLE || list == DIRECTORY_TEAMS;
	str key = person ? name_key(arena, spelling) : utf8_fold(arena, spelling);
	add_text(arena, &directory->lists[list], name);
	str before = set_spelling(arena, &directory->spellings[list], spelling, key, name);
	return str_equal(before, name) ? (str){ 0 } : before;
}

void
directory_warn(struct docket_directory *directory, str warning)
{
	*list_add(&directory->arena, &directory->warnings) = str_copy(&directory->arena, warning);
}
