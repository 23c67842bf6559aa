/*
 * How pressing a task is, as the Tasks plugin reckons.
 */
#ifndef QUERY_URGENCY_H
#define QUERY_URGENCY_H

#include "base/date.h"

/* As they are stored; what is no day that exists counts as none. */
struct urgency_days {
	str due, scheduled, start;
};

/* `priority` is of enum docket_priority. */
double urgency(const struct urgency_days *days, long long priority, date today);

#endif
