#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "identity/match.h"

#include <stdio.h>
#include <string.h>

#define MOST 32

/* A group of fixtures/identity/pairs.txt: the two notes of a meeting. */
struct group {
	struct match_line lines[2][MOST];
	size_t counts[2];
	bool same[MOST][MOST];
	size_t same_count;
};

struct tally {
	size_t right, wrong, expected, groups;
};

static str
read_fixture(struct arena *arena, const char *path)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	char *bytes = arena_alloc(arena, 1 << 17);
	size_t length = fread(bytes, 1, 1 << 17, file);
	fclose(file);
	return (str){ bytes, length };
}

static size_t
add_text(struct group *group, size_t side, str text)
{
	struct match_line *lines = group->lines[side];
	size_t i = 0;
	while (i < group->counts[side] && !str_equal(lines[i].text, text))
		i++;
	assert_true(i < MOST);
	if (i == group->counts[side])
		lines[group->counts[side]++].text = text;
	return i;
}

static void
add_row(struct group *group, str row)
{
	str label = { 0 }, a = { 0 }, b = { 0 };
	assert_true(str_next_part(&row, '\t', &label) && str_next_part(&row, '\t', &a) &&
		    str_next_part(&row, '\t', &b));
	bool same = str_equal(label, STR("same"));
	assert_true(same || str_equal(label, STR("different")));
	size_t at_a = add_text(group, 0, a), at_b = add_text(group, 1, b);
	group->same[at_a][at_b] = same;
	group->same_count += same;
}

/* Reads the next group; false at the end. */
static bool
next_group(str *rest, struct group *group)
{
	*group = (struct group){ 0 };
	for (str line; str_next_line(rest, &line);) {
		if (!line.length && group->counts[0])
			return true;
		if (line.length && line.bytes[0] != '#')
			add_row(group, line);
	}
	return group->counts[0] > 0;
}

static size_t
match_group(struct arena *arena, const struct group *group, struct match_pair **pairs)
{
	return match_lines(arena, (struct match_note){ group->lines[0], group->counts[0] },
		(struct match_note){ group->lines[1], group->counts[1] }, pairs);
}

static struct tally
tally_pairs(struct arena *arena)
{
	struct tally tally = { 0 };
	struct group group;
	for (str rest = read_fixture(arena, "fixtures/identity/pairs.txt");
		next_group(&rest, &group); tally.groups++) {
		struct match_pair *pairs;
		size_t count = match_group(arena, &group, &pairs);
		for (size_t i = 0; i < count; i++) {
			bool right = group.same[pairs[i].a][pairs[i].b];
			tally.right += right;
			tally.wrong += !right;
			if (!right)
				print_error(
					"merged: %.*s\n", STR_ARG(group.lines[0][pairs[i].a].text));
		}
		tally.expected += group.same_count;
	}
	return tally;
}

static void
different_lines_of_a_meeting_are_never_merged(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct tally tally = tally_pairs(&arena);
	assert_true(tally.groups > 30);
	assert_int_equal(tally.wrong, 0);
	arena_free(&arena);
}

static void
at_least_95_of_100_paraphrases_are_found(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct tally tally = tally_pairs(&arena);
	assert_true(tally.expected >= 60);
	assert_true(tally.right * 100 >= tally.expected * 95);
	arena_free(&arena);
}

static void
all_tasks_and_decisions_of_the_first_meeting_are_found(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str rest = read_fixture(&arena, "fixtures/identity/pairs.txt");
	for (int i = 0; i < 2; i++) {
		struct group group;
		struct match_pair *pairs;
		assert_true(next_group(&rest, &group));
		size_t count = match_group(&arena, &group, &pairs);
		assert_int_equal(count, group.same_count);
	}
	arena_free(&arena);
}

static struct match_line
line(const char *text)
{
	return (struct match_line){ .text = str_from(text) };
}

static size_t
match_two(struct match_line a, struct match_line b)
{
	struct arena arena = { 0 };
	struct match_pair *pairs;
	size_t count = match_lines(
		&arena, (struct match_note){ &a, 1 }, (struct match_note){ &b, 1 }, &pairs);
	arena_free(&arena);
	return count;
}

