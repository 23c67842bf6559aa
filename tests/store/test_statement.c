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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wrong_name_is_noticed_without_a_value),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
