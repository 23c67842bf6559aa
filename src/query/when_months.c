#include "query/when_found.h"

/* A month's name may end here, but not before a number that could be its day. */
static bool
ends_month(struct when_cursor cursor)
{
	size_t at = cursor.at;
	if (when_in_word(&cursor))
		return false;
	when_skip_spaces(&cursor, SIZE_MAX);
	return cursor.at == at || !is_digit(when_peek(&cursor, 0));
}

/* Takes ", 2026", "-2026", "2026" or only the sign of them. */
static bool
take_year_behind_month(struct when_cursor *cursor, int *year)
{
	struct when_cursor next = *cursor;
	when_skip_spaces(&next, SIZE_MAX);
	bool sign = when_take_sign(&next, ",-");
	struct when_cursor behind = next;
	when_skip_spaces(&next, SIZE_MAX);
	if (when_take_year(&next, year) && ends_month(next)) {
		*cursor = next;
		return true;
	}
	if (sign && ends_month(behind))
		*cursor = behind;
	return false;
}

/* "May", "in May 2026": the first of the month. A short name alone is too little. */
bool
when_read_month(struct when_cursor *cursor, struct when_found *found)
{
	int month, year = 0;
	size_t begin = cursor->at;
	if (when_take_literal(cursor, "in"))
		when_skip_spaces(cursor, SIZE_MAX);
	size_t from = cursor->at;
	if (!when_take_word(cursor, WHEN_MONTH, &month))
		return false;
	bool has_year = take_year_behind_month(cursor, &year);
	struct when_cursor sign = *cursor; /* blanks before one belong to the name: "feb (x)" */
	when_skip_spaces(&sign, SIZE_MAX);
	if (sign.at < sign.text.length && !when_in_word(&sign))
		*cursor = sign;
	if (!ends_month(*cursor) || (cursor->at - begin <= 3 && month != 5))
		return false;
	found->from = from;
	if (has_year)
		when_set_day(found, (date){ year, month, 1 }, WHEN_KNOWS_YEAR);
	else
		when_set_nearest(found, month, 1);
	found->known |= WHEN_KNOWS_MONTH;
	return true;
}

static bool
take_one_of(struct when_cursor *cursor, const char *const words[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (when_take_literal(cursor, words[i]))
			return true;
	return false;
}

static bool
is_day_of(const struct when_found *found, int day)
{
	return day >= 1 && day <= date_month_days(found->year, found->month);
}

/* "-5", "to 5": the last day of a range. */
static bool
take_last_day(struct when_cursor *cursor, int *day)
{
	static const char *const words[] = { "to", "until", "through", "till" };
	struct when_cursor next = *cursor;
	when_skip_spaces(&next, 3);
	if (!when_take_sign(&next, "-"))
		take_one_of(&next, words, sizeof(words) / sizeof(*words));
	when_skip_spaces(&next, 3);
	if (!when_take_ordinal(&next, day))
		return false;
	*cursor = next;
	return true;
}

static bool
take_month_behind_day(struct when_cursor *cursor, int *month)
{
	struct when_cursor next = *cursor;
	if (!when_take_sign(&next, "-/")) {
		when_skip_spaces(&next, 3);
		if (when_take_literal(&next, "of"))
			when_skip_spaces(&next, 3);
	}
	if (!when_take_word(&next, WHEN_MONTH, month))
		return false;
	*cursor = next;
	return true;
}

static bool
take_year_behind_day(struct when_cursor *cursor, int *year)
{
	struct when_cursor next = *cursor;
	if (!when_take_sign(&next, "-/")) {
		when_take_sign(&next, ",");
		when_skip_spaces(&next, 3);
	}
	if (!when_take_year(&next, year) || when_in_word(&next) ||
		(when_peek(&next, 0) > ' ' && is_digit(when_peek(&next, 1))))
		return false;
	*cursor = next;
	return true;
}

/* "14 October", "on the 14th of October 2025", "14/May/2023", "1-5 May". */
bool
when_read_day_month(struct when_cursor *cursor, struct when_found *found)
{
	int day, last = 1, month, year = 0;
	if (when_take_literal(cursor, "on"))
		when_skip_spaces(cursor, 3);
	if (!when_take_ordinal(cursor, &day))
		return false;
	struct when_cursor behind = *cursor;
	found->ranges = take_last_day(cursor, &last) && take_month_behind_day(cursor, &month);
	if (!found->ranges) {
		*cursor = behind;
		if (!take_month_behind_day(cursor, &month))
			return false;
	}
	bool has_year = take_year_behind_day(cursor, &year);
	if (when_in_word(cursor) || day > 31)
		return false;
	when_set_date(found, has_year, (date){ year, month, day });
	found->impossible = found->ranges && !is_day_of(found, last);
	return true;
}

/* A dash or a slash, or a comma and blanks; maybe nothing. */
static void
skip_separator(struct when_cursor *cursor)
{
	if (when_take_sign(cursor, "-/"))
		return;
	when_skip_spaces(cursor, SIZE_MAX);
	when_take_sign(cursor, ",");
	when_skip_spaces(cursor, SIZE_MAX);
}

/* " - 5", " to 5th" behind a day. */
static bool
take_range_end(struct when_cursor *cursor, int *day)
{
	struct when_cursor next = *cursor;
	when_skip_spaces(&next, SIZE_MAX);
	if (!when_take_sign(&next, "-") && !when_take_literal(&next, "to"))
		return false;
	when_skip_spaces(&next, SIZE_MAX);
	if (!when_take_ordinal(&next, day) || when_in_word(&next))
		return false;
	*cursor = next;
	return true;
}

static bool
is_hour(struct when_cursor cursor)
{
	if (when_peek(&cursor, 0) == ':' && is_digit(when_peek(&cursor, 1)))
		return true;
	when_skip_spaces(&cursor, SIZE_MAX);
	return when_take_literal(&cursor, "am") || when_take_literal(&cursor, "pm");
}

/* "Oct 14", "Dec 5th, 2025", "May 1 - 5". */
bool
when_read_month_day(struct when_cursor *cursor, struct when_found *found)
{
	int month, day, last = 1, year = 0;
	if (!when_take_word(cursor, WHEN_MONTH, &month))
		return false;
	skip_separator(cursor);
	if (!when_take_ordinal(cursor, &day) || is_hour(*cursor))
		return false;
	found->ranges = take_range_end(cursor, &last);
	struct when_cursor next = *cursor;
	skip_separator(&next);
	bool has_year = when_take_year(&next, &year) && !when_in_word(&next);
	if (has_year)
		*cursor = next;
	if (when_in_word(cursor) || is_hour(*cursor) || day > 31)
		return false;
	when_set_date(found, has_year, (date){ year, month, day });
	found->impossible = found->ranges && !is_day_of(found, last);
	return true;
}
