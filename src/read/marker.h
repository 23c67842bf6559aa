/*
 * Markers: words at the start of a line that say what it is, wherever it stands. `ACTION: ...`,
 * `**Action item** - Ada: ...`, `[AI] ...`, `ACTION 58.3: ...`, `Decision: ...`, `DEC-001 - ...`,
 * `Motion: ...`.
 */
#ifndef READ_MARKER_H
#define READ_MARKER_H

#include "base/str.h"

enum marker_kind {
	MARKER_NONE,
	MARKER_TASK,
	MARKER_DECISION,
	MARKER_MOTION /* a decision once it has passed, as a line behind it says */
};

struct marker {
	enum marker_kind kind;
	str word;  /* the marker itself, "ACTION" */
	str owner; /* "[ACTION - Ada] text": inside the marker; or empty */
	str rest;
	bool weak;     /* "Action: ...": in a text that is no meeting it can be anything */
	bool named;    /* "TODO Ada: ...": `owner` stands in front of the colon, or other words */
	bool known;    /* `named` in a way that only means somebody known */
	bool numbered; /* "ACTION 58.3:" */
	bool wary;     /* "AI: ...": only with somebody or something to do */
};

/* `text` has no list marker. False when it begins with none. */
bool marker_read(str text, struct marker *marker);

/* Behind a number that a line begins with, "58.3:", "**A1** -", "AI-001:"; 0: it has none. */
size_t marker_number(str text);

/* The same without letters, which may be what a line is about: "ISO-9001: ...", "Q1: ...". */
size_t marker_plain_number(str text);

#endif
