#include "query/regex_reader.h"

#include "base/utf8.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const struct {
	char letter;
	unsigned char code;
} controls[] = { { 't', 9 }, { 'n', 10 }, { 'v', 11 }, { 'f', 12 }, { 'r', 13 } };

/* clang-format off */
static const struct {
	char letter;
	const char *set;
} sets[] = {
	{ 'd', "\\d" },
	{ 'D', "\\D" },
	{ 'w', "\\w" },
	{ 'W', "\\W" },
	{ 's', "\\x09-\\x0d\\x20\\xa0\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}"
	       "\\x{205f}\\x{3000}\\x{feff}" },
	{ 'S', "\\x00-\\x08\\x0e-\\x1f\\x21-\\x9f\\xa1-\\x{167f}\\x{1681}-\\x{1fff}"
	       "\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}"
	       "\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}" },
};

/* The long names of general categories that PCRE2 does not know. */
static const struct {
	const char *name, *property;
} categories[] = {
	{ "Letter", "L" },
	{ "Lowercase_Letter", "Ll" },
	{ "Uppercase_Letter", "Lu" },
	{ "Titlecase_Letter", "Lt" },
	{ "Modifier_Letter", "Lm" },
	{ "Other_Letter", "Lo" },
	{ "Mark", "M" },
	{ "Number", "N" },
	{ "Decimal_Number", "Nd" },
	{ "Punctuation", "P" },
	{ "punct", "P" },
	{ "Symbol", "S" },
	{ "Currency_Symbol", "Sc" },
	{ "Separator", "Z" },
	{ "Space_Separator", "Zs" },
	{ "Other", "C" },
	{ "Control", "Cc" },
};
/* clang-format on */

bool
regex_refuse(struct regex_reader *reader, const char *why)
{
	if (!reader->wrong)
		reader->wrong = why;
	return false;
}

bool
regex_take(struct regex_reader *reader, const char *start)
{
	if (!str_starts(reader->rest, str_from(start)))
		return false;
	reader->rest = str_skip(reader->rest, strlen(start));
	return true;
}

static bool
is_high(uint32_t code)
{
	return code >= 0xD800 && code <= 0xDBFF;
}

static bool
is_low(uint32_t code)
{
	return code >= 0xDC00 && code <= 0xDFFF;
}

void
regex_write_code(struct buffer *out, uint32_t code)
{
	if (code < 0x80 && (is_letter((char)code) || is_digit((char)code)))
		buffer_add_char(out, (char)code);
	else if (!is_high(code) && !is_low(code))
		buffer_format(out, "\\x{%x}", (unsigned)code);
}

