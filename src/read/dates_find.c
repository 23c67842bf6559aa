#include "read/dates.h"

#include "base/utf8.h"
#include "read/dates_phrase.h"
#include "read/dates_until.h"
#include "read/dates_vague.h"

/* A due part is looked for in so many bytes at the end of a sentence. */
enum { WINDOW = 96, WORDS_MOST = 40 };

enum way {
	WAY_LABEL,  /* "due: X", "due X" */
	WAY_COLON,  /* "ETA: X" */
	WAY_BY,     /* "bis X" */
	WAY_AMOUNT, /* "by X", which may be an amount: "by 2.5" */
	WAY_SELF    /* "EOW": belongs to the words */
};

/* clang-format off */
static const struct trigger {
	const char *spelling; /* folded */
	enum way way;
} triggers[] = {
	{ "due date", WAY_LABEL },  { "due", WAY_LABEL },        { "deadline", WAY_LABEL },
	{ "target date", WAY_COLON }, { "eta", WAY_COLON },
	{ "fallig", WAY_LABEL },    { "faellig", WAY_LABEL },    { "frist", WAY_COLON },
	{ "echeance", WAY_COLON },  { "date limite", WAY_COLON },
	{ "fecha limite", WAY_COLON }, { "plazo", WAY_COLON },   { "vence", WAY_LABEL },
	{ "prazo", WAY_COLON },     { "data limite", WAY_COLON }, { "vervaldatum", WAY_COLON },
	{ "期限", WAY_COLON },      { "〆切", WAY_COLON },       { "締切日", WAY_COLON },
	      { "締切", WAY_COLON },       { "締め切り", WAY_COLON },
	{ "截止日期", WAY_COLON },  { "截止", WAY_COLON },       { "기한", WAY_COLON },
	{ "마감", WAY_COLON },
	{ "by", WAY_AMOUNT },           { "until", WAY_AMOUNT },         { "till", WAY_AMOUNT },
	{ "no later than", WAY_AMOUNT }, { "not later than", WAY_AMOUNT },
	{ "bis zum", WAY_BY },      { "bis", WAY_BY },           { "spatestens", WAY_BY },
	{ "tegen", WAY_BY },        { "uiterlijk", WAY_BY },     { "d'ici", WAY_BY },
	{ "jusqu'au", WAY_BY },     { "jusqu'a", WAY_BY },       { "au plus tard", WAY_BY },
	{ "para el", WAY_BY },      { "hasta", WAY_BY },         { "ate", WAY_BY },
	{ "pour le", WAY_BY },      { "pour", WAY_BY },          { "tot", WAY_BY },
	{ "before", WAY_SELF },     { "avant", WAY_SELF },       { "vor", WAY_SELF },
	{ "voor", WAY_SELF },       { "antes", WAY_SELF },       { "within", WAY_SELF },
	{ "binnen", WAY_SELF },     { "eod", WAY_SELF },         { "cob", WAY_SELF },
	{ "eow", WAY_SELF },        { "eom", WAY_SELF },         { "eoq", WAY_SELF },
	{ "eoy", WAY_SELF },
};

/* What ties a due part to its sentence, and what ends one part in a list of several. */
static const char *const ties[] = { " ", "\t", "-", "–", "—", ",", ";", "|", "→", ">", "·", "、", "，",
	"\xC2\xA0", "\xE3\x80\x80" };
static const char *const commas[] = { ",", ";", "|", "、", "，", "；" };
static const char *const openers[] = { "(", "[", "（" }, *const closers[] = { ")", "]", "）" };
static const char *const dashes[] = { " - ", " – ", " — ", " -- ", " → " };
static const char *const verbs[] = { " is", " are", " was", " were", " be" };
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* Where the parts are, in bytes of the text. */
struct part {
	size_t from, to;   /* the whole, without what ties it to the sentence */
	size_t words, end; /* the words */
};

/* How much of the text is the spelling; 0: it starts with something else. */
static size_t
match(str text, str spelling)
{
	str rest = text;
	uint32_t code;
	while (spelling.length) {
		char folded[4];
		str before = rest;
		if (!utf8_next(&rest, &code))
			return 0;
		str character = str_slice(before, 0, before.length - rest.length);
		str plain = { folded, dates_fold(character, folded, sizeof(folded)) };
		if (!str_starts(spelling, plain))
			return 0;
		spelling = str_skip(spelling, plain.length);
	}
	return text.length - rest.length;
}

