/* One note -> rows. */
#include "base/utf8.h"
#include "identity/match.h"
#include "identity/meeting.h"
#include "import/box.h"
#include "import/known.h"
#include "import/lines.h"
#include "import/run.h"

enum { KIND_TASK = 1, KIND_DECISION = 2, KIND_BOX = 3 };

/* So many rows wait to be written together. */
enum { ROWS_MOST = 64 };

/* What writing one note needs at hand. */
struct recording {
	struct run *run;
	struct note_file *file;
	const struct docket_note *note;
	struct arena arena;
	struct lines old, new;
};

static void
run_for_note(struct run *run, const char *name, long long note)
{
	struct statement *s = db_use(run->db, name);
	bind_number(s, ":note", note);
	statement_run(s);
}

/* What this note was part of will be looked at again; its rows leave. */
static void
take_out(struct run *run, long long note)
{
	static const char *const statements[] = { "touched_meeting", "touched_title",
		"touched_item", "touched_mention", "touched_person", "touched_account",
		"touched_project", "touched_series", "touched_total", "search_forget_note",
		"search_forget_information", "forget_information", "forget_note_text",
		"forget_mentions", "forget_people", "forget_remarks" };
	for (size_t i = 0; i < sizeof(statements) / sizeof(*statements); i++)
		run_for_note(run, statements[i], note);
}

void
record_forget(struct run *run, long long note)
{
	run->changed = true;
	store_begin(run->writer);
	take_out(run, note);
	run_for_note(run, "delete_note", note);
}

static void
read_old(struct recording *r, struct statement *s)
{
	while (statement_step(s)) {
		struct line *line = list_add(&r->arena, &r->old);
		line->id = column_number(s, 0);
		line->kind = (int)column_number(s, 1);
		line->key = str_copy(&r->arena, column_text(s, 2));
		line->text_key = match_key(&r->arena, column_text(s, 3));
	}
}

static void
add_line(struct recording *r, int kind, str text)
{
	struct line *line = list_add(&r->arena, &r->new);
	line->kind = kind;
	line->text = text;
	line->text_key = match_key(&r->arena, text);
}

/* A new store is looked through afterwards, when there is an index. */
static bool
is_taken(void *context, str key)
{
	struct run *run = context;
	if (run->writer->fresh)
		return false;
	struct statement *s = db_use(run->db, "is_key_taken");
	bind_text(s, ":key", key);
	return statement_number(s, 0);
}

static void
match_lines_of_note(struct recording *r)
{
	for (size_t i = 0; i < r->note->task_count; i++)
		if (r->note->tasks[i].text.length)
			add_line(r, KIND_TASK, r->note->tasks[i].text);
	for (size_t i = 0; i < r->note->decision_count; i++)
		add_line(r, KIND_DECISION, r->note->decisions[i].text);
	lines_match(&r->arena, &r->old, &r->new);
	struct naming naming = { r->file->name, &r->run->next_mention, is_taken, r->run };
	lines_name(&r->arena, &r->old, &r->new, &naming);
}

void
record_remark(struct run *run, const struct note_file *file, const struct docket_remark *remark)
{
	struct statement *s = db_use(run->db, "insert_remark");
	bind_number(s, ":note", file->id);
	bind_number(s, ":line", remark->line);
	bind_text(s, ":kind", str_from(docket_remark_name(remark->kind)));
	bind_text(s, ":level", str_from(docket_level_name(docket_remark_level(remark->kind))));
	bind_text(s, ":message", remark->message);
	statement_run(s);
}

static struct statement *
begin_mention(struct recording *r, const struct line *line)
{
	struct statement *s = db_row(r->run->db, "insert_mention");
	bind_number(s, ":id", line->id);
	bind_number(s, ":note", r->file->id);
	bind_number(s, ":kind", line->kind);
	bind_text(s, ":key", line->key);
	bind_text(s, ":text", line->text);
	bind_number(s, ":words", hash_number(hash_text(line->text_key)));
	return s;
}

static void
write_owners(struct recording *r, const struct docket_task *task, long long mention)
{
	for (size_t i = 0; i < task->owners.count; i++) {
		struct owner owner = people_owner(r->run, task->owners.items[i], task->line);
		struct statement *s = db_row(r->run->db, "insert_owner");
		bind_number(s, ":mention", mention);
		bind_number(s, ":position", (long long)i);
		bind_text(s, ":written", task->owners.items[i]);
		bind_number_or_null(s, ":person", owner.person);
		bind_number_or_null(s, ":stranger", owner.stranger);
		bind_number(s, ":rung", owner.rung);
	}
}

