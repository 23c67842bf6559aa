#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/owner.h"

#include <stdio.h>

struct row {
	const char *line;
	const char *names; /* with a bar between */
	const char *text;  /* NULL: the line as it is */
};

static const str participants[] = { { "Ada Park", 8 }, { "Ravi Menon", 10 },
	{ "ines de la cruz", 15 } };

static str
join(struct arena *arena, strs names)
{
	struct buffer out = { .arena = arena };
	for (size_t i = 0; i < names.count; i++)
		buffer_format(&out, "%s%.*s", i ? "|" : "", STR_ARG(names.items[i]));
	return out.text;
}

static void
check(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena arena = { 0 };
		struct people people = people_make(&arena, (strs){ participants, 3 });
		struct owners owners = owner_read(&arena, str_from(rows[i].line), &people);
		str names = join(&arena, owners.names);
		str text = str_from(rows[i].text ? rows[i].text : rows[i].line);
		if (!str_equal(names, str_from(rows[i].names)) || !str_equal(owners.text, text))
			fail_msg("\"%s\": owners \"%.*s\", text \"%.*s\"", rows[i].line,
				STR_ARG(names), STR_ARG(owners.text));
		arena_free(&arena);
	}
}

#define CHECK(rows) check((rows), sizeof(rows) / sizeof(*(rows)))

static void
names_at_the_end_own_the_line_and_leave_the_text(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Send the plan. @Ada Park", "Ada Park", "Send the plan." },
		{ "Send the plan @adapark", "adapark", "Send the plan" },
		{ "Send the plan @ravi menon", "ravi menon", "Send the plan" },
		{ "Send the plan @Jean d'Arc", "Jean d'Arc", "Send the plan" },
		{ "Send the plan @Omar al-Rashid", "Omar al-Rashid", "Send the plan" },
		{ "Send the plan @Ludwig van der Berg", "Ludwig van der Berg", "Send the plan" },
		{ "Send the plan @J. R. Oak", "J. R. Oak", "Send the plan" },
		{ "Send the plan @Mei-Ling O’Neil", "Mei-Ling O’Neil", "Send the plan" },
		{ "Send the plan @Speaker 3", "Speaker 3", "Send the plan" },
		{ "Send the plan - @Ada", "Ada", "Send the plan" },
		{ "Send the plan → @Ada", "Ada", "Send the plan" },
		{ "Send the plan - Owner: @Ada", "Ada", "Send the plan" },
		{ "Send the plan **@Ada Park**", "Ada Park", "Send the plan" },
		{ "見本を送る @佐藤", "佐藤", "見本を送る" },
	};
	CHECK(rows);
}

static void
several_names_at_the_end_all_own_the_line(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Count @Ada @Ravi Menon", "Ada|Ravi Menon", "Count" },
		{ "Count @Ada and @Ravi", "Ada|Ravi", "Count" },
		{ "Count @Ada, @Ravi, and @Lena", "Ada|Ravi|Lena", "Count" },
		{ "Count @Ada / @Ravi", "Ada|Ravi", "Count" },
		{ "Count (@Ada, @Ravi)", "Ada|Ravi", "Count" },
	};
	CHECK(rows);
}

static void
links_name_owners_when_marked_or_known(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Send it @[[Lena Hoff]]", "Lena Hoff", "Send it" },
		{ "Send it @[[People/Lena Hoff|Lena]]", "Lena Hoff", "Send it" },
		{ "Send it [[Ada Park]]", "Ada Park", "Send it" },
		{ "Send it [[Ledger plan]]", "", NULL },
		{ "Ask [[Ada Park]] about it", "", NULL },
		{ "Send it @[[]]", "", NULL },
	};
	CHECK(rows);
}

static void
a_name_inside_the_sentence_owns_it_and_stays(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "@Ada Park to draft the questions", "Ada Park", NULL },
		{ "Ask @ravi menon for the run time", "ravi menon", NULL },
		{ "Ask @ravi for the run time", "ravi", NULL },
		{ "Ask @Ines de la Cruz for it", "Ines de la Cruz", NULL },
		{ "Call @Ravi Friday morning", "Ravi", NULL },
		{ "@Ada and @Ravi write to @Lena again", "Ada|Ravi", NULL },
		{ "Send the plan to @Ada Park", "Ada Park", NULL },
		{ "Send the plan to @Ada Park.", "Ada Park", NULL },
		{ "@Ada Park", "Ada Park", NULL },
	};
	CHECK(rows);
}

static void
a_name_inside_owns_nothing_when_there_is_one_at_the_end(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Ask @Ravi Menon for it @Ada Park", "Ada Park", "Ask @Ravi Menon for it" },
		{ "Ask @Ravi Menon for it (@Ada)", "Ada", "Ask @Ravi Menon for it" },
	};
	CHECK(rows);
}

static void
what_only_looks_like_a_name_owns_nothing(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Write to help@harbour.example", "", NULL },
		{ "Update @quay/icons", "", NULL },
		{ "Export the icons @2x", "", NULL },
		{ "Remove `@Deprecated` here", "", NULL },
		{ "Remove `@Deprecated`", "", NULL },
		{ "Read https://quay.example/@ada", "", NULL },
		{ "Meet @ noon", "", NULL },
		{ "Read @Ada's draft", "", NULL },
		{ "Call @Override() twice", "", NULL },
		{ "", "", NULL },
		{ "@", "", NULL },
	};
	CHECK(rows);
}

static void
long_lines_are_read_in_linear_time(void **state)
{
	(void)state;
	static const char *const pieces[] = { "@a ", "[[", "@[[a", "`", "@A and ", "a@", "- ",
		"@@" };
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		struct arena arena = { 0 };
		struct buffer line = { .arena = &arena };
		while (line.text.length < 1000000)
			buffer_add(&line, str_from(pieces[i]));
		struct people people = people_make(&arena, (strs){ participants, 3 });
		owner_read(&arena, line.text, &people);
		arena_free(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_at_the_end_own_the_line_and_leave_the_text),
		cmocka_unit_test(several_names_at_the_end_all_own_the_line),
		cmocka_unit_test(links_name_owners_when_marked_or_known),
		cmocka_unit_test(a_name_inside_the_sentence_owns_it_and_stays),
		cmocka_unit_test(a_name_inside_owns_nothing_when_there_is_one_at_the_end),
		cmocka_unit_test(what_only_looks_like_a_name_owns_nothing),
		cmocka_unit_test(long_lines_are_read_in_linear_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
