/*
 * Lists of words that are looked through by halves: every word of theirs is found, so they are in
 * order.
 */
#include "read/vocabulary.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/* Whether the words of the list of that name in the source are found; gives how many there are. */
static size_t
count_found(const char *name, bool (*is_listed)(str word))
{
	FILE *source = fopen("src/read/vocabulary.c", "r");
	char line[256];
	size_t count = 0;
	assert_non_null(source);
	while (fgets(line, sizeof(line), source) && !strstr(line, name))
		;
	while (fgets(line, sizeof(line), source) && line[0] == '\t') {
		str words = str_from(line), word;
		words = str_slice(words, 0, str_find_char(words, ';'));
		words = str_slice(words, 0, str_find_last_char(words, '"'));
		words = str_skip(words, str_find_char(words, '"') + 1);
		while (str_next_part(&words, '|', &word)) {
			if (word.length && !is_listed(word))
				fail_msg("%s: '%.*s' is not in order", name, STR_ARG(word));
			count += word.length > 0;
		}
	}
	fclose(source);
	return count;
}

static void
long_lists_are_in_order(void **state)
{
	(void)state;
	assert_true(count_found(" verbs[]", vocabulary_is_verb) > 400);
	assert_true(count_found(" doings[]", vocabulary_is_doing) > 200);
}

static void
other_words_are_not_in_them(void **state)
{
	(void)state;
	static const char *const words[] = { "", "a", "ad", "adds", "zz", "Zürich", "accep", "by",
		"accept|acquire", "|", "-", "ünter" };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		assert_false(vocabulary_is_verb(str_from(words[i])));
	assert_true(vocabulary_is_verb(STR("Accept")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_lists_are_in_order),
		cmocka_unit_test(other_words_are_not_in_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
