#include "read/recurrence_rule.h"

enum { NUMBERS = 3, DIGITS_MOST = 9 };

/* What a date in words is put together from. */
struct pieces {
	int numbers[NUMBERS];
	size_t count;
	int month; /* 0: none was named */
};

static size_t
measure(str text, bool (*holds)(char))
{
	size_t length = 0;
	while (length < text.length && holds(text.bytes[length]))
		length++;
	return length;
}

/* Only the first three letters of a month count. */
static int
find_month(str word)
{
	static const char *const months = "janfebmaraprmayjunjulaugsepoctnovdec";
	for (int i = 0; i < 12; i++)
		if (str_starts_nocase(word, (str){ months + (size_t)i * 3, 3 }))
			return i + 1;
	return 0;
}

static bool
is_zone(str word)
{
	static const char *const zones[] = { "ut", "utc", "z", "gmt", "cdt", "cst", "edt", "est",
		"mdt", "mst", "pdt", "pst" };
	for (size_t i = 0; i < sizeof(zones) / sizeof(*zones); i++)
		if (str_equal_nocase(word, str_from(zones[i])))
			return true;
	return false;
}

static bool
add_number(struct pieces *pieces, str digits)
{
	while (digits.length > 1 && digits.bytes[0] == '0')
		digits = str_skip(digits, 1);
	return pieces->count < NUMBERS && digits.length <= DIGITS_MOST &&
	       str_number(digits, INT32_MAX, &pieces->numbers[pieces->count++]);
}

/* Unknown words may stand before the first number, but not touch it. */
static bool
add_word(struct pieces *pieces, str word, str rest)
{
	int month = find_month(word);
	if (month)
		pieces->month = month;
	if (month || (is_zone(word) && pieces->count))
		return true;
	return !pieces->count && !(rest.length && is_digit(rest.bytes[0]));
}

static bool
read_pieces(str text, struct pieces *pieces)
{
	bool fine = true;
	while (fine && text.length) {
		size_t digits = measure(text, is_digit), letters = measure(text, is_letter);
		size_t length = digits + letters ? digits + letters : 1;
		str piece = str_slice(text, 0, length);
		text = str_skip(text, length);
		if (digits)
			fine = add_number(pieces, piece);
		else if (letters)
			fine = add_word(pieces, piece, text);
	}
	return fine && pieces->count;
}

static bool
is_day(int number)
{
	return number >= 1 && number <= 31;
}

static bool
is_month(int number)
{
	return number >= 1 && number <= 12;
}

/* Numbers that are missing are 1, or 0 for the year of month and day. */
static date
put_together(const struct pieces *pieces)
{
	int a = pieces->numbers[0];
	int b = pieces->count > 1 ? pieces->numbers[1] : 1;
	int c = pieces->count > 2 ? pieces->numbers[2] : 1;
	if (pieces->month)
		return is_day(a) ? (date){ b, pieces->month, a } : (date){ a, pieces->month, b };
	return is_day(a) ? (date){ c, a, b } : (date){ a, b, c };
}

static int
full_year(int year)
{
	if (year < 50)
		return year + 2000;
	return year < 100 ? year + 1900 : year;
}

bool
recurrence_parse_until(str text, date *until)
{
	struct pieces pieces = { 0 };
	if (!read_pieces(text, &pieces))
		return false;
	date d = put_together(&pieces);
	d.year = full_year(d.year);
	if (!is_month(d.month) || !is_day(d.day) || d.year > 9999)
		return false;
	/* 31 February is 3 March; the first day of Unix time is zero, which the plugin refuses. */
	*until = date_add_days((date){ d.year, d.month, 1 }, d.day - 1);
	return date_to_days(*until) != 0;
}
