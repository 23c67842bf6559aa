#include "column.h"

#include "cell.h"

#include <string.h>

static void
show_value(struct text *out, const struct docket_value *value, const struct facts *facts)
{
	(void)facts;
	cell_add(out, value, ", ");
}

/* A name of ours: "in_progress" is read as two words. "none" and "active" say nothing. */
static void
show_word(struct text *out, const struct docket_value *value, const struct facts *facts)
{
	(void)facts;
	if (text_is(value->text, "none") || text_is(value->text, "active"))
		return;
	for (size_t i = 0; i < value->text.length; i++)
		text_add_char(out, value->text.bytes[i] == '_' ? ' ' : value->text.bytes[i]);
}

static void
show_late(struct text *out, const struct docket_value *value, const struct facts *facts)
{
	(void)value;
	if (facts->late)
		text_format(out, "%ld d", -facts->days_left);
	else if (facts->finished.length)
		text_add(out, facts->finished);
	else if (facts->has_due && facts->days_left >= 0)
		text_format(out, facts->days_left ? "in %ld d" : "today", facts->days_left);
}

static enum style
style_plain(const struct docket_value *value, const struct facts *facts)
{
	(void)facts;
	return value->type == DOCKET_NUMBER && !value->number ? STYLE_DIM : STYLE_PLAIN;
}

static enum style
style_due(const struct docket_value *value, const struct facts *facts)
{
	(void)value;
	if (facts->late)
		return STYLE_LATE;
	return facts->has_due && !facts->days_left ? STYLE_TODAY : STYLE_PLAIN;
}

static enum style
style_overdue(const struct docket_value *value, const struct facts *facts)
{
	(void)facts;
	return value->number ? STYLE_LATE : STYLE_DIM;
}

static enum style
style_priority(const struct docket_value *value, const struct facts *facts)
{
	(void)facts;
	bool high = text_is(value->text, "high") || text_is(value->text, "highest");
	return high ? STYLE_BOLD : STYLE_PLAIN;
}

static enum style
style_dim(const struct docket_value *value, const struct facts *facts)
{
	(void)value, (void)facts;
	return STYLE_DIM;
}

/* clang-format off */
static const struct look looks[] = {
	{ "text", NULL, "No text", 0, false, FIT_WRAP, show_value, style_plain },
	{ "snippet", "Text", "No text", 0, false, FIT_WRAP, show_value, style_plain },
	{ "place", "Place", "No place", 30, false, FIT_BELOW, show_value, style_dim },
	{ "title", "Title", "No title", 0, false, FIT_WRAP, show_value, style_plain },
	{ "name", "Name", "No name", 0, false, FIT_WRAP, show_value, style_plain },
	{ "overdue_days", "Late", "Not overdue", 1, true, FIT_CUT, show_late, style_due },
	{ "id", "Id", "No id", 2, false, FIT_CUT, show_value, style_dim },
	{ "priority", "Prio", "No priority", 4, false, FIT_WHOLE, show_word, style_priority },
	{ "state", "State", "No state", 4, false, FIT_WHOLE, show_word, style_plain },
	{ "owners", "Owners", "Nobody", 3, false, FIT_CUT, show_value, style_plain },
	{ "people", "People", "Nobody", 6, false, FIT_CUT_LESS, show_value, style_plain },
	{ "meeting", "Meeting", "No meeting", 4, false, FIT_WRAP, show_value, style_plain },
	{ "accounts", "Accounts", "No account", 5, false, FIT_CUT, show_value, style_plain },
	{ "due", "Due", "No due date", 7, false, FIT_CUT, show_value, style_due },
	{ "date", "Date", "No date", 1, false, FIT_CUT, show_value, style_plain },
	{ "overdue", "Overdue", "Not overdue", 2, true, FIT_CUT, show_value, style_overdue },
	{ "change", "", "", 1, false, FIT_WHOLE, show_word, style_plain },
	{ "from", "", "", 8, false, FIT_WRAP, show_value, style_plain },
	{ "to", "", "", 8, false, FIT_WRAP, show_value, style_plain },
	{ "last_met", "", "", 3, false, FIT_CUT, show_value, style_plain },
	{ "open", "", "", 2, true, FIT_CUT, show_value, style_plain },
	{ "tasks", "", "", 4, true, FIT_CUT, show_value, style_plain },
	{ "decisions", "", "", 4, true, FIT_CUT, show_value, style_plain },
	{ "due_soon", "", "", 4, true, FIT_CUT, show_value, style_plain },
	{ "done", "", "", 11, false, FIT_CUT, show_value, style_plain },
	{ "kind", "", "", 12, false, FIT_WHOLE, show_word, style_plain },
	{ "open_since", "Since", "Not carried over", 14, false, FIT_CUT, show_value, style_plain },
	{ "tags", "Tags", "No tag", 20, false, FIT_CUT, show_value, style_plain },
};
/* clang-format on */

static const struct look unknown = {
	.name = "", .title = "", .nothing = "", .rank = 10, .show = show_value, .style = style_plain
};

