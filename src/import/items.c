/* Which mentions speak of one task or decision (identity.md 4). */
#include "identity/match.h"
#include "import/groups.h"
#include "import/run.h"
#include "store/value.h"

/* A note of a meeting, with the lines that are matched against those of the next. */
struct side {
	struct match_line *lines;
	long long *mentions;
	size_t count;
};

struct id_list {
	LIST(long long)
};

struct side_lines {
	LIST(struct match_line)
};

static void
link_mentions(struct run *run, const long long mentions[2], const char *reason, double score)
{
	struct statement *s = db_use(run->db, "insert_link");
	bind_number(s, ":a", mentions[0]);
	bind_number(s, ":b", mentions[1]);
	bind_text(s, ":reason", str_from(reason));
	bind_real(s, ":score", score);
	statement_run(s);
}

/* Joins neighbours of one key in a sorted list. */
static void
join_neighbours(struct run *run, struct groups *groups, const char *statement, const char *reason)
{
	struct arena arena = { 0 };
	struct statement *s = db_use(run->db, statement);
	str key = { 0 };
	long long first = 0;
	while (statement_step(s)) {
		long long id = column_number(s, 0);
		if (first && str_equal(key, column_text(s, 1))) {
			groups_join(groups, first, id);
			link_mentions(run, (long long[]){ first, id }, reason, 1);
			continue;
		}
		/* The same words of nobody in particular, or words that can mean anything, are not
		 * one. */
		bool joins = column_count(s) < 5 ||
			     (column_text(s, 4).length && match_is_specific(column_text(s, 3)));
		arena_free(&arena);
		key = str_copy(&arena, column_text(s, 1));
		first = joins ? id : 0;
	}
	arena_free(&arena);
}

static struct match_line
read_line(struct arena *arena, const struct statement *s)
{
	struct match_line line = { .text = str_copy(arena, column_text(s, 1)),
		.task_id = str_copy(arena, column_text(s, 2)) };
	struct docket_value owners = value_from_json(arena, column_text(s, 3));
	long *ids = arena_array(arena, owners.count, sizeof(*ids));
	for (size_t i = 0; i < owners.count; i++)
		ids[i] = (long)owners.items[i].number;
	line.owners = ids;
	line.owner_count = owners.count;
	return line;
}

static struct side
read_side(struct run *run, struct arena *arena, long long note, int kind)
{
	struct id_list mentions = { 0 };
	struct side_lines lines = { 0 };
	struct statement *s = db_use(run->db, "mentions_of_note");
	bind_number(s, ":note", note);
	bind_number(s, ":kind", kind);
	while (statement_step(s)) {
		*list_add(arena, &mentions) = column_number(s, 0);
		*list_add(arena, &lines) = read_line(arena, s);
	}
	return (struct side){ lines.items, mentions.items, lines.count };
}

static void
match_sides(struct run *run, struct arena *arena, const struct side *a, const struct side *b)
{
	struct match_pair *pairs;
	size_t count = match_lines(arena, a->lines, a->count, b->lines, b->count, &pairs);
	for (size_t i = 0; i < count; i++)
		link_mentions(run,
			(long long[]){ a->mentions[pairs[i].a], b->mentions[pairs[i].b] },
			"meeting", pairs[i].score);
}

/* The lines of `next` that found no partner become candidates for the notes that follow. */
static struct side
add_side(struct run *run, struct arena *arena, const struct side *known, const struct side *next)
{
	struct id_list mentions = { 0 };
	struct side_lines lines = { 0 };
	for (size_t i = 0; i < known->count; i++) {
		*list_add(arena, &mentions) = known->mentions[i];
		*list_add(arena, &lines) = known->lines[i];
	}
	for (size_t i = 0; i < next->count; i++) {
		struct statement *s = db_use(run->db, "is_linked");
		bind_number(s, ":mention", next->mentions[i]);
		if (statement_number(s, 0))
			continue;
		*list_add(arena, &mentions) = next->mentions[i];
		*list_add(arena, &lines) = next->lines[i];
	}
	return (struct side){ lines.items, mentions.items, lines.count };
}

static void
match_meeting(struct run *run, const struct id_list *notes, int kind)
{
	struct arena arena = { 0 };
	struct side known = read_side(run, &arena, notes->items[0], kind);
	for (size_t i = 1; i < notes->count; i++) {
		struct side next = read_side(run, &arena, notes->items[i], kind);
		match_sides(run, &arena, &known, &next);
		if (i + 1 < notes->count)
			known = add_side(run, &arena, &known, &next);
	}
	arena_free(&arena);
}

static void
match_meetings(struct run *run)
{
	struct statement *meetings = db_use(run->db, "shared_meetings");
	while (statement_step(meetings)) {
		struct arena arena = { 0 };
		struct id_list notes = { 0 };
		struct statement *s = db_use(run->db, "notes_of_meeting");
		bind_number(s, ":meeting", column_number(meetings, 0));
		while (statement_step(s))
			*list_add(&arena, &notes) = column_number(s, 0);
		for (int kind = 1; kind <= 2 && notes.count; kind++)
			match_meeting(run, &notes, kind);
		arena_free(&arena);
	}
}

static void
join_links(struct run *run, struct groups *groups)
{
	struct statement *s = db_use(run->db, "kept_links");
	while (statement_step(s))
		groups_join(groups, column_number(s, 0), column_number(s, 1));
}

/* Gives every affected mention its item; most keep the one they have. */
static void
set_items(struct run *run)
{
	struct arena arena = { 0 };
	struct id_list mentions = { 0 }, items = { 0 };
	struct statement *all = db_use(run->db, "affected_mentions");
	while (statement_step(all)) {
		*list_add(&arena, &mentions) = column_number(all, 0);
		*list_add(&arena, &items) = column_number(all, 1);
	}
	struct groups groups = groups_new(&arena, mentions.items, mentions.count);
	join_neighbours(run, &groups, "mentions_by_id", "id");
	join_neighbours(run, &groups, "mentions_by_text", "text");
	join_links(run, &groups);
	for (size_t i = 0; i < mentions.count; i++) {
		long long item = groups_lowest(&groups, i);
		if (item == items.items[i])
			continue;
		struct statement *s = db_use(run->db, "set_item");
		bind_number(s, ":id", mentions.items[i]);
		bind_number(s, ":item", item);
		statement_run(s);
	}
	arena_free(&arena);
}

void
items_resolve(struct run *run)
{
	db_execute_file(run->db, "items_affected");
	db_execute_file(run->db, "forget_links");
	match_meetings(run);
	db_execute_file(run->db, "forget_items");
	set_items(run);
	lead_write(run);
	db_execute_file(run->db, "decisions_superseded");
}
