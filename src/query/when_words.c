#include "query/when_words.h"

#include "base/utf8.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* clang-format off */
static const struct {
	enum when_kind kind;
	int value;
	const char *spellings;
} rows[] = {
	{ WHEN_WEEKDAY, 0, "sunday sun" },
	{ WHEN_WEEKDAY, 1, "monday mon" },
	{ WHEN_WEEKDAY, 2, "tuesday tue" },
	{ WHEN_WEEKDAY, 3, "wednesday wed" },
	{ WHEN_WEEKDAY, 4, "thursday thurs thur thu" },
	{ WHEN_WEEKDAY, 5, "friday fri" },
	{ WHEN_WEEKDAY, 6, "saturday sat" },
	{ WHEN_MONTH, 1, "january jan" },
	{ WHEN_MONTH, 2, "february feb" },
	{ WHEN_MONTH, 3, "march mar" },
	{ WHEN_MONTH, 4, "april apr" },
	{ WHEN_MONTH, 5, "may" },
	{ WHEN_MONTH, 6, "june jun" },
	{ WHEN_MONTH, 7, "july jul" },
	{ WHEN_MONTH, 8, "august aug" },
	{ WHEN_MONTH, 9, "september sept sep" },
	{ WHEN_MONTH, 10, "october oct" },
	{ WHEN_MONTH, 11, "november nov" },
	{ WHEN_MONTH, 12, "december dec" },
	{ WHEN_UNIT, WHEN_SECOND, "second seconds sec" },
	{ WHEN_UNIT, WHEN_MINUTE, "minute minutes min mins" },
	{ WHEN_UNIT, WHEN_HOUR, "hour hours h hr hrs" },
	{ WHEN_UNIT, WHEN_DAY, "day days" },
	{ WHEN_UNIT, WHEN_WEEK, "week weeks" },
	{ WHEN_UNIT, WHEN_MONTHS, "month months" },
	{ WHEN_UNIT, WHEN_QUARTER, "quarter quarters qtr" },
	{ WHEN_UNIT, WHEN_YEAR, "year years y yr" },
	{ WHEN_NUMBER, 1, "one" },
	{ WHEN_NUMBER, 2, "two" },
	{ WHEN_NUMBER, 3, "three" },
	{ WHEN_NUMBER, 4, "four" },
	{ WHEN_NUMBER, 5, "five" },
	{ WHEN_NUMBER, 6, "six" },
	{ WHEN_NUMBER, 7, "seven" },
	{ WHEN_NUMBER, 8, "eight" },
	{ WHEN_NUMBER, 9, "nine" },
	{ WHEN_NUMBER, 10, "ten" },
	{ WHEN_NUMBER, 11, "eleven" },
	{ WHEN_NUMBER, 12, "twelve" },
	{ WHEN_ORDINAL, 1, "first" },
	{ WHEN_ORDINAL, 2, "second" },
	{ WHEN_ORDINAL, 3, "third" },
	{ WHEN_ORDINAL, 4, "fourth" },
	{ WHEN_ORDINAL, 5, "fifth" },
	{ WHEN_ORDINAL, 6, "sixth" },
	{ WHEN_ORDINAL, 7, "seventh" },
	{ WHEN_ORDINAL, 8, "eighth" },
	{ WHEN_ORDINAL, 9, "ninth" },
	{ WHEN_ORDINAL, 10, "tenth" },
	{ WHEN_ORDINAL, 11, "eleventh" },
	{ WHEN_ORDINAL, 12, "twelfth" },
	{ WHEN_ORDINAL, 13, "thirteenth" },
	{ WHEN_ORDINAL, 14, "fourteenth" },
	{ WHEN_ORDINAL, 15, "fifteenth" },
	{ WHEN_ORDINAL, 16, "sixteenth" },
	{ WHEN_ORDINAL, 17, "seventeenth" },
	{ WHEN_ORDINAL, 18, "eighteenth" },
	{ WHEN_ORDINAL, 19, "nineteenth" },
	{ WHEN_ORDINAL, 20, "twentieth" },
	{ WHEN_ORDINAL, 30, "thirtieth" },
	{ WHEN_NAMED, WHEN_YESTERDAY, "yesterday" },
	{ WHEN_NAMED, WHEN_TODAY, "today tonight" },
	{ WHEN_NAMED, WHEN_TOMORROW, "tomorrow tmr tmrw" },
	{ WHEN_NAMED, WHEN_NOW, "now" },
	{ WHEN_NAMED, WHEN_MIDNIGHT, "midnight" },
	{ WHEN_NAMED, WHEN_TIME, "morning afternoon evening night noon" },
	{ WHEN_MODIFIER, WHEN_THIS, "this" },
	{ WHEN_MODIFIER, WHEN_LAST, "last" },
	{ WHEN_MODIFIER, WHEN_PAST, "past" },
	{ WHEN_MODIFIER, WHEN_NEXT, "next" },
	{ WHEN_MODIFIER, WHEN_AFTER, "after" },
	{ WHEN_WITHIN, 1, "in within for" },
	{ WHEN_ABOUT, 1, "about around roughly approximately just" },
	{ WHEN_BEHIND, -1, "ago before earlier" },
	{ WHEN_BEHIND, 1, "later after henceforth forward out" },
};
/* clang-format on */

