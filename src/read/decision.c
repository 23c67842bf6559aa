#include "read/decision.h"

#include "base/link.h"
#include "base/utf8.h"
#include "read/claims_tail.h"
#include "read/comments.h"
#include "read/escape.h"
#include "read/fields.h"
#include "read/label.h"
#include "read/marker.h"
#include "read/placeholder.h"
#include "read/strike.h"

/* clang-format off */
/* Labels of lines that tell more of a decision; folded as heading words are. */
static const char details[] =
	"|accountable|alternatives|alternatives considered|approved by|background|context"
	"|date|decided by|decision date|decision maker|details|due|impact|implications"
	"|moved by|motivation|next steps|note|notes|options|options considered|owner"
	"|participants|rationale|reason|reasoning|reasons|related|responsible|result|risk"
	"|risks|seconded by|source|status|vote|votes|why|begrundung|hintergrund|quelle"
	"|verantwortlich|justification|raison|motivo|reden|toelichting|理由|";

/* Labels that only say that it is one. */
static const char markers[] =
	"|agreed|agreement|conclusion|consensus|decided|decision|resolution|resolved"
	"|beschluss|entscheidung|acuerdo|besluit|decisao|決定|决定|결정|";

static const char *const ticks[] = { "✅", "☑", "✔", "☐", "\uFE0F" };
static const char *const supersessions[] = { "supersedes", "replaces" };
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static bool
is_listed(struct arena *arena, const char *list, str words)
{
	return heading_lists(list, heading_fold(arena, words));
}

static str
drop_ticks(str text)
{
	for (size_t i = 0; i < COUNT(ticks); i++)
		if (str_starts(text, str_from(ticks[i])))
			text = str_trim_space(str_skip(text, str_from(ticks[i]).length));
	return text;
}

/* `~~all of it~~`; of `~~On Mondays~~ On Tuesdays` the words that took its place. */
static str
drop_strike(struct arena *arena, str text, bool *struck)
{
	str inside, rest;
	size_t size;
	*struck = strike_is(text);
	if (*struck)
		return strike_drop(arena, text);
	if (!strike_split(text, &inside, &rest))
		return text;
	*struck = str_starts(rest, STR("("));
	bool other = utf8_is_upper(utf8_first(rest, &size));
	return *struck ? inside : other ? rest : text;
}

static size_t
find_nocase(str text, str part)
{
	for (size_t i = 0; i + part.length <= text.length; i++)
		if (str_may_start(str_skip(text, i), part.bytes) &&
			str_starts_nocase(str_skip(text, i), part))
			return i;
	return STR_NONE;
}

/* What is declared from `at` on, behind the verb: `: X`, `[[X]]`, or in parentheses `X`. */
static bool
read_superseded(str behind, bool bracket, str *what)
{
	str rest = str_trim_space(behind);
	if (bracket)
		rest = str_slice(rest, 0, str_find_last_char(rest, ')'));
	bool colon = str_starts(rest, STR(":"));
	rest = str_trim_space(str_skip(rest, colon));
	bool link = str_starts(rest, STR("[["));
	if (str_ends(rest, STR(".")))
		rest.length--;
	size_t close = str_find(rest, STR("]]"));
	*what = link && close != STR_NONE ? link_name(str_slice(rest, 2, close)) : rest;
	return what->length && (bracket || colon || link);
}

/* `text (supersedes X)`, `text. Supersedes: X`; X is what the note declares. */
static str
drop_supersedes(str text, str *what)
{
	for (size_t i = 0; i < COUNT(supersessions); i++) {
		str verb = str_from(supersessions[i]);
		size_t at = find_nocase(text, verb);
		if (at == STR_NONE)
			continue;
		str before = str_trim_space(str_slice(text, 0, at));
		bool bracket = str_ends(before, STR("("));
		if (!read_superseded(str_skip(text, at + verb.length), bracket, what)) {
			*what = (str){ 0 };
			continue;
		}
		before = str_trim_space(str_slice(before, 0, before.length - bracket));
		while (before.length &&
			str_find_char(STR(";,-"), before.bytes[before.length - 1]) != STR_NONE)
			before = str_trim_space(str_slice(before, 0, before.length - 1));
		return before;
	}
	return text;
}

