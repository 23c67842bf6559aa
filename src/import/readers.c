#include "import/readers.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

/* Jobs that wait, for each that is read; bytes that wait; more threads help nobody. */
enum { AHEAD = 8, SIZE_MOST = FILE_MOST, THREADS_MOST = 32 };

struct readers {
	pthread_mutex_t lock;
	pthread_cond_t more, done; /* a job was started; a job is done */
	pthread_t threads[THREADS_MOST];
	size_t thread_count, threads_wanted;
	struct note_job *jobs; /* a ring */
	size_t room;
	size_t added, begun, taken; /* since the beginning */
	long long size;             /* of the files that wait; what is larger is not read */
	bool closing;
};

static struct note_job *
job_at(const struct readers *readers, size_t number)
{
	return &readers->jobs[number % readers->room];
}

static void
read_job(struct note_job *job)
{
	struct note_file *file = &job->file;
	if (!file_read(&job->arena, file->path, &job->bytes, &file->stamp, &job->err))
		return;
	hash_name(hash_text(job->bytes), file->hash);
	if (strcmp(file->hash, job->known_hash) != 0)
		job->note = docket_note_parse(job->bytes, file->path, &job->reading);
}

/* Reads the next job that nobody has begun. Called with the lock held, which it gives away. */
static void
read_next(struct readers *readers)
{
	struct note_job *job = job_at(readers, readers->begun++);
	pthread_mutex_unlock(&readers->lock);
	read_job(job);
	pthread_mutex_lock(&readers->lock);
	job->done = true;
	pthread_cond_signal(&readers->done);
}

static void *
run_thread(void *context)
{
	struct readers *readers = context;
	pthread_mutex_lock(&readers->lock);
	while (!readers->closing) {
		if (readers->begun < readers->added)
			read_next(readers);
		else
			pthread_cond_wait(&readers->more, &readers->lock);
	}
	pthread_mutex_unlock(&readers->lock);
	return NULL;
}

struct readers *
readers_new(size_t jobs)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	if (!jobs)
		jobs = processors > 0 ? (size_t)processors : 1;
	struct readers *readers = memory_alloc(sizeof(*readers));
	pthread_mutex_init(&readers->lock, NULL);
	pthread_cond_init(&readers->more, NULL);
	pthread_cond_init(&readers->done, NULL);
	readers->threads_wanted = jobs > THREADS_MOST ? THREADS_MOST : jobs - 1;
	readers->room = readers->threads_wanted ? (readers->threads_wanted + 1) * AHEAD : 1;
	readers->jobs = memory_alloc(readers->room * sizeof(*readers->jobs));
	return readers;
}

bool
readers_have_room(const struct readers *readers, long long size)
{
	size_t waiting = readers->added - readers->taken;
	return !waiting || (waiting < readers->room && size <= SIZE_MOST - readers->size);
}

struct note_job *
readers_next(struct readers *readers)
{
	struct note_job *job = job_at(readers, readers->added);
	struct arena arena = job->arena;
	arena_reset(&arena);
	*job = (struct note_job){ .arena = arena };
	return job;
}

/* Threads are made once several jobs wait; where none can be made, there are fewer. */
static void
add_thread(struct readers *readers)
{
	pthread_t *thread = &readers->threads[readers->thread_count];
	if (pthread_create(thread, NULL, run_thread, readers) == 0)
		readers->thread_count++;
	else
		readers->threads_wanted = readers->thread_count;
}

void
readers_start(struct readers *readers)
{
	struct note_job *job = job_at(readers, readers->added);
	job->size = job->file.stamp.size < SIZE_MOST ? job->file.stamp.size : SIZE_MOST;
	readers->size += job->size;
	pthread_mutex_lock(&readers->lock);
	readers->added++;
	bool add = readers->added - readers->begun > 1 &&
		   readers->thread_count < readers->threads_wanted;
	pthread_cond_signal(&readers->more);
	pthread_mutex_unlock(&readers->lock);
	if (add)
		add_thread(readers);
}

struct note_job *
readers_take(struct readers *readers)
{
	if (readers->taken == readers->added)
		return NULL;
	struct note_job *job = job_at(readers, readers->taken);
	pthread_mutex_lock(&readers->lock);
	while (!job->done) {
		if (readers->begun < readers->added)
			read_next(readers);
		else
			pthread_cond_wait(&readers->done, &readers->lock);
	}
	readers->taken++;
	pthread_mutex_unlock(&readers->lock);
	readers->size -= job->size;
	return job;
}

void
readers_free(struct readers *readers)
{
	if (!readers)
		return;
	pthread_mutex_lock(&readers->lock);
	readers->closing = true;
	pthread_cond_broadcast(&readers->more);
	pthread_mutex_unlock(&readers->lock);
	for (size_t i = 0; i < readers->thread_count; i++)
		pthread_join(readers->threads[i], NULL);
	for (size_t i = 0; i < readers->room; i++)
		arena_free(&readers->jobs[i].arena);
	pthread_cond_destroy(&readers->done);
	pthread_cond_destroy(&readers->more);
	pthread_mutex_destroy(&readers->lock);
	free(readers->jobs);
	free(readers);
}
