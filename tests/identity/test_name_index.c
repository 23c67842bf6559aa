#include "identity/name_index.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "generator.h"
#include "rounds.h"

enum { PEOPLE = 300, NAMES = 20000, NAMESAKES = 200 };

static const char *const parts[] = { "Ada", "Ravi", "Zoë", "Jean-Luc", "María", "José", "R.", "M.",
	"K", "Menon", "Park", "Lindqvist", "van", "Øre", "AM", "Ü", "O’Neill", "E.T." };

static str
make_name(struct generator *generator, struct arena *arena)
{
	struct buffer name = { .arena = arena };
	for (size_t count = 1 + generator_pick(generator, 4); count; count--)
		buffer_format(
			&name, "%s%s", GENERATOR_PICK(generator, parts), count > 1 ? " " : "");
	return name.text;
}

static struct name_person
make_person(struct arena *arena, str name)
{
	return (struct name_person){ name, name_key(arena, name), 0, PERSON_PERSON };
}

static void
assert_same_answer(struct arena *arena, struct name_people people, str name)
{
	struct name_scope some = { .participants = people }, each = some;
	each.participants.index = NULL;
	struct name_answer a = name_resolve(arena, &some, name);
	struct name_answer b = name_resolve(arena, &each, name);
	bool same = a.rung == b.rung && str_equal(a.person.key, b.person.key) &&
		    a.candidates.count == b.candidates.count;
	for (size_t i = 0; same && i < a.candidates.count; i++)
		same = str_equal(a.candidates.items[i].name, b.candidates.items[i].name);
	if (!same)
		fail_msg("%.*s: %d %.*s (%zu) is %d %.*s (%zu)", STR_ARG(name), (int)a.rung,
			STR_ARG(a.person.name), a.candidates.count, (int)b.rung,
			STR_ARG(b.person.name), b.candidates.count);
}

static void
of_many_people_the_same_one_is_meant_as_of_few(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct generator generator = { .state = 2025 };
	struct name_person people[PEOPLE];
	for (size_t i = 0; i < PEOPLE; i++)
		people[i] = make_person(&arena, make_name(&generator, &arena));
	struct name_people all = name_people_of(&arena, people, PEOPLE);
	assert_non_null(all.index);
	for (size_t i = 0; i < rounds_of(NAMES); i++) {
		struct arena scratch = { 0 };
		assert_same_answer(&scratch, all, make_name(&generator, &scratch));
		arena_free(&scratch);
	}
	arena_free(&arena);
}

static void
among_too_many_namesakes_nobody_is_guessed(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct name_person people[NAMESAKES];
	for (size_t i = 0; i < NAMESAKES; i++)
		people[i] = make_person(&arena, str_format(&arena, "Ada Park%zu", i));
	struct name_scope scope = { .participants = name_people_of(&arena, people, NAMESAKES) };
	struct name_answer answer = name_resolve(&arena, &scope, STR("Ada"));
	assert_int_equal(answer.rung, RUNG_UNKNOWN);
	assert_true(answer.candidates.count > 1);
	answer = name_resolve(&arena, &scope, STR("Ada Park7"));
	assert_int_equal(answer.rung, RUNG_FULL_NAME);
	assert_true(str_equal(answer.person.name, STR("Ada Park7")));
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_many_people_the_same_one_is_meant_as_of_few),
		cmocka_unit_test(among_too_many_namesakes_nobody_is_guessed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
