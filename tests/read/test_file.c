/* With it, read() is inline and cannot be replaced below. */
#undef _FORTIFY_SOURCE

#include "read/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>
#include <cmocka.h>

/* What goes wrong while a file is read; zero is nothing. */
static struct {
	int interrupts; /* calls that a signal interrupts */
	size_t most;    /* bytes a call gives; 0: as many as asked for */
	int error;      /* errno of all calls */
	int changes;    /* calls during which somebody appends to `path` */
	int rewrites;   /* calls before which somebody writes over it, and sets its times back */
	const char *path;
} fault;

static void
write_file(const char *path, int flags, str bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | flags, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes.bytes, bytes.length), bytes.length);
	assert_int_equal(close(fd), 0);
}

/* As programs for syncing do. */
static void
rewrite(const char *path)
{
	struct stat before;
	assert_int_equal(stat(path, &before), 0);
	usleep(20000); /* more than a tick of any file system's clock */
	write_file(path, 0, STR("over"));
	struct timespec times[] = { before.st_atim, before.st_mtim };
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* Stands in for the C library's. */
ssize_t
read(int fd, void *bytes, size_t count)
{
	if (fault.interrupts > 0) {
		fault.interrupts--;
		errno = EINTR;
		return -1;
	}
	if (fault.error) {
		errno = fault.error;
		return -1;
	}
	if (fault.changes > 0) {
		fault.changes--;
		write_file(fault.path, O_APPEND, STR("more"));
	}
	if (fault.rewrites > 0) {
		fault.rewrites--;
		rewrite(fault.path);
	}
	return syscall(SYS_read, fd, bytes, fault.most && fault.most < count ? fault.most : count);
}

/* A folder of its own for each test, and what reading gives. */
struct room {
	char folder[32];
	char path[64];
	struct arena arena;
	str bytes;
	struct file_stamp stamp;
	struct docket_error err;
};

static int
enter(void **state)
{
	struct room *room = calloc(1, sizeof(*room));
	assert_non_null(room);
	strncpy(room->folder, "/tmp/docket-file-XXXXXX", sizeof(room->folder) - 1);
	assert_non_null(mkdtemp(room->folder));
	snprintf(room->path, sizeof(room->path), "%s/note.md", room->folder);
	memset(&fault, 0, sizeof(fault));
	fault.path = room->path;
	*state = room;
	return 0;
}

static int
leave(void **state)
{
	struct room *room = *state;
	arena_free(&room->arena);
	unlink(room->path);
	rmdir(room->folder);
	free(room);
	return 0;
}

static bool
read_path(struct room *room, const char *path)
{
	return file_read(&room->arena, path, &room->bytes, &room->stamp, &room->err);
}

static void
assert_read(struct room *room, str expected)
{
	assert_true(read_path(room, room->path));
	assert_int_equal(room->bytes.length, expected.length);
	assert_memory_equal(room->bytes.bytes, expected.bytes, expected.length);
}

static void
assert_refused(struct room *room, enum docket_error_code code, const char *words)
{
	assert_false(read_path(room, room->path));
	assert_int_equal(room->err.code, code);
	assert_non_null(strstr(room->err.message, room->path));
	assert_non_null(strstr(room->err.message, words));
}

/* `count` bytes, the first `controls` of which are no text. */
static str
make_bytes(struct room *room, size_t count, size_t controls)
{
	char *bytes = arena_alloc(&room->arena, count);
	memset(bytes, 'a', count);
	memset(bytes, 1, controls);
	return (str){ bytes, count };
}

static void
a_file_is_read_whole(void **state)
{
	write_file(((struct room *)*state)->path, 0, STR("- [ ] a\r\n\xFF"));
	assert_read(*state, STR("- [ ] a\r\n\xFF"));
}

static void
an_empty_file_has_no_bytes(void **state)
{
	struct room *room = *state;
	write_file(room->path, 0, STR(""));
	assert_read(room, STR(""));
	assert_non_null(room->bytes.bytes);
}

static void
a_nul_stands_behind_the_bytes(void **state)
{
	struct room *room = *state;
	write_file(room->path, 0, STR("four"));
	assert_read(room, STR("four"));
	assert_int_equal(room->bytes.bytes[4], 0);
}

static void
the_stamp_is_that_of_the_file(void **state)
{
	struct room *room = *state;
	struct stat status;
	write_file(room->path, 0, STR("four"));
	assert_read(room, STR("four"));
	assert_int_equal(stat(room->path, &status), 0);
	struct file_stamp stamp = file_stamp_from(&status);
	assert_memory_equal(&stamp, &room->stamp, sizeof(stamp));
	assert_int_equal(stamp.size, 4);
}

static void
a_stamp_counts_nanoseconds(void **state)
{
	(void)state;
	struct stat status = { .st_mtim = { 12, 34 }, .st_ctim = { -1, 5 } };
	assert_int_equal(file_stamp_from(&status).mtime_ns, 12000000034);
	assert_int_equal(file_stamp_from(&status).ctime_ns, -999999995);
}

static void
a_symbolic_link_is_followed(void **state)
{
	struct room *room = *state;
	char target[64];
	snprintf(target, sizeof(target), "%s/target", room->folder);
	write_file(target, 0, STR("linked"));
	assert_int_equal(symlink("target", room->path), 0);
	assert_read(room, STR("linked"));
	unlink(target);
}

static void
short_and_interrupted_reads_go_on(void **state)
{
	struct room *room = *state;
	write_file(room->path, 0, STR("one byte at a time"));
	fault.interrupts = 3;
	fault.most = 1;
	assert_read(room, STR("one byte at a time"));
}

static void
a_failing_read_names_path_and_reason(void **state)
{
	struct room *room = *state;
	write_file(room->path, 0, STR("x"));
	fault.error = EIO;
	assert_refused(room, DOCKET_FAILED, strerror(EIO));
}

static void
a_missing_file_is_not_found(void **state)
{
	assert_refused(*state, DOCKET_NOT_FOUND, strerror(ENOENT));
}

static void
a_file_that_changes_once_is_read_again(void **state)
{
	struct room *room = *state;
	write_file(room->path, 0, STR("text and "));
	fault.changes = 1;
	assert_read(room, STR("text and more"));
}

static void
a_file_that_keeps_changing_is_busy(void **state)
{
	struct room *room = *state;
	write_file(room->path, 0, STR("text"));
	fault.changes = 100;
	assert_refused(room, DOCKET_SKIPPED, "busy");
}

static void
a_file_whose_times_are_set_back_is_busy(void **state)
{
	struct room *room = *state;
	write_file(room->path, 0, STR("text"));
	fault.rewrites = 100;
	assert_refused(room, DOCKET_SKIPPED, "busy");
}

static void
a_fifo_does_not_make_it_wait(void **state)
{
	struct room *room = *state;
	assert_int_equal(mkfifo(room->path, 0600), 0);
	assert_refused(room, DOCKET_SKIPPED, "not a regular file");
}

static void
a_folder_is_no_note(void **state)
{
	struct room *room = *state;
	assert_int_equal(mkdir(room->path, 0700), 0);
	assert_refused(room, DOCKET_SKIPPED, "not a regular file");
	rmdir(room->path);
}

static void
a_socket_is_no_note(void **state)
{
	struct room *room = *state;
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	strncpy(address.sun_path, room->path, sizeof(address.sun_path) - 1);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof(address)), 0);
	assert_refused(room, DOCKET_SKIPPED, strerror(ENXIO));
	close(fd);
}

