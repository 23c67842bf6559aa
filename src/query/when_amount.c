#include "query/when_found.h"

/* A number word that is not one to twelve, and its amount. */
static const struct {
	const char *word;
	double number;
} numbers[] = { { "few", 3 }, { "several", 7 }, { "couple", 2 } };

enum { DAY_SECONDS = 86400, DAYS_MOST = 4000000 };

/* How many seconds, days or months a unit is; `most` of them lead out of the calendar. */
static const struct {
	long seconds, days, months;
	double most;
} sizes[WHEN_UNITS] = {
	[WHEN_SECOND] = { .seconds = 1, .most = 86400.0 * DAYS_MOST },
	[WHEN_MINUTE] = { .seconds = 60, .most = 1440.0 * DAYS_MOST },
	[WHEN_HOUR] = { .seconds = 3600, .most = 24.0 * DAYS_MOST },
	[WHEN_DAY] = { .days = 1, .most = DAYS_MOST },
	[WHEN_WEEK] = { .days = 7, .most = DAYS_MOST },
	[WHEN_MONTHS] = { .months = 1, .most = DAYS_MOST },
	[WHEN_QUARTER] = { .months = 3, .most = DAYS_MOST },
	[WHEN_YEAR] = { .months = 12, .most = DAYS_MOST },
};

static bool
take_figure(struct when_cursor *cursor, double *number)
{
	if (!is_digit(when_peek(cursor, 0)))
		return false;
	*number = 0;
	for (; is_digit(when_peek(cursor, 0)); cursor->at++)
		*number = *number * 10 + (when_peek(cursor, 0) - '0');
	if (when_peek(cursor, 0) != '.' || !is_digit(when_peek(cursor, 1)))
		return true;
	double part = 1;
	for (cursor->at++; is_digit(when_peek(cursor, 0)); cursor->at++)
		*number += (when_peek(cursor, 0) - '0') * (part /= 10);
	return true;
}

/* "few", "several", "couple of". */
static bool
take_vague(struct when_cursor *cursor, double *number)
{
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		if (when_take_literal(cursor, numbers[i].word)) {
			*number = numbers[i].number;
			struct when_cursor next = *cursor;
			when_skip_spaces(&next, 2);
			if (*number == 2 && when_take_literal(&next, "of"))
				*cursor = next;
			return true;
		}
	return false;
}

static bool
take_article(struct when_cursor *cursor)
{
	return when_take_literal(cursor, "a") || when_take_literal(cursor, "an");
}

/* "2.5", "two", "a", "a few", "half a", "a couple of". */
static bool
take_number(struct when_cursor *cursor, double *number)
{
	int value;
	struct when_cursor next = *cursor;
	if (take_figure(cursor, number) || take_vague(cursor, number))
		return true;
	if (when_take_word(cursor, WHEN_NUMBER, &value)) {
		*number = value;
		return true;
	}
	bool half = when_take_literal(cursor, "half");
	next = *cursor;
	when_skip_spaces(&next, half ? 2 : 0);
	bool article = take_article(&next);
	if (article)
		*cursor = next;
	when_skip_spaces(&next, 2);
	*number = half ? 0.5 : 1;
	if (!half && article && take_vague(&next, number))
		*cursor = next;
	return half || article;
}

/* The same unit again takes the place of the first. */
static void
add_part(struct when_amount *amount, int unit, double number)
{
	size_t at = 0;
	while (at < amount->count && amount->parts[at].unit != (enum when_unit)unit)
		at++;
	amount->parts[at].unit = (enum when_unit)unit;
	amount->parts[at].number = number;
	if (at == amount->count)
		amount->count++;
}

static bool
take_part(struct when_cursor *cursor, struct when_amount *amount)
{
	double number;
	int unit;
	struct when_cursor next = *cursor;
	if (!take_number(&next, &number))
		return false;
	when_skip_spaces(&next, 3);
	if (!when_take_word(&next, WHEN_UNIT, &unit))
		return false;
	add_part(amount, unit, number);
	*cursor = next;
	return true;
}

