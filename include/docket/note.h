/*
 * Notes: what is read from one Markdown file.
 *
 *	struct docket_note *note = docket_note_read("call.md", NULL, &err);
 *	for (size_t i = 0; note && i < note->task_count; i++)
 *		printf("line %d: %.*s\n", note->tasks[i].line,
 *			(int)note->tasks[i].text.length, note->tasks[i].text.bytes);
 *	docket_note_free(note);
 *
 * Reading never fails on content: what looks wrong becomes a remark with its line, and the rest
 * is kept. All text is valid UTF-8 and lives as long as the note.
 */
#ifndef DOCKET_NOTE_H
#define DOCKET_NOTE_H

#include <docket/value.h>

/* Higher is more pressing; zero is "none". Source: the Obsidian Tasks format. */
enum docket_priority {
	DOCKET_PRIORITY_LOWEST = -2,
	DOCKET_PRIORITY_LOW = -1,
	DOCKET_PRIORITY_NONE = 0,
	DOCKET_PRIORITY_MEDIUM = 1,
	DOCKET_PRIORITY_HIGH = 2,
	DOCKET_PRIORITY_HIGHEST = 3
};

/* docket's own reading of where a task stands. DONE and above is finished. */
enum docket_state {
	DOCKET_OPEN,
	DOCKET_PROPOSED,
	DOCKET_IN_PROGRESS,
	DOCKET_ON_HOLD,
	DOCKET_DONE,
	DOCKET_CANCELLED
};

/* What the Obsidian Tasks plugin makes of the character in the box. */
enum docket_status_type {
	DOCKET_STATUS_TODO,
	DOCKET_STATUS_IN_PROGRESS,
	DOCKET_STATUS_ON_HOLD,
	DOCKET_STATUS_DONE,
	DOCKET_STATUS_CANCELLED,
	DOCKET_STATUS_NON_TASK
};

struct docket_status {
	struct docket_str symbol; /* one code point; empty when the task has no box */
	struct docket_str name;   /* as registered, or "Unknown" */
	enum docket_status_type type;
};

/* The notation that a task or decision was written in. */
enum docket_origin {
	DOCKET_FROM_CHECKBOX,
	DOCKET_FROM_BULLET, /* numbered items and paragraphs under a heading too */
	DOCKET_FROM_MARKER, /* "ACTION: ...", "Decision: ..." */
	DOCKET_FROM_TABLE,
	DOCKET_FROM_FRONT_MATTER
};

/*
 * What the Tasks plugin, and so a query, reads in a checkbox line where docket may read more: a
 * field that other text follows, words, the lines below. A date may be one that does not exist.
 */
struct docket_box {
	bool sub_item; /* indented, as `exclude sub-items` has it */
	enum docket_priority priority;
	struct docket_date due, scheduled, start, created, done, cancelled;
	struct docket_str recurrence;
	struct docket_str task_id;
	struct docket_strs depends_on;
	struct docket_str on_completion;
};

/* One line that speaks of a task. */
struct docket_task {
	int line; /* of the file, from 1 */
	/* For people: no trailing owner, fields and tags. Empty: the plugin sees a task here,
	   docket does not (a placeholder, an agenda). */
	struct docket_str text;
	bool aside; /* so for its words or its place; else there is just nothing to read */
	struct docket_str description; /* to the letter what the Tasks plugin calls description */
	struct docket_status status;
	enum docket_state state;
	struct docket_strs owners; /* as written, without @ and brackets */
	enum docket_priority priority;
	struct docket_date due;
	struct docket_str due_text; /* the words written when they are not an existing ISO day */
	struct docket_date scheduled;
	struct docket_date start;
	struct docket_date created;
	struct docket_date done;
	struct docket_date cancelled;
	struct docket_str recurrence; /* canonical, "every week on Monday" */
	struct docket_str task_id;    /* the id field of the Tasks format */
	struct docket_strs depends_on;
	struct docket_str on_completion; /* "delete", "keep" or empty */
	struct docket_str block;         /* the block link without its caret */
	struct docket_strs tags;         /* with # */
	struct docket_str heading;       /* the nearest heading above, raw Markdown */
	enum docket_origin from;
	const struct docket_box *box; /* from a checkbox; otherwise NULL */
};

/* One line that speaks of a decision. */
struct docket_decision {
	int line;
	struct docket_str text;
	struct docket_date date;      /* where the line itself gives one */
	struct docket_str topic;      /* "**Topic**: text" */
	struct docket_str supersedes; /* what the note declares, as written */
	struct docket_str heading;
	bool struck; /* ~~struck through~~: no longer stands */
	enum docket_origin from;
};

/* A line that speaks of neither: what else a note says, without code and comments. */
struct docket_passage {
	int line;
	struct docket_str text; /* raw Markdown, without its list marker */
	bool key;               /* below a heading such as "Key Information" */
};

enum docket_level { DOCKET_NOTE_LEVEL, DOCKET_WARNING, DOCKET_ERROR };

