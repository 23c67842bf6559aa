/* Statements that are given rows. */
#include "store/db.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static struct db *
open_store(void)
{
	struct db *db = db_open(NULL, DB_FRESH, NULL);
	assert_non_null(db);
	db_execute_file(db, "tables");
	return db;
}

static void
add_link(struct db *db, long long a, long long b, double score)
{
	struct statement *s = db_row(db, "insert_link");
	bind_number(s, ":a", a);
	bind_number(s, ":b", b);
	bind_text(s, ":reason", str_from("text"));
	if (score > 0)
		bind_real(s, ":score", score);
}

static long long
count(struct db *db, const char *sql)
{
	struct statement *s = db_prepare(db, str_from(sql));
	long long number = statement_number(s, -1);
	statement_free(s);
	return number;
}

static void
rows_wait_until_they_are_written(void **state)
{
	(void)state;
	struct db *db = open_store();
	add_link(db, 1, 2, 1);
	add_link(db, 2, 3, 1);
	assert_int_equal(count(db, "SELECT count(*) FROM link"), 0);
	rows_write(db, "insert_link");
	rows_write(db, "insert_link");
	assert_int_equal(count(db, "SELECT count(*) FROM link"), 2);
	assert_int_equal(count(db, "SELECT count(*) FROM link WHERE a = 2 AND b = 3"), 1);
	assert_false(db_failed(db, NULL));
	db_close(db);
}

static void
what_a_row_does_not_bind_is_null(void **state)
{
	(void)state;
	struct db *db = open_store();
	add_link(db, 1, 2, 0.5);
	rows_write(db, "insert_link");
	add_link(db, 3, 4, 0);
	rows_write(db, "insert_link");
	assert_int_equal(count(db, "SELECT count(*) FROM link WHERE score IS NULL AND a = 3"), 1);
	assert_int_equal(count(db, "SELECT count(*) FROM link WHERE score = 0.5"), 1);
	db_close(db);
}

static void
more_rows_than_there_is_room_for_at_first_are_kept(void **state)
{
	(void)state;
	struct db *db = open_store();
	for (long long i = 0; i < 1000; i++)
		add_link(db, i, i + 1, 1);
	rows_write(db, "insert_link");
	assert_int_equal(count(db, "SELECT count(*) FROM link WHERE b = a + 1"), 1000);
	db_close(db);
}

static void
a_row_that_is_refused_fails_the_db(void **state)
{
	(void)state;
	struct db *db = open_store();
	bind_number(db_row(db, "insert_owner"), ":mention", 1);
	rows_write(db, "insert_owner");
	assert_true(db_failed(db, NULL));
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_wait_until_they_are_written),
		cmocka_unit_test(what_a_row_does_not_bind_is_null),
		cmocka_unit_test(more_rows_than_there_is_room_for_at_first_are_kept),
		cmocka_unit_test(a_row_that_is_refused_fails_the_db),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