/* `**Start in week 50** - all agreed`, where the label says it all; `**Start** - in May` does not.
 */
static bool
is_remark(const struct label *label)
{
	size_t size, blanks = 0;
	for (size_t i = 0; i < label->words.length; i++)
		blanks += label->words.bytes[i] == ' ';
	uint32_t first = utf8_first(label->rest, &size);
	return !label->colon && blanks >= 2 && utf8_is_letter(first) && !utf8_is_upper(first);
}

/* `**Topic**: text`; false when the label makes it no decision of its own. */
static bool
drop_topic(struct arena *arena, str *text, struct docket_decision *decision)
{
	struct label label;
	if (!label_read(*text, &label))
		return true;
	if (is_listed(arena, details, label.words) || (!label.rest.length && !label.strong))
		return false;
	bool marker = is_listed(arena, markers, label.words) || placeholder_is(arena, label.words);
	if (!label.rest.length || !(label.strong || marker) || is_remark(&label))
		return true;
	if (!marker)
		decision->topic = label.words;
	*text = label.rest;
	return true;
}

/* "No decision on the fence" */
static bool
is_undecided(str text)
{
	static const char *const starts[] = { "no decision on ", "no decision about ",
		"no decision yet", "no decision was ", "no decision has ", "not decided",
		"undecided" };
	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (str_may_start(text, starts[i]) && str_starts_nocase(text, str_from(starts[i])))
			return true;
	return false;
}

static bool
is_introduction(str text)
{
	return str_ends(text, STR(":")) || str_ends(text, STR("："));
}

/* "[Decisions](#decisions-1)", a line of a table of contents. */
static bool
is_anchor(str text)
{
	size_t target = str_find(text, STR("](#"));
	return target != STR_NONE && str_starts(text, STR("[")) && str_ends(text, STR(")")) &&
	       str_find_char(text, ']') == target;
}

str
decision_drop_date(str text, date *day)
{
	bool bracket = str_starts(text, STR("(")) || str_starts(text, STR("["));
	str rest = str_skip(text, bracket + (size_t)10);
	date found;
	if (!date_parse_iso(str_slice(text, bracket, bracket + (size_t)10), &found) ||
		!docket_date_exists(found) || !rest.length)
		return text;
	if (str_find_char(bracket ? STR(")]") : STR(":"), rest.bytes[0]) == STR_NONE)
		return text;
	*day = found;
	rest = str_trim_space(str_skip(rest, 1));
	return str_starts(rest, STR(":")) ? str_trim_space(str_skip(rest, 1)) : rest;
}

bool
decision_read(const struct syntax_place *place, str text, struct docket_decision *decision)
{
	struct arena *arena = place->context->arena;
	*decision = (struct docket_decision){
		.line = place->entry->line,
		.topic = place->topic,
		.heading = place->heading,
		.from = place->from,
	};
	struct fields fields = fields_read(arena, text, place->context->reading->dataview);
	text = comments_drop(arena, fields_strip_tags(fields.description));
	text = claims_drop_time(escape_drop(arena, text));
	text = drop_ticks(str_trim_space(text));
	text = drop_strike(arena, text, &decision->struck);
	text = str_skip(text, marker_number(text));
	text = decision_drop_date(text, &decision->date);
	text = drop_supersedes(label_unwrap(text), &decision->supersedes);
	if (is_introduction(text) || is_anchor(text) || !drop_topic(arena, &text, decision))
		return false;
	text = decision_drop_date(drop_ticks(text), &decision->date);
	if (date_is_none(decision->date) && date_is_none(place->context->meeting))
		decision->date = place->meeting;
	decision->text = text;
	return !placeholder_is(arena, text) && !placeholder_is_none(arena, text) &&
	       !is_undecided(text);
}
