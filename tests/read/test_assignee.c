#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/assignee.h"

struct row {
	const char *text;
	const char *names; /* NULL: nobody */
	const char *rest;
};

static void
check(const struct row *rows, size_t count, enum assignee_trust trust)
{
	struct arena arena = { 0 };
	const struct outline outline = { 0 };
	str items[] = { STR("Ada Park"), STR("Ravi Menon") };
	struct crew crew = crew_make(&arena, (strs){ items, 2 }, (strs){ 0 }, &outline);
	for (size_t i = 0; i < count; i++) {
		struct assignee found;
		bool read = assignee_read(&crew, str_from(rows[i].text), trust, &found);
		struct buffer names = { .arena = &arena };
		for (size_t j = 0; read && j < found.names.count; j++)
			buffer_format(
				&names, "%s%.*s", j ? "; " : "", STR_ARG(found.names.items[j]));
		if (read != (rows[i].names != NULL))
			fail_msg("%s: %s", rows[i].text, read ? "somebody" : "nobody");
		if (read && (!str_equal(names.text, str_from(rows[i].names)) ||
				    !str_equal(found.text, str_from(rows[i].rest))))
			fail_msg("%s: %.*s: %.*s", rows[i].text, STR_ARG(names.text),
				STR_ARG(found.text));
	}
	arena_free(&arena);
}

#define CHECK(rows, trust) check((rows), sizeof(rows) / sizeof(*(rows)), (trust))

static void
somebody_known_owns_what_follows(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Ada to send it", "Ada", "send it" },
		{ "Ada Park will send it", "Ada Park", "send it" },
		{ "AP should send it", "AP", "send it" },
		{ "Ada: the letter", "Ada", "the letter" },
		{ "**Ada and Ravi**: the letter", "Ada; Ravi", "the letter" },
		{ "[Menon] the letter", "Menon", "the letter" },
		{ "Ada - send it", "Ada", "send it" },
		{ "I will send it", "I", "send it" },
		{ "Ada, hopefully Lena, to send it", "Ada; Lena", "send it" },
	};
	CHECK(rows, ASSIGNEE_KNOWN);
}

static void
other_words_with_a_capital_are_nobody(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Remember to send it", NULL, NULL },
		{ "Need to send it", NULL, NULL },
		{ "Reach out to the port", NULL, NULL },
		{ "Budget: review the numbers", NULL, NULL },
		{ "API to send the list", NULL, NULL },
		{ "Draft the letter to Ada", NULL, NULL },
		{ "[Draft] send it", NULL, NULL },
		{ "[text](https://quay.example) to send", NULL, NULL },
		{ "Harbour - send it", NULL, NULL },
		{ "", NULL, NULL },
	};
	CHECK(rows, ASSIGNEE_LIKELY);
}

static void
an_unknown_name_needs_a_verb(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Lena: Send it", "Lena", "Send it" },
		{ "Lena Hoff to draft it", "Lena Hoff", "draft it" },
		{ "TSC members: Review it", "TSC members", "Review it" },
		{ "Lena: the letter", NULL, NULL },
		{ "Lena to the rescue", NULL, NULL },
	};
	CHECK(rows, ASSIGNEE_LIKELY);
	static const struct row known[] = { { "Lena: Send it", NULL, NULL } };
	CHECK(known, ASSIGNEE_KNOWN);
	static const struct row listed[] = { { "Lena: the letter", "Lena", "the letter" } };
	CHECK(listed, ASSIGNEE_LISTED);
}

static void
a_cell_of_owners_is_split(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	strs names = assignee_split(&arena, STR("@Ada, [[People/Lena Hoff]]<br>Ravi (Quay) / TBD"));
	assert_int_equal(names.count, 3);
	assert_true(str_equal(names.items[1], STR("Lena Hoff")));
	assert_true(str_equal(names.items[2], STR("Ravi")));
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(somebody_known_owns_what_follows),
		cmocka_unit_test(other_words_with_a_capital_are_nobody),
		cmocka_unit_test(an_unknown_name_needs_a_verb),
		cmocka_unit_test(a_cell_of_owners_is_split),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
