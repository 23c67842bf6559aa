/*
 * Which lines of the notes of one meeting are of one task or decision (identity.md 4): read here,
 * told apart by workers, meeting by meeting.
 */
#include "identity/match.h"
#include "import/run.h"
#include "import/workers.h"

#include <stdlib.h>

enum { KINDS = 2 };

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

struct view {
	struct side sides[KINDS];
};

/* Two mentions of one thing. */
struct pair {
	long long a, b;
	double score;
};

struct meeting_job {
	struct work work;
	struct {
		LIST(struct view)
	} notes; /* what each of them says */
	struct {
		LIST(struct pair)
	} pairs; /* what comes of them */
};

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

static void
add_line(struct arena *arena, struct side *side, long long mention, struct match_line line)
{
	*list_add(arena, &side->mentions) = mention;
	*list_add(arena, &side->lines) = line;
}

/* In the order of the lines, which is mostly the one in which they came; about how many bytes. */
static size_t
fill_side(struct arena *arena, struct side *side, struct spoken_list *list)
{
	size_t size = 0;
	bool sorted = true;
	for (size_t i = 1; i < list->count && sorted; i++)
		sorted = compare_places(&list->items[i - 1], &list->items[i]) < 0;
	if (!sorted)
		qsort(list->items, list->count, sizeof(*list->items), compare_places);
	for (size_t i = 0; i < list->count; i++) {
		add_line(arena, side, list->items[i].mention, list->items[i].line);
		size += sizeof(*list->items) + list->items[i].line.text.length;
	}
	return size;
}

static size_t
read_view(struct run *run, struct arena *arena, long long note, struct view *view)
{
	struct spoken_list lists[KINDS] = { 0 };
	struct id_list owners = { 0 };
	struct statement *s = db_use(run->db, "mentions_of_note");
	size_t size = 0;
	bind_number(s, ":note", note);
	while (statement_step(s))
		add_row(arena, &lists[column_number(s, 1) - 1], &owners, s);
	for (int kind = 0; kind < KINDS; kind++)
		size += fill_side(arena, &view->sides[kind], &lists[kind]);
	return size;
}

/* Adds the pairs to the job's; gives which lines of the second side found a partner. */
static bool *
match_sides(struct meeting_job *job, const struct side *a, const struct side *b)
{
	struct arena *arena = &job->work.arena;
	bool *matched = arena_array(arena, b->lines.count, sizeof(*matched));
	if (!a->lines.count || !b->lines.count)
		return matched;
	struct match_pair *pairs;
	size_t count = match_lines(arena, (struct match_note){ a->lines.items, a->lines.count },
		(struct match_note){ b->lines.items, b->lines.count }, &pairs);
	for (size_t i = 0; i < count; i++) {
		*list_add(arena, &job->pairs) = (struct pair){ a->mentions.items[pairs[i].a],
			b->mentions.items[pairs[i].b], pairs[i].score };
		matched[pairs[i].b] = true;
	}
	return matched;
}

/* Lines of a note that found no partner become candidates for the notes that follow. */
static void
match_meeting(void *context)
{
	struct meeting_job *job = context;
	struct view *known = job->notes.items;
	for (size_t i = 1; i < job->notes.count; i++) {
		for (int kind = 0; kind < KINDS; kind++) {
			struct side *a = &known->sides[kind];
			const struct side *b = &job->notes.items[i].sides[kind];
			const bool *matched = match_sides(job, a, b);
			for (size_t k = 0; k < b->lines.count; k++)
				if (!matched[k])
					add_line(&job->work.arena, a, b->mentions.items[k],
						b->lines.items[k]);
		}
	}
}

static bool
write_next(struct run *run, struct workers *workers)
{
	const struct meeting_job *job = workers_take(workers);
	for (size_t i = 0; job && i < job->pairs.count; i++) {
		const struct pair *pair = &job->pairs.items[i];
		items_link(run, pair->a, pair->b, "meeting", pair->score);
	}
	return job != NULL;
}

static void
add_meeting(struct run *run, struct workers *workers, long long meeting)
{
	while (!workers_have_room(workers, 0))
		write_next(run, workers);
	struct meeting_job *job = workers_next(workers);
	struct arena *arena = &job->work.arena;
	struct statement *s = db_use(run->db, "notes_of_meeting");
	size_t size = 0;
	bind_number(s, ":meeting", meeting);
	while (statement_step(s))
		size += read_view(run, arena, column_number(s, 0), list_add(arena, &job->notes));
	workers_start(workers, (long long)size);
}

void
matching_link(struct run *run)
{
	struct workers *workers =
		workers_new(run->import->jobs, sizeof(struct meeting_job), match_meeting);
	struct statement *meetings = db_use(run->db, "shared_meetings");
	while (statement_step(meetings))
		add_meeting(run, workers, column_number(meetings, 0));
	while (write_next(run, workers))
		;
	workers_free(workers);
}
