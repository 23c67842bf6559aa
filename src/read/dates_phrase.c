#include "read/dates_phrase.h"

#include <assert.h>
#include <string.h>

struct reader {
	struct dates_phrase *phrase;
	str text; /* folded */
	size_t at;
};

static bool
add(struct dates_phrase *phrase, char kind, int value)
{
	if (phrase->count == DATES_SHAPE)
		return false;
	phrase->values[phrase->count] = value;
	phrase->shape[phrase->count++] = kind;
	return true;
}

static void
cut(struct dates_phrase *phrase, size_t from, size_t to)
{
	size_t behind = phrase->count - to;
	memmove(&phrase->shape[from], &phrase->shape[to], behind);
	memmove(&phrase->values[from], &phrase->values[to], behind * sizeof(*phrase->values));
	phrase->count -= to - from;
	/* All of it: what is added later has to end there, too. */
	memset(&phrase->shape[phrase->count], '\0', to - from);
}

static char
last(const struct dates_phrase *phrase)
{
	return phrase->count ? phrase->shape[phrase->count - 1] : '\0';
}

static bool
ends(const struct dates_phrase *phrase, const char *shape)
{
	return str_ends((str){ phrase->shape, phrase->count }, str_from(shape));
}

static bool
is_word_byte(char c)
{
	return is_letter(c) || c == '\'' || (unsigned char)c >= 0x80;
}

static char
byte_at(const struct reader *reader, size_t at)
{
	return at < reader->text.length ? reader->text.bytes[at] : ' ';
}

static str
take_run(struct reader *reader, bool (*belongs)(char))
{
	size_t from = reader->at;
	while (reader->at < reader->text.length && belongs(reader->text.bytes[reader->at]))
		reader->at++;
	return str_slice(reader->text, from, reader->at);
}

static bool
read_number(struct reader *reader)
{
	str digits = take_run(reader, is_digit);
	int number;
	if (digits.length > 4 || digits.length == 3 || !str_number(digits, 9999, &number))
		return false;
	return add(reader->phrase, digits.length == 4 ? 'y' : 'n', number);
}

/* An hour, and perhaps minutes, with "pm" behind. */
static void
drop_hour(struct dates_phrase *phrase)
{
	size_t parts = ends(phrase, "n:n") ? 3 : last(phrase) == 'n' ? 1 : 0;
	cut(phrase, phrase->count - parts, phrase->count);
}

/* "下周五", "来週火曜", "本周五": the week stands in front of its day, in one word. */
static bool
read_day_of_week(struct dates_phrase *phrase, str run)
{
	static const struct {
		const char *week;
		enum dates_kind kind;
	} weeks[] = { { "下", DATES_NEXT }, { "来週の", DATES_NEXT }, { "来週", DATES_NEXT },
		{ "本", DATES_THIS }, { "这", DATES_THIS }, { "今週の", DATES_THIS },
		{ "今週", DATES_THIS } };
	struct dates_word day;
	for (size_t i = 0; i < sizeof(weeks) / sizeof(*weeks); i++) {
		str week = str_from(weeks[i].week);
		if (str_starts(run, week) && dates_find_word(str_skip(run, week.length), &day) &&
			day.kind == DATES_WEEKDAY)
			return add(phrase, (char)weeks[i].kind, 0) &&
			       add(phrase, DATES_UNIT, DATES_IN_WEEKS) &&
			       add(phrase, DATES_WEEKDAY, day.value);
	}
	return false;
}

static bool
read_word(struct reader *reader)
{
	struct dates_phrase *phrase = reader->phrase;
	bool behind_digit = reader->at && is_digit(byte_at(reader, reader->at - 1));
	struct dates_word word;
	str run = take_run(reader, is_word_byte);
	if (!dates_find_word(run, &word))
		return read_day_of_week(phrase, run);
	switch (word.kind) {
	case DATES_FILLER:
		return true;
	case DATES_ORDINAL:
		phrase->ordinal = phrase->ordinal || behind_digit;
		return behind_digit || !phrase->count;
	case DATES_CLOCK:
		drop_hour(phrase);
		return true;
	case DATES_BEFORE:
		phrase->before = true;
		return phrase->count == 0;
	default:
		return add(phrase, (char)word.kind, word.value);
	}
}