static void
nothing_matches_nothing(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct match_pair *pairs;
	struct match_line one = line("Order the banners");
	assert_int_equal(match_lines(&arena, (struct match_note){ NULL, 0 },
				 (struct match_note){ NULL, 0 }, &pairs),
		0);
	assert_int_equal(match_lines(&arena, (struct match_note){ &one, 1 },
				 (struct match_note){ NULL, 0 }, &pairs),
		0);
	assert_int_equal(match_lines(&arena, (struct match_note){ NULL, 0 },
				 (struct match_note){ &one, 1 }, &pairs),
		0);
	assert_int_equal(match_two(line(""), line("")), 0);
	assert_int_equal(match_two(line("\xff\xfe"), line("\xff")), 0);
	arena_free(&arena);
}

static void
owners_without_one_in_common_contradict(void **state)
{
	(void)state;
	static const long long ana[] = { 1 }, bo[] = { 2 }, both[] = { 2, 1 };
	struct match_line a = line("Order the banners for Rotterdam");
	struct match_line b = line("Order banners for Rotterdam");
	a.owners = ana;
	a.owner_count = 1;
	assert_int_equal(match_two(a, b), 1);
	b.owners = bo;
	b.owner_count = 1;
	assert_int_equal(match_two(a, b), 0);
	b.owners = both;
	b.owner_count = 2;
	assert_int_equal(match_two(a, b), 1);
}

static void
the_same_id_is_certain(void **state)
{
	(void)state;
	static const long long ana[] = { 1 }, bo[] = { 2 };
	struct match_line a = { STR("Order the banners"), ana, 1, STR("k3f9") };
	struct match_line b = { STR("Buy flags"), bo, 1, STR("k3f9") };
	assert_int_equal(match_two(a, b), 1);
	b.task_id = STR("k3f8");
	assert_int_equal(match_two(a, b), 0);
}

static void
an_id_wins_over_equal_text(void **state)
{
	(void)state;
	struct match_line a[] = { { .text = STR("Order the banners"), .task_id = STR("k3f9") } };
	struct match_line b[] = { { .text = STR("Order the banners") },
		{ .text = STR("Buy flags"), .task_id = STR("k3f9") } };
	struct arena arena = { 0 };
	struct match_pair *pairs;
	for (int i = 0; i < 2; i++, b[1].text = STR("Raise the flags")) {
		assert_int_equal(match_lines(&arena, (struct match_note){ a, 1 },
					 (struct match_note){ b, 2 }, &pairs),
			1);
		assert_int_equal(pairs[0].b, 1);
		assert_true(pairs[0].score >= 1 && pairs[0].score <= 1);
	}
	arena_free(&arena);
}

static void
equal_lines_pair_up_by_their_owners(void **state)
{
	(void)state;
	static const long long ana[] = { 1 }, bo[] = { 2 };
	struct match_line a[] = { { STR("Follow up"), ana, 1, { 0 } },
		{ STR("Follow up"), bo, 1, { 0 } } };
	struct match_line b[] = { { STR("follow up!"), bo, 1, { 0 } },
		{ STR("Follow-up"), ana, 1, { 0 } } };
	struct arena arena = { 0 };
	struct match_pair *pairs;
	assert_int_equal(match_lines(&arena, (struct match_note){ a, 2 },
				 (struct match_note){ b, 2 }, &pairs),
		2);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(a[pairs[i].a].owners[0], b[pairs[i].b].owners[0]);
		assert_true(pairs[i].score >= 1 && pairs[i].score <= 1);
	}
	arena_free(&arena);
}

static void
equal_lines_are_taken_by_owner_then_in_a_fixed_order(void **state)
{
	(void)state;
	static const long long ana[] = { 1 }, bo[] = { 2 }, both[] = { 1, 2 };
	const struct match_line of_ana = { STR("Follow up"), ana, 1, { 0 } };
	const struct match_line of_bo = { STR("Follow up"), bo, 1, { 0 } };
	const struct match_line of_both = { STR("Follow up"), both, 2, { 0 } };
	const struct match_line of_none = { .text = STR("Follow up") };
	const struct {
		struct match_line a[2], b; /* the first of a is the one */
	} rows[] = {
		{ { of_ana, of_none }, of_ana },
		{ { of_bo, of_none }, of_both },
		{ { of_ana, of_bo }, of_none },
		{ { of_ana, of_both }, of_none },
		{ { of_both, of_bo }, of_none },
		{ { of_none, of_bo }, of_none },
	};
	struct arena arena = { 0 };
	struct match_pair *pairs;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct match_line turned[] = { rows[i].a[1], rows[i].a[0] };
		assert_int_equal(match_lines(&arena, (struct match_note){ rows[i].a, 2 },
					 (struct match_note){ &rows[i].b, 1 }, &pairs),
			1);
		assert_int_equal(pairs[0].a, 0);
		assert_int_equal(match_lines(&arena, (struct match_note){ turned, 2 },
					 (struct match_note){ &rows[i].b, 1 }, &pairs),
			1);
		assert_int_equal(pairs[0].a, 1);
	}
	arena_free(&arena);
}

