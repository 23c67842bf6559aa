/*
 * All rows of a report as people see them: the columns made for reading, their cells as text that
 * is safe to show, and the rows under the headings of their groups, most pressing first. The
 * formats for people stand on it.
 *
 *	struct listing listing = { 0 };
 *	listing_read(&listing, page, source);
 *	for (struct listing_group group = { 0 }; listing_next_group(&listing, &group);)
 *		for (size_t i = group.first; i < group.first + group.count; i++)
 *			print(listing_cell(&listing, listing.entries[i].row, 0));
 *	listing_free(&listing);
 */
#ifndef CLI_LISTING_H
#define CLI_LISTING_H

#include "column.h"
#include "page.h"

#define LISTING_KEYS 3

/* Text of a listing: where it is in `text`, and how it looks. */
struct cell {
	size_t start;
	size_t length;
	size_t width; /* columns on a screen */
	enum style style;
};

struct column {
	struct docket_str name;
	size_t place; /* among the columns of the source */
	const struct look *look;
	struct cell title;
	bool right;   /* all its values are numbers */
	bool elastic; /* its values are text, which may be cut */
	bool empty;   /* no row has a value */
};

/* A row under one of its groups. */
struct entry {
	size_t row;
	size_t order;                     /* in which it was made */
	struct cell labels[LISTING_KEYS]; /* of the group, one for each key */
	size_t ranks[LISTING_KEYS];       /* of the labels; SIZE_MAX: there is none */
};

struct listing {
	const char *subject; /* what a row is; NULL: just a row */
	const char *without; /* columns not to show; NULL: none */
	struct column *columns;
	size_t column_count;
	struct column keys[LISTING_KEYS];
	size_t key_count;
	struct text text;
	struct cell *cells; /* row by row */
	size_t cell_capacity;
	bool *late; /* for each row */
	size_t late_capacity;
	struct tally tally;
	struct entry *entries; /* by group */
	size_t entry_count;
	size_t entry_capacity;
};

struct listing_group {
	size_t first; /* entry */
	size_t count;
	size_t late;
};

/* Whether the rows can be grouped as the page asks; fails with DOCKET_INVALID. */
bool listing_check_keys(
	const struct page *page, const struct docket_value *columns, struct docket_error *err);

/* Adds the columns that the listing of a report stands on, each after a blank. */
void listing_add_columns(const struct page *page, struct text *columns);

/* Reads all rows into a listing that is zero. */
void listing_read(struct listing *listing, const struct page *page, struct source *source);

/* The group after `*group`, starting with a zero one; false behind the last. */
bool listing_next_group(const struct listing *listing, struct listing_group *group);

const struct cell *listing_cell(const struct listing *listing, size_t row, size_t column);

/* Whether a report's column has nothing in any row; it is then left out. */
bool listing_is_idle(const struct listing *listing, size_t column);

/* Valid as long as the listing. */
struct docket_str listing_text(const struct listing *listing, const struct cell *cell);

/* Adds the heading of the group: "Ida Moss", "Nobody". */
void listing_add_heading(
	const struct listing *listing, const struct listing_group *group, struct text *out);

void listing_free(struct listing *listing);

#endif
