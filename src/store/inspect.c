#include "store/inspect.h"

#include "base/fail.h"
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* The size of what was read: 0 of an empty file, -1 when it cannot be read. */
static ssize_t
read_header(int file, const char *path, unsigned char header[100], struct docket_error *err)
{
	struct stat status;
	bool found = fstat(file, &status) == 0;
	if (found && !S_ISREG(status.st_mode)) {
		fail(err, DOCKET_NOT_A_STORE, "%s: this is not a file; name another one with --db",
			path);
		return -1;
	}
	ssize_t size = found ? read(file, header, 100) : -1;
	if (size < 0)
		fail(err, DOCKET_FAILED, "%s: cannot read the store: %s", path, strerror(errno));
	return size;
}

enum store_condition
store_inspect(const char *path, struct docket_error *err)
{
	unsigned char header[100] = { 0 };
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (file < 0 && errno == ENOENT)
		return STORE_ABSENT;
	if (file < 0) {
		fail(err, DOCKET_FAILED, "%s: cannot open the store: %s", path, strerror(errno));
		return STORE_REFUSED;
	}
	ssize_t size = read_header(file, path, header, err);
	close(file);
	if (size < 0)
		return STORE_REFUSED;
	return size == 0 ? STORE_ABSENT : judge(header, path, err);
}
