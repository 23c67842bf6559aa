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

enum { PAGER_MOST = 64 << 20 }; /* bytes */

struct pager {
	FILE *page; /* in memory, until it is whole; NULL: standard output is written straight */
	char *bytes;
	size_t length, room;
	bool wanted;
	bool passes; /* there is too much of it: it goes on as it comes */
};

/*
 * Where to write; the pager must stay where it is. `wanted`: it may be paged when standard output
 * is a terminal. What is not, and is longer than PAGER_MOST, is not held until it is whole.
 */
FILE *pager_open(struct pager *pager, bool wanted);

/* Shows what was written, through the pager when it is longer than the screen. */
bool pager_close(struct pager *pager, struct docket_error *err);

/* The command that pages; NULL: none is wanted (it is empty or "cat"). */
const char *pager_command(void);

#endif
