#include "query/when_found.h"

#include <stdlib.h>

/* Whether a form may begin at a place that is not the first. */
typedef bool beginning(str text, size_t at);

static bool
out_of_word(str text, size_t at)
{
	struct when_cursor before = { text, at - 1 };
	return !when_in_word(&before);
}

static bool
out_of_number(str text, size_t at)
{
	return !is_digit(text.bytes[at - 1]);
}

static bool
behind_t_too(str text, size_t at)
{
	return out_of_word(text, at) || to_lower(text.bytes[at - 1]) == 't';
}

/* Of two phrases of one length that begin at one place, the upper one holds. */
static const struct {
	when_reader *read;
	beginning *begins;
} forms[] = {
	{ when_read_iso, out_of_word },
	{ when_read_modified_amount, out_of_word },
	{ when_read_modified_unit, out_of_word },
	{ when_read_month, out_of_word },
	{ when_read_named_time, out_of_word },
	{ when_read_named_day, out_of_word },
	{ when_read_slashes, out_of_number },
	{ when_read_within, out_of_word },
	{ when_read_day_month, out_of_word },
	{ when_read_month_day, out_of_word },
	{ when_read_weekday, out_of_word },
	{ when_read_year_month_day, out_of_word },
	{ when_read_month_slash_year, out_of_word },
	{ when_read_time, behind_t_too },
	{ when_read_ago, out_of_word },
	{ when_read_later, out_of_word },
};

enum { FORMS = sizeof(forms) / sizeof(*forms) };

static bool
read_form(size_t form, str text, size_t at, date today, struct when_found *found)
{
	struct when_cursor cursor = { text, at };
	*found = (struct when_found){ .from = at, .form = form };
	when_set_day(found, today, 0);
	bool read = forms[form].read(&cursor, found);
	found->to = cursor.at;
	return read;
}

/* A form goes on behind what it has read, even in the middle of a word. */
static void
find_all(struct arena *arena, size_t form, str text, date today, struct when_phrases *phrases)
{
	size_t resumed = 0;
	struct when_found found;
	for (size_t at = 0; at < text.length; at++) {
		if (at < resumed || (at > resumed && !forms[form].begins(text, at)))
			continue;
		bool read = read_form(form, text, at, today, &found);
		if (read)
			*list_add(arena, phrases) = found;
		if (read || found.refused)
			resumed = found.to;
	}
}

static int
compare_places(const void *a, const void *b)
{
	const struct when_found *first = a, *second = b;
	if (first->from != second->from)
		return first->from < second->from ? -1 : 1;
	return first->form < second->form ? -1 : 1;
}

/* Keeps the longer of two that touch the same text. */
static void
drop_overlaps(struct when_phrases *phrases)
{
	size_t kept = 0;
	for (size_t i = 1; i < phrases->count; i++) {
		struct when_found *before = &phrases->items[kept], *next = &phrases->items[i];
		if (next->from >= before->to)
			phrases->items[++kept] = *next;
		else if (next->to - next->from > before->to - before->from)
			*before = *next;
	}
	phrases->count = phrases->count ? kept + 1 : 0;
}

/* "17", "5.30": more likely a number than a time. */
static bool
is_figure(str text)
{
	size_t dots = 0, blanks = 0;
	for (size_t i = 0; i < text.length; i++) {
		dots += text.bytes[i] == '.';
		blanks += text.bytes[i] == ' ';
		if (!is_digit(text.bytes[i]) && text.bytes[i] != '.' && text.bytes[i] != ' ')
			return false;
	}
	return dots <= 1 && blanks <= 1;
}

static bool
is_day(str text, const struct when_found *found)
{
	return !found->impossible &&
	       docket_date_exists((date){ found->year, found->month, found->day }) &&
	       !is_figure(str_slice(text, found->from, found->to));
}

struct when_phrases
when_find(struct arena *arena, str text, date today)
{
	struct when_phrases phrases = { 0 };
	for (size_t form = 0; form < FORMS; form++)
		find_all(arena, form, text, today, &phrases);
	if (phrases.count)
		qsort(phrases.items, phrases.count, sizeof(*phrases.items), compare_places);
	drop_overlaps(&phrases);
	when_merge(text, &phrases);
	drop_overlaps(&phrases);
	size_t kept = 0;
	for (size_t i = 0; i < phrases.count; i++)
		if (is_day(text, &phrases.items[i]))
			phrases.items[kept++] = phrases.items[i];
	phrases.count = kept;
	return phrases;
}
