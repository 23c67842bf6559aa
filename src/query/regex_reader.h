/*
 * A JavaScript pattern while it is translated for PCRE2: what is read and what is written. Shared
 * by the files regex_*.c alone.
 *
 * Both see characters where JavaScript without the flag `u` sees UTF-16 units: `.` takes a whole
 * emoji, `\uD83D\uDE00` is one character, and half a pair alone is never found.
 */
#ifndef QUERY_REGEX_READER_H
#define QUERY_REGEX_READER_H

#include "base/str.h"

/* The flags of JavaScript that say how to match; `d` and `g` do not. */
enum regex_flag {
	REGEX_IGNORE_CASE = 1,
	REGEX_MULTILINE = 2,
	REGEX_DOT_ALL = 4,
	REGEX_UNICODE = 8,
	REGEX_STICKY = 16
};

struct regex_reader {
	str rest;          /* of the pattern, not yet read */
	struct buffer out; /* what was read, as PCRE2 writes it */
	unsigned flags;    /* of enum regex_flag */
	size_t groups;     /* that capture, in the whole pattern */
	struct {
		LIST(str)
	} names;           /* by number of the group, from 1; empty for groups without a name */
	bool named;        /* some group has a name */
	const char *wrong; /* why it is no regular expression; NULL: nothing is wrong yet */
};

/* What JavaScript ends a line with, and calls white space: the inside of a class. */
#define REGEX_LINE_ENDS "\\n\\r\\x{2028}\\x{2029}"

/* One thing that is matched. */
enum regex_kind {
	REGEX_CHARACTER, /* `code` */
	REGEX_SET,       /* `set` */
	REGEX_REFERENCE, /* to the group of number `code` */
	REGEX_BOUNDARY   /* \b or \B, which is `code` */
};

struct regex_atom {
	enum regex_kind kind;
	uint32_t code;
	str set; /* the inside of a class */
};

/* Always false; the first reason is kept. */
bool regex_refuse(struct regex_reader *reader, const char *why);

/* Takes `start` off the front of the rest, when the rest starts with it. */
bool regex_take(struct regex_reader *reader, const char *start);

/* Writes a character so that it means itself, in and out of a class; half a pair writes nothing. */
void regex_write_code(struct buffer *out, uint32_t code);

/* Reads what stands behind a backslash; false when it is wrong. */
bool regex_read_escape(struct regex_reader *reader, bool in_class, struct regex_atom *atom);

/* Reads a class behind its `[` and writes it; false when it is wrong. */
bool regex_read_class(struct regex_reader *reader);

#endif
