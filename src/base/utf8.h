/*
 * UTF-8 and what Unicode says of characters. Nothing here asks the locale.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

/* What utf8_first and utf8_last give for bytes that are not UTF-8; `*size` is then 1. */
#define UTF8_INVALID 0xFFFFFFFFu

/* What utf8_first does with a text that does not begin with ASCII. */
uint32_t utf8_first_wide(str text, size_t *size);

/* The first (last) code point of a text that is not empty, and its size in bytes. */
static inline uint32_t
utf8_first(str text, size_t *size)
{
	if (!text.length || (unsigned char)text.bytes[0] >= 0x80)
		return utf8_first_wide(text, size);
	*size = 1;
	return (unsigned char)text.bytes[0];
}

/* What utf8_last does with a text that does not end with ASCII. */
uint32_t utf8_last_wide(str text, size_t *size);

static inline uint32_t
utf8_last(str text, size_t *size)
{
	if ((unsigned char)text.bytes[text.length - 1] >= 0x80)
		return utf8_last_wide(text, size);
	*size = 1;
	return (unsigned char)text.bytes[text.length - 1];
}

/* The code point that `text` starts with, taken off its front; false when it is empty. */
static inline bool
utf8_next(str *text, uint32_t *code)
{
	if (!text->length)
		return false;
	size_t size;
	*code = utf8_first(*text, &size);
	*text = str_skip(*text, size);
	return true;
}

/* The start of a text, whole characters in at most so many bytes. */
str utf8_cut(str text, size_t most);

/* Writes 1 to 4 bytes and gives their number; `code` is a scalar value. */
enum { UTF8_MOST = 4 };
size_t utf8_encode(uint32_t code, char bytes[UTF8_MOST]);

bool utf8_valid(str text);

/* How many bytes of ASCII it begins with. */
size_t utf8_plain_length(str text);

/* Whether it is ASCII, as most text is. */
static inline bool
utf8_is_plain(str text)
{
	return utf8_plain_length(text) == text.length;
}

/* What utf8_is_space says beyond ASCII. */
bool utf8_is_wide_space(uint32_t code);

/* What JavaScript calls white space; U+200B is none. */
static inline bool
utf8_is_space(uint32_t code)
{
	return code < 0x80 ? code == ' ' || (code >= '\t' && code <= '\r')
			   : utf8_is_wide_space(code);
}

bool utf8_is_letter(uint32_t code); /* general category L* */
bool utf8_is_sign(uint32_t code);   /* an emoji, an arrow, or what joins emoji */
bool utf8_is_upper(uint32_t code);  /* Lu or Lt */
bool utf8_is_lower(uint32_t code);  /* Ll */
bool utf8_is_digit(uint32_t code);  /* Nd */
bool utf8_is_number(uint32_t code); /* N* */
bool utf8_is_mark(uint32_t code);   /* M* */

/* What kind of character it is; invalid bytes are UTF8_UNKNOWN. */
enum utf8_class {
	UTF8_UNKNOWN, /* surrogates, private use, not assigned */
	UTF8_LETTER,
	UTF8_ACCENT, /* a mark above or below its base; other marks, as Indic vowels, are letters */
	UTF8_DIGIT,  /* 0 to 9 in some script */
	UTF8_NUMBER, /* what else is a number: fractions, Roman numerals */
	UTF8_SPACE,
	UTF8_PUNCTUATION,
	UTF8_SYMBOL,
	UTF8_CURRENCY,
	UTF8_INVISIBLE /* controls, joiners, variation selectors */
};

enum utf8_class utf8_class(uint32_t code);

/* What it is in lower case, and at the beginning of a name, on its own. */
uint32_t utf8_lower_code(uint32_t code);
uint32_t utf8_title_code(uint32_t code);

/*
 * The characters it is made of, a base and its accents: é is e and an accent; with `compatible`
 * also what looks otherwise: ﬁ is f and i. Gives their number, at least 1: itself.
 */
enum { UTF8_PARTS = 18 };
size_t utf8_take_apart(uint32_t code, bool compatible, uint32_t parts[UTF8_PARTS]);

/*
 * The form in which two spellings of a name are the same: NFKC case folding, without combining
 * marks, dotless i as i, o with a stroke as o and so on, runs of white space as one blank, trimmed.
 */
str utf8_fold(struct arena *arena, str text);

/*
 * Adds what utf8proc maps the text to: composed (NFC), or with `fold` as utf8_fold has it but for
 * plain letters and white space. False: it is not UTF-8.
 */
bool utf8_add_mapped(struct buffer *out, str text, bool fold);

/* The same characters in their one normal form, composed (NFC); bytes that are no text stay. */
str utf8_compose(struct arena *arena, str text);

/* Only case is folded (per code point, simple lower case); for substring tests. */
str utf8_lower(struct arena *arena, str text);

#endif
