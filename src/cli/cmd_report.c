/* Reports: every file in schema/reports is a command. Also show and sql, which print rows too. */
#include "commands.h"
#include "fault.h"
#include "output.h"
#include "split.h"
#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The options that are filters, as the library wants them. */
static bool
read_request(const struct invocation *invocation, struct docket_request *request,
	struct docket_error *err)
{
	size_t count;
	const struct docket_filter *filters = option_filters(invocation, &count);
	*request = (struct docket_request){ .report = invocation->command.report->name,
		.filters = filters,
		.filter_count = count,
		.today = invocation->today,
		.sort = option_value(invocation, "sort"),
		.reverse = option_given(invocation, "reverse") };
	return option_number(invocation, "limit", &request->limit, err);
}

static int
say_how_to_begin(void)
{
	fputs("docket keeps the tasks and decisions of your meeting notes. It has not read any "
	      "yet:\n"
	      "  docket import FOLDER    reads the Markdown notes below a folder; they stay as "
	      "they are\n"
	      "  docket help             what it answers then\n",
		stdout);
	return EXIT_DONE;
}

void
warn_when_stale(const struct invocation *invocation, const struct docket_store *store)
{
	if (!invocation->quiet && docket_store_is_stale(store, invocation->config_path))
		message(invocation, "docket: the configuration has changed since the last import; "
				    "to use it: docket "
				    "import");
}

/* Tasks of 'Myself' are somebody's: says how to tell docket whose. */
static void
ask_for_me(const struct invocation *invocation, struct docket_store *store)
{
	struct docket_rows *rows = docket_likely_me(store, NULL);
	const struct docket_value *row = rows ? docket_rows_next(rows, NULL) : NULL;
	if (row) {
		struct docket_str name = row->items[0].text;
		message(invocation,
			"docket: 'Myself' owns tasks and takes part most often as %.*s; if that is "
			"you, "
			"write 'me: %.*s' into %s and import again",
			(int)name.length, name.bytes, (int)name.length, name.bytes,
			invocation->config_path ? invocation->config_path : "the configuration");
	}
	docket_rows_free(rows);
}

/* How rows are shown, and the store that they come from. */
struct showing {
	struct docket_store *store;
	bool sheet;   /* one, with all its fields */
	size_t total; /* without --limit; 0: as many as come */
};

static bool
write_rows(const struct invocation *invocation, struct docket_rows *rows, const struct showing *how,
	size_t *count, struct docket_error *err)
{
	struct output output = { .store = how->store };
	bool written = output_open(&output, invocation, NULL, err);
	output.page.sheet = how->sheet;
	output.page.total = how->total;
	written = written && page_write(&output.page, rows, count, err);
	return output_close(&output, written, written ? err : NULL) && written;
}

/* How many rows there are without --limit; 0: as many as come, or the format does not tell. */
static size_t
count_rows(struct docket_store *store, const struct docket_request *request)
{
	size_t count = 0;
	if (request->limit && request->columns)
		docket_report_count(store, request, &count, NULL);
	return count;
}

static bool
write_report(const struct invocation *invocation, struct docket_store *store,
	struct docket_request *request, size_t *count, struct docket_error *err)
{
	struct text columns = { 0 };
	output_add_columns(invocation, &columns);
	if (columns.length)
		text_add_char(&columns, '\0');
	request->columns = columns.bytes;
	struct docket_rows *rows = docket_report_run(store, request, err);
	struct showing how = { store, false, rows ? count_rows(store, request) : 0 };
	bool done = rows && write_rows(invocation, rows, &how, count, err);
	docket_rows_free(rows);
	text_free(&columns);
	return done;
}

static bool
run_report(const struct invocation *invocation, struct docket_store *store, size_t *count,
	struct docket_error *err)
{
	struct docket_request request;
	bool done = read_request(invocation, &request, err);
	if (done && option_given(invocation, "split-by"))
		done = split_write(invocation, store, &request, count, err);
	else if (done)
		done = write_report(invocation, store, &request, count, err);
	free((void *)request.filters);
	return done;
}

