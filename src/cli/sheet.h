/*
 * One thing whole, as docket_show gives it: `key: value` for what it has, then its lists of maps
 * (mentions, history) as blocks. What is empty is left out.
 */
#ifndef CLI_SHEET_H
#define CLI_SHEET_H

#include "page.h"
#include "text.h"

/* A part of a sheet: a value with its name, the name of a block, or an item of a block. */
struct sheet_part {
	size_t depth;            /* 1: inside a block */
	struct docket_str label; /* safe to show; empty: none */
	struct docket_str value; /* safe to show; empty: a block follows */
	struct docket_str quote; /* what stands on the line that is mentioned */
};

/* Gives the parts of a row in order; they are valid during the call. */
void sheet_walk(const struct docket_value *row,
	void (*give)(void *context, const struct sheet_part *part), void *context);

/* The sheet as format "table" has it. */
void sheet_write(const struct page *page, struct source *source);

#endif
