#include "read/recurrence.h"

#include "read/recurrence_rule.h"

#include <stdlib.h>

static const char *const day_names[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
	"Saturday", "Sunday" };

static const char *const month_names[] = { "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December" };

static const struct {
	const char *one, *many;
} units[] = {
	[RECURRENCE_MINUTE] = { "minute", "minutes" },
	[RECURRENCE_HOUR] = { "hour", "hours" },
	[RECURRENCE_DAY] = { "day", "days" },
	[RECURRENCE_WEEK] = { "week", "weeks" },
	[RECURRENCE_MONTH] = { "month", "months" },
	[RECURRENCE_YEAR] = { "year", "years" },
};

/* The plugin's idea: 101 is one. */
static bool
is_plural(int number)
{
	return number % 100 != 1;
}

static void
write_text(struct buffer *out, const char *text)
{
	buffer_add(out, str_from(text));
}

static void
write_number(struct buffer *out, int number)
{
	buffer_format(out, "%d", number);
}

static void
write_month(struct buffer *out, int month)
{
	write_text(out, month_names[month - 1]);
}

static void
write_day(struct buffer *out, int day)
{
	write_text(out, day_names[day]);
}

static void
write_nth(struct buffer *out, int nth)
{
	static const char *const suffixes[] = { "th", "st", "nd", "rd" };
	if (nth == -1) {
		write_text(out, "last");
		return;
	}
	int number = abs(nth), unit = number % 10;
	bool regular = unit > 3 || (number > 3 && number < 21) || number > 31;
	buffer_format(out, "%d%s%s", number, suffixes[regular ? 0 : unit], nth < 0 ? " last" : "");
}

/* What stands before item `i`: nothing, a comma, or before the last one `last`. */
static void
write_separator(struct buffer *out, size_t i, size_t count, const char *last)
{
	if (i > 0)
		write_text(out, i + 1 == count ? last : ", ");
}

static void
write_list(struct buffer *out, const struct recurrence_list *list,
	void (*write)(struct buffer *, int), const char *last)
{
	for (size_t i = 0; i < list->count; i++) {
		write_separator(out, i, list->count, last);
		write(out, list->items[i]);
	}
}

/* Negative ones count from the end and stand there. */
static int
compare_numbers(const void *left, const void *right)
{
	int a = *(const int *)left, b = *(const int *)right;
	if ((a < 0) != (b < 0))
		return a < 0 ? 1 : -1;
	return abs(a) - abs(b);
}

static struct recurrence_list
sort(struct recurrence_list list)
{
	qsort(list.items, list.count, sizeof(*list.items), compare_numbers);
	return list;
}

static size_t
count_nth_days(const struct recurrence_rule *rule)
{
	size_t count = 0;
	for (size_t day = 0; day < 7; day++)
		count += rule->nth_days[day].count;
	return count;
}

/* Bit 0 is Monday. */
static unsigned
all_days(const struct recurrence_rule *rule)
{
	unsigned days = 0;
	for (size_t i = 0; i < rule->days.count; i++)
		days |= 1u << rule->days.items[i];
	for (size_t day = 0; day < 7; day++)
		days |= (rule->nth_days[day].count ? 1u : 0u) << day;
	return days;
}

static bool
is_weekdays(const struct recurrence_rule *rule)
{
	return all_days(rule) == 0x1F;
}

static void
write_nth_days(struct buffer *out, const struct recurrence_rule *rule)
{
	size_t done = 0, count = count_nth_days(rule);
	for (int day = 0; day < 7; day++) {
		const struct recurrence_list *list = &rule->nth_days[day];
		for (size_t i = 0; i < list->count; i++) {
			write_separator(out, done++, count, " and ");
			write_nth(out, list->items[i]);
			buffer_format(out, " %s", day_names[day]);
		}
	}
}

static void
write_weekdays(struct buffer *out, const struct recurrence_rule *rule)
{
	struct recurrence_list days = sort(rule->days);
	if (days.count && !is_weekdays(rule)) {
		write_text(out, " on ");
		write_list(out, &days, write_day, ", ");
	}
	if (!count_nth_days(rule))
		return;
	write_text(out, days.count ? " and on the " : " on the ");
	write_nth_days(out, rule);
}

/* 1st, 2nd, ... last, 2nd last, ... */
static void
write_month_days(struct buffer *out, const struct recurrence_rule *rule)
{
	struct recurrence_list month_days = sort(rule->month_days), days = sort(rule->days);
	if (days.count) {
		write_text(out, " on ");
		write_list(out, &days, write_day, " or ");
		write_text(out, " the ");
	} else {
		write_text(out, " on the ");
	}
	write_list(out, &month_days, write_nth, days.count ? " or " : " and ");
}

static void
write_days(struct buffer *out, const struct recurrence_rule *rule)
{
	if (rule->month_days.count)
		write_month_days(out, rule);
	else
		write_weekdays(out, rule);
}

