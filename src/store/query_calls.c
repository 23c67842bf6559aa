#include "store/query_calls.h"

#include "query/expand.h"
#include "query/regex.h"
#include "query/urgency.h"
#include "query/words.h"
#include "store/call.h"
#include "store/names_of.h"
#include "store/value.h"

/* includes(part, text) */
static void
call_includes(struct call *call)
{
	str text = call_text(call, 1);
	call_give_number(call, text.bytes && words_include(text, call_text(call, 0)));
}

static void *
make_regex(str written)
{
	return regex_new(written, NULL);
}

static void
forget_regex(void *regex)
{
	regex_free(regex);
}

static bool
search(struct call *call, const struct regex *regex, str text)
{
	bool given_up = false;
	bool found = regex && text.bytes && regex_matches(regex, text, &given_up);
	if (given_up)
		call_fail(call, str_format(call_arena(call),
					"%.*s%.*s takes too many steps on '%.*s'; make it simpler",
					STR_ARG(call_text(call, 2)), STR_ARG(call_text(call, 0)),
					STR_ARG(text)));
	return found;
}

/* matches(regex, text, place): the place of the regex is for what is said of it */
static void
call_matches(struct call *call)
{
	const struct regex *regex = call_kept(call, 0, make_regex, forget_regex);
	call_give_number(call, search(call, regex, call_text(call, 1)));
}

/* any_includes(part, list) */
static void
call_any_includes(struct call *call)
{
	struct docket_value list = value_from_json(call_arena(call), call_text(call, 1));
	bool found = false;
	for (size_t i = 0; !found && i < list.count; i++)
		found = words_include(list.items[i].text, call_text(call, 0));
	call_give_number(call, found);
}

/* any_matches(regex, list, place) */
static void
call_any_matches(struct call *call)
{
	const struct regex *regex = call_kept(call, 0, make_regex, forget_regex);
	struct docket_value list = value_from_json(call_arena(call), call_text(call, 1));
	bool found = false;
	for (size_t i = 0; !found && i < list.count; i++)
		found = search(call, regex, list.items[i].text);
	call_give_number(call, found);
}

/* shuffle(day, description) */
static void
call_shuffle(struct call *call)
{
	call_give_number(call, words_shuffle(call_text(call, 0), call_text(call, 1)));
}

/* urgency(due, scheduled, start, priority, today) */
static void
call_urgency(struct call *call)
{
	struct urgency_days days = { call_text(call, 0), call_text(call, 1), call_text(call, 2) };
	date today = { 0 };
	date_parse_iso(call_text(call, 4), &today);
	call_give_real(call, urgency(&days, call_number(call, 3), today));
}

/* without_text(text, filter) */
static void
call_without_text(struct call *call)
{
	call_give_text(
		call, words_without(call_arena(call), call_text(call, 0), call_text(call, 1)));
}

/* without_tag(list, filter): NULL when none is left */
static void
call_without_tag(struct call *call)
{
	struct docket_value list = value_from_json(call_arena(call), call_text(call, 0));
	struct buffer out = { .arena = call_arena(call) };
	for (size_t i = 0; i < list.count; i++) {
		if (str_equal(list.items[i].text, call_text(call, 1)))
			continue;
		buffer_add_char(&out, out.text.length ? ',' : '[');
		buffer_add_json(&out, list.items[i].text);
	}
	buffer_add_char(&out, ']');
	if (out.text.length > 1)
		call_give_text(call, out.text);
}

static void
call_file_name(struct call *call)
{
	call_give_text(call, expand_file_name(call_text(call, 0)));
}

static void
call_file_stem(struct call *call)
{
	call_give_text(call, expand_stem(call_text(call, 0)));
}

static void
call_file_folder(struct call *call)
{
	call_give_text(call, expand_folder(call_text(call, 0)));
}

static void
call_file_root(struct call *call)
{
	call_give_text(call, expand_root(call_text(call, 0)));
}

void
query_register(struct db *db)
{
	static const struct {
		const char *name;
		int arguments;
		void (*run)(struct call *);
	} calls[] = {
		{ "includes", 2, call_includes },
		{ "matches", 3, call_matches },
		{ "any_includes", 2, call_any_includes },
		{ "any_matches", 3, call_any_matches },
		{ "shuffle", 2, call_shuffle },
		{ "urgency", 5, call_urgency },
		{ "without_text", 2, call_without_text },
		{ "without_tag", 2, call_without_tag },
		{ "file_name", 1, call_file_name },
		{ "file_stem", 1, call_file_stem },
		{ "file_folder", 1, call_file_folder },
		{ "file_root", 1, call_file_root },
	};
	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++)
		call_register(db, calls[i].name, calls[i].arguments, calls[i].run);
	names_of_register(db, "owners", "owners_from");
	names_of_register(db, "participants", "participants_from");
}
