/* Filters of reports, against filters that are too simple to be wrong. */
#include "import/sandbox.h"

#define MOST 2048

/* Who took part in the meeting that a note is of. */
struct presence {
	char path[256], name[64];
};

/* The example vault in a store, for all tests: they only read. */
static struct fixture {
	struct sandbox box;
	struct docket_store *store;
	struct presence presences[MOST];
	size_t presence_count;
} fixture;

static void
copy_text(char *out, size_t size, struct docket_str text)
{
	snprintf(out, size, "%.*s", (int)text.length, text.bytes);
}

static int
set_up(void **state)
{
	struct docket_error err = { 0 };
	(void)state;
	sandbox_open(&fixture.box);
	sandbox_shell(&fixture.box, "cp -R \"$OLDPWD/fixtures/vault\" notes");
	sandbox_import(&fixture.box, "notes");
	fixture.store = sandbox_store(&fixture.box);
	struct docket_rows *rows = docket_sql(fixture.store,
		"SELECT path, name FROM participants JOIN notes USING (meeting_id)", &err);
	const struct docket_value *row;
	while (rows && (row = docket_rows_next(rows, &err)) && fixture.presence_count < MOST) {
		struct presence *presence = &fixture.presences[fixture.presence_count++];
		copy_text(presence->path, sizeof(presence->path), row->items[0].text);
		copy_text(presence->name, sizeof(presence->name), row->items[1].text);
	}
	docket_rows_free(rows);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	docket_store_close(fixture.store);
	sandbox_close(&fixture.box);
	return 0;
}

static bool
is(struct docket_str text, const char *word)
{
	return text.length == strlen(word) && memcmp(text.bytes, word, text.length) == 0;
}

static bool
holds(const struct docket_value *list, const char *word)
{
	for (size_t i = 0; i < list->count; i++)
		if (is(list->items[i].text, word))
			return true;
	return false;
}

static bool
fits_owner(const struct docket_value *row, const char *value)
{
	const struct docket_value *owners = docket_value_get(row, "owners");
	if (strcmp(value, "none") == 0)
		return owners->count == 0;
	return strcmp(value, "others") == 0 ? !holds(owners, "Ada Park") : holds(owners, value);
}

static bool
fits_account(const struct docket_value *row, const char *value)
{
	const struct docket_value *accounts = docket_value_get(row, "accounts");
	return strcmp(value, "none") == 0 ? accounts->count == 0 : holds(accounts, value);
}

static bool
fits_person(const struct docket_value *row, const char *value)
{
	const struct docket_value *mentions = docket_value_get(row, "mentions");
	for (size_t i = 0; i < mentions->count; i++)
		for (size_t k = 0; k < fixture.presence_count; k++)
			if (is(docket_value_get(&mentions->items[i], "path")->text,
				    fixture.presences[k].path) &&
				strcmp(fixture.presences[k].name, value) == 0)
				return true;
	return false;
}

static bool
fits_project(const struct docket_value *row, const char *value)
{
	return is(docket_value_get(row, "project")->text, value);
}

static bool
fits_state(const struct docket_value *row, const char *value)
{
	struct docket_str state = docket_value_get(row, "state")->text;
	if (strcmp(value, "all") == 0)
		return true;
	if (strcmp(value, "open") == 0)
		return !is(state, "done") && !is(state, "cancelled");
	return is(state, value);
}

static int
rank_of(struct docket_str priority)
{
	for (int p = DOCKET_PRIORITY_LOWEST; p <= DOCKET_PRIORITY_HIGHEST; p++)
		if (is(priority, docket_priority_name((enum docket_priority)p)))
			return p;
	fail_msg("no priority: %.*s", (int)priority.length, priority.bytes);
	return 0;
}

static bool
fits_priority(const struct docket_value *row, const char *value)
{
	size_t length = strcspn(value, "+");
	int wanted = rank_of((struct docket_str){ value, length });
	int rank = rank_of(docket_value_get(row, "priority")->text);
	return value[length] ? rank >= wanted : rank == wanted;
}

/* Days as ISO text compare as they follow each other; a month is a start of its days. */
static int
compare_day(struct docket_str day, const char *value, size_t length)
{
	return strncmp(day.bytes, value, length);
}

static bool
fits_due(const struct docket_value *row, const char *value)
{
	const struct docket_value *due = docket_value_get(row, "due");
	if (strcmp(value, "none") == 0 || due->type == DOCKET_NULL)
		return strcmp(value, "none") == 0 && due->type == DOCKET_NULL;
	const char *dots = strstr(value, "..");
	size_t length = dots ? (size_t)(dots - value) : strlen(value);
	const char *last = dots ? dots + 2 : value;
	return compare_day(due->text, value, length) >= 0 &&
	       (!*last || compare_day(due->text, last, strlen(last)) <= 0);
}

