/*
 * SQL functions written in C, with any number of arguments.
 *
 *	static void
 *	double_it(struct call *call)
 *	{
 *		call_give_number(call, 2 * call_number(call, 0));
 *	}
 *	...
 *	call_register(db, "double_it", 1, double_it);
 */
#ifndef STORE_CALL_H
#define STORE_CALL_H

#include "store/db.h"

struct call;

/*
 * The same arguments always give the same result. A function that gives nothing gives NULL.
 */
void call_register(struct db *db, const char *name, int arguments, void (*run)(struct call *));

/* The same for a text -> text; `write` may use the db. Absent text is NULL. */
typedef str call_write(struct db *db, struct arena *arena, str text);
void call_register_text(struct db *db, const char *name, call_write *write);

/* A function with something of its own, which `forget` frees with the db. */
void call_register_own(struct db *db, const char *name, int arguments, void (*run)(struct call *),
	void *own, void (*forget)(void *own));
void *call_own(const struct call *call);

/* An argument, from 0: its text (absent for NULL), valid during the call, or its number. */
str call_text(const struct call *call, int argument);
long long call_number(const struct call *call, int argument);

/* Memory that is freed when the call is over. */
struct arena *call_arena(struct call *call);

/*
 * What `make` makes of an argument, kept while that stays the same in the statement; NULL when it
 * makes nothing. It is freed by `forget`.
 */
void *call_kept(
	struct call *call, int argument, void *(*make)(str text), void (*forget)(void *made));

void call_give_number(struct call *call, long long number);
void call_give_real(struct call *call, double number);
void call_give_text(struct call *call, str text);

/*
 * The statement fails for what it was asked, with DOCKET_NOT_UNDERSTOOD and this message; nothing
 * that is given counts.
 */
void call_fail(struct call *call, str message);

#endif
