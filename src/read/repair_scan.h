/*
 * Finds what may be mis-decoded UTF-8, and what speaks against it: letters and signs that are
 * good text as they stand. Nothing is decided here.
 */
#ifndef READ_REPAIR_SCAN_H
#define READ_REPAIR_SCAN_H

#include "read/repair_cell.h"

enum repair_certainty {
	REPAIR_CERTAIN, /* nobody writes this */
	REPAIR_LIKELY,  /* somebody might: needs evidence */
	REPAIR_CONTROL  /* gives a C1 control: the inner layer of text misread twice */
};

/* A sequence that can be undone. */
struct repair_candidate {
	size_t start, end; /* in bytes */
	size_t count;      /* in characters */
	uint32_t code;     /* what it gives */
	enum repair_certainty certainty;
	bool letters;       /* all its characters are letters */
	bool strong;        /* likely, and not what a letter and the quote behind it look like */
	unsigned encodings; /* those that it can have been misread as */
	size_t line;        /* index into the lines */
};

/* A line with candidates. */
struct repair_line {
	size_t count; /* of candidates */
	bool certain; /* one of them is */
	bool natural; /* it has good non-ASCII text too */
};

struct repair_findings {
	struct {
		LIST(struct repair_candidate)
	} candidates; /* in order, not overlapping */
	struct {
		LIST(struct repair_line)
	} lines;
	bool certain, strong; /* one of the candidates is */
	bool natural;         /* good non-ASCII text somewhere */
};

/* Symbols that no run of letters and quotes gives by chance. */
bool repair_is_certain(uint32_t code);

/* Places in a text, in order. */
struct repair_places {
	LIST(size_t)
};

/*
 * Reads valid UTF-8 whole. `produced` (NULL: no such limit) are the places of characters that the
 * pass before made: only they may begin a candidate. Allocates nothing when there is none.
 */
struct repair_findings repair_scan(
	struct arena *arena, str text, const struct repair_places *produced);

#endif
