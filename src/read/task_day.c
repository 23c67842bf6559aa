#include "read/task_day.h"

#include "base/link.h"
#include "base/utf8.h"
#include "read/dates.h"
#include "read/dates_phrase.h"
#include "read/fields_table.h"
#include "read/task_due.h"

/* In the order of the rows of dates in fields_rows. */
static const size_t members[] = { offsetof(struct docket_task, done),
	offsetof(struct docket_task, cancelled), offsetof(struct docket_task, due),
	offsetof(struct docket_task, scheduled), offsetof(struct docket_task, start),
	offsetof(struct docket_task, created) };

/* A signifier with its day, in bytes of the text. */
struct found {
	size_t member; /* of struct docket_task */
	const char *mark;
	size_t from, to;
	str words;
};

static bool
starts_sign(str text)
{
	for (size_t i = 0; i < FIELDS_ROWS; i++)
		if (fields_mark_at(&fields_rows(false)[i], text).length)
			return true;
	return false;
}

/* Where the words end at the latest: before a signifier, a tag, a name, a bracket or a comma. */
static size_t
find_end(str text)
{
	size_t at = 0;
	while (at < text.length && str_find_char(STR("#@^,;()`"), text.bytes[at]) == STR_NONE &&
		!starts_sign(str_skip(text, at)))
		at++;
	return at;
}

/* "[[2025-11-08]]", "2025-11-08" */
static str
drop_link(str words)
{
	str inside;
	return link_is(words, &inside) ? inside : words;
}

/* The longest run of words at the start of the text that says when. */
static str
find_words(str text)
{
	str words = str_trim_space(str_slice(text, 0, find_end(text)));
	while (words.length && dates_sense(drop_link(words)) == DATES_UNKNOWN) {
		size_t blank = str_find_last_char(words, ' ');
		words = str_trim_space(str_slice(words, 0, blank == STR_NONE ? 0 : blank));
	}
	return words;
}

/* Only what is planned is told in words: "Add ➕ Friday" is none. */
static bool
may_say(const struct found *found)
{
	str words = drop_link(found->words);
	bool planned = found->member == offsetof(struct docket_task, due) ||
		       found->member == offsetof(struct docket_task, scheduled) ||
		       found->member == offsetof(struct docket_task, start);
	return words.length && (planned || is_digit(words.bytes[0]));
}

/* The signifier that the text begins with at `at`. */
static bool
find_at(str text, size_t at, struct found *found)
{
	str rest = str_skip(text, at);
	for (size_t i = 0, day = 0; i < FIELDS_ROWS; i++) {
		const struct fields_row *row = &fields_rows(false)[i];
		str mark = fields_mark_at(row, rest);
		if (mark.length && row->kind == FIELDS_DATE) {
			rest = str_skip(rest, mark.length);
			while (str_starts(rest, STR("\uFE0F")) || str_starts(rest, STR("\uFE0E")))
				rest = str_skip(rest, STR("\uFE0F").length);
			rest = str_trim_space(str_skip(rest, str_starts(rest, STR(":"))));
			str words = find_words(rest);
			size_t to = (size_t)(words.bytes - text.bytes) + words.length;
			*found = (struct found){ members[day], row->marks[0], at, to, words };
			return may_say(found);
		}
		day += row->kind == FIELDS_DATE;
	}
	return false;
}

/* The leftmost one from `*at` on; what stands in a code span is code. */
static bool
find_day(str text, size_t *at, struct found *found)
{
	bool code = false;
	for (; *at < text.length; ++*at) {
		code = code != (text.bytes[*at] == '`');
		if (!code && (unsigned char)text.bytes[*at] >= 0xE2 && find_at(text, *at, found))
			return true;
	}
	return false;
}

static void
remark_day(const struct syntax_place *place, str written, const struct found *found,
	const struct docket_task *task)
{
	char day[11];
	docket_date_format(*(const date *)((const char *)task + found->member), day);
	if (task->from == DOCKET_FROM_CHECKBOX)
		remark(place->context->remarks, task->line, DOCKET_REMARK_UNREAD_FIELD,
			"\"%.*s\" is no day as the Tasks plugin reads it, so Obsidian does not see "
			"it, docket does; write %s %s",
			STR_ARG(written), found->mark, day);
}

/* Sets the day; false when the task has one, or the words give none. */
static bool
take(const struct syntax_place *place, str text, const struct found *found,
	struct docket_task *task)
{
	str words = drop_link(found->words);
	date day, *to = (date *)((char *)task + found->member);
	bool due = to == &task->due;
	if (!date_is_none(*to) || (due && task->due_text.length))
		return false;
	bool read = dates_read_due(words, place->meeting, &day) == DATES_DAY;
	if (due)
		task_due_take(place, words, task);
	else if (read)
		*to = day;
	if (read)
		remark_day(place, str_slice(text, found->from, found->to), found, task);
	return due || read;
}

str
task_day_take(const struct syntax_place *place, str text, struct docket_task *task)
{
	struct found found;
	if (utf8_is_plain(text))
		return text;
	for (size_t at = 0; find_day(text, &at, &found);) {
		at = found.to;
		if (!take(place, text, &found, task))
			continue;
		str before = str_trim_space(str_slice(text, 0, found.from));
		str behind = str_trim_space(str_skip(text, found.to));
		at = before.length;
		bool stop = behind.length &&
			    str_find_char(STR(".,;:!?)]"), behind.bytes[0]) != STR_NONE;
		text = str_format(place->context->arena, "%.*s%s%.*s", STR_ARG(before),
			before.length && behind.length && !stop ? " " : "", STR_ARG(behind));
	}
	return text;
}
