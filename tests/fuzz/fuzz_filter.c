/*
 * Filters as somebody may type them. The first byte chooses a report, the first byte of each line
 * a filter (or the sort keys), the rest of it is the value.
 */
#include "fuzz_vault.h"

enum { FILTERS = 6 };

static size_t
count_filters(void)
{
	size_t count = 0;
	while (docket_report_filter(count))
		count++;
	return count;
}

static size_t
count_reports(void)
{
	size_t count = 0;
	while (docket_report_at(count))
		count++;
	return count;
}

static struct docket_store *
open_store(void)
{
	char path[300];
	struct docket_error err = { 0 };
	make_store(scratch_path(path, "docket.db"));
	struct docket_store *store = docket_store_open(path, &err);
	require(store, "the store opens");
	return store;
}

/* Values end at a NUL, as arguments do. */
static void
add_filter(struct docket_request *request, struct docket_filter *filters, const char *line)
{
	size_t chosen = (unsigned char)line[0] % (count_filters() + 1);
	if (chosen == count_filters())
		request->sort = line + 1;
	else if (request->filter_count < FILTERS)
		filters[request->filter_count++] =
			(struct docket_filter){ docket_report_filter(chosen)->name, line + 1 };
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static struct docket_store *store;
	struct docket_filter filters[FILTERS];
	struct docket_request request = { .filters = filters, .today = { 2025, 11, 10 } };
	if (!store)
		store = open_store();
	if (!size)
		return 0;
	struct arena arena = { 0 };
	str rest = { (const char *)bytes + 1, size - 1 }, line;
	request.report = docket_report_at(bytes[0] % count_reports())->name;
	while (str_next_line(&rest, &line))
		if (line.length)
			add_filter(&request, filters, str_terminated(&arena, line));
	run_report(store, &request);
	arena_free(&arena);
	return 0;
}
