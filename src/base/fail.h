/*
 * The one way to fail: words the error where the facts are known.
 *
 *	return fail(err, DOCKET_NOT_FOUND, "%s: there is no such note", path);
 */
#ifndef BASE_FAIL_H
#define BASE_FAIL_H

#include "docket/error.h"

#include <stdbool.h>

/* Always false, so that a doer can return it. `err` may be NULL. */
bool fail(struct docket_error *err, enum docket_error_code code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Always NULL, for makers. */
#define fail_null(...) ((void)fail(__VA_ARGS__), (void *)0)

#endif
