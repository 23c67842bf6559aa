#include "read/dates_until.h"

#include "base/utf8.h"
#include "read/dates_phrase.h"

/* clang-format off */
static const char *const words[] = { "までに", "まで", "迄に", "迄", "之前", "前", "까지" };

/* What makes something else of them: "the progress until today", "from the 14th until the 18th". */
static const char *const behind[] = { "の", "は", "が", "的" };
static const char *const before[] = { "から", "~", "〜", "～", "-", "–", "至", "到", "부터 ", "부터",
	"上", "先週", "先週の" };
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static bool
starts_with_one(str text, const char *const *these, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_starts(text, str_from(these[i])))
			return true;
	return false;
}

static bool
ends_with_one(str text, const char *const *these, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_ends(text, str_from(these[i])))
			return true;
	return false;
}

/* "Friday", "Jan 20", "11/14", but not "2.5" */
static bool
is_day(str text)
{
	static const char *const opens[] = { " ", "\t", "(", "（", "，", "、" };
	bool open = starts_with_one(text, opens, COUNT(opens));
	enum dates_sense sense = open ? DATES_UNKNOWN : dates_sense(text);
	return sense == DATES_WORDS || sense == DATES_CALENDAR ||
	       (sense == DATES_NUMBERS && str_find_char(text, '/') != STR_NONE);
}

/* The longest day that the text ends with. */
static bool
find_day(str text, str *day)
{
	size_t size;
	size_t at = text.length > DATES_PHRASE ? text.length - DATES_PHRASE : 0;
	while (at < text.length && ((unsigned char)text.bytes[at] & 0xC0) == 0x80)
		at++;
	for (; at < text.length; at += size) {
		*day = str_skip(text, at);
		utf8_first(*day, &size);
		bool inside = at && is_letter(text.bytes[at]) && is_letter(text.bytes[at - 1]);
		if (!inside && is_day(*day))
			return !(at && is_digit(text.bytes[at - 1])) &&
			       !ends_with_one(str_slice(text, 0, at), before, COUNT(before));
	}
	return false;
}

bool
dates_until(str text, str *day, size_t *to)
{
	for (size_t i = 0; i < COUNT(words); i++) {
		str word = str_from(words[i]);
		size_t at = str_find(text, word);
		if (at == STR_NONE)
			continue;
		*to = at + word.length;
		if (!starts_with_one(str_skip(text, *to), behind, COUNT(behind)) &&
			find_day(str_slice(text, 0, at), day))
			return true;
	}
	return false;
}
