/*
 * Memory that runs out: the allocation whose number is in DOCKET_FAIL_AT fails, and with
 * DOCKET_FAIL_ON all after it. How many there were is written to the file in DOCKET_COUNT.
 *
 *	LD_PRELOAD=memory.so DOCKET_FAIL_AT=100 docket import
 */
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static atomic_long count;
static long fail_at;
static bool fail_on;

__attribute__((constructor)) static void
begin(void)
{
	const char *at = getenv("DOCKET_FAIL_AT");
	fail_at = at ? atol(at) : 0;
	fail_on = getenv("DOCKET_FAIL_ON");
	count = 0;
}

__attribute__((destructor)) static void
end(void)
{
	const char *path = getenv("DOCKET_COUNT");
	int file = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
	if (file >= 0) {
		dprintf(file, "%ld\n", (long)count);
		close(file);
	}
}

static bool
fails(void)
{
	long number = ++count;
	bool failing = fail_at && (number == fail_at || (fail_on && number > fail_at));
	if (failing)
		errno = ENOMEM;
	return failing;
}

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t items, size_t size)
{
	return fails() ? NULL : __libc_calloc(items, size);
}

void *
realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}
