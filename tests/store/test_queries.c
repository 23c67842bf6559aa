/*
 * Every query of fixtures/query/queries.json on the notes of fixtures/conformance/vault: rows and
 * headings as the Tasks plugin gave them.
 */
#include "../import/sandbox.h"

#include "base/date.h"
#include "store/value.h"

#define VAULT "fixtures/conformance/vault"

static struct sandbox box;

static int
import_vault(void **state)
{
	(void)state;
	sandbox_open(&box);
	const char *paths[] = { VAULT };
	struct docket_import import = { .paths = paths, .path_count = 1 };
	struct docket_import_result result;
	struct docket_error err = { 0 };
	return docket_store_import(box.store, &import, &result, &err) ? 0 : -1;
}

static int
remove_store(void **state)
{
	(void)state;
	sandbox_close(&box);
	return 0;
}

static str
read_whole(struct arena *arena, const char *path)
{
	struct buffer text = { .arena = arena };
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	for (int c; (c = getc(file)) != EOF;)
		buffer_add_char(&text, (char)c);
	fclose(file);
	return text.text;
}

/* Adds the headings of the levels that change; an empty name is none. */
static void
add_headings(struct buffer *out, struct docket_strs headings, str *before)
{
	bool changed = false;
	for (size_t i = 0; i < headings.count; i++) {
		changed = changed || !before[i].bytes || !str_equal(before[i], headings.items[i]);
		before[i] = headings.items[i];
		if (!changed || !headings.items[i].length)
			continue;
		for (size_t level = 0; level <= i; level++)
			buffer_add_char(out, '#');
		buffer_format(out, " %.*s\n", STR_ARG(headings.items[i]));
	}
}

static str
write_answer(struct arena *arena, struct docket_answer *answer)
{
	struct buffer out = { .arena = arena };
	const struct docket_answer_group *group;
	const struct docket_value *task;
	struct docket_error err = { 0 };
	str before[16] = { { 0 } };
	while ((group = docket_answer_next_group(answer))) {
		add_headings(&out, group->headings, before);
		while ((task = docket_answer_next_task(answer, &err)))
			buffer_format(&out, "%.*s:%lld\n",
				STR_ARG(docket_value_get(task, "vault_path")->text),
				docket_value_get(task, "line")->number);
	}
	assert_int_equal(err.code, DOCKET_OK);
	return out.text;
}

static str
write_expected(struct arena *arena, const struct docket_value *result)
{
	struct buffer out = { .arena = arena };
	for (size_t i = 0; i < result->count; i++)
		buffer_format(&out, "%.*s\n", STR_ARG(result->items[i].text));
	return out.text;
}

static void
check_query(struct docket_store *store, const struct docket_value *example)
{
	struct arena arena = { 0 };
	struct docket_error err = { 0 };
	struct docket_query query = { .text = docket_value_get(example, "query")->text,
		.name = "example",
		.today = { 2025, 11, 22 } };
	const struct docket_value *result = docket_value_get(example, "result");
	struct docket_answer *answer = docket_query_run(store, &query, &err);
	if (!result) {
		assert_null(answer);
		assert_int_equal(err.code, DOCKET_NOT_UNDERSTOOD);
	} else {
		if (!answer)
			fail_msg("%.*s\n%s", STR_ARG(query.text), err.message);
		str got = write_answer(&arena, answer);
		str expected = write_expected(&arena, result);
		if (!str_equal(got, expected)) {
			print_error("QUERY\n%.*s\n", STR_ARG(query.text));
			for (str g, e; str_next_line(&expected, &e);)
				if (!str_next_line(&got, &g) || !str_equal(g, e)) {
					print_error("expected %.*s, got %.*s\n", STR_ARG(e),
						STR_ARG(g));
					break;
				}
			fail();
		}
	}
	docket_answer_free(answer);
	arena_free(&arena);
}

static void
queries_answer_as_in_the_plugin(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct docket_error err = { 0 };
	struct docket_value examples =
		value_from_json(&arena, read_whole(&arena, "fixtures/query/queries.json"));
	assert_int_equal(examples.count, 73);
	struct docket_store *store = docket_store_open(box.store, &err);
	assert_non_null(store);
	for (size_t i = 0; i < examples.count; i++)
		check_query(store, &examples.items[i]);
	docket_store_close(store);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(queries_answer_as_in_the_plugin),
	};
	return cmocka_run_group_tests(tests, import_vault, remove_store);
}
