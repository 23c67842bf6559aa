/*
 * What a file is, before SQLite sees it: SQLite would open a device, and make a database of an
 * empty file of anybody's.
 */
#ifndef STORE_INSPECT_H
#define STORE_INSPECT_H

#include "docket/error.h"

enum store_condition {
	STORE_ABSENT, /* not there, or empty */
	STORE_CURRENT,
	STORE_OUTDATED, /* of another version of docket */
	STORE_REFUSED   /* something else, or unreadable; the error says what */
};

enum store_condition store_inspect(const char *path, struct docket_error *err);

#endif
