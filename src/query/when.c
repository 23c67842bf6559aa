#include "query/when.h"

#include "query/when_found.h"

/* The periods that a range can be: so many days, or months. */
static const struct period {
	const char *name;
	int months; /* 0: a week, which begins on Monday */
} periods[] = { { "week", 0 }, { "month", 1 }, { "quarter", 3 }, { "year", 12 } };

static const struct {
	const char *word;
	int step;
} steps[] = { { "last ", -1 }, { "this ", 0 }, { "next ", 1 } };

static void
set_months(struct when *when, date first, int count)
{
	date last = date_add_months(first, count - 1);
	last.day = date_month_days(last.year, last.month);
	when->first = first;
	when->last = last;
}

static void
set_week(struct when *when, date monday)
{
	when->first = monday;
	when->last = date_add_days(monday, 6);
}

/* The period of today, or the one before or after it. */
static void
set_period(struct when *when, date today, const struct period *period, int step)
{
	int months = period->months;
	if (!months) {
		set_week(when, date_add_days(today, step * 7 - date_weekday(today)));
		return;
	}
	date first = { today.year, (today.month - 1) / months * months + 1, 1 };
	set_months(when, date_add_months(first, (long)step * months), months);
}

/* Words that may stand beside days and say nothing that is missed. */
static bool
is_filler(str word)
{
	static const char *const fillers[] = { "and", "between", "in", "on" };
	for (size_t i = 0; i < sizeof(fillers) / sizeof(*fillers); i++)
		if (str_equal_nocase(word, str_from(fillers[i])))
			return true;
	return false;
}

/* Whether something is passed over with this text. */
static bool
says_more(str text)
{
	struct when_cursor cursor = { text, 0 };
	while (cursor.at < text.length) {
		size_t from = cursor.at;
		while (when_in_word(&cursor))
			cursor.at++;
		if (cursor.at > from && !is_filler(str_slice(text, from, cursor.at)))
			return true;
		size_t word_end = cursor.at;
		when_skip_spaces(&cursor, SIZE_MAX);
		when_take_sign(&cursor, ".,");
		if (cursor.at == word_end && cursor.at < text.length)
			return true;
	}
	return false;
}

/* "this week" wherever it stands: "this weekend" is this week too. */
static bool
read_relative(str text, date today, struct when *when)
{
	size_t first = STR_NONE, end = 0;
	for (size_t i = 0; i < 3; i++)
		for (size_t at = 0; at < text.length; at++) {
			str rest = str_skip(text, at), word = str_from(steps[i].word);
			if (at >= first || !str_starts(rest, word))
				continue;
			for (size_t j = 0; j < 4; j++) {
				str name = str_from(periods[j].name);
				if (!str_starts(str_skip(rest, word.length), name))
					continue;
				first = at;
				end = at + word.length + name.length;
				set_period(when, today, &periods[j], steps[i].step);
			}
		}
	when->ignored = first != STR_NONE &&
			(says_more(str_slice(text, 0, first)) || says_more(str_skip(text, end)));
	return first != STR_NONE;
}

/* `2025`, `2025-11`, `2025-Q4`, `2025-W47` */
static bool
read_numbered(str text, struct when *when)
{
	int year, number;
	date monday;
	if (!str_number(str_slice(text, 0, 4), 9999, &year) || text.length < 4)
		return false;
	str rest = str_skip(text, 4);
	char kind = rest.length > 1 ? rest.bytes[1] : '\0';
	if (!rest.length) {
		set_months(when, (date){ year, 1, 1 }, 12);
		return true;
	}
	bool named = kind == 'Q' || kind == 'W';
	str digits = str_skip(rest, named ? 2 : 1);
	if (rest.bytes[0] != '-' || digits.length != (kind == 'Q' ? 1 : 2) ||
		!str_number(digits,
			kind == 'W'   ? 53
			: kind == 'Q' ? 4
				      : 12,
			&number) ||
		!number)
		return false;
	if (kind == 'W' && !date_from_week(year, number, &monday))
		return false;
	if (kind == 'W')
		set_week(when, monday);
	else if (kind == 'Q')
		set_months(when, (date){ year, number * 3 - 2, 1 }, 3);
	else
		set_months(when, (date){ year, number, 1 }, 1);
	return true;
}

static date
day_of(const struct when_found *found)
{
	return (date){ found->year, found->month, found->day };
}

/* One phrase is a day, two are a range; others and all other words are passed over. */
static bool
read_phrases(str text, date today, struct when *when)
{
	struct arena arena = { 0 };
	struct when_phrases phrases = when_find(&arena, text, today);
	size_t end = 0, count = phrases.count < 2 ? phrases.count : 2;
	for (size_t i = 0; i < count; i++) {
		const struct when_found *found = &phrases.items[i];
		date day = day_of(found);
		if (i == 0 || date_compare(day, when->first) < 0)
			when->first = day;
		if (i == 0 || date_compare(day, when->last) > 0)
			when->last = day;
		when->ignored |= found->ranges || says_more(str_slice(text, end, found->from));
		end = found->to;
	}
	when->ignored |= count > 0 && says_more(str_skip(text, end));
	arena_free(&arena);
	return count > 0;
}

static bool
read_text(str text, date today, struct when *when)
{
	return read_relative(text, today, when) || read_numbered(text, when) ||
	       read_phrases(text, today, when);
}

bool
when_read(str keyword, str text, date today, struct when *when)
{
	struct arena arena = { 0 };
	*when = (struct when){ 0 };
	text = str_trim_space(text);
	bool found = read_text(text, today, when);
	if (!found && keyword.length)
		found = read_text(str_format(&arena, "%.*s %.*s", STR_ARG(keyword), STR_ARG(text)),
			today, when);
	arena_free(&arena);
	return found;
}