const struct look *
column_look(struct docket_str name, const char *subject)
{
	if (!subject)
		return &unknown;
	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++)
		if (text_is(name, looks[i].name))
			return &looks[i];
	return &unknown;
}

/* Days since 0000-03-01. */
static long
day_number(long year, long month, long day)
{
	if (month < 3) {
		year--;
		month += 12;
	}
	return 365 * year + (year + 400) / 4 - (year + 400) / 100 + (year + 400) / 400 +
	       (153 * (month - 3) + 2) / 5 + day;
}

static bool
read_day(struct docket_str text, long *days)
{
	static const size_t starts[] = { 0, 5, 8 }, ends[] = { 4, 7, 10 };
	long parts[3] = { 0 };
	if (text.length != 10)
		return false;
	for (size_t part = 0; part < 3; part++)
		for (size_t i = starts[part]; i < ends[part]; i++) {
			if (text.bytes[i] < '0' || text.bytes[i] > '9')
				return false;
			parts[part] = parts[part] * 10 + (text.bytes[i] - '0');
		}
	*days = day_number(parts[0], parts[1], parts[2]);
	return true;
}

struct facts
column_facts(const struct docket_value *row, struct docket_date today)
{
	const struct docket_value *due = docket_value_get(row, "due");
	const struct docket_value *state = docket_value_get(row, "state");
	const struct docket_value *late = docket_value_get(row, "overdue_days");
	static const char *const finished[] = { "done", "cancelled", "superseded", "withdrawn" };
	const struct docket_value *kind = docket_value_get(row, "kind");
	struct facts facts = { .team = kind && text_is(kind->text, "team"),
		.stranger = kind && text_is(kind->text, "unknown") };
	long day;
	if (due && read_day(due->text, &day)) {
		facts.has_due = true;
		facts.days_left = day - day_number(today.year, today.month, today.day);
	}
	for (size_t i = 0; state && i < sizeof(finished) / sizeof(finished[0]); i++)
		if (text_is(state->text, finished[i]))
			facts.finished = state->text;
	if (late && late->type == DOCKET_NUMBER && late->number > 0) {
		facts.late = true;
		facts.days_left = (long)-late->number;
	}
	return facts;
}

/* A column's name as words. */
static void
add_words(struct text *out, struct docket_str name, bool capital)
{
	size_t start = out->length;
	text_add_shown(out, name);
	for (size_t i = start; i < out->length; i++)
		if (out->bytes[i] == '_')
			out->bytes[i] = ' ';
	if (capital && out->length > start && out->bytes[start] >= 'a' && out->bytes[start] <= 'z')
		out->bytes[start] = (char)(out->bytes[start] - 'a' + 'A');
}

/* What the text of a row is, when that is not the row's subject. */
static const char *
text_title(const char *subject)
{
	if (strcmp(subject, "hit") == 0)
		return "text";
	return strcmp(subject, "change") == 0 ? "task or decision" : subject;
}

void
column_add_title(struct text *out, struct docket_str name, const char *subject)
{
	const char *title = column_look(name, subject)->title;
	if (!subject)
		text_add_shown(out, name);
	else if (title && *title)
		text_add(out, docket_str(title));
	else
		add_words(out, title ? name : docket_str(text_title(subject)), true);
}

void
column_add_nothing(struct text *out, struct docket_str name, const char *subject)
{
	const char *nothing = column_look(name, subject)->nothing;
	text_add(out, docket_str(*nothing ? nothing : "No "));
	if (!*nothing)
		add_words(out, name, false);
}

enum style
column_add(struct text *out, const struct look *look, const struct docket_value *value,
	const struct facts *facts)
{
	struct text plain = { 0 };
	look->show(&plain, value, facts);
	text_add_shown(out, text_view(&plain));
	text_free(&plain);
	return facts->finished.length ? STYLE_DIM : look->style(value, facts);
}

static const char *
plural(const char *subject, size_t count)
{
	static const char *const forms[][2] = { { "task", "tasks" }, { "decision", "decisions" },
		{ "person", "people" }, { "account", "accounts" }, { "meeting", "meetings" },
		{ "change", "changes" }, { "hit", "hits" }, { "row", "rows" } };
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (subject && text_is(docket_str(subject), forms[i][0]))
			return forms[i][count != 1];
	return count == 1 ? "row" : "rows";
}

void
column_add_count(struct text *out, const char *subject, const struct tally *tally)
{
	size_t count = tally->rows - tally->teams - tally->strangers, late = tally->late;
	bool all = late && late == count;
	text_format(out, "%zu %s%s", count, all ? "overdue " : "", plural(subject, count));
	if (late && !all)
		text_format(out, ", %zu overdue", late);
	if (tally->teams)
		text_format(out, ", %zu team%s", tally->teams, tally->teams == 1 ? "" : "s");
	if (tally->strangers)
		text_format(out, ", %zu unknown", tally->strangers);
}
