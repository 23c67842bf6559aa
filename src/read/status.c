#include "read/status.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

struct convention {
	const char *symbol;
	enum docket_state state;
};

struct registered {
	const char *symbol;
	const char *name;
	enum docket_status_type type;
};

/* clang-format off */
static const struct registered defaults[] = {
	{ " ", "Todo", DOCKET_STATUS_TODO },
	{ "x", "Done", DOCKET_STATUS_DONE },
	{ "/", "In Progress", DOCKET_STATUS_IN_PROGRESS },
	{ "-", "Cancelled", DOCKET_STATUS_CANCELLED },
};

/* What people and themes mean by characters that nobody registered. */
static const struct convention conventions[] = {
	{ " ", DOCKET_OPEN },        { "x", DOCKET_DONE },      { "X", DOCKET_DONE },
	{ "-", DOCKET_CANCELLED },   { "/", DOCKET_IN_PROGRESS }, { "?", DOCKET_PROPOSED },
	{ "h", DOCKET_ON_HOLD },     { ">", DOCKET_OPEN },      { "<", DOCKET_OPEN },
	{ "!", DOCKET_OPEN },        { "*", DOCKET_OPEN },      { "\"", DOCKET_OPEN },
	{ "l", DOCKET_OPEN },        { "b", DOCKET_OPEN },      { "i", DOCKET_OPEN },
	{ "S", DOCKET_OPEN },        { "I", DOCKET_OPEN },      { "p", DOCKET_OPEN },
	{ "c", DOCKET_OPEN },        { "f", DOCKET_OPEN },      { "k", DOCKET_OPEN },
	{ "w", DOCKET_OPEN },        { "u", DOCKET_OPEN },      { "d", DOCKET_OPEN },
	{ "✓", DOCKET_DONE },        { "✔", DOCKET_DONE },      { "✅", DOCKET_DONE },
};

static const enum docket_state states[] = {
	[DOCKET_STATUS_TODO] = DOCKET_OPEN,
	[DOCKET_STATUS_IN_PROGRESS] = DOCKET_IN_PROGRESS,
	[DOCKET_STATUS_ON_HOLD] = DOCKET_ON_HOLD,
	[DOCKET_STATUS_DONE] = DOCKET_DONE,
	[DOCKET_STATUS_CANCELLED] = DOCKET_CANCELLED,
	[DOCKET_STATUS_NON_TASK] = DOCKET_CANCELLED,
};
/* clang-format on */

static bool
find_registered(const struct docket_reading *reading, str symbol, struct docket_status *status)
{
	for (size_t i = 0; reading->statuses && i < reading->status_count; i++)
		if (str_equal(reading->statuses[i].symbol, symbol)) {
			*status = reading->statuses[i];
			return true;
		}
	for (size_t i = 0; !reading->statuses && i < COUNT(defaults); i++)
		if (str_equal(str_from(defaults[i].symbol), symbol)) {
			*status = (struct docket_status){ symbol, str_from(defaults[i].name),
				defaults[i].type };
			return true;
		}
	return false;
}

static bool
find_convention(str symbol, enum docket_state *state)
{
	for (size_t i = 0; i < COUNT(conventions); i++)
		if (str_equal(str_from(conventions[i].symbol), symbol)) {
			*state = conventions[i].state;
			return true;
		}
	return false;
}

struct status_reading
status_read(const struct docket_reading *reading, str symbol)
{
	struct status_reading result = { { symbol, STR("Unknown"), DOCKET_STATUS_TODO },
		DOCKET_OPEN, true };
	bool registered = find_registered(reading, symbol, &result.status);
	bool proposed = str_equal(symbol, STR("?")) && result.status.type == DOCKET_STATUS_TODO;
	if (registered && !proposed)
		result.state = states[result.status.type];
	else
		result.known = find_convention(symbol, &result.state) || registered;
	return result;
}
