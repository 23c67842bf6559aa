/*
 * The walk through the entries of an outline; private to syntax.c and the files
 * syntax_*.c.
 */
#ifndef READ_SYNTAX_WALK_H
#define READ_SYNTAX_WALK_H

#include "read/assignee.h"
#include "read/label.h"
#include "read/syntax.h"

/* A heading of level n is at index n; a bold line that acts as one is below them all. */
enum { LEVEL_BOLD = 7, LEVELS };

enum { WALK_TASKS_MOST = 4 }; /* on one line */

/* What holds below a heading. */
struct section {
	struct heading heading;
	strs owners;
	enum docket_priority priority;
	struct docket_date day; /* of the meeting: its own, or that of a heading above */
	bool lines;             /* without box count, where they name somebody */
	bool bare;              /* and where they do not */
	bool boxes;             /* a checkbox was here: what has none is a remark */
	bool named;  /* a line here began with somebody known: the others do with somebody, too */
	bool plain;  /* a line without emphasis is its heading: "Actions:" */
	bool listed; /* a line is its heading, and a list follows at once: that is what it heads */
};

struct walk {
	const struct syntax_context *context;
	struct syntax_items *items;
	struct people people;
	struct crew crew;
	struct section sections[LEVELS]; /* what holds at each level; deeper ones are copies */
	size_t callout;        /* index behind the callout that the walk is in; 0: it is in none */
	struct section around; /* what holds around it, below the headings */
	bool older;            /* the walk is in a mail that this one answers */
	size_t *tasks;         /* by index of the entry: number of its task, from 1; 0: none */
};

/* Who may be an owner in front of a line here. */
enum assignee_trust walk_trust(const struct walk *walk);

/* "**Words**" and "**Words:**" on a line of their own. */
bool walk_read_bold(str text, struct label *label);

/* "Both", "Everyone" above what they are to do, and "Nobody yet", which are no owners. */
bool walk_read_group(const struct walk *walk, str words, strs *owners);

/* What a heading says here: everyday words for decisions count in a meeting only. */
struct heading walk_take_heading(const struct walk *walk, struct heading heading);
struct heading walk_read_heading(const struct walk *walk, str text);

/* From here on the heading holds, at its level and below; one that says nothing goes on. */
void walk_enter_section(struct walk *walk, int level, struct heading heading, str text);

/* A line that stands above others as a heading does: a name, "High priority". */
void walk_enter_line(struct walk *walk, str words);

/*
 * "> [!todo] Actions": its title is a heading inside it. Called for every entry, in order; gives
 * the index to go on with.
 */
size_t walk_enter_callout(struct walk *walk, size_t at);

/* Whether the line is somebody's words, not those of such a callout. */
bool walk_is_quoted(const struct walk *walk, const struct outline_entry *entry);

struct syntax_place walk_place(const struct walk *walk, const struct outline_entry *entry);

/* Whether plain lines are decisions here: below a heading for them, in a meeting. */
bool walk_is_for_decisions(const struct syntax_place *place);

/* The lines from `first` to before `end` as one text. */
str walk_join_lines(const struct walk *walk, size_t first, size_t end);

void walk_add_task(struct walk *walk, size_t at, const struct docket_task *task);
void walk_add_decision(struct walk *walk, const struct syntax_place *place, str text, bool struck);

/* Whether the line begins with a marker that counts here. */
bool walk_is_marked(const struct walk *walk, str text);

/* "Ada to call, and Ravi to write" is two tasks when both are known: takes the first off. */
str walk_next_task(const struct walk *walk, str *rest);

/* "ACTION: ...", "Decision: ..."; false when the text begins with no marker that counts. */
bool walk_read_marked(struct walk *walk, size_t at, const struct syntax_place *place, str text);

/* In a meeting a heading is a task when it says whose: "## ACTION, Ada Park: send the map". */
void walk_read_marked_heading(struct walk *walk, size_t at);

/* The lines from `at` to before `end`, "• text", as an item of a list. */
void walk_read_bullet(struct walk *walk, size_t at, size_t end, str text);

/* Both read what begins at index `at` and give the index of the entry behind it. */
size_t walk_read_item(struct walk *walk, size_t at);
size_t walk_read_paragraph(struct walk *walk, size_t at);

#endif
