#include "store/boxes.h"

#include "query/group.h"
#include "store/query_calls.h"
#include "store/schema.h"

#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

/* A thread is worth so many notes; more threads than that wait for each other. */
enum { NOTES_EACH = 2000, PARTS_MOST = 8 };

/* Filters may look at all boxes; those of a part are in some notes. */
#define FROM_PART "\nFROM box WHERE box.note BETWEEN :first AND :last"

/* Notes from `first` to `last`, and what is asked of them. */
struct boxes_part {
	struct db *db;
	const struct boxes_question *question;
	long long first, last;
	struct ordering *ordering;
	struct grouping *grouping;
	struct arena arena;

	/* Of all parts but the first, whose boxes are not yet among those of the others. */
	struct ordering own_ordering;
	struct grouping own_grouping;
	pthread_t thread;
	bool runs;
};

/* A statement on the boxes of a part, with all values bound. */
static struct statement *
prepare(struct boxes_part *part, const struct clause *clause)
{
	const struct boxes_question *question = part->question;
	struct buffer sql = { .arena = &part->arena };
	clause_add_boxes(&sql, str_from(schema_sql("query_boxes")), clause->sql.text);
	struct statement *s = db_prepare(part->db, sql.text);
	for (size_t i = 0; i < clause->values.count; i++) {
		const struct query_value *value = &clause->values.items[i];
		const char *name = clause_parameter(&part->arena, i);
		if (!statement_has(s, name))
			continue;
		if (value->kind == QUERY_NUMBER)
			bind_number(s, name, value->number);
		else
			bind_text(s, name, value->text);
	}
	if (statement_has(s, ":today"))
		bind_date(s, ":today", question->query->today);
	bind_number_or_null(s, ":vault", question->vault);
	bind_text_or_null(s, ":below", question->below);
	bind_number(s, ":first", part->first);
	bind_number(s, ":last", part->last);
	return s;
}

static uint32_t
read_values(const struct boxes_part *part, const struct statement *row)
{
	str values[QUERY_GROUPS_MOST];
	int column = ORDERING_COLUMNS + (int)part->ordering->clause->columns.count;
	for (size_t i = 0; i < part->question->query->groups.count; i++)
		values[i] = column_text(row, column++);
	return grouping_values(part->grouping, values);
}

static void
look(struct boxes_part *part)
{
	struct ordering *ordering = part->ordering;
	bool each = ordering->each;
	struct statement *s = prepare(part, ordering->clause);
	while (statement_step(s)) {
		uint32_t values = each ? read_values(part, s) : 0;
		if (ordering_wants(ordering, s, values))
			ordering_keep(ordering, s, each ? values : read_values(part, s));
	}
	statement_free(s);
}

static void *
run_thread(void *context)
{
	look(context);
	return NULL;
}

size_t
boxes_count(struct db *db, const struct boxes_question *question)
{
	struct boxes_part whole = {
		.db = db, .question = question, .first = LLONG_MIN, .last = LLONG_MAX
	};
	struct clause all = { .sql = { .arena = &whole.arena }, .values = question->where.values };
	buffer_format(
		&all.sql, "SELECT count(*)" FROM_PART "%.*s", STR_ARG(question->where.sql.text));
	struct statement *s = prepare(&whole, &all);
	size_t count = (size_t)statement_number(s, 0);
	statement_free(s);
	arena_free(&whole.arena);
	return count;
}

static size_t
last_note(struct db *db)
{
	return (size_t)statement_number(db_use(db, "last_note"), 0);
}

size_t
boxes_parts(struct db *db)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t most = processors > PARTS_MOST ? PARTS_MOST
		      : processors > 1        ? (size_t)processors
					      : 1;
	size_t worth = last_note(db) / NOTES_EACH;
	return worth < 1 ? 1 : worth < most ? worth : most;
}

/* A part with a connection, an order and groups of its own; false when it cannot have them. */
static bool
make_own(struct boxes *boxes, struct boxes_part *part, struct db *db)
{
	part->db = db_twin(db);
	if (!part->db)
		return false;
	query_register(part->db);
	part->own_grouping =
		(struct grouping){ .arena = &part->arena, .query = part->question->query };
	part->own_ordering = boxes->ordering;
	part->own_ordering.db = part->db;
	part->grouping = &part->own_grouping;
	part->ordering = &part->own_ordering;
	return true;
}