static bool
is_letter_or_digit(uint32_t code)
{
	if (code < 0x80)
		return is_letter((char)code) || is_digit((char)code);
	return utf8_is_letter(code) || utf8_is_number(code);
}

static bool
begins_word(str text, size_t at)
{
	size_t size;
	return !at || !is_letter_or_digit(utf8_last(str_slice(text, 0, at), &size));
}

static bool
ends_word(str text, size_t at)
{
	size_t size;
	return at >= text.length || !is_letter_or_digit(utf8_first(str_skip(text, at), &size));
}

static const struct trigger *
find_trigger(str rest, size_t *length)
{
	char first[4];
	size_t size;
	utf8_first(rest, &size);
	if (!dates_fold(str_slice(rest, 0, size), first, sizeof(first)))
		return NULL;
	for (size_t i = 0; i < COUNT(triggers); i++) {
		if (triggers[i].spelling[0] != first[0])
			continue;
		*length = match(rest, str_from(triggers[i].spelling));
		if (*length && ends_word(rest, *length))
			return &triggers[i];
	}
	return NULL;
}

static bool
is_emphasis(char c)
{
	return c == '*' || c == '_';
}

static size_t
skip_blanks_and_emphasis(str text, size_t at)
{
	while (at < text.length && (is_blank(text.bytes[at]) || is_emphasis(text.bytes[at])))
		at++;
	return at;
}

/* The size of the one among `these` that `text` ends with; 0: it ends with none. */
static size_t
ends_with_one(str text, const char *const *these, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_ends(text, str_from(these[i])))
			return str_from(these[i]).length;
	return 0;
}

static size_t
find_comma(str text, size_t at)
{
	for (; at < text.length; at++)
		for (size_t i = 0; i < COUNT(commas); i++)
			if (str_starts(str_skip(text, at), str_from(commas[i])))
				return at;
	return text.length;
}

/* Words that nobody knows, but that a label makes the due ones. */
static bool
is_plausible(str words)
{
	for (size_t i = 0; i < words.length; i++)
		if (str_find_char(STR("@[]:"), words.bytes[i]) != STR_NONE)
			return false;
	return words.length && words.length <= WORDS_MOST && str_find(words, STR(". ")) == STR_NONE;
}

/* The end of the words that begin at `at`: of the text, or before a comma; 0: they are none. */
static size_t
end_words(str text, size_t at, bool labelled)
{
	if (dates_sense(str_skip(text, at)) != DATES_UNKNOWN)
		return text.length;
	size_t comma = find_comma(text, at);
	str words = str_trim(str_slice(text, at, comma));
	bool known = comma < text.length && dates_sense(words) != DATES_UNKNOWN;
	return labelled && (known || is_plausible(words)) ? comma : 0;
}

/* Behind the colon at `at`, if there is one; "due::" is a field's key. */
static size_t
skip_colon(str text, size_t at)
{
	size_t colon = skip_blanks_and_emphasis(text, at);
	str rest = str_skip(text, colon);
	size_t size = str_starts(rest, STR(":")) ? 1 : str_starts(rest, STR("：")) ? 3 : 0;
	if (str_starts(rest, STR("::")))
		size = 0;
	return size ? colon + size : at;
}

/* `text` ends where the sentence does; the trigger begins at `at`. */
static bool
read_trigger(str text, size_t at, struct part *part)
{
	size_t length, further;
	const struct trigger *trigger = find_trigger(str_skip(text, at), &length);
	if (!trigger)
		return false;
	size_t behind = at + length, colon = skip_colon(text, behind);
	bool labelled = colon > behind && trigger->way <= WAY_COLON;
	if (trigger->way == WAY_COLON && !labelled)
		return false;
	size_t words = skip_blanks_and_emphasis(text, colon);
	const struct trigger *by = words < text.length && trigger->way == WAY_LABEL
					   ? find_trigger(str_skip(text, words), &further)
					   : NULL;
	if (by && (by->way == WAY_BY || by->way == WAY_AMOUNT))
		words = skip_blanks_and_emphasis(text, words + further);
	if (trigger->way == WAY_SELF)
		words = at;
	if (trigger->way == WAY_AMOUNT && dates_amount(str_skip(text, words)))
		return false;
	size_t end = words < text.length ? end_words(text, words, labelled) : 0;
	*part = (struct part){ at, end, words, end };
	return end > 0;
}

