/* Which mentions speak of one task or decision (identity.md 4). */
#include "identity/match.h"
#include "import/groups.h"
#include "import/run.h"

/* So many links wait to be written together. */
enum { LINKS_MOST = 256 };

/* In a store that is being built, everything is affected: there is another way to find it. */
static struct statement *
use_affected(struct run *run, const char *affected, const char *all)
{
	return db_use(run->db, run->writer->fresh ? all : affected);
}

void
items_link(struct run *run, long long a, long long b, const char *reason, double score)
{
	struct statement *s = db_row(run->db, "insert_link");
	bind_number(s, ":a", a);
	bind_number(s, ":b", b);
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
			items_link(run, first, id, "id", 1);
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
			items_link(run, before.id, id, "text", 1);
		arena_free(&arena);
		before = read_worded(&arena, s);
	}
	arena_free(&arena);
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
	matching_link(run);
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
