/* A note with queries, the vault it is in, and the store -> answers. */
#include "docket/query.h"

#include "base/fail.h"
#include "query/blocks.h"
#include "query/presets.h"
#include "read/decode.h"
#include "read/file.h"
#include "read/frontmatter.h"
#include "store/answer.h"
#include "store/store.h"
#include "vault.h"

#include <stdlib.h>
#include <string.h>

/* What users hold points to the dashboard, which comes first. */
struct kept_dashboard {
	struct docket_dashboard dashboard;
	struct arena arena;
	struct {
		LIST(struct query_property)
	} properties;
};

/* Texts that YAML takes for a number or truth are no strings in a list. */
static bool
is_bare(const struct yaml *value)
{
	bool digits = value->plain && value->text.length > 0;
	for (size_t i = 0; digits && i < value->text.length; i++)
		digits = is_digit(value->text.bytes[i]);
	return digits || (value->plain && (str_equal(value->text, STR("true")) ||
						  str_equal(value->text, STR("false"))));
}

/* A list is JSON, without what is null. */
static str
write_list(struct arena *arena, const struct yaml *list)
{
	struct buffer out = { .arena = arena };
	buffer_add_char(&out, '[');
	for (size_t i = 0; i < list->count; i++) {
		const struct yaml *item = &list->items[i];
		if (item->kind != YAML_TEXT)
			continue;
		if (out.text.length > 1)
			buffer_add_char(&out, ',');
		if (is_bare(item))
			buffer_add(&out, item->text);
		else
			buffer_add_json(&out, item->text);
	}
	buffer_add_char(&out, ']');
	return out.text;
}

static void
take_properties(struct kept_dashboard *kept, const struct yaml *map)
{
	for (size_t i = 0; i < map->count; i++) {
		const struct yaml *item = &map->items[i];
		struct query_property *property = list_add(&kept->arena, &kept->properties);
		property->name = item->key;
		if (item->kind == YAML_TEXT)
			property->value = item->text.bytes ? item->text : STR("");
		else if (item->kind == YAML_LIST)
			property->value = write_list(&kept->arena, item);
	}
}

static struct docket_dashboard *
keep(struct arena arena, str bytes, const char *path)
{
	struct kept_dashboard *kept = arena_alloc(&arena, sizeof(*kept));
	kept->arena = arena;
	struct remarks remarks = { .arena = &kept->arena };
	str text = decode_text(&kept->arena, bytes, &remarks);
	struct frontmatter head = frontmatter_read(&kept->arena, text, &remarks);
	if (head.map.kind == YAML_MAP)
		take_properties(kept, &head.map);
	struct blocks blocks = blocks_read(&kept->arena, str_skip(text, head.body), head.body_line);
	kept->dashboard = (struct docket_dashboard){
		.path = str_from(path), .blocks = blocks.items, .block_count = blocks.count
	};
	if (path)
		kept->dashboard.path = str_copy(&kept->arena, str_from(path));
	return &kept->dashboard;
}

struct docket_dashboard *
docket_dashboard_read(const char *path, struct docket_error *err)
{
	struct arena arena = { 0 };
	struct file_stamp stamp;
	str bytes;
	if (file_read(&arena, path, &bytes, &stamp, err))
		return keep(arena, bytes, path);
	arena_free(&arena);
	return NULL;
}

struct docket_dashboard *
docket_dashboard_parse(struct docket_str bytes, const char *path)
{
	struct arena arena = { 0 };
	return keep(arena, str_copy(&arena, bytes), path);
}

void
docket_dashboard_free(struct docket_dashboard *dashboard)
{
	if (!dashboard)
		return;
	struct arena arena = ((struct kept_dashboard *)dashboard)->arena;
	arena_free(&arena);
}

/* Where a query stands and what it is about, put together from its note, the vault and the store.
 */
struct asking {
	const struct docket_query *query;
	struct docket_store *store;
	struct arena *arena;
	struct docket_vault *vault; /* NULL: several */
	struct answer_scope scope;
	struct query_file file;
	bool in_file;
};

