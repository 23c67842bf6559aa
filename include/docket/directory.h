/*
 * The directory: who is who, as the user configured it. People with their other spellings, teams,
 * accounts, and which folders and headings mean what.
 *
 *	struct docket_directory *who = docket_directory_new();
 *	if (!docket_directory_read(who, "config.yaml", &err))
 *		...
 *	docket_directory_free(who);
 */
#ifndef DOCKET_DIRECTORY_H
#define DOCKET_DIRECTORY_H

#include <docket/value.h>

struct docket_directory;

/* An empty directory. The caller frees it. */
DOCKET_API struct docket_directory *docket_directory_new(void);

/*
 * Reads a configuration file (YAML, docket-config(5)) over what the directory already holds:
 * single values are replaced, lists and maps grow. A file that is not there fails with
 * DOCKET_NOT_FOUND; one that is not YAML fails with DOCKET_INVALID and names the line. Unknown
 * keys are no failure, see docket_directory_warnings. /dev/null holds nothing.
 */
DOCKET_API bool docket_directory_read(
	struct docket_directory *directory, const char *path, struct docket_error *err);

/* "path:line: message" for each thing in the files read that was not understood. */
DOCKET_API struct docket_strs docket_directory_warnings(const struct docket_directory *directory);

/* The configured `me`, or an empty text. Valid as long as the directory. */
DOCKET_API struct docket_str docket_directory_me(const struct docket_directory *directory);

/* The text of a configured query; `bytes` is NULL when there is none of that name. */
DOCKET_API struct docket_str docket_directory_query(
	const struct docket_directory *directory, const char *name);

/* The name of the `index`th configured query, from 0; `bytes` is NULL behind the last. */
DOCKET_API struct docket_str docket_directory_query_name(
	const struct docket_directory *directory, size_t index);

DOCKET_API void docket_directory_free(struct docket_directory *directory);

#endif
