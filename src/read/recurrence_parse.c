#include "read/recurrence_rule.h"
#include "read/recurrence_word.h"

#include <string.h>

enum { NTH_MOST = 366 };

struct parser {
	struct recurrence_cursor at;
	struct recurrence_rule *rule;
	str rest;    /* behind the last word that says something */
	bool failed; /* no rule; the cursor is then at the end */
};

static void
give_up(struct parser *parser)
{
	parser->failed = true;
	parser->at = (struct recurrence_cursor){ 0 };
}

static bool
is_joint(enum recurrence_word_kind kind)
{
	return kind == WORD_SEPARATOR || kind == WORD_ON || kind == WORD_THE;
}

static void
next(struct parser *parser)
{
	enum recurrence_word_kind kind = parser->at.word.kind;
	if (kind != WORD_NOTHING && !is_joint(kind))
		parser->rest = parser->at.rest;
	recurrence_next(&parser->at);
}

static bool
is(const struct parser *parser, enum recurrence_word_kind kind)
{
	return parser->at.word.kind == kind;
}

static bool
accept(struct parser *parser, enum recurrence_word_kind kind)
{
	if (parser->at.word.kind != kind)
		return false;
	next(parser);
	return true;
}

static void
add(struct parser *parser, struct recurrence_list *list, int value)
{
	if (list->count == RECURRENCE_MOST)
		give_up(parser);
	else
		list->items[list->count++] = value;
}

/* Monday to Friday */
static void
add_weekdays(struct parser *parser)
{
	for (int day = 0; day < 5; day++)
		add(parser, &parser->rule->days, day);
}

static bool
has_days(const struct recurrence_rule *rule)
{
	bool has = rule->days.count > 0;
	for (size_t i = 0; i < 7; i++)
		has = has || rule->nth_days[i].count;
	return has;
}

static void
read_list(struct parser *parser, enum recurrence_word_kind kind, struct recurrence_list *list)
{
	do {
		add(parser, list, parser->at.word.value);
		if (!accept(parser, kind))
			give_up(parser);
	} while (accept(parser, WORD_SEPARATOR));
}

/* 0: there is none. */
static int
read_nth(struct parser *parser)
{
	int value = parser->at.word.value;
	if (accept(parser, WORD_LAST) || accept(parser, WORD_FIRST))
		return value;
	if (!is(parser, WORD_NTH))
		return 0;
	if (value > NTH_MOST) {
		give_up(parser);
		return 0;
	}
	next(parser);
	return accept(parser, WORD_LAST) ? -value : value;
}

static void
read_day(struct parser *parser, int nth)
{
	int day = parser->at.word.value;
	if (nth)
		add(parser, &parser->rule->nth_days[day], nth);
	else
		add(parser, &parser->rule->days, day);
	accept(parser, WORD_DAY_NAME);
}

static bool
read_item(struct parser *parser)
{
	int nth = read_nth(parser), value = parser->at.word.value;
	if (is(parser, WORD_DAY_NAME)) {
		read_day(parser, nth);
	} else if (nth) {
		add(parser, &parser->rule->month_days, nth);
		accept(parser, WORD_DAYS);
	} else if (accept(parser, WORD_WEEKDAYS)) {
		if (!has_days(parser->rule))
			add_weekdays(parser);
	} else if (accept(parser, WORD_WEEKS)) {
		parser->rule->weeks.count = 0;
		read_list(parser, WORD_NUMBER, &parser->rule->weeks);
	} else if (accept(parser, WORD_MONTH_NAME)) {
		add(parser, &parser->rule->months, value);
	} else {
		return false;
	}
	return true;
}

static void
read_on(struct parser *parser)
{
	bool on = accept(parser, WORD_ON), the = accept(parser, WORD_THE);
	bool more = on || the;
	while (more)
		more = read_item(parser) &&
		       (accept(parser, WORD_SEPARATOR) || accept(parser, WORD_THE) ||
			       accept(parser, WORD_ON));
}

