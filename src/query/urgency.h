/*
 * How pressing a task is, as the Tasks plugin reckons.
 */
#ifndef QUERY_URGENCY_H
#define QUERY_URGENCY_H

#include "base/date.h"

/* `priority` is of enum docket_priority; days that do not exist count as none. */
double urgency(date due, date scheduled, date start, long long priority, date today);

#endif
