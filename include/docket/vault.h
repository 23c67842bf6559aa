/*
 * Vaults: how Obsidian and its Tasks plugin are set up where a note lies.
 *
 *	struct docket_vault *vault = docket_vault_find("Customers/call.md");
 *	struct docket_reading reading = docket_vault_reading(vault);
 *	struct docket_note *note = docket_note_read("Customers/call.md", &reading, &err);
 *	...
 *	docket_note_free(note);
 *	docket_vault_free(vault);
 *
 * A vault is a folder that has a folder .obsidian. The plugin's settings are the file
 * .obsidian/plugins/obsidian-tasks-plugin/data.json in it; each key that it has replaces the
 * plugin's default as a whole. What is not registered there is "Unknown" and to do, as the plugin
 * has it; docket's own state of a task (<docket/note.h>) is that of the registered type, and of a
 * character that is not registered what people mean by it: [-] is cancelled, [?] proposed, [X]
 * done. A [?] that is registered as to do is proposed too.
 */
#ifndef DOCKET_VAULT_H
#define DOCKET_VAULT_H

#include <docket/note.h>

struct docket_vault;

/*
 * The vault that holds a note or folder: the nearest folder above (or the folder itself) that has
 * .obsidian. Never NULL: where there is none, or its settings cannot be used, all are defaults.
 * The caller frees it.
 */
DOCKET_API struct docket_vault *docket_vault_find(const char *path);

/* The vault's folder, absolute; NULL: there is none. Valid as long as the vault. */
DOCKET_API const char *docket_vault_root(const struct docket_vault *vault);

/*
 * Statuses, global filter, format, and what the names of notes say beside or below the path that
 * was looked for; headings are empty. Valid as long as the vault.
 */
DOCKET_API struct docket_reading docket_vault_reading(const struct docket_vault *vault);

/* Why the settings were not used, one sentence that names the file; empty: nothing is wrong. */
DOCKET_API struct docket_str docket_vault_warning(const struct docket_vault *vault);

/* NULL is allowed. */
DOCKET_API void docket_vault_free(struct docket_vault *vault);

#endif
