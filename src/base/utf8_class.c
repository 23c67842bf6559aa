/* What kind of character a code point is. */
#include "base/unicode.h"
#include "base/utf8.h"

static const enum utf8_class classes[] = {
	[UTF8PROC_CATEGORY_LU] = UTF8_LETTER,
	[UTF8PROC_CATEGORY_LL] = UTF8_LETTER,
	[UTF8PROC_CATEGORY_LT] = UTF8_LETTER,
	[UTF8PROC_CATEGORY_LM] = UTF8_LETTER,
	[UTF8PROC_CATEGORY_LO] = UTF8_LETTER,
	[UTF8PROC_CATEGORY_MN] = UTF8_ACCENT,
	[UTF8PROC_CATEGORY_MC] = UTF8_LETTER,
	[UTF8PROC_CATEGORY_ME] = UTF8_ACCENT,
	[UTF8PROC_CATEGORY_ND] = UTF8_DIGIT,
	[UTF8PROC_CATEGORY_NL] = UTF8_NUMBER,
	[UTF8PROC_CATEGORY_NO] = UTF8_NUMBER,
	[UTF8PROC_CATEGORY_PC] = UTF8_PUNCTUATION,
	[UTF8PROC_CATEGORY_PD] = UTF8_PUNCTUATION,
	[UTF8PROC_CATEGORY_PS] = UTF8_PUNCTUATION,
	[UTF8PROC_CATEGORY_PE] = UTF8_PUNCTUATION,
	[UTF8PROC_CATEGORY_PI] = UTF8_PUNCTUATION,
	[UTF8PROC_CATEGORY_PF] = UTF8_PUNCTUATION,
	[UTF8PROC_CATEGORY_PO] = UTF8_PUNCTUATION,
	[UTF8PROC_CATEGORY_SM] = UTF8_SYMBOL,
	[UTF8PROC_CATEGORY_SC] = UTF8_CURRENCY,
	[UTF8PROC_CATEGORY_SK] = UTF8_SYMBOL,
	[UTF8PROC_CATEGORY_SO] = UTF8_SYMBOL,
	[UTF8PROC_CATEGORY_ZS] = UTF8_SPACE,
	[UTF8PROC_CATEGORY_ZL] = UTF8_SPACE,
	[UTF8PROC_CATEGORY_ZP] = UTF8_SPACE,
	[UTF8PROC_CATEGORY_CC] = UTF8_INVISIBLE,
	[UTF8PROC_CATEGORY_CF] = UTF8_INVISIBLE,
	[UTF8PROC_CATEGORY_CO] = UTF8_UNKNOWN,
};

static utf8proc_category_t
category(uint32_t code)
{
	if (code < 0x80 && is_letter((char)code))
		return code < 'a' ? UTF8PROC_CATEGORY_LU : UTF8PROC_CATEGORY_LL;
	return code > 0x10FFFF ? UTF8PROC_CATEGORY_CN : utf8proc_category((utf8proc_int32_t)code);
}

bool
utf8_is_letter(uint32_t code)
{
	utf8proc_category_t c = category(code);
	return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool
utf8_is_upper(uint32_t code)
{
	utf8proc_category_t c = category(code);
	return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool
utf8_is_lower(uint32_t code)
{
	return category(code) == UTF8PROC_CATEGORY_LL;
}

bool
utf8_is_digit(uint32_t code)
{
	return category(code) == UTF8PROC_CATEGORY_ND;
}

bool
utf8_is_number(uint32_t code)
{
	utf8proc_category_t c = category(code);
	return c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO;
}

bool
utf8_is_mark(uint32_t code)
{
	utf8proc_category_t c = category(code);
	return c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME;
}

enum utf8_class
utf8_class(uint32_t code)
{
	enum { VIRAMA = 9 };
	if ((code >= 0x09 && code <= 0x0D) || code == 0x85)
		return UTF8_SPACE;
	enum utf8_class class = classes[category(code)];
	if (class != UTF8_ACCENT)
		return class;
	if (code == 0x34F || (code >= 0xFE00 && code <= 0xFE0F) || code >= 0xE0100)
		return UTF8_INVISIBLE;
	int combining = utf8proc_get_property((utf8proc_int32_t)code)->combining_class;
	return combining == 0 || combining == VIRAMA ? UTF8_LETTER : UTF8_ACCENT;
}

bool
utf8_is_sign(uint32_t code)
{
	return (code >= 0x2190 && code <= 0x2BFF) || (code >= 0x1F000 && code <= 0x1FAFF) ||
	       code == 0xFE0E || code == 0xFE0F || code == 0x200D || code == 0x20E3;
}