/* "about 1 week, 2 days" */
static bool
take_amount(struct when_cursor *cursor, struct when_amount *amount)
{
	enum { PARTS_MOST = 11 };
	amount->count = 0;
	if (when_take_literal(cursor, "about") || when_take_literal(cursor, "around"))
		when_skip_spaces(cursor, 3);
	if (!take_part(cursor, amount))
		return false;
	for (int parts = 1; parts < PARTS_MOST; parts++) {
		struct when_cursor next = *cursor;
		when_skip_spaces(&next, 5);
		when_take_sign(&next, ",");
		when_skip_spaces(&next, 5);
		if (!take_part(&next, amount))
			break;
		*cursor = next;
	}
	return true;
}

static double
absolute(double number)
{
	return number < 0 ? -number : number;
}

static long
rounded_down(double number)
{
	long whole = (long)number;
	return whole - ((double)whole > number);
}

/* A part of a month counts for nothing; half a year back ends in the year before. */
static void
add_months(struct when_found *found, double number, long months, bool years)
{
	int base = years ? found->year : found->month - 1;
	long more =
		((long)(base + number * (double)(years ? 1 : months)) - base) * (years ? 12 : 1);
	long total = found->year * 12L + found->month - 1 + more;
	if (total < 0 || total > 9999L * 12 + 11)
		found->impossible = true;
	else
		when_set_day(found,
			date_add_months((date){ found->year, found->month, found->day }, more), 0);
}

static void
add_days(struct when_found *found, long days)
{
	static const date first = { 0, 1, 1 }, last = { 9999, 12, 31 };
	long total = when_days(found) + days;
	if (total < date_to_days(first) || total > date_to_days(last))
		found->impossible = true;
	else
		when_set_day(found, date_from_days(total), 0);
}

void
when_add(struct when_found *found, const struct when_amount *amount, int sign)
{
	long seconds = DAY_SECONDS / 2; /* it is taken to be noon */
	for (size_t i = 0; i < amount->count && !found->impossible; i++) {
		enum when_unit unit = amount->parts[i].unit;
		double number = sign * amount->parts[i].number;
		if (absolute(number) > sizes[unit].most) {
			found->impossible = true;
		} else if (sizes[unit].months) {
			add_months(found, number, sizes[unit].months, unit == WHEN_YEAR);
		} else if (sizes[unit].days) {
			add_days(found, rounded_down(number * (double)sizes[unit].days + 0.5));
		} else {
			seconds += rounded_down(number * (double)sizes[unit].seconds);
			long days = rounded_down((double)seconds / DAY_SECONDS);
			add_days(found, days);
			seconds -= days * DAY_SECONDS;
		}
	}
}

static bool
has_unit(const struct when_amount *amount, enum when_unit first, enum when_unit last)
{
	for (size_t i = 0; i < amount->count; i++)
		if (amount->parts[i].unit >= first && amount->parts[i].unit <= last &&
			amount->parts[i].number > 0)
			return true;
	return false;
}

/* Which parts of the day an amount tells: months tell no day, weeks nothing at all. */
static unsigned
amount_known(const struct when_amount *amount)
{
	if (has_unit(amount, WHEN_SECOND, WHEN_HOUR))
		return WHEN_KNOWS_DATE | WHEN_KNOWS_HOUR;
	if (has_unit(amount, WHEN_DAY, WHEN_DAY))
		return WHEN_KNOWS_DATE;
	if (has_unit(amount, WHEN_MONTHS, WHEN_MONTHS))
		return WHEN_KNOWS_MONTH | WHEN_KNOWS_YEAR;
	return has_unit(amount, WHEN_YEAR, WHEN_YEAR) ? WHEN_KNOWS_YEAR : 0;
}

static bool
set_amount(struct when_cursor *cursor, struct when_found *found, int sign)
{
	when_add(found, &found->amount, sign);
	found->known = amount_known(&found->amount);
	return !when_in_word(cursor);
}

