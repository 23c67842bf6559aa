#include "query/when_found.h"

/* Days are counted from Sunday here. */
static int
weekday_of(date d)
{
	return (date_weekday(d) + 1) % 7;
}

static bool
take_modifier(struct when_cursor *cursor, int *modifier)
{
	struct when_cursor next = *cursor;
	if (!when_take_word(&next, WHEN_MODIFIER, modifier) || *modifier == WHEN_AFTER)
		return false;
	when_skip_spaces(&next, SIZE_MAX);
	*cursor = next;
	return true;
}

/* " next week" behind a weekday. */
static bool
take_week(struct when_cursor *cursor, int *modifier)
{
	struct when_cursor next = *cursor;
	int found;
	when_skip_spaces(&next, SIZE_MAX);
	if (!take_modifier(&next, &found) || !when_take_literal(&next, "week"))
		return false;
	*modifier = found;
	*cursor = next;
	return true;
}

/* The nearest such day, or that of this week, which begins on Sunday, or of the one beside it. */
static int
distance(int from, int to, bool modified, int modifier)
{
	if (modified)
		return to - from + (modifier == WHEN_NEXT ? 7 : modifier == WHEN_THIS ? 0 : -7);
	int days = to - from;
	return days > 3 ? days - 7 : days < -3 ? days + 7 : days;
}

/* "mon.", "on Monday", "last friday", "(friday)", "Friday next week" */
bool
when_read_weekday(struct when_cursor *cursor, struct when_found *found)
{
	int modifier = WHEN_THIS, weekday;
	if (when_take_sign(cursor, ",("))
		when_skip_spaces(cursor, SIZE_MAX);
	if (when_take_literal(cursor, "on"))
		when_skip_spaces(cursor, SIZE_MAX);
	bool modified = take_modifier(cursor, &modifier);
	if (!when_take_word(cursor, WHEN_WEEKDAY, &weekday))
		return false;
	struct when_cursor next = *cursor;
	when_skip_spaces(&next, SIZE_MAX);
	if (when_take_sign(&next, ",)"))
		*cursor = next;
	int behind = WHEN_THIS;
	if (take_week(cursor, &behind) && !modified) {
		modified = true;
		modifier = behind;
	}
	char last = cursor->text.bytes[cursor->at - 1];
	if (when_in_word(cursor) && last == ',')
		cursor->at--;
	date today = { found->year, found->month, found->day };
	int days = distance(weekday_of(today), weekday, modified, modifier);
	when_set_day(found, date_add_days(today, days), WHEN_KNOWS_WEEKDAY);
	return !when_in_word(cursor);
}

/* "today", "tmrw", "last night" */
bool
when_read_named_day(struct when_cursor *cursor, struct when_found *found)
{
	static const int shifts[] = { [WHEN_YESTERDAY] = -1, [WHEN_TOMORROW] = 1, [WHEN_NOW] = 0 };
	int named;
	struct when_cursor night = *cursor;
	if (when_take_literal(&night, "last")) {
		when_skip_spaces(&night, SIZE_MAX);
		if (!when_take_literal(&night, "night"))
			return false;
		*cursor = night;
		named = WHEN_YESTERDAY;
	} else if (!when_take_word(cursor, WHEN_NAMED, &named) || named > WHEN_NOW) {
		return false;
	}
	date today = { found->year, found->month, found->day };
	when_set_day(found, date_add_days(today, shifts[named]),
		WHEN_KNOWS_DATE | (named == WHEN_NOW ? WHEN_KNOWS_HOUR : 0));
	return !when_in_word(cursor);
}

/* "this morning", "noon"; midnight is that of tomorrow */
bool
when_read_named_time(struct when_cursor *cursor, struct when_found *found)
{
	int named;
	if (when_take_literal(cursor, "this"))
		when_skip_spaces(cursor, 3);
	if (!when_take_word(cursor, WHEN_NAMED, &named) || named < WHEN_MIDNIGHT)
		return false;
	date today = { found->year, found->month, found->day };
	if (named == WHEN_MIDNIGHT)
		when_set_day(found, date_add_days(today, 1), WHEN_KNOWS_DATE);
	return !when_in_word(cursor);
}
