/*
 * The boxes of a query are the same in however many parts the store is looked at, and are looked at
 * side by side only while nobody can change it.
 */
#include "../import/sandbox.h"

#include "generator.h"
#include "query/group.h"
#include "store/boxes.h"
#include "store/store.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

enum { NOTES = 40, PARTS_MOST = 7 };

static struct sandbox *box;

static void
put_note(struct generator *generator, int number)
{
	static const char *const words[] = { "map", "chairs", "Äpfel", "plants", "floor 10",
		"floor 9" };
	static const char *const fields[] = { "", " 📅 2025-11-08", " 📅 2025-11-20 ⏫",
		" ⏳ 2025-11-01 @Ada Moss @Ravi Menon #home", " @Ravi Menon #home #office/two",
		" 📅 2025-02-30", " 🆔 key", " ⛔ key", " 🆔 way ⛔ door" };
	char name[32], text[1024] = "";
	size_t length = 0;
	for (size_t i = generator_pick(generator, 9); i > 0; i--)
		length += (size_t)snprintf(text + length, sizeof(text) - length, "- [%s] %s%s\n",
			generator_pick(generator, 3) ? " " : "x", GENERATOR_PICK(generator, words),
			GENERATOR_PICK(generator, fields));
	snprintf(name, sizeof(name), "notes/%02d.md", number);
	sandbox_put(box, name, text);
}

static int
import_notes(void **state)
{
	struct generator generator = { 7 };
	box = sandbox_begin(state);
	for (int i = 0; i < NOTES; i++)
		put_note(&generator, i);
	sandbox_import(box, "notes");
	return 0;
}

/*
 * How many there are, and a line for every box with its groups, in order, as looked at in so many
 * parts; absent when that fails.
 */
static str
gather(struct arena *arena, const char *text, size_t parts, struct docket_error *err)
{
	struct docket_store *store = docket_store_open(box->store, err);
	struct query query = { .arena = arena, .today = SANDBOX_TODAY };
	struct query_source source = { STR("test"), 1, str_from(text) };
	assert_true(query_read(&query, &(struct query_text){ .block = source }, err));
	struct boxes_question question = { .query = &query,
		.where = { .sql = { .arena = arena } } };
	clause_add_filters(&question.where, &query);
	struct grouping grouping = { .arena = arena, .query = &query };
	struct buffer out = { .arena = arena };
	struct boxes boxes = { 0 };
	db_ask(store->db);
	boxes_gather(&boxes, store->db, &question, &grouping, parts);
	assert_int_equal(boxes.part_count, parts);
	bool failed = db_failed(store->db, err);
	buffer_format(&out, "%zu\n", boxes.ordering.total);
	for (size_t i = 0; i < boxes.ordering.count && !failed; i++) {
		const struct grouped_box *found = &boxes.ordering.boxes[i];
		const str *values = grouping.values.items.items[found->values];
		buffer_format(&out, "%lld", found->id);
		for (size_t level = 0; level < query.groups.count; level++)
			buffer_format(&out, "/%.*s", STR_ARG(values[level]));
		buffer_add_char(&out, '\n');
	}
	boxes_free(&boxes);
	docket_store_close(store);
	return failed ? (str){ 0 } : out.text;
}

static void
the_number_of_parts_changes_no_answer(void **state)
{
	(void)state;
	static const char *const queries[] = { "not done", "sort by description\nlimit 5",
		"group by due\ngroup by tags\nlimit 1", "sort by path reverse\ngroup by filename",
		"done\nsort by status\nsort by due reverse\nlimit 17", "has tags\ngroup by tags",
		"path includes nowhere", "description includes o\nsort by tag 2\nsort by tag",
		"path includes 07\ngroup by heading", "is blocked", "is blocking",
		"(is not blocked) AND (is not blocking)\nlimit 9", "sort by owner reverse\nlimit 7",
		"group by owner" };
	for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++) {
		struct arena arena = { 0 };
		struct docket_error err = { 0 };
		str whole = gather(&arena, queries[i], 1, &err);
		assert_true(whole.length > 0);
		for (size_t parts = 2; parts <= PARTS_MOST; parts += rounds_are_few() ? 5 : 1) {
			str found = gather(&arena, queries[i], parts, &err);
			if (!str_equal(found, whole))
				fail_msg("%s\nin %zu parts: %.*s\nin one: %.*s", queries[i], parts,
					STR_ARG(found), STR_ARG(whole));
		}
		arena_free(&arena);
	}
}

