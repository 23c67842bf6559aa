/*
 * A decision that sounds as if it replaced an earlier one of its account does not: only what a note
 * declares does. The earlier one that is most like it is named.
 */
#include "identity/match.h"
#include "suggest.h"

#include <stdlib.h>

/* The newest that one is compared with; from ALIKE on it may be meant. */
enum { MOST_BEFORE = 200 };
#define ALIKE 0.35

/* Columns of hinting_decisions.sql. */
enum { ACCOUNT, ID, TEXT, DATE, YEAR_BEFORE, PATH, LINE };

struct decision {
	str text, date;
	struct words words;
};

/* The decisions of one account, in the order of their days. */
struct circle {
	struct arena arena;
	long long account;
	struct {
		LIST(struct decision)
	} decisions;
};

/* One that sounds so, and the earlier one of an account of it that is most like it. */
struct hint {
	long long id;
	str path;
	int line;
	str text, date; /* of the earlier one */
	double score;
};

struct hints {
	LIST(struct hint)
};

static int
compare_hints(const void *left, const void *right)
{
	const struct hint *a = left, *b = right;
	int order = str_compare(a->path, b->path);
	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	if (!order)
		order = (a->id > b->id) - (a->id < b->id);
	if (!order)
		order = (a->score < b->score) - (a->score > b->score);
	if (!order)
		order = str_compare(b->date, a->date);
	return order ? order : str_compare(a->text, b->text);
}

/* Of those that are most like it, the newest. */
static const struct decision *
find_most_like(
	const struct circle *circle, const struct decision *one, str year_before, double *score)
{
	const struct decision *best = NULL;
	int compared = 0;
	for (size_t i = circle->decisions.count; i > 0 && compared < MOST_BEFORE; i--) {
		const struct decision *before = &circle->decisions.items[i - 1];
		if (str_compare(before->date, year_before) < 0)
			break;
		if (str_equal(before->date, one->date))
			continue;
		double likeness = match_shared(&one->words, &before->words);
		compared++;
		if (likeness <= *score)
			continue;
		*score = likeness;
		best = before;
	}
	return best;
}

static void
add_hint(struct suggest *suggest, const struct circle *circle, const struct decision *one,
	const struct statement *rows, struct hints *found)
{
	struct arena *arena = &suggest->arena;
	double score = 0;
	const struct decision *before =
		find_most_like(circle, one, column_text(rows, YEAR_BEFORE), &score);
	if (score >= ALIKE)
		*list_add(arena, found) = (struct hint){ .id = column_number(rows, ID),
			.path = str_copy(arena, column_text(rows, PATH)),
			.line = (int)column_number(rows, LINE),
			.text = str_copy(arena, before->text),
			.date = str_copy(arena, before->date),
			.score = score };
}

static struct decision
read_decision(struct arena *arena, const struct statement *rows)
{
	struct decision decision = { .text = str_copy(arena, column_text(rows, TEXT)),
		.date = str_copy(arena, column_text(rows, DATE)) };
	decision.words = match_words(arena, decision.text);
	return decision;
}

/* Each is compared with those before it; the rows of an account come one after the other. */
static void
find_hints(struct suggest *suggest, struct hints *found)
{
	struct circle circle = { 0 };
	struct statement *rows = db_use(suggest->db, "hinting_decisions");
	while (statement_step(rows)) {
		long long account = column_number(rows, ACCOUNT);
		if (account != circle.account) {
			arena_reset(&circle.arena);
			circle = (struct circle){ .arena = circle.arena, .account = account };
		}
		struct decision decision = read_decision(&circle.arena, rows);
		if (!column_is_null(rows, PATH))
			add_hint(suggest, &circle, &decision, rows, found);
		*list_add(&circle.arena, &circle.decisions) = decision;
	}
	arena_free(&circle.arena);
}

static void
tell(struct suggest *suggest, const struct hint *hint)
{
	suggest_tell(suggest, DOCKET_REMARK_PERHAPS_SUPERSEDES, hint->path, hint->line,
		str_format(&suggest->arena,
			"sounds as if it replaced '%.*s' of %.*s; if so, write '(supersedes: "
			"%.*s)' behind it",
			STR_ARG(hint->text), STR_ARG(hint->date), STR_ARG(hint->text)));
}

/* A decision that serves several accounts is told of once. */
void
suggest_decisions(struct suggest *suggest)
{
	struct hints found = { 0 };
	find_hints(suggest, &found);
	if (found.count)
		qsort(found.items, found.count, sizeof(*found.items), compare_hints);
	for (size_t i = 0; i < found.count; i++)
		if (!i || found.items[i].id != found.items[i - 1].id)
			tell(suggest, &found.items[i]);
}
