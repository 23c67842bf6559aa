#include "read/task_at.h"

#include "base/date.h"
#include "read/claims_tail.h"
#include "read/dates_phrase.h"
#include "read/mention.h"
#include "read/task_due.h"

struct found {
	size_t from, to; /* bytes of the text, the @ among them */
	str words;
};

/* clang-format off */
/* What no other word has to make a day. */
static const char *const days[] = {
	"today", "tonight", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday",
	"saturday", "sunday", "eod", "eow", "heute", "morgen", "montag", "dienstag", "mittwoch",
	"donnerstag", "freitag", "demain", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
};

/* What days stand in; each ends before the next. */
static const char *const openers[] = { "{", "[[", "due(", "[" };
static const char *const closers[] = { "}", "]]", ")", "]" };
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* "{2025-11-18}", "[[2025-11-18]]", "due(2025-11-18)": gives how long it is; 0: it is none. */
static size_t
read_enclosed(str rest, str *words)
{
	for (size_t i = 0; i < COUNT(openers); i++) {
		str opener = str_from(openers[i]), closer = str_from(closers[i]);
		size_t close = str_starts_nocase(rest, opener)
				       ? str_find(str_slice(rest, 0, DATES_PHRASE), closer)
				       : STR_NONE;
		if (close == STR_NONE)
			continue;
		*words = str_trim_space(str_slice(rest, opener.length, close));
		if (dates_sense(*words) == DATES_CALENDAR)
			return close + closer.length;
	}
	return 0;
}

/* The longest run of words at the start that is a day: "November 18, 2025 9:00 AM". */
static str
read_run(str rest)
{
	size_t end = 0;
	while (end < rest.length && end < DATES_PHRASE &&
		str_find_char(STR("#@;()`"), rest.bytes[end]) == STR_NONE)
		end++;
	str words = str_trim_space(str_slice(rest, 0, end));
	while (words.length && dates_sense(words) != DATES_CALENDAR) {
		size_t blank = str_find_last_char(words, ' ');
		words = str_trim_space(str_slice(words, 0, blank == STR_NONE ? 0 : blank));
	}
	return words;
}

/* "Friday", with nothing behind it that would make it part of a name. */
static str
read_day_word(str rest)
{
	size_t end = 0;
	while (end < rest.length && is_letter(rest.bytes[end]))
		end++;
	str word = str_slice(rest, 0, end), behind = str_trim_space(str_skip(rest, end));
	bool alone = !behind.length || str_find_char(STR("@#.,;)"), behind.bytes[0]) != STR_NONE;
	return alone && str_is_one_of(word, days, COUNT(days)) ? word : (str){ 0 };
}

/* "→ November 20, 2025" behind a day is when it ends. */
static void
read_range(str text, struct found *found)
{
	str arrow = STR("→"), behind = str_trim_space(str_skip(text, found->to));
	if (!str_starts(behind, arrow))
		return;
	str words = read_run(str_trim_space(str_skip(behind, arrow.length)));
	if (!words.length)
		return;
	found->words = words;
	found->to = (size_t)(words.bytes - text.bytes) + words.length;
}

/* `text` holds an @ at `from`. */
static bool
read_at(str text, size_t from, struct found *found)
{
	str rest = str_skip(text, from + 1);
	if (from && str_find_char(STR(" \t("), text.bytes[from - 1]) == STR_NONE)
		return false;
	*found = (struct found){ .from = from };
	size_t size = read_enclosed(rest, &found->words);
	if (!size) {
		found->words = read_run(rest);
		if (!found->words.length)
			found->words = read_day_word(rest);
		size = found->words.length;
	}
	found->to = from + 1 + size;
	if (size)
		read_range(text, found);
	return size > 0;
}

/* The last one that is not code. */
static bool
find_last(str text, struct found *last)
{
	bool code = false, any = false;
	struct found found;
	for (size_t at = 0; at < text.length; at++) {
		code = code != (text.bytes[at] == '`');
		if (code || text.bytes[at] != '@' || !read_at(text, at, &found))
			continue;
		*last = found;
		any = true;
	}
	return any;
}

str
task_at_take(const struct syntax_place *place, str text, struct docket_task *task)
{
	struct found found;
	if (!date_is_none(task->due) || task->due_text.length ||
		str_find_char(text, '@') == STR_NONE || !find_last(text, &found) ||
		people_know(place->context->arena, place->people, found.words))
		return text;
	task_due_take(place, found.words, task);
	str before = str_trim_space(str_slice(text, 0, found.from));
	str behind = str_trim_space(str_skip(text, found.to));
	before = behind.length ? before : claims_drop_dash(before);
	return str_format(place->context->arena, "%.*s%s%.*s", STR_ARG(before),
		before.length && behind.length ? " " : "", STR_ARG(behind));
}
