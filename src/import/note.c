/* One file: is it what it was, and if not, what does it say now? */
#include "base/utf8.h"
#include "import/copy.h"
#include "import/known.h"
#include "import/readers.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool
note_was_seen(const struct run *run, long long note)
{
	size_t byte = (size_t)note / 8;
	return byte < run->seen_size && (run->seen[byte] >> (note % 8) & 1);
}

static void
mark_seen(struct run *run, long long note)
{
	size_t byte = (size_t)note / 8;
	if (byte >= run->seen_size) {
		size_t size = byte * 2 + 1024;
		run->seen = memory_realloc(run->seen, size);
		memset(run->seen + run->seen_size, 0, size - run->seen_size);
		run->seen_size = size;
	}
	run->seen_count += !note_was_seen(run, note);
	run->seen[byte] |= (unsigned char)(1u << (note % 8));
}

/* A file that is known, and whether it is certainly what it was. */
struct known_note {
	bool same_stamp, same_folder;
	char hash[27];
};

static struct known_note
find_known(struct run *run, struct note_file *file)
{
	/* What is called a copy may have become one without being touched. */
	long long stamp = copy_is_named(file->path) ? 0 : known_stamp(run, file);
	file->id = known_find(file->root, stamp);
	if (file->id)
		return (struct known_note){ .same_stamp = true, .same_folder = true };
	struct known_note known = { 0 };
	struct statement *s = db_use(run->db, "find_note");
	bind_text(s, ":path", str_from(file->path));
	if (!statement_step(s))
		return known;
	file->id = column_number(s, 0);
	known.same_folder = column_number(s, 1) == file->root->folder;
	known.same_stamp = stamp && column_number(s, 2) == stamp;
	snprintf(known.hash, sizeof(known.hash), "%.*s", STR_ARG(column_text(s, 3)));
	statement_reset(s);
	return known;
}

/* A note of a folder that is not mounted has not moved. */
static bool
is_gone(str path, str folder)
{
	struct stat status;
	return (!folder.length || access(folder.bytes, R_OK) == 0) &&
	       lstat(path.bytes, &status) != 0 && errno == ENOENT;
}

/* So many files are looked for: a vault may have thousands of notes that all say the same. */
enum { CANDIDATES_MOST = 64 };

/*
 * The first of some notes whose file is gone is this one, under another name. Gives the last that
 * was looked at, or `last` when there is none.
 */
static long long
take_over(struct run *run, struct note_file *file, struct statement *s, long long last)
{
	for (int looked = 0; !file->id && looked < CANDIDATES_MOST && statement_step(s);) {
		last = column_number(s, 0);
		if (note_was_seen(run, last))
			continue;
		looked++;
		if (is_gone(column_text(s, 1), column_text(s, 2)))
			file->id = last;
	}
	statement_reset(s);
	return last;
}

/* What was looked at for one file is none for the next one that says the same. */
static void
find_moved(struct run *run, struct note_file *file)
{
	long long content = hash_number(hash_text(str_from(file->hash)));
	struct looked *looked = &run->looked[(size_t)content % LOOKED_MOST];
	if (looked->content != content)
		*looked = (struct looked){ .content = content };
	struct statement *s = db_use(run->db, "find_moved");
	bind_text(s, ":hash", str_from(file->hash));
	bind_number(s, ":after", looked->note);
	looked->note = take_over(run, file, s, looked->note);
}

/* It was moved and edited since the last import. */
static void
find_edited(struct run *run, struct note_file *file, const struct docket_note *note)
{
	str title_key = utf8_fold(&run->scratch, note->title);
	const char *slash = strrchr(file->path, '/');
	if (date_is_none(note->date) || !title_key.length)
		return;
	struct statement *s = db_use(run->db, "find_edited");
	bind_date(s, ":date", note->date);
	bind_text(s, ":title_key", title_key);
	bind_text(s, ":file", str_from(slash ? slash : file->path));
	take_over(run, file, s, 0);
}

/* What a copy counts for is part of what it says. */
static void
hash_content(struct run *run, struct note_file *file, enum copy_kind kind)
{
	if (kind)
		hash_name(hash_text(str_format(&run->scratch, "copy %d %s", kind, file->hash)),
			file->hash);
}

static void
write_note(struct run *run, struct note_job *job, const struct copy *copy)
{
	struct note_file *file = &job->file;
	if (!file->id && !run->writer->fresh)
		find_moved(run, file);
	vault_warn(run, file);
	if (!job->note)
		job->note = docket_note_parse(job->bytes, file->path, &job->reading);
	struct docket_note *note = job->note;
	if (!file->id && !run->writer->fresh)
		find_edited(run, file, note);
	*(file->id ? &run->result->changed : &run->result->added) += 1;
	run_tell(run, file->id ? DOCKET_CHANGE_CHANGED : DOCKET_CHANGE_NEW, file->path);
	if (copy->kind == COPY_SAME)
		note->task_count = note->decision_count = note->remark_count = note->passage_count =
			0;
	record_note(run, file, note);
	if (copy->kind)
		copy_remark(run, file, copy);
	mark_seen(run, file->id);
}

static void
finish_note(struct run *run, struct note_job *job)
{
	struct note_file *file = &job->file;
	if (job->err.code != DOCKET_OK) {
		run_warn(run, "%s", job->err.message);
		run->result->failed++;
		return;
	}
	arena_reset(&run->scratch);
	struct copy copy = copy_find(run, file, job->bytes);
	hash_content(run, file, copy.kind);
	if (strcmp(job->known_hash, file->hash) != 0) {
		write_note(run, job, &copy);
		return;
	}
	run->result->unchanged++;
	record_touch(run, file);
}

static void
tell_progress(struct run *run)
{
	run->result->seen++;
	if (run->import->progress &&
		!run->import->progress(run->import->context, run->result->seen, run->total))
		run->stopped = true;
}

/* Writes the oldest note that was asked for; false: there is none. */
static bool
finish_next(struct run *run)
{
	struct note_job *job = workers_take(run->readers);
	if (!job)
		return false;
	if (!run->stopped) {
		finish_note(run, job);
		tell_progress(run);
	}
	docket_note_free(job->note);
	vault_leave(job->file.place);
	return true;
}

void
note_finish(struct run *run)
{
	while (finish_next(run))
		;
}

static void
read_note(struct run *run, const struct note_file *file, const struct known_note *known)
{
	while (!workers_have_room(run->readers, file->stamp.size))
		finish_next(run);
	struct note_job *job = workers_next(run->readers);
	job->file = *file;
	job->file.path = str_terminated(&job->work.arena, str_from(file->path));
	job->file.name = job->file.path + (file->name - file->path);
	job->file.place = vault_place(run, file->path);
	job->reading = docket_vault_reading(job->file.place->vault);
	job->reading.task_headings = file->root->task_headings;
	job->reading.decision_headings = file->root->decision_headings;
	if (known->same_folder && !run->import->full && !file->root->reread)
		memcpy(job->known_hash, known->hash, sizeof(known->hash));
	workers_start(run->readers, file->stamp.size);
}

bool
note_import(struct run *run, struct note_file *file)
{
	struct known_note known = find_known(run, file);
	if (file->id)
		mark_seen(run, file->id);
	bool same = known.same_stamp && known.same_folder;
	if (!same || run->import->full || file->root->reread) {
		read_note(run, file, &known);
	} else {
		run->result->unchanged++;
		tell_progress(run);
	}
	return known.same_folder;
}
