#include "read/recurrence_word.h"

enum { SPELLINGS = 5 };

struct row {
	enum recurrence_word_kind kind;
	int value;
	const char *spellings[SPELLINGS];
};

/* clang-format off */
static const struct row rows[] = {
	{ WORD_EVERY,      0,  { "every" } },
	{ WORD_DAYS,       0,  { "day", "days" } },
	{ WORD_WEEKDAYS,   0,  { "weekday", "weekdays" } },
	{ WORD_WEEKS,      0,  { "week", "weeks" } },
	{ WORD_HOURS,      0,  { "hour", "hours" } },
	{ WORD_MINUTES,    0,  { "minute", "minutes" } },
	{ WORD_MONTHS,     0,  { "month", "months" } },
	{ WORD_YEARS,      0,  { "year", "years" } },
	{ WORD_ON,         0,  { "on", "in" } },
	{ WORD_AT,         0,  { "at" } },
	{ WORD_THE,        0,  { "the" } },
	{ WORD_FIRST,      1,  { "first" } },
	{ WORD_NTH,        2,  { "second" } },
	{ WORD_NTH,        3,  { "third" } },
	{ WORD_LAST,       -1, { "last" } },
	{ WORD_FOR,        0,  { "for" } },
	{ WORD_TIMES,      0,  { "time", "times" } },
	{ WORD_UNTIL,      0,  { "until", "til" } },
	{ WORD_OTHER,      0,  { "one", "two", "three" } },
	{ WORD_DAY_NAME,   0,  { "mo", "mon", "monday" } },
	{ WORD_DAY_NAME,   1,  { "tu", "tue", "tues", "tuesday" } },
	{ WORD_DAY_NAME,   2,  { "we", "wed", "wedn", "wednesday" } },
	{ WORD_DAY_NAME,   3,  { "th", "thu", "thur", "thursday" } },
	{ WORD_DAY_NAME,   4,  { "fr", "fri", "friday" } },
	{ WORD_DAY_NAME,   5,  { "sa", "sat", "saturday" } },
	{ WORD_DAY_NAME,   6,  { "su", "sun", "sunday" } },
	{ WORD_MONTH_NAME, 1,  { "jan", "january" } },
	{ WORD_MONTH_NAME, 2,  { "feb", "february" } },
	{ WORD_MONTH_NAME, 3,  { "mar", "march" } },
	{ WORD_MONTH_NAME, 4,  { "apr", "april" } },
	{ WORD_MONTH_NAME, 5,  { "may" } },
	{ WORD_MONTH_NAME, 6,  { "jun", "june" } },
	{ WORD_MONTH_NAME, 7,  { "jul", "july" } },
	{ WORD_MONTH_NAME, 8,  { "aug", "august" } },
	{ WORD_MONTH_NAME, 9,  { "sep", "sept", "september" } },
	{ WORD_MONTH_NAME, 10, { "oct", "october" } },
	{ WORD_MONTH_NAME, 11, { "nov", "november" } },
	{ WORD_MONTH_NAME, 12, { "dec", "december" } },
};
/* clang-format on */

static size_t
skip_blanks(str text, size_t from)
{
	while (from < text.length && text.bytes[from] == ' ')
		from++;
	return from;
}

static void
keep_longer(struct recurrence_word *word, struct recurrence_word other)
{
	if (other.length > word->length)
		*word = other;
}

static struct recurrence_word
read_name(str text)
{
	struct recurrence_word word = { .length = 0 };
	char first = text.length ? to_lower(text.bytes[0]) : '\0';
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (size_t j = 0; j < SPELLINGS && rows[i].spellings[j]; j++) {
			if (rows[i].spellings[j][0] != first)
				continue;
			str name = str_from(rows[i].spellings[j]);
			if (str_starts_nocase(text, name))
				keep_longer(&word, (struct recurrence_word){ rows[i].kind,
							   rows[i].value, name.length });
		}
	return word;
}

/* Commas, "and" and "or" in a row are one separator. */
static struct recurrence_word
read_separator(str text)
{
	static const char *const parts[] = { ",", "and", "or" };
	size_t length = 0, before;
	do {
		before = length;
		for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
			str part = str_from(parts[i]);
			if (str_starts_nocase(str_skip(text, length), part))
				length = skip_blanks(text, length + part.length);
		}
	} while (length > before);
	return (struct recurrence_word){ WORD_SEPARATOR, 0, length };
}

/* A number too large for any rule is no number. */
static struct recurrence_word
read_number(str text)
{
	static const char *const suffixes[] = { "st", "nd", "rd", "th" };
	struct recurrence_word word = { WORD_NUMBER, INT32_MAX, 0 };
	while (word.length < text.length && is_digit(text.bytes[word.length]))
		word.length++;
	if (!word.length || text.bytes[0] == '0')
		return (struct recurrence_word){ .length = 0 };
	if (!str_number(str_slice(text, 0, word.length), INT32_MAX, &word.value))
		word.kind = WORD_OTHER;
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++)
		if (str_starts_nocase(str_skip(text, word.length), str_from(suffixes[i])))
			return (struct recurrence_word){ WORD_NTH, word.value, word.length + 2 };
	return word;
}

void
recurrence_next(struct recurrence_cursor *cursor)
{
	str text = str_skip(cursor->rest, skip_blanks(cursor->rest, 0));
	cursor->word = read_name(text);
	keep_longer(&cursor->word, read_separator(text));
	keep_longer(&cursor->word, read_number(text));
	cursor->rest = str_skip(text, cursor->word.length);
}
