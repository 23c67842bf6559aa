/*
 * SQLite, so that callers are straight lines. The only file that knows sqlite3.h is sqlite.h.
 *
 * The first failure is kept in the `struct db`; after it every call does nothing, and db_failed
 * reports it:
 *
 *	struct statement *s = db_use(db, "insert_tag");
 *	bind_number(s, ":note", note);
 *	bind_text(s, ":tag", tag);
 *	statement_run(s);
 *	...
 *	return !db_failed(db, err);
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include "base/date.h"
#include "docket/store.h"

struct db;
struct statement;

enum db_mode {
	DB_READ,   /* an existing file, never written to */
	DB_FROZEN, /* the same, while nobody writes: makes and locks nothing; the path is a URI */
	DB_WRITE,  /* an existing file */
	DB_FRESH   /* a file of our own, empty or not there: no journal, to be
		      published when whole */
};

/*
 * The first bytes of a file, and zeros behind its end. False: errno says why. Whoever closes a
 * store that was opened in another way takes all locks away that the process has on it.
 */
bool db_read_start(const char *path, unsigned char *bytes, int count);

/* Without a path it is in memory, and gone when closed. */
struct db *db_open(const char *path, enum db_mode mode, struct docket_error *err);

/*
 * A reader's second connection, for another thread, which sees the state that the first one sees
 * in its question. NULL when nothing assures that: somebody is importing, or the file was replaced.
 */
struct db *db_twin(struct db *db);

/* NULL is allowed. */
void db_close(struct db *db);

/* Whether anything has failed so far; tells why. */
bool db_failed(const struct db *db, struct docket_error *err);

/* Fails as another connection did, unless it has failed before. */
void db_fail(struct db *db, const struct docket_error *err);

/* Whether a reader's store can be read at all. Opening it does not look. */
bool db_can_read(struct db *db, struct docket_error *err);

/* Whether it failed for want of a file that SQLite makes beside the store. */
bool db_lacks_room(const struct db *db);

/* Whether it failed because memory ran out. */
bool db_lacks_memory(const struct db *db);

/* What has failed was another question. */
void db_forgive(struct db *db);

/*
 * Begins a question of a reader: what failed before was another one, and from the first question on
 * the store is seen as it is then, whatever is imported meanwhile.
 */
void db_ask(struct db *db);

/* Ends what is still being read and lets go of that state: an import need not wait for it. */
void db_release(struct db *db);

/* Runs one or more statements that have no parameters and whose rows nobody wants. */
void db_execute(struct db *db, const char *sql);

/* Runs the file of that name in schema/ or schema/statements. */
void db_execute_file(struct db *db, const char *name);

/*
 * Asks now and then, while statements run, whether they are to stop: what runs then fails as
 * interrupted (DOCKET_INTERRUPTED). Not 0: stop. NULL: nobody is asked any more.
 */
void db_watch(struct db *db, int (*stops)(void *context), void *context);

/* The id of the row that was inserted last; RETURNING costs as much as the row. */
long long db_last_id(const struct db *db);

/*
 * The statement of that name (schema/statements/NAME.sql; a constant), prepared once and kept,
 * reset and without bindings. Not to be finished by the caller.
 */
struct statement *db_use(struct db *db, const char *name);

/*
 * The same for a statement that is given rows, many at a time, which costs less than running it for
 * each: begins a row, to be bound like a statement. What is bound must live until rows_write.
 */
struct statement *db_row(struct db *db, const char *name);

/* How many rows wait. */
size_t row_count(const struct statement *statement);

/* Runs the statement of that name with the rows that wait. */
void rows_write(struct db *db, const char *name);

/* A statement of the caller's own text. The caller frees it. Never NULL. */
struct statement *db_prepare(struct db *db, str sql);
void statement_free(struct statement *statement);

/*
 * Binding by name (":text"); a kept statement's names are constants. A name that the statement does
 * not have is an error of ours. Text is not copied: it must live until the statement is run or
 * reset. The empty text, the date that is none, bind NULL with bind_text_or_null and bind_date.
 */
void bind_text(struct statement *statement, const char *name, str text);
void bind_text_or_null(struct statement *statement, const char *name, str text);
void bind_number(struct statement *statement, const char *name, long long number);
void bind_number_or_null(struct statement *statement, const char *name, long long number); /* 0 */
void bind_real(struct statement *statement, const char *name, double number);
void bind_date(struct statement *statement, const char *name, date d);
bool statement_has(const struct statement *statement, const char *name);

/* The next row; false at the end and on failure. At the end the statement is reset. */
bool statement_step(struct statement *statement);

/* Whether a row is there that was not read to the end, or reset, since. */
bool statement_on_row(const struct statement *statement);

/* Runs to the end and resets. */
void statement_run(struct statement *statement);
void statement_reset(struct statement *statement);

/* The first column of the first row, or `otherwise`; resets. */
long long statement_number(struct statement *statement, long long otherwise);

/* Columns of the current row, from 0. Text is valid until the next step. */
int column_count(const struct statement *statement);
const char *column_name(const struct statement *statement, int column);
bool column_is_null(const struct statement *statement, int column);
bool column_is_number(const struct statement *statement, int column);
str column_text(const struct statement *statement, int column);
long long column_number(const struct statement *statement, int column);

/* Whether it is one statement, and changes nothing. */
bool statement_only_reads(const struct statement *statement);

#endif
