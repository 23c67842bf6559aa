#include "store/db.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void
bind_no_text(struct statement *s, const char *name)
{
	bind_text_or_null(s, name, (str){ 0 });
}

static void
bind_no_number(struct statement *s, const char *name)
{
	bind_number_or_null(s, name, 0);
}

static void
bind_no_date(struct statement *s, const char *name)
{
	bind_date(s, name, (date){ 0 });
}

static void (*const binders[])(
	struct statement *s, const char *name) = { bind_no_text, bind_no_number, bind_no_date };

enum { BINDERS = sizeof(binders) / sizeof(*binders) };

/* Whether binding nothing under that name is a mistake that ends the program. */
static bool
ends(size_t binder, const char *name)
{
	int status;
	pid_t child = fork();
	if (child == 0) {
		dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
		struct db *db = db_open(NULL, DB_WRITE, NULL);
		struct statement *s = db_prepare(db, STR("SELECT :known"));
		binders[binder](s, name);
		statement_free(s);
		db_close(db);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void
a_wrong_name_is_noticed_without_a_value(void **state)
{
	(void)state;
	for (size_t i = 0; i < BINDERS; i++) {
		assert_true(ends(i, ":unknown"));
		assert_false(ends(i, ":known"));
	}
}

static void
a_kept_statement_works_once_what_failed_before_it_is_over(void **state)
{
	(void)state;
	struct db *db = db_open(NULL, DB_WRITE, NULL);
	db_execute(db, "CREATE TABLE setting (name)");
	db_execute(db, "no SQL");
	assert_int_equal(statement_number(db_use(db, "find_anything"), -1), -1);
	db_ask(db);
	assert_false(db_failed(db, NULL));
	assert_int_equal(statement_number(db_use(db, "find_anything"), -1), 0);
	db_close(db);
}

/* Nor is one that could not be prepared then what it is now. */
static void
a_kept_statement_works_once_its_table_is_there(void **state)
{
	(void)state;
	struct db *db = db_open(NULL, DB_WRITE, NULL);
	assert_int_equal(statement_number(db_use(db, "find_anything"), -1), -1);
	assert_true(db_failed(db, NULL));
	db_ask(db);
	db_execute(db, "CREATE TABLE setting (name)");
	assert_int_equal(statement_number(db_use(db, "find_anything"), -1), 0);
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wrong_name_is_noticed_without_a_value),
		cmocka_unit_test(a_kept_statement_works_once_what_failed_before_it_is_over),
		cmocka_unit_test(a_kept_statement_works_once_its_table_is_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
