#include "store/misnamed.h"

#include "base/fail.h"

#include <string.h>

/* What SQLite says, and where the names are that there are. */
static const struct {
	const char *says;
	const char *names; /* a statement: a name in each row, and the view that it is of, if any */
	const char *what;
} kinds[] = {
	{ "no such table: ", "view_names", "view" },
	{ "no such column: ", "view_columns", "column" },
};

enum { KINDS = sizeof(kinds) / sizeof(*kinds) };

/* What was written, the name that is nearest, and all of them: "tasks has id, text; notes has id".
 */
struct names {
	struct arena arena;
	str written, nearest, view;
	size_t far;
	struct buffer all;
};

static void
add_name(struct names *names, str name, str view)
{
	size_t far = docket_text_distance(names->written, name);
	if (far < names->far) {
		names->far = far;
		names->nearest = str_copy(&names->arena, name);
	}
	if (!str_equal(view, names->view)) {
		names->view = str_copy(&names->arena, view);
		buffer_format(&names->all, "%s%.*s has ", names->all.text.length ? "; " : "",
			STR_ARG(view));
	} else if (names->all.text.length) {
		buffer_add(&names->all, STR(", "));
	}
	buffer_add(&names->all, name);
}

static bool
is_part_of_word(str text, size_t at)
{
	return at < text.length &&
	       (is_letter(text.bytes[at]) || is_digit(text.bytes[at]) || text.bytes[at] == '_');
}

static bool
speaks_of(str statement, str view)
{
	for (size_t at = 0; at + view.length <= statement.length; at++)
		if (str_equal_nocase(str_slice(statement, at, at + view.length), view) &&
			!(at && is_part_of_word(statement, at - 1)) &&
			!is_part_of_word(statement, at + view.length))
			return true;
	return false;
}

static void
read_names(struct names *names, struct statement *rows, str statement)
{
	while (statement_step(rows)) {
		str view = column_text(rows, 1);
		if (!view.length || speaks_of(statement, view))
			add_name(names, column_text(rows, 0), view);
	}
}

static void
explain(const struct names *names, const char *what, struct docket_error *err)
{
	bool near = names->nearest.length > 0;
	fail(err, DOCKET_FAILED, "there is no %s '%.*s'%s%.*s%s; %s%.*s", what,
		STR_ARG(names->written), near ? "; did you mean '" : "", STR_ARG(names->nearest),
		near ? "'?" : "",
		names->view.length ? "" : "there are: ", STR_ARG(names->all.text));
}

void
misnamed_explain(struct db *db, str statement, struct docket_error *err)
{
	str message = str_from(err ? err->message : "");
	size_t at = STR_NONE, kind = 0;
	while (kind < KINDS && (at = str_find(message, str_from(kinds[kind].says))) == STR_NONE)
		kind++;
	if (kind == KINDS)
		return;
	/* "t.nope", of `tasks AS t` */
	str written = str_skip(message, at + strlen(kinds[kind].says));
	size_t dot = str_find_last_char(written, '.');
	written = dot == STR_NONE ? written : str_skip(written, dot + 1);
	struct names names = { .far = written.length / 3 + 1 };
	names.all.arena = &names.arena;
	names.written = str_copy(&names.arena, written);
	db_ask(db);
	read_names(&names, db_use(db, kinds[kind].names), statement);
	if (names.all.text.length)
		explain(&names, kinds[kind].what, err);
	arena_free(&names.arena);
}
