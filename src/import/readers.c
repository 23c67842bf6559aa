#include "import/readers.h"

static void
read_job(void *context)
{
	struct note_job *job = context;
	struct note_file *file = &job->file;
	if (!file_read(&job->work.arena, file->path, &job->bytes, &file->stamp, &job->err))
		return;
	hash_name(hash_text(job->bytes), file->hash);
	if (strcmp(file->hash, job->known_hash) != 0)
		job->note = docket_note_parse(job->bytes, file->path, &job->reading);
}

struct workers *
readers_new(size_t jobs)
{
	return workers_new(jobs, sizeof(struct note_job), read_job);
}
