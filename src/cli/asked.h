/*
 * The queries of one command line with their answers, and how they are written as lists of tasks:
 * for a screen, and as Markdown.
 */
#ifndef CLI_ASKED_H
#define CLI_ASKED_H

#include "page.h"

#include <docket/query.h>

/* A query, where it stands, and its answer. */
struct asked {
	struct docket_query query;
	char *path;                   /* of the note, absolute; NULL: in none */
	const char *title;            /* of a query in no note, when there are several */
	struct docket_str heading;    /* above its block */
	int line;                     /* of its block; 0: in none */
	struct docket_answer *answer; /* NULL: it could not be understood */
	struct docket_error err;
};

/* Each query under its heading: groups, tasks, and how many they are. */
bool asked_write_list(
	const struct page *page, const struct asked *asked, size_t count, struct docket_error *err);

/* The same as Markdown that the plugin would show alike. */
bool asked_write_markdown(
	const struct page *page, const struct asked *asked, size_t count, struct docket_error *err);

/* { "queries": [ ... ] } */
bool asked_write_json(
	const struct page *page, const struct asked *asked, size_t count, struct docket_error *err);

/* A row for each task in each of its groups, in any other format. */
bool asked_write_rows(
	const struct page *page, const struct asked *asked, size_t count, struct docket_error *err);

#endif
