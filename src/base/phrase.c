#include "base/phrase.h"

#include "base/fail.h"

/* The words of a phrase; more than this is none. */
enum { WORDS_MOST = 4 };

struct phrase {
	str words[WORDS_MOST];
	size_t count;
	date today;
	enum leaning lean;
};

static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday",
	"saturday", "sunday" };

/* Each row: a word for the unit, and its days or months. */
static const struct unit {
	const char *name;
	int days, months;
} units[] = {
	{ "d", 1, 0 },
	{ "day", 1, 0 },
	{ "days", 1, 0 },
	{ "w", 7, 0 },
	{ "week", 7, 0 },
	{ "weeks", 7, 0 },
	{ "m", 0, 1 },
	{ "month", 0, 1 },
	{ "months", 0, 1 },
	{ "quarter", 0, 3 },
	{ "quarters", 0, 3 },
	{ "y", 0, 12 },
	{ "year", 0, 12 },
	{ "years", 0, 12 },
};

static bool
is_word(str word, const char *name)
{
	return str_equal_nocase(word, str_from(name));
}

static struct range
one_day(date d)
{
	return (struct range){ .first = d, .last = d };
}

static struct range
months_from(date first, int count)
{
	date last = date_add_months(first, count - 1);
	last.day = date_month_days(last.year, last.month);
	return (struct range){ .first = first, .last = last };
}

static const struct unit *
find_unit(str word)
{
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (is_word(word, units[i].name))
			return &units[i];
	return NULL;
}

static date
add_units(date d, const struct unit *unit, long count)
{
	return unit->days ? date_add_days(d, unit->days * count)
			  : date_add_months(d, unit->months * count);
}

/* 0 Monday to 6 Sunday, by at least three letters; -1: no weekday. */
static int
find_weekday(str word)
{
	for (int i = 0; i < 7; i++)
		if (word.length >= 3 && str_starts_nocase(str_from(weekdays[i]), word))
			return i;
	return -1;
}

static bool
read_named_day(const struct phrase *phrase, struct range *range)
{
	static const struct {
		const char *name;
		long days;
	} names[] = { { "today", 0 }, { "now", 0 }, { "yesterday", -1 }, { "tomorrow", 1 } };
	if (phrase->count != 1)
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!is_word(phrase->words[0], names[i].name))
			continue;
		*range = one_day(date_add_days(phrase->today, names[i].days));
		return true;
	}
	int weekday = find_weekday(phrase->words[0]);
	if (weekday < 0)
		return false;
	int back = (date_weekday(phrase->today) - weekday + 7) % 7;
	int shift = phrase->lean == LEAN_PAST || back == 0 ? -back : 7 - back;
	*range = one_day(date_add_days(phrase->today, shift));
	return true;
}

/* `2025-11-08`, `2025-11`, `2025-Q4`, `2025-W45`, `2025`. */
static bool
read_calendar(const struct phrase *phrase, struct range *range)
{
	str text = phrase->words[0];
	int year, number;
	date d;
	if (phrase->count != 1)
		return false;
	if (date_parse_iso(text, &d)) {
		*range = one_day(d);
		return docket_date_exists(d);
	}
	if (text.length < 4 || !str_number(str_slice(text, 0, 4), 9999, &year))
		return false;
	str rest = str_skip(text, 4);
	*range = months_from((date){ year, 1, 1 }, 12);
	if (!rest.length)
		return true;
	bool quarter = str_starts_nocase(rest, STR("-q")),
	     week = str_starts_nocase(rest, STR("-w"));
	str digits = str_skip(rest, quarter || week ? 2 : 1);
	if (rest.bytes[0] != '-' || digits.length > (quarter ? 1 : 2) ||
		!str_number(digits, 53, &number))
		return false;
	if (week) {
		bool exists = date_from_week(year, number, &d);
		*range = (struct range){ .first = d, .last = date_add_days(d, 6) };
		return exists;
	}
	int months = quarter ? 3 : 1, most = 12 / months;
	if (number < 1 || number > most)
		return false;
	*range = months_from((date){ year, (number - 1) * months + 1, 1 }, months);
	return true;
}

/* The week, month, quarter or year that holds `d`. */
static bool
read_period(str unit, date d, struct range *range)
{
	if (is_word(unit, "week")) {
		date monday = date_add_days(d, -date_weekday(d));
		*range = (struct range){ .first = monday, .last = date_add_days(monday, 6) };
	} else if (is_word(unit, "month")) {
		*range = months_from((date){ d.year, d.month, 1 }, 1);
	} else if (is_word(unit, "quarter")) {
		*range = months_from((date){ d.year, (d.month - 1) / 3 * 3 + 1, 1 }, 3);
	} else if (is_word(unit, "year")) {
		*range = months_from((date){ d.year, 1, 1 }, 12);
	} else {
		return false;
	}
	return true;
}