/* What groups the box of that line. */
static str
groups_of(str line)
{
	return str_skip(line, str_find_char(line, '/'));
}

/* The first so many boxes, or so many of those with the same groups. */
static str
cut(struct arena *arena, str all, size_t limit, bool each)
{
	struct buffer out = { .arena = arena };
	str rest = all, line;
	assert_true(str_next_line(&rest, &line));
	buffer_format(&out, "%.*s\n", STR_ARG(line));
	for (str boxes = rest; str_next_line(&rest, &line);) {
		size_t before = 0;
		str other, others = str_slice(boxes, 0, (size_t)(line.bytes - boxes.bytes));
		while (str_next_line(&others, &other))
			before += !each || str_equal(groups_of(other), groups_of(line));
		if (line.length && before < limit)
			buffer_format(&out, "%.*s\n", STR_ARG(line));
	}
	return out.text;
}

static void
a_limit_keeps_the_first(void **state)
{
	(void)state;
	static const char *const queries[] = { "group by tags", "sort by description\ngroup by due",
		"sort by path reverse\ngroup by status.type\ngroup by priority",
		"sort by due reverse\nsort by tag\ngroup by folder",
		"not done\ngroup by filename" };
	static const size_t limits[] = { 1, 2, 3, 7, 40, 1000 };
	for (size_t i = 0; i < 5 * 6 * 2; i++) {
		struct arena arena = { 0 };
		struct docket_error err = { 0 };
		const char *query = queries[i % 5];
		size_t limit = limits[i / 5 % 6], parts = 1 + i % 4;
		bool each = i / 30;
		str all = gather(&arena, query, 1, &err);
		const char *limited =
			str_format(&arena, "%s\nlimit %s%zu", query, each ? "groups " : "", limit)
				.bytes;
		str found = gather(&arena, limited, each ? 1 : parts, &err);
		str expected = cut(&arena, all, limit, each);
		if (!str_equal(found, expected))
			fail_msg("%s\n%.*s\nis not\n%.*s", limited, STR_ARG(found),
				STR_ARG(expected));
		arena_free(&arena);
	}
}

static void
what_fails_in_one_part_fails(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	sandbox_put(box, "notes/99.md",
		"- [ ] aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n");
	sandbox_import(box, "notes");
	for (size_t parts = 1; parts <= 3; parts++) {
		struct docket_error err = { 0 };
		str found = gather(
			&arena, "description regex matches /^a*a*a*a*a*a*a*c|b/", parts, &err);
		assert_int_equal(found.length, 0);
		assert_non_null(strstr(err.message, "takes too many steps"));
	}
	arena_free(&arena);
}

/* Whether the store, of which a reader asks something, can be looked at by another. */
static bool
has_twin(struct docket_store *store)
{
	struct db *twin = db_twin(store->db);
	bool has = twin;
	db_close(twin);
	assert_false(db_failed(store->db, NULL));
	return has;
}

static struct docket_store *
open_and_ask(void)
{
	struct docket_store *store = docket_store_open(box->store, NULL);
	assert_non_null(store);
	db_ask(store->db);
	return store;
}

static void
a_store_at_rest_is_looked_at_side_by_side(void **state)
{
	(void)state;
	struct docket_store *store = open_and_ask();
	assert_true(has_twin(store));
	assert_true(has_twin(store));
	docket_store_close(store);
}

