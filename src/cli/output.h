/*
 * Where a result goes: standard output, through the pager when it is long, or a file of its own.
 * It is whole before somebody reads it, who may take long: by then the store is let go of. Only
 * what is too long to be held in memory is read while it is made.
 *
 *	struct output output = { .store = store };
 *	if (!output_open(&output, invocation, NULL, &err))
 *		...
 *	page_write(&output.page, rows, &count, &err);
 *	output_close(&output, true, &err);
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "options.h"
#include "page.h"
#include "pager.h"

#include <signal.h>

struct output {
	struct docket_store *store; /* what is shown is read from; to be set first; NULL: none */
	struct page page;           /* ready for page_write */
	struct pager pager;
	char *path;      /* of the file; NULL: standard output */
	char *temporary; /* what is written until it is whole */
	bool nameless;   /* it has no name yet, and is gone when docket is killed */
	bool device;     /* -o names a pipe or device */
	bool holds;      /* signals that stop docket wait until the file is whole */
	sigset_t before; /* those that did before */
};

/* The format asked for, "table" when none is. */
const char *output_format(const struct invocation *invocation);

/* Whether the command can write in the format. */
bool output_has_format(const struct command *command, const struct format *format);

/* Adds the formats that a command has: "table, md or json", when `last` is "or". */
void output_add_formats(struct text *out, const struct command *command, const char *last);

/* Fails with DOCKET_INVALID when the format asked for is none of its command. */
bool output_check_format(const struct invocation *invocation, struct docket_error *err);

/* Adds the columns that the rows of a report need have for its format; nothing: all. */
void output_add_columns(const struct invocation *invocation, struct text *columns);

/* `path` is the file to write; NULL: that of -o, or standard output. */
bool output_open(struct output *output, const struct invocation *invocation, const char *path,
	struct docket_error *err);

/* Shows or saves what was written when `keep`, else drops it. */
bool output_close(struct output *output, bool keep, struct docket_error *err);

#endif
