#include "store/filter_value.h"

#include "base/fail.h"
#include "base/phrase.h"
#include "base/utf8.h"
#include "store/lookup.h"

static void
add_item(struct context *context, long long number)
{
	if (context->json.text.length)
		buffer_add_char(&context->json, ',');
	buffer_format(&context->json, "%lld", number);
}

static void
add_text(struct context *context, str text)
{
	if (context->json.text.length)
		buffer_add_char(&context->json, ',');
	buffer_add_json(&context->json, text);
}

static bool
add_names(struct context *context, enum lookup_kind kind, str value, struct docket_error *err)
{
	struct ids ids = { 0 };
	if (!lookup(context->db, context->arena, (struct typed){ kind, value }, &ids, err))
		return false;
	for (size_t i = 0; i < ids.count; i++)
		add_item(context, ids.items[i]);
	return true;
}

bool
filter_add_person(struct context *context, str value, struct docket_error *err)
{
	return add_names(context, LOOKUP_PERSON, value, err);
}

bool
filter_add_account(struct context *context, str value, struct docket_error *err)
{
	return add_names(context, LOOKUP_ACCOUNT, value, err);
}

bool
filter_add_project(struct context *context, str value, struct docket_error *err)
{
	return add_names(context, LOOKUP_PROJECT, value, err);
}

bool
filter_add_series(struct context *context, str value, struct docket_error *err)
{
	return add_names(context, LOOKUP_SERIES, value, err);
}

/* `open` is everything that is not finished. */
bool
filter_add_state(struct context *context, str value, struct docket_error *err)
{
	bool all = str_equal(value, STR("all")), open = all || str_equal(value, STR("open")),
	     known = open;
	for (int state = DOCKET_OPEN; state <= DOCKET_CANCELLED; state++) {
		bool named =
			str_equal(value, str_from(docket_state_name((enum docket_state)state)));
		if (all || named || (open && state < DOCKET_DONE))
			add_item(context, state);
		known = known || named;
	}
	return known ||
	       fail(err, DOCKET_INVALID,
		       "'%.*s' is no state; there are open, proposed, in_progress, on_hold, done, "
		       "cancelled and all",
		       STR_ARG(value));
}

bool
filter_add_decision_state(struct context *context, str value, struct docket_error *err)
{
	static const char *const names[] = { "active", "superseded", "withdrawn" };
	bool known = false, all = str_equal(value, STR("all"));
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!all && !str_equal(value, str_from(names[i])))
			continue;
		add_text(context, str_from(names[i]));
		known = true;
	}
	return known || fail(err, DOCKET_INVALID,
				"'%.*s' is no state of a decision; there are active, superseded, "
				"withdrawn and "
				"all",
				STR_ARG(value));
}

bool
filter_add_priority(struct context *context, str value, struct docket_error *err)
{
	bool above = str_ends(value, STR("+")), known = false;
	if (above)
		value.length--;
	for (int p = DOCKET_PRIORITY_LOWEST; p <= DOCKET_PRIORITY_HIGHEST; p++) {
		bool named =
			str_equal(value, str_from(docket_priority_name((enum docket_priority)p)));
		known = known || named;
		if (named || (above && known))
			add_item(context, p);
	}
	return known || fail(err, DOCKET_INVALID,
				"'%.*s' is no priority; there are highest, high, medium, none, low "
				"and lowest, "
				"and high+ for high and above",
				STR_ARG(value));
}

static bool
fail_range(str value, struct docket_error *err)
{
	return fail(err, DOCKET_INVALID,
		"'%.*s' is no day or range; write YYYY-MM-DD, today, friday, 'next week', "
		"2025-W45, "
		"2025-Q4, A..B, ..B, A.. or none",
		STR_ARG(value));
}

