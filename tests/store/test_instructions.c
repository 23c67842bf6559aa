/*
 * Every instruction of fixtures/query/instructions.txt on the notes beside it: one for each row of
 * what docket-query(7) says.
 */
#include "../import/sandbox.h"

#include "store/value.h"

static struct sandbox box;

static int
import_notes(void **state)
{
	(void)state;
	sandbox_open(&box);
	const char *paths[] = { "fixtures/query/instructions" };
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

/* "has tags; sort by due", and what orders the rest. */
static str
write_query(struct arena *arena, str instructions)
{
	struct buffer out = { .arena = arena };
	for (str rest = instructions; rest.length;) {
		size_t end = str_find(rest, STR("; "));
		buffer_format(&out, "%.*s\n", STR_ARG(str_slice(rest, 0, end)));
		rest = end == STR_NONE ? STR("") : str_skip(rest, end + 2);
	}
	buffer_add(&out, STR("sort by path\nsort by function task.lineNumber\n"));
	return out.text;
}

static void
add_task(struct buffer *out, const struct docket_value *task)
{
	str path = docket_value_get(task, "vault_path")->text;
	size_t slash = str_find_last_char(path, '/');
	char note = path.bytes[slash == STR_NONE ? 0 : slash + 1];
	buffer_format(out, "%s%c%lld", out->text.length ? " " : "", note,
		docket_value_get(task, "line")->number);
}

static str
write_answer(struct arena *arena, struct docket_answer *answer)
{
	struct buffer out = { .arena = arena };
	const struct docket_answer_group *group;
	const struct docket_value *task;
	struct docket_error err = { 0 };
	while ((group = docket_answer_next_group(answer))) {
		for (size_t i = 0; i < group->headings.count; i++)
			buffer_format(&out, "%s[%.*s]", !i && out.text.length ? " " : "",
				STR_ARG(group->headings.items[i]));
		while ((task = docket_answer_next_task(answer, &err)))
			add_task(&out, task);
	}
	assert_int_equal(err.code, DOCKET_OK);
	return out.text.length ? out.text : STR("-");
}

/* Whether the instructions list what is written behind them. */
static bool
check_line(struct docket_store *store, struct arena *arena, str line)
{
	size_t gap = str_find(line, STR("  "));
	assert_true(gap != STR_NONE);
	str instructions = str_slice(line, 0, gap), expected = str_trim_space(str_skip(line, gap));
	struct docket_error err = { 0 };
	struct docket_query query = { .text = write_query(arena, instructions),
		.name = "example",
		.line = 1,
		.today = { 2025, 11, 22 } };
	struct docket_answer *answer = docket_query_run(store, &query, &err);
	str listed = answer ? write_answer(arena, answer) : str_from(err.message);
	bool right = str_equal(listed, expected);
	if (!right)
		print_error("%.*s\n  expected %.*s\n  listed   %.*s\n", STR_ARG(instructions),
			STR_ARG(expected), STR_ARG(listed));
	docket_answer_free(answer);
	return right;
}

static void
instructions_list_what_they_say(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct docket_error err = { 0 };
	struct docket_store *store = docket_store_open(box.store, &err);
	assert_non_null(store);
	str text = read_whole(&arena, "fixtures/query/instructions.txt");
	size_t count = 0, wrong = 0;
	for (str line; str_next_line(&text, &line);)
		if (line.length && line.bytes[0] != '#') {
			wrong += !check_line(store, &arena, line);
			count++;
		}
	docket_store_close(store);
	arena_free(&arena);
	assert_int_equal(wrong, 0);
	assert_true(count > 150);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(instructions_list_what_they_say),
	};
	return cmocka_run_group_tests(tests, import_notes, remove_store);
}