static void
bind_dates(struct statement *s, const struct docket_task *task)
{
	bind_date(s, ":due", task->due);
	bind_date(s, ":scheduled", task->scheduled);
	bind_date(s, ":start", task->start);
	bind_date(s, ":created", task->created);
	bind_date(s, ":done", task->done);
	bind_date(s, ":cancelled", task->cancelled);
}

static void
write_task(struct recording *r, const struct docket_task *task, const struct line *line)
{
	struct statement *s = begin_mention(r, line);
	bind_number(s, ":line", task->line);
	bind_text_or_null(s, ":heading", task->heading);
	bind_text(s, ":origin", str_from(docket_origin_name(task->from)));
	if (str_starts(task->description, task->text))
		bind_text_or_null(s, ":tail", str_skip(task->description, task->text.length));
	else
		bind_text(s, ":description", task->description);
	bind_text_or_null(s, ":symbol", task->status.symbol);
	bind_text_or_null(s, ":status", task->status.name);
	bind_text(s, ":status_type", str_from(docket_status_type_name(task->status.type)));
	bind_number(s, ":state", task->state);
	bind_number(s, ":priority", task->priority);
	bind_dates(s, task);
	bind_text_or_null(s, ":due_text", task->due_text);
	bind_text_or_null(s, ":recurrence", task->recurrence);
	bind_text_or_null(s, ":task_id", task->task_id);
	bind_text_or_null(s, ":depends_on", box_list(&r->arena, task->depends_on));
	bind_text_or_null(s, ":on_completion", task->on_completion);
	bind_text_or_null(s, ":block", task->block);
	bind_text_or_null(s, ":tags", box_list(&r->arena, task->tags));
	if (task->box)
		bind_number(s, ":indented", task->box->sub_item);
	bind_text_or_null(s, ":plugin", box_fields(&r->arena, task));
	if (line->kind == KIND_TASK)
		write_owners(r, task, line->id);
}

/* An owner's mention is there before it. */
static void
write_rows(struct run *run)
{
	static const char *const statements[] = { "insert_note_person", "insert_mention",
		"insert_owner", "insert_information" };
	for (size_t i = 0; i < sizeof(statements) / sizeof(*statements); i++)
		rows_write(run->db, statements[i]);
}

/* No more rows wait than are worth it, however many there are in a note. */
static void
write_some(struct run *run, size_t count)
{
	if (count % ROWS_MOST == 0)
		write_rows(run);
}

/* Every line that docket takes for a task, or the plugin alone; boxes have no line to be matched.
 */
static const struct line *
write_tasks(struct recording *r, const struct line *line)
{
	for (size_t i = 0; i < r->note->task_count; i++) {
		const struct docket_task *task = &r->note->tasks[i];
		struct line box = { .id = r->run->next_mention, .kind = KIND_BOX };
		r->run->next_mention += !task->text.length;
		write_task(r, task, task->text.length ? line++ : &box);
		write_some(r->run, i + 1);
	}
	return line;
}

static void
write_decision(struct recording *r, const struct docket_decision *decision, const struct line *line)
{
	struct statement *s = begin_mention(r, line);
	bind_number(s, ":line", decision->line);
	bind_text_or_null(s, ":heading", decision->heading);
	bind_text(s, ":origin", str_from(docket_origin_name(decision->from)));
	bind_number(s, ":state", decision->struck ? DOCKET_CANCELLED : DOCKET_OPEN);
	bind_number(s, ":priority", DOCKET_PRIORITY_NONE);
	bind_date(s, ":date", decision->date);
	bind_text_or_null(s, ":topic", decision->topic);
	bind_text_or_null(s, ":supersedes", decision->supersedes);
	str superseded = match_key(&r->arena, decision->supersedes);
	if (superseded.length)
		bind_number(s, ":supersedes_words", hash_number(hash_text(superseded)));
}

void
record_touch(struct run *run, const struct note_file *file)
{
	store_begin(run->writer);
	struct statement *s = db_use(run->db, "touch_note");
	bind_number(s, ":id", file->id);
	bind_number_or_null(s, ":stamp", known_stamp(run, file));
	statement_run(s);
}

/*
 * What the note was made from. A link in `source` may be a book that notes of many days are about,
 * so it speaks for one day only.
 */
