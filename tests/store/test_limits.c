/*
 * A query with a limit lists what the same query lists first without one.
 */
#include "../import/sandbox.h"

#include "base/str.h"
#include "generator.h"

enum { NOTES = 24, BOXES = 16, QUERIES = 150, LISTED_MOST = NOTES * BOXES };

static struct sandbox box;

/* Few of each, so that many boxes are alike in all that is sorted by. */
static const char *const texts[] = { "Send the map", "send the map", "Order 2 chairs",
	"Order 10 chairs", "Café **list**", "Cafe list", "[[Plan|the plan]]", "Łódź" };
static const char *const fields[] = { "", " 📅 2025-11-10", " 📅 2025-11-31", " 📅 2025-12-01", " ⏫",
	" ⏳ 2025-11-03", " #home", " #work #home", " 🔁 every week" };
static const char *const names[] = { "Note 2", "note 10", "Ärger", "a_b" };
static const char *const filters[] = { "", "not done\n", "has due date\n", "tags include home\n",
	"description regex matches /a[pf]/i\n", "(priority is high) OR (no due date)\n" };
static const char *const orders[] = { "", "sort by due\n", "sort by due reverse\n",
	"sort by description\n", "sort by description reverse\n", "sort by tag\n",
	"sort by tag reverse 2\n", "sort by path reverse\n", "sort by filename\n",
	"sort by urgency reverse\n", "sort by priority\n", "sort by random\n",
	"sort by happens\n" };

/* What a query lists, in order. */
struct listing {
	size_t total, count;
	struct place {
		char path[64];
		long long line;
	} items[LISTED_MOST];
};

static int
import_generated(void **state)
{
	(void)state;
	struct generator generator = { .state = 20251110 };
	sandbox_open(&box);
	for (int i = 0; i < NOTES; i++) {
		struct arena arena = { 0 };
		struct buffer note = { .arena = &arena };
		for (int k = 0; k < BOXES; k++) {
			char symbol = " x/-"[generator_pick(&generator, 4)];
			const char *text = GENERATOR_PICK(&generator, texts);
			const char *first = GENERATOR_PICK(&generator, fields);
			buffer_format(&note, "- [%c] %s%s%s\n", symbol, text, first,
				GENERATOR_PICK(&generator, fields));
		}
		str path = str_format(&arena, "notes/%d/%s.md", i / 4, names[i % 4]);
		sandbox_put(&box, path.bytes, note.text.bytes);
		arena_free(&arena);
	}
	sandbox_import(&box, "notes");
	return 0;
}

static int
remove_generated(void **state)
{
	(void)state;
	sandbox_close(&box);
	return 0;
}

static void
ask(struct docket_store *store, str text, struct listing *listing)
{
	struct docket_error err = { 0 };
	struct docket_query query = {
		.text = text, .name = "test", .line = 1, .today = SANDBOX_TODAY
	};
	struct docket_answer *answer = docket_query_run(store, &query, &err);
	if (!answer) {
		fail_msg("%s", err.message);
		return;
	}
	*listing = (struct listing){ .total = answer->total };
	const struct docket_value *task;
	while (docket_answer_next_group(answer))
		while ((task = docket_answer_next_task(answer, &err))) {
			struct place *place = &listing->items[listing->count++];
			str path = docket_value_get(task, "vault_path")->text;
			snprintf(place->path, sizeof(place->path), "%.*s", STR_ARG(path));
			place->line = docket_value_get(task, "line")->number;
		}
	docket_answer_free(answer);
}

static void
check_limit(struct docket_store *store, str query, size_t limit)
{
	static struct listing all, first;
	struct arena arena = { 0 };
	ask(store, query, &all);
	ask(store, str_format(&arena, "%.*slimit %zu", STR_ARG(query), limit), &first);
	size_t expected = all.count < limit ? all.count : limit;
	if (first.count != expected || first.total != all.total)
		fail_msg("%.*slimit %zu: %zu of %zu", STR_ARG(query), limit, first.count,
			first.total);
	for (size_t i = 0; i < expected; i++)
		if (strcmp(first.items[i].path, all.items[i].path) != 0 ||
			first.items[i].line != all.items[i].line)
			fail_msg("%.*slimit %zu: %s:%lld instead of %s:%lld", STR_ARG(query), limit,
				first.items[i].path, first.items[i].line, all.items[i].path,
				all.items[i].line);
	arena_free(&arena);
}

static void
a_limit_keeps_what_comes_first(void **state)
{
	(void)state;
	struct docket_error err = { 0 };
	struct generator generator = { .state = 7 };
	struct docket_store *store = docket_store_open(box.store, &err);
	assert_non_null(store);
	for (size_t i = 0; i < rounds_of(QUERIES); i++) {
		struct arena arena = { 0 };
		const char *filter = GENERATOR_PICK(&generator, filters);
		const char *order = GENERATOR_PICK(&generator, orders);
		str query = str_format(
			&arena, "%s%s%s", filter, order, GENERATOR_PICK(&generator, orders));
		check_limit(store, query, generator_pick(&generator, 40));
		check_limit(store, query, generator_pick(&generator, LISTED_MOST + 10));
		arena_free(&arena);
	}
	docket_store_close(store);
}

/* Headings and numbers of tasks. */
static str
write_groups(struct arena *arena, struct docket_store *store, str text)
{
	struct docket_error err = { 0 };
	struct buffer out = { .arena = arena };
	struct docket_query query = {
		.text = text, .name = "test", .line = 1, .today = SANDBOX_TODAY
	};
	struct docket_answer *answer = docket_query_run(store, &query, &err);
	const struct docket_answer_group *group;
	while (answer && (group = docket_answer_next_group(answer))) {
		for (size_t i = 0; i < group->headings.count; i++)
			buffer_format(&out, "%.*s, ", STR_ARG(group->headings.items[i]));
		buffer_format(&out, "%zu\n", group->count);
	}
	docket_answer_free(answer);
	return out.text;
}

static void
a_limit_that_keeps_all_groups_alike(void **state)
{
	(void)state;
	static const char *const groups[] = { "tags", "due", "urgency", "owner", "recurrence",
		"happens", "priority", "heading" };
	struct docket_error err = { 0 };
	struct docket_store *store = docket_store_open(box.store, &err);
	assert_non_null(store);
	for (size_t i = 0; i < sizeof(groups) / sizeof(*groups); i++) {
		struct arena arena = { 0 };
		str query = str_format(&arena, "group by %s\ngroup by status", groups[i]);
		str all = write_groups(&arena, store, query);
		str limited = str_format(&arena, "%.*s\nlimit %d", STR_ARG(query), LISTED_MOST);
		assert_true(all.length > 0);
		if (!str_equal(all, write_groups(&arena, store, limited)))
			fail_msg("%s", groups[i]);
		arena_free(&arena);
	}
	docket_store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_limit_keeps_what_comes_first),
		cmocka_unit_test(a_limit_that_keeps_all_groups_alike),
	};
	return cmocka_run_group_tests(tests, import_generated, remove_generated);
}
