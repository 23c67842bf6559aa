#include "read/advice.h"

struct row {
	const char *message;
	const char *wrong;
	const char *remedy; /* NULL: quotes */
};

#define QUOTES "put the value in double quotes"
#define SINGLE_QUOTES "put the value in single quotes"
#define OUTSIDE "begin the line with a key and a colon, at the left edge"
#define BLANKS "indent with blanks"
#define PERCENT "a line cannot begin with %"
#define TAG "'!' makes the first word a tag"
#define BACKSLASH "a backslash between double quotes is not itself"

/* clang-format off */
static const struct row rows[] = {
	{ "mapping values are not allowed in this context", "the value has a colon", NULL },
	{ "a key is indented", "the line has a key, but is indented", "begin it at the left edge" },
	{ "found unexpected ':'", "a colon is in the brackets", NULL },
	{ "did not find expected key", "there is text behind a closing bracket or quote", NULL },
	{ "found character that cannot start any token", "a value cannot begin with @, ` or %", NULL },
	{ "did not find expected alphabetic or numeric character",
		"a value cannot begin with * or &", NULL },
	{ "block sequence entries are not allowed in this context",
		"a value cannot begin with a dash and a blank", NULL },
	{ "mapping keys are not allowed in this context",
		"a value cannot begin with a question mark and a blank", NULL },
	{ "did not find expected comment or line break", "a value cannot begin with > or |", NULL },
	{ "did not find expected node content",
		"a value, or an item in brackets, cannot begin with , ] } or #", NULL },
	{ "did not find expected ',' or ']'", "a bracket [ is not closed", "close it" },
	{ "did not find expected ',' or '}'", "a brace { is not closed", "close it" },
	{ "found unexpected end of stream", "a quote is not closed", "close it" },
	{ "found unexpected document indicator", "a quote is not closed", "close it" },
	{ "a quote is not closed", "a quote is not closed", "close it" },
	{ "did not find expected hexdecimal number", BACKSLASH, SINGLE_QUOTES },
	{ "found unknown escape character", BACKSLASH, SINGLE_QUOTES },
	{ "found invalid Unicode character escape code", BACKSLASH, SINGLE_QUOTES },
	{ "could not find expected ':'", "the line has no key", OUTSIDE },
	{ "no blank behind the colon", "there is no blank behind the colon", "write one" },
	{ "found undefined tag handle", TAG, NULL },
	{ "did not find expected tag URI", TAG, NULL },
	{ "did not find expected '!'", TAG, NULL },
	{ "did not find the expected '>'", TAG, NULL },
	{ "did not find expected whitespace or line break", TAG, NULL },
	{ "could not find expected directive name", PERCENT, OUTSIDE },
	{ "found unknown directive name", PERCENT, OUTSIDE },
	{ "did not find expected <document start>", PERCENT, OUTSIDE },
	{ "a tab indents the line", "a tab indents the line", BLANKS },
	{ "found a tab character that violates indentation", "a tab indents the line", BLANKS },
	{ "found a tab character where an indentation space is expected", "a tab indents the line",
		BLANKS },
};
/* clang-format on */

struct advice
advice_find(str message, bool of_value)
{
	if (!of_value && str_equal(message, STR("did not find expected key")))
		return (struct advice){ STR("a line is neither a key nor part of the value above"),
			STR(OUTSIDE) };
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (str_equal(message, str_from(rows[i].message)))
			return (struct advice){ str_from(rows[i].wrong),
				str_from(rows[i].remedy ? rows[i].remedy : QUOTES) };
	return (struct advice){ message, STR(QUOTES) };
}
