/* docket search: tasks, decisions and notes by their words. */
#include "commands.h"
#include "fault.h"
#include "output.h"
#include "text.h"

#include <stdlib.h>

enum { MOST = 50 }; /* rows, unless asked otherwise */

struct search {
	const struct invocation *invocation;
	struct docket_store *store;
	struct docket_request request;
	struct docket_filter *filters;
	struct text words;
	size_t count; /* rows printed */
};

static bool
read_words(struct search *search, struct docket_error *err)
{
	const struct invocation *invocation = search->invocation;
	for (size_t i = 0; i < invocation->argument_count; i++) {
		if (i)
			text_add_char(&search->words, ' ');
		text_add(&search->words, docket_str(invocation->arguments[i]));
	}
	if (!search->words.length)
		return fault(err, DOCKET_INVALID, "docket search needs WORDS");
	text_add_char(&search->words, '\0');
	search->request.words = search->words.bytes;
	return true;
}

static bool
read_request(struct search *search, struct docket_error *err)
{
	const struct invocation *invocation = search->invocation;
	search->request.report = "search";
	search->request.today = invocation->today;
	search->request.limit = MOST;
	search->filters = option_filters(invocation, &search->request.filter_count);
	search->request.filters = search->filters;
	return read_words(search, err) &&
	       (!option_given(invocation, "limit") ||
		       option_number(invocation, "limit", &search->request.limit, err));
}

/* How many there are; counting is much less work than ranking. */
static size_t
count_hits(const struct search *search)
{
	struct docket_request request = search->request;
	request.report = "search_count";
	struct docket_rows *rows = docket_report_run(search->store, &request, NULL);
	const struct docket_value *row = rows ? docket_rows_next(rows, NULL) : NULL;
	size_t count = row ? (size_t)row->items[0].number : 0;
	docket_rows_free(rows);
	return count;
}

static bool
write_hits(struct search *search, struct docket_rows *rows, struct docket_error *err)
{
	struct output output = { .store = search->store };
	bool written = output_open(&output, search->invocation, NULL, err);
	output.page.report = docket_report_find("search");
	output.page.total = search->request.limit ? count_hits(search) : 0;
	written = written && page_write(&output.page, rows, &search->count, err);
	return output_close(&output, written, written ? err : NULL) && written;
}

static void
say_nothing(const struct search *search)
{
	struct docket_rows *rows =
		docket_search_nearest(search->store, search->request.words, NULL);
	const struct docket_value *row = rows ? docket_rows_next(rows, NULL) : NULL;
	if (row) {
		struct docket_str word = row->items[0].text, nearest = row->items[1].text;
		message(search->invocation,
			"docket: nothing has the word '%.*s'; did you mean '%.*s'?",
			(int)word.length, word.bytes, (int)nearest.length, nearest.bytes);
	} else {
		message(search->invocation, "docket: nothing has all of these words: %s",
			search->request.words);
	}
	docket_rows_free(rows);
}

static bool
run(struct search *search, struct docket_error *err)
{
	search->store = docket_store_open(search->invocation->store_path, err);
	struct docket_rows *rows =
		search->store ? docket_report_run(search->store, &search->request, err) : NULL;
	bool done = rows && write_hits(search, rows, err);
	docket_rows_free(rows);
	if (done && !search->count)
		say_nothing(search);
	if (done)
		warn_when_stale(search->invocation, search->store);
	docket_store_close(search->store);
	return done;
}

int
command_search(struct invocation *invocation)
{
	struct docket_error err = { 0 };
	struct search search = { .invocation = invocation };
	bool done = read_request(&search, &err) && run(&search, &err);
	free(search.filters);
	text_free(&search.words);
	if (!done)
		return report_error(&err);
	return search.count && option_given(invocation, "exit-code") ? EXIT_ROWS : EXIT_DONE;
}
