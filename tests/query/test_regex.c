#include "query/regex.h"

#include "generator.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* What `new RegExp(PATTERN, FLAGS).test(text)` gives in V8. */
/* clang-format off */
static const struct {
	const char *regex, *text;
	bool found;
} searches[] = {
	{ "/a/", "A", false }, { "/a/i", "A", true }, { "/é/i", "É", true },
	{ "/ß/i", "SS", false }, { "/^b/", "a\nb", false }, { "/^b/m", "a\nb", true },
	{ "/^b/m", "a\342\200\250b", true }, { "/a$/", "a\n", false }, { "/a$/m", "a\nb", true },
	{ "/a$/m", "a\rb", true }, { "/a.b/", "a\nb", false }, { "/a.b/s", "a\nb", true },
	{ "/a.b/", "a\342\200\251b", false }, { "/a.b/", "a\302\205b", true },
	{ "/a[^]b/", "a\nb", true }, { "/a[]b/", "ab", false }, { "/[]/", "a", false },
	{ "/[^]/", "", false }, { "/\\d/", "٣", false }, { "/\\w/", "é", false },
	{ "/\\bé/", "é", false }, { "/\\s/", "\302\240", true },
	{ "/\\s/", "\357\273\277", true }, { "/\\s/", "\342\200\213", false },
	{ "/\\s/", "\341\240\216", false }, { "/\\S/", "\343\200\200", false },
	{ "/[^\\s]/", "\342\200\203", false }, { "/[\\S]/", "\302\240", false },
	{ "/[\\s\\d]/", "\342\200\257", true }, { "/\\u0041/", "A", true },
	{ "/\\x41/", "A", true }, { "/\\x4/", "x4", true }, { "/\\u004/", "u004", true },
	{ "/\\u{41}/u", "A", true }, { "/^\\u{3}$/", "uuu", true },
	{ "/\\uD83D\\uDE00/", "😀", true }, { "/[\\uD83C\\uDF00-\\uD83D\\uDE4F]/u", "😀", true },
	{ "/\\cA/", "\001", true }, { "/\\c/", "\\c", true }, { "/[\\c1]/", "\021", true },
	{ "/\\101/", "A", true }, { "/\\8/", "8", true }, { "/[\\b]/", "\010", true },
	{ "/\\v/", "\013", true }, { "/(?<day>a)\\k<day>/", "aa", true },
	{ "/\\k<day>/", "k<day>", true }, { "/\\k<a>(?<a>x)/", "x", true },
	{ "/(a)|\\1b/", "b", true }, { "/\\2(a)(b)/", "ab", true }, { "/(a)\\2/", "a\002", true },
	{ "/a\\/b/", "a/b", true }, { "/a/b/", "a/b", true }, { "/\\A/", "A", true },
	{ "/\\Z/", "Z", true }, { "/\\h/", "h", true }, { "/\\h/", " ", false },
	{ "/\\R/", "R", true }, { "/\\K/", "K", true }, { "/\\Q.\\E/", "QxE", true },
	{ "/\\G/", "G", true }, { "/\\N/", "N", true }, { "/\\X/", "X", true },
	{ "/\\e/", "e", true }, { "/\\a/", "a", true }, { "/\\z/", "z", true },
	{ "/\\p{L}/", "é", false }, { "/\\p{L}/u", "é", true }, { "/\\P{Lu}/u", "A", false },
	{ "/\\p{Letter}/u", "日", true }, { "/\\p{Script=Greek}/u", "λ", true },
	{ "/\\p{Alphabetic}/u", "1", false }, { "/^p{2}$/", "pp", true },
	{ "/^\\p{2}$/", "pp", true }, { "/a{,3}/", "a{,3}", true }, { "/a{/", "a{", true },
	{ "/a}/", "a}", true }, { "/a]/", "a]", true }, { "/x{2}/", "x", false },
	{ "/x{2,}/", "xxx", true }, { "/^x{1,2}?$/", "xx", true }, { "/{/", "{", true },
	{ "/{a}/", "{a}", true }, { "/(?=a)*b/", "b", true }, { "/(?!a)b/", "ab", true },
	{ "/(?<=a)b/", "ab", true }, { "/(?<!a)b/", "ab", false }, { "/(?:)/", "", true },
	{ "/a||b/", "", true }, { "/|/", "", true }, { "/[a-]/", "-", true },
	{ "/[-a]/", "-", true }, { "/[\\d-z]/", "-", true }, { "/[a-\\d]/", "-", true },
	{ "/[[:alpha:]]/", ":]", true }, { "/[[:alpha:]]/", "b", false },
	{ "/[\\]]/", "]", true }, { "/[^a-c]/", "d", true }, { "/[a-c]/i", "B", true },
	{ "/#t/", " #task", true }, { "/^\\s*#/", " # a", true }, { "/x/y", "ax", false },
	{ "/a/y", "ax", true }, { "/a/g", "ba", true }, { "/a/d", "ba", true },
	{ "/waiting|blocked/i", "Waiting for Ada", true },
	{ "/\\(\\d{4}-\\d{2}\\)/", "(2025-11)", true }, { "/📅 \\d+/u", "📅 20", true },
	{ "/./u", "😀", true }, { "/^.$/u", "😀", true }, { "/a+b/", "aaab", true },
	{ "/(ab)+c/", "ababc", true }, { "/(?:a|b)*c/", "abac", true }, { "/\\-/", "-", true },
	{ "/\"/", "\"", true }, { "/a&&b/", "a&&b", true }, { "/\\\\/", "\\", true },
};

