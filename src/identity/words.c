#include "identity/words.h"

#include "base/utf8.h"

#define END(text) text, sizeof(text) - 1
#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* clang-format off */
/* What is cut, what is put in its place, and how much must remain before it: by the last letter,
 * then the longest first. */
static const struct ending {
	const char *end;
	size_t length;
	const char *put;
	size_t remain;
} endings[] = {
	{ END("ated"), "", 4 }, { END("ed"), "", 4 },
	{ END("ierte"), "ier", 4 }, { END("ate"), "", 4 }, { END("e"), "", 4 },
	{ END("ating"), "", 4 }, { END("ing"), "", 4 },
	{ END("ierten"), "ier", 4 }, { END("ation"), "", 4 }, { END("ion"), "", 4 },
	{ END("en"), "", 4 },
	{ END("er"), "", 4 },
	{ END("iertes"), "ier", 4 }, { END("ations"), "", 4 }, { END("ments"), "", 4 },
	{ END("ates"), "", 4 }, { END("etes"), "", 4 }, { END("ings"), "", 4 },
	{ END("ions"), "", 4 }, { END("ies"), "y", 4 }, { END("es"), "", 4 },
	{ END("s"), "", 3 },
	{ END("iert"), "ier", 4 }, { END("ment"), "", 4 },
};
/* clang-format on */

/* Characters of a long word that are looked at, and of a month or a day of the week. */
enum { TELLING = 5, CALENDAR_TELLING = 3 };

/* About as many bytes as a word takes, with the blank behind it. */
enum { WORD_LENGTH = 5 };

struct range {
	uint32_t first, last;
};

/* Letters that are written without spaces between words, or with endings grown onto them. */
static const struct range pieces[] = {
	{ 0x0E00, 0x0EFF }, /* Thai, Lao */
	{ 0x1000, 0x109F }, /* Burmese */
	{ 0x1780, 0x17FF }, /* Khmer */
	{ 0x3040, 0x30FF }, /* kana */
	{ 0x3400, 0x9FFF }, /* Han */
	{ 0xAC00, 0xD7A3 }, /* Hangul */
	{ 0xF900, 0xFAFF },
	{ 0x20000, 0x3FFFF },
};

enum letter { LETTER_NONE, LETTER_WORD, LETTER_PIECE, LETTER_DIGIT };

static enum letter
letter_of_wide(uint32_t code)
{
	if (utf8_is_digit(code))
		return LETTER_DIGIT;
	if (!utf8_is_letter(code) && !utf8_is_mark(code))
		return LETTER_NONE;
	for (size_t i = 0; i < COUNT(pieces); i++)
		if (code >= pieces[i].first && code <= pieces[i].last)
			return LETTER_PIECE;
	return LETTER_WORD;
}

static inline enum letter
letter_of(uint32_t code)
{
	if (code >= 0x80)
		return letter_of_wide(code);
	return is_letter((char)code)  ? LETTER_WORD
	       : is_digit((char)code) ? LETTER_DIGIT
				      : LETTER_NONE;
}

static bool
is_apostrophe(uint32_t code)
{
	return code == '\'' || code == 0x2019 || code == 0x02BC || code == 0xFF07;
}

/* "class" and "status" keep their s. */
static bool
is_plural(str word)
{
	return !str_ends(word, STR("ss")) && !str_ends(word, STR("us")) &&
	       !str_ends(word, STR("is"));
}

static char
last_letter(const struct ending *ending)
{
	return ending->end[ending->length - 1];
}

/* Of a word in plain letters. */
static str
cut_ending(struct arena *arena, str word)
{
	const struct ending *ending = endings, *end = endings + COUNT(endings);
	char last = word.length ? word.bytes[word.length - 1] : '\0';
	while (ending < end && last_letter(ending) < last)
		ending++;
	for (; ending < end && last_letter(ending) == last; ending++) {
		str cut = { ending->end, ending->length };
		if (word.length < cut.length + ending->remain || !str_ends(word, cut) ||
			(str_equal(cut, STR("s")) && !is_plural(word)))
			continue;
		str stem = str_slice(word, 0, word.length - cut.length);
		return ending->put[0] ? str_format(arena, "%.*s%s", STR_ARG(stem), ending->put)
				      : stem;
	}
	return word;
}

