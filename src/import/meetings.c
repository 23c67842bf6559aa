/* Which notes are views of one meeting (identity.md 3). */
#include "import/groups.h"
#include "import/run.h"

static bool
share_person(struct run *run, long long a, long long b)
{
	struct statement *s = db_use(run->db, "share_person");
	bind_number(s, ":a", a);
	bind_number(s, ":b", b);
	return statement_number(s, 0);
}

/* Notes of one key that are compared with each further one; more than this are no one's meeting. */
enum { COMPARED_MOST = 64 };

/* Joins each note with those of its key before it that `are_one` (NULL: always) says so of. */
static void
join_neighbours(struct run *run, struct groups *groups, const char *statement,
	bool (*are_one)(struct run *, long long, long long))
{
	struct arena arena = { 0 };
	struct statement *s = db_use(run->db, statement);
	long long before[COMPARED_MOST];
	size_t count = 0;
	str key = { 0 };
	while (statement_step(s)) {
		long long id = column_number(s, 0);
		if (!count || !str_equal(key, column_text(s, 1))) {
			arena_reset(&arena);
			key = str_copy(&arena, column_text(s, 1));
			count = 0;
		}
		for (size_t i = 0; i < count && (are_one || i == 0); i++)
			if (!are_one || are_one(run, before[i], id))
				groups_join(groups, before[i], id);
		if (count < COMPARED_MOST)
			before[count++] = id;
	}
	arena_free(&arena);
}

void
meetings_resolve(struct run *run)
{
	struct groups groups = { 0 };
	db_execute_file(
		run->db, run->writer->fresh ? "meetings_affected_all" : "meetings_affected");
	struct statement *all = db_use(run->db, "affected_notes");
	while (statement_step(all))
		groups_add(&groups, column_number(all, 0));
	join_neighbours(run, &groups, "notes_by_source", NULL);
	join_neighbours(run, &groups, "notes_by_title", share_person);
	for (size_t i = 0; i < groups.count; i++) {
		struct statement *set = db_use(run->db, "set_root");
		bind_number(set, ":id", groups.ids[i]);
		bind_number(set, ":root", groups_lowest(&groups, groups.ids[i]));
		statement_run(set);
	}
	db_execute_file(run->db, "meetings_write");
	groups_free(&groups);
}
