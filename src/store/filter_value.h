/*
 * Values of filters as typed -> items of the JSON array that is bound: ids of names, numbers of
 * states, days.
 */
#ifndef STORE_FILTER_VALUE_H
#define STORE_FILTER_VALUE_H

#include "docket/report.h"
#include "store/db.h"

/* What a value is resolved with. */
struct context {
	struct db *db;
	struct arena *arena;
	const struct docket_request *request;
	struct buffer json;  /* the items of the array so far */
	struct buffer words; /* " OR clause" for each word such as `none` among the values */
	date since, until;   /* the first and the last day that were asked for; none: any */
};

/* Each adds what the value stands for, or fails and says what there is. */
bool filter_add_person(struct context *context, str value, struct docket_error *err);
bool filter_add_account(struct context *context, str value, struct docket_error *err);
bool filter_add_project(struct context *context, str value, struct docket_error *err);
bool filter_add_series(struct context *context, str value, struct docket_error *err);
bool filter_add_state(struct context *context, str value, struct docket_error *err);
bool filter_add_decision_state(struct context *context, str value, struct docket_error *err);
bool filter_add_priority(struct context *context, str value, struct docket_error *err);
bool filter_add_range(struct context *context, str value, struct docket_error *err);
bool filter_add_first_day(struct context *context, str value, struct docket_error *err);
bool filter_add_last_day(struct context *context, str value, struct docket_error *err);
bool filter_add_switch(struct context *context, str value, struct docket_error *err);
bool filter_add_tag(struct context *context, str value, struct docket_error *err);
bool filter_add_text(struct context *context, str value, struct docket_error *err);
bool filter_add_glob(struct context *context, str value, struct docket_error *err);

#endif