/* The first characters of a text. */
static str
beginning(str text, size_t most, bool plain)
{
	str rest = text;
	if (plain)
		return str_slice(text, 0, most);
	for (uint32_t code; most && utf8_next(&rest, &code); most--)
		;
	return str_slice(text, 0, text.length - rest.length);
}

/*
 * What a word is compared by. Languages grow endings of many kinds ("skanery", "skanerów";
 * "comparar", "comparação"), so long words are told apart by how they begin; "Feb" is "February".
 */
static struct word
make_word(str stem, bool plain)
{
	bool code = is_digit(stem.bytes[stem.length - 1]);
	enum word_kind kind = code ? WORD_CODE : word_kind_of(stem);
	if (kind == WORD_PLAIN && beginning(stem, 1, plain).length == stem.length)
		kind = WORD_EMPTY;
	if (kind == WORD_PLAIN)
		stem = beginning(stem, TELLING, plain);
	else if (kind == WORD_MONTH || kind == WORD_WEEKDAY)
		stem = beginning(stem, CALENDAR_TELLING, plain);
	return (struct word){ .text = stem, .kind = kind };
}

struct reader {
	struct arena *arena;
	struct words *words;
	str text, rest;
	const char *lower; /* the text with its capitals of ASCII made small */
	bool apostrophe;   /* just passed */
};

/* A part of the text as it is compared. */
static str
fold(struct reader *reader, str part)
{
	if (!utf8_is_plain(part))
		return utf8_fold(reader->arena, part);
	return (str){ reader->lower + (part.bytes - reader->text.bytes), part.length };
}

/* How many letters of ASCII the text begins with. */
static size_t
count_letters(str text)
{
	size_t count = 0;
	while (count < text.length && is_letter(text.bytes[count]))
		count++;
	return count;
}

/* Letters of ASCII and what ends a word behind them, as most words are. */
static bool
take_plain(struct reader *reader, str *word)
{
	str rest = reader->rest;
	size_t length = count_letters(rest);
	bool ends = length == rest.length ||
		    ((unsigned char)rest.bytes[length] < 0x80 && !is_digit(rest.bytes[length]));
	*word = str_slice(rest, 0, length);
	reader->rest = str_skip(rest, ends ? length : 0);
	return ends;
}

/* Takes characters of the class `letter` off the front; digits may follow letters of words. */
static str
take_run(struct reader *reader, enum letter letter)
{
	str start = reader->rest, plain;
	bool digit = false;
	if (letter == LETTER_WORD && take_plain(reader, &plain))
		return plain;
	while (reader->rest.length) {
		size_t size;
		uint32_t code = utf8_first(reader->rest, &size);
		enum letter next = letter_of(code);
		if (next != letter && (code < 0x80 || !utf8_is_mark(code)) &&
			!(letter == LETTER_WORD && next == LETTER_DIGIT))
			break;
		/* "kw45" is one word, "8nov" and "v2beta" end with the digits. */
		if (digit && next != LETTER_DIGIT)
			break;
		digit = letter == LETTER_WORD && next == LETTER_DIGIT;
		reader->rest = str_skip(reader->rest, size);
	}
	return str_slice(start, 0, start.length - reader->rest.length);
}

static void
add_word(struct reader *reader, struct word word)
{
	*list_add(reader->arena, reader->words) = word;
}

/* "2025-11-08", "8/11", "8.11.2025" and "10:30" are days and times, "3.5" and "1,000" numbers. */
static void
read_number(struct reader *reader)
{
	str digits = take_run(reader, LETTER_DIGIT);
	size_t joints = 0;
	bool date = false;
	while (reader->rest.length > 1 && is_digit(reader->rest.bytes[1]) &&
		str_find_char(STR("-/.:,"), reader->rest.bytes[0]) != STR_NONE) {
		char joint = reader->rest.bytes[0];
		date = date || joint == '-' || joint == '/' || joint == ':' ||
		       (joint == '.' && ++joints > 1);
		reader->rest = str_skip(reader->rest, 1);
		str more = take_run(reader, LETTER_DIGIT);
		digits.length = (size_t)(more.bytes - digits.bytes) + more.length;
	}
	if (!date)
		add_word(
			reader, (struct word){ .text = fold(reader, digits), .kind = WORD_NUMBER });
}

static bool
at_apostrophe(str text)
{
	size_t size;
	return text.length && is_apostrophe(utf8_first(text, &size));
}