static struct docket_str
day_of_meeting(const struct docket_value *row)
{
	return docket_value_get(docket_value_get(row, "meeting"), "date")->text;
}

static bool
fits_since(const struct docket_value *row, const char *value)
{
	struct docket_str day = day_of_meeting(row);
	return day.length && compare_day(day, value, strlen(value)) >= 0;
}

static bool
fits_until(const struct docket_value *row, const char *value)
{
	struct docket_str day = day_of_meeting(row);
	return day.length && compare_day(day, value, strlen(value)) <= 0;
}

static bool
fits_tag(const struct docket_value *row, const char *value)
{
	return holds(docket_value_get(row, "tags"), value);
}

/* "PART/" and what is below it. */
static bool
fits_path(const struct docket_value *row, const char *value)
{
	const struct docket_value *mentions = docket_value_get(row, "mentions");
	char part[128], path[512];
	snprintf(part, sizeof(part), "/notes/%.*s", (int)strcspn(value, "*"), value);
	for (size_t i = 0; i < mentions->count; i++) {
		copy_text(path, sizeof(path), docket_value_get(&mentions->items[i], "path")->text);
		if (strstr(path, part))
			return true;
	}
	return false;
}

/* ASCII only: each word of the value is somewhere in the text. */
static bool
fits_text(const struct docket_value *row, const char *value)
{
	char text[1024], words[64], *rest = words;
	copy_text(text, sizeof(text), docket_value_get(row, "text")->text);
	snprintf(words, sizeof(words), "%s", value);
	for (char *word; (word = strsep(&rest, " "));)
		if (!strcasestr(text, word))
			return false;
	return true;
}

/* clang-format off */
static const struct probe {
	const char *name;
	bool (*fits)(const struct docket_value *row, const char *value);
	const char *values[9];
} probes[] = {
	{ "owner", fits_owner, { "Ada Park", "Ravi Menon", "Legal", "Everyone", "Zoë Lindqvist",
		"none", "others" } },
	{ "account", fits_account, { "Northwind Traders", "Moritani", "Øresund Ferries", "none" } },
	{ "person", fits_person, { "Ravi Menon", "Søren Kjær", "Jonas Brandt", "Ada Park" } },
	{ "project", fits_project, { "Harbour", "Ledger Sync", "Atlas API" } },
	{ "state", fits_state, { "open", "proposed", "in_progress", "on_hold", "done", "cancelled",
		"all" } },
	{ "priority", fits_priority, { "highest", "high", "none", "low", "lowest", "high+", "low+" } },
	{ "due", fits_due, { "none", "2025-11-07", "2025-11", "..2025-10-31", "2025-11-14..",
		"2025-09-15..2025-11-10", "2025" } },
	{ "since", fits_since, { "2025-09-01", "2025-11-10", "2025-10", "2026" } },
	{ "until", fits_until, { "2025-09-30", "2025-11-10", "2025-10" } },
	{ "tag", fits_tag, { "#task", "#proposed", "#auto", "#none" } },
	{ "text", fits_text, { "the", "invoice", "INVOICE", "the  invoice" } },
	{ "path", fits_path, { "Weekly/*", "Customers/*", "Daily/*", "People/*" } },
};
/* clang-format on */

enum { PROBES = sizeof(probes) / sizeof(*probes), FILTERS = 8 };

/* Whether they begin behind their end; the values of the table can be compared as texts. */
static bool
are_turned(const struct docket_filter *filters, size_t count)
{
	const char *since = NULL, *until = NULL;
	for (size_t i = 0; i < count; i++) {
		const char *value = filters[i].value;
		if (strcmp(filters[i].name, "since") == 0 && (!since || strcmp(value, since) < 0))
			since = value;
		if (strcmp(filters[i].name, "until") == 0 && (!until || strcmp(value, until) > 0))
			until = value;
	}
	return since && until && strcmp(since, until) > 0;
}

/* Filters of some options, each with a value of its table. */
static size_t
pick_filters(struct docket_filter *filters)
{
	size_t count = 0;
	while (count < FILTERS && sandbox_random(&fixture.box, 4)) {
		const struct probe *probe = &probes[sandbox_random(&fixture.box, PROBES)];
		size_t values = 0;
		while (probe->values[values])
			values++;
		filters[count++] = (struct docket_filter){ probe->name,
			probe->values[sandbox_random(&fixture.box, values)] };
		count -= are_turned(filters, count);
	}
	return count;
}

/* An option that is given must fit by one of its values; what is not finished is the default. */
static bool
fits_all(const struct docket_value *row, const struct docket_filter *filters, size_t count)
{
	for (size_t i = 0; i < PROBES; i++) {
		bool given = false, fits = false;
		for (size_t k = 0; k < count; k++) {
			if (strcmp(filters[k].name, probes[i].name) != 0)
				continue;
			given = true;
			fits = fits || probes[i].fits(row, filters[k].value);
		}
		if (!given && probes[i].fits == fits_state)
			fits = fits_state(row, "open");
		else if (!given)
			fits = true;
		if (!fits)
			return false;
	}
	return true;
}

