#include "store/call.h"

#include "store/sqlite.h"

#include <stdlib.h>
#include <string.h>

struct function {
	void (*run)(struct call *);
	call_write *write; /* of a text; NULL: it is not of that kind */
	struct db *db;     /* for `write` */
	void *own;
	void (*forget)(void *own);
	struct arena spare; /* of the last call, for the next; one within another has its own */
};

struct call {
	sqlite3_context *context;
	sqlite3_value **arguments;
	struct arena arena;
	const struct function *function;
	str failure; /* absent: none */
};

str
call_text(const struct call *call, int argument)
{
	const char *bytes = (const char *)sqlite3_value_text(call->arguments[argument]);
	return (str){ bytes, bytes ? (size_t)sqlite3_value_bytes(call->arguments[argument]) : 0 };
}

long long
call_number(const struct call *call, int argument)
{
	return sqlite3_value_int64(call->arguments[argument]);
}

void *
call_own(const struct call *call)
{
	return call->function->own;
}

struct arena *
call_arena(struct call *call)
{
	return &call->arena;
}

void *
call_kept(struct call *call, int argument, void *(*make)(str text), void (*forget)(void *made))
{
	void *kept = sqlite3_get_auxdata(call->context, argument);
	if (kept)
		return kept;
	kept = make(call_text(call, argument));
	if (kept)
		sqlite3_set_auxdata(call->context, argument, kept, forget);
	return kept ? sqlite3_get_auxdata(call->context, argument) : NULL;
}

void
call_give_number(struct call *call, long long number)
{
	sqlite3_result_int64(call->context, number);
}

void
call_give_real(struct call *call, double number)
{
	sqlite3_result_double(call->context, number);
}

void
call_give_text(struct call *call, str text)
{
	sqlite3_result_text64(call->context, text.bytes ? text.bytes : "", text.length,
		SQLITE_TRANSIENT, SQLITE_UTF8);
}

void
call_fail(struct call *call, str message)
{
	call->failure = message;
}

static void
run_function(sqlite3_context *context, int count, sqlite3_value **arguments)
{
	(void)count;
	struct function *function = sqlite3_user_data(context);
	struct call call = { .context = context,
		.arguments = arguments,
		.arena = function->spare,
		.function = function };
	function->spare = (struct arena){ 0 };
	function->run(&call);
	if (call.failure.bytes) {
		sqlite3_result_error(context, call.failure.bytes, (int)call.failure.length);
		sqlite3_result_error_code(context, SQLITE_REFUSED);
	}
	arena_free(&function->spare);
	arena_reset(&call.arena);
	function->spare = call.arena;
}

static void
free_function(void *context)
{
	struct function *function = context;
	arena_free(&function->spare);
	if (function->forget)
		function->forget(function->own);
	free(function);
}

static void
add_function(struct db *db, const char *name, int arguments, struct function function)
{
	struct function *kept = memory_alloc(sizeof(*kept));
	*kept = function;
	int result = sqlite3_create_function_v2(db->handle, name, arguments,
		SQLITE_UTF8 | SQLITE_INNOCUOUS | SQLITE_DETERMINISTIC, kept, run_function, NULL,
		NULL, free_function);
	if (result != SQLITE_OK)
		sqlite_failed(db, result);
}

void
call_register(struct db *db, const char *name, int arguments, void (*run)(struct call *))
{
	add_function(db, name, arguments, (struct function){ .run = run });
}

void
call_register_own(struct db *db, const char *name, int arguments, void (*run)(struct call *),
	void *own, void (*forget)(void *own))
{
	struct function function = { .run = run, .own = own, .forget = forget };
	add_function(db, name, arguments, function);
}

static void
run_write(struct call *call)
{
	const struct function *function = call->function;
	str text = call_text(call, 0), written = { 0 };
	if (text.bytes)
		written = function->write(function->db, &call->arena, text);
	if (written.bytes)
		call_give_text(call, written);
}

void
call_register_text(struct db *db, const char *name, call_write *write)
{
	add_function(db, name, 1, (struct function){ .run = run_write, .write = write, .db = db });
}
