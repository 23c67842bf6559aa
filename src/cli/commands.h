/*
 * The commands there are. A report is a command by itself; every other one is a file cmd_*.c and a
 * row in commands.c.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "options.h"

/* Exit statuses: a contract with scripts. */
enum exit_status {
	EXIT_DONE = 0,
	EXIT_FAILED = 1,
	EXIT_USAGE = 2,
	EXIT_NOT_UNDERSTOOD = 3,
	EXIT_ROWS = 4,
	EXIT_INTERRUPTED = 130
};

/* The `index`th command, reports first; false behind the last. */
bool commands_at(size_t index, struct command *command);

/* By name or alias; false: there is none. */
bool commands_find(const char *word, struct command *command);

/* What `docket` alone does; its name is NULL. */
struct command commands_bare(void);

/* "There is no command ...; did you mean ...?" */
bool commands_fail(const char *word, struct docket_error *err);

int command_report(struct invocation *invocation);
int command_unknown(struct invocation *invocation); /* people --unknown */
int command_import(struct invocation *invocation);
int command_show(struct invocation *invocation);
int command_search(struct invocation *invocation);
int command_brief(struct invocation *invocation);
int command_overview(struct invocation *invocation); /* docket report */
int command_parse(struct invocation *invocation);
int command_check(struct invocation *invocation);
int command_sql(struct invocation *invocation);
int command_query(struct invocation *invocation);
int command_completion(struct invocation *invocation);
int command_complete(struct invocation *invocation); /* what completion scripts ask */
int command_help(struct invocation *invocation);
int command_version(struct invocation *invocation);

/* Help for one command, or for docket as a whole when it has no name; `brief` for -h. */
void help_write(const struct command *command, bool brief);

/* "docket: text" on standard error, made safe to show. */
void complain(const char *text);

/* Says what went wrong on standard error and gives the exit status for it. */
int report_error(const struct docket_error *err);

/* Says when the configuration is another one than the store was made with. */
void warn_when_stale(const struct invocation *invocation, const struct docket_store *store);

/* A message on standard error, unless --quiet. */
void message(const struct invocation *invocation, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