static void
a_store_that_is_being_changed_is_not(void **state)
{
	(void)state;
	struct docket_error err = { 0 };
	struct store_writer *writer = store_write(box->store, &err);
	store_begin(writer);
	struct docket_store *store = open_and_ask();
	assert_false(has_twin(store));
	docket_store_close(store);
	store_abandon(writer);
}

/* As another connection of SQLite does which waits for readers: no new ones may come. */
static pid_t
hold_pending_lock(void)
{
	pid_t child = fork();
	if (child)
		return child;
	struct flock pending = { .l_type = F_WRLCK, .l_start = 0x40000000, .l_len = 1 };
	int file = open(box->store, O_RDWR | O_CLOEXEC);
	if (fcntl(file, F_SETLK, &pending) == 0)
		raise(SIGSTOP);
	_exit(1);
}

static void
a_reader_has_it_whom_somebody_waits_for(void **state)
{
	(void)state;
	int status = 0;
	struct docket_store *store = open_and_ask();
	statement_number(db_use(store->db, "find_anything"), 0);
	pid_t child = hold_pending_lock();
	assert_int_equal(waitpid(child, &status, WUNTRACED), child);
	assert_true(WIFSTOPPED(status));
	assert_true(has_twin(store));
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	docket_store_close(store);
}

/* Whether a lock on the store keeps other processes from changing it. */
static bool
is_held(void)
{
	int status = 0;
	pid_t child = fork();
	if (child == 0) {
		struct flock shared = { .l_type = F_WRLCK, .l_start = 0x40000002, .l_len = 510 };
		int file = open(box->store, O_RDWR | O_CLOEXEC);
		_exit(fcntl(file, F_GETLK, &shared) == 0 && shared.l_type != F_UNLCK);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

static void
opening_a_store_twice_leaves_the_lock_of_who_reads(void **state)
{
	(void)state;
	struct docket_store *store = open_and_ask();
	statement_number(db_use(store->db, "find_anything"), 0);
	assert_true(is_held());
	docket_store_close(open_and_ask());
	assert_true(is_held());
	docket_store_release(store);
	assert_false(is_held());
	docket_store_close(store);
}

static void
a_store_that_was_replaced_is_not_looked_at_again(void **state)
{
	(void)state;
	struct docket_store *store = open_and_ask();
	assert_true(has_twin(store));
	sandbox_shell(box, "cp store other && mv other store");
	assert_false(has_twin(store));
	docket_store_close(store);
}

/* As where nothing can be made beside a store in WAL mode. */
static void
a_store_that_is_read_without_a_lock_is_not(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str name = str_format(&arena, "file:%s?immutable=1", box->store);
	struct docket_store store = { .db = db_open(name.bytes, DB_FROZEN, NULL) };
	assert_non_null(store.db);
	db_ask(store.db);
	assert_false(has_twin(&store));
	db_close(store.db);
	arena_free(&arena);
}

static void
nobody_is_asked_in_parts_who_has_few_notes(void **state)
{
	(void)state;
	struct docket_store *store = open_and_ask();
	assert_int_equal(boxes_parts(store->db), 1);
	docket_store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_number_of_parts_changes_no_answer),
		cmocka_unit_test(a_limit_keeps_the_first),
		cmocka_unit_test(what_fails_in_one_part_fails),
		cmocka_unit_test(a_store_at_rest_is_looked_at_side_by_side),
		cmocka_unit_test(a_store_that_is_being_changed_is_not),
		cmocka_unit_test(a_reader_has_it_whom_somebody_waits_for),
		cmocka_unit_test(opening_a_store_twice_leaves_the_lock_of_who_reads),
		cmocka_unit_test(a_store_that_was_replaced_is_not_looked_at_again),
		cmocka_unit_test(a_store_that_is_read_without_a_lock_is_not),
		cmocka_unit_test(nobody_is_asked_in_parts_who_has_few_notes),
	};
	return cmocka_run_group_tests(tests, import_notes, sandbox_end);
}