static void
write_hours(struct buffer *out, const struct recurrence_rule *rule)
{
	if (rule->hours.count)
		write_text(out, " at ");
	write_list(out, &rule->hours, write_number, " and ");
}

static void
write_months(struct buffer *out, const struct recurrence_rule *rule, const char *before)
{
	if (rule->months.count)
		write_text(out, before);
	write_list(out, &rule->months, write_month, " and ");
}

static void
write_interval(struct buffer *out, const struct recurrence_rule *rule)
{
	if (rule->interval != 1)
		buffer_format(out, " %d", rule->interval);
}

static void
write_unit(struct buffer *out, const struct recurrence_rule *rule)
{
	write_interval(out, rule);
	buffer_format(out, " %s",
		is_plural(rule->interval) ? units[rule->unit].many : units[rule->unit].one);
}

static void
write_daily(struct buffer *out, const struct recurrence_rule *rule)
{
	write_unit(out, rule);
	write_months(out, rule, " in ");
	write_hours(out, rule);
}

static void
write_weekly(struct buffer *out, const struct recurrence_rule *rule)
{
	bool single = rule->interval == 1;
	if (!single)
		write_unit(out, rule);
	if (is_weekdays(rule)) {
		write_text(out, single ? " weekday" : " on weekdays");
	} else if (all_days(rule) == 0x7F) {
		write_text(out, is_plural(rule->interval) ? " days" : " day");
	} else {
		if (single)
			write_unit(out, rule);
		write_months(out, rule, " in ");
		write_days(out, rule);
		write_hours(out, rule);
	}
}

static void
write_monthly(struct buffer *out, const struct recurrence_rule *rule)
{
	if (!rule->months.count) {
		write_unit(out, rule);
	} else if (rule->interval == 1) {
		write_months(out, rule, " ");
	} else {
		buffer_format(out, " %d months", rule->interval);
		write_months(out, rule, is_plural(rule->interval) ? " in " : " ");
	}
	if (!rule->month_days.count && is_weekdays(rule))
		write_text(out, " on weekdays");
	else
		write_days(out, rule);
}

static void
write_yearly(struct buffer *out, const struct recurrence_rule *rule)
{
	if (!rule->months.count)
		write_unit(out, rule);
	else if (rule->interval != 1)
		buffer_format(out, " %d years", rule->interval);
	write_months(out, rule, " ");
	write_days(out, rule);
	if (rule->weeks.count)
		write_text(out, rule->weeks.count > 1 ? " in weeks " : " in week ");
	write_list(out, &rule->weeks, write_number, " and ");
}

static void (*const writers[])(struct buffer *, const struct recurrence_rule *) = {
	[RECURRENCE_MINUTE] = write_unit,
	[RECURRENCE_HOUR] = write_unit,
	[RECURRENCE_DAY] = write_daily,
	[RECURRENCE_WEEK] = write_weekly,
	[RECURRENCE_MONTH] = write_monthly,
	[RECURRENCE_YEAR] = write_yearly,
};

static void
write_end(struct buffer *out, const struct recurrence_rule *rule)
{
	date until = rule->until;
	if (!date_is_none(until))
		buffer_format(out, " until %s %d, %d", month_names[until.month - 1], until.day,
			until.year);
	else if (rule->times)
		buffer_format(
			out, " for %d %s", rule->times, is_plural(rule->times) ? "times" : "time");
}

static bool
is_rule_text(str text)
{
	for (size_t i = 0; i < text.length; i++) {
		char c = text.bytes[i];
		if (!is_letter(c) && !is_digit(c) && c != ' ' && c != ',' && c != '!')
			return false;
	}
	return true;
}

static str
write_rule(struct arena *arena, const struct recurrence_rule *rule, bool when_done)
{
	struct buffer out = { .arena = arena };
	write_text(&out, "every");
	writers[rule->unit](&out, rule);
	write_end(&out, rule);
	if (when_done)
		write_text(&out, " when done");
	return out.text;
}

str
recurrence_read(struct arena *arena, str text)
{
	static const str suffix = { " when done", 10 };
	struct recurrence_rule rule;
	size_t length;
	text = str_trim(text);
	bool when_done = text.length > suffix.length &&
			 str_equal_nocase(str_skip(text, text.length - suffix.length), suffix);
	if (when_done)
		text.length -= suffix.length;
	if (!is_rule_text(text) || !recurrence_parse(text, &rule, &length))
		return (str){ 0 };
	return write_rule(arena, &rule, when_done);
}

str
recurrence_read_start(struct arena *arena, str text, size_t *length)
{
	static const str suffix = { " when done", 10 };
	struct recurrence_rule rule;
	if (!recurrence_parse(text, &rule, length))
		return (str){ 0 };
	while (*length < text.length && is_letter(text.bytes[*length]))
		++*length;
	bool when_done = str_starts_nocase(str_skip(text, *length), suffix);
	if (when_done)
		*length += suffix.length;
	return write_rule(arena, &rule, when_done);
}