static str
as_folder(struct arena *arena, const char *path)
{
	return str_format(arena, "%s%s", path, strcmp(path, "/") == 0 ? "" : "/");
}

/* The imported folder that holds the path, with / at its end; empty: none does. */
static str
find_folder(struct asking *asking, str path)
{
	str found = { 0 };
	struct statement *s = db_use(asking->store->db, "all_folders");
	while (statement_step(s)) {
		str folder =
			as_folder(asking->arena, str_terminated(asking->arena, column_text(s, 1)));
		if (str_starts(path, folder) && folder.length > found.length)
			found = folder;
	}
	return found;
}

/* The note's vault, or else the imported folder that it is in, or all of them. */
static void
place_note(struct asking *asking, const char *path)
{
	char *real = memory_real_path(path);
	str whole = str_copy(asking->arena, str_from(real ? real : path));
	free(real);
	asking->vault = docket_vault_find(whole.bytes);
	const char *root = docket_vault_root(asking->vault);
	str vault = root ? as_folder(asking->arena, root) : find_folder(asking, whole);
	asking->in_file = true;
	asking->file.path =
		str_skip(whole, vault.length ? vault.length : str_find_last_char(whole, '/') + 1);
	asking->scope.vault = vault;
}

/* The settings that count for a query in no note: those of the only vault there is. */
static void
find_only_vault(struct asking *asking)
{
	struct statement *s = db_use(asking->store->db, "only_vault");
	if (statement_step(s) && column_number(s, 1) == 1)
		asking->vault = docket_vault_find(str_terminated(asking->arena, column_text(s, 0)));
	statement_reset(s);
}

static bool
place_root(struct asking *asking, struct docket_error *err)
{
	char *real = memory_real_path(asking->query->root);
	if (!real)
		return fail(
			err, DOCKET_NOT_FOUND, "%s: there is no such folder", asking->query->root);
	asking->scope = (struct answer_scope){ .below = as_folder(asking->arena, real) };
	if (!asking->vault)
		asking->vault = docket_vault_find(real);
	free(real);
	return true;
}

static bool
find_place(struct asking *asking, struct docket_error *err)
{
	const struct docket_dashboard *note = asking->query->dashboard;
	if (note && note->path.length)
		place_note(asking, note->path.bytes);
	if (asking->query->root) {
		if (!place_root(asking, err))
			return false;
	} else if (!asking->vault) {
		find_only_vault(asking);
	}
	return !db_failed(asking->store->db, err);
}

/* The query with all that the settings and the note add to it. */
static struct query_text
put_together(struct asking *asking)
{
	const struct docket_query *query = asking->query;
	struct query_text text = { .properties_line = 1 };
	const struct kept_dashboard *kept = (const struct kept_dashboard *)query->dashboard;
	text.block = (struct query_source){ .line = query->line, .text = query->text };
	text.block.name =
		kept && kept->dashboard.path.length ? kept->dashboard.path : str_from(query->name);
	if (asking->in_file) {
		asking->file.properties = kept->properties.items;
		asking->file.property_count = kept->properties.count;
		text.file = &asking->file;
	}
	if (asking->vault) {
		struct vault_queries settings = vault_queries(asking->vault);
		text.global = (struct query_source){ STR("the global query"), 0, settings.global };
		text.presets = settings.presets;
		text.preset_count = settings.preset_count;
	} else {
		text.presets = presets_usual(asking->arena, &text.preset_count);
	}
	return text;
}

struct docket_answer *
docket_query_run(
	struct docket_store *store, const struct docket_query *query, struct docket_error *err)
{
	struct arena arena = { 0 };
	struct asking asking = { .query = query, .store = store, .arena = &arena };
	struct query read = { .arena = &arena, .today = query->today };
	struct docket_answer *answer = NULL;
	db_ask(store->db);
	bool placed = find_place(&asking, err);
	struct query_text text = placed ? put_together(&asking) : (struct query_text){ 0 };
	if (placed && query_read(&read, &text, err))
		answer = answer_new(store, &read, &asking.scope, err);
	else
		arena_free(&arena);
	docket_vault_free(asking.vault);
	return answer;
}
