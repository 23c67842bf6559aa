#include "query/filter.h"

#include "query/when.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* clang-format off */
static const struct field {
	const char *filter;  /* "due before ..." */
	const char *name;    /* "has due date" */
	const char *meaning; /* "due date is before ..." */
	const char *fields[QUERY_FIELDS_MOST];
	const char *also;    /* fits whatever is asked */
	bool checked;        /* "due date is invalid" */
} fields[] = {
	{ "due", "due", "due date", { "box.due" }, NULL, true },
	{ "scheduled", "scheduled", "scheduled date", { "box.scheduled" }, NULL, true },
	{ "starts", "start", "start date", { "box.start" }, "box.start IS NULL", true },
	{ "created", "created", "created date", { "box.created" }, NULL, true },
	{ "done", "done", "done date", { "box.done" }, NULL, true },
	{ "cancelled", "cancelled", "cancelled date", { "box.cancelled" }, NULL, true },
	{ "happens", "happens", "due, start or scheduled date",
		{ "box.start", "box.scheduled", "box.due" }, NULL, false },
};

/* A day that does not exist is "!", before all others. */
static const struct keyword {
	const char *word;
	const char *clause;
	const char *meaning; /* NULL: that of a range, or of one day */
	bool first, last;    /* which ends of the range count */
} keywords[] = {
	{ "on or before", "@ BETWEEN '0' AND %", "on or before", false, true },
	{ "in or before", "@ BETWEEN '0' AND %", "on or before", false, true },
	{ "on or after", "@ >= %", "on or after", true, false },
	{ "in or after", "@ >= %", "on or after", true, false },
	{ "before", "@ >= '0' AND @ < %", "before", true, false },
	{ "after", "@ > %", "after", false, true },
	{ "on", "@ BETWEEN % AND %", NULL, true, true },
	{ "in", "@ BETWEEN % AND %", NULL, true, true },
	{ "", "@ BETWEEN % AND %", NULL, true, true },
};
/* clang-format on */

static str
format_day(struct arena *arena, date day)
{
	char text[11];
	docket_date_format(day, text);
	return str_format(arena, "%s", text);
}

/* "2025-11-22 (Saturday 22nd November 2025)" */
static str
spell_day(struct arena *arena, date day)
{
	static const char *const weekdays[] = { "Monday", "Tuesday", "Wednesday", "Thursday",
		"Friday", "Saturday", "Sunday" };
	static const char *const months[] = { "January", "February", "March", "April", "May",
		"June", "July", "August", "September", "October", "November", "December" };
	static const char *const endings[] = { "th", "st", "nd", "rd" };
	int unit = day.day % 10;
	bool teens = day.day / 10 == 1;
	return str_format(arena, "%.*s (%s %d%s %s %04d)", STR_ARG(format_day(arena, day)),
		weekdays[date_weekday(day)], day.day, endings[!teens && unit < 4 ? unit : 0],
		months[day.month - 1], day.year);
}

static str
explain(struct arena *arena, const struct field *field, const struct keyword *keyword,
	const struct when *when)
{
	struct buffer out = { .arena = arena };
	bool range = !keyword->meaning && !date_equal(when->first, when->last);
	str first = spell_day(arena, when->first), last = spell_day(arena, when->last);
	if (range)
		buffer_format(&out, "%s is between:\n  %.*s and\n  %.*s inclusive", field->meaning,
			STR_ARG(first), STR_ARG(last));
	else
		buffer_format(&out, "%s is %s %.*s", field->meaning,
			keyword->meaning ? keyword->meaning : "on",
			STR_ARG(keyword->first ? first : last));
	if (field->also)
		buffer_format(&out, "%sOR no start date", range ? "\n  " : " ");
	return out.text;
}

/* Takes the keyword off the text, which is trimmed; a blank behind it need not be there. */
static const struct keyword *
take_keyword(str *text)
{
	const struct keyword *keyword = keywords;
	while (!take_nocase(text, keyword->word))
		keyword++;
	*text = str_trim_space(*text);
	return keyword;
}

