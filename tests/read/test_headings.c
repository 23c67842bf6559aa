#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/heading_words.h"

struct row {
	const char *text;
	enum heading_kind kind;
};

static const struct docket_reading defaults = { 0 };

static void
check(const struct row *rows, size_t count)
{
	struct arena arena = { 0 };
	for (size_t i = 0; i < count; i++) {
		struct heading heading = heading_read(&arena, &defaults, str_from(rows[i].text));
		if (heading.kind != rows[i].kind)
			fail_msg("\"%s\" is %d, not %d", rows[i].text, (int)heading.kind,
				(int)rows[i].kind);
	}
	arena_free(&arena);
}

#define CHECK(rows) check((rows), sizeof(rows) / sizeof(*(rows)))

static void
heading_words_of_all_languages_are_known(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Action Items", HEADING_ACTIONS },
		{ "Actions required", HEADING_ACTIONS },
		{ "Next steps", HEADING_ACTIONS },
		{ "Follow-ups from the demo", HEADING_ACTIONS },
		{ "To-dos", HEADING_ACTIONS },
		{ "Maßnahmen", HEADING_ACTIONS },
		{ "Nächste Schritte", HEADING_ACTIONS },
		{ "Actions à mener", HEADING_ACTIONS },
		{ "Relevé d'actions", HEADING_ACTIONS },
		{ "Próximos pasos", HEADING_ACTIONS },
		{ "Actiepunten", HEADING_ACTIONS },
		{ "Ações", HEADING_ACTIONS },
		{ "アクションアイテム", HEADING_ACTIONS },
		{ "行动项", HEADING_ACTIONS },
		{ "액션 아이템", HEADING_ACTIONS },
		{ "Decisions made", HEADING_DECISIONS },
		{ "Consensus/Resolution", HEADING_DECISIONS },
		{ "Beschlüsse & Entscheidungen", HEADING_DECISIONS },
		{ "Décisions", HEADING_DECISIONS },
		{ "Puntos acordados", HEADING_DECISIONS },
		{ "Besluiten", HEADING_DECISIONS },
		{ "Decisões", HEADING_DECISIONS },
		{ "決定事項", HEADING_DECISIONS },
		{ "关键决策", HEADING_DECISIONS },
		{ "결정 사항", HEADING_DECISIONS },
		{ "Attendees", HEADING_PEOPLE },
		{ "Présents", HEADING_PEOPLE },
		{ "Regrets", HEADING_ABSENT },
		{ "Abwesend", HEADING_ABSENT },
		{ "Agenda", HEADING_AGENDA },
		{ "アジェンダ", HEADING_AGENDA },
		{ "Discussion", HEADING_TALK },
		{ "Pricing", HEADING_OTHER },
		{ "", HEADING_OTHER },
		{ "|", HEADING_OTHER },
	};
	CHECK(rows);
}

/* As programs that write minutes name them, and people who set them apart. */
static void
a_word_in_front_leaves_actions_and_decisions_what_they_are(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Follow-up tasks:", HEADING_ACTIONS },
		{ "Follow up actions", HEADING_ACTIONS },
		{ "Suggested next steps", HEADING_ACTIONS },
		{ "Recommended Action Items", HEADING_ACTIONS },
		{ "My to-dos", HEADING_ACTIONS },
		{ "Key action items", HEADING_ACTIONS },
		{ "Outstanding actions", HEADING_ACTIONS },
		{ "Folgeaufgaben", HEADING_ACTIONS },
		{ "Empfohlene nächste Schritte", HEADING_ACTIONS },
		{ "Tâches de suivi", HEADING_ACTIONS },
		{ "Próximos pasos sugeridos", HEADING_ACTIONS },
		{ "推奨される次のステップ", HEADING_ACTIONS },
		{ "Final decisions", HEADING_DECISIONS },
		{ "Main agreements", HEADING_DECISIONS },
		{ "Getroffene Entscheidungen", HEADING_DECISIONS },
		{ "Proposed decisions", HEADING_OTHER },
		{ "Pending decisions", HEADING_OTHER },
		{ "Key people", HEADING_OTHER },
		{ "Suggested", HEADING_OTHER },
	};
	CHECK(rows);
}

static void
each_word_of_the_table_is_folded_and_found(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	for (size_t i = 0; i < heading_word_count; i++) {
		str words = str_from(heading_words[i].words);
		if (!str_equal(heading_fold(&arena, words), words))
			fail_msg("\"%s\" is not folded", heading_words[i].words);
		if (heading_word_kind(words) != heading_words[i].kind)
			fail_msg("\"%s\" is not found: it is out of order", heading_words[i].words);
	}
	arena_free(&arena);
}

