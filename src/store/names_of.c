#include "store/names_of.h"

#include "base/str.h"
#include "store/call.h"

#include <stdlib.h>

enum { COLUMN_ID, COLUMN_NAME };

/* To look for an id costs as much as so many rows. */
enum { STEPS_MOST = 4 };

/* While `rows` has a row, that is the first behind those of `id`, whose names are these. */
struct names_of {
	struct db *db;
	const char *statement;
	struct statement *rows; /* NULL before the first call */
	long long id;
	struct arena arena;
	struct buffer names; /* JSON; empty: none */
};

/* Goes on to the rows of the id; false when they are not near. */
static bool
walk(struct statement *rows, long long id)
{
	for (int i = 0; i < STEPS_MOST; i++) {
		if (column_number(rows, COLUMN_ID) >= id)
			return true;
		if (!statement_step(rows))
			return false;
	}
	return false;
}

static bool
seek(struct names_of *names, long long id)
{
	names->rows = db_use(names->db, names->statement);
	bind_number(names->rows, ":first", id);
	return statement_step(names->rows);
}

static void
read_names(struct names_of *names, bool on_row, long long id)
{
	bool found = (on_row && names->id < id && walk(names->rows, id)) || seek(names, id);
	arena_reset(&names->arena);
	names->names = (struct buffer){ .arena = &names->arena };
	names->id = id;
	for (; found && column_number(names->rows, COLUMN_ID) == id;
		found = statement_step(names->rows)) {
		buffer_add_char(&names->names, names->names.text.length ? ',' : '[');
		buffer_add_json(&names->names, column_text(names->rows, COLUMN_NAME));
	}
	if (names->names.text.length)
		buffer_add_char(&names->names, ']');
}

static void
call_names(struct call *call)
{
	struct names_of *names = call_own(call);
	long long id = call_number(call, 0);
	bool on_row = names->rows && statement_on_row(names->rows);
	if (!on_row || names->id != id)
		read_names(names, on_row, id);
	if (names->names.text.length)
		call_give_text(call, names->names.text);
}

static void
free_names(void *own)
{
	struct names_of *names = own;
	arena_free(&names->arena);
	free(names);
}

void
names_of_register(struct db *db, const char *function, const char *statement)
{
	struct names_of *names = memory_alloc(sizeof(*names));
	*names = (struct names_of){ .db = db, .statement = statement };
	call_register_own(db, function, 1, call_names, names, free_names);
}
