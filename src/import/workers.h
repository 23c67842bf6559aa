/*
 * Jobs that are done side by side, and given back in the order in which they were started: what
 * comes of them does not depend on how many are done at a time. A job is pure; everything else
 * happens in the calling thread, which does jobs too when it would have to wait.
 *
 *	struct workers *workers = workers_new(0, sizeof(struct my_job), do_my_job);
 *	...
 *	while (!workers_have_room(workers, size))
 *		write(workers_take(workers));
 *	struct my_job *job = workers_next(workers);
 *	job->... = ...
 *	workers_start(workers, size);
 *	...
 *	while ((job = workers_take(workers)))
 *		write(job);
 *	workers_free(workers);
 */
#ifndef IMPORT_WORKERS_H
#define IMPORT_WORKERS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* What every job begins with. */
struct work {
	struct arena arena; /* for what belongs to the job */
	long long size;     /* workers.c's own, as is `done` */
	bool done;
};

struct workers;

/*
 * So many jobs at a time; 0: as many as there are processors. A job takes `job_size` bytes, of
 * which the first are a struct work, and is done by do_job, in any thread.
 */
struct workers *workers_new(size_t jobs, size_t job_size, void (*do_job)(void *job));

/* Whether a job that holds about so many bytes may be added before another is taken. */
bool workers_have_room(const struct workers *workers, long long size);

/* The next job, zero but for the arena, which is empty, to be filled in and started. */
void *workers_next(struct workers *workers);
void workers_start(struct workers *workers, long long size);

/* The oldest job that was started, when it is done; NULL: there is none. Valid until the next. */
void *workers_take(struct workers *workers);

/* All jobs must have been taken. NULL is allowed. */
void workers_free(struct workers *workers);

#endif
