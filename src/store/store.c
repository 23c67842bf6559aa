#include "store/store.h"

#include "base/fail.h"
#include "store/inspect.h"
#include "store/lookup.h"
#include "store/schema.h"
#include "store/search_show.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

const char *
schema_sql(const char *name)
{
	for (const struct schema_text *text = schema_texts; text->name; text++)
		if (strcmp(text->name, name) == 0)
			return text->sql;
	assert(0 && "a file of schema/ by that name");
	return "";
}

static char *
with_suffix(const char *path, const char *suffix)
{
	size_t length = strlen(path), more = strlen(suffix) + 1;
	char *name = memory_alloc(length + more);
	memcpy(name, path, length);
	memcpy(name + length, suffix, more);
	return name;
}

static void
remove_beside(const char *path, const char *suffix)
{
	char *name = with_suffix(path, suffix);
	unlink(name);
	free(name);
}

/* Makes the folders above `path`, 0700. */
static bool
make_folders(const char *path, struct docket_error *err)
{
	char *name = with_suffix(path, "");
	bool made = true;
	for (char *slash = strchr(name + 1, '/'); slash && made; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(name, 0700) != 0 && errno != EEXIST)
			made = fail(err, DOCKET_FAILED,
				"%s: cannot make the folder of the store: %s", name,
				strerror(errno));
		*slash = '/';
	}
	free(name);
	return made;
}

/* By errno: another import has the lock, or the disk has none. */
static void
fail_lock(const char *path, struct docket_error *err)
{
	if (errno == EWOULDBLOCK)
		fail(err, DOCKET_BUSY, "%s: another docket is importing; try again when it is done",
			path);
	else
		fail(err, DOCKET_FAILED,
			"%s: cannot lock the store: %s; name a file on another disk with --db",
			path, strerror(errno));
}

/* Waits up to five seconds for another import. The kernel frees the lock when we end. */
static int
take_lock(const char *path, struct docket_error *err)
{
	char *name = with_suffix(path, ".lock");
	int lock = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (lock < 0)
		fail(err, DOCKET_FAILED, "%s: cannot lock the store: %s", name, strerror(errno));
	free(name);
	const struct timespec pause = { 0, 20000000L };
	for (int tries = 0; lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) != 0; tries++) {
		if (tries < 250 && (errno == EWOULDBLOCK || errno == EINTR)) {
			nanosleep(&pause, NULL);
			continue;
		}
		fail_lock(path, err);
		close(lock);
		lock = -1;
	}
	return lock;
}

/* An empty file of our own that nobody else may read. */
static bool
create_private(const char *path, struct docket_error *err)
{
	unlink(path);
	int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (file < 0)
		return fail(
			err, DOCKET_FAILED, "%s: cannot make the store: %s", path, strerror(errno));
	close(file);
	return true;
}

/* The store of another version, beside the new one: its journal, known paths and ids are taken
 * over.
 */
static void
attach_old(struct store_writer *writer)
{
	struct docket_error ignored = { 0 };
	struct db *old = db_open(writer->path, DB_WRITE, &ignored);
	if (old)
		db_execute(old, "PRAGMA journal_mode = DELETE;");
	db_close(old);
	struct statement *attach = db_use(writer->db, "rebuild_attach");
	bind_text(attach, ":path", str_from(writer->path));
	statement_run(attach);
}

static struct db *
open_for_writing(
	struct store_writer *writer, enum store_condition condition, struct docket_error *err)
{
	if (condition == STORE_CURRENT) {
		writer->building = with_suffix(writer->path, "");
		return db_open(writer->building, DB_WRITE, err);
	}
	writer->fresh = true;
	writer->rebuilding = condition == STORE_OUTDATED;
	writer->building = with_suffix(writer->path, ".building");
	return create_private(writer->building, err) ? db_open(writer->building, DB_FRESH, err)
						     : NULL;
}

static void
free_writer(struct store_writer *writer)
{
	if (writer->lock >= 0)
		close(writer->lock);
	free(writer->path);
	free(writer->building);
	free(writer);
}

/* Where the store is, behind links; NULL when it cannot be one. The caller frees it. */
static char *
find_place(const char *path, struct docket_error *err)
{
	struct stat status;
	if (store_inspect(path, err) == STORE_REFUSED || !make_folders(path, err))
		return NULL;
	char *place = memory_real_path(path);
	if (!place && lstat(path, &status) == 0)
		return fail_null(err, DOCKET_FAILED, "%s: the link leads nowhere", path);
	return place ? place : with_suffix(path, "");
}

