#include "read/mention.h"

#include "base/link.h"
#include "base/utf8.h"
#include "read/dates_phrase.h"
#include "read/entries.h"
#include "read/label.h"

#include <limits.h>
#include <stdlib.h>

enum {
	WORDS_MOST = 6,
	LINK_MOST = 256,
	EAST = 0x2E80, /* from here on scripts have neither capitals nor, mostly, blanks */
	EAST_WORDS = 2,
	EAST_LETTERS = 3 /* of a given name */
};

/* Small words that stand inside a name. */
static const char *const particles[] = { "van", "von", "der", "den", "de", "del", "della", "da",
	"di", "bin", "ibn", "al", "el", "la", "le", "ter", "ten", "dos", "du", "zu", "af" };

/* Words with a capital that no name goes on with. */
static const char *const stops[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
	"Saturday", "Sunday", "Today", "Tomorrow", "ASAP", "EOD", "EOW", "TBD", "TBC", "Due", "By",
	"To", "Will", "And", "Or" };

/* What stands behind an @ in programs and their documents. */
static const char *const annotations[] = { "Beta", "Deprecated", "Experimental", "Incubating",
	"Inject", "Internal", "NotNull", "Nullable", "Override", "Test", "import", "media", "param",
	"return", "returns", "ts-ignore" };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* The words at the start of a text, one space apart. */
struct words {
	size_t ends[WORDS_MOST];
	size_t count;
};

static int
compare_keys(const void *left, const void *right)
{
	return str_compare(*(const str *)left, *(const str *)right);
}

struct people
people_make(struct arena *arena, strs names)
{
	struct people people = { 0 };
	str *keys = arena_array(arena, names.count, sizeof(*keys));
	for (size_t i = 0; i < names.count; i++) {
		keys[i] = utf8_fold(arena, names.items[i]);
		size_t words = 1;
		for (size_t at = 0; at < keys[i].length; at++)
			words += keys[i].bytes[at] == ' ';
		if (words > people.most_words)
			people.most_words = words;
	}
	if (names.count)
		qsort(keys, names.count, sizeof(*keys), compare_keys);
	people.keys = (strs){ keys, names.count };
	return people;
}

bool
people_know(struct arena *arena, const struct people *people, str name)
{
	if (!people->keys.count)
		return false;
	str key = utf8_fold(arena, name);
	return bsearch(&key, people->keys.items, people->keys.count, sizeof(key), compare_keys);
}

static bool
is_part_of_word(uint32_t code)
{
	return utf8_is_letter(code) || utf8_is_digit(code) || utf8_is_mark(code);
}

static bool
joins_parts(uint32_t code)
{
	return code == '.' || code == '\'' || code == '-' || code == '_' || code == 0x2019 ||
	       code == 0x2010 || code == 0x2011;
}

/* Whether the stop behind a word belongs to it: "J.", "A.P.", and "Dr." in front of a name. */
static bool
has_stop(str word, size_t letters, str behind)
{
	if (!str_starts(behind, STR(".")))
		return false;
	return letters == 1 || (letters > 1 && word.bytes[word.length - 2] == '.') ||
	       (str_starts(behind, STR(". ")) && mention_is_title(word));
}

/* The word that the text starts with, in bytes: letters, digits, and what joins them. */
static size_t
word_length(str text)
{
	str rest = text;
	size_t length = 0, letters = 0;
	uint32_t code;
	while (utf8_next(&rest, &code)) {
		if (is_part_of_word(code)) {
			length = text.length - rest.length;
			letters++;
		} else if (!letters || !joins_parts(code)) {
			break;
		}
	}
	return length + has_stop(str_slice(text, 0, length), letters, str_skip(text, length));
}

static struct words
split_words(str text)
{
	struct words words = { 0 };
	for (size_t at = 0; words.count < WORDS_MOST;) {
		size_t length = word_length(str_skip(text, at));
		if (!length)
			break;
		at = words.ends[words.count++] = at + length;
		size_t size = 0;
		if (at == text.length || !utf8_is_space(utf8_first(str_skip(text, at), &size)))
			break;
		at += size;
	}
	return words;
}

static str
word_at(str text, const struct words *words, size_t i)
{
	return str_trim_space(str_slice(text, i ? words->ends[i - 1] : 0, words->ends[i]));
}

