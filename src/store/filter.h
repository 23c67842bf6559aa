/*
 * Filters: options of reports -> clauses of SQL. Every clause is a constant; what was typed is
 * bound, as a JSON array, so that a repeated option widens.
 */
#ifndef STORE_FILTER_H
#define STORE_FILTER_H

#include "docket/report.h"
#include "store/db.h"
#include "store/schema.h"

/*
 * Due dates of tasks that were moved later, as "slips:number" counts them, found from the events
 * that say so: the first import has met everything anew. Orders look at them as well.
 */
#define FILTER_MOVED                                                          \
	"FROM journal_event "                                                 \
	"CROSS JOIN mention ON mention.key = journal_event.item "             \
	"WHERE journal_event.import > (SELECT min(id) FROM journal_import) "  \
	"AND journal_event.kind = 'changed' AND journal_event.field = 'due' " \
	"AND journal_event.new > journal_event.old"

/* The clauses of the filters given, and what to bind to them. */
struct filters {
	struct arena *arena;
	struct buffer clauses; /* " AND ..." for each */
	struct filter_binding {
		const char *parameter;
		str json;
	} bindings[16];
	size_t count;
};

/* Understands the filters of a request for this report. */
bool filters_read(struct filters *filters, struct db *db, const struct docket_request *request,
	const struct schema_report *asked, struct docket_error *err);

void filters_bind(const struct filters *filters, struct statement *statement);

#endif
