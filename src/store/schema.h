/*
 * The SQL files of schema/, as they were when the program was built (schema/embed.sh).
 */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "docket/report.h"

struct schema_text {
	const char *name; /* the file's, without .sql */
	const char *sql;
};

struct schema_report {
	struct docket_report report;
	const char *state; /* of tasks, when no --state is given: "open", or "" */
	const char *sql;   /* ends in a WHERE, or has one above a line "-- filters" */
};

/* All end with a row of NULLs. */
extern const struct schema_text schema_texts[];
extern const struct schema_report schema_reports[];
extern const struct schema_report schema_sections[];

/* The text of a file in schema/ or schema/statements; it must exist. */
const char *schema_sql(const char *name);

#endif
