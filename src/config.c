/* The configuration file: YAML -> directory. The keys are those of docket-config(5). */
#include "base/fail.h"
#include "base/utf8.h"
#include "identity/directory.h"
#include "read/file.h"
#include "read/yaml.h"

#include <string.h>

struct reader {
	struct docket_directory *directory;
	const char *path;
};

/* A key, how its value is read, and what that is called. */
struct key {
	const char *name;
	const char *expected;
	bool (*read)(struct reader *reader, const struct key *key, const struct yaml *value);
	enum directory_list list;
};

/* The nearest of the known keys may be this far away. */
enum { NEAR = 2 };

static void
warn(struct reader *reader, int line, str message)
{
	struct arena *arena = directory_arena(reader->directory);
	directory_warn(reader->directory,
		str_format(arena, "%s:%d: %.*s", reader->path, line, STR_ARG(message)));
}

static const char *
find_near(struct arena *arena, str name, const struct key *keys, size_t count)
{
	str key = utf8_fold(arena, name);
	int least = NEAR + 1;
	const char *near = NULL;
	for (size_t i = 0; i < count; i++) {
		int distance = name_distance(key, str_from(keys[i].name));
		if (distance < least)
			near = keys[i].name;
		least = distance < least ? distance : least;
	}
	return near;
}

static void
warn_unknown(struct reader *reader, const struct yaml *item, const struct key *keys, size_t count)
{
	struct arena *arena = directory_arena(reader->directory);
	const char *near = find_near(arena, item->key, keys, count);
	str message = near ? str_format(arena, "unknown key '%.*s' (did you mean '%s'?)",
				     STR_ARG(item->key), near)
			   : str_format(arena, "unknown key '%.*s'", STR_ARG(item->key));
	warn(reader, item->line, message);
}

static void
read_key(struct reader *reader, const struct key *key, const struct yaml *value)
{
	if (value->kind != YAML_NOTHING && !key->read(reader, key, value))
		warn(reader, value->line,
			str_format(directory_arena(reader->directory), "'%.*s' should be %s",
				STR_ARG(value->key), key->expected));
}

static void
read_keys(struct reader *reader, const struct yaml *map, const struct key *keys, size_t count)
{
	for (size_t i = 0; i < map->count; i++) {
		const struct yaml *item = &map->items[i];
		size_t at = 0;
		while (at < count && !str_equal(item->key, str_from(keys[at].name)))
			at++;
		if (at < count)
			read_key(reader, &keys[at], item);
		else
			warn_unknown(reader, item, keys, count);
	}
}

static bool
read_me(struct reader *reader, const struct key *key, const struct yaml *value)
{
	(void)key;
	if (value->kind == YAML_TEXT)
		directory_set_me(reader->directory, value->text);
	return value->kind == YAML_TEXT;
}

/* A text stands for a list of one. */
static struct yaml
as_list(const struct yaml *value)
{
	struct yaml list = *value;
	if (value->kind == YAML_TEXT)
		list = (struct yaml){ .kind = YAML_LIST, .items = value, .count = 1 };
	return list;
}

static bool
is_texts(const struct yaml *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind != YAML_TEXT && list->items[i].kind != YAML_NOTHING)
			return false;
	return list->kind == YAML_LIST;
}

static bool
read_list(struct reader *reader, const struct key *key, const struct yaml *value)
{
	struct yaml list = as_list(value);
	if (!is_texts(&list))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].kind == YAML_TEXT)
			directory_add(reader->directory, key->list, list.items[i].text);
	return true;
}

static void
add_spelling(struct reader *reader, const struct key *key, const struct yaml *name,
	const struct yaml *spelling)
{
	str before =
		directory_add_spelling(reader->directory, key->list, name->key, spelling->text);
	if (before.length)
		warn(reader, spelling->line,
			str_format(directory_arena(reader->directory),
				"'%.*s' meant %.*s before and means %.*s from here on",
				STR_ARG(spelling->text), STR_ARG(before), STR_ARG(name->key)));
}