bool
filter_add_range(struct context *context, str value, struct docket_error *err)
{
	struct range range;
	if (!phrase_read_range(value, context->request->today, LEAN_FUTURE, &range))
		return fail_range(value, err);
	char first[11], last[11];
	docket_date_format(range.first, first);
	docket_date_format(range.last, last);
	if (docket_date_exists(range.last) && date_compare(range.first, range.last) > 0)
		return fail(err, DOCKET_INVALID, "'%.*s' ends before it begins: it is %s to %s",
			STR_ARG(value), first, last);
	if (context->json.text.length)
		buffer_add_char(&context->json, ',');
	buffer_format(&context->json, range.none ? "[null,null]" : "[\"%s\",\"%s\"]", first,
		*last ? last : "9999-12-31");
	return true;
}

/* One day or several, past ones where that is open. */
static bool
read_days(struct context *context, str value, struct range *range, struct docket_error *err)
{
	date today = context->request->today, first;
	return docket_date_parse(value, today, &first, err) &&
	       phrase_read_date(value, today, LEAN_PAST, range);
}

static void
add_day(struct context *context, date day)
{
	char text[11];
	docket_date_format(day, text);
	add_text(context, str_from(text));
}

bool
filter_add_first_day(struct context *context, str value, struct docket_error *err)
{
	struct range range;
	if (!read_days(context, value, &range, err))
		return false;
	if (date_is_none(context->since) || date_compare(range.first, context->since) < 0)
		context->since = range.first;
	add_day(context, range.first);
	return true;
}

bool
filter_add_last_day(struct context *context, str value, struct docket_error *err)
{
	struct range range;
	if (!read_days(context, value, &range, err))
		return false;
	if (date_is_none(context->until) || date_compare(range.last, context->until) > 0)
		context->until = range.last;
	add_day(context, range.last);
	return true;
}

/* A switch has no value: that it is given is what counts. */
bool
filter_add_switch(struct context *context, str value, struct docket_error *err)
{
	(void)value, (void)err;
	if (!context->json.text.length)
		add_item(context, 1);
	return true;
}

bool
filter_add_tag(struct context *context, str value, struct docket_error *err)
{
	str tag = str_trim(value);
	if (str_starts(tag, STR("#")))
		tag = str_skip(tag, 1);
	if (!tag.length)
		return fail(err, DOCKET_INVALID, "a tag is needed, such as #task");
	add_text(context,
		utf8_lower(context->arena, str_format(context->arena, "#%.*s", STR_ARG(tag))));
	return true;
}

bool
filter_add_glob(struct context *context, str value, struct docket_error *err)
{
	if (!value.length)
		return fail(
			err, DOCKET_INVALID, "a path or pattern is needed, such as 'Customers/*'");
	/* SQLite's GLOB negates a set with ^, shells with ! too. */
	char *glob = str_terminated(context->arena, value);
	for (size_t i = 0; i + 1 < value.length; i++)
		if (glob[i] == '[' && glob[i + 1] == '!')
			glob[i + 1] = '^';
	add_text(context, (str){ glob, value.length });
	return true;
}

/* A word, or what stands between double quotes, off the front of folded text. */
static bool
take_words(str *rest, str *words)
{
	*rest = str_trim(*rest);
	bool quoted = str_starts(*rest, STR("\""));
	str from = str_skip(*rest, quoted);
	size_t end = str_find_char(from, quoted ? '"' : ' ');
	*words = str_trim(str_slice(from, 0, end));
	*rest = end == STR_NONE ? (str){ 0 } : str_skip(from, end + 1);
	return words->length || rest->length;
}

bool
filter_add_text(struct context *context, str value, struct docket_error *err)
{
	struct buffer all = { .arena = context->arena };
	str rest = utf8_fold(context->arena, value), words;
	while (take_words(&rest, &words)) {
		if (!words.length)
			continue;
		buffer_add_char(&all, all.text.length ? ',' : '[');
		buffer_add_json(&all, words);
	}
	if (!all.text.length)
		return fail(err, DOCKET_INVALID, "words to look for are needed, such as offer");
	if (context->json.text.length)
		buffer_add_char(&context->json, ',');
	buffer_format(&context->json, "%.*s]", STR_ARG(all.text));
	return true;
}
