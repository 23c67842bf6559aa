#include "query/when_found.h"

/* A time of day as it is written. */
struct clock {
	int written; /* the figure in front: 1730 */
	int hour, minute;
	size_t digits; /* of the figure */
	bool minutes;  /* "10:30" */
	bool half;     /* "am", "pm" */
	bool letter;   /* "a", "p" */
};

static bool
take_half(struct when_cursor *cursor, bool *letter)
{
	struct when_cursor next = *cursor;
	when_skip_spaces(&next, SIZE_MAX);
	if (!when_take_sign(&next, "aApP"))
		return false;
	struct when_cursor dots = next;
	*letter = false;
	if (when_take_sign(&dots, ".") && when_take_sign(&dots, "mM") && when_take_sign(&dots, "."))
		next = dots;
	else
		*letter = !when_take_sign(&next, "mM");
	if (when_in_word(&next))
		return false;
	*cursor = next;
	return true;
}

static void
take_seconds(struct when_cursor *cursor, int *second)
{
	struct when_cursor next = *cursor;
	int part;
	if (!when_take_sign(&next, ":") || !when_take_digits(&next, 2, 2, second))
		return;
	*cursor = next;
	if (when_take_sign(&next, ".") && when_take_digits(&next, 1, 6, &part))
		*cursor = next;
}

/* "10:30", "5pm", "1730" */
static bool
take_clock(struct when_cursor *cursor, struct clock *clock)
{
	size_t from = cursor->at;
	int second = 0;
	*clock = (struct clock){ 0 };
	if (!when_take_digits(cursor, 1, 4, &clock->hour))
		return false;
	clock->digits = cursor->at - from;
	clock->written = clock->hour;
	struct when_cursor next = *cursor;
	size_t minute_digits = 2;
	if (when_take_sign(&next, ".:") && when_take_digits(&next, 1, 2, &clock->minute)) {
		minute_digits = next.at - cursor->at - 1;
		clock->minutes = true;
		take_seconds(&next, &second);
		*cursor = next;
	}
	clock->half = take_half(cursor, &clock->letter);
	if (clock->hour > 100 && clock->minutes)
		return false;
	if (clock->hour > 100) {
		clock->minute = clock->hour % 100;
		clock->hour /= 100;
	}
	return clock->hour <= (clock->half ? 12 : 24) && clock->minute < 60 && second < 60 &&
	       (minute_digits == 2 || clock->half);
}

/* "o'clock", "at night", "in the morning" */
static void
take_suffix(struct when_cursor *cursor)
{
	static const char *const suffixes[][3] = { { "oclock" }, { "at", "night" },
		{ "in", "the", "morning" }, { "in", "the", "afternoon" } };
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++) {
		struct when_cursor next = *cursor;
		size_t word = 0;
		for (; word < 3 && suffixes[i][word]; word++) {
			when_skip_spaces(&next, SIZE_MAX);
			if (!when_take_literal(&next, suffixes[i][word]))
				break;
		}
		if ((word == 3 || !suffixes[i][word]) && !when_in_word(&next)) {
			*cursor = next;
			return;
		}
	}
}

/* "- 7pm", "to 19:00" behind a time. */
static bool
take_end(struct when_cursor *cursor, struct clock *clock)
{
	struct when_cursor next = *cursor;
	when_skip_spaces(&next, SIZE_MAX);
	if (!when_take_sign(&next, "-~?") && !when_take_literal(&next, "to"))
		return false;
	when_skip_spaces(&next, SIZE_MAX);
	if (!take_clock(&next, clock) || when_in_word(&next))
		return false;
	*cursor = next;
	return true;
}

/* Figures alone are too little for a time, but behind "at" they may be an hour. */
static bool
is_clear(const struct clock *clock, bool prefix)
{
	if (clock->half)
		return !clock->letter;
	if (clock->minutes)
		return true;
	return prefix ? clock->digits <= 2 : clock->digits == 2;
}

/* "2025-11" and "5-7" are anything. */
static bool
is_mere_range(str text)
{
	struct when_cursor cursor = { text, 0 };
	int figure;
	return when_take_digits(&cursor, 1, 4, &figure) && when_take_sign(&cursor, "-") &&
	       when_take_digits(&cursor, 1, 4, &figure) && cursor.at == text.length;
}

/* "from 2025-11" */
static bool
is_no_hour(const struct clock *first, const struct clock *last)
{
	bool figures = !first->half && !first->minutes && !last->half && !last->minutes;
	return figures && (first->written > 24 || last->written > 24);
}

/* A time of today, which another phrase may give another day. */
bool
when_read_time(struct when_cursor *cursor, struct when_found *found)
{
	struct clock clock, end;
	bool prefix = when_take_literal(cursor, "at") || when_take_literal(cursor, "from");
	when_skip_spaces(cursor, prefix ? SIZE_MAX : 0);
	if (!take_clock(cursor, &clock))
		return false;
	take_suffix(cursor);
	if (when_in_word(cursor) || when_peek(cursor, 0) == '/')
		return false;
	struct when_cursor behind = *cursor;
	if (take_end(cursor, &end)) {
		if (is_mere_range(str_slice(cursor->text, found->from, cursor->at)) ||
			(prefix && is_no_hour(&clock, &end)))
			return false;
		found->ranges = true;
	} else {
		*cursor = behind;
		if (!is_clear(&clock, prefix))
			return false;
	}
	found->known = WHEN_KNOWS_HOUR;
	found->impossible = clock.hour == 24;
	return true;
}
