#include "import/workers.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Jobs that wait, for each that is done; bytes that wait; more threads help nobody. */
enum { AHEAD = 8, SIZE_MOST = 8 * 1024 * 1024, THREADS_MOST = 32 };

struct workers {
	pthread_mutex_t lock;
	pthread_cond_t more, done; /* a job was started; a job is done */
	pthread_t threads[THREADS_MOST];
	size_t thread_count, threads_wanted;
	void (*do_job)(void *job);
	char *jobs; /* a ring */
	size_t job_size, room;
	size_t added, begun, taken; /* since the beginning */
	long long size;             /* of the jobs that wait; what is larger waits alone */
	bool closing;
};

static void *
job_at(const struct workers *workers, size_t number)
{
	return workers->jobs + number % workers->room * workers->job_size;
}

/* Does the next job that nobody has begun. Called with the lock held, which it gives away. */
static void
do_next(struct workers *workers)
{
	struct work *work = job_at(workers, workers->begun++);
	pthread_mutex_unlock(&workers->lock);
	workers->do_job(work);
	pthread_mutex_lock(&workers->lock);
	work->done = true;
	pthread_cond_signal(&workers->done);
}

static void *
run_thread(void *context)
{
	struct workers *workers = context;
	pthread_mutex_lock(&workers->lock);
	while (!workers->closing) {
		if (workers->begun < workers->added)
			do_next(workers);
		else
			pthread_cond_wait(&workers->more, &workers->lock);
	}
	pthread_mutex_unlock(&workers->lock);
	return NULL;
}

struct workers *
workers_new(size_t jobs, size_t job_size, void (*do_job)(void *job))
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	if (!jobs)
		jobs = processors > 0 ? (size_t)processors : 1;
	struct workers *workers = memory_alloc(sizeof(*workers));
	pthread_mutex_init(&workers->lock, NULL);
	pthread_cond_init(&workers->more, NULL);
	pthread_cond_init(&workers->done, NULL);
	workers->threads_wanted = jobs > THREADS_MOST ? THREADS_MOST : jobs - 1;
	workers->room = workers->threads_wanted ? (workers->threads_wanted + 1) * AHEAD : 1;
	workers->do_job = do_job;
	workers->job_size = job_size;
	workers->jobs = memory_alloc(workers->room * job_size);
	return workers;
}

bool
workers_have_room(const struct workers *workers, long long size)
{
	size_t waiting = workers->added - workers->taken;
	return !waiting || (waiting < workers->room && size <= SIZE_MOST - workers->size);
}

void *
workers_next(struct workers *workers)
{
	struct work *work = job_at(workers, workers->added);
	struct arena arena = work->arena;
	arena_reset(&arena);
	memset(work, 0, workers->job_size);
	work->arena = arena;
	return work;
}

/* Threads are made once several jobs wait; where none can be made, there are fewer. */
static void
add_thread(struct workers *workers)
{
	pthread_t *thread = &workers->threads[workers->thread_count];
	if (pthread_create(thread, NULL, run_thread, workers) == 0)
		workers->thread_count++;
	else
		workers->threads_wanted = workers->thread_count;
}

void
workers_start(struct workers *workers, long long size)
{
	struct work *work = job_at(workers, workers->added);
	work->size = size < SIZE_MOST ? size : SIZE_MOST;
	workers->size += work->size;
	pthread_mutex_lock(&workers->lock);
	workers->added++;
	bool add = workers->added - workers->begun > 1 &&
		   workers->thread_count < workers->threads_wanted;
	pthread_cond_signal(&workers->more);
	pthread_mutex_unlock(&workers->lock);
	if (add)
		add_thread(workers);
}

void *
workers_take(struct workers *workers)
{
	if (workers->taken == workers->added)
		return NULL;
	struct work *work = job_at(workers, workers->taken);
	pthread_mutex_lock(&workers->lock);
	while (!work->done) {
		if (workers->begun < workers->added)
			do_next(workers);
		else
			pthread_cond_wait(&workers->done, &workers->lock);
	}
	workers->taken++;
	pthread_mutex_unlock(&workers->lock);
	workers->size -= work->size;
	return work;
}

void
workers_free(struct workers *workers)
{
	if (!workers)
		return;
	pthread_mutex_lock(&workers->lock);
	workers->closing = true;
	pthread_cond_broadcast(&workers->more);
	pthread_mutex_unlock(&workers->lock);
	for (size_t i = 0; i < workers->thread_count; i++)
		pthread_join(workers->threads[i], NULL);
	for (size_t i = 0; i < workers->room; i++) {
		struct work *work = job_at(workers, i);
		arena_free(&work->arena);
	}
	pthread_cond_destroy(&workers->done);
	pthread_cond_destroy(&workers->more);
	pthread_mutex_destroy(&workers->lock);
	free(workers->jobs);
	free(workers);
}