/* What a name behind a report is likely to be: an owner, else an account, else a person. */
static const char *
usual_filter(const struct command *command)
{
	static const char *const names[] = { "owner", "account", "person" };
	for (size_t i = 0; command->report && i < sizeof(names) / sizeof(*names); i++)
		if (docket_report_has_filter(command->report, names[i]))
			return names[i];
	return NULL;
}

static bool
take_arguments(
	const struct invocation *invocation, size_t least, size_t most, struct docket_error *err)
{
	const struct command *command = &invocation->command;
	if (invocation->argument_count >= least && invocation->argument_count <= most)
		return true;
	const char *filter = usual_filter(command);
	if (filter && invocation->argument_count)
		return fault(err, DOCKET_INVALID,
			"docket %s takes no '%s' by itself; did you mean --%s '%s'?", command->name,
			invocation->arguments[0], filter, invocation->arguments[0]);
	if (invocation->argument_count > most)
		return fault(err, DOCKET_INVALID,
			"docket %s: '%s' is one too many; see: docket help %s", command->name,
			invocation->arguments[most], command->name);
	return fault(err, DOCKET_INVALID, "docket %s needs %s", command->name, command->usage);
}

int
command_report(struct invocation *invocation)
{
	struct docket_error err = { 0 };
	if (invocation->command.name && !take_arguments(invocation, 0, 0, &err))
		return report_error(&err);
	if (option_given(invocation, "unknown"))
		return command_unknown(invocation);
	struct docket_store *store = docket_store_open(invocation->store_path, &err);
	if (!store && err.code == DOCKET_NOT_FOUND && !invocation->command.name)
		return say_how_to_begin();
	size_t count = 0;
	bool done = store && run_report(invocation, store, &count, &err);
	if (done)
		warn_when_stale(invocation, store);
	if (done && strcmp(invocation->command.report->name, "people") == 0)
		ask_for_me(invocation, store);
	docket_store_close(store);
	if (!done)
		return report_error(&err);
	return count && option_given(invocation, "exit-code") ? EXIT_ROWS : EXIT_DONE;
}

/* Opens the store, lets `ask` make rows of the argument, prints them. */
static int
print_rows(struct invocation *invocation, bool sheet,
	struct docket_rows *(*ask)(
		struct docket_store *, const struct invocation *, struct docket_error *))
{
	struct docket_error err = { 0 };
	struct docket_store *store = NULL;
	bool done = take_arguments(invocation, sheet, 1, &err) &&
		    (store = docket_store_open(invocation->store_path, &err));
	struct docket_rows *rows = done ? ask(store, invocation, &err) : NULL;
	done = rows &&
	       write_rows(invocation, rows, &(struct showing){ store, sheet, 0 }, NULL, &err);
	docket_rows_free(rows);
	docket_store_close(store);
	return done ? EXIT_DONE : report_error(&err);
}

static struct docket_rows *
ask_show(struct docket_store *store, const struct invocation *invocation, struct docket_error *err)
{
	return docket_show(store, invocation->arguments[0], invocation->today, err);
}

/* The statement is typed, or comes from standard input. */
static struct docket_rows *
ask_sql(struct docket_store *store, const struct invocation *invocation, struct docket_error *err)
{
	if (invocation->argument_count && strcmp(invocation->arguments[0], "-") != 0)
		return docket_sql(store, invocation->arguments[0], err);
	struct text statement = { 0 };
	struct docket_rows *rows = NULL;
	if (text_add_file(&statement, stdin)) {
		text_add_char(&statement, '\0');
		if (statement.length > 1)
			rows = docket_sql(store, statement.bytes, err);
		else
			fault(err, DOCKET_INVALID,
				"docket sql needs a statement; see: docket help sql");
	} else
		fault(err, DOCKET_FAILED, "standard input cannot be read: %s", strerror(errno));
	text_free(&statement);
	return rows;
}

int
command_show(struct invocation *invocation)
{
	return print_rows(invocation, true, ask_show);
}

int
command_sql(struct invocation *invocation)
{
	return print_rows(invocation, false, ask_sql);
}