static void
a_rival_makes_a_pair_less_likely_on_either_side(void **state)
{
	(void)state;
	struct match_line one = line("Share pricing sheet with Noor");
	struct match_line two[] = { line("Send the pricing sheet to Noor and Dana"),
		line("Send the pricing sheet to Noor and Piet on paper") };
	struct arena arena = { 0 };
	struct match_pair *pairs;
	assert_int_equal(match_lines(&arena, (struct match_note){ &one, 1 },
				 (struct match_note){ two, 1 }, &pairs),
		1);
	double alone = pairs[0].score;
	assert_int_equal(match_lines(&arena, (struct match_note){ &one, 1 },
				 (struct match_note){ two, 2 }, &pairs),
		1);
	double score = pairs[0].score;
	assert_true(score < alone * 0.7);
	assert_int_equal(match_lines(&arena, (struct match_note){ two, 2 },
				 (struct match_note){ &one, 1 }, &pairs),
		1);
	assert_true(pairs[0].score >= score && pairs[0].score <= score);
	arena_free(&arena);
}

/* How many of the lines are one with `one`, which is on either side. */
static size_t
match_with(struct match_line one, const struct match_line *others, size_t count)
{
	struct arena arena = { 0 };
	struct match_pair *pairs;
	struct match_note alone = { &one, 1 }, many = { others, count };
	size_t found = match_lines(&arena, alone, many, &pairs);
	assert_int_equal(match_lines(&arena, many, alone, &pairs), found);
	arena_free(&arena);
	return found;
}

static void
of_two_equal_rivals_none_is_taken(void **state)
{
	(void)state;
	const struct match_line others[] = {
		line("Send the pricing sheet for Rotterdam to Noor and Dana"),
		line("Send the pricing sheet for Rotterdam to Noor and Piet"),
		line("Send the pricing sheet to Noor")
	};
	struct match_line one = line("Send the pricing sheet for Rotterdam to Noor");
	assert_int_equal(match_with(one, others, 1), 1);
	assert_int_equal(match_with(one, others + 1, 1), 1);
	assert_int_equal(match_with(one, others + 2, 1), 1);
	assert_int_equal(match_with(one, others, 2), 0);
	assert_int_equal(match_with(one, others, 3), 0);
}

static void
of_two_equal_lines_one_is_taken(void **state)
{
	(void)state;
	const struct match_line others[] = { line("Send the pricing sheet to Noor and Dana"),
		line("send the pricing sheet to Noor and Dana!") };
	assert_int_equal(match_with(line("Share pricing sheet with Noor"), others, 2), 1);
	assert_int_equal(match_with(others[0], others, 2), 1);
}

static void
a_deed_has_many_verbs_and_a_number_two_spellings(void **state)
{
	(void)state;
	assert_int_equal(match_two(line("Renegotiate the warehouse lease"),
				 line("Discuss the warehouse lease")),
		1);
	assert_int_equal(match_two(line("Renew the webshop certificate"),
				 line("Replace the webshop certificate")),
		1);
	assert_int_equal(match_two(line("Order 20 chairs for the village hall"),
				 line("Order twenty chairs for the village hall")),
		1);
	assert_int_equal(match_two(line("Order 20 chairs for the village hall"),
				 line("Order 30 chairs for the village hall")),
		0);
}

static void
with_the_same_owner_one_rare_word_is_enough(void **state)
{
	(void)state;
	static const long long ana[] = { 1 };
	struct match_line a = { STR("Postgres"), ana, 1, { 0 } };
	struct match_line b = { STR("Postgres upgrade"), ana, 1, { 0 } };
	assert_int_equal(match_two(a, b), 1);
	a.owner_count = b.owner_count = 0;
	assert_int_equal(match_two(a, b), 0);
}

