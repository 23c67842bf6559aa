#include "read/heading_date.h"

#include "read/dates.h"
#include "read/file_date.h"

#include <stdio.h>

enum { YEAR_FIRST = 1990, YEAR_LAST = 2099, YEAR_DIGITS = 4, WORDS_MOST = 40 };

static date
find_iso(str text)
{
	date day;
	for (size_t at = 0; at + 10 <= text.length; at++)
		if (date_parse_iso(str_slice(text, at, at + 10), &day) && docket_date_exists(day))
			return day;
	return (date){ 0 };
}

/* A day and month, with the year put behind them. */
static date
read_without_year(str words, int year)
{
	char whole[WORDS_MOST + sizeof(" 2019")];
	date day;
	if (!year || words.length > WORDS_MOST)
		return (date){ 0 };
	int length = snprintf(whole, sizeof(whole), "%.*s %d", STR_ARG(words), year);
	str text = { whole, (size_t)length };
	return dates_read_due(text, (date){ 0 }, &day) == DATES_DAY ? day : (date){ 0 };
}

static bool
has_digit(str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (is_digit(text.bytes[i]))
			return true;
	return false;
}

/* "Nov 19, 2025 | Weekly sync", "Committee, 13 November 2025": a whole day on one side of a sign.
 */
static date
find_side(str text)
{
	static const char *const signs[] = { " | ", " – ", " — ", " - ", ": ", ", " };
	date day;
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		str sign = str_from(signs[i]);
		size_t at = str_find(text, sign);
		if (at == STR_NONE)
			continue;
		if (dates_read_due(str_slice(text, 0, at), (date){ 0 }, &day) == DATES_DAY ||
			dates_read_due(str_skip(text, at + sign.length), (date){ 0 }, &day) ==
				DATES_DAY)
			return day;
	}
	return (date){ 0 };
}

date
heading_date_read(str text, int year)
{
	size_t from, to;
	if (!has_digit(text))
		return (date){ 0 };
	date day = find_iso(text);
	if (date_is_none(day))
		day = file_date_day_first(text, &from, &to);
	if (date_is_none(day))
		day = file_date_year_first(text, &from, &to);
	str words = str_trim_space(str_slice(text, 0, str_find_char(text, '(')));
	if (!date_is_none(day) || !words.length)
		return day;
	if (dates_read_due(words, (date){ 0 }, &day) == DATES_DAY)
		return day;
	day = find_side(words);
	if (!date_is_none(day))
		return day;
	return read_without_year(words, year);
}

int
heading_date_year(str name)
{
	int year = 0;
	for (size_t at = 0, end; at < name.length; at = end + 1) {
		for (end = at; end < name.length && is_digit(name.bytes[end]);)
			end++;
		int number;
		if (end - at != YEAR_DIGITS ||
			!str_number(str_slice(name, at, end), YEAR_LAST, &number) ||
			number < YEAR_FIRST)
			continue;
		if (year)
			return 0;
		year = number;
	}
	return year;
}
