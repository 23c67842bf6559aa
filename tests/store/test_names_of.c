/* The names of ids are the same in whatever order they are asked for. */
#include "../import/sandbox.h"

#include "generator.h"
#include "store/store.h"

enum { NOTES = 25, ROUNDS = 4000 };

static struct sandbox *box;

static void
put_note(struct generator *generator, int number)
{
	static const char *const owners[] = { "", " @Ada Moss", " @Ada Moss @Ravi Menon", " @TBD",
		" @Jo \"Q\" Lind", " @Ravi Menon, @Zoë Falk" };
	static const char *const people[] = { "[]", "[Ada Moss]", "[Zoë Falk, Ada Moss]",
		"[Ravi Menon, Jo Lind, Ada Moss]" };
	char name[32], text[2048];
	size_t length = (size_t)snprintf(
		text, sizeof(text), "---\nattendees: %s\n---\n", GENERATOR_PICK(generator, people));
	for (size_t i = generator_pick(generator, 12); i > 0; i--)
		length += (size_t)snprintf(text + length, sizeof(text) - length,
			"- [ ] Order %zu chairs%s\n", i, GENERATOR_PICK(generator, owners));
	snprintf(name, sizeof(name), "notes/%02d.md", number);
	sandbox_put(box, name, text);
}

/* Some notes are read again, so that the ids of their lines no longer come in the order of notes.
 */
static int
import_notes(void **state)
{
	struct generator generator = { 11 };
	box = sandbox_begin(state);
	for (int i = 0; i < NOTES; i++)
		put_note(&generator, i);
	sandbox_import(box, "notes");
	for (int i = 0; i < NOTES; i += 3)
		put_note(&generator, i);
	sandbox_import(box, "notes");
	return 0;
}

/* What the function says of the id, and what the rows behind it do; the caller frees them. */
struct pair {
	struct statement *given, *expected;
};

static struct pair
prepare(struct db *db, const char *given, const char *expected)
{
	return (struct pair){ db_prepare(db, str_from(given)), db_prepare(db, str_from(expected)) };
}

static struct pair
owners_of(struct db *db)
{
	return prepare(db, "SELECT owners(:id)",
		"SELECT nullif(json_group_array(name), '[]') FROM (SELECT name FROM mention_owner "
		"JOIN person ON person.id = person WHERE mention = :id ORDER BY position)");
}

static struct pair
participants_of(struct db *db)
{
	return prepare(db, "SELECT participants(:id)",
		"SELECT nullif(json_group_array(name), '[]') FROM (SELECT name FROM note_person "
		"JOIN person ON person.id = person WHERE note = :id ORDER BY name)");
}

static void
free_pair(struct pair *pair)
{
	statement_free(pair->given);
	statement_free(pair->expected);
}

static str
ask(struct statement *statement, long long id)
{
	statement_reset(statement);
	bind_number(statement, ":id", id);
	assert_true(statement_step(statement));
	return column_text(statement, 0);
}

/* Whether it has names. */
static bool
check(const struct pair *pair, long long id)
{
	str given = ask(pair->given, id), expected = ask(pair->expected, id);
	if (!given.bytes != !expected.bytes || !str_equal(given, expected))
		fail_msg("%lld: %.*s is not %.*s", id, STR_ARG(given), STR_ARG(expected));
	return expected.bytes;
}

static struct docket_store *
open_store(void)
{
	struct docket_store *store = docket_store_open(box->store, NULL);
	assert_non_null(store);
	db_ask(store->db);
	return store;
}

static long long
last_mention(struct db *db)
{
	struct statement *s = db_prepare(db, STR("SELECT max(id) FROM mention"));
	long long last = statement_number(s, 0);
	statement_free(s);
	return last;
}

static void
along_the_ids(void **state)
{
	(void)state;
	struct docket_store *store = open_store();
	struct pair owners = owners_of(store->db), people = participants_of(store->db);
	long long last = last_mention(store->db);
	size_t named = 0;
	for (long long step = 1; step < 12; step++)
		for (long long id = -1; id <= last + 3; id += step) {
			named += check(&owners, id);
			named += check(&owners, id);
			named += check(&people, id);
		}
	assert_in_range(named, 200, SIZE_MAX);
	free_pair(&owners);
	free_pair(&people);
	docket_store_close(store);
}

static void
anywhere(void **state)
{
	(void)state;
	struct generator generator = { 5 };
	struct docket_store *store = open_store();
	struct pair owners = owners_of(store->db), people = participants_of(store->db);
	size_t last = (size_t)last_mention(store->db);
	for (int i = 0; i < ROUNDS; i++) {
		check(&owners, (long long)generator_pick(&generator, last + 3));
		check(&people, (long long)generator_pick(&generator, NOTES + 3));
	}
	free_pair(&owners);
	free_pair(&people);
	docket_store_close(store);
}

/* What is told of an id is not what it was in the last question. */
static void
an_import_in_between_is_seen(void **state)
{
	(void)state;
	sandbox_put(box, "notes/one.md", "- [ ] Buy a lamp @Ada Moss\n- [ ] Hang it @Zoë Falk\n");
	sandbox_import(box, "notes");
	struct docket_store *store = open_store();
	long long id = last_mention(store->db) - 1;
	struct pair owners = owners_of(store->db);
	assert_true(str_equal(ask(owners.given, id), STR("[\"Ada Moss\"]")));
	docket_store_release(store);
	sandbox_put(box, "notes/one.md", "- [ ] Buy a lamp @Ravi Menon\n- [ ] Hang it @Zoë Falk\n");
	sandbox_import(box, "notes");
	db_ask(store->db);
	assert_true(check(&owners, id));
	assert_false(str_equal(ask(owners.given, id), STR("[\"Ada Moss\"]")));
	free_pair(&owners);
	docket_store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(along_the_ids),
		cmocka_unit_test(anywhere),
		cmocka_unit_test(an_import_in_between_is_seen),
	};
	return cmocka_run_group_tests(tests, import_notes, sandbox_end);
}
