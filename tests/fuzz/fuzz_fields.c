/* Any line may be a task: what is read of it is UTF-8 and a part of it, and its days exist. */
#include "fuzz.h"
#include "read/decode.h"
#include "read/fields.h"

static void
check(const struct fields *fields)
{
	const str texts[] = { fields->description, fields->due_written, fields->scheduled_written,
		fields->start_written, fields->created_written, fields->done_written,
		fields->cancelled_written, fields->recurrence, fields->recurrence_written,
		fields->id, fields->on_completion, fields->block };
	const date days[] = { fields->due, fields->scheduled, fields->start, fields->created,
		fields->done, fields->cancelled };
	require_texts((strs){ texts, sizeof(texts) / sizeof(*texts) });
	require_texts(fields->depends_on);
	require_texts(fields->tags);
	require_texts(fields->unread);
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++)
		require_day(days[i]);
	require(docket_priority_name(fields->priority), "priorities have names");
}

static void
read_line(struct arena *arena, str line, bool dataview)
{
	str symbol, body, block;
	if (!fields_split_box(line, &symbol, &body))
		body = line;
	struct fields fields = fields_read(arena, body, dataview);
	check(&fields);
	require(fields.description.length <= body.length, "a description is a part of its line");
	require_text(fields_strip_tags(fields.description));
	require_text(fields_split_block(body, &block));
	require_text(block);
	fields = fields_find_unread(arena, fields.description, dataview);
	check(&fields);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena arena = { 0 };
	struct remarks remarks = { .arena = &arena };
	str rest = decode_text(&arena, (str){ (const char *)bytes, size }, &remarks);
	str line;
	while (str_next_line(&rest, &line))
		for (int dataview = 0; dataview < 2; dataview++)
			read_line(&arena, line, dataview);
	arena_free(&arena);
	return 0;
}
