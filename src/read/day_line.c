#include "read/day_line.h"

#include "base/utf8.h"
#include "read/dates.h"
#include "read/label.h"

enum { WORDS_MOST = 6, LINE_MOST = 80, YEAR_DIGITS = 4 };

/* clang-format off */
/* Between a day and a time. */
static const char *const joints[] = { " at", " um", " à", " a las", " om", " às", " alle" };

/* In front of a day that a title speaks of, but which is not that of the note. */
static const char *const aims[] = {
	"for", "until", "till", "by", "before", "after", "due", "to", "bis", "für", "pour", "avant",
	"para", "hasta", "voor", "tot", "até", "entro", "since", "seit", "depuis", "desde",
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* "10:00 AM – 11:00" and what is behind it. */
static str
drop_time(str text)
{
	size_t at = 0;
	while (at + 2 < text.length &&
		!(text.bytes[at] == ':' && at && is_digit(text.bytes[at - 1]) &&
			is_digit(text.bytes[at + 1])))
		at++;
	if (at + 2 >= text.length)
		return text;
	while (at && is_digit(text.bytes[at - 1]))
		at--;
	str day = str_trim_space(str_slice(text, 0, at));
	for (size_t i = 0; i < COUNT(joints); i++)
		if (str_ends(day, str_from(joints[i])))
			day.length -= str_from(joints[i]).length;
	while (day.length && str_find_char(STR(" ,;|-@("), day.bytes[day.length - 1]) != STR_NONE)
		day.length--;
	return day;
}

/* Without what is neither letter nor digit in front. */
static str
drop_signs(str text)
{
	size_t size;
	while (text.length) {
		uint32_t code = utf8_first(text, &size);
		if (utf8_is_letter(code) || utf8_is_digit(code))
			break;
		text = str_skip(text, size);
	}
	return text;
}

/* A number of one or two digits that stands alone, and the year: no month, week or quarter. */
static bool
has_day_and_year(str text)
{
	bool day = false, year = false;
	for (size_t at = 0, end; at < text.length; at = end + 1) {
		for (end = at; end < text.length && is_digit(text.bytes[end]);)
			end++;
		bool alone = !at || !is_letter(text.bytes[at - 1]);
		day = day || (alone && (end - at == 1 || end - at == 2));
		year = year || end - at == YEAR_DIGITS;
	}
	return day && year;
}

static date
read_whole(str text)
{
	date day = { 0 };
	bool found = has_day_and_year(text) && dates_read_due(text, (date){ 0 }, &day) == DATES_DAY;
	return found ? day : (date){ 0 };
}

date
day_line_read(str line)
{
	if (line.length > LINE_MOST)
		return (date){ 0 };
	str text = drop_signs(label_unwrap(str_trim_space(line)));
	date day = read_whole(text);
	return date_is_none(day) ? read_whole(drop_time(text)) : day;
}

date
day_line_behind(str title)
{
	str rest = str_trim_space(title);
	if (str_ends(rest, STR(")"))) {
		size_t open = str_find_last_char(rest, '(');
		return open == STR_NONE ? (date){ 0 }
					: read_whole(str_slice(rest, open + 1, rest.length - 1));
	}
	date found = { 0 };
	for (int words = 0; words < WORDS_MOST; words++) {
		size_t blank = str_find_last_char(rest, ' ');
		str word = blank == STR_NONE ? rest : str_skip(rest, blank + 1);
		if (!date_is_none(found) && str_is_one_of(word, aims, COUNT(aims)))
			return (date){ 0 };
		str behind = str_skip(title, (size_t)(word.bytes - title.bytes));
		date day = read_whole(str_trim_space(behind));
		if (!date_is_none(found) && date_is_none(day))
			return found;
		found = day;
		if (blank == STR_NONE)
			return found;
		rest = str_trim_space(str_slice(rest, 0, blank));
	}
	return found;
}
