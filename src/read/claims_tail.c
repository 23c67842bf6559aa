#include "read/claims_tail.h"

#include "base/date.h"
#include "read/dates_phrase.h"
#include "read/headings.h"
#include "read/mention.h"

enum { TIME_MOST = 12, REMARKS_MOST = 2, WORD_MOST = 40, ISO_LENGTH = 10, PHRASE_WORDS_MOST = 4 };

/* clang-format off */
/* All are in small letters, between bars. */
static const char remarks[] =
	"|carried over|carried forward|carry over|carry-over|rolled over|new|repeat|repeated|reopened"
	"|see above|see below|as above|from last week|from last time|from last meeting|still open"
	"|unchanged|postponed|neu|siehe oben|von letzter woche|ubertrag|";
static const char *const remark_starts[] = {
	"carried over from ", "carried forward from ", "moved from ", "moved over from ",
	"rolled over from ", "reassigned from ", "postponed from ", "verschoben von "
};

static const char days[] = "|today|tomorrow|heute|morgen|aujourd'hui|demain|hoy|vandaag|";
static const char weekday_leads[] = "|on|am|op|";
static const char times[] =
	"|morning|afternoon|evening|noon|midday|lunchtime|vormittag|mittag|nachmittag|abend|matin|soir|";
static const char time_leads[] = "|at|um|om|a|";

/* Words that begin what says when: "next week", "end of Q1". */
static const char day_leads[] =
	"|next|this|end|in|nachste|nachsten|nachster|diese|diesen|dieser|kommende|kommenden|ende|semaine"
	"|la|le|fin|proxima|proximo|esta|este|volgende|komende|deze|eind|";

/* Words before "today" and the like that make it a part of the sentence: "the plan for today". */
static const char ties[] =
	"|for|from|of|until|till|since|by|as|in|and|or|than|before|after|starting|effective|until|the"
	"|von|fur|bis|ab|am|seit|und|oder|vor|nach|gestern|yesterday|today|tomorrow|pour|de|des"
	"|depuis|jusqu'a|et|ou|para|desde|hasta|y|o|van|voor|tot|vanaf|sinds|en|of|is|are|was|it|";

/* What takes place on a day: "the workshop on Friday". */
static const char events[] =
	"|meeting|call|sync|session|standup|stand-up|demo|workshop|review|presentation|visit|event"
	"|conference|release|launch|webinar|interview|training|party|offsite|committee|board|lunch"
	"|dinner|sitzung|termin|besprechung|treffen|and|or|working|works|closed|off|only|live|";
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* Lists are of words without accents, in small letters. */
static bool
is_listed(const char *list, str word)
{
	char folded[WORD_MOST];
	return word.length < sizeof(folded) &&
	       heading_lists(list, (str){ folded, dates_fold(word, folded, sizeof(folded)) });
}

static str
last_word(str text)
{
	size_t blank = str_find_last_char(text, ' ');
	return blank == STR_NONE ? text : str_skip(text, blank + 1);
}

static str
drop_last_word(str text)
{
	return str_trim_space(str_slice(text, 0, text.length - last_word(text).length));
}

/* "was Ada", "was 7 Nov" */
static bool
is_former(str words)
{
	if (!str_starts_nocase(words, STR("was ")))
		return false;
	words = str_trim_space(str_skip(words, 4));
	str name = str_skip(words, str_starts(words, STR("@")));
	return mention_name_words(name) > 0 || dates_sense(words) != DATES_UNKNOWN;
}

static bool
is_done(str words)
{
	return str_starts_nocase(words, STR("done ")) &&
	       dates_sense(str_skip(words, 5)) != DATES_UNKNOWN;
}

static bool
is_remark(str words)
{
	for (size_t i = 0; i < COUNT(remark_starts); i++)
		if (str_starts_nocase(words, str_from(remark_starts[i])))
			return true;
	return is_listed(remarks, words) || is_former(words) || is_done(words);
}

