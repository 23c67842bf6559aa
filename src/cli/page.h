/*
 * Printing what a report answers, in any format.
 *
 *	struct page page = { .out = stdout, .format = "table", .report = report, .today = today };
 *	size_t count;
 *	if (!page_write(&page, rows, &count, &err))
 *		...
 *
 * A format is a file format_*.c and a row in the table of page.c.
 */
#ifndef CLI_PAGE_H
#define CLI_PAGE_H

#include "text.h"

#include <docket/report.h>

#include <stdio.h>

struct page {
	FILE *out;
	const char *format;                 /* NULL: "table" */
	const struct docket_report *report; /* NULL: rows of docket_sql or docket_show */
	const char *group_by; /* columns, "owners,due"; NULL: the report's own; "": none */
	const char *without;  /* columns not to show, "accounts due"; NULL: none */
	struct docket_date today;
	size_t width; /* columns of the screen; 0: nothing is cut or wrapped */
	bool color;
	bool terminal; /* `out` ends on a terminal, through a pager or not */
	bool sheet;    /* a row is a whole thing, to be shown as one (docket_show) */
	bool raw;      /* formulas in CSV stay as they are */
	size_t total;  /* rows there are, when fewer were asked for; 0: those that come */
	bool counted;  /* what is above the rows says how many there are */
};

/* Where rows come from; what docket_rows is to a report, or a test's own. */
struct source {
	/* The next row, valid until the next call; NULL at the end or on failure. */
	const struct docket_value *(*next)(void *context, struct docket_error *err);
	void *context;
	const struct docket_value *columns; /* a map; its items name the columns */
	size_t count;                       /* rows given so far */
	struct docket_error error;          /* of `next` */
};

/* The next row, counted; NULL at the end and after a failure, which the source keeps. */
const struct docket_value *source_next(struct source *source);

/* The value of a column in a row, whose place among the columns is known. */
const struct docket_value *source_value(
	const struct docket_value *row, struct docket_str column, size_t place);

struct format {
	const char *name;
	const char *summary; /* for help */
	void (*write)(const struct page *page, struct source *source);
	const char *subject; /* only for reports whose rows are these; NULL: for all rows */
	/* Adds the columns of a report that it shows, "text due"; NULL: it shows all. */
	void (*add_columns)(const struct page *page, struct text *columns);
};

/* All formats, in the order help shows them; the one of this name, or NULL. */
const struct format *formats(size_t *count);
const struct format *format_find(const char *name);

/*
 * Adds the columns that the report of a page need have, for docket_request; nothing: all of them.
 */
void page_add_columns(const struct page *page, struct text *columns);

/*
 * Writes all rows and stores their number in `*count` (NULL allowed). Fails with DOCKET_INVALID
 * (format or column to group by not known) before anything is written, as the rows fail, and with
 * DOCKET_FAILED when `out` cannot be written.
 */
bool page_write(
	const struct page *page, struct docket_rows *rows, size_t *count, struct docket_error *err);

/* The same from any source. */
bool page_write_from(
	const struct page *page, struct source *source, size_t *count, struct docket_error *err);

/* The formats; called through page_write. */
void format_table(const struct page *page, struct source *source);
void format_json(const struct page *page, struct source *source);
void format_jsonl(const struct page *page, struct source *source);
void format_csv(const struct page *page, struct source *source);
void format_tsv(const struct page *page, struct source *source);
void format_md(const struct page *page, struct source *source);
void format_ics_columns(const struct page *page, struct text *columns);
void format_ics(const struct page *page, struct source *source);
void format_html(const struct page *page, struct source *source);

#endif
