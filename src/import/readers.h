/*
 * Notes that are read side by side, and given back in the order they were asked for: what is
 * written does not depend on how many are read at a time. Reading is pure; everything else happens
 * in the calling thread, which reads too when it would have to wait.
 *
 *	struct note_job *job = readers_next(readers);     (while there is room)
 *	job->file = ...
 *	readers_start(readers);
 *	...
 *	while ((job = readers_take(readers)))
 *		write(job);
 */
#ifndef IMPORT_READERS_H
#define IMPORT_READERS_H

#include "import/run.h"

/* A file that is to be read, and what it says. */
struct note_job {
	struct note_file file; /* the reader fills in its stamp and hash */
	char known_hash[27];   /* with this one it need not be parsed; empty: it must */
	struct docket_reading reading;
	struct arena arena; /* for the path and the bytes */
	str bytes;
	struct docket_note *note; /* NULL: it could not be read, or need not be parsed */
	struct docket_error err;  /* why it could not be read */
	long long size;           /* readers.c's own, as is `done` */
	bool done;
};

struct readers;

/* So many notes at a time; 0: as many as there are processors. */
struct readers *readers_new(size_t jobs);

/* Whether a file of that many bytes may be added before another is taken. */
bool readers_have_room(const struct readers *readers, long long size);

/* The next job, with an empty arena, to be filled in and started. */
struct note_job *readers_next(struct readers *readers);
void readers_start(struct readers *readers);

/* The oldest job that was started, when it is done; NULL: there is none. Valid until the next. */
struct note_job *readers_take(struct readers *readers);

/* All jobs must have been taken. NULL is allowed. */
void readers_free(struct readers *readers);

#endif
