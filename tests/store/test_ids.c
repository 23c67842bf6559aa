/* Ids that people type, and showing what they stand for. */
#include "import/sandbox.h"

#define MOST 512

/* The example vault in a store, and its ids; the tests only read. */
static struct fixture {
	struct sandbox box;
	struct docket_store *store;
	char ids[MOST][24];
	size_t count;
} fixture;

static void
add_ids(const char *report)
{
	const struct docket_filter all = { "state", "all" };
	const struct docket_request request = {
		.report = report, .today = SANDBOX_TODAY, .filters = &all, .filter_count = 1
	};
	struct docket_rows *rows = docket_report_run(fixture.store, &request, NULL);
	const struct docket_value *row;
	while (rows && (row = docket_rows_next(rows, NULL))) {
		struct docket_str id = docket_value_get(row, "id")->text;
		assert_true(fixture.count < MOST);
		snprintf(fixture.ids[fixture.count++], sizeof(*fixture.ids), "%.*s", (int)id.length,
			id.bytes);
	}
	docket_rows_free(rows);
}

static int
set_up(void **state)
{
	(void)state;
	sandbox_open(&fixture.box);
	sandbox_shell(&fixture.box, "cp -R \"$OLDPWD/fixtures/vault\" notes");
	sandbox_import(&fixture.box, "notes");
	fixture.store = sandbox_store(&fixture.box);
	add_ids("tasks");
	add_ids("decisions");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	docket_store_close(fixture.store);
	sandbox_close(&fixture.box);
	return 0;
}

static void
an_id_has_four_characters_or_more(void **state)
{
	(void)state;
	assert_true(fixture.count > 300);
	for (size_t i = 0; i < fixture.count; i++)
		assert_true(strlen(fixture.ids[i]) >= 4);
}

static void
ids_have_only_characters_that_nobody_confuses(void **state)
{
	(void)state;
	for (size_t i = 0; i < fixture.count; i++)
		assert_int_equal(strspn(fixture.ids[i], "0123456789abcdefghjkmnpqrstvwxyz"),
			strlen(fixture.ids[i]));
}

static void
no_id_is_the_start_of_another(void **state)
{
	(void)state;
	for (size_t i = 0; i < fixture.count; i++)
		for (size_t k = 0; k < fixture.count; k++)
			assert_true(i == k || strncmp(fixture.ids[i], fixture.ids[k],
						      strlen(fixture.ids[i])) != 0);
}

/* Shows what the id stands for: its own id, or the failure. */
static enum docket_error_code
show(const char *typed, char *id, size_t size)
{
	struct docket_error err = { 0 };
	struct docket_rows *rows = docket_show(fixture.store, typed, SANDBOX_TODAY, &err);
	const struct docket_value *row = rows ? docket_rows_next(rows, &err) : NULL;
	if (row) {
		struct docket_str text = docket_value_get(row, "id")->text;
		snprintf(id, size, "%.*s", (int)text.length, text.bytes);
		assert_null(docket_rows_next(rows, &err));
	}
	docket_rows_free(rows);
	return err.code;
}

static void
every_id_shows_what_it_was_printed_for(void **state)
{
	(void)state;
	for (size_t i = 0; i < rounds_of(fixture.count); i++) {
		char id[24] = "";
		assert_int_equal(show(fixture.ids[i], id, sizeof(id)), DOCKET_OK);
		assert_string_equal(id, fixture.ids[i]);
	}
}

static void
capitals_and_letters_like_digits_are_understood(void **state)
{
	(void)state;
	for (size_t i = 0; i < rounds_of(fixture.count); i++) {
		char typed[24], id[24] = "";
		snprintf(typed, sizeof(typed), "%s", fixture.ids[i]);
		for (char *c = typed; *c; c++)
			*c = *c == '0'                ? 'O'
			     : *c == '1'              ? 'l'
			     : *c >= 'a' && *c <= 'z' ? (char)(*c - 32)
						      : *c;
		assert_int_equal(show(typed, id, sizeof(id)), DOCKET_OK);
		assert_string_equal(id, fixture.ids[i]);
	}
}

static void
a_start_of_several_ids_is_ambiguous(void **state)
{
	char id[24];
	(void)state;
	/* More ids than characters: one of them starts two ids or more. */
	enum docket_error_code code = DOCKET_OK;
	for (const char *c = "0123456789abcdef"; *c && code != DOCKET_AMBIGUOUS; c++)
		code = show((char[]){ *c, 0 }, id, sizeof(id));
	assert_int_equal(code, DOCKET_AMBIGUOUS);
}

static void
what_is_no_id_is_not_found(void **state)
{
	char id[24];
	(void)state;
	assert_int_equal(show("zzzzzzzz", id, sizeof(id)), DOCKET_NOT_FOUND);
	assert_int_equal(show("u", id, sizeof(id)), DOCKET_NOT_FOUND);
	assert_int_equal(show("%", id, sizeof(id)), DOCKET_NOT_FOUND);
	assert_int_equal(show("*", id, sizeof(id)), DOCKET_NOT_FOUND);
	assert_int_equal(show("' OR 1=1 --", id, sizeof(id)), DOCKET_NOT_FOUND);
	assert_int_equal(show("\xff", id, sizeof(id)), DOCKET_NOT_FOUND);
	assert_int_equal(show("", id, sizeof(id)), DOCKET_INVALID);
	assert_int_equal(show(" ", id, sizeof(id)), DOCKET_INVALID);
}

static void
the_whole_key_is_an_id_too(void **state)
{
	struct docket_error err = { 0 };
	(void)state;
	struct docket_rows *rows = docket_sql(fixture.store, "SELECT task_key FROM tasks", &err);
	const struct docket_value *row;
	char id[24], key[64];
	for (int i = 0; i < 20 && (row = docket_rows_next(rows, &err)); i++) {
		snprintf(key, sizeof(key), "%.*s", (int)row->items[0].text.length,
			row->items[0].text.bytes);
		assert_int_equal(show(key, id, sizeof(id)), DOCKET_OK);
		assert_memory_equal(id, key, strlen(id));
	}
	docket_rows_free(rows);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_id_has_four_characters_or_more),
		cmocka_unit_test(ids_have_only_characters_that_nobody_confuses),
		cmocka_unit_test(no_id_is_the_start_of_another),
		cmocka_unit_test(every_id_shows_what_it_was_printed_for),
		cmocka_unit_test(capitals_and_letters_like_digits_are_understood),
		cmocka_unit_test(a_start_of_several_ids_is_ambiguous),
		cmocka_unit_test(what_is_no_id_is_not_found),
		cmocka_unit_test(the_whole_key_is_an_id_too),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
