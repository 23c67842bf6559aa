/*
 * Undoes mis-decoded UTF-8: text that was UTF-8, was read as Windows-1252, Windows-1254, Latin-1
 * or MacRoman, and perhaps lost the bytes that those do not define. Deterministic, one table, no
 * dictionary; ASCII characters and line ends are never touched; text that is right comes back as
 * it is, without allocation.
 */
#ifndef READ_REPAIR_H
#define READ_REPAIR_H

#include "read/remarks.h"

struct repair {
	str text;     /* repaired, or the text that was given */
	size_t count; /* sequences repaired */
	str encoding; /* "windows-1254", "windows-1252", "latin-1" or "mac-roman"; empty if none */
	int first_line; /* of the first repair, from 1 */
};

/* `text` is valid UTF-8. */
struct repair repair_text(struct arena *arena, str text);

#endif
