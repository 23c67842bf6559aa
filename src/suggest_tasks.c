/*
 * A task that the next meeting says in other words, or gives to somebody else, is another task by
 * the rules; here it is pointed out. Tasks are compared when they share a word that few tasks of
 * their series or account have.
 */
#include "base/hash.h"
#include "identity/match.h"
#include "identity/words.h"
#include "suggest.h"

#include <stdlib.h>

/* A word that more tasks have is not rare; from ALIKE on two texts may be one task. */
enum { MOST_OF_A_WORD = 8 };
#define ALIKE 0.6

struct task {
	long long id, meeting;
	str text;
};

/* A word by its hash: there are many, and two that share one are only compared in vain. */
struct token {
	long long word;
	size_t task;
};

/* The open tasks of one series or account. */
struct circle {
	struct arena arena;
	str name;
	struct {
		LIST(struct task)
	} tasks;
	struct {
		LIST(struct token)
	} tokens;
};

/* A task with what is told of it. */
struct found_task {
	long long id;
	str text, key, date, path, name, task_id;
	int line;
};

/* Of a task, the earlier one that is most like it. */
struct likeness {
	struct found_task task, earlier;
	double score;
};

struct likenesses {
	LIST(struct likeness)
};

static int
compare_tokens(const void *left, const void *right)
{
	const struct token *a = left, *b = right;
	int order = (a->word > b->word) - (a->word < b->word);
	return order ? order : (a->task > b->task) - (a->task < b->task);
}

/* By day, then by name and line. */
static int
compare_tasks(const struct found_task *a, const struct found_task *b)
{
	int order = str_compare(a->date, b->date);
	if (!order)
		order = str_compare(a->name, b->name);
	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	return order ? order : str_compare(a->path, b->path);
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
	return order ? order : compare_tasks(&a->earlier, &b->earlier);
}

static bool
is_telling(const struct word *word)
{
	return word->kind == WORD_PLAIN || word->kind == WORD_CODE || word->kind == WORD_PIECE;
}

static void
add_task(struct suggest *suggest, struct circle *circle, const struct statement *rows)
{
	struct task *task = list_add(&circle->arena, &circle->tasks);
	*task = (struct task){ column_number(rows, 1), column_number(rows, 2),
		str_copy(&circle->arena, column_text(rows, 3)) };
	struct words words = { 0 };
	words_read(&suggest->scratch, task->text, &words);
	for (size_t i = 0; i < words.count; i++)
		if (is_telling(&words.items[i]))
			*list_add(&circle->arena, &circle->tokens) =
				(struct token){ hash_number(hash_text(words.items[i].text)),
					circle->tasks.count - 1 };
	arena_reset(&suggest->scratch);
}

static struct found_task
find_task(struct suggest *suggest, const struct task *task)
{
	struct found_task found = { .id = task->id, .text = str_copy(&suggest->arena, task->text) };
	str *const texts[] = { &found.key, &found.date, &found.path, &found.name };
	struct statement *s = db_use(suggest->db, "similar_task");
	bind_number(s, ":task", task->id);
	if (statement_step(s)) {
		for (int i = 0; i < 4; i++)
			*texts[i] = str_copy(&suggest->arena, column_text(s, i));
		found.line = (int)column_number(s, 4);
		found.task_id = str_copy(&suggest->arena, column_text(s, 5));
	}
	statement_reset(s);
	return found;
}

/* Two ids that were written tell the tasks apart. */
static void
add_likeness(struct suggest *suggest, const struct task *one, const struct task *other,
	double score, struct likenesses *found)
{
	struct found_task task = find_task(suggest, one), earlier = find_task(suggest, other);
	if (compare_tasks(&earlier, &task) > 0) {
		struct found_task kept = task;
		task = earlier;
		earlier = kept;
	}
	if (!(earlier.task_id.length && task.task_id.length) && match_is_specific(task.text, false))
		*list_add(&suggest->arena, found) = (struct likeness){ task, earlier, score };
}

static void
compare(struct suggest *suggest, const struct task *one, const struct task *other,
	struct likenesses *found)
{
	if (one->id == other->id || one->meeting == other->meeting)
		return;
	double score = match_similarity(&suggest->scratch, one->text, other->text);
	arena_reset(&suggest->scratch);
	if (score >= ALIKE)
		add_likeness(suggest, one, other, score, found);
}

/* The tasks of one word are neighbours in the sorted tokens. */
static void
compare_circle(struct suggest *suggest, struct circle *circle, struct likenesses *found)
{
	struct token *tokens = circle->tokens.items;
	const struct task *tasks = circle->tasks.items;
	size_t count = circle->tokens.count;
	if (count)
		qsort(tokens, count, sizeof(*tokens), compare_tokens);
	for (size_t first = 0, next = 0; first < count; first = next) {
		while (next < count && tokens[next].word == tokens[first].word)
			next++;
		for (size_t i = first; next - first <= MOST_OF_A_WORD && i < next; i++)
			for (size_t k = i + 1; k < next; k++)
				compare(suggest, &tasks[tokens[i].task], &tasks[tokens[k].task],
					found);
	}
	arena_reset(&circle->arena);
	*circle = (struct circle){ .arena = circle->arena };
}

/* Compares within each circle; the rows of one come one after the other. */
static void
compare_circles(struct suggest *suggest, const char *statement, struct likenesses *found)
{
	struct circle circle = { 0 };
	struct statement *rows = db_use(suggest->db, statement);
	while (statement_step(rows)) {
		str name = column_text(rows, 0);
		if (circle.tasks.count && !str_equal(circle.name, name))
			compare_circle(suggest, &circle, found);
		if (!circle.tasks.count)
			circle.name = str_copy(&circle.arena, name);
		add_task(suggest, &circle, rows);
	}
	compare_circle(suggest, &circle, found);
	arena_free(&circle.arena);
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
	const struct found_task *earlier = &likeness->earlier;
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
	struct likenesses found = { 0 };
	compare_circles(suggest, "similar_in_series", &found);
	compare_circles(suggest, "similar_in_account", &found);
	tell_best(suggest, &found);
}
