#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "reader.h"

static const char task[] =
	"[{\"id\":\"k3f9\",\"text\":\"Send the revised proposal to the board\",\"state\":\"open\","
	"\"owners\":[\"Ida Moss\",\"Per Aas\"],\"due\":\"2025-11-08\",\"overdue_days\":1,"
	"\"recurrence\":null,\"tags\":[],"
	"\"meeting\":{\"date\":\"2025-10-28\",\"title\":\"Quarterly review\"},"
	"\"reasons\":{\"owners\":\"the trailing name\",\"account\":\"front matter\"},"
	"\"mentions\":[{\"path\":\"/vault/a.md\",\"line\":22,\"text\":\"Send the proposal\"},"
	"{\"path\":\"/vault/b.md\",\"line\":7,\"text\":\"Send \\u001b[2J it\"}],"
	"\"history\":[{\"date\":\"2025-11-01\",\"field\":\"due\",\"before\":null,"
	"\"after\":\"2025-11-08\"}]}]";

static void
a_sheet_has_fields_then_blocks(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct page page = { .format = "table", .sheet = true };
	assert_string_equal(print_json(&arena, page, task).bytes,
		"id:           k3f9\n"
		"text:         Send the revised proposal to the board\n"
		"state:        open\n"
		"owners:       Ida Moss, Per Aas\n"
		"due:          2025-11-08\n"
		"overdue days: 1\n"
		"meeting:      2025-10-28 Quarterly review\n"
		"\n"
		"reasons\n"
		"  owners:       the trailing name\n"
		"  account:      front matter\n"
		"\n"
		"mentions\n"
		"  /vault/a.md:22\n"
		"    Send the proposal\n"
		"  /vault/b.md:7\n"
		"    Send \\x1b[2J it\n"
		"\n"
		"history\n"
		"  2025-11-01  due  2025-11-08\n");
	arena_free(&arena);
}

static void
long_values_go_on_below_their_beginning(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct page page = { .format = "table", .sheet = true, .width = 30 };
	str text =
		print_json(&arena, page, "[{\"text\":\"Send the revised proposal to the board\"}]");
	assert_string_equal(text.bytes, "text: Send the revised\n      proposal to the board\n");
	arena_free(&arena);
}

static void
a_screen_of_any_width_is_no_obstacle(void **state)
{
	(void)state;
	for (size_t width = 1; width < 100; width++) {
		struct arena arena = { 0 };
		struct page page = { .format = "table", .sheet = true, .width = width };
		assert_true(print_json(&arena, page, task).length > 0);
		arena_free(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sheet_has_fields_then_blocks),
		cmocka_unit_test(long_values_go_on_below_their_beginning),
		cmocka_unit_test(a_screen_of_any_width_is_no_obstacle),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
