/* Which mentions speak of one task or decision (identity.md 4). */
#include "identity/match.h"
#include "import/groups.h"
#include "import/run.h"

#include <stdlib.h>
#include <string.h>

struct id_list {
	LIST(long long)
};

/* What notes of a meeting say of one kind, to be matched with what the next says. */
struct side {
	struct id_list mentions;
	struct {
		LIST(struct match_line)
	} lines; /* of those mentions */
};

enum { KINDS = 2 };

/* So many links wait to be written together. */
enum { LINKS_MOST = 256 };

/* In a store that is being built, everything is affected: there is another way to find it. */
static struct statement *
use_affected(struct run *run, const char *affected, const char *all)
{
	return db_use(run->db, run->writer->fresh ? all : affected);
}

static void
link_mentions(struct run *run, const long long mentions[2], const char *reason, double score)
{
	struct statement *s = db_row(run->db, "insert_link");
	bind_number(s, ":a", mentions[0]);
	bind_number(s, ":b", mentions[1]);
	bind_text(s, ":reason", str_from(reason));
	bind_real(s, ":score", score);
	if (row_count(s) == LINKS_MOST)
		rows_write(run->db, "insert_link");
}

/* Links neighbours of one key in a sorted list. */
static void
link_ids(struct run *run)
{
	struct arena arena = { 0 };
	struct statement *s = use_affected(run, "mentions_by_id", "mentions_by_id_all");
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
	struct statement *s = use_affected(run, "mentions_by_text", "mentions_by_text_all");
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

/* A mention with its line, and where that stands. */
struct spoken {
	long long mention, number;
	struct match_line line;
};

struct spoken_list {
	LIST(struct spoken)
};

static int
compare_places(const void *left, const void *right)
{
	const struct spoken *a = left, *b = right;
	int order = compare_numbers(a->number, b->number);
	return order ? order : compare_numbers(a->mention, b->mention);
}

/* A row of mentions_of_note.sql; there is one for each owner. */
static void
add_row(struct arena *arena, struct spoken_list *list, struct id_list *owners,
	const struct statement *s)
{
	long long id = column_number(s, 0), person = column_number(s, 4);
	if (!list->count || list->items[list->count - 1].mention != id) {
		*list_add(arena, list) = (struct spoken){ .mention = id,
			.number = column_number(s, 5),
			.line = { .text = str_copy(arena, column_text(s, 2)),
				.task_id = str_copy(arena, column_text(s, 3)) } };
		*owners = (struct id_list){ 0 };
	}
	if (!person)
		return;
	struct match_line *line = &list->items[list->count - 1].line;
	*list_add(arena, owners) = person;
	line->owners = owners->items;
	line->owner_count = owners->count;
}

/* In the order of the lines, which is mostly the one in which they came. */
static void
fill_side(struct arena *arena, struct side *side, struct spoken_list *list)
{
	bool sorted = true;
	for (size_t i = 1; i < list->count && sorted; i++)
		sorted = compare_places(&list->items[i - 1], &list->items[i]) < 0;
	if (!sorted)
		qsort(list->items, list->count, sizeof(*list->items), compare_places);
	for (size_t i = 0; i < list->count; i++) {
		*list_add(arena, &side->mentions) = list->items[i].mention;
		*list_add(arena, &side->lines) = list->items[i].line;
	}
}

static void
read_sides(struct run *run, long long note, struct side sides[KINDS])
{
	struct arena *arena = &run->scratch;
	struct spoken_list lists[KINDS] = { 0 };
	struct id_list owners = { 0 };
	struct statement *s = db_use(run->db, "mentions_of_note");
	memset(sides, 0, KINDS * sizeof(*sides));
	bind_number(s, ":note", note);
	while (statement_step(s))
		add_row(arena, &lists[column_number(s, 1) - 1], &owners, s);
	for (int kind = 0; kind < KINDS; kind++)
		fill_side(arena, &sides[kind], &lists[kind]);
}

/* Links the pairs; gives which lines of the second side found a partner. */
static bool *
match_sides(struct run *run, const struct side *a, const struct side *b)
{
	struct arena *arena = &run->scratch;
	bool *matched = arena_array(arena, b->lines.count, sizeof(*matched));
	if (!a->lines.count || !b->lines.count)
		return matched;
	struct match_pair *pairs;
	size_t count = match_lines(arena, (struct match_note){ a->lines.items, a->lines.count },
		(struct match_note){ b->lines.items, b->lines.count }, &pairs);
	for (size_t i = 0; i < count; i++) {
		link_mentions(run,
			(long long[]){
				a->mentions.items[pairs[i].a], b->mentions.items[pairs[i].b] },
			"meeting", pairs[i].score);
		matched[pairs[i].b] = true;
	}
	return matched;
}

/* Lines of the next note that found no partner become candidates for the notes that follow. */
static void
add_unmatched(struct arena *arena, struct side *known, const struct side *next, const bool *matched)
{
	for (size_t i = 0; i < next->lines.count; i++) {
		if (matched[i])
			continue;
		*list_add(arena, &known->mentions) = next->mentions.items[i];
		*list_add(arena, &known->lines) = next->lines.items[i];
	}
}

static void
match_meeting(struct run *run, const struct id_list *notes)
{
	struct side known[KINDS], next[KINDS];
	read_sides(run, notes->items[0], known);
	for (size_t i = 1; i < notes->count; i++) {
		read_sides(run, notes->items[i], next);
		for (int kind = 0; kind < KINDS; kind++)
			add_unmatched(&run->scratch, &known[kind], &next[kind],
				match_sides(run, &known[kind], &next[kind]));
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
		if (notes.count)
			match_meeting(run, &notes);
	}
}

/* The affected mentions that are linked, as far as links lead. */
static struct groups
join_links(struct run *run)
{
	struct groups groups = { 0 };
	struct statement *mentions = use_affected(run, "linked_mentions", "linked_mentions_all");
	while (statement_step(mentions))
		groups_add(&groups, column_number(mentions, 0));
	struct statement *links = use_affected(run, "affected_links", "affected_links_all");
	while (statement_step(links))
		groups_join(&groups, column_number(links, 0), column_number(links, 1));
	return groups;
}

static void
set_item(struct run *run, long long mention, long long item)
{
	struct statement *s = db_use(run->db, "set_item");
	bind_number(s, ":id", mention);
	bind_number(s, ":item", item);
	statement_run(s);
}

/* Gives every affected mention its item; most keep the one they have. */
static void
set_items(struct run *run, struct groups *groups)
{
	struct statement *mentions = db_use(run->db, "affected_mentions");
	while (statement_step(mentions)) {
		long long id = column_number(mentions, 0), item = groups_lowest(groups, id);
		if (item != column_number(mentions, 1))
			set_item(run, id, item);
	}
}

/* In a store that is being built, every mention has an item of its own so far. */
static void
set_first_items(struct run *run, struct groups *groups)
{
	for (size_t i = 0; i < groups->count; i++) {
		long long item = groups_lowest(groups, groups->ids[i]);
		if (item != groups->ids[i])
			set_item(run, groups->ids[i], item);
	}
}

void
items_resolve(struct run *run)
{
	bool fresh = run->writer->fresh;
	if (!fresh) {
		db_execute_file(run->db, "items_affected");
		db_execute_file(run->db, "forget_links");
	}
	match_meetings(run);
	if (!fresh) {
		db_execute_file(run->db, "search_forget");
		db_execute_file(run->db, "forget_items");
	}
	link_ids(run);
	link_texts(run);
	rows_write(run->db, "insert_link");
	struct groups groups = join_links(run);
	(fresh ? set_first_items : set_items)(run, &groups);
	groups_free(&groups);
	store_has_links(run->writer);
	if (!fresh)
		db_execute_file(run->db, "items_made");
	lead_write(run);
	store_has_items(run->writer);
	db_execute_file(run->db, "decisions_superseded");
}
