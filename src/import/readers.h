/*
 * Notes that are read side by side; see workers.h.
 */
#ifndef IMPORT_READERS_H
#define IMPORT_READERS_H

#include "import/run.h"
#include "import/workers.h"

/* A file that is to be read, and what it says. */
struct note_job {
	struct work work;      /* its arena holds the path and the bytes */
	struct note_file file; /* the reader fills in its stamp and hash */
	char known_hash[27];   /* with this one it need not be parsed; empty: it must */
	struct docket_reading reading;
	str bytes;
	struct docket_note *note; /* NULL: it could not be read, or need not be parsed */
	struct docket_error err;  /* why it could not be read */
};

/* Workers on note_jobs, so many at a time; 0: as many as there are processors. */
struct workers *readers_new(size_t jobs);

#endif
