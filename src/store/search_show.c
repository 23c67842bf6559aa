#include "store/search_show.h"

#include "base/utf8.h"
#include "store/call.h"
#include "store/search.h"
#include "store/search_word.h"

#include <stdlib.h>

/* Characters of a snippet, and how many of them stand before the words; matches looked at for it.
 */
enum {
	SNIPPET_MOST = 140,
	SNIPPET_BEFORE = 40,
	MATCHES_MOST = 64,
	TERMS_MOST = 64,
	LISTED_MOST = 256 /* spellings of what was found */
};

/* A term as words; kept as long as the statement runs. */
struct sought {
	struct arena arena;
	size_t count;
	struct {
		LIST(str)
		bool starred;
	} terms[TERMS_MOST];
};

/* A term where it stands in a text. */
struct match {
	str text; /* a view */
	size_t term;
};

static void *
make_sought(str typed)
{
	struct sought *sought = memory_alloc(sizeof(*sought));
	*sought = (struct sought){ 0 };
	str rest = utf8_fold(&sought->arena, typed), word;
	for (struct search_term term;
		sought->count < TERMS_MOST && search_next_term(&rest, &term);) {
		while (search_next_word(&term.text, &word))
			*list_add(&sought->arena, &sought->terms[sought->count]) = word;
		sought->terms[sought->count].starred = term.starred;
		sought->count += sought->terms[sought->count].count > 0;
	}
	return sought;
}

static void
forget_sought(void *made)
{
	struct sought *sought = made;
	arena_free(&sought->arena);
	free(sought);
}

static struct sought *
sought_of(struct call *call, int argument)
{
	return call_kept(call, argument, make_sought, forget_sought);
}

/* Whether the term stands where `text` begins, with a word; its length there, else 0. */
static size_t
match_term(struct arena *arena, const struct sought *sought, size_t term, str text)
{
	str rest = text, word = { 0 };
	for (size_t i = 0; i < sought->terms[term].count; i++) {
		bool starred = sought->terms[term].starred && i + 1 == sought->terms[term].count;
		str wanted = sought->terms[term].items[i];
		if (!search_next_word(&rest, &word))
			return 0;
		str key = utf8_fold(arena, word);
		if (starred ? !str_starts(key, wanted) : !str_equal(key, wanted))
			return 0;
	}
	return (size_t)(word.bytes + word.length - text.bytes);
}

/* The next match, taken off the front of `*rest` with all before it; false: there is none. */
static bool
next_match(struct arena *arena, const struct sought *sought, str *rest, struct match *match)
{
	str word;
	while (search_next_word(rest, &word)) {
		str here = { word.bytes, word.length + rest->length };
		arena_reset(arena);
		for (size_t term = 0; term < sought->count; term++) {
			size_t length = match_term(arena, sought, term, here);
			if (!length)
				continue;
			*match = (struct match){ str_slice(here, 0, length), term };
			*rest = str_skip(here, length);
			return true;
		}
	}
	return false;
}

static size_t
count_terms(struct arena *arena, const struct sought *sought, str text)
{
	bool found[TERMS_MOST] = { 0 };
	size_t count = 0;
	for (struct match match; next_match(arena, sought, &text, &match);) {
		count += !found[match.term];
		found[match.term] = true;
	}
	return count;
}

/* search_line(title, text, typed) */
static void
call_line(struct call *call)
{
	const struct sought *sought = sought_of(call, 2);
	str rest = call_text(call, 1), line;
	size_t most = count_terms(call_arena(call), sought, call_text(call, 0));
	long long number = 0, best = 0;
	while (most < sought->count && str_next_line(&rest, &line)) {
		number++;
		size_t count = line.length ? count_terms(call_arena(call), sought, line) : 0;
		if (count > most) {
			most = count;
			best = number;
		}
	}
	call_give_number(call, best);
}

/* The line of a text with this number, from 1; 0: the text. */
static str
find_line(str text, long long number)
{
	str line = text;
	for (long long i = 0; i < number && str_next_line(&text, &line); i++)
		;
	return line;
}

