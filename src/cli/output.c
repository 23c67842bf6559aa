#include "output.h"

#include "fault.h"
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *
output_format(const struct invocation *invocation)
{
	for (size_t i = invocation->option_count; i > 0; i--) {
		const struct given *given = &invocation->options[i - 1];
		if (strcmp(given->name, "json") == 0)
			return "json";
		if (strcmp(given->name, "format") == 0)
			return given->value;
	}
	return "table";
}

bool
output_has_format(const struct command *command, const struct format *format)
{
	if (command->formats)
		return option_is_among(format->name, command->formats, " ");
	const struct docket_report *report = command->report;
	return !format->subject || (report && strcmp(report->subject, format->subject) == 0);
}

void
output_add_formats(struct text *out, const struct command *command, const char *last)
{
	size_t count, left = 0;
	const struct format *table = formats(&count);
	for (size_t i = 0; i < count; i++)
		left += output_has_format(command, &table[i]);
	for (size_t i = 0; i < count; i++)
		if (output_has_format(command, &table[i])) {
			text_add(out, docket_str(table[i].name));
			left--;
			if (left)
				text_format(out, left > 1 ? ", " : " %s ", last);
		}
}

bool
output_check_format(const struct invocation *invocation, struct docket_error *err)
{
	const struct command *command = &invocation->command;
	const char *name = output_format(invocation);
	const struct format *format = format_find(name);
	if (format && output_has_format(command, format))
		return true;
	struct text names = { 0 };
	output_add_formats(&names, command, "and");
	fault(err, DOCKET_INVALID, "%s%s has no format '%s'; there are %.*s",
		command->name ? "docket " : "docket", command->name ? command->name : "", name,
		(int)names.length, names.bytes);
	text_free(&names);
	return false;
}

/* A pipe or device is written to, never replaced. */
static bool
open_device(struct output *output, const char *path, struct docket_error *err)
{
	int file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	output->page.out = file < 0 ? NULL : fdopen(file, "w");
	output->device = true;
	return output->page.out ||
	       fault(err, DOCKET_FAILED, "%s: cannot be written: %s", path, strerror(errno));
}

static const int stops[] = { SIGINT, SIGTERM, SIGHUP };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* Who stops docket waits until no half of a file is left. */
static void
hold_stops(struct output *output)
{
	sigset_t held;
	sigemptyset(&held);
	for (size_t i = 0; i < COUNT(stops); i++)
		sigaddset(&held, stops[i]);
	output->holds = sigprocmask(SIG_BLOCK, &held, &output->before) == 0;
}

static bool
is_stopped(const struct output *output)
{
	sigset_t waiting;
	bool stopped = false;
	sigpending(&waiting);
	for (size_t i = 0; i < COUNT(stops) && output->holds; i++)
		stopped = stopped || sigismember(&waiting, stops[i]) == 1;
	return stopped;
}

/* A file in the folder of that path that goes when docket is killed; -1: there can be none. */
static int
open_nameless(const char *path)
{
#ifdef O_TMPFILE
	const char *slash = strrchr(path, '/');
	size_t length = !slash ? 0 : slash == path ? 1 : (size_t)(slash - path);
	char *folder = strndup(length ? path : ".", length ? length : 1);
	int file = folder ? open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600) : -1;
	free(folder);
	return file;
#else
	(void)path;
	return -1;
#endif
}

