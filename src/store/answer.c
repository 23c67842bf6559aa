#include "store/answer.h"

#include "base/fail.h"
#include "query/group.h"
#include "query/layout.h"
#include "store/boxes.h"
#include "store/lookup.h"
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
	struct boxes_question question;
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
	kept->question.vault = statement_number(s, 0);
	return kept->question.vault ||
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
	struct db *db = kept->store->db;
	struct ids ids = { 0 };
	struct docket_error problem = { 0 };
	struct typed typed = { kinds[value->kind], value->text };
	if (!lookup(db, &kept->arena, typed, &ids, &problem))
		return !db_failed(db, err) && fail(err, DOCKET_NOT_UNDERSTOOD, "%.*s%s",
						      STR_ARG(value->place), problem.message);
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
	for (size_t i = 0; i < kept->question.where.values.count; i++) {
		struct query_value *value = &kept->question.where.values.items[i];
		if (value->kind >= QUERY_PERSON && !look_up(kept, value, err))
			return false;
	}
	return true;
}

/* The boxes that there are, or the first of them, in order, into their groups. */
static bool
group_boxes(struct kept_answer *kept)
{
	struct db *db = kept->store->db;
	struct boxes boxes = { 0 };
	boxes_gather(&boxes, db, &kept->question, &kept->grouping, boxes_parts(db));
	kept->answer.total = boxes.ordering.total;
	kept->answer.shown = boxes.ordering.count;
	bool fits = grouping_fill(&kept->grouping, boxes.ordering.boxes, boxes.ordering.count);
	boxes_free(&boxes);
	return fits;
}

static bool
read_boxes(struct kept_answer *kept, struct docket_error *err)
{
	const struct query *query = &kept->query;
	size_t levels = query->groups.count;
	kept->grouping = (struct grouping){ .arena = &kept->arena, .query = query };
	if (query->limit == 0)
		kept->answer.total = boxes_count(kept->store->db, &kept->question);
	else if (!group_boxes(kept))
		return fail(err, DOCKET_NOT_UNDERSTOOD,
			"%.*sthe tasks are in too many groups; leave out a line of 'group by'",
			STR_ARG(query->groups.items[levels - 1].place));
	if (levels)
		kept->answer.shown = kept->grouping.shown;
	return !db_failed(kept->store->db, err);
}

static bool
ask(struct kept_answer *kept, struct docket_error *err)
{
	struct db *db = kept->store->db;
	kept->question.where.sql.arena = &kept->arena;
	clause_add_filters(&kept->question.where, &kept->query);
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
	kept->question.query = &kept->query;
	kept->question.below = kept->scope.below;
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
	db_forgive(db);
	/* A box that an import has dropped in the meantime is passed over. */
	while (kept->next_group && kept->next_task < kept->group.count && !db_failed(db, err)) {
		const struct group_boxes *group =
			&kept->grouping.groups.items[kept->next_group - 1];
		statement_reset(s);
		bind_number(s, ":id", group->boxes.items[kept->next_task++]);
		bind_date(s, ":today", kept->query.today);
		const struct docket_value *task =
			statement_step(s) ? rows_current(kept->task) : NULL;
		if (task && !db_failed(db, err))
			return task;
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
