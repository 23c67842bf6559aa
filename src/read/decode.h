/*
 * Bytes of a file -> valid UTF-8 with LF line ends.
 *
 * BOM dropped; UTF-16 (with BOM) converted, its half characters to U+FFFD; CRLF and CR become LF;
 * NUL becomes U+FFFD; a line that is not UTF-8 is read as Windows-1252, holes as C1. Line numbers
 * never change.
 */
#ifndef READ_DECODE_H
#define READ_DECODE_H

#include "read/remarks.h"

/* `bytes` itself is returned when nothing has to change. */
str decode_text(struct arena *arena, str bytes, struct remarks *remarks);

#endif
