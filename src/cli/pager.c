#include "pager.h"

#include "fault.h"
#include "terminal.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

const char *
pager_command(void)
{
	const char *command = getenv("DOCKET_PAGER");
	if (!command)
		command = getenv("PAGER");
	if (!command)
		command = "less";
	return *command && strcmp(command, "cat") != 0 ? command : NULL;
}

#ifdef __linux__
static bool
make_room(struct pager *pager, size_t size)
{
	size_t room = pager->room ? pager->room : BUFSIZ;
	while (room - pager->length < size)
		room *= 2;
	char *bytes = room > pager->room ? realloc(pager->bytes, room) : pager->bytes;
	if (!bytes)
		return false;
	pager->bytes = bytes;
	pager->room = room;
	return true;
}

/* From now on nothing is held. */
static void
pass(struct pager *pager)
{
	fwrite(pager->bytes, 1, pager->length, stdout);
	free(pager->bytes);
	pager->bytes = NULL;
	pager->length = pager->room = 0;
	pager->passes = true;
}

/* How much was taken: all or nothing. */
static ssize_t
take(void *context, const char *bytes, size_t size)
{
	struct pager *pager = context;
	if (!pager->wanted && pager->length + size > PAGER_MOST)
		pass(pager);
	if (pager->passes)
		return fwrite(bytes, 1, size, stdout) == size ? (ssize_t)size : 0;
	if (!make_room(pager, size))
		return 0;
	memcpy(pager->bytes + pager->length, bytes, size);
	pager->length += size;
	return (ssize_t)size;
}

static FILE *
open_page(struct pager *pager)
{
	return fopencookie(pager, "w", (cookie_io_functions_t){ .write = take });
}
#else
static FILE *
open_page(struct pager *pager)
{
	return open_memstream(&pager->bytes, &pager->length);
}
#endif

FILE *
pager_open(struct pager *pager, bool wanted)
{
	*pager = (struct pager){ .wanted = wanted && isatty(STDOUT_FILENO) && pager_command() };
	pager->page = open_page(pager);
	return pager->page ? pager->page : stdout;
}

static bool
is_long(const struct pager *pager)
{
	size_t lines = 0, screen = terminal_height(STDOUT_FILENO);
	const char *end = pager->bytes + pager->length;
	for (const char *at = pager->bytes; at < end && lines < screen; at++) {
		at = memchr(at, '\n', (size_t)(end - at));
		if (!at)
			break;
		lines++;
	}
	return lines >= screen;
}

static void
become_pager(int input)
{
	signal(SIGPIPE, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	setenv("LESS", "FRX", 0);
	setenv("LESSSECURE", "1", 1);
	dup2(input, STDIN_FILENO);
	close(input);
	execl("/bin/sh", "sh", "-c", pager_command(), (char *)NULL);
	_exit(127);
}

static void
write_all(int fd, const char *bytes, size_t length)
{
	while (length) {
		ssize_t written = write(fd, bytes, length);
		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return;
		bytes += written;
		length -= (size_t)written;
	}
}

/* Shows the page and waits for its reader to leave; false when there is no such pager. */
static bool
run_pager(const struct pager *pager)
{
	int ends[2], status = 0;
	if (pipe(ends) < 0)
		return false;
	pid_t child = fork();
	if (child == 0) {
		close(ends[1]);
		become_pager(ends[0]);
	}
	close(ends[0]);
	if (child > 0)
		write_all(ends[1], pager->bytes, pager->length);
	close(ends[1]);
	if (child < 0)
		return false;
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	return !WIFEXITED(status) || (WEXITSTATUS(status) != 127 && WEXITSTATUS(status) != 126);
}

/* A reader who leaves early, or presses ^C in the pager, must not end docket. */
static bool
run_undisturbed(const struct pager *pager)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, pipe_before, interrupt_before;
	sigaction(SIGPIPE, &ignore, &pipe_before);
	sigaction(SIGINT, &ignore, &interrupt_before);
	bool shown = run_pager(pager);
	sigaction(SIGPIPE, &pipe_before, NULL);
	sigaction(SIGINT, &interrupt_before, NULL);
	return shown;
}

bool
pager_close(struct pager *pager, struct docket_error *err)
{
	bool whole = !pager->page || fault_is_absent(pager->page);
	if (pager->page)
		whole = fclose(pager->page) == 0 && whole;
	bool shown = whole && pager->wanted && is_long(pager) && run_undisturbed(pager);
	if (whole && !shown && pager->length)
		fwrite(pager->bytes, 1, pager->length, stdout);
	free(pager->bytes);
	*pager = (struct pager){ 0 };
	if (!fault_is_absent(stdout) || !whole)
		return fault(err, DOCKET_FAILED, "cannot write: %s", strerror(errno));
	return true;
}