/* `this|next|last` week, month, quarter, year or weekday (of that week, Monday first). */
static bool
read_relative_period(const struct phrase *phrase, struct range *range)
{
	if (phrase->count != 2)
		return false;
	str which = phrase->words[0], what = phrase->words[1];
	int step = is_word(which, "next") ? 1 : is_word(which, "last") ? -1 : 0;
	if (!step && !is_word(which, "this"))
		return false;
	const struct unit *unit = find_unit(what);
	int weekday = find_weekday(what);
	if (!unit && weekday >= 0) {
		date monday = date_add_days(phrase->today, step * 7 - date_weekday(phrase->today));
		*range = one_day(date_add_days(monday, weekday));
		return true;
	}
	return unit && read_period(what, add_units(phrase->today, unit, step), range);
}

/* `2 weeks ago`, `in 3 days`, `+3d`, `-2 weeks`. */
static bool
read_distance(const struct phrase *phrase, struct range *range)
{
	const str *word = phrase->words;
	size_t count = phrase->count;
	int sign = 1, number;
	str amount = word[0];
	if (count == 3 && is_word(word[2], "ago")) {
		sign = -1;
		count = 2;
	} else if (count == 3 && is_word(word[0], "in")) {
		amount = *++word;
		count = 2;
	} else if (str_starts(amount, STR("+")) || str_starts(amount, STR("-"))) {
		sign = amount.bytes[0] == '-' ? -1 : 1;
		amount = str_skip(amount, 1);
	} else {
		return false;
	}
	size_t digits = 0;
	while (digits < amount.length && is_digit(amount.bytes[digits]))
		digits++;
	const struct unit *unit = find_unit(count == 2 ? word[1] : str_skip(amount, digits));
	if (count == 2 && digits != amount.length)
		return false;
	if (count > 2 || !unit || !str_number(str_slice(amount, 0, digits), 99999, &number))
		return false;
	*range = one_day(add_units(phrase->today, unit, (long)sign * number));
	return true;
}

static bool
split_words(str text, struct phrase *phrase)
{
	str rest = str_trim(text), word;
	while (str_next_part(&rest, ' ', &word)) {
		if (!word.length)
			continue;
		if (phrase->count == WORDS_MOST)
			return false;
		phrase->words[phrase->count++] = word;
	}
	return phrase->count > 0;
}

bool
phrase_read_date(str text, date today, enum leaning lean, struct range *range)
{
	struct phrase phrase = { .today = today, .lean = lean };
	*range = (struct range){ 0 };
	if (!split_words(text, &phrase))
		return false;
	return read_calendar(&phrase, range) ||
	       (!date_is_none(today) &&
		       (read_named_day(&phrase, range) || read_relative_period(&phrase, range) ||
			       read_distance(&phrase, range)));
}

bool
phrase_read_range(str text, date today, enum leaning lean, struct range *range)
{
	text = str_trim(text);
	if (is_word(text, "none")) {
		*range = (struct range){ .none = true };
		return true;
	}
	size_t dots = str_find(text, STR(".."));
	if (dots == STR_NONE)
		return phrase_read_date(text, today, lean, range);
	str from = str_trim(str_slice(text, 0, dots)), to = str_trim(str_skip(text, dots + 2));
	struct range first = { 0 }, last = { 0 };
	if (!from.length && !to.length)
		return false;
	if (from.length && !phrase_read_date(from, today, lean, &first))
		return false;
	if (to.length && !phrase_read_date(to, today, lean, &last))
		return false;
	*range = (struct range){ .first = first.first, .last = last.last };
	return true;
}

bool
docket_date_parse(struct docket_str text, struct docket_date today, struct docket_date *d,
	struct docket_error *err)
{
	struct range range;
	bool read = phrase_read_date(text, today, LEAN_PAST, &range);
	if (!read && date_is_none(today))
		return fail(err, DOCKET_INVALID,
			"'%.*s' is no day of the calendar, and which day today is, is not known; "
			"write YYYY-MM-DD",
			STR_ARG(text));
	if (!read)
		return fail(err, DOCKET_INVALID,
			"'%.*s' is no day; write YYYY-MM-DD, today, monday, '2 weeks ago', "
			"2025-W45, "
			"2025-Q4 or 2025-11",
			STR_ARG(text));
	*d = range.first;
	return true;
}