static void
read_at(struct parser *parser)
{
	while (accept(parser, WORD_AT)) {
		parser->rule->hours.count = 0;
		read_list(parser, WORD_NUMBER, &parser->rule->hours);
	}
}

static void
read_end(struct parser *parser)
{
	int value = 0;
	if (is(parser, WORD_UNTIL)) {
		if (!recurrence_parse_until(parser->at.rest, &parser->rule->until))
			give_up(parser);
		parser->rest = (str){ 0 };
	} else if (accept(parser, WORD_FOR)) {
		value = parser->at.word.value;
		if (!accept(parser, WORD_NUMBER))
			give_up(parser);
		accept(parser, WORD_TIMES);
	}
	parser->rule->times = value;
}

static void
read_weekdays(struct parser *parser)
{
	add_weekdays(parser);
	next(parser);
}

static void
read_days(struct parser *parser)
{
	read_list(parser, WORD_DAY_NAME, &parser->rule->days);
}

static void
read_months(struct parser *parser)
{
	read_list(parser, WORD_MONTH_NAME, &parser->rule->months);
}

/* "every Monday on the 1st": as in the plugin, the word behind each day is dropped. */
static void
read_month_days(struct parser *parser)
{
	accept(parser, WORD_ON);
	accept(parser, WORD_THE);
	int nth = read_nth(parser);
	while (nth) {
		add(parser, &parser->rule->month_days, nth);
		next(parser);
		if (!accept(parser, WORD_SEPARATOR))
			return;
		nth = read_nth(parser);
		if (!nth)
			give_up(parser);
	}
}

enum { PHRASES = 4 };

struct phrase {
	enum recurrence_word_kind kind;
	enum recurrence_unit unit;
	void (*read[PHRASES])(struct parser *);
};

/* What may follow "every [N]". */
/* clang-format off */
static const struct phrase phrases[] = {
	{ WORD_DAYS,       RECURRENCE_DAY,    { next, read_at, read_end } },
	{ WORD_WEEKDAYS,   RECURRENCE_WEEK,   { read_weekdays, read_at, read_end } },
	{ WORD_WEEKS,      RECURRENCE_WEEK,   { next, read_on, read_at, read_end } },
	{ WORD_HOURS,      RECURRENCE_HOUR,   { next, read_on, read_end } },
	{ WORD_MINUTES,    RECURRENCE_MINUTE, { next, read_on, read_end } },
	{ WORD_MONTHS,     RECURRENCE_MONTH,  { next, read_on, read_end } },
	{ WORD_YEARS,      RECURRENCE_YEAR,   { next, read_on, read_end } },
	{ WORD_DAY_NAME,   RECURRENCE_WEEK,   { read_days, read_at, read_month_days, read_end } },
	{ WORD_MONTH_NAME, RECURRENCE_YEAR,   { read_months, read_on, read_end } },
};
/* clang-format on */

static bool
read_phrase(struct parser *parser, const struct phrase *phrase)
{
	parser->rule->unit = phrase->unit;
	for (size_t i = 0; i < PHRASES && phrase->read[i]; i++)
		phrase->read[i](parser);
	return !parser->failed;
}

static const struct phrase *
find_phrase(enum recurrence_word_kind kind)
{
	for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		if (phrases[i].kind == kind)
			return &phrases[i];
	return NULL;
}

bool
recurrence_parse(str text, struct recurrence_rule *rule, size_t *length)
{
	struct parser parser = { .at.rest = text, .rule = rule };
	memset(rule, 0, sizeof(*rule));
	next(&parser);
	if (!accept(&parser, WORD_EVERY))
		return false;
	rule->interval = is(&parser, WORD_NUMBER) ? parser.at.word.value : 1;
	accept(&parser, WORD_NUMBER);
	const struct phrase *phrase = find_phrase(parser.at.word.kind);
	if (!phrase || !read_phrase(&parser, phrase))
		return false;
	*length = text.length - parser.rest.length;
	return true;
}
