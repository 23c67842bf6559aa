#include "read/dates_trigger.h"

#include "base/utf8.h"
#include "read/dates_phrase.h"
#include "read/dates_vague.h"

enum { WORDS_MOST = 40 };

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
	{ "期限", WAY_LABEL },      { "〆切", WAY_COLON },       { "締切日", WAY_COLON },
	      { "締切", WAY_COLON },       { "締め切り", WAY_COLON },
	{ "截止日期", WAY_LABEL },  { "截止", WAY_LABEL },       { "기한", WAY_COLON },
	{ "마감", WAY_COLON },
	{ "by", WAY_AMOUNT },           { "until", WAY_AMOUNT },         { "till", WAY_AMOUNT },
	{ "no later than", WAY_AMOUNT }, { "not later than", WAY_AMOUNT },
	{ "bis zum", WAY_BY },      { "bis spatestens", WAY_BY }, { "bis", WAY_BY },           { "spatestens", WAY_BY },
	{ "tegen", WAY_BY },        { "uiterlijk", WAY_BY },     { "d'ici", WAY_BY },
	{ "jusqu'au", WAY_BY },     { "jusqu'a", WAY_BY },       { "au plus tard", WAY_BY },
	{ "para el", WAY_BY },      { "hasta", WAY_BY },         { "ate", WAY_BY },
	{ "pour le", WAY_BY },      { "pour", WAY_BY },          { "tot", WAY_BY },
	{ "before", WAY_SELF },     { "avant", WAY_SELF },       { "vor", WAY_SELF },
	{ "voor", WAY_SELF },       { "antes", WAY_SELF },       { "within", WAY_SELF },
	{ "entro", WAY_BY },
	{ "binnen", WAY_SELF },     { "eod", WAY_SELF },         { "cob", WAY_SELF },
	{ "eow", WAY_SELF },        { "eom", WAY_SELF },         { "eoq", WAY_SELF },
	{ "eoy", WAY_SELF },
};
/* clang-format on */

/* What ends one part in a list of several. */
static const char *const commas[] = { ",", ";", "|", "、", "，", "；" };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

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

bool
dates_is_emphasis(char c)
{
	return c == '*' || c == '_';
}

size_t
dates_skip_emphasis(str text, size_t at)
{
	while (at < text.length && (is_blank(text.bytes[at]) || dates_is_emphasis(text.bytes[at])))
		at++;
	return at;
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
	size_t colon = dates_skip_emphasis(text, at);
	str rest = str_skip(text, colon);
	size_t size = str_starts(rest, STR(":")) ? 1 : str_starts(rest, STR("：")) ? 3 : 0;
	if (str_starts(rest, STR("::")))
		size = 0;
	return size ? colon + size : at;
}

/* `text` ends where the sentence does; the trigger begins at `at`. */
static bool
read_trigger(str text, size_t at, struct dates_part *part)
{
	size_t length, further;
	const struct trigger *trigger = find_trigger(str_skip(text, at), &length);
	if (!trigger)
		return false;
	size_t behind = at + length, colon = skip_colon(text, behind);
	bool labelled = colon > behind && trigger->way <= WAY_COLON;
	if (trigger->way == WAY_COLON && !labelled)
		return false;
	size_t words = dates_skip_emphasis(text, colon);
	const struct trigger *by = words < text.length && trigger->way == WAY_LABEL
					   ? find_trigger(str_skip(text, words), &further)
					   : NULL;
	if (by && (by->way == WAY_BY || by->way == WAY_AMOUNT))
		words = dates_skip_emphasis(text, words + further);
	if (trigger->way == WAY_SELF)
		words = at;
	if (trigger->way == WAY_AMOUNT && dates_amount(str_skip(text, words)))
		return false;
	size_t end = words < text.length ? end_words(text, words, labelled) : 0;
	*part = (struct dates_part){ at, end, words, end };
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

bool
dates_find_triggered(str text, size_t from, struct dates_part *part)
{
	uint32_t letters = trigger_letters();
	if (text.length - from > DATES_WINDOW)
		from = text.length - DATES_WINDOW;
	for (size_t at = from; at < text.length; at++)
		if (may_begin(letters, text.bytes[at]) && begins_word(text, at) &&
			read_trigger(text, at, part))
			return true;
	return false;
}
