/* The lists of the page: tasks to talk about, newest decisions, tasks that were put off. */
#include "document.h"
#include "overview.h"

#include <stdio.h>

enum { PRESSING_MOST = 40, DECISIONS_MOST = 7, SLIPS_MOST = 15 };

static void
write_names(struct html *html, const struct docket_value *list)
{
	if (!list || !list->count)
		return;
	overview_write_list(html, list);
	html_text(html, docket_str(" \u00b7 "));
}

/* From when to when it was put off. */
static void
write_move(struct html *html, const struct docket_value *row)
{
	struct docket_str from = overview_text(row, "first_due"), to = overview_text(row, "due");
	long long slips = overview_number(row, "slips");
	if (!slips)
		return;
	html_text(html, from);
	html_text(html, docket_str(" \u2192 "));
	html_text(html, to.length ? to : docket_str("no day"));
	if (slips > 1)
		html_format(html, ", %lld times", slips);
	html_text(html, docket_str(" \u00b7 "));
}

/* Who, for whom, note and id, as far as the row has them: what stands below a text. */
static void
write_origin(struct html *html, const struct docket_value *row)
{
	write_move(html, row);
	write_names(html, docket_value_get(row, "owners"));
	write_names(html, docket_value_get(row, "accounts"));
	document_link_note(html, overview_text(row, "title"), overview_text(row, "path"));
	html_text(html, docket_str("\u00a0\u00b7\u00a0"));
	html_open(html, "code", NULL);
	html_text(html, overview_text(row, "id"));
	html_close(html);
}

static void
write_item(struct html *html, const struct docket_value *row, const char *class,
	struct docket_str mark)
{
	html_open(html, "li", NULL);
	html_open(html, "span", class);
	html_text(html, mark);
	html_close(html);
	html_open(html, "div", NULL);
	html_open(html, "p", "text");
	html_user(html, overview_text(row, "text"));
	html_close(html);
	html_open(html, "p", "origin");
	write_origin(html, row);
	for (int i = 0; i < 3; i++)
		html_close(html);
}

static void
write_task(struct html *html, const struct docket_value *row)
{
	struct docket_str priority = overview_text(row, "priority");
	bool high = text_is(priority, "high") || text_is(priority, "highest");
	char mark[32];
	snprintf(mark, sizeof(mark), "%lld\u00a0d%s", overview_number(row, "overdue_days"),
		high ? " \u2191" : "");
	write_item(html, row, high ? "mark late high" : "mark late", docket_str(mark));
}

static void
open_pressing(struct html *html)
{
	overview_open(html, "pressing", "card", "What presses most");
	html_element(html, "p", "note",
		"Overdue tasks of each owner by priority, then by age; \u2191 is high or highest. "
		"All of them: docket overdue");
	html_open(html, "div", "owners");
}

static void
open_owner(struct html *html, const struct docket_value *row)
{
	struct docket_str owner = overview_text(row, "owner");
	html_open(html, "div", "owner");
	html_open(html, "h3", NULL);
	if (owner.length)
		html_user(html, owner);
	else
		html_text(html, docket_str("Nobody"));
	html_format(html, " (%lld)", overview_number(row, "overdue"));
	html_close(html);
	html_open(html, "ul", "items");
}

static void
close_owner(struct html *html, long long more)
{
	html_close(html);
	if (more > 0) {
		html_open(html, "p", "note");
		html_format(html, "and %lld more", more);
		html_close(html);
	}
	html_close(html);
}

/* Rows come owner by owner; a new one begins where the name is another. */
static void
write_owners(struct html *html, struct docket_rows *rows, struct docket_error *err)
{
	const struct docket_value *row;
	struct text owner = { 0 };
	long long more = 0;
	bool any = false;
	for (; (row = docket_rows_next(rows, err)); any = true, more--) {
		struct docket_str name = overview_text(row, "owner");
		bool other = any && !text_equal(name, text_view(&owner));
		if (!any)
			open_pressing(html);
		if (other)
			close_owner(html, more);
		if (!any || other) {
			open_owner(html, row);
			text_clear(&owner);
			text_add(&owner, name);
			more = overview_number(row, "overdue");
		}
		write_task(html, row);
	}
	if (any) {
		close_owner(html, more);
		html_close(html);
		html_close(html);
	}
	text_free(&owner);
}

bool
overview_write_pressing(struct overview *overview, struct docket_error *err)
{
	struct docket_rows *rows = overview_ask(overview, "overdue_tasks", PRESSING_MOST, err);
	if (!rows)
		return !err->code;
	write_owners(&overview->html, rows, err);
	docket_rows_free(rows);
	return !err->code;
}

/* Opens a part for a list; what it says when there is no first row. */
static bool
open_list(struct html *html, const struct docket_value *first, const char *empty)
{
	if (!first)
		html_element(html, "p", "empty", empty);
	else
		html_open(html, "ul", "items");
	return first;
}

bool
overview_write_decisions(struct overview *overview, struct docket_error *err)
{
	struct html *html = &overview->html;
	struct docket_rows *rows = overview_ask(overview, "decisions_newest", DECISIONS_MOST, err);
	if (!rows)
		return !err->code;
	const struct docket_value *row = docket_rows_next(rows, err);
	overview_open(html, "newest", "card half", "Newest decisions");
	bool any = open_list(html, row, "No decisions were found.");
	for (; row; row = docket_rows_next(rows, err))
		write_item(html, row, "mark day", overview_text(row, "date"));
	if (any)
		html_close(html);
	html_close(html);
	docket_rows_free(rows);
	return !err->code;
}

static void
write_slip(struct html *html, const struct docket_value *row)
{
	char mark[32];
	snprintf(mark, sizeof(mark), "+%lld\u00a0d", overview_number(row, "slipped_days"));
	write_item(html, row, "mark late", docket_str(mark));
}

bool
overview_write_slips(struct overview *overview, struct docket_error *err)
{
	struct html *html = &overview->html;
	struct docket_rows *rows = overview_ask(overview, "slips", SLIPS_MOST, err);
	if (!rows)
		return !err->code;
	const struct docket_value *row = docket_rows_next(rows, err);
	overview_open(html, "slips", "card", "Put off");
	html_element(html, "p", "note",
		"Open tasks whose due day moved later from one import to another, by how far.");
	bool any = open_list(
		html, row, "None so far. Import often, for only what an import sees can be told.");
	for (; row; row = docket_rows_next(rows, err))
		write_slip(html, row);
	if (any)
		html_close(html);
	html_close(html);
	docket_rows_free(rows);
	return !err->code;
}
