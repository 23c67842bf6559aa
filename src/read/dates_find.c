#include "read/dates.h"

#include "base/utf8.h"
#include "read/dates_phrase.h"
#include "read/dates_trigger.h"
#include "read/dates_until.h"

/* clang-format off */
/* What ties a due part to its sentence. */
static const char *const ties[] = { " ", "\t", "-", "–", "—", ",", ";", "|", "→", ">", "·", "、", "，",
	"\xC2\xA0", "\xE3\x80\x80" };
static const char *const openers[] = { "(", "[", "（" }, *const closers[] = { ")", "]", "）" };
static const char *const dashes[] = { " - ", " – ", " — ", " -- ", " → " };
static const char *const verbs[] = { " is", " are", " was", " were", " be" };
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* The size of the one among `these` that `text` ends with; 0: it ends with none. */
static size_t
ends_with_one(str text, const char *const *these, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_ends(text, str_from(these[i])))
			return str_from(these[i]).length;
	return 0;
}

/* The bracket that the last one of the text closes, or STR_NONE. */
static size_t
find_opener(str text, size_t which)
{
	size_t most = text.length > DATES_WINDOW ? text.length - DATES_WINDOW : 0;
	str opener = str_from(openers[which]);
	for (size_t at = text.length; at-- > most;)
		if (str_starts(str_skip(text, at), opener))
			return at;
	return STR_NONE;
}

/* Commas of several scripts have several bytes. */
static size_t
character_length(str text, size_t at)
{
	size_t size = 0;
	if (at < text.length)
		utf8_first(str_skip(text, at), &size);
	return size;
}

/* "11月14日まで" at the end; in the middle of a sentence it stays there. */
static bool
find_until(str sentence, struct dates_part *part)
{
	size_t to;
	str day;
	if (!dates_until(sentence, &day, &to))
		return false;
	size_t words = (size_t)(day.bytes - sentence.bytes);
	*part = (struct dates_part){ to == sentence.length ? words : to, to, words,
		words + day.length };
	return true;
}

/* "(due: Jan 20)", "(2025-01-20)", "(Owner: Ada, due: Friday)"; `text` ends with a bracket. */
static bool
find_in_brackets(str text, struct dates_part *part)
{
	if (str_ends(text, STR("]]")))
		return false;
	for (size_t i = 0; i < COUNT(closers); i++) {
		size_t closer = str_from(closers[i]).length;
		size_t open =
			str_ends(text, str_from(closers[i])) ? find_opener(text, i) : STR_NONE;
		if (open == STR_NONE)
			continue;
		size_t from = open + str_from(openers[i]).length, to = text.length - closer;
		str inside = str_slice(text, 0, to);
		if (dates_sense(str_slice(text, from, to)) == DATES_CALENDAR &&
			closers[i][0] != ']')
			*part = (struct dates_part){ open, text.length, from, to };
		else if (find_until(inside, part) && part->words == from && part->to == to)
			*part = (struct dates_part){ open, text.length, from, part->end };
		else if (!dates_find_triggered(inside, from, part))
			return false;
		if (part->from == from && part->to == to)
			*part = (struct dates_part){ open, text.length, part->words, part->end };
		else if (part->from == from)
			part->to = dates_skip_emphasis(
				text, part->to + character_length(text, part->to));
		return true;
	}
	return false;
}

/* " — *Friday*", " - 20.01.", " #2026-02-10". */
static bool
find_bare(str text, struct dates_part *part)
{
	size_t most = text.length > DATES_WINDOW ? text.length - DATES_WINDOW : 0;
	for (size_t at = text.length; at-- > most;) {
		str rest = str_skip(text, at);
		bool spaced = at && text.bytes[at - 1] == ' ';
		size_t dash =
			spaced ? ends_with_one(str_slice(text, 0, at), dashes, COUNT(dashes)) : 0;
		if (!dash && !(rest.bytes[0] == '#' && rest.length == 11))
			continue;
		size_t words = dates_skip_emphasis(text, at + !dash);
		bool strong = dash && words > at && dates_is_emphasis(text.bytes[words - 1]);
		enum dates_sense sense = dates_sense(str_skip(text, words));
		*part = (struct dates_part){ strong ? words : at, text.length, words, text.length };
		return sense == DATES_CALENDAR || (strong && sense == DATES_WORDS);
	}
	return false;
}

/* Where the emphasis and stop begin that the text ends with. A German date keeps its stop. */
static size_t
find_end(str text)
{
	size_t end = text.length;
	while (end && str_find_char(STR(" \t*_.;!"), text.bytes[end - 1]) != STR_NONE)
		end--;
	size_t digits = end;
	while (digits && is_digit(text.bytes[digits - 1]))
		digits--;
	bool dated = digits < end && digits > 1 && text.bytes[digits - 1] == '.' &&
		     is_digit(text.bytes[digits - 2]) && end - digits <= 2;
	return end + (dated && end < text.length && text.bytes[end] == '.');
}

/* The part with its emphasis and what ties it to the sentence. */
static void
widen(str text, struct dates_part *part)
{
	bool strong = part->from && dates_is_emphasis(text.bytes[part->from - 1]);
	while (part->from && dates_is_emphasis(text.bytes[part->from - 1]))
		part->from--;
	while (strong && part->to < text.length && dates_is_emphasis(text.bytes[part->to]))
		part->to++;
	size_t tie;
	while ((tie = ends_with_one(str_slice(text, 0, part->from), ties, COUNT(ties))))
		part->from -= tie;
	str before = str_slice(text, 0, part->from);
	bool last = dates_skip_emphasis(text, part->to) + 1 >= text.length;
	if (last && (!before.length ||
			    str_find_char(STR(".!?"), before.bytes[before.length - 1]) != STR_NONE))
		part->to = text.length;
	if (ends_with_one(before, verbs, COUNT(verbs)))
		part->from = part->to;
}

bool
dates_find_due(str text, str *words, size_t *from, size_t *to)
{
	struct dates_part part;
	str sentence = str_slice(text, 0, find_end(text));
	if (!sentence.length)
		return false;
	if (!find_in_brackets(sentence, &part) && !dates_find_triggered(sentence, 0, &part) &&
		!find_bare(sentence, &part) && !find_until(sentence, &part))
		return false;
	*words = str_trim(str_slice(text, part.words, part.end));
	if (part.from < part.to)
		widen(text, &part);
	*from = part.from;
	*to = part.to;
	return true;
}