/* A letter that is not small; in scripts without case each letter is. `al-Rashid`, `d'Arc` too. */
static bool
is_capital(str word)
{
	uint32_t code;
	bool starts = true;
	for (size_t count = 0; count < 5 && utf8_next(&word, &code); count++) {
		if (starts && utf8_is_letter(code) && !utf8_is_lower(code))
			return true;
		if (starts && count && !utf8_is_letter(code))
			return false;
		if (!count && !utf8_is_letter(code))
			return false;
		starts = joins_parts(code) && code != '_' && code != '.';
	}
	return false;
}

/* "Speaker 3": what transcripts call those they do not know. */
static bool
is_numbered(str word, str before)
{
	int number;
	return str_equal_nocase(before, STR("Speaker")) && str_number(word, 99, &number);
}

/* How many words from the first are a name by their capitals. */
static size_t
capital_run(str text, const struct words *words)
{
	size_t run = 0;
	for (size_t i = 0; i < words->count; i++) {
		str word = word_at(text, words, i);
		if (i && str_is_one_of(word, stops, COUNT(stops)))
			break;
		if (is_capital(word) || (i && is_numbered(word, word_at(text, words, i - 1))))
			run = i + 1;
		else if (!str_is_one_of(word, particles, COUNT(particles)))
			break;
	}
	return run;
}

/* How many words from the first are somebody who is known; the longest such run. */
static size_t
known_run(struct arena *arena, str text, const struct words *words, const struct people *people)
{
	size_t run = words->count < people->most_words ? words->count : people->most_words;
	while (run > 0 && !people_know(arena, people, str_slice(text, 0, words->ends[run - 1])))
		run--;
	return run;
}

static bool
is_at_end(str rest)
{
	rest = str_trim_space(rest);
	return !rest.length || rest.bytes[0] == ')' || rest.bytes[0] == '*';
}

/* "佐藤 太郎" at the end is a name, of "佐藤 資料を送る" only the first word is. */
static size_t
east_run(str text, const struct words *words, size_t run)
{
	size_t size, letters = 0;
	uint32_t code;
	if (run < EAST_WORDS || utf8_first(text, &size) < EAST)
		return run;
	for (str word = word_at(text, words, 1); utf8_next(&word, &code);)
		letters++;
	bool name = run == EAST_WORDS && letters <= EAST_LETTERS &&
		    is_at_end(str_skip(text, words->ends[run - 1]));
	return name ? run : 1;
}

/* "November 12, 2025", as Notion writes days. */
static bool
begins_day(str text)
{
	text = str_slice(text, 0, DATES_PHRASE + 1);
	size_t blank = str_find_char(text, ' ');
	str number = blank == STR_NONE ? (str){ 0 } : str_skip(text, blank + 1);
	size_t digits = 0;
	while (digits < number.length && is_digit(number.bytes[digits]))
		digits++;
	return digits && dates_sense(str_slice(text, 0, blank + 1 + digits)) == DATES_CALENDAR;
}

/* The length of the name that the text starts with, behind its @; 0: it is none. */
static size_t
name_length(struct arena *arena, str text, const struct people *people)
{
	struct words words = split_words(text);
	size_t size;
	if (!words.count || utf8_is_digit(utf8_first(text, &size)) || begins_day(text))
		return 0;
	size_t run = east_run(text, &words, capital_run(text, &words));
	if (!run || !is_at_end(str_skip(text, words.ends[run - 1]))) {
		size_t known = known_run(arena, text, &words, people);
		run = known ? known : run;
	}
	size_t length = words.ends[run ? run - 1 : 0];
	str name = str_slice(text, 0, length), rest = str_skip(text, length);
	bool other = rest.length && !str_starts(rest, STR("/@")) &&
		     (rest.bytes[0] == '/' || rest.bytes[0] == '@' || rest.bytes[0] == '(');
	bool annotation = str_is_one_of(name, annotations, COUNT(annotations)) &&
			  !people_know(arena, people, name);
	bool genitive = str_ends(name, STR("'s")) || str_ends(name, STR("\u2019s"));
	return other || genitive || annotation ? 0 : length;
}

/* `text` begins with [[. */
static bool
read_link(str text, struct mention *mention)
{
	str inside = str_slice(text, 2, LINK_MOST);
	size_t end = str_find(inside, STR("]]"));
	if (end == STR_NONE)
		return false;
	mention->name = link_name(str_slice(inside, 0, end));
	mention->to = mention->from + 2 + end + 2;
	return mention->name.length > 0;
}

