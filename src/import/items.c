/* Which mentions speak of one task or decision (identity.md 4). */
#include "identity/match.h"
#include "import/groups.h"
#include "import/run.h"
#include "store/value.h"

#include <assert.h>

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

/* Links neighbours of one key in a sorted list. */
static void
link_ids(struct run *run)
{
	struct arena arena = { 0 };
	struct statement *s = db_use(run->db, "mentions_by_id");
	str key = { 0 };
	long long first = 0;
	while (statement_step(s)) {
		long long id = column_number(s, 0);
		if (first && str_equal(key, column_text(s, 1))) {
			link_mentions(run, (long long[]){ first, id }, "id", 1);
			continue;
		}
		arena_free(&arena);
		key = str_copy(&arena, column_text(s, 1));
		first = id;
	}
	arena_free(&arena);
}

/* Columns of mentions_by_text.sql. */
enum { TEXT_ID, TEXT_KIND, TEXT_WORDS, TEXT_OWNERS, TEXT_CARRIED, TEXT };

/* A mention with the words that the next may share. */
struct worded {
	long long id, kind, words;
	str owners, carried;
};

static struct worded
read_worded(struct arena *arena, const struct statement *s)
{
	return (struct worded){ column_number(s, TEXT_ID), column_number(s, TEXT_KIND),
		column_number(s, TEXT_WORDS), str_copy(arena, column_text(s, TEXT_OWNERS)),
		str_copy(arena, column_text(s, TEXT_CARRIED)) };
}

/* The same words of nobody in particular, or words that can mean anything, are not one thing. */
static bool
is_same(struct arena *arena, const struct worded *before, const struct statement *s)
{
	if (!before->owners.length || before->kind != column_number(s, TEXT_KIND) ||
		before->words != column_number(s, TEXT_WORDS) ||
		!str_equal(before->owners, column_text(s, TEXT_OWNERS)))
		return false;
	bool carried =
		before->carried.length && str_equal(before->carried, column_text(s, TEXT_CARRIED));
	return match_is_specific(match_key(arena, column_text(s, TEXT)), carried);
}

static void
link_texts(struct run *run)
{
	struct arena arena = { 0 };
	struct statement *s = db_use(run->db, "mentions_by_text");
	struct worded before = { 0 };
	while (statement_step(s)) {
		long long id = column_number(s, TEXT_ID);
		if (is_same(&arena, &before, s))
			link_mentions(run, (long long[]){ before.id, id }, "text", 1);
		arena_free(&arena);
		before = read_worded(&arena, s);
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
	if (!a->count || !b->count)
		return;
	assert(a->mentions && b->mentions);
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
	struct arena *arena = &run->scratch;
	struct side known = read_side(run, arena, notes->items[0], kind);
	for (size_t i = 1; i < notes->count; i++) {
		struct side next = read_side(run, arena, notes->items[i], kind);
		match_sides(run, arena, &known, &next);
		if (i + 1 < notes->count)
			known = add_side(run, arena, &known, &next);
	}
}

static void
match_meetings(struct run *run)
{
	struct statement *meetings = db_use(run->db, "shared_meetings");
	while (statement_step(meetings)) {
		struct id_list notes = { 0 };
		struct statement *s = db_use(run->db, "notes_of_meeting");
		bind_number(s, ":meeting", column_number(meetings, 0));
		arena_reset(&run->scratch);
		while (statement_step(s))
			*list_add(&run->scratch, &notes) = column_number(s, 0);
		for (int kind = 1; kind <= 2 && notes.count; kind++)
			match_meeting(run, &notes, kind);
	}
}

/* The affected mentions that are linked, as far as links lead. */
static struct groups
join_links(struct run *run)
{
	struct groups groups = { 0 };
	struct statement *mentions = db_use(run->db, "linked_mentions");
	while (statement_step(mentions))
		groups_add(&groups, column_number(mentions, 0));
	struct statement *links = db_use(run->db, "affected_links");
	while (statement_step(links))
		groups_join(&groups, column_number(links, 0), column_number(links, 1));
	return groups;
}

/* Gives every affected mention its item; most keep the one they have. */
static void
set_items(struct run *run)
{
	struct groups groups = join_links(run);
	struct statement *mentions = db_use(run->db, "affected_mentions");
	while (statement_step(mentions)) {
		long long id = column_number(mentions, 0), item = groups_lowest(&groups, id);
		if (item == column_number(mentions, 1))
			continue;
		struct statement *s = db_use(run->db, "set_item");
		bind_number(s, ":id", id);
		bind_number(s, ":item", item);
		statement_run(s);
	}
	groups_free(&groups);
}

void
items_resolve(struct run *run)
{
	bool fresh = run->writer->fresh;
	db_execute_file(run->db, fresh ? "items_affected_all" : "items_affected");
	if (!fresh)
		db_execute_file(run->db, "forget_links");
	match_meetings(run);
	if (!fresh) {
		db_execute_file(run->db, "search_forget");
		db_execute_file(run->db, "forget_items");
	}
	link_ids(run);
	link_texts(run);
	set_items(run);
	if (!fresh)
		db_execute_file(run->db, "items_made");
	lead_write(run);
	store_has_items(run->writer);
	db_execute_file(run->db, "decisions_superseded");
}