/* What is a SyntaxError in V8. */
static const char *const mistakes[] = {
	"/(/", "/)/", "/a)/", "/[a/", "/a\\/", "/*a/", "/+/", "/?/", "/a**/", "/a*+/", "/a++/",
	"/a?+/", "/a{2}+/", "/a{2}{3}/", "/{2}/", "/a|*/", "/^*/", "/$+/", "/\\b+/", "/(?<=a)*/",
	"/(?>a)/", "/(?i)a/", "/(?i:a)/", "/(?P<n>a)/", "/(?#a)/", "/(?|a)/", "/(?R)/",
	"/(*ACCEPT)/", "/(?<a/", "/(?<>a)/", "/(?<1>a)/", "/(?<a>x)(?<a>y)/", "/(?<a>x)\\k<b>/",
	"/(?<a>x)\\k/", "/[z-a]/", "/a{3,2}/", "/\\1/u", "/\\-/u", "/\\h/u", "/{/u", "/}/u",
	"/]/u", "/[\\d-z]/u", "/(?=a)*/u", "/\\u{110000}/u", "/\\p{Nope}/u", "/\\pL/u", "/\\01/u",
	"/\\u004/u", "/\\c/u", "/a/ii", "/a/x", "/a/gG", "/a/i m",
};
/* clang-format on */

static bool
found(const char *written, str text)
{
	struct docket_error error = { 0 };
	struct regex *regex = regex_new(str_from(written), &error);
	if (!regex)
		fail_msg("%s: %s", written, error.message);
	bool matches = regex_matches(regex, text, NULL);
	regex_free(regex);
	return matches;
}

static void
assert_refused(const char *written, const char *reason)
{
	struct docket_error error = { 0 };
	if (regex_new(str_from(written), &error))
		fail_msg("%s was not refused", written);
	assert_int_equal(error.code, DOCKET_INVALID);
	if (!strstr(error.message, reason))
		fail_msg("%s: %s", written, error.message);
}

static void
searches_are_those_of_javascript(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(searches); i++)
		if (found(searches[i].regex, str_from(searches[i].text)) != searches[i].found)
			fail_msg("%s on '%s' is %d", searches[i].regex, searches[i].text,
				!searches[i].found);
}

static void
what_is_no_javascript_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(mistakes); i++)
		assert_refused(mistakes[i], "");
}

static void
a_pattern_stands_between_slashes(void **state)
{
	(void)state;
	assert_refused("a", "between slashes");
	assert_refused("/a", "between slashes");
	assert_refused("a/", "between slashes");
	assert_refused("//", "between slashes");
	assert_refused("/", "between slashes");
	assert_refused("", "between slashes");
	assert_true(found("/a/ ", STR("a")));
	assert_true(found("/a/gi  ", STR("A")));
	assert_true(found("/a/b/i", STR("A/B")));
}

static void
repetitions_inside_repetitions_are_refused(void **state)
{
	(void)state;
	assert_refused("/(a+)+/", "inside a repetition");
	assert_refused("/(?:x|(?:a?b)){2}/", "inside a repetition");
	assert_refused("/((a*)b)?/", "inside a repetition");
	assert_true(found("/(?:a+)b+/", STR("ab")));
	assert_true(found("/(?:a*)(?:b)?/", STR("")));
}

static void
long_patterns_are_refused(void **state)
{
	(void)state;
	char written[1024];
	memset(written, 'a', sizeof(written));
	written[0] = '/';
	memcpy(written + 501, "/", 2);
	assert_false(found(written, STR("a")));
	memcpy(written + 501, "a/", 3);
	assert_refused(written, "500 characters");
}

static void
many_repetitions_are_refused(void **state)
{
	(void)state;
	char written[64] = "/";
	for (size_t i = 0; i < 25; i++)
		strcat(written, "a?");
	strcat(written, "/");
	assert_true(found(written, STR("")));
	memcpy(written + strlen(written) - 1, "b*/", 4);
	assert_refused(written, "more than 25");
}