/* "in 2 weeks", "within about 3 days" */
bool
when_read_within(struct when_cursor *cursor, struct when_found *found)
{
	int word;
	if (!when_take_word(cursor, WHEN_WITHIN, &word))
		return false;
	when_skip_spaces(cursor, SIZE_MAX);
	if (when_take_word(cursor, WHEN_ABOUT, &word)) {
		when_skip_spaces(cursor, SIZE_MAX);
		if (when_take_sign(cursor, "~"))
			when_skip_spaces(cursor, SIZE_MAX);
	}
	return take_amount(cursor, &found->amount) && set_amount(cursor, found, 1);
}

/* "2 weeks ago", "3 days later" */
static bool
read_behind(struct when_cursor *cursor, struct when_found *found, int wanted)
{
	static const struct {
		const char *word;
		int toward;
	} towards[] = { { "before", -1 }, { "after", 1 } };
	int sign = 0;
	if (!take_amount(cursor, &found->amount))
		return false;
	when_skip_spaces(cursor, 5);
	struct when_cursor word = *cursor;
	if (!when_take_word(cursor, WHEN_BEHIND, &sign) || sign != wanted)
		return false;
	for (size_t i = 0; i < sizeof(towards) / sizeof(*towards); i++)
		if (when_take_literal(&word, towards[i].word))
			found->toward = towards[i].toward;
	return set_amount(cursor, found, sign);
}

bool
when_read_ago(struct when_cursor *cursor, struct when_found *found)
{
	return read_behind(cursor, found, -1);
}

bool
when_read_later(struct when_cursor *cursor, struct when_found *found)
{
	struct when_cursor now = *cursor;
	if (take_amount(&now, &found->amount)) {
		when_skip_spaces(&now, 5);
		if (when_take_literal(&now, "from") && when_take_sign(&now, " ") &&
			when_take_literal(&now, "now")) {
			*cursor = now;
			return set_amount(cursor, found, 1);
		}
	}
	return read_behind(cursor, found, 1);
}

/* "last 7 days", "+2 weeks" */
bool
when_read_modified_amount(struct when_cursor *cursor, struct when_found *found)
{
	int sign = 1, modifier;
	if (when_take_word(cursor, WHEN_MODIFIER, &modifier))
		sign = modifier == WHEN_LAST || modifier == WHEN_PAST ? -1 : 1;
	else if (when_take_sign(cursor, "-"))
		sign = -1;
	else if (!when_take_sign(cursor, "+"))
		return false;
	when_skip_spaces(cursor, SIZE_MAX);
	return take_amount(cursor, &found->amount) && set_amount(cursor, found, sign);
}

/* "this month": its first day; a week's is Sunday. Of smaller units, and quarters, today. */
static void
begin_unit(struct when_found *found, enum when_unit unit)
{
	date today = { found->year, found->month, found->day };
	if (unit == WHEN_WEEK)
		when_set_day(found, date_add_days(today, -((date_weekday(today) + 1) % 7)), 0);
	else if (unit == WHEN_MONTHS)
		when_set_day(found, (date){ today.year, today.month, 1 },
			WHEN_KNOWS_MONTH | WHEN_KNOWS_YEAR);
	else if (unit == WHEN_YEAR)
		when_set_day(found, (date){ today.year, 1, 1 }, WHEN_KNOWS_YEAR);
}

/* "next day", "past week", "after this month" */
bool
when_read_modified_unit(struct when_cursor *cursor, struct when_found *found)
{
	int modifier, unit;
	if (!when_take_word(cursor, WHEN_MODIFIER, &modifier))
		return false;
	when_skip_spaces(cursor, SIZE_MAX);
	if (modifier == WHEN_AFTER) {
		if (!when_take_literal(cursor, "this"))
			return false;
		when_skip_spaces(cursor, SIZE_MAX);
	}
	if (!when_take_word(cursor, WHEN_UNIT, &unit) || when_in_word(cursor))
		return false;
	if (modifier == WHEN_THIS) {
		begin_unit(found, (enum when_unit)unit);
		return true;
	}
	add_part(&found->amount, unit, 1);
	return set_amount(cursor, found, modifier == WHEN_LAST || modifier == WHEN_PAST ? -1 : 1);
}
