/* The head of the page: the most important thing first, whom to talk to, and a few numbers. */
#include "overview.h"

#include <string.h>

enum { NAMED = 3 };

static void
write_filters(struct overview *overview)
{
	struct html *html = &overview->html;
	html_open(html, "p", "scope");
	char today[11];
	docket_date_format(overview->invocation->today, today);
	html_text(html, docket_str(today));
	for (size_t i = 0; i < overview->filter_count; i++) {
		html_format(html, "%s%s ", i ? ", " : " \u00b7 ", overview->filters[i].name);
		html_user(html, docket_str(overview->filters[i].value));
	}
	html_close(html);
}

static void
write_title(struct html *html, const struct docket_value *summary)
{
	long long overdue = overview_number(summary, "overdue");
	long long soon = overview_number(summary, "due_soon");
	bool any = overview_number(summary, "open");
	html_open(html, "h1", NULL);
	if (overdue) {
		html_number(html, overdue);
		html_text(
			html, docket_str(overdue == 1 ? " task is overdue" : " tasks are overdue"));
	} else {
		html_text(html, docket_str(any ? "Nothing is overdue" : "Nothing is open"));
	}
	if (!overdue && soon)
		html_format(html, ", %lld due within 7 days", soon);
	html_close(html);
}

/* Who owns what is late: other people by name, the most first; you; nobody. */
struct owed {
	struct chart others;
	long long mine, nobodys;
};

static bool
read_owed(struct overview *overview, struct owed *owed, struct docket_error *err)
{
	const struct docket_value *list = overview_list(overview, "overdue_owners", err);
	for (size_t i = 0; list && i < list->count; i++) {
		const struct docket_value *row = &list->items[i];
		struct docket_str kind = overview_text(row, "kind");
		long long overdue = overview_number(row, "overdue");
		if (text_is(kind, "me"))
			owed->mine += overdue;
		else if (!kind.length)
			owed->nobodys += overdue;
		else if (!text_is(kind, "team"))
			chart_add(&owed->others, overview_text(row, "owner"), &overdue);
	}
	return !err->code;
}

static void
write_names(struct html *html, const struct chart *others)
{
	size_t count = others->row_count < NAMED ? others->row_count : NAMED;
	for (size_t i = 0; i < count; i++) {
		html_text(html, docket_str(!i ? "Talk to " : i + 1 < count ? ", " : " and "));
		html_open(html, "strong", NULL);
		html_user(html, chart_label(others, &others->rows[i]));
		html_close(html);
		html_format(html, "\u00a0(%lld)", others->rows[i].values[0]);
	}
	if (count)
		html_text(html, docket_str(". "));
}

static void
write_owed(struct html *html, const struct owed *owed)
{
	html_open(html, "p", "lead");
	write_names(html, &owed->others);
	if (owed->mine)
		html_format(html, "%lld %s yours. ", owed->mine, owed->mine == 1 ? "is" : "are");
	if (owed->nobodys)
		html_format(html, "%lld %s nobody\u2019s: find somebody.", owed->nobodys,
			owed->nobodys == 1 ? "is" : "are");
	html_close(html);
}

static void
open_tile(struct html *html, const char *class, const char *name, long long number)
{
	html_open(html, "div", class);
	html_element(html, "dt", NULL, name);
	html_open(html, "dd", NULL);
	html_number(html, number);
	html_close(html);
	html_open(html, "dd", "more");
}

static void
close_tile(struct html *html)
{
	html_close(html);
	html_close(html);
}

static void
write_task_tiles(struct html *html, const struct docket_value *summary)
{
	long long overdue = overview_number(summary, "overdue");
	open_tile(html, overdue ? "tile alarm" : "tile", "Overdue", overdue);
	html_format(html, "%lld of high priority", overview_number(summary, "high"));
	close_tile(html);
	open_tile(html, "tile", "Due within 7 days", overview_number(summary, "due_soon"));
	html_format(html, "%lld today", overview_number(summary, "due_today"));
	close_tile(html);
	open_tile(html, "tile", "Open", overview_number(summary, "open"));
	html_format(html, "%lld without owner, %lld without due day",
		overview_number(summary, "unowned"), overview_number(summary, "undated"));
	close_tile(html);
}

static void
write_week_tile(struct html *html, const struct chart *weeks)
{
	if (!weeks->row_count)
		return;
	const struct chart_row *last = &weeks->rows[weeks->row_count - 1];
	const struct chart_row *before = weeks->row_count > 1 ? last - 1 : last;
	open_tile(html, "tile", "Closed this week", last->values[1]);
	html_format(html, "%lld opened; %lld closed the week before", last->values[0],
		before->values[1]);
	close_tile(html);
}

static bool
write_decision_tile(struct overview *overview, struct docket_error *err)
{
	struct docket_rows *rows = overview_ask(overview, "decided", 0, err);
	const struct docket_value *row = rows ? docket_rows_next(rows, err) : NULL;
	if (row) {
		open_tile(&overview->html, "tile", "Decided in 30 days",
			overview_number(row, "recent"));
		html_format(&overview->html, "%lld in all", overview_number(row, "decisions"));
		close_tile(&overview->html);
	}
	docket_rows_free(rows);
	return !err->code;
}

static void
write_source(struct html *html, const struct docket_value *summary)
{
	struct docket_str changed = overview_text(summary, "changed");
	html_open(html, "p", "source");
	html_text(html, docket_str("Read from "));
	html_number(html, overview_number(summary, "notes"));
	html_text(html, docket_str(overview_number(summary, "notes") == 1 ? " note" : " notes"));
	if (changed.length)
		html_format(html, ", the last change on %.*s (UTC)", (int)changed.length,
			changed.bytes);
	html_text(html, docket_str("."));
	html_close(html);
}

bool
overview_write_head(struct overview *overview, struct docket_error *err)
{
	struct html *html = &overview->html;
	struct owed owed = { .others = { .series_count = 1 } };
	struct docket_rows *rows = overview_ask(overview, "summary", 0, err);
	const struct docket_value *summary = rows ? docket_rows_next(rows, err) : NULL;
	bool done = summary && read_owed(overview, &owed, err);
	if (done) {
		html_open(html, "header", NULL);
		write_filters(overview);
		write_title(html, summary);
		if (overview_number(summary, "overdue"))
			write_owed(html, &owed);
		html_open(html, "dl", "tiles");
		write_task_tiles(html, summary);
		write_week_tile(html, &overview->weeks);
		done = write_decision_tile(overview, err);
		html_close(html);
		write_source(html, summary);
		html_close(html);
	}
	docket_rows_free(rows);
	chart_free(&owed.others);
	return done;
}
