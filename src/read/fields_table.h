/*
 * The signifiers of the Tasks format and the values they take: one table per format, shared by
 * the plugin's reading from the end of the line and docket's reading of the rest.
 */
#ifndef READ_FIELDS_TABLE_H
#define READ_FIELDS_TABLE_H

#include "read/fields.h"

enum fields_kind {
	FIELDS_PRIORITY, /* no value: the signifier says it */
	FIELDS_LEVEL,    /* a priority by name */
	FIELDS_DATE,
	FIELDS_RULE,
	FIELDS_COMPLETION,
	FIELDS_TAG, /* not a field, but in the same order */
	FIELDS_ID,
	FIELDS_IDS
};

enum { FIELDS_ROWS = 12, FIELDS_MARKS = 5 };

struct fields_row {
	enum fields_kind kind;
	const char *marks[FIELDS_MARKS]; /* what it is read from; the first one is written */
	size_t member;                   /* of struct fields */
	size_t written;                  /* dates: the member for what does not exist */
};

/* The rows of a format, in the order in which each pass of the plugin tries them. */
const struct fields_row *fields_rows(bool dataview);

/* Whether a value of this kind may hold the character; U+0020 is not asked for. */
bool fields_holds(enum fields_kind kind, char c);

/* How much of the text's start is a value of this kind; 0 when there is none. */
size_t fields_measure(enum fields_kind kind, str text);

/* The row's signifier that the text ends (starts) with; empty when it has none. */
str fields_mark_before(const struct fields_row *row, str text);
str fields_mark_at(const struct fields_row *row, str text);

/* Stores a value over an earlier one; of a priority without value, its signifier. */
void fields_store(
	struct arena *arena, struct fields *fields, const struct fields_row *row, str value);

#endif
