/* What is typed into a search -> an expression of FTS5. */
#include "store/search.h"

#include "import/sandbox.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const struct example {
	const char *typed, *expected;
} examples[] = {
	{ "", "" },
	{ " \t ", "" },
	{ "offer", "\"offer\"" },
	{ "Offer  PRICE", "\"offer\" \"price\"" },
	{ "Straße Işık café", "\"strasse\" \"isik\" \"cafe\"" },
	{ "\"price list\" now", "\"price list\" \"now\"" },
	{ "now\"price list\"", "\"now\"\"price\" \"list\"\"\"" },
	{ "a\"b", "\"a\"\"b\"" },
	{ "\"never closed", "\"\"\"never\" \"closed\"" },
	{ "\"\"", "" },
	{ "pric*", "\"pric\" *" },
	{ "\"price li\"* now", "\"price li\" * \"now\"" },
	{ "\"price li*\"", "\"price li\" *" },
	{ "*", "" },
	{ "a * b", "\"a\" \"b\"" },
	{ "this AND NOT that OR", "\"this\" \"and\" \"not\" \"that\" \"or\"" },
	{ "NEAR(a b, 2)", "\"near(a\" \"b,\" \"2)\"" },
	{ "text:a -b ^c {d} a+b", "\"text:a\" \"-b\" \"^c\" \"{d}\" \"a+b\"" },
};

static void
what_is_typed_is_words_and_phrases(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	for (size_t i = 0; i < COUNT(examples); i++) {
		str found = search_expression(&arena, str_from(examples[i].typed));
		assert_string_equal(str_terminated(&arena, found), examples[i].expected);
	}
	arena_free(&arena);
}

/* The number of hits, or the code of the failure with a minus. */
static long long
count_hits(struct docket_store *store, const char *words)
{
	struct docket_error err = { 0 };
	struct docket_request request = { .report = "search", .words = words };
	size_t count = 0;
	bool done = docket_report_count(store, &request, &count, &err);
	return done ? (long long)count : -(long long)err.code;
}

static int
set_up(void **state)
{
	struct sandbox *box = sandbox_begin(state);
	sandbox_put(box, "notes/a.md", "# Price talk\n\n- [ ] Ask near and far about a\"b\n");
	sandbox_import(box, "notes");
	return 0;
}

static void
no_words_are_an_error_that_says_so(void **state)
{
	struct docket_store *store = sandbox_store(*state);
	assert_int_equal(count_hits(store, " * "), -DOCKET_INVALID);
	assert_int_equal(count_hits(store, NULL), -DOCKET_INVALID);
	docket_store_close(store);
}

static void
signs_alone_find_nothing_and_beside_words_are_nothing(void **state)
{
	struct docket_store *store = sandbox_store(*state);
	assert_int_equal(count_hits(store, "- ? \"..\""), 0);
	assert_int_equal(count_hits(store, "near - far"), 1);
	assert_int_equal(count_hits(store, "- near"), 1);
	assert_int_equal(count_hits(store, "a\"b"), 1);
	assert_int_equal(count_hits(store, "\"far near\""), 0);
	docket_store_close(store);
}

static void
whatever_is_typed_is_understood(void **state)
{
	struct sandbox *box = *state;
	struct docket_store *store = sandbox_store(box);
	static const char signs[] = "ab\"\"** -+^:(){},.'\\\n\x01\xC3\xFF NEARANDOT";
	for (size_t i = 0; i < rounds_of(3000); i++) {
		char typed[24] = { 'x' };
		size_t length = 1 + (size_t)sandbox_random(box, sizeof(typed) - 2);
		for (size_t at = 1; at < length; at++)
			typed[at] = signs[sandbox_random(box, sizeof(signs) - 1)];
		if (count_hits(store, typed) < 0)
			fail_msg("'%s' is not understood", typed);
	}
	docket_store_close(store);
}

static void
many_words_are_no_deeper_than_few(void **state)
{
	struct docket_store *store = sandbox_store(*state);
	char words[16001];
	for (size_t i = 0; i + 1 < sizeof(words); i += 2)
		words[i] = "abc"[i % 3], words[i + 1] = ' ';
	words[sizeof(words) - 1] = '\0';
	assert_int_equal(count_hits(store, words), 0);
	docket_store_close(store);
}

static void
of_a_great_many_spellings_some_are_listed(void **state)
{
	struct sandbox *box = *state;
	struct arena arena = { 0 };
	struct buffer text = { .arena = &arena };
	for (int i = 0; i < 100000; i++)
		buffer_format(&text, "word%d ", i);
	sandbox_put(box, "notes/many.md", text.text.bytes);
	sandbox_import(box, "notes");
	struct docket_store *store = docket_store_open(box->store, NULL);
	struct docket_request request = { .report = "search", .words = "word*" };
	struct docket_rows *rows = docket_report_run(store, &request, NULL);
	const struct docket_value *row = docket_rows_next(rows, NULL);
	assert_non_null(row);
	assert_int_equal(docket_value_get(row, "matches")->count, 256);
	docket_rows_free(rows);
	docket_store_close(store);
	arena_free(&arena);
}

/* The word that is said to be meant; absent: none. */
static str
nearest(struct arena *arena, struct sandbox *box, const char *typed)
{
	struct docket_store *store = sandbox_store(box);
	struct docket_rows *rows = docket_search_nearest(store, typed, NULL);
	const struct docket_value *row = docket_rows_next(rows, NULL);
	str found = row ? str_copy(arena, docket_value_get(row, "nearest")->text) : (str){ 0 };
	docket_rows_free(rows);
	docket_store_close(store);
	return found;
}

/* Then words that begin otherwise are not looked at. */
static void
among_many_notes_a_word_is_looked_for_by_its_first_letters(void **state)
{
	struct sandbox *box = *state;
	struct arena arena = { 0 };
	sandbox_put(box, "notes/a.md", "Bring a review and a window\n");
	sandbox_import(box, "notes");
	assert_true(str_equal(nearest(&arena, box, "eview"), STR("review")));
	struct db *db = db_open(box->store, DB_WRITE, NULL);
	db_execute(db, "PRAGMA foreign_keys = OFF; UPDATE note SET id = id + 5000;");
	assert_false(db_failed(db, NULL));
	db_close(db);
	assert_int_equal(nearest(&arena, box, "eview").length, 0);
	assert_true(str_equal(nearest(&arena, box, "reveiw"), STR("review")));
	assert_true(str_equal(nearest(&arena, box, "erview"), STR("review")));
	assert_true(str_equal(nearest(&arena, box, "xreview"), STR("review")));
	assert_true(str_equal(nearest(&arena, box, "winndow"), STR("window")));
	arena_free(&arena);
}

/* A later import takes no more memory than it needs. */
static void
a_store_that_was_built_adds_words_as_fts5_does(void **state)
{
	const char *size = "SELECT v FROM search_config WHERE k = 'hashsize'";
	assert_int_equal(sandbox_number(*state, size), 1048576);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_typed_is_words_and_phrases),
		cmocka_unit_test(no_words_are_an_error_that_says_so),
		cmocka_unit_test(signs_alone_find_nothing_and_beside_words_are_nothing),
		cmocka_unit_test(whatever_is_typed_is_understood),
		cmocka_unit_test(many_words_are_no_deeper_than_few),
		cmocka_unit_test(of_a_great_many_spellings_some_are_listed),
		cmocka_unit_test(among_many_notes_a_word_is_looked_for_by_its_first_letters),
		cmocka_unit_test(a_store_that_was_built_adds_words_as_fts5_does),
	};
	return cmocka_run_group_tests(tests, set_up, sandbox_end);
}