/* "@Ada Park/" in front of "@Ravi". */
static bool
ends_in_name(str before)
{
	size_t at = str_ends(before, STR("/")) ? str_find_last_char(before, '@') : STR_NONE;
	if (at == STR_NONE)
		return false;
	str name = str_slice(before, at + 1, before.length - 1);
	struct words words = split_words(name);
	return words.count && words.ends[words.count - 1] == name.length &&
	       (words.count == 1 || capital_run(name, &words) == words.count);
}

/* An @ behind a letter or the like belongs to an address or a path. */
static bool
may_start(str before)
{
	if (str_equal(before, STR("_")) || str_ends(before, STR(" _")))
		return true;
	if (!before.length || ends_in_name(before))
		return true;
	size_t size;
	uint32_t code = utf8_last(before, &size);
	return !is_part_of_word(code) && code != '.' && code != '_' && code != '/' &&
	       code != '\\' && code != '=' && code != '@' && code != '#';
}

/* `text` holds an @ at `from`. */
static bool
read_marked(struct arena *arena, str text, const struct people *people, struct mention *mention)
{
	str rest = str_skip(text, mention->from + 1);
	mention->marked = true;
	if (!may_start(str_slice(text, 0, mention->from)))
		return false;
	if (str_starts(rest, STR("[["))) {
		if (!read_link(rest, mention))
			return false;
		mention->to++;
		return true;
	}
	size_t length = name_length(arena, rest, people);
	mention->name = str_slice(rest, 0, length);
	mention->to = mention->from + 1 + length;
	return length > 0;
}

static bool
read_mention(struct arena *arena, str text, const struct people *people, struct mention *mention)
{
	if (text.bytes[mention->from] == '@')
		return read_marked(arena, text, people, mention);
	str rest = str_skip(text, mention->from);
	return str_starts(rest, STR("[[")) && read_link(rest, mention);
}

/* Takes the emphasis around it into the mention. */
static void
widen(str text, struct mention *mention)
{
	while (mention->from > 0 && mention->to < text.length &&
		str_find_char(STR("*_"), text.bytes[mention->from - 1]) != STR_NONE &&
		text.bytes[mention->to] == text.bytes[mention->from - 1]) {
		mention->from--;
		mention->to++;
	}
}

/* Behind the code span that begins at `at`, or behind the backtick that begins none. */
static size_t
skip_code(str text, size_t at)
{
	size_t end = str_find_char(str_skip(text, at + 1), '`');
	return end == STR_NONE ? at + 1 : at + 1 + end + 1;
}

/* Where the next thing begins that may be a mention or a code span. */
static size_t
find_sign(str text, size_t at)
{
	static const bool signs[UCHAR_MAX + 1] = { ['@'] = true, ['['] = true, ['`'] = true };
	while (at < text.length && !signs[(unsigned char)text.bytes[at]])
		at++;
	return at;
}

struct mentions
mention_find(struct arena *arena, str text, const struct people *people)
{
	struct mentions found = { 0 };
	if (str_find_char(text, '@') == STR_NONE && str_find_char(text, '[') == STR_NONE)
		return found;
	for (size_t at = find_sign(text, 0); at < text.length; at = find_sign(text, at)) {
		struct mention mention = { .from = at };
		if (text.bytes[at] == '`') {
			at = skip_code(text, at);
		} else if (read_mention(arena, text, people, &mention)) {
			widen(text, &mention);
			*list_add(arena, &found) = mention;
			at = mention.to;
		} else {
			at++;
		}
	}
	return found;
}

size_t
mention_name_words(str text)
{
	struct words words = split_words(text);
	if (!words.count || words.ends[words.count - 1] != text.length)
		return 0;
	for (size_t i = 0; i < text.length; i++)
		if (is_digit(text.bytes[i]))
			return 0;
	return capital_run(text, &words) == words.count ? words.count : 0;
}

str
mention_undress(str text)
{
	text = entries_unquote(str_slice(text, 0, str_find_char(text, '<')));
	text = label_unwrap(str_trim_space(str_slice(text, 0, str_find(text, STR(" (")))));
	str inside;
	if (link_find(text, &inside))
		text = link_name(inside);
	return str_trim_space(str_skip(text, str_starts(text, STR("@"))));
}
