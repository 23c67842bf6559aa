/* The settings of a vault: JSON, as SQLite reads it -> how to read its notes. */
#include "vault.h"

#include "base/fail.h"
#include "base/utf8.h"
#include "query/presets.h"
#include "read/file.h"
#include "read/file_date.h"
#include "store/db.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { SETTINGS_MOST = 1024 * 1024 }; /* bytes */

#define SETTINGS "/.obsidian/plugins/obsidian-tasks-plugin/data.json"

struct statuses {
	LIST(struct docket_status)
};

struct docket_vault {
	struct arena arena;
	const char *root; /* NULL: none */
	struct statuses statuses;
	struct docket_reading reading;
	struct {
		LIST(str)
	} name_folders; /* the day in a file's name counts below these only; none: everywhere */
	bool scheduled_by_name; /* below some folder, maybe not where the vault was looked for */
	struct vault_queries queries;
	struct {
		LIST(struct query_preset)
	} presets;
	str warning;
};

/* Where the settings leave the first two statuses out; they cannot be removed in the plugin. */
static const struct docket_status core[] = {
	{ { " ", 1 }, { "Todo", 4 }, DOCKET_STATUS_TODO },
	{ { "x", 1 }, { "Done", 4 }, DOCKET_STATUS_DONE },
};