static void
the_order_of_lines_does_not_matter(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct group group;
	for (str rest = read_fixture(&arena, "fixtures/identity/pairs.txt");
		next_group(&rest, &group);) {
		struct group turned = group;
		for (size_t side = 0; side < 2; side++)
			for (size_t i = 0; i < group.counts[side]; i++)
				turned.lines[side][group.counts[side] - 1 - i] =
					group.lines[side][i];
		struct match_pair *pairs, *again;
		size_t count = match_group(&arena, &group, &pairs);
		assert_int_equal(match_group(&arena, &turned, &again), count);
		for (size_t i = 0; i < count; i++) {
			assert_int_equal(again[i].a, group.counts[0] - 1 - pairs[i].a);
			assert_int_equal(again[i].b, group.counts[1] - 1 - pairs[i].b);
			assert_true(again[i].score <= pairs[i].score && /* equal */
				    again[i].score >= pairs[i].score);
		}
	}
	arena_free(&arena);
}

static void
the_two_notes_may_change_places(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct group group;
	for (str rest = read_fixture(&arena, "fixtures/identity/pairs.txt");
		next_group(&rest, &group);) {
		struct match_pair *pairs, *turned;
		size_t count = match_group(&arena, &group, &pairs);
		assert_int_equal(
			match_lines(&arena, (struct match_note){ group.lines[1], group.counts[1] },
				(struct match_note){ group.lines[0], group.counts[0] }, &turned),
			count);
		double sums[2] = { 0 };
		for (size_t i = 0; i < count; i++) {
			sums[0] += pairs[i].score;
			sums[1] += turned[i].score;
		}
		assert_true(sums[0] - sums[1] < 1e-9 && sums[1] - sums[0] < 1e-9);
	}
	arena_free(&arena);
}

static void
two_thousand_lines_find_their_like(void **state)
{
	(void)state;
	enum { LINES = 2000 };
	struct arena arena = { 0 };
	struct match_line *a = arena_array(&arena, LINES, sizeof(*a));
	struct match_line *b = arena_array(&arena, LINES, sizeof(*b));
	for (unsigned i = 0; i < LINES; i++) {
		unsigned x = i * 2654435761u;
		a[i].text = str_format(
			&arena, "Send file%u to the clerk of depot%u", x % 9973, x % 691);
		b[i].text = str_format(
			&arena, "Please send file%u to depot%u's clerk", x % 9973, x % 691);
	}
	struct match_pair *pairs;
	size_t count = match_lines(
		&arena, (struct match_note){ a, LINES }, (struct match_note){ b, LINES }, &pairs);
	assert_true(count > LINES * 9 / 10);
	arena_free(&arena);
}

/* Texts that many lines share do not keep the others from finding their like, either. */
static void
equal_lines_pair_up_however_many_they_are(void **state)
{
	(void)state;
	enum { EQUAL = 5000, LINES = EQUAL + 2 };
	static const long long ana[] = { 1 }, bo[] = { 2 };
	struct arena arena = { 0 };
	struct match_line *a = arena_array(&arena, LINES, sizeof(*a));
	struct match_line *b = arena_array(&arena, LINES, sizeof(*b));
	for (size_t i = 0; i < EQUAL; i++) {
		a[i] = (struct match_line){ STR("Return the signed form"), i % 2 ? ana : bo, 1,
			{ 0 } };
		b[i] = (struct match_line){ STR("return the signed form."),
			i < EQUAL / 2 ? ana : bo, 1, { 0 } };
	}
	a[EQUAL] = line("Scan the signed form of Rotterdam");
	b[EQUAL] = line("Scan Rotterdam's signed form");
	a[EQUAL + 1] = (struct match_line){ STR("Buy flags"), ana, 1, STR("k3f9") };
	b[EQUAL + 1] = (struct match_line){ STR("Order the banners"), bo, 1, STR("k3f9") };
	struct match_pair *pairs;
	assert_int_equal(match_lines(&arena, (struct match_note){ a, LINES },
				 (struct match_note){ b, LINES }, &pairs),
		LINES);
	for (size_t i = 0; i < LINES; i++)
		if (pairs[i].a < EQUAL)
			assert_int_equal(a[pairs[i].a].owners[0], b[pairs[i].b].owners[0]);
		else
			assert_int_equal(pairs[i].a, pairs[i].b);
	arena_free(&arena);
}