/* "00:12:31" has two colons, "12:31" one; 0: it is no time. */
static size_t
count_colons(str text)
{
	size_t colons = 0;
	for (size_t i = 0; i < text.length; i++) {
		colons += text.bytes[i] == ':';
		if (text.bytes[i] != ':' && !is_digit(text.bytes[i]))
			return 0;
	}
	return colons;
}

str
claims_drop_time(str text)
{
	bool square = str_ends(text, STR("]"));
	if (!square && !str_ends(text, STR(")")))
		return text;
	size_t open = str_find_last_char(text, square ? '[' : '(');
	if (open == STR_NONE || !open)
		return text;
	size_t colons = count_colons(str_slice(text, open + 1, text.length - 1));
	return colons == 2 || (square && colons == 1) ? str_trim_space(str_slice(text, 0, open))
						      : text;
}

str
claims_drop_time_link(str text)
{
	size_t close = str_starts(text, STR("["))
			       ? str_find_char(str_slice(text, 0, TIME_MOST), ']')
			       : STR_NONE;
	if (close == STR_NONE || !count_colons(str_slice(text, 1, close)) ||
		!str_starts(str_skip(text, close + 1), STR("(")))
		return text;
	size_t end = str_find(str_skip(text, close), STR(") "));
	return end == STR_NONE ? text : str_trim_space(str_skip(text, close + end + 2));
}

str
claims_drop_remarks(str text, bool *done)
{
	text = claims_drop_time(text);
	for (size_t i = 0; i < REMARKS_MOST && str_ends(text, STR(")")); i++) {
		size_t open = str_find_last_char(text, '(');
		str words =
			open == STR_NONE ? (str){ 0 } : str_slice(text, open + 1, text.length - 1);
		str before = str_trim_space(str_slice(text, 0, open));
		if (open == STR_NONE || !before.length || !is_remark(words))
			break;
		*done = *done || is_done(words);
		text = before;
	}
	return text;
}

/* "21 Nov 2025", "Nov 21, 2025" */
static bool
has_year(str phrase)
{
	size_t digits = 0;
	for (size_t i = 0; i < phrase.length && digits < 4; i++)
		digits = is_digit(phrase.bytes[i]) ? digits + 1 : 0;
	bool letters = false;
	for (size_t i = 0; i < phrase.length; i++)
		letters = letters || is_letter(phrase.bytes[i]);
	return digits == 4 && letters;
}

/* "next week", "end of Q1", "21 Nov 2025": the longest that there is. */
static bool
last_phrase(str text, str *before, str *words)
{
	str rest = text;
	*words = (str){ 0 };
	for (int i = 0; i < PHRASE_WORDS_MOST && rest.length; i++) {
		str first = last_word(rest);
		rest = drop_last_word(rest);
		str phrase = str_trim_space(str_skip(text, rest.length));
		bool dated = dates_sense(phrase) == DATES_CALENDAR && has_year(phrase) &&
			     !is_listed(ties, first);
		if (!dated && (!is_listed(day_leads, first) || dates_sense(phrase) != DATES_WORDS))
			continue;
		*words = phrase;
		*before = rest;
	}
	str tie = words->length ? last_word(*before) : (str){ 0 };
	return tie.length && !is_listed(ties, tie) && !is_listed(events, tie) &&
	       !str_ends(tie, STR(":"));
}

/* "Monday at 10:00", "tomorrow morning" without what is shorter than a day. */
static str
drop_time_of_day(str text)
{
	str word = last_word(text);
	if (is_listed(times, word))
		return drop_last_word(text);
	if (!word.length || !is_digit(word.bytes[0]) ||
		(str_find_char(word, ':') == STR_NONE && !str_ends(word, STR("am")) &&
			!str_ends(word, STR("pm"))))
		return text;
	text = drop_last_word(text);
	return is_listed(time_leads, last_word(text)) ? drop_last_word(text) : text;
}

