#include "docket/note.h"

#include "read/about.h"
#include "read/decode.h"
#include "read/file.h"
#include "read/file_date.h"
#include "read/frontmatter.h"
#include "read/heading_date.h"
#include "read/mail.h"
#include "read/meeting.h"
#include "read/passages.h"
#include "read/repair.h"
#include "read/syntax.h"
#include "read/task_like.h"

/* A note lives in its own arena, with all that can be reached from it. */
struct kept_note {
	struct docket_note note; /* first: what users hold points here */
	struct arena arena;
};

static const struct docket_reading default_reading = { 0 };

static str
repair(struct arena *arena, str text, struct docket_note *note, struct remarks *remarks)
{
	struct repair repair = repair_text(arena, text);
	note->repaired = repair.encoding;
	if (repair.count)
		remark(remarks, repair.first_line, DOCKET_REMARK_REPAIRED_TEXT,
			"%zu character%s garbled, UTF-8 taken for %.*s; docket reads what was "
			"meant and leaves the file alone, so nothing has to be done",
			repair.count, repair.count == 1 ? " is" : "s are",
			STR_ARG(repair.encoding));
	return repair.text;
}

static void
take_frontmatter(const struct frontmatter *head, struct docket_note *note)
{
	note->title = head->title;
	note->type = head->type;
	note->account = head->account;
	note->project = head->project;
	note->series = head->series;
	note->source = head->source;
	note->source_is_link = head->source_is_link;
	note->source_ref = head->source_ref;
	note->date = docket_date_exists(head->date) ? head->date : (date){ 0 };
	note->participants = head->participants;
	note->tags = head->tags;
}

static void
take_items(const struct syntax_items *items, struct docket_note *note)
{
	note->tasks = items->tasks.items;
	note->task_count = items->tasks.count;
	note->decisions = items->decisions.items;
	note->decision_count = items->decisions.count;
}

/* A file below "Templates", where nothing is to be filled in. */
static bool
is_template(str path)
{
	static const char *const folders[] = { "template", "_template", "vorlage", "plantilla",
		"modele", "modèle" };
	str folder;
	while (str_next_part(&path, '/', &folder))
		for (size_t i = 0; path.length && i < sizeof(folders) / sizeof(*folders); i++)
			if (str_starts_nocase(folder, str_from(folders[i])))
				return true;
	return false;
}

static void
take_remarks(struct remarks *remarks, struct docket_note *note)
{
	if (is_template(note->path))
		remarks_drop(remarks, DOCKET_REMARK_TEMPLATE);
	remarks_sort(remarks);
	remarks_join(remarks, DOCKET_REMARK_TEMPLATE);
	note->remarks = remarks->items;
	note->remark_count = remarks->count;
}

static date
scheduled_by_name(str path, const struct docket_reading *reading)
{
	return reading->scheduled_by_name
		       ? file_date_read(file_date_name(path), reading->name_pattern)
		       : (date){ 0 };
}

/* The whole way from bytes to a note; `bytes` are in the arena. */
static void
read_note(struct arena *arena, str bytes, const struct docket_reading *reading,
	struct docket_note *note)
{
	struct remarks remarks = { .arena = arena };
	str text = decode_text(arena, bytes, &remarks);
	text = repair(arena, text, note, &remarks);
	struct frontmatter head = frontmatter_read(arena, text, &remarks);
	take_frontmatter(&head, note);
	str body = str_skip(text, head.body);
	struct outline outline = outline_read(arena, body, head.body_line, &remarks);
	task_like_check(body, head.body_line, &outline, &remarks);
	about_read(&remarks, reading, &outline, note);
	const struct heading *headings = headings_read(arena, reading, &outline);
	struct syntax_context context = { .arena = arena,
		.reading = reading,
		.outline = &outline,
		.headings = headings,
		.meeting = note->date,
		.year = heading_date_year(file_date_name(note->path)),
		.file_date = scheduled_by_name(note->path, reading),
		.participants = note->participants,
		.account = note->account,
		.names = note->names,
		.is_meeting = meeting_is(arena, note, &outline, body),
		.tasks = &head.tasks,
		.decisions = &head.decisions,
		.remarks = &remarks };
	struct syntax_items items = { 0 };
	syntax_read(&context, &items);
	mail_sign(arena, &outline, items.tasks.items, items.tasks.count);
	take_items(&items, note);
	passages_read(arena, &outline, headings, note);
	take_remarks(&remarks, note);
}

static struct docket_note *
keep(struct arena arena, str bytes, const char *path, const struct docket_reading *reading)
{
	struct kept_note *kept = arena_alloc(&arena, sizeof(*kept));
	kept->arena = arena;
	kept->note.path = str_copy(&kept->arena, str_from(path));
	read_note(&kept->arena, bytes, reading ? reading : &default_reading, &kept->note);
	return &kept->note;
}

struct docket_note *
docket_note_read(const char *path, const struct docket_reading *reading, struct docket_error *err)
{
	struct arena arena = { 0 };
	struct file_stamp stamp;
	str bytes;
	if (file_read(&arena, path, &bytes, &stamp, err))
		return keep(arena, bytes, path, reading);
	arena_free(&arena);
	return NULL;
}

struct docket_note *
docket_note_parse(struct docket_str bytes, const char *path, const struct docket_reading *reading)
{
	struct arena arena = { 0 };
	return keep(arena, str_copy(&arena, bytes), path, reading);
}

void
docket_note_free(struct docket_note *note)
{
	if (!note)
		return;
	struct arena arena = ((struct kept_note *)note)->arena;
	arena_free(&arena);
}

const char *
docket_priority_name(enum docket_priority priority)
{
	static const char *const names[] = { "lowest", "low", "none", "medium", "high", "highest" };
	return names[priority - DOCKET_PRIORITY_LOWEST];
}

const char *
docket_state_name(enum docket_state state)
{
	static const char *const names[] = {
		[DOCKET_OPEN] = "open",
		[DOCKET_PROPOSED] = "proposed",
		[DOCKET_IN_PROGRESS] = "in_progress",
		[DOCKET_ON_HOLD] = "on_hold",
		[DOCKET_DONE] = "done",
		[DOCKET_CANCELLED] = "cancelled",
	};
	return names[state];
}

const char *
docket_status_type_name(enum docket_status_type type)
{
	static const char *const names[] = {
		[DOCKET_STATUS_TODO] = "TODO",
		[DOCKET_STATUS_IN_PROGRESS] = "IN_PROGRESS",
		[DOCKET_STATUS_ON_HOLD] = "ON_HOLD",
		[DOCKET_STATUS_DONE] = "DONE",
		[DOCKET_STATUS_CANCELLED] = "CANCELLED",
		[DOCKET_STATUS_NON_TASK] = "NON_TASK",
	};
	return names[type];
}

const char *
docket_origin_name(enum docket_origin from)
{
	static const char *const names[] = {
		[DOCKET_FROM_CHECKBOX] = "checkbox",
		[DOCKET_FROM_BULLET] = "bullet",
		[DOCKET_FROM_MARKER] = "marker",
		[DOCKET_FROM_TABLE] = "table",
		[DOCKET_FROM_FRONT_MATTER] = "front-matter",
	};
	return names[from];
}

const char *
docket_level_name(enum docket_level level)
{
	static const char *const names[] = {
		[DOCKET_NOTE_LEVEL] = "note",
		[DOCKET_WARNING] = "warning",
		[DOCKET_ERROR] = "error",
	};
	return names[level];
}