static void
a_key_forgets_case_marks_and_punctuation(void **state)
{
	(void)state;
	static const char *const same[][2] = {
		{ "Ask Zoé’s team: deck?", "ask zoe's TEAM - deck" },
		{ "Book **room** 4", "book room 4." },
		{ "Überweisung prüfen", "U\u0308berweisung  pru\u0308fen" },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++) {
		str a = match_key(&arena, str_from(same[i][0]));
		str b = match_key(&arena, str_from(same[i][1]));
		assert_true(a.length && str_equal(a, b));
	}
	assert_false(str_equal(
		match_key(&arena, STR("Book room 4")), match_key(&arena, STR("Book room 5"))));
	arena_free(&arena);
}

static void
a_text_is_specific_when_it_names_its_thing(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool specific;
	} rows[] = {
		{ "", false },
		{ "Follow up", false },
		{ "Send minutes", false },
		{ "Schedule next meeting with the team", false },
		{ "Email Dana", false },
		{ "Send the deck to Noor", false },
		{ "Termin vereinbaren", false },
		{ "Point hebdo", false },
		{ "会議を予約する", false },
		{ "Send the pricing deck to Noor Haddad", true },
		{ "Renew the TLS certificate of the webshop", true },
		{ "Angebot Nordlicht GmbH überarbeiten", true },
		{ "新しい在庫管理アプリの操作マニュアルを作成する", true },
	};
	struct arena arena = { 0 };
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		bool specific = match_is_specific(match_key(&arena, str_from(rows[i].text)), false);
		if (specific != rows[i].specific)
			fail_msg("%s", rows[i].text);
	}
	arena_free(&arena);
}

static void
an_edited_line_is_similar_and_another_is_not(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str old = STR("Send the pricing deck to Noor by Friday");
	assert_true(match_similarity(&arena, old, old) > 0.99);
	assert_true(match_similarity(&arena, old, STR("Send pricing deck to Noor Haddad")) > 0.6);
	assert_true(match_similarity(&arena, old, STR("Book a room in Oslo")) < 0.2);
	assert_true(match_similarity(&arena, STR(""), STR("")) < 0.01);
	assert_true(match_similarity(&arena, STR("Call Dana"), STR("Book rooms")) < 0.01);
	assert_true(match_similarity(&arena, STR("Call Noor"), STR("Call, call Noor")) < 0.81);
	assert_true(match_similarity(&arena, STR("Call, call Noor"), STR("Call Noor")) < 0.81);
	arena_free(&arena);
}

static void
a_line_carried_over_to_the_next_meeting_needs_fewer_words(void **state)
{
	(void)state;
	assert_false(match_is_specific(STR("match each theme with a speaker"), false));
	assert_true(match_is_specific(STR("match each theme with a speaker"), true));
	assert_false(match_is_specific(STR("follow up"), true));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(different_lines_of_a_meeting_are_never_merged),
		cmocka_unit_test(at_least_95_of_100_paraphrases_are_found),
		cmocka_unit_test(all_tasks_and_decisions_of_the_first_meeting_are_found),
		cmocka_unit_test(nothing_matches_nothing),
		cmocka_unit_test(owners_without_one_in_common_contradict),
		cmocka_unit_test(the_same_id_is_certain),
		cmocka_unit_test(an_id_wins_over_equal_text),
		cmocka_unit_test(equal_lines_pair_up_by_their_owners),
		cmocka_unit_test(equal_lines_are_taken_by_owner_then_in_a_fixed_order),
		cmocka_unit_test(a_rival_makes_a_pair_less_likely_on_either_side),
		cmocka_unit_test(of_two_equal_rivals_none_is_taken),
		cmocka_unit_test(of_two_equal_lines_one_is_taken),
		cmocka_unit_test(a_deed_has_many_verbs_and_a_number_two_spellings),
		cmocka_unit_test(with_the_same_owner_one_rare_word_is_enough),
		cmocka_unit_test(the_two_notes_may_change_places),
		cmocka_unit_test(the_order_of_lines_does_not_matter),
		cmocka_unit_test(two_thousand_lines_find_their_like),
		cmocka_unit_test(equal_lines_pair_up_however_many_they_are),
		cmocka_unit_test(a_key_forgets_case_marks_and_punctuation),
		cmocka_unit_test(a_text_is_specific_when_it_names_its_thing),
		cmocka_unit_test(a_line_carried_over_to_the_next_meeting_needs_fewer_words),
		cmocka_unit_test(an_edited_line_is_similar_and_another_is_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