/* The ASCII letters that triggers begin with, one bit each. */
static uint32_t
trigger_letters(void)
{
	uint32_t letters = 0;
	for (size_t i = 0; i < COUNT(triggers); i++)
		if (is_letter(triggers[i].spelling[0]))
			letters |= (uint32_t)1 << (triggers[i].spelling[0] - 'a');
	return letters;
}

/* Whether a trigger may begin with this byte: one of the letters, or what is not ASCII. */
static bool
may_begin(uint32_t letters, char c)
{
	unsigned byte = (unsigned char)c;
	return is_letter(c) ? letters >> (to_lower(c) - 'a') & 1 : byte >= 0xC0;
}

/* The leftmost trigger of the text that words follow up to its end. */
static bool
find_triggered(str text, size_t from, struct part *part)
{
	uint32_t letters = trigger_letters();
	if (text.length - from > WINDOW)
		from = text.length - WINDOW;
	for (size_t at = from; at < text.length; at++)
		if (may_begin(letters, text.bytes[at]) && begins_word(text, at) &&
			read_trigger(text, at, part))
			return true;
	return false;
}

/* The bracket that the last one of the text closes, or STR_NONE. */
static size_t
find_opener(str text, size_t which)
{
	size_t most = text.length > WINDOW ? text.length - WINDOW : 0;
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
find_until(str sentence, struct part *part)
{
	size_t to;
	str day;
	if (!dates_until(sentence, &day, &to))
		return false;
	size_t words = (size_t)(day.bytes - sentence.bytes);
	*part = (struct part){ to == sentence.length ? words : to, to, words, words + day.length };
	return true;
}

/* "(due: Jan 20)", "(2025-01-20)", "(Owner: Ada, due: Friday)"; `text` ends with a bracket. */
static bool
find_in_brackets(str text, struct part *part)
{
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
			*part = (struct part){ open, text.length, from, to };
		else if (find_until(inside, part) && part->words == from && part->to == to)
			*part = (struct part){ open, text.length, from, part->end };
		else if (!find_triggered(inside, from, part))
			return false;
		if (part->from == from && part->to == to)
			*part = (struct part){ open, text.length, part->words, part->end };
		else if (part->from == from)
			part->to = skip_blanks_and_emphasis(
				text, part->to + character_length(text, part->to));
		return true;
	}
	return false;
}

/* " — *Friday*", " - 20.01.", " #2026-02-10". */
static bool
find_bare(str text, struct part *part)
{
	size_t most = text.length > WINDOW ? text.length - WINDOW : 0;
	for (size_t at = text.length; at-- > most;) {
		str rest = str_skip(text, at);
		bool spaced = at && text.bytes[at - 1] == ' ';
		size_t dash =
			spaced ? ends_with_one(str_slice(text, 0, at), dashes, COUNT(dashes)) : 0;
		if (!dash && !(rest.bytes[0] == '#' && rest.length == 11))
			continue;
		size_t words = skip_blanks_and_emphasis(text, at + !dash);
		bool strong = dash && words > at && is_emphasis(text.bytes[words - 1]);
		enum dates_sense sense = dates_sense(str_skip(text, words));
		*part = (struct part){ strong ? words : at, text.length, words, text.length };
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
widen(str text, struct part *part)
{
	bool strong = part->from && is_emphasis(text.bytes[part->from - 1]);
	while (part->from && is_emphasis(text.bytes[part->from - 1]))
		part->from--;
	while (strong && part->to < text.length && is_emphasis(text.bytes[part->to]))
		part->to++;
	size_t tie;
	while ((tie = ends_with_one(str_slice(text, 0, part->from), ties, COUNT(ties))))
		part->from -= tie;
	str before = str_slice(text, 0, part->from);
	bool last = skip_blanks_and_emphasis(text, part->to) + 1 >= text.length;
	if (last && (!before.length ||
			    str_find_char(STR(".!?"), before.bytes[before.length - 1]) != STR_NONE))
		part->to = text.length;
	if (ends_with_one(before, verbs, COUNT(verbs)))
		part->from = part->to;
}

bool
dates_find_due(str text, str *words, size_t *from, size_t *to)
{
	struct part part;
	str sentence = str_slice(text, 0, find_end(text));
	if (!sentence.length)
		return false;
	if (!find_in_brackets(sentence, &part) && !find_triggered(sentence, 0, &part) &&
		!find_bare(sentence, &part) && !find_until(sentence, &part))
		return false;
	*words = str_trim(str_slice(text, part.words, part.end));
	if (part.from < part.to)
		widen(text, &part);
	*from = part.from;
	*to = part.to;
	return true;
}
