#include "query/when_found.h"

static bool
tells(const struct when_found *found, unsigned known)
{
	return found->known & known;
}

static bool
is_only_weekday(const struct when_found *found)
{
	return tells(found, WHEN_KNOWS_WEEKDAY) && !tells(found, WHEN_KNOWS_DAY | WHEN_KNOWS_MONTH);
}

static bool
is_only_time(const struct when_found *found)
{
	return !tells(found, WHEN_KNOWS_WEEKDAY | WHEN_KNOWS_DAY | WHEN_KNOWS_MONTH);
}

/* Takes the words between two phrases for one of these; "" is nothing but blanks. */
static bool
stands_between(str between, const char *const words[], size_t count)
{
	between = str_trim_space(between);
	for (size_t i = 0; i < count; i++)
		if (str_equal_nocase(between, str_from(words[i])))
			return true;
	return false;
}

/* "Monday, 24 November": the day is told twice. */
static bool
merge_weekday(str between, struct when_found *first, const struct when_found *second)
{
	static const char *const words[] = { "", "," };
	if (!is_only_weekday(first) || tells(first, WHEN_KNOWS_HOUR) ||
		!tells(second, WHEN_KNOWS_DAY) || !stands_between(between, words, 2))
		return false;
	size_t from = first->from;
	*first = *second;
	first->from = from;
	first->known |= WHEN_KNOWS_WEEKDAY;
	return true;
}

/* "2 weeks before friday" */
static bool
merge_amount(str between, struct when_found *first, const struct when_found *second)
{
	static const char *const words[] = { "" };
	if (!first->toward || !stands_between(between, words, 1))
		return false;
	struct when_found merged = *second;
	merged.from = first->from;
	merged.toward = 0;
	merged.known = WHEN_KNOWS_DATE;
	when_add(&merged, &first->amount, first->toward);
	*first = merged;
	return true;
}

/* "tomorrow at 5pm": the day is that of the one that tells no time, the first if none does. */
static bool
merge_time(str between, struct when_found *first, const struct when_found *second)
{
	static const char *const words[] = { "", "T", "at", "after", "before", "on", "of", ",",
		"-" };
	bool first_is_day = !tells(first, WHEN_KNOWS_HOUR),
	     second_is_day = !tells(second, WHEN_KNOWS_HOUR);
	if (!(first_is_day && is_only_time(second)) && !(second_is_day && is_only_time(first)))
		return false;
	if (!stands_between(between, words, sizeof(words) / sizeof(*words)))
		return false;
	struct when_found merged = first_is_day ? *first : *second;
	const struct when_found *time = first_is_day ? second : first;
	merged.from = first->from;
	merged.to = second->to;
	merged.known |= time->known & WHEN_KNOWS_HOUR;
	merged.ranges = first->ranges || second->ranges;
	merged.impossible = first->impossible || second->impossible;
	merged.toward = 0;
	*first = merged;
	return true;
}

/* What one end of a range leaves open, the other tells: "nov 1 to nov 5 2026". */
static void
share(struct when_found *to, const struct when_found *from)
{
	unsigned missing = from->known & ~to->known;
	if (missing & WHEN_KNOWS_DAY)
		to->day = from->day;
	if (missing & WHEN_KNOWS_MONTH)
		to->month = from->month;
	if (missing & WHEN_KNOWS_YEAR)
		to->year = from->year;
	to->known |= missing;
}

static bool
is_real(const struct when_found *found)
{
	return !found->impossible &&
	       docket_date_exists((date){ found->year, found->month, found->day });
}

/* "monday to friday", "2025-11-22 - 2025-11-30": what is left is the first day. */
static bool
merge_range(str between, struct when_found *first, const struct when_found *second)
{
	static const char *const words[] = { "to", "-" };
	if (first->ranges || second->ranges || !stands_between(between, words, 2))
		return false;
	struct when_found from = *first, to = *second;
	if (!is_only_weekday(&from) && !is_only_weekday(&to)) {
		share(&from, &to);
		share(&to, &from);
	}
	bool exists = is_real(&from) && is_real(&to);
	long from_days = when_days(&from), to_days = when_days(&to);
	if (from_days > to_days) {
		if (is_only_weekday(&from) && from_days - 7 < to_days)
			when_set_day(&from, date_from_days(from_days - 7), 0);
		else if (!is_only_weekday(&to) || to_days + 7 <= from_days)
			from = to;
	}
	from.impossible = !exists;
	from.from = first->from;
	from.to = second->to;
	from.ranges = true;
	*first = from;
	return true;
}

void
when_merge(str text, struct when_phrases *phrases)
{
	static bool (*const merges[])(str between, struct when_found * first,
		const struct when_found *second) = { merge_weekday, merge_amount, merge_time,
		merge_range };
	for (size_t i = 0; i < sizeof(merges) / sizeof(*merges); i++) {
		size_t kept = 0;
		for (size_t next = 1; next < phrases->count; next++) {
			struct when_found *first = &phrases->items[kept];
			const struct when_found *second = &phrases->items[next];
			str between = str_slice(text, first->to, second->from);
			if (!merges[i](between, first, second))
				phrases->items[++kept] = *second;
		}
		phrases->count = phrases->count ? kept + 1 : 0;
	}
}