static void
nul_is_a_character(void **state)
{
	(void)state;
	assert_true(found("/^a\\0b$/", STR("a\0b")));
	assert_true(found("/^a[^]b$/", STR("a\0b")));
}

static void
half_a_pair_is_never_found(void **state)
{
	(void)state;
	assert_false(found("/\\uD83D/", STR("\360\237\230\200")));
	assert_false(found("/[\\uD83D]/", STR("\360\237\230\200")));
	assert_true(found("/^[\\uD83D-\\uFFFF]$/", STR("\357\274\241")));
}

static void
bytes_that_are_no_text_are_passed_over(void **state)
{
	(void)state;
	assert_true(found("/b/", STR("\377a\300b\355\240\200")));
	assert_false(found("/a.b/", STR("a\377b")));
	assert_refused("/\377/", "");
}

static void
a_search_that_takes_too_long_finds_nothing(void **state)
{
	(void)state;
	char text[4096];
	memset(text, 'a', sizeof(text));
	text[sizeof(text) - 1] = 'x';
	assert_false(found("/a*a*a*a*[bc]|x/", (str){ text, sizeof(text) }));
	assert_true(found("/a*[bc]|x/", (str){ text, sizeof(text) }));
}

/* Runs of `a`, from each place of which a search for four runs takes many steps. */
static bool
search_runs(const char *written, int runs, const char *end, bool *given_up)
{
	struct arena arena = { 0 };
	struct buffer text = { .arena = &arena };
	for (int i = 0; i < runs; i++)
		buffer_add(&text, STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaéb"));
	buffer_add(&text, str_from(end));
	struct regex *regex = regex_new(str_from(written), NULL);
	bool is_there = regex_matches(regex, text.text, given_up);
	regex_free(regex);
	arena_free(&arena);
	return is_there;
}

static void
a_search_may_take_many_steps_from_some_places_not_from_all(void **state)
{
	(void)state;
	bool given_up;
	assert_true(search_runs("/a*a*a*a*d|q/", 3, "q", &given_up));
	assert_false(search_runs("/a*a*a*a*d|q/", 3, "", &given_up));
	assert_false(given_up);
	assert_true(search_runs("/(?<=éb)a*a*a*a*c/", 3, "aaac", &given_up));
	assert_false(search_runs("/^a*a*a*a*d|^b/", 3, "b", &given_up));
	assert_false(search_runs("/a*a*a*a*d|éb/y", 3, "", &given_up));
	assert_false(given_up);
	assert_false(search_runs("/a*a*a*a*d|q/", 1000, "q", &given_up));
	assert_true(given_up);
}

/* Pieces and bytes in any order are read, or refused, and never harm. */
static void
any_bytes_are_read_or_refused(void **state)
{
	(void)state;
	static const char *const pieces[] = { "(", ")", "[", "]", "{", "}", "\\", "*", "+", "?",
		"|", "^", "$", ".", "(?", "(?<", "(?<n>", "\\k<", "\\u", "\\x", "\\c", "\\1",
		"\\p{", "-", "{2,", "a", "\303\251", "/", "\377" };
	struct generator generator = { .state = 2025 };
	for (size_t i = 0; i < 20000; i++) {
		struct arena arena = { 0 };
		struct buffer written = { .arena = &arena };
		buffer_add_char(&written, '/');
		for (size_t count = generator_pick(&generator, 12); count; count--)
			if (generator_pick(&generator, 8))
				buffer_add(&written, str_from(GENERATOR_PICK(&generator, pieces)));
			else
				buffer_add_char(&written, (char)generator_pick(&generator, 256));
		buffer_add(&written, generator_pick(&generator, 2) ? STR("/i") : STR("/u"));
		struct regex *regex = regex_new(written.text, NULL);
		if (regex)
			regex_matches(regex, written.text, NULL);
		regex_free(regex);
		arena_free(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(searches_are_those_of_javascript),
		cmocka_unit_test(what_is_no_javascript_is_refused),
		cmocka_unit_test(a_pattern_stands_between_slashes),
		cmocka_unit_test(repetitions_inside_repetitions_are_refused),
		cmocka_unit_test(long_patterns_are_refused),
		cmocka_unit_test(many_repetitions_are_refused),
		cmocka_unit_test(nul_is_a_character),
		cmocka_unit_test(half_a_pair_is_never_found),
		cmocka_unit_test(bytes_that_are_no_text_are_passed_over),
		cmocka_unit_test(a_search_that_takes_too_long_finds_nothing),
		cmocka_unit_test(a_search_may_take_many_steps_from_some_places_not_from_all),
		cmocka_unit_test(any_bytes_are_read_or_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
