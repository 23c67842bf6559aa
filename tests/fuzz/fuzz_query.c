/*
 * Queries, asked of the notes in fixtures/vault. Bytes with a fence in them are a note with its
 * blocks, others a query that stands in no note. What is no query is refused with a line; what is
 * one is answered to its end, and the counts hold.
 */
#include "docket/query.h"
#include "fuzz_vault.h"

static struct docket_store *
open_store(void)
{
	char path[300];
	struct docket_error err = { 0 };
	make_store(scratch_path(path, "docket.db"));
	struct docket_store *store = docket_store_open(path, &err);
	require(store, "the store opens");
	return store;
}

static void
read_tasks(struct docket_answer *answer, const struct docket_answer_group *group)
{
	struct docket_error err = { 0 };
	const struct docket_value *task;
	size_t count = 0;
	while ((task = docket_answer_next_task(answer, &err))) {
		require(task->type == DOCKET_MAP, "a task is a map");
		count++;
	}
	require(err.code == DOCKET_OK, "a group is read to its end");
	require(count == group->count, "a group has as many tasks as it says");
}

/* A task of several groups is counted once; `limit groups 0` leaves the headings alone. */
static void
read_answer(struct docket_answer *answer)
{
	const struct docket_answer_group *group;
	size_t listed = 0;
	require_text(answer->explanation);
	while ((group = docket_answer_next_group(answer))) {
		require(group->count > 0 || answer->shown == 0, "groups are not empty");
		require(group->headings.count <= DOCKET_QUERY_LEVELS, "levels are few");
		require_texts(group->headings);
		read_tasks(answer, group);
		listed += group->count;
	}
	require(answer->shown <= answer->total, "no more is shown than there is");
	require(listed >= answer->shown, "what is shown is in a group");
}

static void
ask(struct docket_store *store, const struct docket_query *query)
{
	struct docket_error err = { 0 };
	struct docket_answer *answer = docket_query_run(store, query, &err);
	if (answer) {
		read_answer(answer);
		docket_answer_free(answer);
		return;
	}
	require(err.code == DOCKET_NOT_UNDERSTOOD, "the mistake is in the query");
	require_message(err.message);
}

static void
ask_note(struct docket_store *store, str bytes)
{
	struct docket_dashboard *note =
		docket_dashboard_parse(bytes, "fixtures/vault/Weekly/Monday.md");
	for (size_t i = 0; i < note->block_count; i++) {
		const struct docket_query_block *block = &note->blocks[i];
		require(block->line > 0, "a block has a line");
		require_text(block->heading);
		ask(store, &(struct docket_query){ .text = block->text,
				   .dashboard = note,
				   .line = block->line + 1,
				   .today = { 2025, 11, 10 } });
	}
	docket_dashboard_free(note);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static struct docket_store *store;
	str text = { (const char *)bytes, size };
	if (!store)
		store = open_store();
	if (str_find(text, STR("```")) != STR_NONE || str_find(text, STR("~~~")) != STR_NONE)
		ask_note(store, text);
	else
		ask(store,
			&(struct docket_query){
				.text = text, .name = "-e", .line = 1, .today = { 2025, 11, 10 } });
	return 0;
}
