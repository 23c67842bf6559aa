#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/property.h"

static void
columns_of_all_languages_are_known(void **state)
{
	(void)state;
	static const struct {
		const char *words;
		enum property property;
	} rows[] = { { "Action Item", PROPERTY_TASK }, { "**Aufgabe**", PROPERTY_TASK },
		{ "アクション", PROPERTY_TASK }, { "Assigned To", PROPERTY_OWNER },
		{ "Responsable(s)", PROPERTY_OWNER }, { "担当者", PROPERTY_OWNER },
		{ "Échéance (YYYY-MM-DD)", PROPERTY_DUE }, { "截止日期", PROPERTY_DUE },
		{ "due_date", PROPERTY_DUE }, { "Fällig", PROPERTY_DUE },
		{ "ステータス", PROPERTY_STATUS }, { "Décision", PROPERTY_DECISION },
		{ "Deliverable", PROPERTY_DETAIL }, { "Ada", PROPERTY_NONE },
		{ "", PROPERTY_NONE } };
	struct arena arena = { 0 };
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (property_read(&arena, str_from(rows[i].words)) != rows[i].property)
			fail_msg("%s", rows[i].words);
	arena_free(&arena);
}

static void
words_and_signs_tell_the_state(void **state)
{
	(void)state;
	static const struct {
		const char *words;
		enum docket_state state;
	} rows[] = { { "Done", DOCKET_DONE }, { "✅ Completed", DOCKET_DONE },
		{ "erledigt", DOCKET_DONE }, { "完了", DOCKET_DONE }, { "🟢", DOCKET_DONE },
		{ "in progress", DOCKET_IN_PROGRESS }, { "进行中", DOCKET_IN_PROGRESS },
		{ "☐", DOCKET_OPEN }, { "🔴 Open / 🟢 Done", DOCKET_OPEN },
		{ "Blocked", DOCKET_ON_HOLD }, { "❌", DOCKET_CANCELLED } };
	struct arena arena = { 0 };
	enum docket_state found;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_true(property_state(&arena, str_from(rows[i].words), &found));
		assert_int_equal(found, rows[i].state);
	}
	assert_false(property_state(&arena, STR("soon, I hope"), &found));
	arena_free(&arena);
}

static void
words_and_signs_tell_the_priority(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	enum docket_priority found;
	assert_true(property_priority(&arena, STR("P0"), &found));
	assert_int_equal(found, DOCKET_PRIORITY_HIGHEST);
	assert_true(property_priority(&arena, STR("Hohe Priorität"), &found));
	assert_int_equal(found, DOCKET_PRIORITY_HIGH);
	assert_true(property_priority(&arena, STR("🟢"), &found));
	assert_int_equal(found, DOCKET_PRIORITY_LOW);
	assert_false(property_priority(&arena, STR("Ada"), &found));
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_of_all_languages_are_known),
		cmocka_unit_test(words_and_signs_tell_the_state),
		cmocka_unit_test(words_and_signs_tell_the_priority),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