/* Written under no name, or another one, first, so that the file is whole or not there. */
static int
open_temporary(struct output *output)
{
	int file = open_nameless(output->path);
	output->nameless = file >= 0;
	return output->nameless
		       ? file
		       : open(output->temporary,
				 O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}

static bool
give_name(struct output *output)
{
	char file[32];
	snprintf(file, sizeof(file), "/proc/self/fd/%d", fileno(output->page.out));
	bool named = linkat(AT_FDCWD, file, AT_FDCWD, output->temporary, AT_SYMLINK_FOLLOW) == 0;
	output->nameless = !named;
	return named;
}

/* Where a link leads, which stays; NULL and errno where that is nowhere. */
static char *
follow(const char *path)
{
	struct stat status;
	bool link = lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
	return link ? realpath(path, NULL) : strdup(path);
}

static bool
open_file(struct output *output, const struct invocation *invocation, const char *path,
	struct docket_error *err)
{
	struct stat status;
	bool exists = stat(path, &status) == 0;
	if (exists && !S_ISREG(status.st_mode))
		return open_device(output, path, err);
	if (exists && !option_given(invocation, "force"))
		return fault(
			err, DOCKET_FAILED, "%s: exists already; replace it with --force", path);
	output->path = follow(path);
	if (!output->path)
		return fault(
			err, DOCKET_FAILED, "%s: cannot be written: %s", path, strerror(errno));
	if (asprintf(&output->temporary, "%s.docket-%ld", output->path, (long)getpid()) < 0)
		return fault(err, DOCKET_FAILED, "out of memory");
	hold_stops(output);
	int file = open_temporary(output);
	output->page.out = file < 0 ? NULL : fdopen(file, "w");
	if (!output->page.out)
		return fault(
			err, DOCKET_FAILED, "%s: cannot be written: %s", path, strerror(errno));
	return true;
}

static struct page
make_page(const struct invocation *invocation)
{
	return (struct page){ .format = output_format(invocation),
		.report = invocation->command.report,
		.group_by = option_value(invocation, "group-by"),
		.today = invocation->today,
		.raw = option_given(invocation, "csv-raw") };
}

void
output_add_columns(const struct invocation *invocation, struct text *columns)
{
	struct page page = make_page(invocation);
	page_add_columns(&page, columns);
}

bool
output_open(struct output *output, const struct invocation *invocation, const char *path,
	struct docket_error *err)
{
	struct page *page = &output->page;
	*page = make_page(invocation);
	const char *color = option_value(invocation, "color");
	if (!output_check_format(invocation, err))
		return false;
	if (!path)
		path = option_value(invocation, "output");
	if (path && strcmp(path, "-") != 0)
		return open_file(output, invocation, path, err);
	page->terminal = isatty(STDOUT_FILENO);
	page->width = page->terminal ? terminal_width(STDOUT_FILENO) : 0;
	page->color = terminal_colors(color, STDOUT_FILENO);
	page->out = pager_open(&output->pager, !option_given(invocation, "no-pager"));
	return true;
}

static bool
save(struct output *output, bool keep, struct docket_error *err)
{
	bool saved = true, opened = output->page.out;
	if (opened) {
		saved = fault_is_absent(output->page.out) && fsync(fileno(output->page.out)) == 0;
		keep = keep && !is_stopped(output);
		if (keep && saved && output->nameless)
			saved = give_name(output);
		int failure = errno;
		bool closed = fclose(output->page.out) == 0;
		if (!saved)
			errno = failure;
		saved = saved && closed;
	}
	if (keep && saved)
		saved = rename(output->temporary, output->path) == 0;
	if (!saved)
		fault(err, DOCKET_FAILED, "%s: cannot be written: %s", output->path,
			strerror(errno));
	if ((!keep || !saved) && opened && !output->nameless)
		unlink(output->temporary);
	free(output->path);
	free(output->temporary);
	if (output->holds)
		sigprocmask(SIG_SETMASK, &output->before, NULL);
	return saved;
}

static bool
close_device(FILE *device, struct docket_error *err)
{
	bool written = fault_is_absent(device);
	written = fclose(device) == 0 && written;
	return written || fault(err, DOCKET_FAILED, "cannot write: %s", strerror(errno));
}

bool
output_close(struct output *output, bool keep, struct docket_error *err)
{
	if (output->path)
		return save(output, keep, err);
	if (output->device)
		return !output->page.out || close_device(output->page.out, err);
	docket_store_release(output->store);
	return !output->page.out || pager_close(&output->pager, err);
}