static void
dress_does_not_hide_the_words(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "✅ Action items:", HEADING_ACTIONS },
		{ "**ACTION ITEMS**", HEADING_ACTIONS },
		{ "3. Action items (5m, Ada)", HEADING_ACTIONS },
		{ "2.1) Action items", HEADING_ACTIONS },
		{ "[Action Items](https://quay.example/a_b)", HEADING_ACTIONS },
		{ "[[Lists#Actions|Actions]]", HEADING_ACTIONS },
		{ "Action\u00A0items", HEADING_ACTIONS },
		{ "Follow\u2011ups", HEADING_ACTIONS },
		{ "決定事項：", HEADING_DECISIONS },
		{ "🗓️ Agenda", HEADING_AGENDA },
	};
	CHECK(rows);
}

static void
old_items_are_under_a_review(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Review of action items from prior meeting", HEADING_REVIEW },
		{ "Previous Action Items", HEADING_REVIEW },
		{ "Follow-up from last meeting", HEADING_REVIEW },
		{ "Review previous meeting's action items (5m, Ada)", HEADING_REVIEW },
		{ "Actions review", HEADING_REVIEW },
		{ "Seguimiento de Acuerdos Anteriores", HEADING_REVIEW },
		{ "Review vorheriger Action Items", HEADING_REVIEW },
	};
	CHECK(rows);
}

static void
two_kinds_in_one_heading_are_mixed_and_one_unknown_word_is_other(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Decisions and next steps", HEADING_MIXED },
		{ "Decisions made / Action items", HEADING_MIXED },
		{ "Decisions & Pricing", HEADING_OTHER },
		{ "Undecided", HEADING_OTHER },
		{ "Transactions", HEADING_OTHER },
	};
	CHECK(rows);
}

static void
a_heading_names_the_owner_of_all_below(void **state)
{
	(void)state;
	static const struct {
		const char *text, *owner;
	} rows[] = {
		{ "Action items (for Ada Park)", "Ada Park" },
		{ "Action items (for @[[Ada Park]])", "Ada Park" },
		{ "Aufgaben (für Lena)", "Lena" },
		{ "Action items (for next week)", "" },
		{ "Action items (5m)", "" },
		{ "Decisions (for Ada)", "" },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct heading heading = heading_read(&arena, &defaults, str_from(rows[i].text));
		if (!str_equal(heading.owner, str_from(rows[i].owner)))
			fail_msg("\"%s\" is of \"%.*s\"", rows[i].text, STR_ARG(heading.owner));
	}
	arena_free(&arena);
}

static void
configured_words_count_too(void **state)
{
	(void)state;
	static const str tasks[] = { { "Commitments made", 16 } };
	static const str decisions[] = { { "Ratified", 8 } };
	struct docket_reading reading = { .task_headings = { tasks, 1 },
		.decision_headings = { decisions, 1 } };
	struct arena arena = { 0 };
	assert_int_equal(
		heading_read(&arena, &reading, STR("## COMMITMENTS made:")).kind, HEADING_ACTIONS);
	assert_int_equal(heading_read(&arena, &reading, STR("Ratified")).kind, HEADING_DECISIONS);
	assert_int_equal(heading_read(&arena, &defaults, STR("Ratified")).kind, HEADING_OTHER);
	arena_free(&arena);
}

/* Each item below a page of text looks whether that is a heading. */
static void
a_page_of_text_is_no_heading(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct buffer text = { .arena = &arena };
	buffer_add(&text, STR("Action items for"));
	assert_int_equal(
		heading_read(&arena, &(struct docket_reading){ 0 }, text.text).kind, HEADING_OTHER);
	buffer_add(&text, STR(" the spring"));
	assert_int_equal(heading_read(&arena, &(struct docket_reading){ 0 }, text.text).kind,
		HEADING_ACTIONS);
	while (text.text.length < 2000)
		buffer_add(&text, STR(" fair"));
	assert_int_equal(
		heading_read(&arena, &(struct docket_reading){ 0 }, text.text).kind, HEADING_OTHER);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(heading_words_of_all_languages_are_known),
		cmocka_unit_test(a_word_in_front_leaves_actions_and_decisions_what_they_are),
		cmocka_unit_test(each_word_of_the_table_is_folded_and_found),
		cmocka_unit_test(dress_does_not_hide_the_words),
		cmocka_unit_test(old_items_are_under_a_review),
		cmocka_unit_test(two_kinds_in_one_heading_are_mixed_and_one_unknown_word_is_other),
		cmocka_unit_test(a_heading_names_the_owner_of_all_below),
		cmocka_unit_test(configured_words_count_too),
		cmocka_unit_test(a_page_of_text_is_no_heading),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