static str
source_key(struct recording *r, const struct docket_note *note)
{
	char day[11];
	if (note->source_ref.length || !note->source_is_link || date_is_none(note->date))
		return meeting_source_key(&r->arena, note->source_ref);
	str key = meeting_source_key(&r->arena, note->source);
	docket_date_format(note->date, day);
	return key.length ? str_format(&r->arena, "%s %.*s", day, STR_ARG(key)) : key;
}

static void
bind_note(struct statement *s, struct recording *r)
{
	const struct docket_note *note = r->note;
	struct named account = accounts_of_note(r->run, &r->arena, r->file, note);
	struct named project = accounts_project(r->run, &r->arena, note);
	bind_number_or_null(s, ":stamp", known_stamp(r->run, r->file));
	bind_number_or_null(s, ":folder", r->file->root->folder);
	bind_number(s, ":vault", vault_of_note(r->run, r->file));
	bind_text(s, ":path", str_from(r->file->path));
	bind_text(s, ":name", str_from(r->file->name));
	bind_text(s, ":hash", str_from(r->file->hash));
	bind_text(s, ":title", note->title);
	str title_key = utf8_fold(&r->arena, note->title);
	bind_text(s, ":title_key", title_key);
	bind_date(s, ":date", note->date);
	bind_text_or_null(s, ":type", note->type);
	bind_text_or_null(s, ":series", note->series);
	bind_text(s, ":series_key",
		note->series.length ? utf8_fold(&r->arena, note->series)
				    : meeting_title_key(&r->arena, note->title));
	bind_text_or_null(s, ":source", note->source);
	bind_text_or_null(s, ":source_ref", note->source_ref);
	bind_text(s, ":source_key", source_key(r, note));
	bind_text_or_null(s, ":repaired", note->repaired);
	bind_number_or_null(s, ":account", account.id);
	bind_text_or_null(s, ":account_reason", str_from(account.reason));
	bind_text_or_null(s, ":account_written", account.written);
	bind_number_or_null(s, ":project", project.id);
	bind_text_or_null(s, ":project_written", project.written);
}

static void
write_note(struct recording *r)
{
	bool known = r->file->id;
	struct statement *s = db_use(r->run->db, known ? "update_note" : "insert_note");
	bind_note(s, r);
	if (known)
		bind_number(s, ":id", r->file->id);
	statement_run(s);
	if (!known)
		r->file->id = db_last_id(r->run->db);
}

void
record_note(struct run *run, struct note_file *file, const struct docket_note *note)
{
	struct recording r = { .run = run, .file = file, .note = note };
	run->changed = true;
	store_begin(run->writer);
	if (file->id) {
		struct statement *s = db_use(run->db, "old_mentions");
		bind_number(s, ":note", file->id);
		read_old(&r, s);
		take_out(run, file->id);
	} else if (run->writer->knows_lines) {
		struct statement *s = db_use(run->db, "rebuild_lines");
		bind_text(s, ":path", str_from(file->path));
		read_old(&r, s);
	}
	match_lines_of_note(&r);
	write_note(&r);
	people_of_note(run, file, note);
	const struct line *line = write_tasks(&r, r.new.items);
	for (size_t i = 0; i < note->decision_count; i++) {
		write_decision(&r, &note->decisions[i], line++);
		write_some(run, i + 1);
	}
	for (size_t i = 0; i < note->remark_count; i++)
		record_remark(run, file, &note->remarks[i]);
	passages_write(run, file, note);
	write_rows(run);
	run_for_note(run, "touched_note", file->id);
	arena_free(&r.arena);
}

/* A mention that shares its id with one before it. */
struct sharing {
	long long mention;
	char name[27]; /* what makes another id */
};

void
record_part_keys(struct run *run)
{
	struct arena arena = { 0 };
	struct {
		LIST(struct sharing)
	} found = { 0 };
	struct buffer before = { .arena = &arena };
	struct statement *s = db_use(run->db, "shared_keys");
	for (size_t again = 0; statement_step(s); again++) {
		str key = column_text(s, 1);
		if (!str_equal(before.text, key)) {
			before.text.length = again = 0;
			buffer_add(&before, key);
			continue;
		}
		struct sharing *sharing = list_add(&arena, &found);
		sharing->mention = column_number(s, 0);
		hash_name(hash_text(str_format(&arena, "%.*s\n%zu", STR_ARG(key), again)),
			sharing->name);
	}
	for (size_t i = 0; i < found.count; i++) {
		s = db_use(run->db, "set_key");
		bind_number(s, ":id", found.items[i].mention);
		bind_text(s, ":key", (str){ found.items[i].name, 16 });
		statement_run(s);
	}
	arena_free(&arena);
}
