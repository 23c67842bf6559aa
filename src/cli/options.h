/*
 * The command line taken apart: which command, which options, which arguments. One table serves
 * the parser, the help and the completion.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <docket.h>

/* Which commands have an option; a command has one or more of these. */
enum option_group {
	FOR_ALL = 1 << 0,
	FOR_REPORTS = 1 << 1,
	FOR_SPLIT = 1 << 2, /* reports that can be split into files */
	FOR_IMPORT = 1 << 3,
	FOR_PAGES = 1 << 4, /* whatever prints rows */
	FOR_CHECK = 1 << 5,
	FOR_JSON = 1 << 6,
	FOR_FILTER = 1 << 7, /* as the report says */
	FOR_PEOPLE = 1 << 8,
	FOR_FILE = 1 << 9, /* whatever can write a file */
	FOR_SEARCH = 1 << 10,
	FOR_QUERY = 1 << 11,
	FOR_CELLS = 1 << 12 /* whatever prints rows as csv too */
};

struct invocation;

struct option {
	const char *name;
	char letter;          /* 0: none */
	const char *argument; /* NULL: a switch */
	const char *summary;  /* NULL: the formats of its command */
	unsigned groups;
};

struct command {
	const char *name;
	const char *alias; /* NULL: none */
	const char *summary;
	const char *usage;    /* arguments: "[PATH...]" */
	const char *examples; /* lines; NULL: none */
	unsigned groups;
	int (*run)(struct invocation *invocation); /* gives the exit status */
	const struct docket_report *report;        /* the report it prints; NULL: it is none */
	const char *filters; /* of a command that is no report: "owner account"; NULL: none */
	const char *formats; /* "table json"; NULL: all that fit its rows */
};

/* An option as given. */
struct given {
	const char *name;
	const char *value; /* of a switch: "" */
	size_t before;     /* how many arguments stand in front of it */
};

struct invocation {
	struct command command;
	struct given *options;
	size_t option_count;
	const char **arguments;
	size_t argument_count;
	struct docket_date today;
	char *store_path;
	char *config_path; /* NULL: none */
	bool quiet, verbose;
};

/* The `index`th option there is, filters of reports among them; false behind the last. */
bool option_at(size_t index, struct option *option);

/* Whether the word is one of those between separators. */
bool option_is_among(const char *word, const char *words, const char *separator);

/* The option of this name; false: there is none. */
bool option_find(const char *name, struct option *option);

/* Whether the command has it: by its groups, or as a filter of its report. */
bool option_is_for(const struct option *option, const struct command *command);

/* Takes the words apart. Fails with DOCKET_INVALID and says what was meant. */
bool options_read(struct invocation *invocation, int count, char **words, struct docket_error *err);

void options_free(struct invocation *invocation);

/* The last value given, or NULL. */
const char *option_value(const struct invocation *invocation, const char *name);
bool option_given(const struct invocation *invocation, const char *name);

/* The options given that are filters of the command; an array for the caller to free. */
struct docket_filter *option_filters(const struct invocation *invocation, size_t *count);

/* "Did you mean": the nearest of the words that are offered. */
struct nearest {
	const char *word;  /* as typed */
	const char *found; /* NULL: none is near */
	size_t far;
};

void nearest_offer(struct nearest *nearest, const char *candidate);

/* The value of an option that takes a number from 0 up. */
bool option_number(const struct invocation *invocation, const char *name, long *number,
	struct docket_error *err);

#endif
