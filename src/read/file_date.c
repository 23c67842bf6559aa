#include "read/file_date.h"

/* A piece of a moment.js pattern: digits of a year, month or day. */
struct token {
	const char *letters;
	size_t least, most; /* digits */
	int part;           /* 0 year, 1 month, 2 day */
};

/* clang-format off */
static const struct token tokens[] = { /* longer ones before their beginnings */
	{ "YYYY", 4, 4, 0 },
	{ "MM", 2, 2, 1 }, { "M", 1, 2, 1 },
	{ "DD", 2, 2, 2 }, { "D", 1, 2, 2 },
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* Takes the next piece off the pattern: a token, or text that stands for itself (NULL). */
static const struct token *
next_token(str *pattern, str *literal)
{
	for (size_t i = 0; i < COUNT(tokens); i++) {
		str letters = str_from(tokens[i].letters);
		str rest = str_skip(*pattern, letters.length);
		if (str_starts(*pattern, letters) && !str_starts(rest, str_slice(letters, 0, 1))) {
			*pattern = rest;
			return &tokens[i];
		}
	}
	size_t close = pattern->bytes[0] == '[' ? str_find_char(*pattern, ']') : STR_NONE;
	bool quoted = close != STR_NONE;
	*literal = quoted ? str_slice(*pattern, 1, close) : str_slice(*pattern, 0, 1);
	*pattern = str_skip(*pattern, quoted ? close + 1 : 1);
	return NULL;
}

/* Numbers of one or two digits do not begin with 0 where one digit is enough. */
static bool
read_number(const struct token *token, str *name, int *number)
{
	size_t digits = 0;
	while (digits < name->length && digits < token->most && is_digit(name->bytes[digits]))
		digits++;
	bool leading = digits > 1 && token->least == 1 && name->bytes[0] == '0';
	if (digits < token->least || leading ||
		!str_number(str_slice(*name, 0, digits), 9999, number))
		return false;
	*name = str_skip(*name, digits);
	return true;
}

static date
match(str name, str pattern)
{
	int parts[] = { 0, 1, 1 };
	str literal;
	if (!pattern.length)
		return (date){ 0 };
	while (pattern.length) {
		const struct token *token = next_token(&pattern, &literal);
		if (token ? !read_number(token, &name, &parts[token->part])
			  : !str_starts(name, literal))
			return (date){ 0 };
		if (!token)
			name = str_skip(name, literal.length);
	}
	return name.length ? (date){ 0 } : date_make(parts[0], parts[1], parts[2]);
}

date
file_date_from_digits(str name)
{
	size_t run = 0;
	int number;
	for (size_t i = 0; i < name.length; i++) {
		run = is_digit(name.bytes[i]) ? run + 1 : 0;
		if (run == 8 && str_number(str_slice(name, i - 7, i + 1), 99999999, &number)) {
			date day = date_make(number / 10000, number / 100 % 100, number % 100);
			return docket_date_exists(day) ? day : (date){ 0 };
		}
	}
	return (date){ 0 };
}

/* A number of `least` to `most` digits that none follows. */
static bool
take_number(str *text, size_t least, size_t most, int *number)
{
	size_t digits = 0;
	while (digits < text->length && is_digit(text->bytes[digits]))
		digits++;
	if (digits < least || digits > most ||
		!str_number(str_slice(*text, 0, digits), 9999, number))
		return false;
	*text = str_skip(*text, digits);
	return true;
}

/* Takes the day at the start of the text, "08.11.2025", "8.11.2025", "08-11-25". */
static date
take_day_first(str *text)
{
	int parts[3];
	size_t before = text->length;
	if (!take_number(text, 1, 2, &parts[0]) || !text->length ||
		str_find_char(STR(".-_"), text->bytes[0]) == STR_NONE)
		return (date){ 0 };
	char sign = text->bytes[0];
	*text = str_skip(*text, 1);
	if (!take_number(text, 1, 2, &parts[1]) || !text->length || text->bytes[0] != sign)
		return (date){ 0 };
	*text = str_skip(*text, 1);
	size_t short_year = before - text->length == sizeof("08.11.") - 1 ? 2 : 4;
	before = text->length;
	if (!take_number(text, short_year, 4, &parts[2]) || before - text->length == 3)
		return (date){ 0 };
	if (before - text->length == 2)
		parts[2] = parts[2] < 10 || parts[2] > 49 ? 0 : 2000 + parts[2];
	date day = date_make(parts[2], parts[1], parts[0]);
	return parts[2] && docket_date_exists(day) ? day : (date){ 0 };
}

date
file_date_day_first(str name, size_t *from, size_t *to)
{
	for (size_t at = 0; at < name.length; at++) {
		if (!is_digit(name.bytes[at]) || (at && is_digit(name.bytes[at - 1])))
			continue;
		str rest = str_skip(name, at);
		date day = take_day_first(&rest);
		if (date_is_none(day))
			continue;
		*from = at;
		*to = name.length - rest.length;
		return day;
	}
	return (date){ 0 };
}

/* How years, months and days are told apart where the year comes first. */
static const struct signs {
	const char *signs[3];
	size_t least; /* digits of months and days */
} year_first[] = {
	{ { "年", "月", "日" }, 1 },
	{ { "년", "월", "일" }, 1 },
	{ { "_", "_", "" }, 2 },
	{ { ".", ".", "" }, 2 },
	{ { "/", "/", "" }, 2 },
};

/* Takes a day off the front of the text; blanks may stand behind the signs. */
static date
take_year_first(str *text, const struct signs *row)
{
	int parts[3];
	for (size_t i = 0; i < COUNT(parts); i++) {
		str sign = str_from(row->signs[i]);
		if (!take_number(text, i ? row->least : 4, i ? 2 : 4, &parts[i]) ||
			!str_starts(*text, sign))
			return (date){ 0 };
		*text = str_skip(*text, sign.length);
		*text = row->least == 1 ? str_trim(*text) : *text;
	}
	date day = date_make(parts[0], parts[1], parts[2]);
	return docket_date_exists(day) ? day : (date){ 0 };
}

date
file_date_year_first(str text, size_t *from, size_t *to)
{
	for (size_t at = 0; at < text.length; at++) {
		if (!is_digit(text.bytes[at]) || (at && is_digit(text.bytes[at - 1])))
			continue;
		for (size_t i = 0; i < COUNT(year_first); i++) {
			str rest = str_skip(text, at);
			date day = take_year_first(&rest, &year_first[i]);
			*from = at;
			*to = text.length - rest.length;
			if (!date_is_none(day))
				return day;
		}
	}
	return (date){ 0 };
}

str
file_date_name(str path)
{
	size_t folder = str_find_last_char(path, '/');
	str name = str_skip(path, folder == STR_NONE ? 0 : folder + 1);
	return str_slice(name, 0, str_find_last_char(name, '.'));
}

date
file_date_read(str name, str pattern)
{
	date day = match(name, pattern);
	if (docket_date_exists(day))
		return day;
	for (size_t at = 0; at + 10 <= name.length; at++)
		if (date_parse_iso(str_slice(name, at, at + 10), &day))
			return docket_date_exists(day) ? day : (date){ 0 };
	return file_date_from_digits(name);
}

bool
file_date_can_read(str pattern)
{
	bool year = false;
	str literal;
	while (pattern.length) {
		bool quoted = pattern.bytes[0] == '[';
		const struct token *token = next_token(&pattern, &literal);
		if (!token && !quoted && is_letter(literal.bytes[0]))
			return false;
		year = year || (token && token->part == 0);
	}
	return year;
}