static bool
read_mark(struct reader *reader)
{
	char mark = byte_at(reader, reader->at++);
	switch (mark) {
	case ' ':
	case ',':
	case '*':
	case '_':
	case '(':
	case ')':
	case '[':
	case ']':
		return true;
	case '.':
		return last(reader->phrase) != 'n' || add(reader->phrase, '.', 0);
	case '-':
		if (reader->at < 2 || byte_at(reader, reader->at - 2) == ' ' ||
			byte_at(reader, reader->at) == ' ')
			return false;
		return add(reader->phrase, '-', 0);
	case '/':
	case ':':
		return add(reader->phrase, mark, 0);
	default:
		return false;
	}
}

/* "Montag-", "segunda-feira": the word behind the mark was a filler. */
static void
drop_last_mark(struct dates_phrase *phrase)
{
	if (ends(phrase, "n."))
		phrase->ordinal = true;
	if (last(phrase) == '.' || last(phrase) == '-')
		cut(phrase, phrase->count - 1, phrase->count);
}

static void
drop_times(struct dates_phrase *phrase)
{
	for (char *time; (time = strstr(phrase->shape, "n:n"));)
		cut(phrase, (size_t)(time - phrase->shape), (size_t)(time - phrase->shape) + 3);
	for (char *day; (day = strstr(phrase->shape, "eu"));) {
		size_t at = (size_t)(day - phrase->shape);
		if (phrase->values[at + 1] != DATES_IN_DAYS)
			break;
		phrase->shape[at] = DATES_LATE;
		cut(phrase, at + 1, at + 2);
	}
	for (char *late; phrase->count > 1 && (late = strchr(phrase->shape, DATES_LATE));)
		cut(phrase, (size_t)(late - phrase->shape), (size_t)(late - phrase->shape) + 1);
}

/* The weekday before or behind a date; "(月)" and "(日)" are Monday and Sunday there. */
static void
take_weekday(struct dates_phrase *phrase)
{
	size_t end = phrase->count - 1;
	char kind = last(phrase);
	if (!strchr(phrase->shape, 'n') || phrase->count < 3)
		return;
	if (phrase->shape[0] == DATES_WEEKDAY) {
		phrase->weekday = phrase->values[0];
		cut(phrase, 0, phrase->shape[1] == '.' ? 2 : 1);
	} else if (kind == DATES_WEEKDAY) {
		phrase->weekday = phrase->values[end];
		cut(phrase, end, end + 1);
	} else if (ends(phrase, "DD") || ends(phrase, "DM")) {
		phrase->weekday = kind == DATES_DAY_SIGN ? 6 : 0;
		cut(phrase, end, end + 1);
	}
}

bool
dates_read_phrase(str text, struct dates_phrase *phrase)
{
	char folded[DATES_PHRASE];
	*phrase = (struct dates_phrase){ .weekday = -1 };
	if (text.length > DATES_PHRASE)
		return false;
	struct reader reader = { phrase, { folded, dates_fold(text, folded, sizeof(folded)) }, 0 };
	while (reader.at < reader.text.length) {
		char c = byte_at(&reader, reader.at);
		bool known = is_digit(c)       ? read_number(&reader)
			     : is_word_byte(c) ? read_word(&reader)
					       : read_mark(&reader);
		if (!known)
			return false;
	}
	drop_last_mark(phrase);
	drop_times(phrase);
	take_weekday(phrase);
	return phrase->count > 0;
}

int
dates_value(const struct dates_phrase *phrase, char kind)
{
	const char *part = strchr(phrase->shape, kind);
	assert(part);
	return phrase->values[part - phrase->shape];
}
