/*
 * How well lines are told apart and owners are resolved, against labels made by hand: each world of
 * fixtures/identity/labels.txt is written as notes and imported. Prints precision and recall.
 */
#include "import/sandbox.h"

#include "base/str.h"

enum { LINES_MOST = 64, NOTES_MOST = 8 };

/* A labelled line and what docket made of it. */
struct labelled {
	str label, owner, whom, text;
	str day; /* of its note; lines of one day are of one meeting */
	size_t note;
	int line;
	long long item;
	str people; /* resolved, with "; ": names of strangers in brackets */
};

struct world {
	str name;
	struct arena arena;
	struct sandbox box;
	struct labelled lines[LINES_MOST];
	size_t count;
	struct sandbox_path notes[NOTES_MOST];
	size_t note_count;
};

/* What was right, wrong and missed over all worlds. */
struct tally {
	size_t lines, pairs, different;
	size_t merged_right, merged_wrong;
	size_t meeting_same, meeting_found; /* pairs of one meeting */
	size_t elsewhere_same, elsewhere_found;
	size_t owners, owners_right, owners_wrong, owners_missed;
};

/* The front matter of a note, and what lines were put below it so far. */
struct page {
	struct buffer text;
	str day;
	int line;
	bool decisions;
	bool body;
};

static void
page_add(struct page *page, str text)
{
	buffer_add(&page->text, text);
	for (size_t i = 0; i < text.length; i++)
		page->line += text.bytes[i] == '\n';
}

static void
page_finish(struct world *world, struct page *page)
{
	if (world->note_count)
		sandbox_put(&world->box, world->notes[world->note_count - 1].bytes,
			page->text.text.bytes);
	*page = (struct page){ .text = { .arena = &world->arena } };
}

static void
page_begin(struct world *world, struct page *page, str path)
{
	page_finish(world, page);
	assert_true(world->note_count < NOTES_MOST);
	str name = str_format(&world->arena, "notes/%.*s", STR_ARG(path));
	world->notes[world->note_count++] = sandbox_path(&world->box, name.bytes);
	page_add(page, STR("---\n"));
}

static str
next_cell(str *rest)
{
	size_t bar = str_find(*rest, STR(" | "));
	str cell = str_slice(*rest, 0, bar);
	*rest = bar == STR_NONE ? (str){ 0 } : str_skip(*rest, bar + 3);
	return str_trim(cell);
}

static void
add_line(struct world *world, struct page *page, str row)
{
	assert_true(world->count < LINES_MOST);
	struct labelled *line = &world->lines[world->count++];
	line->label = next_cell(&row);
	line->owner = next_cell(&row);
	line->whom = next_cell(&row);
	line->text = str_trim(row);
	line->day = page->day;
	line->note = world->note_count - 1;
	assert_true(line->text.length > 0);
	bool decision = str_equal(line->owner, STR("="));
	if (decision && !page->decisions)
		page_add(page, STR("\n## Decisions\n"));
	page->decisions |= decision;
	line->line = page->line + 1;
	page_add(page, decision ? STR("- ") : STR("- [ ] "));
	page_add(page, line->text);
	page_add(page, STR(" "));
	if (!decision && !str_equal(line->owner, STR(".")))
		page_add(page, line->owner);
	page_add(page, STR("\n"));
}

static void
add_row(struct world *world, struct page *page, str row)
{
	if (page->body) {
		add_line(world, page, row);
	} else if (row.length) {
		if (str_starts(row, STR("date: ")))
			page->day = str_skip(row, 6);
		page_add(page, row);
		page_add(page, STR("\n"));
	} else {
		page->body = true;
		page_add(page, STR("---\n\n## Action Items\n"));
	}
}

