/*
 * What keeps cmark linear: libcmark 0.30 needs quadratic time for deeply nested containers and for
 * thousands of brackets in one block. Real notes are far from all of these limits.
 */
#ifndef READ_GUARD_H
#define READ_GUARD_H

#include "base/str.h"

/* `line` of `body`, from 1, is too much for cmark, and why; `reason` is NULL when none is. */
struct guard {
	const char *reason;
	int line;
};

struct guard guard_check(str body);

#endif