static void
read_word(struct reader *reader)
{
	bool first = !reader->words->count;
	bool apostrophe = reader->apostrophe;
	str written = take_run(reader, LETTER_WORD);
	/* The little words that an apostrophe joins: "l'", "'s", "'ll". */
	if (written.length <= 2 && (apostrophe || at_apostrophe(reader->rest)))
		return;
	size_t size;
	bool name = !first && utf8_is_upper(utf8_first(written, &size));
	str stem = fold(reader, written);
	bool plain = utf8_is_plain(stem);
	if (plain)
		stem = cut_ending(reader->arena, stem);
	if (!stem.length)
		return;
	struct word word = make_word(stem, plain);
	word.name = name;
	add_word(reader, word);
}

static bool
is_hiragana(uint32_t code)
{
	return code >= 0x3040 && code < 0x30A0;
}

/* Each two neighbours are a piece; hiragana is mostly grammar. */
static void
read_pieces(struct reader *reader)
{
	str run = utf8_fold(reader->arena, take_run(reader, LETTER_PIECE));
	size_t size = 0, more = 0;
	for (bool first = true; run.length; first = false) {
		uint32_t code = utf8_first(run, &size);
		str rest = str_skip(run, size);
		uint32_t next = rest.length ? utf8_first(rest, &more) : code;
		bool grammar = is_hiragana(code) || is_hiragana(next);
		if (rest.length || first)
			add_word(reader, (struct word){ .text = str_slice(run, 0,
								rest.length ? size + more : size),
						 .kind = grammar ? WORD_EMPTY : WORD_PIECE });
		run = rest;
	}
}

/* A tag: # at the start or after a space, and something that is no digit behind it. */
static bool
skip_tag(struct reader *reader)
{
	str rest = reader->rest;
	bool start = rest.bytes == reader->text.bytes || is_blank(rest.bytes[-1]);
	if (rest.bytes[0] != '#' || !start || rest.length < 2 || is_digit(rest.bytes[1]))
		return false;
	size_t size;
	while (reader->rest.length && !utf8_is_space(utf8_first(reader->rest, &size)))
		reader->rest = str_skip(reader->rest, size);
	return true;
}

static const char *
lower_plain(struct arena *arena, str text)
{
	char *bytes = str_terminated(arena, text);
	for (size_t i = 0; i < text.length; i++)
		bytes[i] = to_lower(bytes[i]);
	return bytes;
}

void
words_read(struct arena *arena, str text, struct words *words)
{
	struct reader reader = { .arena = arena, .words = words, .text = text, .rest = text };
	reader.lower = lower_plain(arena, text);
	words->capacity = 4 + text.length / WORD_LENGTH;
	words->items = arena_array(arena, words->capacity, sizeof(*words->items));
	while (reader.rest.length) {
		size_t size;
		uint32_t code = utf8_first(reader.rest, &size);
		switch (letter_of(code)) {
		case LETTER_WORD:
			read_word(&reader);
			break;
		case LETTER_PIECE:
			read_pieces(&reader);
			break;
		case LETTER_DIGIT:
			read_number(&reader);
			break;
		case LETTER_NONE:
			if (!skip_tag(&reader))
				reader.rest = str_skip(reader.rest, size);
			break;
		}
		reader.apostrophe = is_apostrophe(code);
	}
}

/* Copies the letters and digits of ASCII that the text begins with, and gives their number. */
static size_t
copy_plain(char *to, str text)
{
	size_t count = 0;
	for (; count < text.length; count++) {
		if (!is_letter(text.bytes[count]) && !is_digit(text.bytes[count]))
			break;
		to[count] = text.bytes[count];
	}
	return count;
}

str
words_key(struct arena *arena, str text)
{
	str rest = utf8_fold(arena, text);
	char *key = arena_alloc(arena, rest.length + 1);
	size_t length = 0;
	bool gap = false;
	while (rest.length) {
		size_t size;
		uint32_t code = utf8_first(rest, &size);
		if (letter_of(code) == LETTER_NONE) {
			gap = gap || !is_apostrophe(code);
		} else {
			if (gap && length)
				key[length++] = ' ';
			gap = false;
			if (code < 0x80)
				size = copy_plain(key + length, rest);
			else
				memcpy(key + length, rest.bytes, size);
			length += size;
		}
		rest = str_skip(rest, size);
	}
	return (str){ key, length };
}
