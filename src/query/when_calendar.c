#include "query/when_found.h"

#include <stdlib.h>

long
when_days(const struct when_found *found)
{
	return date_to_days((date){ found->year, found->month, 1 }) + found->day - 1;
}

void
when_set_day(struct when_found *found, date d, unsigned known)
{
	found->year = d.year;
	found->month = d.month;
	found->day = d.day;
	found->known |= known;
}

void
when_set_nearest(struct when_found *found, int month, int day)
{
	long today = when_days(found), nearest = 0;
	int year = found->year;
	found->month = month;
	found->day = day;
	for (int i = 0; i < 3; i++) {
		static const int shifts[] = { 0, 1, -1 };
		struct when_found other = *found;
		other.year = year + shifts[i];
		long away = labs(when_days(&other) - today);
		if (i > 0 && away >= nearest)
			continue;
		nearest = away;
		found->year = other.year;
	}
}

void
when_set_date(struct when_found *found, bool has_year, date d)
{
	found->known |= WHEN_KNOWS_DAY | WHEN_KNOWS_MONTH;
	if (has_year)
		when_set_day(found, d, WHEN_KNOWS_YEAR);
	else
		when_set_nearest(found, d.month, d.day);
}

/* "T10:00", "T10:00:30.5+01:00" */
static bool
take_clock(struct when_cursor *cursor)
{
	struct when_cursor next = *cursor;
	int number;
	if (!when_take_sign(&next, "Tt") || !when_take_digits(&next, 1, 2, &number) ||
		!when_take_sign(&next, ":") || !when_take_digits(&next, 1, 2, &number))
		return false;
	if (when_peek(&next, 0) == ':' && is_digit(when_peek(&next, 1))) {
		next.at++;
		when_take_digits(&next, 1, 2, &number);
		if (when_peek(&next, 0) == '.' && is_digit(when_peek(&next, 1))) {
			next.at++;
			when_take_digits(&next, 1, 4, &number);
		}
	}
	if (!when_take_sign(&next, "Zz") && is_digit(when_peek(&next, 1)) &&
		is_digit(when_peek(&next, 2)) && when_take_sign(&next, "+-")) {
		when_take_digits(&next, 2, 2, &number);
		if (when_peek(&next, 0) == ':' && is_digit(when_peek(&next, 1)))
			next.at++;
		when_take_digits(&next, 2, 2, &number);
	}
	*cursor = next;
	return true;
}

bool
when_read_iso(struct when_cursor *cursor, struct when_found *found)
{
	date d;
	if (!when_take_digits(cursor, 4, 4, &d.year) || !when_take_sign(cursor, "-") ||
		!when_take_digits(cursor, 1, 2, &d.month) || !when_take_sign(cursor, "-") ||
		!when_take_digits(cursor, 1, 2, &d.day))
		return false;
	when_set_day(found, d, WHEN_KNOWS_DATE);
	if (take_clock(cursor))
		found->known |= WHEN_KNOWS_HOUR;
	return !when_in_word(cursor);
}

/* One or two digits, of two the first at most 3. */
static bool
take_part(struct when_cursor *cursor, int *value)
{
	return when_take_digits(cursor, 1, 2, value) && *value < 40 &&
	       !is_digit(when_peek(cursor, 0));
}

static bool
take_short_year(struct when_cursor *cursor, int *year)
{
	struct when_cursor next = *cursor;
	if (!when_take_sign(&next, "/.-") || !when_take_digits(&next, 2, 4, year))
		return false;
	size_t digits = next.at - cursor->at - 1;
	if (digits == 3 || when_in_word(&next))
		return false;
	*year += digits == 4 || *year >= 100 ? 0 : *year > 50 ? 1900 : 2000;
	*cursor = next;
	return true;
}

/* What has the shape of "1/2" and is none: "1.2", "1.2.3", "11-12". */
static bool
is_version(str written, bool has_year)
{
	bool dot = str_starts(str_skip(written, 1), STR("."));
	return (dot && written.length <= (has_year ? 7 : 3)) ||
	       (!has_year && str_find_char(written, '/') == STR_NONE);
}

/* "1/2" of "1/2/3", which is passed over at once. */
static bool
skip_path(struct when_cursor *cursor, size_t from)
{
	bool path = when_peek(cursor, 0) == '/' || (from && cursor->text.bytes[from - 1] == '/');
	cursor->at = path ? cursor->at + 2 : from + 1;
	return path;
}

/* "11/22/2025", "22.11.2025", "11/22": the month first, unless it is none. */
bool
when_read_slashes(struct when_cursor *cursor, struct when_found *found)
{
	int month, day, year = 0;
	if (!take_part(cursor, &month) || !when_take_sign(cursor, "/.-") ||
		!take_part(cursor, &day))
		return false;
	bool has_year = take_short_year(cursor, &year);
	if (when_in_word(cursor))
		return false;
	bool swapped = month > 12 && day >= 1 && day <= 12 && month <= 31;
	date d = { year, swapped ? day : month, swapped ? month : day };
	struct when_cursor next = *cursor;
	str written = str_slice(cursor->text, found->from, cursor->at);
	found->refused = skip_path(&next, found->from) || is_version(written, has_year) ||
			 d.month > 12 || d.day < 1 || d.day > 31;
	if (found->refused) {
		*cursor = next;
		return false;
	}
	found->impossible = d.month < 1;
	d.month += found->impossible;
	when_set_date(found, has_year, d);
	return true;
}

/* "10/2025" */
bool
when_read_month_slash_year(struct when_cursor *cursor, struct when_found *found)
{
	int month, year;
	size_t from = cursor->at;
	if (!when_take_digits(cursor, 1, 2, &month) || month > 12 ||
		(cursor->at - from == 2 && month == 0) || !when_take_sign(cursor, "/") ||
		!when_take_digits(cursor, 4, 4, &year))
		return false;
	found->impossible = month < 1;
	when_set_day(found, (date){ year, month < 1 ? 1 : month, 1 },
		WHEN_KNOWS_MONTH | WHEN_KNOWS_YEAR);
	return true;
}

static bool
take_separator(struct when_cursor *cursor)
{
	size_t from = cursor->at;
	if (when_take_sign(cursor, "./"))
		return true;
	when_skip_spaces(cursor, 1);
	return cursor->at > from;
}

/* "2025 Nov 22", "2025.11.22" */
bool
when_read_year_month_day(struct when_cursor *cursor, struct when_found *found)
{
	date d;
	if (!when_take_digits(cursor, 4, 4, &d.year) || !take_separator(cursor))
		return false;
	if (!when_take_word(cursor, WHEN_MONTH, &d.month) &&
		!when_take_digits(cursor, 1, 2, &d.month))
		return false;
	bool dot = cursor->text.bytes[cursor->at - 1] == '.'; /* of "Nov." */
	if ((!take_separator(cursor) && !dot) || !when_take_digits(cursor, 1, 2, &d.day) ||
		when_in_word(cursor) || d.month < 1 || d.month > 12)
		return false;
	when_set_day(found, d, WHEN_KNOWS_DATE);
	return true;
}