/* Reads the world that `*rest` begins with, behind its first line, and writes its notes. */
static void
read_world(struct world *world, str *rest)
{
	struct page page = { .text = { .arena = &world->arena } };
	struct buffer config = { .arena = &world->arena };
	sandbox_open(&world->box);
	for (str line, peek = *rest; str_next_line(&peek, &line); *rest = peek) {
		if (str_starts(line, STR("world ")))
			break;
		if (str_starts(line, STR("config ")))
			buffer_format(&config, "%.*s\n", STR_ARG(str_skip(line, 7)));
		else if (str_starts(line, STR("note ")))
			page_begin(world, &page, str_skip(line, 5));
		else if (world->note_count && (line.length || !page.body))
			add_row(world, &page, line);
	}
	page_finish(world, &page);
	if (config.text.length)
		sandbox_put(&world->box, "notes/.docket.yaml", config.text.bytes);
	sandbox_import(&world->box, "notes");
}

static struct labelled *
find_line(struct world *world, str path, long long number)
{
	for (size_t i = 0; i < world->count; i++)
		if (world->lines[i].line == number &&
			str_equal(path, str_from(world->notes[world->lines[i].note].bytes)))
			return &world->lines[i];
	fail_msg("a line that nobody wrote: %.*s:%lld", STR_ARG(path), number);
	return NULL;
}

/* Somebody of kind 'unknown' is a name that docket only repeats. */
static const char asked[] =
	"SELECT note.path, mention.line, mention.item * 2 + mention.kind - 1, "
	"(SELECT group_concat(CASE person.kind WHEN 'unknown' THEN '(' || person.name || ')' "
	"ELSE person.name END, '; ') FROM (SELECT * FROM mention_owner WHERE mention = mention.id "
	"ORDER BY position) AS owner JOIN person ON person.id = owner.person) "
	"FROM mention JOIN note ON note.id = mention.note";

static void
read_answers(struct world *world)
{
	struct docket_error err = { 0 };
	struct docket_store *store = sandbox_store(&world->box);
	struct docket_rows *rows = docket_sql(store, asked, &err);
	const struct docket_value *row;
	size_t count = 0;
	for (; rows && (row = docket_rows_next(rows, &err)); count++) {
		struct labelled *line = find_line(world, row->items[0].text, row->items[1].number);
		line->item = row->items[2].number;
		line->people = str_copy(&world->arena, row->items[3].text);
	}
	if (err.code != DOCKET_OK)
		fail_msg("%s", err.message);
	assert_int_equal(count, world->count);
	docket_rows_free(rows);
	docket_store_close(store);
}

static void
judge_pair(const struct labelled *a, const struct labelled *b, struct tally *tally)
{
	bool same = str_equal(a->label, b->label) && !str_equal(a->label, STR("-"));
	bool merged = a->item == b->item, meeting = str_equal(a->day, b->day);
	tally->pairs += same;
	tally->different += !same;
	*(meeting ? &tally->meeting_same : &tally->elsewhere_same) += same;
	*(meeting ? &tally->meeting_found : &tally->elsewhere_found) += same && merged;
	tally->merged_right += same && merged;
	tally->merged_wrong += !same && merged;
	if (same != merged)
		print_message("%s: %.*s\n    %.*s\n", merged ? "merged" : "missed",
			STR_ARG(a->text), STR_ARG(b->text));
}

static void
judge_owner(const struct labelled *line, struct tally *tally)
{
	if (str_equal(line->owner, STR("=")))
		return;
	tally->owners++;
	bool nobody = str_equal(line->whom, STR("-"));
	bool told = !str_equal(line->whom, STR("?")) && !nobody;
	bool answered = line->people.length && line->people.bytes[0] != '(';
	bool right = told ? str_equal(line->people, line->whom) : !answered;
	tally->owners_right += right;
	tally->owners_wrong += !right && answered;
	tally->owners_missed += !right && !answered;
	if (!right)
		print_message("%.*s is %.*s, not %.*s: %.*s\n", STR_ARG(line->owner),
			STR_ARG(line->whom), STR_ARG(line->people), STR_ARG(line->text));
}