static bool
find_last_day(str text, str *before, str *words)
{
	struct dates_word day;
	char folded[WORD_MOST];
	if (last_phrase(text, before, words))
		return true;
	*words = last_word(text);
	*before = drop_last_word(text);
	str tie = last_word(*before);
	if (is_listed(days, *words))
		return before->length && !is_listed(ties, tie) && !str_ends(tie, STR(":"));
	if (!is_listed(weekday_leads, tie) || words->length >= sizeof(folded))
		return false;
	str word = { folded, dates_fold(*words, folded, sizeof(folded)) };
	*before = drop_last_word(*before);
	return before->length && word.length > 3 && dates_find_word(word, &day) &&
	       day.kind == DATES_WEEKDAY && !is_listed(events, last_word(*before));
}

bool
claims_last_day(str text, str *before, str *words)
{
	if (str_ends(text, STR(".")))
		text.length--;
	if (!find_last_day(drop_time_of_day(text), before, words))
		return false;
	words->length = text.length - (size_t)(words->bytes - text.bytes);
	return true;
}

bool
claims_bare_day(str text, str *before, str *words)
{
	date day;
	*words = last_word(text);
	*before = drop_last_word(text);
	return words->length == ISO_LENGTH && before->length && date_parse_iso(*words, &day) &&
	       docket_date_exists(day);
}

bool
claims_owner_label(str text, str *before, str *names)
{
	static const char *const labels[] = { " owner: ", " Owner: ", " **Owner:** ",
		" **Owner**: ", " *Owner:* ",
		" assigned to: ", " Assigned to: ", " **Assigned to:** ", " 担当: ", " 担当：" };
	for (size_t i = 0; i < COUNT(labels); i++) {
		size_t at = str_find(text, str_from(labels[i]));
		if (at == STR_NONE)
			continue;
		*before = str_trim_space(str_slice(text, 0, at));
		*names = str_skip(text, at + str_from(labels[i]).length);
		return before->length > 0;
	}
	return false;
}

str
claims_bare_tail(struct arena *arena, str text)
{
	char mark = text.length ? text.bytes[text.length - 1] : ' ';
	if (mark != '*' && mark != '_')
		return text;
	size_t marks = text.length > 1 && text.bytes[text.length - 2] == mark ? 2 : 1;
	str front = str_slice(text, 0, text.length - marks);
	size_t open = str_find_last_char(front, mark);
	if (open == STR_NONE || open < marks || text.bytes[open - marks] != ' ')
		return text;
	str inside = str_skip(front, open + 1);
	bool label = str_starts(inside, STR("Owner:")) || str_starts(inside, STR("owner:"));
	if (!label && !(str_starts(inside, STR("(")) && str_ends(inside, STR(")"))))
		return text;
	str before = str_slice(text, 0, open + 1 - marks);
	return str_format(arena, "%.*s%.*s", STR_ARG(before), STR_ARG(inside));
}

str
claims_drop_dash(str text)
{
	static const char *const dashes[] = { " -", " –", " —" };
	for (size_t i = 0; i < COUNT(dashes); i++)
		if (str_ends(text, str_from(dashes[i])))
			return str_slice(text, 0, text.length - str_from(dashes[i]).length);
	return text;
}

bool
claims_tick(str text, str *before, str *rest)
{
	static const char *const ticks[] = { "✅", "☑", "✔", "✓" };
	for (size_t i = 0; i < COUNT(ticks); i++) {
		size_t at = str_find(text, str_from(ticks[i]));
		if (at == STR_NONE || !at)
			continue;
		*before = claims_drop_dash(str_trim_space(str_slice(text, 0, at)));
		*rest = str_trim_space(str_skip(text, at + str_from(ticks[i]).length));
		if (str_starts(*rest, STR("\uFE0F")))
			*rest = str_trim_space(str_skip(*rest, 3));
		return true;
	}
	return false;
}