/* Parts of about the same number of notes; the first of them is the caller's. */
static void
make_parts(struct boxes *boxes, const struct boxes_part *whole, size_t count)
{
	boxes->parts = memory_alloc(count * sizeof(*boxes->parts));
	boxes->parts[boxes->part_count++] = *whole;
	while (boxes->part_count < count) {
		struct boxes_part *part = &boxes->parts[boxes->part_count];
		*part = (struct boxes_part){ .question = whole->question };
		if (!make_own(boxes, part, whole->db))
			break;
		boxes->part_count++;
	}
	long long last = (long long)last_note(whole->db),
		  each = last / (long long)boxes->part_count;
	for (size_t i = 0; i < boxes->part_count; i++) {
		boxes->parts[i].first = (long long)i * each + 1;
		boxes->parts[i].last = (long long)(i + 1) * each;
	}
	boxes->parts[0].first = LLONG_MIN;
	boxes->parts[boxes->part_count - 1].last = LLONG_MAX;
}

/* Looks at all parts. One that gets no thread is looked at in this one. */
static void
look_at_parts(struct boxes *boxes)
{
	for (size_t i = 1; i < boxes->part_count; i++) {
		struct boxes_part *part = &boxes->parts[i];
		part->runs = pthread_create(&part->thread, NULL, run_thread, part) == 0;
	}
	look(&boxes->parts[0]);
	for (size_t i = 1; i < boxes->part_count; i++) {
		if (boxes->parts[i].runs)
			pthread_join(boxes->parts[i].thread, NULL);
		else
			look(&boxes->parts[i]);
	}
}

/* Adds what the part has found to what the first one has. */
static void
add_part(struct boxes_part *first, const struct boxes_part *part)
{
	struct docket_error err;
	if (db_failed(part->db, &err))
		db_fail(first->db, &err);
	const struct tuples *values = &part->own_grouping.values;
	uint32_t *numbers = memory_alloc((values->items.count + 1) * sizeof(*numbers));
	for (size_t i = 0; i < values->items.count; i++)
		numbers[i] = grouping_values(first->grouping, values->items.items[i]);
	ordering_add(first->ordering, &part->own_ordering, numbers);
	free(numbers);
}

/* The first boxes of a group are among the first of those with the values that are in it. */
static struct ordering
order_of(const struct boxes *boxes, struct db *db, const struct query *query)
{
	bool each = query->limit < 0 && query->groups.count && query->group_limit >= 0;
	long long limit = each ? query->group_limit + !query->group_limit : query->limit;
	return (struct ordering){ .db = db,
		.clause = &boxes->clause,
		.today = query->today,
		.limit = limit < 0 ? SIZE_MAX : (size_t)limit,
		.each = each };
}

void
boxes_gather(struct boxes *boxes, struct db *db, const struct boxes_question *question,
	struct grouping *grouping, size_t parts)
{
	const struct query *query = question->query;
	struct buffer *sql = &boxes->clause.sql;
	boxes->clause.values = question->where.values;
	sql->arena = &boxes->arena;
	buffer_add(sql, STR("SELECT box.id, box.note"));
	clause_add_keys(&boxes->clause, query);
	clause_add_groups(&boxes->clause, query);
	buffer_format(sql, FROM_PART "%.*s", STR_ARG(question->where.sql.text));
	boxes->ordering = order_of(boxes, db, query);
	struct boxes_part whole = {
		.db = db, .question = question, .ordering = &boxes->ordering, .grouping = grouping
	};
	make_parts(boxes, &whole, parts);
	look_at_parts(boxes);
	for (size_t i = 1; i < boxes->part_count; i++)
		add_part(&boxes->parts[0], &boxes->parts[i]);
	ordering_sort(&boxes->ordering);
}

void
boxes_free(struct boxes *boxes)
{
	ordering_free(&boxes->ordering);
	for (size_t i = 0; i < boxes->part_count; i++) {
		struct boxes_part *part = &boxes->parts[i];
		if (i > 0) {
			ordering_free(&part->own_ordering);
			db_close(part->db);
		}
		arena_free(&part->arena);
	}
	free(boxes->parts);
	arena_free(&boxes->arena);
}
