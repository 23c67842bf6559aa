/*
 * A character seen as the byte it may have been: the merged inverse of Windows-1252, Windows-1254
 * and Latin-1. No character stands for two bytes, so the encoding need not be guessed first.
 */
#ifndef READ_REPAIR_CELL_H
#define READ_REPAIR_CELL_H

#include "base/str.h"

/* The encodings that a text may have been misread as; sets of them. */
enum repair_encoding {
	REPAIR_LATIN_1 = 1,
	REPAIR_WINDOWS_1252 = 2,
	REPAIR_WINDOWS_1254 = 4,
	REPAIR_WINDOWS = REPAIR_WINDOWS_1252 | REPAIR_WINDOWS_1254,
	REPAIR_ANY = REPAIR_LATIN_1 | REPAIR_WINDOWS
};

/* Values of `byte` that are no byte. */
enum { REPAIR_NO_BYTE = 0, REPAIR_HOLE = 0x100 };

struct repair_cell {
	uint32_t code; /* the character */
	unsigned byte; /* 0x80 to 0xFF; REPAIR_HOLE for U+FFFD; REPAIR_NO_BYTE for all others */
	size_t size;   /* of the character in UTF-8 */
};

/* The character at, or before, a place in valid UTF-8; beyond the edges stands a blank. */
struct repair_cell repair_cell_at(str text, size_t at);
struct repair_cell repair_cell_before(str text, size_t at);

/* In which of the encodings the character stands for its byte; undefined bytes are C1 there. */
unsigned repair_cell_encodings(struct repair_cell cell);

/* The encodings that do not define the byte. */
unsigned repair_undefined_in(unsigned byte);

/* Whether it is one of the characters of u"...". */
bool repair_cell_is_in(struct repair_cell cell, const uint_least16_t *codes);

bool repair_cell_is_ascii_letter(struct repair_cell cell);

/* Quotes, dashes and blanks, which stand after a letter in good text too. */
bool repair_cell_is_quote(struct repair_cell cell);

/* Signs that stand after a letter in good text too: registered, copyright, degree, trade mark. */
bool repair_cell_is_sign(struct repair_cell cell);

/* Symbols that nobody writes after a capital A with circumflex. */
bool repair_cell_is_symbol(struct repair_cell cell);

#endif
