#include "read/claims_lead.h"

#include "read/dates.h"
#include "read/dates_phrase.h"

enum { LEAD_MOST = 48 };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* The sign at the start of the text that ends a day, or its blank; 0: none. */
static size_t
sign_size(str text)
{
	static const char *const signs[] = { ", ", ": ", " - ", " – ", " — ", "：", "、", "，" };
	for (size_t i = 0; i < COUNT(signs); i++)
		if (str_starts(text, str_from(signs[i])))
			return str_from(signs[i]).length;
	return 0;
}

static bool
is_punctuation(char c)
{
	return str_find_char(STR(",:;-"), c) != STR_NONE;
}

/* "On Friday", "Am 14.11." */
static bool
read_on(str front, str *words)
{
	static const char *const leads[] = { "on ", "am ", "le ", "el ", "op " };
	for (size_t i = 0; i < COUNT(leads); i++)
		if (str_starts_nocase(front, str_from(leads[i]))) {
			*words = str_trim_space(str_skip(front, str_from(leads[i]).length));
			return dates_sense(*words) == DATES_WORDS ||
			       dates_sense(*words) == DATES_CALENDAR;
		}
	return false;
}

/* All of it is a day: "By Friday". */
static bool
is_lead(str front, str *words)
{
	size_t from, to;
	if (dates_find_due(front, words, &from, &to))
		return !from && words->bytes > front.bytes &&
		       words->bytes + words->length == front.bytes + front.length;
	return read_on(front, words);
}

bool
claims_find_lead(str text, struct claims_lead *lead)
{
	size_t end = text.length < LEAD_MOST ? text.length : LEAD_MOST;
	for (size_t at = end; at-- > 1;) {
		size_t sign = sign_size(str_skip(text, at));
		bool word = text.bytes[at] == ' ' && !is_punctuation(text.bytes[at - 1]);
		if ((!sign && !word) || !is_lead(str_slice(text, 0, at), &lead->words))
			continue;
		lead->parted = sign > 0;
		lead->rest = str_trim_space(str_skip(text, at + sign));
		return lead->rest.length > 0;
	}
	return false;
}
