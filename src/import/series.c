/*
 * Which meetings form a series (identity.md 3): those whose notes name it in their front matter,
 * and those of one title, without its days and numbers, that somebody took part in both of. All
 * notes of a key are looked at together, so that the order in which they were read does not matter.
 */
#include "import/groups.h"
#include "import/run.h"

#include <stdlib.h>

/* A note of the key at hand. */
struct member {
	long long note, meeting;
	bool stated;     /* it names the series */
	bool leads;      /* its series is one, and it is the first note of it */
	long long first; /* the first note of the series that it was of; 0: of none */
};

/* What makes notes of one key neighbours: the same kind and number. */
enum tie_kind { TIE_STATED, TIE_MEETING, TIE_PERSON };

struct tie {
	enum tie_kind kind;
	long long number, note;
};

/* The notes of one key: of one series or several. */
struct namesakes {
	struct arena arena;
	str key;
	struct {
		LIST(struct member)
	} members; /* by note */
	struct {
		LIST(struct tie)
	} ties;
};

/* Columns of notes_by_series.sql; there is a row for each who took part. */
enum { NOTE, KEY, MEETING, STATED, FIRST, PERSON };

static int
compare_ties(const void *left, const void *right)
{
	const struct tie *a = left, *b = right;
	int order = compare_numbers(a->kind, b->kind);
	if (!order)
		order = compare_numbers(a->number, b->number);
	return order ? order : compare_numbers(a->note, b->note);
}

static int
compare_members(const void *left, const void *right)
{
	const struct member *a = left, *b = right;
	return compare_numbers(a->note, b->note);
}

static void
add_tie(struct namesakes *namesakes, enum tie_kind kind, long long number, long long note)
{
	*list_add(&namesakes->arena, &namesakes->ties) = (struct tie){ kind, number, note };
}

static void
add_row(struct namesakes *namesakes, const struct statement *s)
{
	long long note = column_number(s, NOTE), person = column_number(s, PERSON);
	size_t count = namesakes->members.count;
	if (person)
		add_tie(namesakes, TIE_PERSON, person, note);
	if (count && namesakes->members.items[count - 1].note == note)
		return;
	struct member *member = list_add(&namesakes->arena, &namesakes->members);
	*member = (struct member){ .note = note,
		.meeting = column_number(s, MEETING),
		.stated = column_number(s, STATED),
		.first = column_number(s, FIRST) };
	add_tie(namesakes, TIE_MEETING, member->meeting, note);
	if (member->stated)
		add_tie(namesakes, TIE_STATED, 0, note);
}

static void
join_tied(struct namesakes *namesakes, struct groups *groups)
{
	struct tie *ties = namesakes->ties.items;
	for (size_t i = 0; i < namesakes->members.count; i++)
		groups_add(groups, namesakes->members.items[i].note);
	qsort(ties, namesakes->ties.count, sizeof(*ties), compare_ties);
	for (size_t i = 1; i < namesakes->ties.count; i++)
		if (ties[i].kind == ties[i - 1].kind && ties[i].number == ties[i - 1].number)
			groups_join(groups, ties[i - 1].note, ties[i].note);
}

static struct member *
leader_of(struct namesakes *namesakes, struct groups *groups, long long note)
{
	struct member wanted = { .note = groups_lowest(groups, note) };
	return bsearch(&wanted, namesakes->members.items, namesakes->members.count, sizeof(wanted),
		compare_members);
}

static void
set_first(struct run *run, long long note, long long first)
{
	struct statement *s = db_use(run->db, "set_series");
	bind_number(s, ":note", note);
	bind_number_or_null(s, ":first", first);
	statement_run(s);
	s = db_use(run->db, "regrouped_note");
	bind_number(s, ":note", note);
	statement_run(s);
}

/* Gives each note of the key its series: of several meetings, or one that is named. */
static void
part(struct run *run, struct namesakes *namesakes)
{
	struct groups groups = { 0 };
	if (namesakes->members.count > 1)
		join_tied(namesakes, &groups);
	for (size_t i = 0; i < namesakes->members.count; i++) {
		const struct member *member = &namesakes->members.items[i];
		struct member *leader = leader_of(namesakes, &groups, member->note);
		leader->leads |= member->stated || member->meeting != leader->meeting;
	}
	for (size_t i = 0; i < namesakes->members.count; i++) {
		const struct member *member = &namesakes->members.items[i];
		const struct member *leader = leader_of(namesakes, &groups, member->note);
		long long first = leader->leads ? leader->note : 0;
		if (first != member->first)
			set_first(run, member->note, first);
	}
	groups_free(&groups);
}

void
series_resolve(struct run *run)
{
	bool fresh = run->writer->fresh;
	struct namesakes namesakes = { 0 };
	if (!fresh)
		db_execute_file(run->db, "series_affected");
	struct statement *s = db_use(run->db, fresh ? "notes_by_series_all" : "notes_by_series");
	while (statement_step(s)) {
		if (!str_equal(namesakes.key, column_text(s, KEY))) {
			part(run, &namesakes);
			arena_reset(&namesakes.arena);
			namesakes = (struct namesakes){ .arena = namesakes.arena };
			namesakes.key = str_copy(&namesakes.arena, column_text(s, KEY));
		}
		add_row(&namesakes, s);
	}
	part(run, &namesakes);
	arena_free(&namesakes.arena);
}
