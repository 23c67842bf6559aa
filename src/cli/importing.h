/*
 * What an import shows while it runs and when it is done, for the command that imports once and
 * the one that goes on watching.
 */
#ifndef CLI_IMPORTING_H
#define CLI_IMPORTING_H

#include "options.h"

#include <docket/store.h>

/* The line of progress; the context of an import's calls. */
struct progress {
	const struct invocation *invocation;
	bool shown, wanted;
	double begun, last;
	struct text *changes; /* what is told of single notes once the import is done; or NULL */
};

/* Whether the result is asked for as JSON. */
bool import_wants_json(const struct invocation *invocation);

/* Whether a signal asked to stop. */
bool import_interrupted(void);

/* An import begins: the line of progress is shown when it takes a second. */
void import_begin_line(struct progress *progress);

/* Takes the line of progress off the terminal. */
void import_clear_line(struct progress *progress);

void import_print_summary(
	const struct invocation *invocation, const struct docket_import_result *result);

/* All counts as a map, on one line when `indent` is 0. */
void import_print_json(const struct docket_import_result *result, int indent);

/* Imports, then again whenever notes change, until a signal asks to stop. */
int import_watch(struct invocation *invocation, struct docket_import *import);

#endif
