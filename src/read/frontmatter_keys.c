#include "read/frontmatter_keys.h"

#include "base/utf8.h"
#include "read/frontmatter_values.h"

#include <stdlib.h>

/* A row per key, as fold_key leaves it. Of synonyms, the first that has a value counts. */
struct row {
	const char *key;
	frontmatter_value *read;
	size_t field;
};

/* clang-format off */
#define FIELD(name) offsetof(struct frontmatter, name)
static const struct row rows[] = {
	{ "title",           frontmatter_read_text,   FIELD(title) },
	{ "titel",           frontmatter_read_text,   FIELD(title) },
	{ "titre",           frontmatter_read_text,   FIELD(title) },
	{ "titulo",          frontmatter_read_text,   FIELD(title) },
	{ "type",            frontmatter_read_name,   FIELD(type) },
	{ "category",        frontmatter_read_name,   FIELD(type) },
	{ "categories",      frontmatter_read_name,   FIELD(type) },
	{ "date",            frontmatter_read_date,   FIELD(date) },
	{ "start_time",      frontmatter_read_date,   FIELD(date) },
	{ "datum",           frontmatter_read_date,   FIELD(date) },
	{ "fecha",           frontmatter_read_date,   FIELD(date) },
	{ "created",         frontmatter_read_date,   FIELD(date) },
	{ "account",         frontmatter_read_only,   FIELD(account) },
	{ "customer",        frontmatter_read_only,   FIELD(account) },
	{ "client",          frontmatter_read_only,   FIELD(account) },
	{ "company",         frontmatter_read_only,   FIELD(account) },
	{ "org",             frontmatter_read_only,   FIELD(account) },
	{ "counterpart",     frontmatter_read_only,   FIELD(account) },
	{ "kunde",           frontmatter_read_only,   FIELD(account) },
	{ "cliente",         frontmatter_read_only,   FIELD(account) },
	{ "klant",           frontmatter_read_only,   FIELD(account) },
	{ "project",         frontmatter_read_only,   FIELD(project) },
	{ "projekt",         frontmatter_read_only,   FIELD(project) },
	{ "projet",          frontmatter_read_only,   FIELD(project) },
	{ "proyecto",        frontmatter_read_only,   FIELD(project) },
	{ "series",          frontmatter_read_name,   FIELD(series) },
	{ "source",          frontmatter_read_target, FIELD(source) },
	{ "source",          frontmatter_read_is_link, FIELD(source_is_link) },
	{ "source_ref",      frontmatter_read_target, FIELD(source_ref) },
	{ "fathom_id",       frontmatter_read_target, FIELD(source_ref) },
	{ "granola_id",      frontmatter_read_target, FIELD(source_ref) },
	{ "participants",    frontmatter_read_people, FIELD(participants) },
	{ "attendees",       frontmatter_read_people, FIELD(participants) },
	{ "other_attendees", frontmatter_read_people, FIELD(participants) },
	{ "attendees_raw",   frontmatter_read_people, FIELD(participants) },
	{ "people",          frontmatter_read_people, FIELD(participants) },
	{ "members",         frontmatter_read_people, FIELD(participants) },
	{ "with",            frontmatter_read_people, FIELD(participants) },
	{ "person",          frontmatter_read_people, FIELD(participants) },
	{ "teilnehmer",      frontmatter_read_people, FIELD(participants) },
	{ "asistentes",      frontmatter_read_people, FIELD(participants) },
	{ "participantes",   frontmatter_read_people, FIELD(participants) },
	{ "deelnemers",      frontmatter_read_people, FIELD(participants) },
	{ "tags",            frontmatter_read_tags,   FIELD(tags) },
	{ "action_items",    frontmatter_read_tree,   FIELD(tasks) },
	{ "actions",         frontmatter_read_tree,   FIELD(tasks) },
	{ "tasks",           frontmatter_read_tree,   FIELD(tasks) },
	{ "decisions",       frontmatter_read_tree,   FIELD(decisions) },
};
/* clang-format on */

/* "Action Items", "action-items" and "action_items" are one key, "título" and "Titulo" too. */
static str
fold_key(struct arena *arena, str key)
{
	str folded = utf8_fold(arena, key);
	char *bytes = str_terminated(arena, folded);
	for (size_t i = 0; i < folded.length; i++)
		if (is_blank(bytes[i]) || bytes[i] == '-')
			bytes[i] = '_';
	return (str){ bytes, folded.length };
}

struct keyed {
	str key;
	size_t index;
};

static int
compare_keyed(const void *left, const void *right)
{
	const struct keyed *a = left, *b = right;
	int order = str_compare(a->key, b->key);
	return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* For each text, whether one before it is equal. */
static bool *
find_repeated(struct arena *arena, const str *texts, size_t count)
{
	bool *repeated = arena_array(arena, count, sizeof(*repeated));
	struct keyed *sorted = arena_array(arena, count, sizeof(*sorted));
	for (size_t i = 0; i < count; i++)
		sorted[i] = (struct keyed){ texts[i], i };
	if (count)
		qsort(sorted, count, sizeof(*sorted), compare_keyed);
	for (size_t i = 1; i < count; i++)
		repeated[sorted[i].index] = str_equal(sorted[i - 1].key, sorted[i].key);
	return repeated;
}

/* Each text once; spellings that fold alike are one. */
static strs
list_once(struct arena *arena, const struct frontmatter_people *texts)
{
	str *folded = arena_array(arena, texts->count, sizeof(*folded));
	for (size_t i = 0; i < texts->count; i++)
		folded[i] = utf8_fold(arena, texts->items[i]);
	const bool *repeated = find_repeated(arena, folded, texts->count);
	size_t count = 0;
	for (size_t i = 0; i < texts->count; i++)
		if (!repeated[i])
			texts->items[count++] = texts->items[i];
	return (strs){ texts->items, count };
}

/* For each key, whether one before it is the same; remarks on it. */
static const bool *
find_repeated_keys(struct frontmatter_reader *reader, const struct yaml *map, const str *keys)
{
	const bool *repeated = find_repeated(reader->arena, keys, map->count);
	for (size_t i = 0; i < map->count; i++)
		if (repeated[i])
			remark(reader->remarks, map->items[i].line, DOCKET_REMARK_DUPLICATE_KEY,
				"%.*s: stands twice, the first one counts; remove this one",
				STR_ARG(map->items[i].key));
	return repeated;
}

void
frontmatter_read_keys(struct arena *arena, const struct yaml *map, struct remarks *remarks,
	struct frontmatter *result)
{
	struct frontmatter_reader reader = { .arena = arena, .remarks = remarks, .result = result };
	str *keys = arena_array(arena, map->count, sizeof(*keys));
	for (size_t i = 0; i < map->count; i++)
		keys[i] = fold_key(arena, map->items[i].key);
	const bool *repeated = find_repeated_keys(&reader, map, keys);
	for (size_t at = 0; at < sizeof(rows) / sizeof(*rows); at++)
		for (size_t i = 0; i < map->count; i++)
			if (!repeated[i] && str_may_start(keys[i], rows[at].key) &&
				str_equal(keys[i], str_from(rows[at].key)))
				rows[at].read(
					&reader, &map->items[i], (char *)result + rows[at].field);
	result->participants = list_once(arena, &reader.participants);
	result->tags = list_once(arena, &reader.tags);
}