static void
a_device_is_no_note(void **state)
{
	struct room *room = *state;
	assert_false(read_path(room, "/dev/zero"));
	assert_int_equal(room->err.code, DOCKET_SKIPPED);
}

static void
the_largest_note_is_read(void **state)
{
	struct room *room = *state;
	str bytes = make_bytes(room, FILE_MOST, 0);
	write_file(room->path, 0, bytes);
	assert_read(room, bytes);
}

static void
a_larger_file_is_skipped(void **state)
{
	struct room *room = *state;
	write_file(room->path, 0, make_bytes(room, FILE_MOST + 1, 0));
	assert_refused(room, DOCKET_SKIPPED, "larger than 8 MiB");
}

static void
one_control_in_a_hundred_is_text(void **state)
{
	struct room *room = *state;
	str bytes = make_bytes(room, 300, 3);
	write_file(room->path, 0, bytes);
	assert_read(room, bytes);
}

static void
more_controls_are_binary(void **state)
{
	struct room *room = *state;
	write_file(room->path, 0, make_bytes(room, 900, 12));
	assert_refused(room, DOCKET_SKIPPED, "binary");
}

static void
white_space_is_no_control(void **state)
{
	struct room *room = *state;
	write_file(room->path, 0, STR("\t\n\v\f\r"));
	assert_read(room, STR("\t\n\v\f\r"));
}

static void
utf16_with_a_mark_is_text(void **state)
{
	struct room *room = *state;
	write_file(room->path, 0, STR("\xFF\xFEn\0o\0t\0e\0"));
	assert_read(room, STR("\xFF\xFEn\0o\0t\0e\0"));
}

static void
utf32_is_binary(void **state)
{
	struct room *room = *state;
	write_file(room->path, 0, STR("\xFF\xFE\0\0n\0\0\0"));
	assert_refused(room, DOCKET_SKIPPED, "binary");
}

static void
nobody_needs_to_know_why(void **state)
{
	struct room *room = *state;
	assert_false(file_read(&room->arena, room->path, &room->bytes, &room->stamp, NULL));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_file_is_read_whole),
		TEST(an_empty_file_has_no_bytes),
		TEST(a_nul_stands_behind_the_bytes),
		TEST(the_stamp_is_that_of_the_file),
		TEST(a_stamp_counts_nanoseconds),
		TEST(a_symbolic_link_is_followed),
		TEST(short_and_interrupted_reads_go_on),
		TEST(a_failing_read_names_path_and_reason),
		TEST(a_missing_file_is_not_found),
		TEST(a_file_that_changes_once_is_read_again),
		TEST(a_file_that_keeps_changing_is_busy),
		TEST(a_file_whose_times_are_set_back_is_busy),
		TEST(a_fifo_does_not_make_it_wait),
		TEST(a_folder_is_no_note),
		TEST(a_socket_is_no_note),
		TEST(a_device_is_no_note),
		TEST(the_largest_note_is_read),
		TEST(a_larger_file_is_skipped),
		TEST(one_control_in_a_hundred_is_text),
		TEST(more_controls_are_binary),
		TEST(white_space_is_no_control),
		TEST(utf16_with_a_mark_is_text),
		TEST(utf32_is_binary),
		TEST(nobody_needs_to_know_why),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
