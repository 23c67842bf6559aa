/*
 * The page of `docket report`: what is late and whom to ask first, then how the work moves, then
 * what was decided. Its parts are questions to the store (schema/sections) and drawings of the
 * answers; a part that a given filter has no meaning for is left out.
 */
#ifndef CLI_OVERVIEW_H
#define CLI_OVERVIEW_H

#include "chart.h"
#include "html.h"
#include "options.h"
#include "tree.h"

#include <docket/report.h>

enum { OVERVIEW_LISTS = 5 }; /* no fewer than the figures */

struct overview {
	const struct invocation *invocation;
	struct docket_store *store;
	struct docket_filter *filters;
	size_t filter_count;
	struct html html;
	struct chart weeks;                        /* tasks opened and closed */
	struct tree tree;                          /* of the lists */
	struct docket_value lists[OVERVIEW_LISTS]; /* what overview_list has asked */
	size_t list_count;
};

/* Writes the page; its `html` is that of a file. */
bool overview_write(struct overview *overview, struct docket_error *err);

/*
 * Asks a question of schema/sections; no more than `limit` rows, or all for 0. NULL without an
 * error: the question does not have one of the filters.
 */
struct docket_rows *overview_ask(
	struct overview *overview, const char *section, long limit, struct docket_error *err);

/* All rows of such a question as a list, asked once; NULL as above. */
const struct docket_value *overview_list(
	struct overview *overview, const char *section, struct docket_error *err);

/* A column of a row: its number, 0 when it has none; its text. */
long long overview_number(const struct docket_value *row, const char *column);
struct docket_str overview_text(const struct docket_value *row, const char *column);

/* Writes the names of a list, separated by commas. */
void overview_write_list(struct html *html, const struct docket_value *list);

/* Opens a part of the page with its heading; html_close ends it. */
void overview_open(struct html *html, const char *name, const char *class, const char *title);

/* The parts; false when the store fails. */
bool overview_write_head(struct overview *overview, struct docket_error *err);
bool overview_write_figure(struct overview *overview, const char *name, struct docket_error *err);
bool overview_write_pressing(struct overview *overview, struct docket_error *err);
bool overview_write_decisions(struct overview *overview, struct docket_error *err);
bool overview_write_slips(struct overview *overview, struct docket_error *err);
bool overview_write_weeks(struct overview *overview, struct docket_error *err);

/* Asks for the weeks, which the head tells of before they are drawn. */
bool overview_read_weeks(struct overview *overview, struct docket_error *err);

#endif
