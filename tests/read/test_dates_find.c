#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/dates.h"
#include "read/dates_words.h"

#include <string.h>

struct row {
	const char *text;
	const char *expected; /* what is left, "|", the words; empty: no due part */
};

/* What is left of the sentence when the due part is cut out, "|", and the words. */
static void
cut(const char *text, char *out)
{
	str sentence = str_from(text), words;
	size_t from, to;
	*out = '\0';
	if (!dates_find_due(sentence, &words, &from, &to))
		return;
	assert_true(from <= to && to <= sentence.length);
	struct arena arena = { 0 };
	str left = str_format(&arena, "%.*s%.*s|%.*s", STR_ARG(str_slice(sentence, 0, from)),
		STR_ARG(str_skip(sentence, to)), STR_ARG(words));
	memcpy(out, left.bytes, left.length + 1);
	arena_free(&arena);
}

static void
check(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char actual[256];
		cut(rows[i].text, actual);
		if (strcmp(actual, rows[i].expected) != 0)
			fail_msg("\"%s\" gives \"%s\", not \"%s\"", rows[i].text, actual,
				rows[i].expected);
	}
}

#define CHECK(rows) check((rows), sizeof(rows) / sizeof(*(rows)))

static void
the_due_part_ends_the_sentence(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Send the offer by Friday", "Send the offer|Friday" },
		{ "Send the offer by Friday.", "Send the offer.|Friday" },
		{ "Send the offer, by EOW", "Send the offer|EOW" },
		{ "Send the offer EOW", "Send the offer|EOW" },
		{ "Send the offer until end of Q1", "Send the offer|end of Q1" },
		{ "Send the offer due Friday", "Send the offer|Friday" },
		{ "Send the offer, due by Jan 20", "Send the offer|Jan 20" },
		{ "Send the offer by end of day Friday", "Send the offer|end of day Friday" },
		{ "Send the offer by next meeting", "Send the offer|next meeting" },
		{ "Send the offer within two weeks", "Send the offer|within two weeks" },
		{ "Send the offer before Friday", "Send the offer|before Friday" },
		{ "The offer is due Friday", "The offer is due Friday|Friday" },
		{ "Angebot senden bis KW 23", "Angebot senden|KW 23" },
		{ "Angebot senden bis zum 20.01.", "Angebot senden|20.01." },
		{ "Offerte sturen tegen 30/4", "Offerte sturen|30/4" },
		{ "Envoyer l'offre d'ici vendredi", "Envoyer l'offre|vendredi" },
		{ "Enviar até sexta-feira", "Enviar|sexta-feira" },
		{ "**Send the offer by Friday**", "**Send the offer**|Friday" },
		{ "Send the offer **by Friday**", "Send the offer|Friday" },
		{ "Send the offer #2026-02-10", "Send the offer|2026-02-10" },
		{ "Send the offer — *Friday*", "Send the offer|Friday" },
		{ "Send the offer - Jan 20", "Send the offer|Jan 20" },
		{ "by Friday", "|Friday" },
	};
	CHECK(rows);
}

static void
a_label_makes_words_due(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Send the offer - Due: 20.01.", "Send the offer|20.01." },
		{ "Send the offer - Due: after the fair", "Send the offer|after the fair" },
		{ "Send the offer. Due: Friday.", "Send the offer.|Friday" },
		{ "Send the offer; **Due:** Friday", "Send the offer|Friday" },
		{ "Send the offer | Deadline: TBD", "Send the offer|TBD" },
		{ "Send the offer ETA: Jan 20, 2026", "Send the offer|Jan 20, 2026" },
		{ "Angebot senden, fällig: Montag", "Angebot senden|Montag" },
		{ "Envoyer l'offre - Échéance : 20/01/2026", "Envoyer l'offre|20/01/2026" },
		{ "見積もりを送る 期限：11/20", "見積もりを送る|11/20" },
		{ "due: Friday", "|Friday" },
	};
	CHECK(rows);
}

static void
brackets_hold_due_parts(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Send the offer (due: Jan 20)", "Send the offer|Jan 20" },
		{ "Send the offer (due Jan 20).", "Send the offer.|Jan 20" },
		{ "Send the offer (by Friday)", "Send the offer|Friday" },
		{ "Send the offer [due: Friday]", "Send the offer|Friday" },
		{ "Send the offer *(by Friday)*", "Send the offer|Friday" },
		{ "Send the offer (2025-01-20)", "Send the offer|2025-01-20" },
		{ "Send the offer (Jan 20)", "Send the offer|Jan 20" },
		{ "Send the offer (Owner: Ada, due: Friday)",
			"Send the offer (Owner: Ada)|Friday" },
		{ "Send the offer (due: Friday, owner: Ada)",
			"Send the offer (owner: Ada)|Friday" },
		{ "Send the offer (due: Friday，owner: Ada)",
			"Send the offer (owner: Ada)|Friday" },
		{ "見積もりを送る（担当: 田中、期限: 11/20）",
			"見積もりを送る（担当: 田中）|11/20" },
		{ "Offerte sturen (Deadline: 30/4)", "Offerte sturen|30/4" },
		{ "Send it by Jan 20 (Tue)", "Send it|Jan 20 (Tue)" },
	};
	CHECK(rows);
}

static void
other_ends_of_sentences_are_not_due(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Have it checked by Ada", "" },
		{ "Drop by the office", "" },
		{ "Meet on Friday", "" },
		{ "Prepare the workshop - Friday", "" },
		{ "Prepare the workshop (Friday)", "" },
		{ "Do the due diligence", "" },
		{ "Fix the due date", "" },
		{ "Ask about the ETA", "" },
		{ "Reduce cost by 5", "" },
		{ "Reduce cost by 2.5", "" },
		{ "Reduce cost by 2.5.", "" },
		{ "Ship the library - 1.2", "" },
		{ "Ship the library (1.2.13)", "" },
		{ "Draw the plan (1/2)", "" },
		{ "Reduce cost by 20%", "" },
		{ "Read the notes of (Ada)", "" },
		{ "See [[Due: Friday]] and more", "" },
		{ "Friday", "" },
		{ "", "" },
		{ "...", "" },
		{ "(", "" },
		{ "()", "" },
		{ ")", "" },
		{ "Send by", "" },
		{ "due:", "" },
		{ "standby Friday", "" },
	};
	CHECK(rows);
}

/* What is left of a week that names no day, "来週". */
static void
no_word_is_none(void **state)
{
	(void)state;
	struct dates_word word;
	assert_false(dates_find_word(STR(""), &word));
	assert_true(dates_find_word(STR("friday"), &word));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_due_part_ends_the_sentence),
		cmocka_unit_test(a_label_makes_words_due),
		cmocka_unit_test(brackets_hold_due_parts),
		cmocka_unit_test(other_ends_of_sentences_are_not_due),
		cmocka_unit_test(no_word_is_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
