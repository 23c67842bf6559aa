/*
 * How the columns of reports look to people: title, alignment, colour, and what is written for a
 * value. A column without a row in the table of column.c looks like its name.
 */
#ifndef CLI_COLUMN_H
#define CLI_COLUMN_H

#include "text.h"

enum style { STYLE_PLAIN, STYLE_LATE, STYLE_TODAY, STYLE_BOLD, STYLE_DIM, STYLE_COUNT };

/* What a row as a whole says of time. */
struct facts {
	struct docket_str finished; /* how: "done", "cancelled"; empty: it is not */
	bool has_due;
	long days_left; /* until it is due; negative: late by so many */
	bool late;      /* open and due before today */
	bool team;      /* a person who is none */
	bool stranger;  /* one whose name alone is known */
};

/* How many rows there are, and how many of them are special. */
struct tally {
	size_t rows;
	size_t late;
	size_t teams;
	size_t strangers;
};

/* What becomes of text that is wider than its column. */
enum fit {
	FIT_CUT,
	FIT_CUT_LESS, /* of several names, the first says little */
	FIT_WRAP,     /* it takes several lines */
	FIT_WHOLE,    /* it never is: words of docket's own, such as "finished" */
	FIT_BELOW     /* nor is this; left out of a narrow table, it stands below its row */
};

/* What is known of a column before its first row. */
struct look {
	const char *name;
	const char *title;   /* NULL: what a row is ("Task") */
	const char *nothing; /* the heading of the group without a value */
	int rank;            /* the higher, the sooner it is left out of a narrow table */
	bool right;
	enum fit fit;
	void (*show)(struct text *out, const struct docket_value *value, const struct facts *facts);
	enum style (*style)(const struct docket_value *value, const struct facts *facts);
};

/* The columns that column_facts looks at. */
#define COLUMN_FACTS "due state overdue_days"

struct facts column_facts(const struct docket_value *row, struct docket_date today);

/*
 * The look of the column with this name, never NULL; its title and nothing may be "". `subject` is
 * what a row of the report is. NULL: it is no report, and the column is shown as it is.
 */
const struct look *column_look(struct docket_str name, const char *subject);

/* Adds the title of a column, and the heading of the rows that have no value in it. */
void column_add_title(struct text *out, struct docket_str name, const char *subject);
void column_add_nothing(struct text *out, struct docket_str name, const char *subject);

/* Adds what is shown for the value, safe to show, and gives its style. */
enum style column_add(struct text *out, const struct look *look, const struct docket_value *value,
	const struct facts *facts);

/* "7 tasks, 4 overdue", "3 people, 1 team"; `subject` is a report's, or NULL for "row". */
void column_add_count(struct text *out, const char *subject, const struct tally *tally);

#endif