/* The other spellings of one name. */
static bool
read_spellings(struct reader *reader, const struct key *key, const struct yaml *value)
{
	struct yaml list = as_list(value);
	if (!is_texts(&list))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].kind == YAML_TEXT)
			add_spelling(reader, key, value, &list.items[i]);
	return true;
}

static bool
read_names(struct reader *reader, const struct key *key, const struct yaml *value)
{
	const struct key spellings = { NULL, "a list of other spellings", read_spellings,
		key->list };
	for (size_t i = 0; value->kind == YAML_MAP && i < value->count; i++) {
		directory_add(reader->directory, key->list, value->items[i].key);
		read_key(reader, &spellings, &value->items[i]);
	}
	return value->kind == YAML_MAP;
}

static bool
read_query(struct reader *reader, const struct key *key, const struct yaml *value)
{
	(void)key;
	if (value->kind == YAML_TEXT)
		directory_set_query(reader->directory, value->key, value->text);
	return value->kind == YAML_TEXT;
}

static bool
read_queries(struct reader *reader, const struct key *key, const struct yaml *value)
{
	const struct key query = { NULL, "the text of a query", read_query, key->list };
	for (size_t i = 0; value->kind == YAML_MAP && i < value->count; i++)
		read_key(reader, &query, &value->items[i]);
	return value->kind == YAML_MAP;
}

/* clang-format off */
static const struct key headings[] = {
	{ "tasks",     "a list of headings", read_list, DIRECTORY_TASK_HEADINGS },
	{ "decisions", "a list of headings", read_list, DIRECTORY_DECISION_HEADINGS },
};
/* clang-format on */

static bool
read_headings(struct reader *reader, const struct key *key, const struct yaml *value)
{
	(void)key;
	if (value->kind == YAML_MAP)
		read_keys(reader, value, headings, sizeof(headings) / sizeof(*headings));
	return value->kind == YAML_MAP;
}

#define NAMES "names, each with its other spellings"

/* clang-format off */
static const struct key keys[] = {
	{ "me",              "one name",                read_me,       0 },
	{ "people",          NAMES,                     read_names,    DIRECTORY_PEOPLE },
	{ "teams",           "a list of names",         read_list,     DIRECTORY_TEAMS },
	{ "accounts",        NAMES,                     read_names,    DIRECTORY_ACCOUNTS },
	{ "account_folders", "a list of patterns",      read_list,     DIRECTORY_ACCOUNT_FOLDERS },
	{ "exclude",         "a list of patterns",      read_list,     DIRECTORY_EXCLUDE },
	{ "headings",        "'tasks' and 'decisions'", read_headings, 0 },
	{ "queries",         "names, each with a query", read_queries, 0 },
};
/* clang-format on */

static bool
read_file(struct reader *reader, str *bytes, struct docket_error *err)
{
	struct docket_error reason = { 0 };
	struct file_stamp stamp;
	if (!file_read(directory_arena(reader->directory), reader->path, bytes, &stamp, &reason))
		return fail(err, reason.code == DOCKET_SKIPPED ? DOCKET_INVALID : reason.code, "%s",
			reason.message);
	if (bytes->length > YAML_MOST)
		return fail(err, DOCKET_INVALID, "%s: larger than %d KiB", reader->path,
			YAML_MOST / 1024);
	return true;
}

bool
docket_directory_read(
	struct docket_directory *directory, const char *path, struct docket_error *err)
{
	struct reader reader = { directory, path };
	struct yaml root;
	struct yaml_problem problem;
	str bytes;
	if (strcmp(path, "/dev/null") == 0)
		return true;
	if (!read_file(&reader, &bytes, err))
		return false;
	if (!yaml_read(directory_arena(directory), bytes, 1, &root, &problem))
		return fail(err, DOCKET_INVALID, "%s:%d: not YAML: %.*s", path, problem.line,
			STR_ARG(problem.message));
	if (root.kind != YAML_MAP && root.kind != YAML_NOTHING)
		return fail(
			err, DOCKET_INVALID, "%s:%d: no 'key: value' at the top", path, root.line);
	read_keys(&reader, &root, keys, sizeof(keys) / sizeof(*keys));
	return true;
}
