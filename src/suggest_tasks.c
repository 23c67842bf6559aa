/*
 * A task that the next meeting says in other words, or gives to somebody else, is another task by
 * the rules; here it is pointed out. Tasks are compared when they share a word that few tasks of
 * their series or account have.
 */
#include "identity/match.h"
#include "identity/words.h"
#include "suggest.h"

#include <stdlib.h>

/* A word that more tasks have is not rare; from ALIKE on two texts may be one task. */
enum { MOST_OF_A_WORD = 8 };
#define ALIKE 0.6

struct task {
	long long id, meeting;
	str key, text, date, path, task_id;
	int line;
};

struct token {
	str word;
	size_t task;
};

/* The open tasks of one series or account, earlier meetings first. */
struct circle {
	str name;
	struct {
		LIST(struct task)
	} tasks;
	struct {
		LIST(struct token)
	} tokens;
};

/* Of a task, the earlier one that is most like it. */
struct likeness {
	struct task task, earlier;
	double score;
};

struct likenesses {
	LIST(struct likeness)
};

static int
compare_tokens(const void *left, const void *right)
{
	const struct token *a = left, *b = right;
	int order = str_compare(a->word, b->word);
	return order ? order : (a->task > b->task) - (a->task < b->task);
}

static int
compare_likenesses(const void *left, const void *right)
{
	const struct likeness *a = left, *b = right;
	int order = str_compare(a->task.path, b->task.path);
	if (!order)
		order = (a->task.line > b->task.line) - (a->task.line < b->task.line);
	if (!order)
		order = (a->score < b->score) - (a->score > b->score);
	return order ? order : str_compare(a->earlier.key, b->earlier.key);
}

static void
add_task(struct suggest *suggest, struct arena *arena, struct circle *circle,
	const struct statement *rows)
{
	struct task *task = list_add(arena, &circle->tasks);
	*task = (struct task){ .id = column_number(rows, 1),
		.key = str_copy(&suggest->arena, column_text(rows, 2)),
		.text = str_copy(&suggest->arena, column_text(rows, 3)),
		.meeting = column_number(rows, 4),
		.date = str_copy(&suggest->arena, column_text(rows, 5)),
		.path = str_copy(&suggest->arena, column_text(rows, 6)),
		.line = (int)column_number(rows, 7),
		.task_id = str_copy(&suggest->arena, column_text(rows, 8)) };
	struct words words = { 0 };
	words_read(arena, task->text, &words);
	for (size_t i = 0; i < words.count; i++)
		if (words.items[i].kind == WORD_PLAIN || words.items[i].kind == WORD_CODE ||
			words.items[i].kind == WORD_PIECE)
			*list_add(arena, &circle->tokens) =
				(struct token){ words.items[i].text, circle->tasks.count - 1 };
}

/* Two ids that were written tell the tasks apart. */
static void
compare(struct suggest *suggest, struct arena *arena, const struct task *earlier,
	const struct task *task, struct likenesses *found)
{
	if (earlier->id == task->id || earlier->meeting == task->meeting ||
		(earlier->task_id.length && task->task_id.length))
		return;
	double score = match_similarity(arena, earlier->text, task->text);
	if (score >= ALIKE && match_is_specific(task->text, false))
		*list_add(&suggest->arena, found) = (struct likeness){ *task, *earlier, score };
}

/* The tasks of one word are neighbours in the sorted tokens. */
static void
compare_circle(struct suggest *suggest, struct arena *arena, struct circle *circle,
	struct likenesses *found)
{
	struct token *tokens = circle->tokens.items;
	size_t count = circle->tokens.count;
	if (count)
		qsort(tokens, count, sizeof(*tokens), compare_tokens);
	for (size_t first = 0, next = 0; first < count; first = next) {
		while (next < count && str_equal(tokens[next].word, tokens[first].word))
			next++;
		for (size_t i = first; next - first <= MOST_OF_A_WORD && i < next; i++)
			for (size_t k = i + 1; k < next; k++)
				compare(suggest, arena, &circle->tasks.items[tokens[i].task],
					&circle->tasks.items[tokens[k].task], found);
	}
	arena_reset(arena);
	*circle = (struct circle){ 0 };
}

static str
short_id(struct suggest *suggest, str key)
{
	struct statement *s = db_use(suggest->db, "short_id");
	bind_text(s, ":key", key);
	str id = statement_step(s) ? str_copy(&suggest->arena, column_text(s, 0)) : key;
	statement_reset(s);
	return id;
}

static void
tell(struct suggest *suggest, const struct likeness *likeness)
{
	const struct task *earlier = &likeness->earlier;
	str id = short_id(suggest, earlier->key);
	suggest_tell(suggest, DOCKET_REMARK_SIMILAR_TASK, likeness->task.path, likeness->task.line,
		str_format(&suggest->arena,
			"much like %.*s of %.*s ('%.*s'); if it is one task, write '🆔 %.*s' behind "
			"both",
			STR_ARG(id), STR_ARG(earlier->date.length ? earlier->date : STR("no date")),
			STR_ARG(earlier->text), STR_ARG(id)));
}

static void
tell_best(struct suggest *suggest, struct likenesses *found)
{
	if (found->count)
		qsort(found->items, found->count, sizeof(*found->items), compare_likenesses);
	for (size_t i = 0; i < found->count; i++)
		if (!i || found->items[i].task.id != found->items[i - 1].task.id)
			tell(suggest, &found->items[i]);
}

void
suggest_tasks(struct suggest *suggest)
{
	struct arena arena = { 0 };
	struct circle circle = { 0 };
	struct likenesses found = { 0 };
	struct statement *rows = db_use(suggest->db, "similar_tasks");
	while (statement_step(rows)) {
		str name = column_text(rows, 0);
		if (circle.tasks.count && !str_equal(circle.name, name))
			compare_circle(suggest, &arena, &circle, &found);
		if (!circle.tasks.count)
			circle.name = str_copy(&suggest->arena, name);
		add_task(suggest, &arena, &circle, rows);
	}
	compare_circle(suggest, &arena, &circle, &found);
	tell_best(suggest, &found);
	arena_free(&arena);
}
