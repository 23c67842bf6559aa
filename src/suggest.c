#include "suggest.h"

#include "store/store.h"

void
suggest_tell(const struct suggest *suggest, enum docket_remark_kind kind, str path, int line,
	str message)
{
	const struct docket_value cells[] = {
		{ .type = DOCKET_TEXT, .name = STR("path"), .text = path },
		{ .type = DOCKET_NUMBER, .name = STR("line"), .number = line },
		{ .type = DOCKET_TEXT,
			.name = STR("level"),
			.text = str_from(docket_level_name(docket_remark_level(kind))) },
		{ .type = DOCKET_TEXT, .name = STR("message"), .text = message },
		{ .type = DOCKET_TEXT,
			.name = STR("kind"),
			.text = str_from(docket_remark_name(kind)) },
	};
	const struct docket_value row = {
		.type = DOCKET_MAP, .items = cells, .count = sizeof(cells) / sizeof(*cells)
	};
	suggest->found(suggest->context, &row);
}

bool
docket_suggest(struct docket_store *store,
	void (*found)(void *context, const struct docket_value *row), void *context,
	struct docket_error *err)
{
	struct suggest suggest = { .db = store->db, .found = found, .context = context };
	db_ask(store->db);
	suggest_people(&suggest);
	suggest_tasks(&suggest);
	suggest_decisions(&suggest);
	arena_free(&suggest.arena);
	arena_free(&suggest.scratch);
	return !db_failed(store->db, err);
}
