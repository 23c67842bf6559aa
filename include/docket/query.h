/*
 * Queries: the language of the Obsidian Tasks plugin, docket-query(7), asked of the store. A row is
 * a line with a checkbox, as its note has it, not a task that several lines speak of.
 *
 *	struct docket_dashboard *note = docket_dashboard_read("Monday.md", &err);
 *	for (size_t i = 0; note && i < note->block_count; i++) {
 *		struct docket_query query = { .dashboard = note, .text = note->blocks[i].text,
 *			.line = note->blocks[i].line + 1, .today = today };
 *		struct docket_answer *answer = docket_query_run(store, &query, &err);
 *		const struct docket_answer_group *group;
 *		while (answer && (group = docket_answer_next_group(answer)))
 *			for (const struct docket_value *task;
 *				(task = docket_answer_next_task(answer, &err));)
 *				print(docket_value_get(task, "description"));
 *		docket_answer_free(answer);
 *	}
 *	docket_dashboard_free(note);
 */
#ifndef DOCKET_QUERY_H
#define DOCKET_QUERY_H

#include <docket/store.h>

/* A block of a note that holds a query: what stands between ```tasks and ```. */
struct docket_query_block {
	int line; /* of the note, on which the block begins; its text is on those below */
	struct docket_str text;
	struct docket_str heading; /* the nearest above, raw Markdown; empty: none */
};

/* A note with its queries. */
struct docket_dashboard {
	struct docket_str path; /* as given */
	const struct docket_query_block *blocks;
	size_t block_count;
};

/* Reads a note. Fails like docket_note_read. The caller frees it. */
DOCKET_API struct docket_dashboard *docket_dashboard_read(
	const char *path, struct docket_error *err);

/* The same for bytes in memory, which are copied; `path` may be NULL: a note that is in no vault.
 */
DOCKET_API struct docket_dashboard *docket_dashboard_parse(
	struct docket_str bytes, const char *path);

/* NULL is allowed. */
DOCKET_API void docket_dashboard_free(struct docket_dashboard *dashboard);

/* A question. Zero is a sensible value for everything but `text` and `today`. */
struct docket_query {
	struct docket_str text;
	const struct docket_dashboard *dashboard; /* the note it stands in; NULL: none */
	const char *name;                         /* without a note, for messages: "-e" */
	int line;                                 /* of the note, on which the text begins */
	const char
		*root; /* only notes below this folder; NULL: those of the note's vault, or all */
	struct docket_date today;
};

/* Levels of groups: so many lines of "group by" at most. */
enum { DOCKET_QUERY_LEVELS = 16 };

/* An answer: how many boxes fit, and, group by group, those within the limits. */
struct docket_answer {
	size_t total;
	size_t shown;                  /* each counted once, also when it is in several groups */
	struct docket_strs warnings;   /* "Monday.md:7: ..." where hardly what was meant is asked */
	struct docket_str explanation; /* when the query says `explain`: lines; or empty */
	bool brief;                    /* `short mode`: fields without their values */
};

/*
 * Asks. Fails with DOCKET_NOT_UNDERSTOOD for what is no query: the message names file and line,
 * what was expected, and the nearest instruction. The caller frees the answer; the store must
 * outlive it.
 */
DOCKET_API struct docket_answer *docket_query_run(
	struct docket_store *store, const struct docket_query *query, struct docket_error *err);

/* Whether a part of the task is to be shown, named as in `hide due date`. */
DOCKET_API bool docket_answer_shows(const struct docket_answer *answer, const char *part);

/* A group, its names as people see them, outermost first; none without `group by`. */
struct docket_answer_group {
	struct docket_strs headings;
	size_t count; /* of its tasks */
};

/* The next group; NULL behind the last. Valid until the next call. */
DOCKET_API const struct docket_answer_group *docket_answer_next_group(struct docket_answer *answer);

/*
 * The next task of that group: a map with `path` (absolute) and the keys of `docket parse`; then
 * `vault_path`, the path that the query sees, `plugin`, a map of the fields as the plugin reads
 * them (NULL: as docket does; a day that does not exist is "!"), and `urgency`. NULL behind the
 * last and on failure, which `err` tells apart. Valid until the next call.
 */
DOCKET_API const struct docket_value *docket_answer_next_task(
	struct docket_answer *answer, struct docket_error *err);

/* What the tasks are maps of. Valid as long as the answer. */
DOCKET_API const struct docket_value *docket_answer_columns(const struct docket_answer *answer);

/* NULL is allowed. */
DOCKET_API void docket_answer_free(struct docket_answer *answer);

#endif
