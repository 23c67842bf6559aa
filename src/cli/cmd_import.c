/* docket import */
#include "commands.h"
#include "fault.h"
#include "importing.h"
#include "json.h"
#include "output.h"
#include "text.h"
#include "tree.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Set by SIGINT, SIGTERM and SIGHUP. */
static volatile sig_atomic_t interrupted;

static void
interrupt(int number)
{
	(void)number;
	interrupted = 1;
}

bool
import_interrupted(void)
{
	return interrupted;
}

/* The second interrupt ends docket at once; the store stays as it was all the same. */
static void
catch_interrupts(void)
{
	struct sigaction action = { .sa_handler = interrupt, .sa_flags = (int)SA_RESETHAND };
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGHUP, &action, NULL);
	/* What is printed matters less than what is imported. */
	signal(SIGPIPE, SIG_IGN);
}

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void
import_begin_line(struct progress *progress)
{
	progress->begun = seconds();
	progress->last = 0;
}

void
import_clear_line(struct progress *progress)
{
	if (progress->shown)
		fputs("\r\033[K", stderr);
	progress->shown = false;
}

/* [==========              ] 1234 of 5000 notes */
static void
show_line(size_t done, size_t total, double spent)
{
	static const char bar[] = "========================";
	size_t room = sizeof(bar) - 1, filled = total ? done * room / total : 0;
	if (total && done >= total)
		fprintf(stderr, "\r\033[K%zu notes read, putting their tasks together (%.0f s)",
			done, spent);
	else if (total)
		fprintf(stderr, "\r\033[K[%.*s%*s] %zu of %zu notes", (int)filled, bar,
			(int)(room - filled), "", done, total);
	else
		fprintf(stderr, "\r\033[K%zu notes", done);
	fflush(stderr);
}

static bool
show_progress(void *context, size_t done, size_t total)
{
	struct progress *progress = context;
	if (import_interrupted())
		return false;
	bool all = total && done >= total;
	if (!progress->wanted || (done % 16 && !all))
		return true;
	double now = seconds();
	if (now - progress->begun < 1 || now - progress->last < 0.1)
		return true;
	progress->last = now;
	progress->shown = true;
	show_line(done, total, now - progress->begun);
	return true;
}

static void
warn(void *context, const char *text)
{
	struct progress *progress = context;
	import_clear_line(progress);
	complain(text);
}

static const char *
plural(size_t count)
{
	return count == 1 ? "" : "s";
}

static void
print_parts(const struct docket_import_result *result)
{
	const struct {
		size_t count;
		const char *name;
	} parts[] = { { result->added, "new" }, { result->changed, "changed" },
		{ result->unchanged, "unchanged" }, { result->removed, "removed" },
		{ result->failed, "failed" } };
	const char *separator = " (";
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (!parts[i].count)
			continue;
		printf("%s%zu %s", separator, parts[i].count, parts[i].name);
		separator = ", ";
	}
	if (separator[0] == ',')
		putchar(')');
}

void
import_print_summary(const struct invocation *invocation, const struct docket_import_result *result)
{
	printf("%zu note%s", result->seen, plural(result->seen));
	print_parts(result);
	printf(": %zu task%s in %zu mention%s, %zu decision%s in %zu mention%s, %zu %s, %zu "
	       "account%s\n",
		result->tasks, plural(result->tasks), result->task_mentions,
		plural(result->task_mentions), result->decisions, plural(result->decisions),
		result->decision_mentions, plural(result->decision_mentions), result->people,
		result->people == 1 ? "person" : "people", result->accounts,
		plural(result->accounts));
	if (result->remarks && invocation->verbose)
		message(invocation, "%zu remark%s on what looks wrong: docket check",
			result->remarks, plural(result->remarks));
}

void
import_print_json(const struct docket_import_result *result, int indent)
{
	const struct docket_value notes[] = { tree_number("seen", (long long)result->seen),
		tree_number("new", (long long)result->added),
		tree_number("changed", (long long)result->changed),
		tree_number("unchanged", (long long)result->unchanged),
		tree_number("removed", (long long)result->removed),
		tree_number("failed", (long long)result->failed) };
	char took[32];
	snprintf(took, sizeof(took), "%.3f", result->seconds);
	const struct docket_value items[] = {
		tree_map("notes", notes, sizeof(notes) / sizeof(*notes)),
		tree_number("tasks", (long long)result->tasks),
		tree_number("task_mentions", (long long)result->task_mentions),
		tree_number("decisions", (long long)result->decisions),
		tree_number("decision_mentions", (long long)result->decision_mentions),
		tree_number("people", (long long)result->people),
		tree_number("accounts", (long long)result->accounts),
		tree_number("remarks", (long long)result->remarks),
		{ .type = DOCKET_NUMBER, .name = docket_str("seconds"), .text = docket_str(took) },
	};
	const struct docket_value map = tree_map(NULL, items, sizeof(items) / sizeof(*items));
	json_write(stdout, &map, indent);
}

