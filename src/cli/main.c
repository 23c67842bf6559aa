/* docket: the command line. */
#include "commands.h"
#include "fault.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

void
complain(const char *text)
{
	struct text line = { 0 };
	text_add_shown(&line, docket_str(text));
	fprintf(stderr, "docket: %.*s\n", (int)line.length, line.bytes ? line.bytes : "");
	text_free(&line);
}

int
report_error(const struct docket_error *err)
{
	if (err->code == DOCKET_OK)
		return EXIT_DONE;
	complain(err->message);
	return err->code == DOCKET_INVALID          ? EXIT_USAGE
	       : err->code == DOCKET_NOT_UNDERSTOOD ? EXIT_NOT_UNDERSTOOD
	       : err->code == DOCKET_INTERRUPTED    ? EXIT_INTERRUPTED
						    : EXIT_FAILED;
}

void
message(const struct invocation *invocation, const char *format, ...)
{
	if (invocation->quiet)
		return;
	struct text given = { 0 }, shown = { 0 };
	va_list arguments;
	va_start(arguments, format);
	text_format_list(&given, format, arguments);
	va_end(arguments);
	text_add_shown(&shown, text_view(&given));
	text_add_char(&shown, '\n');
	fwrite(shown.bytes, 1, shown.length, stderr);
	text_free(&given);
	text_free(&shown);
}

/* A file opened by mistake must never become standard output: closed descriptors are filled. */
static void
open_standard_files(void)
{
	/* Of what was closed nothing can be read, and to it nothing written. */
	static const int modes[] = { O_WRONLY, O_RDONLY, O_RDONLY };
	for (int file = 0; file <= 2; file++)
		if (fcntl(file, F_GETFD) < 0)
			open("/dev/null", modes[file]);
}

/* `variable`, else ~/`below_home`, with `name` behind; NULL when there is no home. */
static char *
user_path(const char *variable, const char *below_home, const char *name)
{
	const char *folder = getenv(variable), *home = getenv("HOME");
	char *path = NULL;
	int length = -1;
	if (folder && *folder == '/')
		length = asprintf(&path, "%s/docket/%s", folder, name);
	else if (home && *home)
		length = asprintf(&path, "%s/%s/docket/%s", home, below_home, name);
	return length < 0 ? NULL : path;
}

/* The option, else the variable, else the default. */
static char *
choose_path(const struct invocation *invocation, const char *option, const char *variable,
	char *otherwise)
{
	const char *given = option_value(invocation, option);
	if (!given)
		given = getenv(variable);
	if (!given || !*given)
		return otherwise;
	free(otherwise);
	return strdup(given);
}

static bool
find_paths(struct invocation *invocation, struct docket_error *err)
{
	invocation->store_path = choose_path(invocation, "db", "DOCKET_DB",
		user_path("XDG_STATE_HOME", ".local/state", "docket.db"));
	invocation->config_path = choose_path(invocation, "config", "DOCKET_CONFIG",
		user_path("XDG_CONFIG_HOME", ".config", "config.yaml"));
	if (!invocation->store_path)
		return fault(err, DOCKET_FAILED,
			"no home folder is known; name the store with --db FILE");
	const char *config = option_value(invocation, "config");
	if (!config)
		config = getenv("DOCKET_CONFIG");
	return !config || !*config || access(config, R_OK) == 0 ||
	       fault(err, DOCKET_FAILED,
		       "%s: %s; --config FILE and DOCKET_CONFIG name a configuration that is there",
		       config, strerror(errno));
}

/* The only place where the clock is read; no day: it is beyond the calendar. */
static struct docket_date
read_clock(void)
{
	time_t now = time(NULL);
	struct tm local;
	if (!localtime_r(&now, &local))
		return (struct docket_date){ 0 };
	struct docket_date day = { local.tm_year + 1900, local.tm_mon + 1, local.tm_mday };
	return docket_date_exists(day) ? day : (struct docket_date){ 0 };
}

static bool
find_today(struct invocation *invocation, struct docket_error *err)
{
	const char *given = option_value(invocation, "today");
	if (!given)
		given = getenv("DOCKET_TODAY");
	invocation->today = read_clock();
	if (given && *given)
		return docket_date_parse(
			docket_str(given), invocation->today, &invocation->today, err);
	return docket_date_exists(invocation->today) ||
	       fault(err, DOCKET_FAILED, "the clock cannot be read; use --today DATE");
}

static int
run(struct invocation *invocation)
{
	struct docket_error err = { 0 };
	invocation->quiet = option_given(invocation, "quiet");
	invocation->verbose = option_given(invocation, "verbose");
	const char *help = option_value(invocation, "help");
	if (help) {
		help_write(&invocation->command, strcmp(help, "short") == 0);
		return EXIT_DONE;
	}
	if (option_given(invocation, "version"))
		return command_version(invocation);
	if (!find_paths(invocation, &err) || !find_today(invocation, &err))
		return report_error(&err);
	return invocation->command.run(invocation);
}

int
main(int count, char **words)
{
	open_standard_files();
	struct docket_error err = { 0 };
	struct invocation invocation = { 0 };
	int status = options_read(&invocation, count, words, &err) ? run(&invocation)
								   : report_error(&err);
	options_free(&invocation);
	if (!fault_is_absent(stdout) && status == EXIT_DONE && errno != EPIPE) {
		fprintf(stderr, "docket: cannot write the result: %s\n", strerror(errno));
		status = EXIT_FAILED;
	}
	return status;
}
