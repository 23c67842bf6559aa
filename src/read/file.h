/*
 * A file as bytes, with what is needed to see later that it changed.
 */
#ifndef READ_FILE_H
#define READ_FILE_H

#include "base/str.h"

#include <sys/stat.h>

enum { FILE_MOST = 8 * 1024 * 1024 }; /* bytes; larger ones are no notes */

struct file_stamp {
	long long size;
	long long mtime_ns;
	long long ctime_ns;
	long long inode;
};

struct file_stamp file_stamp_from(const struct stat *status);

/*
 * Reads a regular file whole into the arena. Never waits for a FIFO or device (DOCKET_SKIPPED),
 * refuses more than FILE_MOST bytes and binary files (DOCKET_SKIPPED), tries again once when the
 * file changes while it is read. The bytes have a NUL behind them that does not count.
 */
bool file_read(struct arena *arena, const char *path, str *bytes, struct file_stamp *stamp,
	struct docket_error *err);

#endif
