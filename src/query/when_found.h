/*
 * Date phrases in a text, found one by one: by forms such as "2025-11-22", "in 2 weeks" or
 * "next monday". Shared by the files when_*.c alone.
 */
#ifndef QUERY_WHEN_FOUND_H
#define QUERY_WHEN_FOUND_H

#include "base/date.h"
#include "query/when_words.h"

/* What a phrase says; the rest is supposed. */
enum when_known {
	WHEN_KNOWS_DAY = 1,
	WHEN_KNOWS_MONTH = 2,
	WHEN_KNOWS_YEAR = 4,
	WHEN_KNOWS_WEEKDAY = 8,
	WHEN_KNOWS_HOUR = 16,
	WHEN_KNOWS_DATE = WHEN_KNOWS_DAY | WHEN_KNOWS_MONTH | WHEN_KNOWS_YEAR
};

/* "1 week 2 days": each unit once, in the order of the text. */
struct when_amount {
	struct {
		enum when_unit unit;
		double number;
	} parts[WHEN_UNITS];
	size_t count;
};

struct when_found {
	size_t form;          /* of when_find's table; the first wins where two are equal */
	size_t from, to;      /* where in the text */
	int year, month, day; /* maybe of no real day: 30 February */
	unsigned known;       /* of enum when_known */
	bool ranges;          /* it holds a range, of which this is the first day: "1-5 May" */
	bool impossible;      /* no day, whatever the numbers: "24:00" */
	bool refused;         /* it looked right and was not meant; only while it is read */
	int toward;           /* "2 weeks before" (-1), "after" (1): a day may follow; else 0 */
	struct when_amount amount;
};

/*
 * Reads one form at the cursor and moves it behind. `found` comes as the day of today with nothing
 * known, and `from` at the cursor. False when the text is something else; where it was refused the
 * cursor is moved to where the same form may be tried again, even within a word.
 */
typedef bool when_reader(struct when_cursor *cursor, struct when_found *found);

/* when_calendar.c */
when_reader when_read_iso, when_read_slashes, when_read_month_slash_year, when_read_year_month_day;
/* when_months.c */
when_reader when_read_month, when_read_day_month, when_read_month_day;
/* when_named.c and when_time.c */
when_reader when_read_weekday, when_read_named_day, when_read_named_time, when_read_time;
/* when_amount.c */
when_reader when_read_within, when_read_ago, when_read_later, when_read_modified_amount,
	when_read_modified_unit;

/* The day of the numbers; those past the end of a month go on into the next. */
long when_days(const struct when_found *found);

/* Sets the day, and what is known of it besides. */
void when_set_day(struct when_found *found, date d, unsigned known);

/* A day of a month in a year that is not told: the one that is nearest to today. */
void when_set_nearest(struct when_found *found, int month, int day);

/* A day that is known, with a year or without. */
void when_set_date(struct when_found *found, bool has_year, date d);

/* Moves on by the amount, forward (1) or back (-1); `impossible` where there is no such day. */
void when_add(struct when_found *found, const struct when_amount *amount, int sign);

/* The phrases of a text, first to last, none of them touching another; in the arena. */
struct when_phrases {
	LIST(struct when_found)
};
struct when_phrases when_find(struct arena *arena, str text, date today);

/* Puts those together that are one: "friday 2025-11-28", "tomorrow at 5pm", "monday to friday". */
void when_merge(str text, struct when_phrases *phrases);

#endif
