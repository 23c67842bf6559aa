/*
 * One import: what its parts share. In the order they work: walk finds files, note reads what has
 * changed, record writes it, people says who is meant, meetings which notes are of one meeting,
 * series which meetings follow each other, items (with matching, for notes of one meeting) which
 * mentions are of one task, lead what the task is then.
 */
#ifndef IMPORT_RUN_H
#define IMPORT_RUN_H

#include "base/hash.h"
#include "docket/store.h"
#include "docket/vault.h"
#include "identity/directory.h"
#include "read/file.h"
#include "store/store.h"

/* More notes than these may be gone with their disk. */
enum { MISSING_MOST = 10 };

struct note_people;

/* As qsort wants it, of ids and lines. */
static inline int
compare_numbers(long long a, long long b)
{
	return (a > b) - (a < b);
}

/* A file that has not changed when its stamp is this. */
struct known_file {
	long long stamp, note;
};

/* A folder that is imported, or the place of files that were named outright. */
struct root {
	const char *path;     /* absolute; "" for files named outright */
	long long folder;     /* its row; 0 for files named outright */
	char fingerprint[27]; /* of its configuration */
	bool reread;          /* its configuration is another one than at the last import */
	struct docket_directory *directory;
	struct docket_strs task_headings, decision_headings;
	strs excludes;
	struct {
		LIST(struct known_file)
	} known;           /* by stamp; known.c's own */
	size_t note_count; /* that the store has of it; 0 when it is not imported whole */
};

/* Of the notes with one content, the last that was looked at for one that moved. */
struct looked {
	long long content, note;
};

/* Of so many contents that is kept in mind; of two that share a place, of the one that came last.
 */
enum { LOOKED_MOST = 256 };

struct run {
	struct store_writer *writer;
	struct db *db; /* of the writer */
	const struct docket_import *import;
	struct docket_import_result *result;
	struct arena arena;   /* lives as long as the run */
	struct arena scratch; /* for what is at hand: the bytes of a file, a meeting */
	long long started_ns;
	long long next_mention; /* the next free id */
	bool changed; /* a note was read or is gone: everything that follows is done anew */
	bool stopped; /* the caller asked to stop */
	struct {
		LIST(struct root)
	} roots;
	struct {
		LIST(const char *)
	} paths;                    /* to import, absolute */
	struct workers *readers;    /* of note_jobs */
	struct place *place;        /* where a note was last asked for */
	str vault_warning;          /* that was given last */
	size_t total;               /* notes to look at, when somebody watches; 0: not counted */
	struct note_people *people; /* of the note that is being written; people.c's own */
	unsigned char *seen;        /* a bit for each id of a note that was met */
	size_t seen_size;
	size_t seen_count;                 /* of those bits */
	struct looked looked[LOOKED_MOST]; /* note.c's own */
};

/* A folder that notes lie in, with the vault that it is part of; vault.c's own. */
struct place {
	char *folder;
	struct docket_vault *vault;
	long long row; /* of that vault; 0: not asked for yet */
	size_t users;
};

/* A file with what the store knows of it. */
struct note_file {
	const struct root *root;
	struct place *place;
	const char *path;
	const char *name; /* below the root */
	long long id;     /* its row; 0: new */
	struct file_stamp stamp;
	char hash[27];
};

/* An owner as written -> who that is. */
struct owner {
	long long person;   /* 0: nobody (TBD) */
	long long stranger; /* when only the name is known: it as a person of its own */
	enum rung rung;
};

/* The account or project that a note itself names, how it spells it, and by what. */
struct named {
	long long id; /* 0: none */
	str written;  /* in the arena, or the note's */
	const char *reason;
};

/* note.c: reads the file again unless it is what it was; whether its folder had it before. */
bool note_import(struct run *run, struct note_file *file);

/* note.c: whether a file of this note was met. */
bool note_was_seen(const struct run *run, long long note);

/* record.c: replaces what the store knows of the file by what was read. */
void record_note(struct run *run, struct note_file *file, const struct docket_note *note);

/* note.c: writes the notes that are still being read. */
void note_finish(struct run *run);

/* vault.c: the folder of a file, asked for once for neighbours. Each user gives it back. */
struct place *vault_place(struct run *run, const char *path);
void vault_leave(struct place *place);

/* vault.c: the row of the vault that holds the note that is being written. */
long long vault_of_note(struct run *run, const struct note_file *file);

/* vault.c: tells what is wrong with the settings of that vault, once. */
void vault_warn(struct run *run, const struct note_file *file);

/* record.c: something looks wrong in the note that is being written. */
void record_remark(
	struct run *run, const struct note_file *file, const struct docket_remark *remark);

/* passages.c: what else the note says, for those who search; its words leave with the note. */
void passages_write(struct run *run, const struct note_file *file, const struct docket_note *note);

/* record.c: the content is what it was; only the file's stamps are new. */
void record_touch(struct run *run, const struct note_file *file);

/* record.c: of mentions with one id all but the first get another. */
void record_part_keys(struct run *run);

/* record.c: the file is gone. */
void record_forget(struct run *run, long long note);

/* people.c: the people and accounts of the configuration, when that has changed. */
void people_configure(struct run *run);

/* people.c: who took part; people_owner then speaks of this note. */
void people_of_note(struct run *run, const struct note_file *file, const struct docket_note *note);
struct owner people_owner(struct run *run, str written, int line);
struct note_people *people_new(void);
void people_free(struct note_people *people);

/* accounts.c: those of the configuration; the account and the project that a note itself names. */
void accounts_configure(struct run *run, const struct docket_directory *directory);
struct named accounts_of_note(struct run *run, struct arena *arena, const struct note_file *file,
	const struct docket_note *note);
struct named accounts_project(struct run *run, struct arena *arena, const struct docket_note *note);

/* meetings.c: which notes are of one meeting; the accounts that follow from it. */
void meetings_resolve(struct run *run);

/* series.c: which meetings form a series. */
void series_resolve(struct run *run);

/* items.c: the tasks and decisions that mentions speak of. */
void items_resolve(struct run *run);

/* items.c: notes why two mentions are one item. */
void items_link(struct run *run, long long a, long long b, const char *reason, double score);

/* matching.c: links what several notes of a meeting say of the same thing. */
void matching_link(struct run *run);

/* lead.c: writes the affected items, of their mentions. */
void lead_write(struct run *run);

/* totals.c: what the notes that were met hold, for the result. */
void totals_count(struct run *run);

/* Tells the caller of a note that is new, changed or gone. */
void run_tell(const struct run *run, enum docket_change change, const char *path);

/* Tells the caller of something that could not be read; the message is one sentence. */
void run_warn(const struct run *run, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
