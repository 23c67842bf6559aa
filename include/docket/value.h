/*
 * Values: text, days, and the trees that reports are made of.
 *
 *	struct docket_str name = docket_str("Ada Park");
 *	printf("%.*s\n", (int)name.length, name.bytes);
 */
#ifndef DOCKET_VALUE_H
#define DOCKET_VALUE_H

#include <docket/error.h>

#include <stdbool.h>
#include <stddef.h>

/*
 * A view of UTF-8 text that somebody else owns. It has no terminator and may hold any character,
 * NUL included. Zero is the empty text; `bytes` of NULL says "absent" where that is different.
 */
struct docket_str {
	const char *bytes;
	size_t length; /* in bytes */
};

/* Several texts, in order. */
struct docket_strs {
	const struct docket_str *items;
	size_t count;
};

/*
 * A calendar day without zone. Three states: none (all zero), a day that exists (proleptic
 * Gregorian, years 0 to 9999), and "written, but there is no such day" (day is -1).
 */
struct docket_date {
	int year;
	int month; /* 1 to 12 */
	int day;   /* 1 to 31 */
};

enum docket_type {
	DOCKET_NULL,
	DOCKET_TEXT,
	DOCKET_NUMBER,
	DOCKET_DATE, /* `text` is YYYY-MM-DD */
	DOCKET_LIST, /* items without names */
	DOCKET_MAP   /* items with names */
};

/* A tree of values, as JSON has them. */
struct docket_value {
	enum docket_type type;
	struct docket_str name; /* of an item of a map; otherwise empty */
	struct docket_str text; /* of a number: how it is written, when it is not whole */
	long long number;
	const struct docket_value *items;
	size_t count;
};

/* The text up to its terminating NUL; `text` may be NULL. */
DOCKET_API struct docket_str docket_str(const char *text);

/* Whether the day exists: 2024-02-29 does, 2025-02-30 and the zero date do not. */
DOCKET_API bool docket_date_exists(struct docket_date date);

/* Writes YYYY-MM-DD and a NUL. A date that does not exist gives the empty string. */
DOCKET_API void docket_date_format(struct docket_date date, char text[11]);

/*
 * Reads a day: YYYY-MM-DD, `today`, `yesterday`, `tomorrow`, a weekday (the nearest one past),
 * `N days|weeks|months|years ago`, `in N days`, the first day of `2025-W45`, `2025-Q4`, `2025-11`
 * or `2025`. Relative to `today`; where that is the zero date, what is relative is refused.
 */
DOCKET_API bool docket_date_parse(struct docket_str text, struct docket_date today,
	struct docket_date *date, struct docket_error *err);

/* The item of a map with this name, or NULL. */
DOCKET_API const struct docket_value *docket_value_get(
	const struct docket_value *map, const char *name);

/*
 * The columns a terminal uses for the text, by Unicode 15: 2 for wide characters and emoji
 * presentation, 0 for what combines; a grapheme cluster is as wide as its widest character.
 * Bytes that are not UTF-8 count 1 each.
 */
DOCKET_API size_t docket_text_width(struct docket_str text);

/*
 * How far apart two texts are, for "did you mean": insertions, deletions, changes and swaps of
 * neighbouring characters. Only the first 64 characters are looked at.
 */
DOCKET_API size_t docket_text_distance(struct docket_str a, struct docket_str b);

/*
 * A number that texts share which differ in case, accents and white space at most: names that are
 * the same to people, and names of files that are the same to some disks.
 */
DOCKET_API long long docket_text_key(struct docket_str text);

/*
 * The longest start of the text that fits into `columns`, cut between grapheme clusters.
 * Stores the columns it uses in `*used` (NULL allowed).
 */
DOCKET_API struct docket_str docket_text_fit(struct docket_str text, size_t columns, size_t *used);

#endif
