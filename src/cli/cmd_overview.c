/* docket report: one page with charts, for a browser. */
#include "commands.h"
#include "fault.h"
#include "output.h"
#include "overview.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A page on a terminal is no use to anybody; `-o -` asks for it all the same. */
static bool
check_output(const struct invocation *invocation, struct docket_error *err)
{
	if (invocation->argument_count)
		return fault(err, DOCKET_INVALID,
			"docket report takes no '%s'; see: docket help report",
			invocation->arguments[0]);
	if (!option_given(invocation, "output") && isatty(STDOUT_FILENO))
		return fault(err, DOCKET_INVALID,
			"docket report writes a page for a browser; name its file: docket report "
			"-o "
			"report.html");
	return true;
}

static bool
write_page(
	const struct invocation *invocation, struct docket_store *store, struct docket_error *err)
{
	struct output output = { .store = store };
	struct overview overview = { .invocation = invocation, .store = store };
	overview.filters = option_filters(invocation, &overview.filter_count);
	bool done = output_open(&output, invocation, NULL, err);
	overview.html.out = output.page.out;
	done = done && overview_write(&overview, err);
	free(overview.filters);
	return output_close(&output, done, done ? err : NULL) && done;
}

int
command_overview(struct invocation *invocation)
{
	struct docket_error err = { 0 };
	struct docket_store *store = NULL;
	bool done = check_output(invocation, &err) &&
		    (store = docket_store_open(invocation->store_path, &err)) &&
		    write_page(invocation, store, &err);
	if (done)
		warn_when_stale(invocation, store);
	docket_store_close(store);
	return done ? EXIT_DONE : report_error(&err);
}
