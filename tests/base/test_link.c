#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/link.h"

static void
a_link_leads_to_a_note_by_its_name(void **state)
{
	static const struct {
		const char *inside, *target, *name;
	} rows[] = {
		{ "Ada Park", "Ada Park", "Ada Park" },
		{ "People/Ada Park.md|Ada", "People/Ada Park.md", "Ada Park" },
		{ " People/Ada Park # Notes ", "People/Ada Park", "Ada Park" },
		{ "a/b/c#d|e|f", "a/b/c", "c" },
		{ "#Part", "", "" },
		{ ".md", ".md", "" },
		{ "", "", "" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		str inside = str_from(rows[i].inside);
		assert_true(str_equal(link_target(inside), str_from(rows[i].target)));
		assert_true(str_equal(link_name(inside), str_from(rows[i].name)));
	}
}

static void
a_text_has_a_link_or_is_one(void **state)
{
	static const struct {
		const char *text, *inside;
		bool is;
	} rows[] = {
		{ "[[Ada]]", "Ada", true },
		{ "with [[Ada|A]].", "Ada|A", false },
		{ "[[Ada]] and [[Bo]]", "Ada", false },
		{ "]] [[Ada]]", "Ada", false },
		{ "[[]]", "", true },
		{ "[[Ada", NULL, false },
		{ "[Ada]", NULL, false },
		{ "[[Ada]", NULL, false },
		{ "", NULL, false },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		str text = str_from(rows[i].text), inside = { 0 };
		assert_int_equal(link_find(text, &inside), rows[i].inside != NULL);
		if (rows[i].inside)
			assert_true(str_equal(inside, str_from(rows[i].inside)));
		assert_int_equal(link_is(text, &inside), rows[i].is);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_link_leads_to_a_note_by_its_name),
		cmocka_unit_test(a_text_has_a_link_or_is_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
