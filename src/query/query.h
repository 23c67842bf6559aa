/*
 * A query of the Obsidian Tasks language, understood: which boxes, in which order and groups, how
 * many, and how they are shown. Nothing here knows SQLite; what a filter means is a clause of SQL
 * whose values are bound later (store/query.h).
 *
 *	struct query query = { .arena = &arena, .today = today };
 *	struct query_source source = { .text = STR("not done\nsort by due") };
 *	if (!query_read(&query, &(struct query_text){ .block = source }, err))
 *		...
 */
#ifndef QUERY_QUERY_H
#define QUERY_QUERY_H

#include "base/date.h"
#include "docket/query.h"

/* More than anybody writes; it bounds the size of the SQL. */
enum {
	QUERY_FILTERS_MOST = 200,
	QUERY_ORDERS_MOST = 50,
	QUERY_GROUPS_MOST = DOCKET_QUERY_LEVELS,
	QUERY_FIELDS_MOST = 3,
	QUERY_VALUES_MOST = 2,
	QUERY_KEY_VALUES_MOST = 4
};

/* A text with statements, and where it is, for messages. */
struct query_source {
	str name; /* of the file, or where else it was written */
	int line; /* on which the text begins; 0: it has none */
	str text;
};

/* A property of the note that holds the query. */
struct query_property {
	str name;
	str value; /* a list as JSON; absent: null */
};

/* The note that holds the query. */
struct query_file {
	str path; /* in its vault */
	const struct query_property *properties;
	size_t property_count;
};

struct query_preset {
	str name, text;
};

/* All that a query consists of. */
struct query_text {
	struct query_source global; /* of the settings */
	struct query_source block;
	int properties_line;           /* of the note: where its properties begin, for messages */
	const struct query_file *file; /* NULL: the query stands in no note */
	const struct query_preset *presets;
	size_t preset_count;
};

/* A value that is bound: a text, a number, or a name that the store has to look up. */
enum query_value_kind {
	QUERY_TEXT,
	QUERY_NUMBER,
	QUERY_PERSON,
	QUERY_ACCOUNT,
	QUERY_PROJECT,
	QUERY_SERIES
};

struct query_value {
	enum query_value_kind kind;
	str text;
	long long number;
	str place; /* of a name: "Monday.md:7: " */
};

enum query_operation { QUERY_LEAF, QUERY_NOT, QUERY_AND, QUERY_OR, QUERY_XOR };

/* One filter, or an operator upon those before it. */
struct query_token {
	enum query_operation operation;
	str statement;      /* a filter as written */
	str meaning;        /* in other words, maybe on several lines; empty: as written */
	const char *clause; /* SQL: `@` is the field, `%` the next value */
	const char *fields[QUERY_FIELDS_MOST]; /* SQL: one of them fits the clause */
	const char *also;                      /* SQL: this does too; NULL: nothing */
	bool negative;                         /* boxes are kept that do not fit */
	struct query_value values[QUERY_VALUES_MOST];
	size_t value_count;
};

/* A statement that filters: operators stand behind what they work upon. */
struct query_filter {
	str statement;
	LIST(struct query_token)
};

/* How values of boxes compare: the least comes first. */
enum query_key_kind {
	QUERY_KEY_NUMBER,  /* 32 bits */
	QUERY_KEY_TEXT,    /* as query/collate.h has it; NULL comes last */
	QUERY_KEY_WORDS,   /* the same for a description, without marks around its first words */
	QUERY_KEY_DAY,     /* those that do not exist, then the others, then none */
	QUERY_KEY_STATUS,  /* types: in progress, to do, on hold, done, cancelled, others */
	QUERY_KEY_URGENCY, /* of due, scheduled, start and priority; the highest is the least */
	QUERY_KEY_PATH     /* of the note, as text; it has no value of a box */
};

struct query_key {
	enum query_key_kind kind;
	const char *values[QUERY_KEY_VALUES_MOST]; /* SQL; `%` is the number of the order */
};

/* An order of boxes; the first of them decides. */
struct query_order {
	str statement;
	struct query_key key;
	long long number;
	bool reverse;
};

/* How a group's value becomes its names. */
enum query_naming {
	QUERY_NAME_PLAIN, /* the value is the name */
	QUERY_NAME_DAY,   /* a day, "!" or NULL: "2025-11-22 Saturday", "No due date" */
	QUERY_NAME_LIST   /* a JSON list of names; or one name, when there are none */
};

struct query_group {
	str statement;
	str place;         /* of it: "Monday.md:7: " */
	const char *value; /* SQL */
	enum query_naming naming;
	const char *what; /* of a day: "due" */
	bool reverse;
};

/* What is shown of a task and around it; bits of `struct query.hidden`. */
enum query_part {
	QUERY_BACKLINK,
	QUERY_EDIT_BUTTON,
	QUERY_NESTED_BACKLINK,
	QUERY_POSTPONE_BUTTON,
	QUERY_TASK_COUNT,
	QUERY_GROUP_COUNT,
	QUERY_TOOLBAR,
	QUERY_TREE,
	QUERY_URGENCY,
	QUERY_CANCELLED,
	QUERY_CREATED,
	QUERY_DEPENDS_ON,
	QUERY_DONE,
	QUERY_DUE,
	QUERY_ID,
	QUERY_ON_COMPLETION,
	QUERY_PRIORITY,
	QUERY_RECURRENCE,
	QUERY_SCHEDULED,
	QUERY_START,
	QUERY_TAGS,
	QUERY_PARTS
};

struct query {
	struct arena *arena;
	date today;
	struct {
		LIST(struct query_filter)
	} filters; /* all of them hold */
	struct {
		LIST(struct query_order)
	} orders;
	struct {
		LIST(struct query_group)
	} groups;
	long long limit, group_limit; /* -1: none */
	unsigned hidden;              /* bits of enum query_part */
	bool brief;                   /* fields without their values */
	bool explain;
	bool ignores_global;
	struct {
		LIST(str)
	} layout; /* statements that change what is shown */
	struct {
		LIST(str)
	} warnings; /* "file:line: ..." of what the plugin takes and hardly means what was meant */
	size_t leaf_count; /* filters, those in combinations too */
};

/*
 * Reads a query into `query`, whose arena and today are set. Fails with DOCKET_NOT_UNDERSTOOD at
 * the first statement that is none; the message begins with file and line.
 */
bool query_read(struct query *query, const struct query_text *text, struct docket_error *err);

/* How it was understood, as `explain` shows it. */
str query_explain(const struct query *query);

#endif