static int
digit_value(char c)
{
	if (is_digit(c))
		return c - '0';
	c = to_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* `least` to `most` digits; false, and nothing taken, when there are fewer. */
static bool
read_digits(str *rest, int base, size_t least, size_t most, uint32_t *code)
{
	size_t count = 0;
	*code = 0;
	while (count < most && count < rest->length && digit_value(rest->bytes[count]) < base)
		*code = *code * (uint32_t)base + (uint32_t)digit_value(rest->bytes[count++]);
	if (count < least)
		return false;
	*rest = str_skip(*rest, count);
	return true;
}

static bool
read_braced(str *rest, uint32_t *code)
{
	str next = str_skip(*rest, 1);
	if (!str_starts(*rest, STR("{")) || !read_digits(&next, 16, 1, 6, code) ||
		*code > 0x10FFFF || !str_starts(next, STR("}")))
		return false;
	*rest = str_skip(next, 1);
	return true;
}

/* Behind `\u`: four digits, twice for a pair, or digits in braces. */
static bool
read_unicode(struct regex_reader *reader, uint32_t *code)
{
	if (reader->flags & REGEX_UNICODE && read_braced(&reader->rest, code))
		return true;
	if (!read_digits(&reader->rest, 16, 4, 4, code))
		return false;
	str next = str_skip(reader->rest, 2);
	uint32_t low;
	if (is_high(*code) && str_starts(reader->rest, STR("\\u")) &&
		read_digits(&next, 16, 4, 4, &low) && is_low(low)) {
		*code = 0x10000 + ((*code - 0xD800) << 10) + (low - 0xDC00);
		reader->rest = next;
	}
	return true;
}

/* Behind `\c`. A letter; in a class a digit or `_` too, but not with the flag `u`. */
static bool
read_control(struct regex_reader *reader, bool in_class, uint32_t *code)
{
	char c = reader->rest.length ? reader->rest.bytes[0] : ' ';
	bool loose = in_class && !(reader->flags & REGEX_UNICODE) && (is_digit(c) || c == '_');
	if (!is_letter(c) && !loose)
		return false;
	reader->rest = str_skip(reader->rest, 1);
	*code = (unsigned char)c & 31u;
	return true;
}

static bool
read_property(struct regex_reader *reader, char letter, struct regex_atom *atom)
{
	size_t end = str_find_char(reader->rest, '}');
	if (!str_starts(reader->rest, STR("{")) || end == STR_NONE)
		return regex_refuse(reader, "\\p wants a property in braces");
	str name = str_slice(reader->rest, 1, end);
	reader->rest = str_skip(reader->rest, end + 1);
	for (size_t i = 0; i < name.length; i++)
		if (!is_letter(name.bytes[i]) && !strchr("_=0123456789", name.bytes[i]))
			return regex_refuse(reader, "there is no such property of \\p");
	size_t equals = str_find_char(name, '=');
	if (equals != STR_NONE &&
		(str_starts(name, STR("gc=")) || str_starts(name, STR("General_Category="))))
		name = str_skip(name, equals + 1);
	for (size_t i = 0; i < COUNT(categories); i++)
		if (str_equal(name, str_from(categories[i].name)))
			name = str_from(categories[i].property);
	atom->kind = REGEX_SET;
	atom->set = str_format(reader->out.arena, "\\%c{%.*s}", letter, STR_ARG(name));
	return true;
}

/* `\k<name>`, behind the k. */
static bool
read_name(struct regex_reader *reader, struct regex_atom *atom)
{
	size_t end = str_find_char(reader->rest, '>');
	if (!str_starts(reader->rest, STR("<")) || end == STR_NONE)
		return regex_refuse(reader, "\\k wants a name in <>");
	str name = str_slice(reader->rest, 1, end);
	reader->rest = str_skip(reader->rest, end + 1);
	atom->kind = REGEX_REFERENCE;
	for (size_t i = 0; i < reader->names.count; i++)
		if (name.length && str_equal(reader->names.items[i], name)) {
			atom->code = (uint32_t)i + 1;
			return true;
		}
	return regex_refuse(reader, "\\k names a group that is not there");
}

/* A digit behind the backslash: a group's number, or an octal number of a character. */
static bool
read_number(struct regex_reader *reader, bool in_class, struct regex_atom *atom)
{
	bool strict = reader->flags & REGEX_UNICODE;
	str rest = reader->rest;
	uint32_t number;
	read_digits(&rest, 10, 1, 6, &number);
	if (!in_class && reader->rest.bytes[0] != '0' && (strict || number <= reader->groups)) {
		atom->kind = REGEX_REFERENCE;
		atom->code = number;
		reader->rest = rest;
		return number <= reader->groups ||
		       regex_refuse(reader, "it refers to a group that is not there");
	}
	bool nul = number == 0 && reader->rest.length - rest.length == 1;
	if (strict && !nul)
		return regex_refuse(reader, "octal numbers are not for the flag u");
	char first = reader->rest.bytes[0];
	if (read_digits(&reader->rest, 8, 1, first <= '3' ? 3 : 2, &atom->code))
		return true;
	atom->code = (unsigned char)first;
	reader->rest = str_skip(reader->rest, 1);
	return true;
}

/* The letters that begin a longer escape; false: without what they need they are themselves. */
static bool
read_long(struct regex_reader *reader, char letter, bool in_class, struct regex_atom *atom)
{
	if (letter == 'x')
		return read_digits(&reader->rest, 16, 2, 2, &atom->code);
	if (letter == 'u')
		return read_unicode(reader, &atom->code);
	if (letter == 'c' && !read_control(reader, in_class, &atom->code) &&
		!(reader->flags & REGEX_UNICODE)) {
		reader->rest = (str){ reader->rest.bytes - 1, reader->rest.length + 1 };
		atom->code = '\\';
	}
	return letter == 'c' && atom->code != UTF8_INVALID;
}

static bool
find_simple(char letter, struct regex_atom *atom)
{
	for (size_t i = 0; i < COUNT(controls); i++)
		if (letter == controls[i].letter) {
			atom->code = controls[i].code;
			return true;
		}
	for (size_t i = 0; i < COUNT(sets); i++)
		if (letter == sets[i].letter) {
			*atom = (struct regex_atom){ REGEX_SET, 0, str_from(sets[i].set) };
			return true;
		}
	return false;
}

/* Any other character is itself; with the flag `u` only those that would mean something. */
static bool
read_identity(struct regex_reader *reader, bool in_class, uint32_t code)
{
	if (!(reader->flags & REGEX_UNICODE))
		return true;
	return (code && code < 0x80 && strchr("^$\\.*+?()[]{}|/", (int)code)) ||
	       (in_class && code == '-') ||
	       regex_refuse(reader, "the flag u allows no such escape");
}

bool
regex_read_escape(struct regex_reader *reader, bool in_class, struct regex_atom *atom)
{
	*atom = (struct regex_atom){ .kind = REGEX_CHARACTER, .code = UTF8_INVALID };
	if (!reader->rest.length)
		return regex_refuse(reader, "it ends in a backslash");
	if (is_digit(reader->rest.bytes[0]))
		return read_number(reader, in_class, atom);
	uint32_t code;
	utf8_next(&reader->rest, &code);
	char letter = code < 0x80 ? (char)code : ' ';
	bool strict = reader->flags & REGEX_UNICODE;
	if (letter == 'b' && in_class) {
		atom->code = 8;
		return true;
	}
	if ((letter == 'b' || letter == 'B') && !in_class) {
		*atom = (struct regex_atom){ .kind = REGEX_BOUNDARY, .code = code };
		return true;
	}
	if ((letter == 'p' || letter == 'P') && strict)
		return read_property(reader, letter, atom);
	if (letter == 'k' && !in_class && (strict || reader->named))
		return read_name(reader, atom);
	if (find_simple(letter, atom) || read_long(reader, letter, in_class, atom))
		return true;
	atom->code = code;
	return read_identity(reader, in_class, code);
}
