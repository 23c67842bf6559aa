/*
 * Suggestions: what may be one thing, though docket does not merge it. Each compares only what
 * shares something rare, so that many notes cost little more than reading them.
 */
#ifndef SUGGEST_H
#define SUGGEST_H

#include "docket/report.h"
#include "store/db.h"

/* What finds suggestions, and whom it tells. */
struct suggest {
	struct db *db;
	struct arena arena;
	struct arena scratch; /* for what is at hand: the words of a task */
	void (*found)(void *context, const struct docket_value *row);
	void *context;
};

/* Hands a remark of this kind to the caller. */
void suggest_tell(const struct suggest *suggest, enum docket_remark_kind kind, str path, int line,
	str message);

/* Open tasks of one series or account whose words are nearly those of an earlier meeting's. */
void suggest_tasks(struct suggest *suggest);

/* Decisions that sound as if they replaced an earlier one. */
void suggest_decisions(struct suggest *suggest);

/* People whose names are nearly the same. */
void suggest_people(struct suggest *suggest);

#endif