/* The globs of all --exclude, for the caller to free. */
static struct docket_strs
read_excludes(const struct invocation *invocation)
{
	struct docket_str *items = text_array(invocation->option_count, sizeof(*items));
	size_t count = 0;
	for (size_t i = 0; i < invocation->option_count; i++)
		if (strcmp(invocation->options[i].name, "exclude") == 0)
			items[count++] = docket_str(invocation->options[i].value);
	return (struct docket_strs){ items, count };
}

/* Arenas come and go with every note: keep what they free, the kernel need not clear it again. */
static void
keep_memory(void)
{
#ifdef __GLIBC__
	mallopt(M_TRIM_THRESHOLD, 16 * 1024 * 1024);
	mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
#endif
}

static bool
is_format(const struct invocation *invocation, const char *name)
{
	return strcmp(output_format(invocation), name) == 0;
}

bool
import_wants_json(const struct invocation *invocation)
{
	return is_format(invocation, "json") || is_format(invocation, "jsonl");
}

static bool
check_wishes(const struct invocation *invocation, struct docket_error *err)
{
	if (!output_check_format(invocation, err))
		return false;
	if (option_given(invocation, "watch") && option_given(invocation, "dry-run"))
		return fault(err, DOCKET_INVALID,
			"--dry-run looks once, --watch goes on; use one of them");
	return true;
}

/* What to do next, for a person who imports for the first time. */
static void
say_next(const struct invocation *invocation, const struct docket_import_result *result)
{
	if (!isatty(STDOUT_FILENO) || !result->seen)
		return;
	if (result->remarks)
		message(invocation,
			"'docket' lists what is open, 'docket check' the %zu remark%s on what "
			"looks "
			"wrong, 'docket help' the rest",
			result->remarks, plural(result->remarks));
	else
		message(invocation, "'docket' lists what is open, 'docket help' the rest");
}

/* Imports once and prints what came of it. */
static int
import_once(struct invocation *invocation, const struct docket_import *import)
{
	struct docket_error err = { 0 };
	struct docket_import_result result;
	bool first = access(invocation->store_path, F_OK) != 0 && !import->dry_run;
	import_begin_line(import->context);
	bool done = docket_store_import(invocation->store_path, import, &result, &err);
	import_clear_line(import->context);
	if (!done)
		return report_error(&err);
	if (import_wants_json(invocation))
		import_print_json(&result, is_format(invocation, "jsonl") ? 0 : 2);
	else
		import_print_summary(invocation, &result);
	if (first && !import_wants_json(invocation))
		say_next(invocation, &result);
	if (!result.seen && !result.failed && import->path_count)
		message(invocation,
			"docket: there are no notes there; docket reads *.md and *.markdown, and "
			"no names that begin with '.'");
	return result.failed ? EXIT_FAILED : EXIT_DONE;
}

int
command_import(struct invocation *invocation)
{
	struct progress progress = { .invocation = invocation,
		.wanted = isatty(STDERR_FILENO) && !invocation->quiet };
	struct docket_import import = { .config = invocation->config_path,
		.paths = invocation->arguments,
		.path_count = invocation->argument_count,
		.excludes = read_excludes(invocation),
		.full = option_given(invocation, "full"),
		.dry_run = option_given(invocation, "dry-run"),
		.allow_mass_delete = option_given(invocation, "allow-mass-delete"),
		.progress = show_progress,
		.without_total = !progress.wanted,
		.warn = warn,
		.context = &progress };
	struct docket_error err = { 0 };
	long jobs = 0;
	bool good =
		check_wishes(invocation, &err) && option_number(invocation, "jobs", &jobs, &err);
	import.jobs = (size_t)jobs;
	if (!good)
		return free((void *)import.excludes.items), report_error(&err);
	catch_interrupts();
	keep_memory();
	int status = option_given(invocation, "watch") ? import_watch(invocation, &import)
						       : import_once(invocation, &import);
	free((void *)import.excludes.items);
	return status;
}
