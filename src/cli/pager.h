/*
 * The pager: on a terminal, what is longer than the screen is shown by DOCKET_PAGER, PAGER or
 * less.
 *
 *	struct pager pager = { 0 };
 *	page.out = pager_open(&pager, true);
 *	...
 *	if (!pager_close(&pager, &err))
 *		...
 */
#ifndef CLI_PAGER_H
#define CLI_PAGER_H

#include <docket/error.h>

#include <stdbool.h>
#include <stdio.h>

struct pager {
	FILE *page; /* in memory, until it is whole; NULL: standard output is written straight */
	char *bytes;
	size_t length;
	bool wanted;
};

/* Where to write. `wanted`: it may be paged when standard output is a terminal. */
FILE *pager_open(struct pager *pager, bool wanted);

/* Shows what was written, through the pager when it is longer than the screen. */
bool pager_close(struct pager *pager, struct docket_error *err);

/* The command that pages; NULL: none is wanted (it is empty or "cat"). */
const char *pager_command(void);

#endif