/* Everything docket may have to say of a note. */
enum docket_remark_kind {
	DOCKET_REMARK_REPAIRED_TEXT,
	DOCKET_REMARK_INVALID_ENCODING,
	DOCKET_REMARK_CONTROL_CHARACTER,
	DOCKET_REMARK_FRONT_MATTER,
	DOCKET_REMARK_FRONT_MATTER_VALUE,
	DOCKET_REMARK_DUPLICATE_KEY,
	DOCKET_REMARK_TEMPLATE,
	DOCKET_REMARK_NESTED_TOO_DEEP,
	DOCKET_REMARK_INVALID_DATE,
	DOCKET_REMARK_UNREAD_FIELD,
	DOCKET_REMARK_RECURRENCE,
	DOCKET_REMARK_UNKNOWN_STATUS,
	DOCKET_REMARK_AMBIGUOUS_DATE,
	DOCKET_REMARK_DUE_BEFORE_MEETING,
	DOCKET_REMARK_DUPLICATE_ID,
	DOCKET_REMARK_TASK_LIKE,
	DOCKET_REMARK_UNKNOWN_OWNER,
	DOCKET_REMARK_AMBIGUOUS_OWNER,
	DOCKET_REMARK_SIMILAR_TASK,
	DOCKET_REMARK_SIMILAR_PERSON,
	DOCKET_REMARK_PERHAPS_SUPERSEDES,
	DOCKET_REMARK_CONFLICT_COPY,
	DOCKET_REMARK_COUNT
};

struct docket_remark {
	int line; /* 0: the file as a whole */
	enum docket_remark_kind kind;
	struct docket_str message;
};

struct docket_note {
	struct docket_str path;  /* as given; bytes of the file system, maybe not UTF-8 */
	struct docket_str title; /* front matter, else the first heading, else the file name */
	struct docket_date date; /* of the meeting */
	struct docket_str type;
	struct docket_str account; /* without [[ ]]; empty: the note does not say */
	bool account_in_body;      /* from "**Account**: ..." in the body, not the front matter */
	struct docket_str project;
	struct docket_str series;
	struct docket_strs participants;
	struct docket_strs tags; /* of the front matter, without # */
	struct docket_str source;
	bool source_is_link; /* it was written [[ ]] */
	struct docket_str source_ref;
	struct docket_strs
		names; /* full names that the body mentions: [[First Last]], @First Last */
	struct docket_str repaired; /* the encoding that was undone; empty: none */
	const struct docket_task *tasks;
	size_t task_count;
	const struct docket_decision *decisions;
	size_t decision_count;
	const struct docket_passage *passages; /* by line */
	size_t passage_count;
	const struct docket_remark *remarks; /* by line */
	size_t remark_count;
};

/* How to read. Zero, or NULL in its place, is the Tasks plugin's and docket's defaults. */
struct docket_reading {
	struct docket_strs task_headings; /* heading words besides docket's own */
	struct docket_strs decision_headings;
	const struct docket_status *statuses; /* all that are registered; NULL: the plugin's four */
	size_t status_count;
	struct docket_str global_filter; /* a checkbox line without it is no task */
	bool dataview;                   /* fields as [key:: value] instead of emoji */
	/* Boxes without due, scheduled and start day are scheduled for the day in the file's name:
	   as `name_pattern` has it (of YYYY, MM, M, DD, D and other signs; empty: none), else the
	   first YYYY-MM-DD or YYYYMMDD. */
	bool scheduled_by_name;
	struct docket_str name_pattern;
};

/*
 * Reads a file. Returns NULL when it cannot be read or is no note (a device, larger than 8 MiB,
 * binary). The caller frees the note. `reading` and what it points to must outlive the note.
 */
DOCKET_API struct docket_note *docket_note_read(
	const char *path, const struct docket_reading *reading, struct docket_error *err);

/* The same for bytes in memory, which are copied; `path` names them and gives date and title. */
DOCKET_API struct docket_note *docket_note_parse(
	struct docket_str bytes, const char *path, const struct docket_reading *reading);

/* Frees the note and all that was reached through it. NULL is allowed. */
DOCKET_API void docket_note_free(struct docket_note *note);

/* Names as users, JSON and SQL see them; constants. */
DOCKET_API const char *docket_priority_name(enum docket_priority priority);
DOCKET_API const char *docket_state_name(enum docket_state state);
DOCKET_API const char *docket_status_type_name(enum docket_status_type type);
DOCKET_API const char *docket_origin_name(enum docket_origin from);
DOCKET_API const char *docket_level_name(enum docket_level level);

/* The name of a kind of remark ("invalid-date"), its level, and what it means with its remedy. */
DOCKET_API const char *docket_remark_name(enum docket_remark_kind kind);
DOCKET_API enum docket_level docket_remark_level(enum docket_remark_kind kind);
DOCKET_API const char *docket_remark_explain(enum docket_remark_kind kind);

#endif