/* A statement taken apart: "due", "before", and the days meant by "tomorrow". */
struct statement {
	str text;
	const struct field *field;
	const struct keyword *keyword;
	struct when when;
};

static void
add_range(
	struct query_reader *reader, const struct statement *statement, struct query_filter *filter)
{
	const struct field *field = statement->field;
	const struct keyword *keyword = statement->keyword;
	const struct when *when = &statement->when;
	struct arena *arena = reader->query->arena;
	struct query_token *token = filter_add(reader, statement->text, filter);
	token->clause = keyword->clause;
	token->also = field->also;
	memcpy(token->fields, field->fields, sizeof(token->fields));
	token->meaning = explain(arena, field, keyword, when);
	if (keyword->first)
		filter_bind_text(token, format_day(arena, when->first));
	if (keyword->last)
		filter_bind_text(token, format_day(arena, when->last));
	if (when->ignored)
		query_warn(reader, "'%.*s' is understood as: %.*s; the rest of it is not looked at",
			STR_ARG(statement->text), STR_ARG(token->meaning));
}

/* "due before tomorrow"; `text` is what follows the field. */
static enum query_answer
read_days(struct query_reader *reader, str text, const struct field *field, str days,
	struct query_filter *filter)
{
	static const char *const templates[] = { "<%", "YYYY-MM-DD" };
	struct statement statement = { .text = text, .field = field };
	for (size_t i = 0; i < COUNT(templates); i++)
		if (str_find(text, str_from(templates[i])) != STR_NONE)
			return refuse(reader,
				"'%.*s' has '%s' of a template that was not filled in",
				STR_ARG(text), templates[i]);
	statement.keyword = take_keyword(&days);
	if (!when_read(
		    str_from(statement.keyword->word), days, reader->query->today, &statement.when))
		return refuse(reader,
			"'%.*s' holds no %s; write YYYY-MM-DD, today, 'next friday', 'in 2 weeks', "
			"'this month', 2025-W45",
			STR_ARG(text), field->meaning);
	add_range(reader, &statement, filter);
	return QUERY_READ;
}

/* "has due date", "no due date", "due date is invalid" */
static enum query_answer
read_presence(struct query_reader *reader, str text, const struct field *field,
	struct query_filter *filter)
{
	static const struct {
		const char *before, *after, *clause;
		bool all; /* of several fields all, not one */
	} forms[] = { { "has ", " date", "@ IS NOT NULL", false },
		{ "no ", " date", "@ IS NULL", true },
		{ "", " date is invalid", "@ < '0'", false } };
	for (size_t i = 0; i < COUNT(forms); i++) {
		str rest = text;
		bool fits = take_nocase(&rest, forms[i].before) &&
			    take_nocase(&rest, field->name) &&
			    str_equal_nocase(rest, str_from(forms[i].after));
		if (!fits || (!field->checked && !*forms[i].before))
			continue;
		struct query_token *token = filter_add(reader, text, filter);
		token->clause = forms[i].clause;
		if (forms[i].all && field->fields[1])
			token->clause =
				"box.start IS NULL AND box.scheduled IS NULL AND box.due IS NULL";
		else
			memcpy(token->fields, field->fields, sizeof(token->fields));
		return QUERY_READ;
	}
	return QUERY_OTHER;
}

enum query_answer
filter_read_date(struct query_reader *reader, str text, struct query_filter *filter)
{
	for (size_t i = 0; i < COUNT(fields); i++) {
		str days = text;
		enum query_answer answer = read_presence(reader, text, &fields[i], filter);
		if (answer == QUERY_OTHER && take_nocase(&days, fields[i].filter) &&
			str_starts(days, STR(" ")))
			answer = read_days(reader, text, &fields[i], str_skip(days, 1), filter);
		if (answer != QUERY_OTHER)
			return answer;
	}
	return QUERY_OTHER;
}
