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

FILE *
pager_open(struct pager *pager, bool wanted)
{
	*pager = (struct pager){ .wanted = wanted && isatty(STDOUT_FILENO) && pager_command() };
	pager->page = open_memstream(&pager->bytes, &pager->length);
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
	bool failed = pager->page ? fclose(pager->page) != 0 : !fault_is_absent(stdout);
	if (failed)
		return fault(err, DOCKET_FAILED, "cannot write: %s", strerror(errno));
	if (!pager->page)
		return true;
	bool shown = pager->wanted && is_long(pager) && run_undisturbed(pager);
	if (!shown)
		fwrite(pager->bytes, 1, pager->length, stdout);
	free(pager->bytes);
	*pager = (struct pager){ 0 };
	if (!fault_is_absent(stdout))
		return fault(err, DOCKET_FAILED, "cannot write: %s", strerror(errno));
	return true;
}
