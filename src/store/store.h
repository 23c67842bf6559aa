/*
 * The store as a file: what it is, opening it for reports, and building or changing it.
 *
 * At rest a store is one file in rollback mode, so that reports never write. While an import
 * changes it, it is in WAL mode, so that reports go on. A first import builds a new file beside
 * it, without journal, and renames it.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "docket/store.h"
#include "store/db.h"

enum { STORE_APPLICATION = 0x646F636B, STORE_VERSION = 10 }; /* of schema/tables.sql */

struct docket_store {
	struct db *db;
};

struct store_writer {
	struct db *db;
	bool fresh;       /* a new file is being built */
	bool rebuilding;  /* in place of one of another version, whose journal was taken over */
	bool knows_lines; /* of that one, which have their ids there */
	bool writing;     /* a transaction is open */
	bool dry;         /* it will be abandoned: the file's mode stays as it is */
	char *path;
	char *building; /* the file that `db` is: `path`, or the new one */
	int lock;
};

/*
 * Locks the store against other imports (waits five seconds) and opens it, or begins a new one.
 * NULL on failure. Ends with store_commit or store_abandon.
 */
struct store_writer *store_write(const char *path, struct docket_error *err);

/* To be called before the first change; a run without changes never writes. */
void store_begin(struct store_writer *writer);

/*
 * To be called when all notes are in, when their meetings and series are known, when every mention
 * has its item, when all tasks and decisions are there, and when the journal tells of them: a new
 * store is indexed.
 */
void store_has_notes(struct store_writer *writer);
void store_has_meetings(struct store_writer *writer);
void store_has_links(struct store_writer *writer);
void store_has_items(struct store_writer *writer);
void store_has_journal(struct store_writer *writer);

/* Makes the changes last and frees the writer, whatever comes of it. */
bool store_commit(struct store_writer *writer, struct docket_error *err);

/* Undoes them and frees the writer. NULL is allowed. */
void store_abandon(struct store_writer *writer);

#endif