static bool
is_folder(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* The path from the root of the file system, links in it as they are where that is possible. */
static str
make_absolute(struct arena *arena, const char *path)
{
	if (path[0] == '/' && !strstr(path, "/."))
		return str_copy(arena, str_from(path));
	char *real = memory_real_path(path);
	str absolute = str_copy(arena, str_from(real));
	free(real);
	return absolute;
}

static const char *
find_root(struct arena *arena, const char *path)
{
	str folder = make_absolute(arena, path);
	while (folder.length) {
		while (str_ends(folder, STR("/")))
			folder = str_slice(folder, 0, folder.length - 1);
		str inside = str_format(arena, "%.*s/.obsidian", STR_ARG(folder));
		if (is_folder(inside.bytes))
			return folder.length ? str_terminated(arena, folder) : "/";
		folder = str_slice(folder, 0, str_find_last_char(folder, '/') + 1);
	}
	return NULL;
}

static enum docket_status_type
find_type(str name)
{
	for (int type = DOCKET_STATUS_TODO; type <= DOCKET_STATUS_NON_TASK; type++) {
		enum docket_status_type found = (enum docket_status_type)type;
		if (str_equal(name, str_from(docket_status_type_name(found))))
			return found;
	}
	return DOCKET_STATUS_TODO;
}

/* JSON can spell what is no character: "\\ud800". */
static str
take_text(struct docket_vault *vault, const struct statement *s, int column)
{
	str text = column_text(s, column);
	return utf8_valid(text) ? str_copy(&vault->arena, text) : STR("\xEF\xBF\xBD");
}

static void
read_statuses(struct docket_vault *vault, struct db *db, str json, bool has_core)
{
	for (size_t i = 0; !has_core && i < 2; i++)
		*list_add(&vault->arena, &vault->statuses) = core[i];
	struct statement *s = db_use(db, "vault_statuses");
	bind_text(s, ":json", json);
	while (statement_step(s)) {
		struct docket_status *status = list_add(&vault->arena, &vault->statuses);
		status->symbol = take_text(vault, s, 0);
		status->name = take_text(vault, s, 1);
		status->type = find_type(column_text(s, 2));
	}
	vault->reading.statuses = vault->statuses.items;
	vault->reading.status_count = vault->statuses.count;
}

static void
read_name_folders(struct docket_vault *vault, struct db *db, str json)
{
	struct statement *s = db_use(db, "vault_name_folders");
	bind_text(s, ":json", json);
	while (statement_step(s))
		*list_add(&vault->arena, &vault->name_folders) = take_text(vault, s, 0);
}

/* Presets that are there replace the usual ones, also when they are none. */
static void
read_queries(struct docket_vault *vault, struct db *db, str json)
{
	struct statement *s = db_use(db, "vault_queries");
	bind_text(s, ":json", json);
	bool own = false;
	if (statement_step(s)) {
		vault->queries.global = take_text(vault, s, 0);
		own = column_number(s, 1);
	}
	s = db_use(db, "vault_presets");
	bind_text(s, ":json", json);
	while (statement_step(s))
		*list_add(&vault->arena, &vault->presets) =
			(struct query_preset){ take_text(vault, s, 0), take_text(vault, s, 1) };
	if (own) {
		vault->queries.presets = vault->presets.items;
		vault->queries.preset_count = vault->presets.count;
	}
}

static bool
read_json(struct docket_vault *vault, struct db *db, str json, struct docket_error *err)
{
	struct statement *s = db_use(db, "vault_is_settings");
	bind_text(s, ":json", json);
	if (!statement_number(s, 0))
		return fail(err, DOCKET_INVALID, "not a JSON object");
	s = db_use(db, "vault_settings");
	bind_text(s, ":json", json);
	if (statement_step(s)) {
		vault->reading.global_filter = take_text(vault, s, 0);
		vault->reading.dataview = column_number(s, 1);
		vault->reading.scheduled_by_name = column_number(s, 4);
		vault->reading.name_pattern = take_text(vault, s, 5);
		if (column_number(s, 2))
			read_statuses(vault, db, json, column_number(s, 3));
	}
	read_name_folders(vault, db, json);
	read_queries(vault, db, json);
	return !db_failed(db, err);
}

static bool
parse_settings(struct docket_vault *vault, str bytes, struct docket_error *err)
{
	size_t mark = str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
	if (bytes.length > SETTINGS_MOST)
		return fail(err, DOCKET_INVALID, "larger than 1 MiB");
	if (!utf8_valid(bytes))
		return fail(err, DOCKET_INVALID, "not UTF-8");
	struct db *db = db_open(NULL, DB_WRITE, err);
	bool read = db && read_json(vault, db, str_skip(bytes, mark), err);
	/* The defaults would be taken for what the settings say. */
	if (!db || db_lacks_memory(db))
		memory_ran_out();
	db_close(db);
	return read;
}

static void
read_settings(struct docket_vault *vault)
{
	struct arena arena = { 0 };
	struct docket_error err = { 0 };
	struct file_stamp stamp;
	const char *path = str_format(&vault->arena, "%s" SETTINGS, vault->root).bytes;
	str bytes;
	if (!file_read(&arena, path, &bytes, &stamp, &err)) {
		if (err.code != DOCKET_NOT_FOUND)
			vault->warning = str_format(&vault->arena, "%s", err.message);
	} else if (!parse_settings(vault, bytes, &err)) {
		vault->reading = (struct docket_reading){ 0 };
		vault->warning = str_format(&vault->arena,
			"%s: %s; the defaults of the Tasks plugin are used", path, err.message);
	}
	arena_free(&arena);
}

/* Whether a path of the vault, or the notes of a folder, are below one of the named folders. */
static bool
is_below_name_folders(struct docket_vault *vault, const char *path)
{
	str inside = str_skip(make_absolute(&vault->arena, path), strlen(vault->root));
	while (str_starts(inside, STR("/")))
		inside = str_skip(inside, 1);
	inside = str_format(&vault->arena, "%.*s/", STR_ARG(inside));
	for (size_t i = 0; i < vault->name_folders.count; i++) {
		str folder = vault->name_folders.items[i];
		if (str_starts(inside, folder) &&
			str_starts(str_skip(inside, folder.length), STR("/")))
			return true;
	}
	return !vault->name_folders.count;
}

static void
read_vault(struct docket_vault *vault, const char *path)
{
	struct docket_reading *reading = &vault->reading;
	read_settings(vault);
	if (reading->scheduled_by_name && reading->name_pattern.length &&
		!file_date_can_read(reading->name_pattern)) {
		vault->warning = str_format(&vault->arena,
			"%s" SETTINGS ": docket does not know the pattern "
			"filenameAsScheduledDateFormat '%.*s'; of file names it reads YYYY-MM-DD "
			"and YYYYMMDD only",
			vault->root, STR_ARG(reading->name_pattern));
		reading->name_pattern = (str){ 0 };
	}
	vault->scheduled_by_name = reading->scheduled_by_name;
	reading->scheduled_by_name =
		reading->scheduled_by_name && is_below_name_folders(vault, path);
}

struct docket_vault *
docket_vault_find(const char *path)
{
	struct docket_vault *vault = memory_alloc(sizeof(*vault));
	vault->queries.presets = presets_usual(&vault->arena, &vault->queries.preset_count);
	vault->root = find_root(&vault->arena, path);
	if (vault->root)
		read_vault(vault, path);
	return vault;
}

const char *
docket_vault_root(const struct docket_vault *vault)
{
	return vault->root;
}

struct docket_reading
docket_vault_reading(const struct docket_vault *vault)
{
	return vault->reading;
}

struct docket_str
docket_vault_warning(const struct docket_vault *vault)
{
	return vault->warning;
}

void
docket_vault_free(struct docket_vault *vault)
{
	if (!vault)
		return;
	arena_free(&vault->arena);
	free(vault);
}

struct vault_queries
vault_queries(const struct docket_vault *vault)
{
	return vault->queries;
}

static void
add_text(struct buffer *buffer, str text)
{
	buffer_format(buffer, "%zu:", text.length);
	buffer_add(buffer, text);
}

struct hash
vault_fingerprint(const struct docket_vault *vault)
{
	struct arena arena = { 0 };
	struct buffer all = { .arena = &arena };
	const struct docket_reading *reading = &vault->reading;
	buffer_format(&all, "%d %d %d ", reading->dataview, reading->statuses != NULL,
		vault->scheduled_by_name);
	add_text(&all, reading->global_filter);
	add_text(&all, reading->name_pattern);
	for (size_t i = 0; i < vault->name_folders.count; i++)
		add_text(&all, vault->name_folders.items[i]);
	buffer_format(&all, "%zu ", vault->name_folders.count);
	assert(reading->statuses || !reading->status_count);
	for (size_t i = 0; i < reading->status_count; i++) {
		const struct docket_status *status = &reading->statuses[i];
		add_text(&all, status->symbol);
		add_text(&all, status->name);
		add_text(&all, str_from(docket_status_type_name(status->type)));
	}
	struct hash hash = hash_text(all.text);
	arena_free(&arena);
	return hash;
}
