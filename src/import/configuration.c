#include "import/configuration.h"

#include "store/store.h"
#include "vault.h"

/* Reads a configuration that need not be there. */
static bool
read_config(struct docket_directory *directory, const char *path, struct docket_error *err)
{
	struct docket_error problem = { 0 };
	if (!path || docket_directory_read(directory, path, &problem))
		return true;
	if (problem.code == DOCKET_NOT_FOUND)
		return true;
	if (err)
		*err = problem;
	return false;
}

struct docket_directory *
configuration_read(const char *config, str folder, struct docket_error *err)
{
	struct arena arena = { 0 };
	struct docket_directory *directory = docket_directory_new();
	const char *own = folder.length
				  ? str_format(&arena, "%.*s/.docket.yaml", STR_ARG(folder)).bytes
				  : NULL;
	bool read = read_config(directory, config, err) && read_config(directory, own, err);
	arena_free(&arena);
	if (read)
		return directory;
	docket_directory_free(directory);
	return NULL;
}

void
configuration_name(const struct docket_directory *directory, str folder, char name[27])
{
	struct arena arena = { 0 };
	struct hash hashes[3] = { directory_fingerprint(directory) };
	if (folder.length) {
		struct docket_vault *vault = docket_vault_find(str_terminated(&arena, folder));
		hashes[1] = vault_fingerprint(vault);
		hashes[2] = hash_text(str_from(docket_vault_root(vault)));
		docket_vault_free(vault);
	}
	hash_name(hash_text((str){ (const char *)hashes, sizeof(hashes) }), name);
	arena_free(&arena);
}

void
docket_store_configure(const struct docket_store *store, struct docket_directory *directory)
{
	struct arena arena = { 0 };
	db_ask(store->db);
	struct statement *s = db_use(store->db, "all_folders");
	while (statement_step(s))
		docket_directory_read(directory,
			str_format(&arena, "%.*s/.docket.yaml", STR_ARG(column_text(s, 1))).bytes,
			NULL);
	arena_free(&arena);
}

bool
docket_store_is_stale(const struct docket_store *store, const char *config)
{
	bool stale = false;
	db_ask(store->db);
	struct statement *s = db_use(store->db, "configured");
	while (statement_step(s) && !stale) {
		struct docket_directory *directory =
			configuration_read(config, column_text(s, 0), NULL);
		char fingerprint[27];
		if (!directory)
			continue;
		configuration_name(directory, column_text(s, 0), fingerprint);
		stale = !str_equal(column_text(s, 1), str_from(fingerprint));
		docket_directory_free(directory);
	}
	statement_reset(s);
	return stale;
}