static void
judge_world(struct world *world, struct tally *tally)
{
	tally->lines += world->count;
	for (size_t i = 0; i < world->count; i++) {
		judge_owner(&world->lines[i], tally);
		for (size_t k = i + 1; k < world->count; k++)
			if (world->lines[i].note != world->lines[k].note)
				judge_pair(&world->lines[i], &world->lines[k], tally);
	}
}

static str
read_labels(struct arena *arena)
{
	enum { SIZE = 1 << 17 };
	FILE *file = fopen("fixtures/identity/labels.txt", "rb");
	assert_non_null(file);
	char *bytes = arena_alloc(arena, SIZE);
	size_t length = fread(bytes, 1, SIZE, file);
	assert_true(length < SIZE);
	fclose(file);
	return (str){ bytes, length };
}

static struct tally
judge_all(void)
{
	struct tally tally = { 0 };
	struct arena arena = { 0 };
	for (str rest = read_labels(&arena), line; str_next_line(&rest, &line);) {
		if (!str_starts(line, STR("world ")))
			continue;
		struct world *world = calloc(1, sizeof(*world));
		assert_non_null(world);
		world->name = line;
		read_world(world, &rest);
		read_answers(world);
		judge_world(world, &tally);
		sandbox_close(&world->box);
		arena_free(&world->arena);
		free(world);
	}
	arena_free(&arena);
	return tally;
}

static double
share(size_t part, size_t whole)
{
	return whole ? (double)part / (double)whole : 1;
}

static void
print_tally(const struct tally *tally)
{
	printf("identity: %zu lines, %zu pairs the same, %zu different\n", tally->lines,
		tally->pairs, tally->different);
	printf("identity: merges precision %.3f, recall within a meeting %.3f, elsewhere %.3f\n",
		share(tally->merged_right, tally->merged_right + tally->merged_wrong),
		share(tally->meeting_found, tally->meeting_same),
		share(tally->elsewhere_found, tally->elsewhere_same));
	printf("identity: %zu owners, precision %.3f, recall %.3f\n", tally->owners,
		share(tally->owners_right, tally->owners_right + tally->owners_wrong),
		share(tally->owners_right, tally->owners));
}

static struct tally tally;

static int
set_up(void **state)
{
	(void)state;
	tally = judge_all();
	print_tally(&tally);
	return 0;
}

static void
there_are_enough_labels_to_mean_something(void **state)
{
	(void)state;
	assert_true(tally.pairs + tally.different >= 300 && tally.pairs >= 130);
	assert_true(tally.owners >= 200);
}

static void
no_two_things_are_merged(void **state)
{
	(void)state;
	assert_int_equal(tally.merged_wrong, 0);
}

static void
of_a_meeting_at_least_95_of_100_are_merged(void **state)
{
	(void)state;
	assert_true(tally.meeting_found * 100 >= tally.meeting_same * 95);
}

static void
across_meetings_equal_words_of_one_owner_are_merged(void **state)
{
	(void)state;
	assert_int_equal(tally.elsewhere_found, tally.elsewhere_same);
}

static void
no_owner_is_resolved_wrongly(void **state)
{
	(void)state;
	assert_int_equal(tally.owners_wrong, 0);
}

static void
at_least_95_of_100_owners_are_resolved(void **state)
{
	(void)state;
	assert_true(tally.owners_right * 100 >= tally.owners * 95);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(there_are_enough_labels_to_mean_something),
		cmocka_unit_test(no_two_things_are_merged),
		cmocka_unit_test(of_a_meeting_at_least_95_of_100_are_merged),
		cmocka_unit_test(across_meetings_equal_words_of_one_owner_are_merged),
		cmocka_unit_test(no_owner_is_resolved_wrongly),
		cmocka_unit_test(at_least_95_of_100_owners_are_resolved),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
