/*
 * How the command line words its own failures; the library has its own way.
 *
 *	return fault(err, DOCKET_INVALID, "no format '%s'", name);
 */
#ifndef CLI_FAULT_H
#define CLI_FAULT_H

#include <docket/error.h>

#include <stdbool.h>
#include <stdio.h>

/* Always false, so that a doer can return it. `err` may be NULL. */
bool fault(struct docket_error *err, enum docket_error_code code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Whether all that was printed until now could be written, else errno says why not. */
bool fault_is_absent(FILE *out);

#endif
