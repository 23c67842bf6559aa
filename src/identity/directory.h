/*
 * The directory: what the user configured, ready to be asked. Nothing here reads files;
 * src/config.c fills it from YAML.
 *
 * Lists are sorted by their bytes and hold nothing twice, so that a directory is the same whatever
 * the order of the files it came from. Keys are made by name_key, those of accounts by utf8_fold.
 * All text lives as long as the directory.
 *
 *	struct directory_match match = directory_find_person(directory, name_key(arena, name));
 *	if (match.kind == PERSON_TEAM)
 *		...
 */
#ifndef IDENTITY_DIRECTORY_H
#define IDENTITY_DIRECTORY_H

#include "base/hash.h"
#include "docket/directory.h"
#include "identity/names.h"

/* The first three are names with spellings, the others are texts as written. */
enum directory_list {
	DIRECTORY_PEOPLE,
	DIRECTORY_TEAMS,
	DIRECTORY_ACCOUNTS,
	DIRECTORY_ACCOUNT_FOLDERS,
	DIRECTORY_EXCLUDE,
	DIRECTORY_TASK_HEADINGS,
	DIRECTORY_DECISION_HEADINGS,
	DIRECTORY_LIST_COUNT
};

/* A spelling of a canonical name; the name itself is one of them. */
struct directory_spelling {
	str key;
	str name;
	str written; /* as configured */
};

struct directory_match {
	enum person_kind kind; /* PERSON_UNKNOWN: nobody configured */
	str name;              /* canonical; empty when unknown */
};

/* Who a name means: PERSON_ME, PERSON_PERSON or PERSON_TEAM. `key` is its name_key. */
struct directory_match directory_find_person(const struct docket_directory *directory, str key);

/* The canonical name of an account, or empty. */
str directory_find_account(const struct docket_directory *directory, str key);

/*
 * The account that a folder on the path names: what the last `*` of a pattern in `account_folders`
 * stands for, as written. Empty when no pattern fits. A pattern may fit anywhere on the path.
 */
str directory_folder_account(const struct docket_directory *directory, str path);

/* The canonical names, or the texts. */
strs directory_list(const struct docket_directory *directory, enum directory_list list);

/* All spellings of people, teams or accounts, by key. */
const struct directory_spelling *directory_spellings(
	const struct docket_directory *directory, enum directory_list list, size_t *count);

/*
 * Changes when anything configured changes that decides how notes are read and whom they mean.
 * Queries and warnings do not count.
 */
struct hash directory_fingerprint(const struct docket_directory *directory);

/* What follows fills a directory. */

/* Memory that lasts as long as the directory. */
struct arena *directory_arena(struct docket_directory *directory);

void directory_set_me(struct docket_directory *directory, str name);

void directory_set_query(struct docket_directory *directory, str name, str text);

/* Adds a text to a list; people, teams and accounts are then known by this name. */
void directory_add(struct docket_directory *directory, enum directory_list list, str text);

/*
 * Lets `spelling` mean `name` of DIRECTORY_PEOPLE, _TEAMS or _ACCOUNTS. The last one to say so
 * counts; gives the other name that it meant until now, or empty.
 */
str directory_add_spelling(
	struct docket_directory *directory, enum directory_list list, str name, str spelling);

/* Adds to docket_directory_warnings. */
void directory_warn(struct docket_directory *directory, str warning);

#endif
