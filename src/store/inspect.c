#include "store/inspect.h"

#include "base/fail.h"
#include "store/db.h"
#include "store/store.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static unsigned long
big_endian(const unsigned char *bytes)
{
	return (unsigned long)bytes[0] << 24 | (unsigned long)bytes[1] << 16 |
	       (unsigned long)bytes[2] << 8 | bytes[3];
}

/* Judges the first 100 bytes, the header of the SQLite file format. */
static enum store_condition
judge(const unsigned char header[100], const char *path, struct docket_error *err)
{
	if (memcmp(header, "SQLite format 3", 16) != 0) {
		fail(err, DOCKET_NOT_A_STORE,
			"%s: this is not a docket store and was not touched; name another file "
			"with "
			"--db",
			path);
		return STORE_REFUSED;
	}
	if (big_endian(header + 68) != STORE_APPLICATION) {
		fail(err, DOCKET_NOT_A_STORE,
			"%s: this database belongs to another program and was not touched; name "
			"another file with --db",
			path);
		return STORE_REFUSED;
	}
	return big_endian(header + 60) == STORE_VERSION ? STORE_CURRENT : STORE_OUTDATED;
}

/* The bytes that begin a file which is there. */
static bool
read_header(const char *path, unsigned char header[100], struct docket_error *err)
{
	return db_read_start(path, header, 100) ||
	       fail(err, DOCKET_FAILED, "%s: cannot read the store: %s", path, strerror(errno));
}

enum store_condition
store_inspect(const char *path, struct docket_error *err)
{
	unsigned char header[100] = { 0 };
	struct stat status;
	if (stat(path, &status) != 0) {
		if (errno == ENOENT)
			return STORE_ABSENT;
		fail(err, DOCKET_FAILED, "%s: cannot open the store: %s", path, strerror(errno));
		return STORE_REFUSED;
	}
	if (!S_ISREG(status.st_mode)) {
		fail(err, DOCKET_NOT_A_STORE, "%s: this is not a file; name another one with --db",
			path);
		return STORE_REFUSED;
	}
	if (!read_header(path, header, err))
		return STORE_REFUSED;
	return status.st_size == 0 ? STORE_ABSENT : judge(header, path, err);
}