static struct docket_rows *
ask(const struct docket_request *request)
{
	struct docket_error err = { 0 };
	struct docket_request asked = *request;
	asked.today = SANDBOX_TODAY;
	asked.report = request->report ? request->report : "tasks";
	struct docket_rows *rows = docket_report_run(fixture.store, &asked, &err);
	if (!rows)
		fail_msg("%s", err.message);
	return rows;
}

/* The ids of the rows that fit, in order; the caller frees them. */
static char *
list_ids(const struct docket_request *request, const struct docket_filter *wanted, size_t count)
{
	char *ids = NULL;
	size_t size;
	FILE *out = open_memstream(&ids, &size);
	struct docket_rows *rows = ask(request);
	const struct docket_value *row;
	while ((row = docket_rows_next(rows, NULL))) {
		struct docket_str id = docket_value_get(row, "id")->text;
		if (!wanted || fits_all(row, wanted, count))
			fprintf(out, "%.*s\n", (int)id.length, id.bytes);
	}
	docket_rows_free(rows);
	fclose(out);
	return ids;
}

static void
filters_keep_what_a_simple_filter_keeps(void **state)
{
	(void)state;
	const struct docket_filter all = { "state", "all" };
	const struct docket_request everything = { .filters = &all, .filter_count = 1 };
	size_t kept = 0, rounds = rounds_of(250);
	for (size_t round = 0; round < rounds; round++) {
		struct docket_filter filters[FILTERS];
		struct docket_request request = { .filters = filters,
			.filter_count = pick_filters(filters) };
		char *actual = list_ids(&request, NULL, 0);
		char *expected = list_ids(&everything, filters, request.filter_count);
		for (size_t i = 0; strcmp(actual, expected) != 0 && i < request.filter_count; i++)
			print_error("--%s %s\n", filters[i].name, filters[i].value);
		kept += *actual != '\0';
		assert_string_equal(actual, expected);
		free(actual);
		free(expected);
	}
	assert_in_range(kept, rounds / 5, rounds - 1);
}

static enum docket_error_code
failure_of(const char *report, const char *name, const char *value)
{
	struct docket_error err = { 0 };
	struct docket_filter filter = { name, value };
	struct docket_request request = {
		.report = report, .filters = &filter, .filter_count = 1, .today = SANDBOX_TODAY
	};
	docket_rows_free(docket_report_run(fixture.store, &request, &err));
	return err.code;
}

static void
what_cannot_be_meant_is_invalid(void **state)
{
	static const char *const values[][2] = { { "state", "opened" }, { "priority", "urgent" },
		{ "due", "someday" }, { "due", "2025-02-30" }, { "since", "none" }, { "until", "" },
		{ "tag", "#" }, { "text", " \"\" " }, { "path", "" }, { "owner", "" },
		{ "colour", "red" } };
	(void)state;
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		assert_int_equal(failure_of("tasks", values[i][0], values[i][1]), DOCKET_INVALID);
	assert_int_equal(failure_of("nothing", "state", "open"), DOCKET_INVALID);
	assert_int_equal(failure_of("decisions", "owner", "me"), DOCKET_INVALID);
}

static void
names_are_found_or_named(void **state)
{
	(void)state;
	assert_int_equal(failure_of("tasks", "owner", "me"), DOCKET_OK);
	assert_int_equal(failure_of("tasks", "owner", "RAVI"), DOCKET_OK);
	assert_int_equal(failure_of("tasks", "owner", "Zaphod"), DOCKET_NOT_FOUND);
	assert_int_equal(failure_of("tasks", "account", "kestrel"), DOCKET_OK);
	assert_int_equal(failure_of("tasks", "account", "Nordwind"), DOCKET_NOT_FOUND);
}

static void
what_was_typed_is_never_sql(void **state)
{
	static const char *const values[] = { "' OR 1=1 --", "\"", "\\", "[\"a\"]", "%", "*", "a'b",
		"\xff\xfe", "\xf0\x9f", "\n", "\x01", "]", "); DROP TABLE task; --", "..", "NULL" };
	(void)state;
	for (size_t i = 0; i < PROBES; i++)
		for (size_t k = 0; k < sizeof(values) / sizeof(*values); k++)
			assert_int_not_equal(
				failure_of("tasks", probes[i].name, values[k]), DOCKET_FAILED);
	assert_int_equal(failure_of("tasks", "state", "all"), DOCKET_OK);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(filters_keep_what_a_simple_filter_keeps),
		cmocka_unit_test(what_cannot_be_meant_is_invalid),
		cmocka_unit_test(names_are_found_or_named),
		cmocka_unit_test(what_was_typed_is_never_sql),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
