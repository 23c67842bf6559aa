/*
 * What the parts of reading a query share: the query, the line at hand, and the answer that each
 * kind of instruction gives to a line. Shared by the files of src/query alone.
 */
#ifndef QUERY_READER_H
#define QUERY_READER_H

#include "query/lines.h"

enum query_answer {
	QUERY_OTHER, /* it is another kind of instruction */
	QUERY_READ,
	QUERY_REFUSED /* it is this kind, and wrong; the error says why */
};

struct query_reader {
	struct query *query;
	const struct query_text *text;
	const struct query_line *line;
	struct docket_error *err;
};

/* A kind of instruction. `text` is the line's, or for a filter the part of it. */
typedef enum query_answer query_read_line(struct query_reader *reader, str text);

/* Fails at the line and gives QUERY_REFUSED. */
#define refuse(reader, ...) (line_fail((reader)->line, (reader)->err, __VA_ARGS__), QUERY_REFUSED)

/* Keeps a warning, which is in the query's arena. */
void query_warn(struct query_reader *reader, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Takes `start` off the front of the text, when it begins so in any case. */
bool take_nocase(str *text, const char *start);

#endif