/* Moves the end of a text on by so many characters, or back. */
static size_t
move(str text, size_t at, int characters)
{
	for (; characters > 0 && at < text.length; characters--)
		do
			at++;
		while (at < text.length && ((unsigned char)text.bytes[at] & 0xC0) == 0x80);
	for (; characters < 0 && at > 0; characters++)
		do
			at--;
		while (at > 0 && ((unsigned char)text.bytes[at] & 0xC0) == 0x80);
	return at;
}

/* How many terms stand within a snippet's length of the first match. */
static size_t
count_near(str text, const struct match *matches, size_t count)
{
	bool found[TERMS_MOST] = { 0 };
	size_t near = 0, from = (size_t)(matches[0].text.bytes - text.bytes);
	size_t to = move(text, from, SNIPPET_MOST - SNIPPET_BEFORE);
	for (size_t i = 0; i < count; i++) {
		const struct match *match = &matches[i];
		if ((size_t)(match->text.bytes - text.bytes) + match->text.length > to)
			break;
		near += !found[match->term];
		found[match->term] = true;
	}
	return near;
}

/* Where the first of the matches is that has most others near. */
static size_t
find_centre(const struct sought *sought, str text)
{
	struct match matches[MATCHES_MOST];
	struct arena scratch = { 0 };
	size_t count = 0, centre = 0, most = 0;
	str rest = text;
	while (count < MATCHES_MOST && next_match(&scratch, sought, &rest, &matches[count]))
		count++;
	for (size_t i = 0; i < count; i++) {
		size_t near = count_near(text, &matches[i], count - i);
		if (near <= most)
			continue;
		most = near;
		centre = (size_t)(matches[i].text.bytes - text.bytes);
	}
	arena_free(&scratch);
	return centre;
}

/* search_snippet(text, line, typed) */
static void
call_snippet(struct call *call)
{
	str text = find_line(call_text(call, 0), call_number(call, 1));
	size_t centre = find_centre(sought_of(call, 2), text);
	size_t from = move(text, centre, -SNIPPET_BEFORE), to = move(text, from, SNIPPET_MOST);
	if (to == text.length)
		from = move(text, to, -SNIPPET_MOST);
	while (from && from < centre && text.bytes[from] != ' ')
		from++;
	size_t cut = to;
	while (cut < text.length && cut > centre && text.bytes[cut] != ' ')
		cut--;
	to = cut > centre ? cut : to;
	str piece = str_trim(str_slice(text, from, to));
	call_give_text(call, str_format(call_arena(call), "%s%.*s%s", from ? "…" : "",
				     STR_ARG(piece), to < text.length ? "…" : ""));
}

/* search_matches(text, line, typed) */
static void
call_matches(struct call *call)
{
	str rest = find_line(call_text(call, 0), call_number(call, 1));
	struct arena scratch = { 0 };
	struct buffer json = { .arena = call_arena(call) };
	struct {
		LIST(str)
	} found = { 0 };
	for (struct match match; found.count < LISTED_MOST &&
				 next_match(&scratch, sought_of(call, 2), &rest, &match);) {
		size_t i = 0;
		while (i < found.count && !str_equal(found.items[i], match.text))
			i++;
		if (i < found.count)
			continue;
		*list_add(call_arena(call), &found) = match.text;
		buffer_add_char(&json, i ? ',' : '[');
		buffer_add_json(&json, match.text);
	}
	buffer_format(&json, "%s]", found.count ? "" : "[");
	arena_free(&scratch);
	call_give_text(call, json.text);
}

/* search_key(text) */
static void
call_key(struct call *call)
{
	str text = call_text(call, 0);
	if (text.bytes)
		call_give_text(call, search_key(call_arena(call), text));
}

void
search_show_register(struct db *db)
{
	call_register(db, "search_key", 1, call_key);
	call_register(db, "search_line", 3, call_line);
	call_register(db, "search_snippet", 3, call_snippet);
	call_register(db, "search_matches", 3, call_matches);
}
