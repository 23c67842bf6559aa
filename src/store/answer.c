#include "store/answer.h"

#include "base/fail.h"
#include "query/clause.h"
#include "query/group.h"
#include "query/layout.h"
#include "store/grouping.h"
#include "store/lookup.h"
#include "store/ordering.h"
#include "store/rows.h"
#include "store/schema.h"

#include <stdlib.h>
#include <string.h>

/* An answer as users see it comes first. */
struct kept_answer {
	struct docket_answer answer;
	struct arena arena; /* of the query, and of all that follows */
	struct query query;
	struct docket_store *store;
	struct answer_scope scope;
	long long vault; /* its row; 0: all */
	struct clause where;
	struct grouping grouping;
	struct docket_rows *task; /* one, by its id */
	struct docket_answer_group group;
	size_t next_group, next_task;
};

static bool
find_vault(struct kept_answer *kept, struct docket_error *err)
{
	if (!kept->scope.vault.length)
		return true;
	struct statement *s = db_use(kept->store->db, "find_vault");
	bind_text(s, ":path", kept->scope.vault);
	kept->vault = statement_number(s, 0);
	return kept->vault ||
	       (!db_failed(kept->store->db, err) &&
		       fail(err, DOCKET_NOT_FOUND,
			       "no note of %.*s was imported; do so with: docket import %.*s",
			       STR_ARG(kept->scope.vault), STR_ARG(kept->scope.vault)));
}

/* A name -> the rows that it means, as JSON. */
static bool
look_up(struct kept_answer *kept, struct query_value *value, struct docket_error *err)
{
	static const enum lookup_kind kinds[] = { [QUERY_PERSON] = LOOKUP_PERSON,
		[QUERY_ACCOUNT] = LOOKUP_ACCOUNT,
		[QUERY_PROJECT] = LOOKUP_PROJECT,
		[QUERY_SERIES] = LOOKUP_SERIES };
	struct ids ids = { 0 };
	struct docket_error problem = { 0 };
	if (!lookup(kept->store->db, &kept->arena,
		    (struct typed){ kinds[value->kind], value->text }, &ids, &problem))
		return fail(err, DOCKET_NOT_UNDERSTOOD, "%.*s%s", STR_ARG(value->place),
			problem.message);
	struct buffer json = { .arena = &kept->arena };
	for (size_t i = 0; i < ids.count; i++)
		buffer_format(&json, "%c%lld", i ? ',' : '[', ids.items[i]);
	buffer_add(&json, ids.count ? STR("]") : STR("[]"));
	*value = (struct query_value){ .kind = QUERY_TEXT, .text = json.text };
	return true;
}

static bool
look_up_names(struct kept_answer *kept, struct docket_error *err)
{
	for (size_t i = 0; i < kept->where.values.count; i++) {
		struct query_value *value = &kept->where.values.items[i];
		if (value->kind >= QUERY_PERSON && !look_up(kept, value, err))
			return false;
	}
	return true;
}

/* A statement on the boxes, with all values bound. */
static struct statement *
prepare(struct kept_answer *kept, str sql, const struct clause *clause)
{
	struct statement *s = db_prepare(kept->store->db, sql);
	for (size_t i = 0; i < clause->values.count; i++) {
		const struct query_value *value = &clause->values.items[i];
		const char *name = clause_parameter(&kept->arena, i);
		if (!statement_has(s, name))
			continue;
		if (value->kind == QUERY_NUMBER)
			bind_number(s, name, value->number);
		else
			bind_text(s, name, value->text);
	}
	if (statement_has(s, ":today"))
		bind_date(s, ":today", kept->query.today);
	if (statement_has(s, ":vault"))
		bind_number_or_null(s, ":vault", kept->vault);
	if (statement_has(s, ":below"))
		bind_text_or_null(s, ":below", kept->scope.below);
	return s;
}

static struct statement *
prepare_boxes(struct kept_answer *kept, const struct clause *clause)
{
	struct buffer sql = { .arena = &kept->arena };
	clause_add_boxes(&sql, str_from(schema_sql("query_boxes")), clause->sql.text);
	return prepare(kept, sql.text, clause);
}

/* How many there are when none of them is wanted. */
static size_t
count_all(struct kept_answer *kept)
{
	struct clause all = { .sql = { .arena = &kept->arena }, .values = kept->where.values };
	buffer_format(
		&all.sql, "SELECT count(*) FROM box WHERE TRUE%.*s", STR_ARG(kept->where.sql.text));
	struct statement *s = prepare_boxes(kept, &all);
	size_t count = (size_t)statement_number(s, 0);
	statement_free(s);
	return count;
}

