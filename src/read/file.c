#include "read/file.h"

#include "base/fail.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Bytes that show whether a file is text, looked at so many at once, and how many of them may be
 * controls. */
enum { SAMPLE = 8 * 1024, BLOCK = 64, CONTROLS_LEAST = 8 };

struct file_stamp
file_stamp_from(const struct stat *status)
{
	/* Unsigned: a file may bear any time. */
	unsigned long long second = 1000000000;
	unsigned long long mtime = (unsigned long long)status->st_mtim.tv_sec * second;
	unsigned long long ctime = (unsigned long long)status->st_ctim.tv_sec * second;
	return (struct file_stamp){ .size = status->st_size,
		.mtime_ns = (long long)(mtime + (unsigned long long)status->st_mtim.tv_nsec),
		.ctime_ns = (long long)(ctime + (unsigned long long)status->st_ctim.tv_nsec),
		.inode = (long long)status->st_ino };
}

static bool
is_same(struct file_stamp a, struct file_stamp b)
{
	return a.size == b.size && a.mtime_ns == b.mtime_ns && a.ctime_ns == b.ctime_ns &&
	       a.inode == b.inode;
}

static bool
starts_utf16(str bytes)
{
	static const struct docket_str big = { "\xFE\xFF", 2 }, little = { "\xFF\xFE", 2 },
				       utf32 = { "\xFF\xFE\0\0", 4 };
	return str_starts(bytes, big) || (str_starts(bytes, little) && !str_starts(bytes, utf32));
}

/* How many are controls that text does not use: all but TAB to CR. */
static size_t
count_controls(const char *bytes, size_t count)
{
	unsigned char controls = 0;
	for (size_t i = 0; i < count; i++) {
		unsigned char byte = (unsigned char)bytes[i];
		unsigned char from_tab = (unsigned char)(byte - '\t');
		controls = (unsigned char)(controls + (((byte < 0x20) & (from_tab > '\r' - '\t')) |
							      (byte == 0x7F)));
	}
	return controls;
}

/* More than one byte in a hundred is a control that text does not use; a few may be but NULs. */
static bool
is_binary(str bytes)
{
	str sample = str_slice(bytes, 0, SAMPLE);
	size_t controls = 0, nuls = 0;
	size_t i = 0;
	for (; i + BLOCK <= sample.length; i += BLOCK)
		controls += count_controls(sample.bytes + i, BLOCK);
	controls += count_controls(sample.bytes + i, sample.length - i);
	for (i = 0; controls && i < sample.length; i++)
		nuls += !sample.bytes[i];
	bool many = controls > CONTROLS_LEAST || nuls * 100 > sample.length;
	return many && controls * 100 > sample.length && !starts_utf16(bytes);
}

static bool
fail_errno(struct docket_error *err, const char *path)
{
	int reason = errno;
	enum docket_error_code code = DOCKET_FAILED;
	if (reason == ENOENT || reason == ENOTDIR)
		code = DOCKET_NOT_FOUND;
	else if (reason == ENXIO || reason == ENODEV || reason == EOPNOTSUPP)
		code = DOCKET_SKIPPED; /* a socket, a device without its driver */
	return fail(err, code, "%s: %s", path, strerror(reason));
}

static int
open_file(const char *path)
{
	int fd;
	do
		fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	while (fd < 0 && errno == EINTR);
	return fd;
}

/* Reads up to `most` bytes, or to the end; -1 on failure. */
static ssize_t
read_bytes(int fd, char *bytes, size_t most)
{
	size_t length = 0;
	while (length < most) {
		ssize_t count = read(fd, bytes + length, most - length);
		if (count == 0)
			break;
		if (count > 0)
			length += (size_t)count;
		else if (errno != EINTR)
			return -1;
	}
	return (ssize_t)length;
}

struct reading {
	struct arena *arena;
	const char *path;
	str bytes;
	struct file_stamp stamp;
	bool changed; /* while it was read: the bytes are worth nothing */
};

static bool
read_open(struct reading *reading, int fd, struct docket_error *err)
{
	struct stat status;
	if (fstat(fd, &status) != 0)
		return fail_errno(err, reading->path);
	if (!S_ISREG(status.st_mode))
		return fail(err, DOCKET_SKIPPED, "%s: not a regular file", reading->path);
	if (status.st_size > FILE_MOST)
		return fail(err, DOCKET_SKIPPED, "%s: larger than %d MiB", reading->path,
			FILE_MOST / (1024 * 1024));
	reading->stamp = file_stamp_from(&status);
	/* One byte more than there should be: it stays NUL, or shows that the file grew. */
	size_t room = (size_t)status.st_size + 1;
	char *bytes = arena_alloc(reading->arena, room);
	ssize_t length = read_bytes(fd, bytes, room);
	if (length < 0 || fstat(fd, &status) != 0)
		return fail_errno(err, reading->path);
	reading->bytes = (str){ bytes, (size_t)length };
	reading->changed =
		length != reading->stamp.size || !is_same(file_stamp_from(&status), reading->stamp);
	return true;
}

static bool
read_once(struct reading *reading, struct docket_error *err)
{
	int fd = open_file(reading->path);
	if (fd < 0)
		return fail_errno(err, reading->path);
	bool done = read_open(reading, fd, err);
	close(fd);
	return done;
}

bool
file_read(struct arena *arena, const char *path, str *bytes, struct file_stamp *stamp,
	struct docket_error *err)
{
	struct reading reading = { .arena = arena, .path = path };
	if (!read_once(&reading, err) || (reading.changed && !read_once(&reading, err)))
		return false;
	if (reading.changed)
		return fail(err, DOCKET_SKIPPED, "%s: busy, it changed while it was read", path);
	if (is_binary(reading.bytes))
		return fail(err, DOCKET_SKIPPED, "%s: binary, not a text", path);
	*bytes = reading.bytes;
	*stamp = reading.stamp;
	return true;
}