static void
begin_fresh(struct store_writer *writer)
{
	if (writer->rebuilding)
		attach_old(writer);
	store_begin(writer);
	db_execute_file(writer->db, "tables");
	db_execute_file(writer->db, "indexes_rare");
	db_execute_file(writer->db, "journal");
	db_execute_file(writer->db, "views");
	if (!writer->rebuilding)
		return;
	/* What the journal has seen will be looked for. */
	db_execute_file(writer->db, "rebuild_copy");
	db_execute_file(writer->db, "indexes_journal");
	writer->knows_lines = statement_number(db_use(writer->db, "rebuild_has_lines"), 0);
}

struct store_writer *
store_write(const char *path, struct docket_error *err)
{
	char *place = find_place(path, err);
	if (!place)
		return NULL;
	struct store_writer *writer = memory_alloc(sizeof(*writer));
	writer->path = place;
	writer->lock = take_lock(place, err);
	enum store_condition condition =
		writer->lock >= 0 ? store_inspect(place, err) : STORE_REFUSED;
	if (condition != STORE_REFUSED)
		writer->db = open_for_writing(writer, condition, err);
	if (!writer->db) {
		if (writer->fresh)
			unlink(writer->building);
		free_writer(writer);
		return NULL;
	}
	lookup_register(writer->db);
	search_show_register(writer->db);
	if (writer->fresh)
		begin_fresh(writer);
	return writer;
}

void
store_begin(struct store_writer *writer)
{
	if (writer->writing)
		return;
	writer->writing = true;
	if (!writer->fresh && !writer->dry)
		db_execute(writer->db, "PRAGMA journal_mode = WAL;");
	db_execute(writer->db, "BEGIN IMMEDIATE;");
}

static bool
sync_path(const char *path, int flags, struct docket_error *err)
{
	int file = open(path, flags | O_CLOEXEC);
	bool synced = file >= 0 && fsync(file) == 0;
	if (!synced)
		fail(err, DOCKET_FAILED, "%s: cannot save the store: %s", path, strerror(errno));
	if (file >= 0)
		close(file);
	return synced;
}

/* Puts the finished file in its place, durable before and after. */
static bool
publish(const struct store_writer *writer, struct docket_error *err)
{
	if (!sync_path(writer->building, O_RDONLY, err))
		return false;
	remove_beside(writer->path, "-wal");
	remove_beside(writer->path, "-shm");
	remove_beside(writer->path, "-journal");
	if (rename(writer->building, writer->path) != 0)
		return fail(err, DOCKET_FAILED, "%s: cannot save the store: %s", writer->path,
			strerror(errno));
	char *folder = with_suffix(writer->path, "");
	char *slash = strrchr(folder, '/');
	if (slash)
		slash[1] = '\0';
	bool synced = sync_path(slash ? folder : ".", O_RDONLY | O_DIRECTORY, err);
	free(folder);
	return synced;
}

void
store_has_notes(struct store_writer *writer)
{
	if (writer->fresh)
		db_execute_file(writer->db, "indexes_notes");
}

void
store_has_meetings(struct store_writer *writer)
{
	if (writer->fresh)
		db_execute_file(writer->db, "indexes_meetings");
}

void
store_has_links(struct store_writer *writer)
{
	if (writer->fresh)
		db_execute_file(writer->db, "indexes_links");
}

void
store_has_items(struct store_writer *writer)
{
	if (writer->fresh)
		db_execute_file(writer->db, "indexes_items");
}

void
store_has_journal(struct store_writer *writer)
{
	if (writer->fresh)
		db_execute_file(writer->db, "indexes_journal");
}

bool
store_commit(struct store_writer *writer, struct docket_error *err)
{
	if (writer->writing)
		db_execute(writer->db, "COMMIT;");
	bool done = !db_failed(writer->db, err);
	if (done && writer->writing && !writer->fresh) {
		/* Back to one file at rest; when a report is reading just now, the next import does
		 * it. */
		db_execute(writer->db, "PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE;");
	}
	db_close(writer->db);
	if (writer->fresh && done)
		done = publish(writer, err);
	if (writer->fresh && !done)
		unlink(writer->building);
	free_writer(writer);
	return done;
}

/* Back to one file, if that can be done. */
static void
rest(const char *path)
{
	struct db *db = db_open(path, DB_WRITE, NULL);
	if (db)
		db_execute(db, "PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE;");
	db_close(db);
}

void
store_abandon(struct store_writer *writer)
{
	if (!writer)
		return;
	db_close(writer->db);
	if (writer->fresh)
		unlink(writer->building);
	else if (writer->writing && !writer->dry)
		rest(writer->path);
	free_writer(writer);
}