/* The boxes that there are, or the first of them, in order, into their groups. */
static bool
group_boxes(struct kept_answer *kept)
{
	struct clause all = { .sql = { .arena = &kept->arena }, .values = kept->where.values };
	buffer_add(&all.sql, STR("SELECT box.id, box.note"));
	clause_add_keys(&all, &kept->query);
	clause_add_groups(&all, &kept->query);
	buffer_format(&all.sql, "\nFROM box WHERE TRUE%.*s", STR_ARG(kept->where.sql.text));
	struct statement *s = prepare_boxes(kept, &all);
	long long limit = kept->query.limit;
	struct ordering ordering = { .db = kept->store->db,
		.clause = &all,
		.today = kept->query.today,
		.limit = limit < 0 ? SIZE_MAX : (size_t)limit };
	while (statement_step(s)) {
		if (!ordering_wants(&ordering, s))
			continue;
		str values[QUERY_GROUPS_MOST];
		for (size_t i = 0; i < kept->query.groups.count; i++)
			values[i] = column_text(s, ORDERING_COLUMNS + (int)(all.columns.count + i));
		ordering_keep(&ordering, s, grouping_values(&kept->grouping, values));
	}
	statement_free(s);
	ordering_sort(&ordering);
	kept->answer.total = ordering.total;
	kept->answer.shown = ordering.count;
	bool fits = grouping_fill(&kept->grouping, ordering.boxes, ordering.count);
	ordering_free(&ordering);
	return fits;
}

static bool
read_boxes(struct kept_answer *kept, struct docket_error *err)
{
	const struct query *query = &kept->query;
	size_t levels = query->groups.count;
	kept->grouping = (struct grouping){ .arena = &kept->arena, .query = query };
	if (query->limit == 0)
		kept->answer.total = count_all(kept);
	else if (!group_boxes(kept))
		return fail(err, DOCKET_NOT_UNDERSTOOD,
			"%.*sthe tasks are in too many groups; leave out a line of 'group by'",
			STR_ARG(query->groups.items[levels - 1].place));
	if (levels)
		kept->answer.shown = grouping_count(&kept->grouping);
	return !db_failed(kept->store->db, err);
}

static bool
ask(struct kept_answer *kept, struct docket_error *err)
{
	struct db *db = kept->store->db;
	kept->where.sql.arena = &kept->arena;
	clause_add_filters(&kept->where, &kept->query);
	if (!find_vault(kept, err) || !look_up_names(kept, err) || !read_boxes(kept, err))
		return false;
	kept->task = rows_new(kept->store);
	kept->task->statement = db_prepare(db, str_from(schema_sql("query_task")));
	kept->task = rows_begin(kept->task, err);
	return kept->task;
}

struct docket_answer *
answer_new(struct docket_store *store, const struct query *query, const struct answer_scope *scope,
	struct docket_error *err)
{
	struct kept_answer *kept = memory_alloc(sizeof(*kept));
	*kept = (struct kept_answer){ .arena = *query->arena, .query = *query, .store = store };
	kept->query.arena = &kept->arena;
	kept->scope = (struct answer_scope){ str_copy(&kept->arena, scope->vault),
		str_copy(&kept->arena, scope->below) };
	kept->answer.warnings =
		(struct docket_strs){ query->warnings.items, query->warnings.count };
	kept->answer.brief = query->brief;
	if (query->explain)
		kept->answer.explanation = query_explain(&kept->query);
	if (ask(kept, err))
		return &kept->answer;
	docket_answer_free(&kept->answer);
	return NULL;
}

bool
docket_answer_shows(const struct docket_answer *answer, const char *part)
{
	const struct kept_answer *kept = (const struct kept_answer *)answer;
	for (size_t i = 0; layout_part(i); i++)
		if (strcmp(layout_part(i), part) == 0)
			return !(kept->query.hidden >> i & 1);
	return true;
}

const struct docket_answer_group *
docket_answer_next_group(struct docket_answer *answer)
{
	struct kept_answer *kept = (struct kept_answer *)answer;
	if (kept->next_group >= kept->grouping.groups.count)
		return NULL;
	const struct group_boxes *group = &kept->grouping.groups.items[kept->next_group++];
	str *headings = arena_array(&kept->arena, group->names.count, sizeof(*headings));
	for (size_t i = 0; i < group->names.count; i++)
		headings[i] = group_heading(&kept->arena, group->names.items[i]);
	kept->group.headings = (struct docket_strs){ headings, group->names.count };
	kept->group.count = group->boxes.count;
	kept->next_task = 0;
	return &kept->group;
}

const struct docket_value *
docket_answer_next_task(struct docket_answer *answer, struct docket_error *err)
{
	struct kept_answer *kept = (struct kept_answer *)answer;
	if (err)
		err->code = DOCKET_OK;
	struct db *db = kept->store->db;
	struct statement *s = kept->task->statement;
	/* A box that an import has dropped in the meantime is passed over. */
	while (kept->next_group && kept->next_task < kept->group.count && !db_failed(db, err)) {
		const struct group_boxes *group =
			&kept->grouping.groups.items[kept->next_group - 1];
		statement_reset(s);
		bind_number(s, ":id", group->boxes.items[kept->next_task++]);
		bind_date(s, ":today", kept->query.today);
		if (statement_step(s))
			return rows_current(kept->task);
	}
	db_failed(db, err);
	return NULL;
}

const struct docket_value *
docket_answer_columns(const struct docket_answer *answer)
{
	return docket_rows_columns(((const struct kept_answer *)answer)->task);
}

void
docket_answer_free(struct docket_answer *answer)
{
	if (!answer)
		return;
	struct kept_answer *kept = (struct kept_answer *)answer;
	docket_rows_free(kept->task);
	struct arena arena = kept->arena;
	arena_free(&arena);
	free(kept);
}
