/*
 * The SQL of the day on which a task happens: the first of its start, scheduled and due day. Days
 * that do not exist ("!") do not count; without any it is '~', which is behind all days.
 */
#ifndef QUERY_HAPPENS_H
#define QUERY_HAPPENS_H

#define HAPPENS_DAY(day) "CASE WHEN " day " >= '0' THEN " day " ELSE '~' END"
#define HAPPENS                                                                             \
	"min(" HAPPENS_DAY("box.start") ", " HAPPENS_DAY("box.scheduled") ", " HAPPENS_DAY( \
		"box.due") ")"

#endif