char
when_peek(const struct when_cursor *cursor, size_t ahead)
{
	size_t left = cursor->text.length - cursor->at;
	return ahead < left ? cursor->text.bytes[cursor->at + ahead] : '\0';
}

bool
when_in_word(const struct when_cursor *cursor)
{
	char c = when_peek(cursor, 0);
	return is_letter(c) || is_digit(c) || c == '_';
}

void
when_skip_spaces(struct when_cursor *cursor, size_t most)
{
	while (most-- && cursor->at < cursor->text.length) {
		size_t size;
		if (!utf8_is_space(utf8_first(str_skip(cursor->text, cursor->at), &size)))
			return;
		cursor->at += size;
	}
}

bool
when_take_sign(struct when_cursor *cursor, const char *signs)
{
	char c = when_peek(cursor, 0);
	if (!c || !strchr(signs, c))
		return false;
	cursor->at++;
	return true;
}

static str
peek_letters(const struct when_cursor *cursor)
{
	size_t length = 0;
	while (is_letter(when_peek(cursor, length)))
		length++;
	return str_slice(cursor->text, cursor->at, cursor->at + length);
}

/* Whether it is one of the words that have a blank between them; the first is the full name. */
static bool
has_spelling(const char *spellings, str word, bool *full)
{
	str rest = str_from(spellings), spelling;
	for (*full = true; str_next_part(&rest, ' ', &spelling); *full = false)
		if (str_equal_nocase(spelling, word))
			return true;
	return false;
}

bool
when_take_word(struct when_cursor *cursor, enum when_kind kind, int *value)
{
	str word = peek_letters(cursor);
	bool full;
	for (size_t i = 0; word.length && i < COUNT(rows); i++) {
		if (rows[i].kind != kind || !has_spelling(rows[i].spellings, word, &full))
			continue;
		*value = rows[i].value;
		cursor->at += word.length;
		if (!full && (kind == WHEN_WEEKDAY || kind == WHEN_MONTH))
			when_take_sign(cursor, ".");
		return true;
	}
	return false;
}

bool
when_take_literal(struct when_cursor *cursor, const char *word)
{
	str letters = peek_letters(cursor);
	if (!str_equal_nocase(letters, str_from(word)))
		return false;
	cursor->at += letters.length;
	return true;
}

bool
when_take_digits(struct when_cursor *cursor, size_t least, size_t most, int *value)
{
	size_t count = 0;
	*value = 0;
	for (; count < most && is_digit(when_peek(cursor, count)); count++)
		*value = *value * 10 + (when_peek(cursor, count) - '0');
	if (count < least)
		return false;
	cursor->at += count;
	return true;
}

/* "twenty-first" behind its tens. */
static bool
take_tens(struct when_cursor *cursor, int *value)
{
	struct when_cursor next = *cursor;
	int tens = when_take_literal(&next, "twenty")   ? 20
		   : when_take_literal(&next, "thirty") ? 30
							: 0;
	if (!tens || !when_take_sign(&next, " -") || !when_take_word(&next, WHEN_ORDINAL, value) ||
		*value > (tens == 20 ? 9 : 1))
		return false;
	*value += tens;
	*cursor = next;
	return true;
}

bool
when_take_ordinal(struct when_cursor *cursor, int *value)
{
	static const char *const endings[] = { "st", "nd", "rd", "th" };
	if (take_tens(cursor, value) || when_take_word(cursor, WHEN_ORDINAL, value))
		return true;
	if (!when_take_digits(cursor, 1, 2, value))
		return false;
	for (size_t i = 0; i < COUNT(endings); i++)
		if (when_take_literal(cursor, endings[i]))
			break;
	return true;
}

bool
when_take_year(struct when_cursor *cursor, int *value)
{
	struct when_cursor next = *cursor;
	if (when_take_digits(&next, 4, 4, value) && *value >= 1000 && *value < 3000) {
		*cursor = next;
		return true;
	}
	next = *cursor;
	if (!when_take_digits(&next, 2, 2, value) || *value < 50)
		return false;
	*value += *value > 50 ? 1900 : 2000;
	*cursor = next;
	return true;
}
