#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/pager.h"
#include "cli/terminal.h"

static const char *const names[] = { "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS",
	"LINES", "DOCKET_PAGER", "PAGER" };

static int
forget_environment(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		unsetenv(names[i]);
	return 0;
}

/* A terminal of 100 columns and 30 lines; the other end stays open. */
static int
open_terminal(void)
{
	int master = posix_openpt(O_RDWR | O_NOCTTY);
	assert_true(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
	int terminal = open(ptsname(master), O_RDWR | O_NOCTTY);
	struct winsize size = { .ws_row = 30, .ws_col = 100 };
	assert_true(terminal >= 0 && ioctl(terminal, TIOCSWINSZ, &size) == 0);
	return terminal;
}

static void
a_file_has_no_width(void **state)
{
	(void)state;
	int file = open("/dev/null", O_WRONLY);
	setenv("COLUMNS", "50", 1);
	assert_int_equal(terminal_width(file), 0);
	assert_int_equal(terminal_height(file), 0);
	close(file);
}

static void
columns_count_when_they_are_a_number(void **state)
{
	static const struct {
		const char *columns;
		size_t width;
	} cases[] = { { "50", 50 }, { "9999", 9999 }, { "0", 100 }, { "999999", 100 },
		{ "abc", 100 }, { "-5", 100 }, { "", 100 }, { "80x", 100 } };
	(void)state;
	int terminal = open_terminal();
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		setenv("COLUMNS", cases[i].columns, 1);
		assert_int_equal(terminal_width(terminal), cases[i].width);
	}
	assert_int_equal(terminal_height(terminal), 30);
}

static void
colours_follow_option_then_environment_then_terminal(void **state)
{
	static const struct {
		const char *choice, *name, *value;
		bool terminal, file;
	} cases[] = { { NULL, "TERM", "xterm", true, false },
		{ NULL, "TERM", "dumb", false, false }, { "auto", "TERM", "xterm", true, false },
		{ "always", "NO_COLOR", "1", true, true },
		{ "never", "CLICOLOR_FORCE", "1", false, false },
		{ NULL, "NO_COLOR", "1", false, false }, { NULL, "NO_COLOR", "", true, false },
		{ NULL, "CLICOLOR", "0", false, false }, { NULL, "CLICOLOR", "1", true, false },
		{ NULL, "CLICOLOR_FORCE", "1", true, true },
		{ NULL, "CLICOLOR_FORCE", "0", true, false } };
	int terminal = open_terminal(), file = open("/dev/null", O_WRONLY);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		forget_environment(state);
		setenv("TERM", "xterm", 1);
		setenv(cases[i].name, cases[i].value, 1);
		assert_int_equal(terminal_colors(cases[i].choice, terminal), cases[i].terminal);
		assert_int_equal(terminal_colors(cases[i].choice, file), cases[i].file);
	}
	close(file);
}

static void
the_pager_is_dockets_then_everybodys(void **state)
{
	(void)state;
	assert_string_equal(pager_command(), "less");
	setenv("PAGER", "more", 1);
	assert_string_equal(pager_command(), "more");
	setenv("DOCKET_PAGER", "less -S", 1);
	assert_string_equal(pager_command(), "less -S");
	setenv("DOCKET_PAGER", "cat", 1);
	assert_null(pager_command());
	setenv("DOCKET_PAGER", "", 1);
	assert_null(pager_command());
}

/* Writes lines through a pager on a terminal and gives the size of what the pager stored. */
static long
paged(const char *command, int lines)
{
	struct pager pager;
	char path[] = "/tmp/docket-pager-XXXXXX", whole[128];
	int stored = mkstemp(path), before = dup(STDOUT_FILENO), terminal = open_terminal();
	snprintf(whole, sizeof(whole), "%s >%s", command, path);
	setenv("DOCKET_PAGER", whole, 1);
	fflush(stdout);
	dup2(terminal, STDOUT_FILENO);
	FILE *out = pager_open(&pager, true);
	for (int i = 0; i < lines; i++)
		fputs("a line\n", out);
	bool closed = pager_close(&pager, NULL);
	dup2(before, STDOUT_FILENO);
	close(before);
	long size = lseek(stored, 0, SEEK_END);
	close(stored);
	unlink(path);
	return closed ? size : -1;
}

static void
only_what_is_longer_than_the_screen_is_paged(void **state)
{
	(void)state;
	assert_int_equal(paged("cat -", 29), 0);
	assert_int_equal(paged("cat -", 30), 30 * 7);
}

static void
a_reader_may_leave_early(void **state)
{
	(void)state;
	assert_int_equal(paged("head -n 1", 100000), 7);
}

/* Writes so many blocks where nothing is paged; gives what was in the file when all was written. */
static off_t
written_early(const char *path, size_t blocks, off_t *whole)
{
	static char block[1 << 20];
	struct pager pager;
	struct docket_error err = { 0 };
	int before = dup(STDOUT_FILENO), file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
	assert_true(fflush(stdout) == 0 && dup2(file, STDOUT_FILENO) >= 0);
	FILE *out = pager_open(&pager, false);
	bool written = true;
	for (size_t i = 0; i < blocks; i++) {
		memset(block, 'a' + (int)(i % 26), sizeof(block));
		written = fwrite(block, sizeof(block), 1, out) == 1 && written;
	}
	off_t early = lseek(file, 0, SEEK_END);
	bool closed = pager_close(&pager, &err);
	dup2(before, STDOUT_FILENO);
	close(before);
	*whole = lseek(file, 0, SEEK_END);
	char last = 0;
	assert_int_equal(pread(file, &last, 1, *whole - 1), 1);
	assert_int_equal(last, block[0]);
	close(file);
	assert_true(written && closed);
	return early;
}

static void
only_what_is_too_long_to_be_held_goes_on_as_it_comes(void **state)
{
	(void)state;
	enum { BLOCKS_MOST = PAGER_MOST >> 20 };
	char path[] = "/tmp/docket-pager-XXXXXX";
	off_t whole;
	close(mkstemp(path));
	assert_int_equal(written_early(path, BLOCKS_MOST, &whole), 0);
	assert_int_equal(whole, PAGER_MOST);
	assert_true(written_early(path, BLOCKS_MOST + 2, &whole) >= PAGER_MOST);
	assert_int_equal(whole, PAGER_MOST + (2 << 20));
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(a_file_has_no_width, forget_environment),
		cmocka_unit_test_setup(columns_count_when_they_are_a_number, forget_environment),
		cmocka_unit_test(colours_follow_option_then_environment_then_terminal),
		cmocka_unit_test_setup(the_pager_is_dockets_then_everybodys, forget_environment),
		cmocka_unit_test_setup(
			only_what_is_longer_than_the_screen_is_paged, forget_environment),
		cmocka_unit_test_setup(a_reader_may_leave_early, forget_environment),
		cmocka_unit_test(only_what_is_too_long_to_be_held_goes_on_as_it_comes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
