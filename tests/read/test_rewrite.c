/*
 * A line written from its fields as the Tasks plugin writes it (tasks-format E.1, E.2) reads as the
 * same fields again. Lines are made of what the plugin itself keeps: it drops rules and words that
 * it cannot read, and what they hid comes out when the line is read again.
 */
#include "read/fields.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { LINES = 20000, PIECES_MOST = 9 };

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* clang-format off */
static const char *const pieces[] = { "Oil the hinges", "of the north gate", "@Ada Park", "#gate",
	"#gate/north", "#42", "`code`", "[[Gate plan]]", "(soon)", "by Friday", "…", "⏰ 2025-11-14",
	"📅 2025-11-14", "📆 2025-11-15", "🗓️ 2025-11-16", "📅2025-11-17", "📅 soon",
	"⏳ 2025-11-10", "⌛ 2025-11-11", "🛫 2025-11-01", "➕ 2025-10-31", "✅ 2025-11-12",
	"❌ 2025-11-13", "🔺", "⏫", "🔼", "🔽", "⏬", "⏫️", "🔁 every week", "🔁 every Mon, Fri when done",
	"🔁 every 2 months on the 3rd", "🏁 delete", "🏁 Keep", "🆔 g7x",
	"⛔ a1,b2", "⛔ a1 , b2", "^gate-7", "^no_link", "日本語", "é" };
/* clang-format on */

static size_t
pick(uint64_t *state, size_t count)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (size_t)(*state >> 11) % count;
}

/* Begins with a word: a line of only fields and a block link loses the link when it is written. */
static str
make_body(struct arena *arena, uint64_t *state)
{
	struct buffer body = { .arena = arena };
	buffer_add(&body, STR("Mend "));
	for (size_t count = pick(state, PIECES_MOST) + 1; count; count--) {
		buffer_add(&body, str_from(pieces[pick(state, COUNT(pieces))]));
		buffer_add_char(&body, ' ');
	}
	return body.text;
}

static void
add_text(struct buffer *body, const char *sign, str text)
{
	if (text.length)
		buffer_format(body, " %s%.*s", sign, STR_ARG(text));
}

static void
add_day(struct buffer *body, const char *sign, date day)
{
	char text[11];
	if (docket_date_exists(day)) {
		docket_date_format(day, text);
		add_text(body, sign, str_from(text));
	}
}

static str
join_ids(struct arena *arena, strs ids)
{
	struct buffer joined = { .arena = arena };
	for (size_t i = 0; i < ids.count; i++)
		buffer_format(&joined, "%s%.*s", i ? "," : "", STR_ARG(ids.items[i]));
	return joined.text;
}

/* The order of E.2. A day that does not exist is left out: the plugin writes what it cannot read.
 */
static str
write_body(struct arena *arena, const struct fields *fields)
{
	static const char *const priorities[] = { "⏬", "🔽", "", "🔼", "⏫", "🔺" };
	struct buffer body = { .arena = arena };
	buffer_add(&body, fields->description);
	add_text(&body, "🆔 ", fields->id);
	add_text(&body, "⛔ ", join_ids(arena, fields->depends_on));
	add_text(&body, "", str_from(priorities[fields->priority - DOCKET_PRIORITY_LOWEST]));
	add_text(&body, "🔁 ", fields->recurrence);
	add_text(&body, "🏁 ", fields->on_completion);
	add_day(&body, "➕ ", fields->created);
	add_day(&body, "🛫 ", fields->start);
	add_day(&body, "⏳ ", fields->scheduled);
	add_day(&body, "📅 ", fields->due);
	add_day(&body, "❌ ", fields->cancelled);
	add_day(&body, "✅ ", fields->done);
	add_text(&body, "^", fields->block);
	return body.text;
}

static bool
same_day(date before, date after)
{
	return docket_date_exists(before) ? date_equal(before, after) : date_is_none(after);
}

static bool
same_fields(struct arena *arena, const struct fields *a, const struct fields *b)
{
	return str_equal(a->description, b->description) && a->priority == b->priority &&
	       same_day(a->due, b->due) && same_day(a->scheduled, b->scheduled) &&
	       same_day(a->start, b->start) && same_day(a->created, b->created) &&
	       same_day(a->done, b->done) && same_day(a->cancelled, b->cancelled) &&
	       str_equal(a->recurrence, b->recurrence) && str_equal(a->id, b->id) &&
	       str_equal(join_ids(arena, a->depends_on), join_ids(arena, b->depends_on)) &&
	       str_equal(a->on_completion, b->on_completion) && str_equal(a->block, b->block) &&
	       a->tags.count == b->tags.count;
}

static void
a_rewritten_line_reads_as_the_line(void **state)
{
	(void)state;
	uint64_t seed = 20251106;
	for (int i = 0; i < LINES; i++) {
		struct arena arena = { 0 };
		str body = make_body(&arena, &seed);
		struct fields before = fields_read(&arena, body, false);
		str written = write_body(&arena, &before);
		struct fields after = fields_read(&arena, written, false);
		if (!same_fields(&arena, &before, &after))
			fail_msg("\nfrom %.*s\n  to %.*s", STR_ARG(body), STR_ARG(written));
		arena_free(&arena);
	}
}

static void
fields_are_written_in_the_order_of_the_plugin(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct fields fields = fields_read(&arena,
		STR("Oil #gate ✅ 2025-11-12 📅 2025-11-14 ⏳ 2025-11-10 ⏫ 🔁 every Mon 🆔 g7 ⛔ a,b "
		    "🏁 keep ➕ 2025-10-31 🛫 2025-11-01 ❌ 2025-11-13 #north ^x"),
		false);
	assert_string_equal(write_body(&arena, &fields).bytes,
		"Oil #gate #north 🆔 g7 ⛔ a,b ⏫ 🔁 every week on Monday 🏁 keep ➕ 2025-10-31 "
		"🛫 "
		"2025-11-01 "
		"⏳ 2025-11-10 📅 2025-11-14 ❌ 2025-11-13 ✅ 2025-11-12 ^x");
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rewritten_line_reads_as_the_line),
		cmocka_unit_test(fields_are_written_in_the_order_of_the_plugin),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
