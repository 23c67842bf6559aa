#include "read/claims_reader.h"

#include "read/claims_cut.h"
#include "read/claims_tail.h"
#include "read/dates.h"
#include "read/label.h"
#include "read/vocabulary.h"

enum { CUTS_MOST = 3 };

static const struct bracket {
	const char *open, *close;
} brackets[] = { { "(", ")" }, { "（", "）" }, { "{", "}" }, { "[", "]" } };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* Takes what stands between the brackets: all of it has to say something. */
static bool
take_inside(struct claims_reader *reader, str rest)
{
	struct claims before = reader->claims;
	bool all = rest.length > 0;
	bool topics = reader->asked->crew->topics && !reader->claims.owners.count &&
		      str_starts(reader->claims.text, STR("**"));
	if (topics && vocabulary_is_nobody(rest))
		return true;
	if (all && !reader->front &&
		claims_take_names(reader, rest, topics ? ASSIGNEE_LIKELY : ASSIGNEE_KNOWN))
		return true;
	while (all && rest.length)
		all = claims_take_part(reader, claims_next_part(&rest), true, false);
	if (!all)
		reader->claims = before;
	return all;
}

/* Where the bracket that the text ends with opens; "[owner:: [[Ada]]]" holds a link. */
static size_t
find_open(str text, str open)
{
	if (!str_ends(text, STR("]]]")))
		return claims_find_last(text, open);
	size_t link = claims_find_last(text, STR("[["));
	return link == STR_NONE ? link : str_find_last_char(str_slice(text, 0, link), '[');
}

/* "(Ada, due: Friday)", "*(Ada)*", "(Ada).": the stop stays. */
static bool
take_bracket(struct claims_reader *reader)
{
	str text = claims_bare_tail(reader->arena, reader->claims.text);
	bool stop = str_ends(text, STR(").")),
	     link = str_ends(text, STR("]]")) && !str_ends(text, STR("]]]"));
	text.length -= stop;
	for (size_t i = 0; !link && i < COUNT(brackets); i++) {
		str open = str_from(brackets[i].open), close = str_from(brackets[i].close);
		size_t at = str_ends(text, close) ? find_open(text, open) : STR_NONE;
		if (at == STR_NONE || !at ||
			!take_inside(reader,
				str_slice(text, at + open.length, text.length - close.length)))
			continue;
		str left = claims_drop_dash(str_trim_space(str_slice(text, 0, at)));
		stop = stop && !str_ends(left, STR("."));
		reader->claims.text =
			stop ? str_format(reader->arena, "%.*s.", STR_ARG(left)) : left;
		return true;
	}
	return false;
}

/* " - Ada", "; Status: done": what follows one of the last signs that part. */
static bool
take_segment(struct claims_reader *reader)
{
	str text = reader->claims.text;
	const struct claims_cut *cut;
	size_t at = text.length;
	for (size_t i = 0; i < CUTS_MOST && (cut = claims_find_cut(text, &at)); i++) {
		str sign = str_from(cut->sign);
		bool arrow = str_equal(sign, STR("→")) || str_ends(sign, STR(">"));
		str rest = str_skip(text, at + sign.length);
		bool list = cut->names && str_find_char(rest, ',') != STR_NONE;
		if (!claims_take_part(reader, rest, cut->names, arrow) &&
			!(list && rest.length <= CLAIMS_PART_MOST && take_inside(reader, rest)))
			continue;
		reader->claims.text = str_trim_space(str_slice(text, 0, at));
		return true;
	}
	return false;
}

/* "Send it owner: Ada" */
static bool
take_owner_label(struct claims_reader *reader)
{
	str before, names;
	str text = claims_bare_tail(reader->arena, reader->claims.text);
	if (!claims_owner_label(text, &before, &names) ||
		!claims_take_names(reader, names, ASSIGNEE_LIKELY))
		return false;
	reader->claims.text = before;
	return true;
}

bool
claims_take_due(struct claims_reader *reader)
{
	size_t from, to;
	str words, *text = &reader->claims.text;
	if (reader->asked->due || reader->claims.due.length ||
		!dates_find_due(*text, &words, &from, &to))
		return false;
	reader->claims.due = words;
	str before = str_trim_space(str_slice(*text, 0, from)), behind = str_skip(*text, to);
	/* "due Friday" alone, or as what the sentence says, stays in it. */
	if (from == to || !before.length)
		return true;
	*text = behind.length
			? str_format(reader->arena, "%.*s%.*s", STR_ARG(before), STR_ARG(behind))
			: before;
	return true;
}

/* "... ✅ Completed", "... ✅" */
static bool
take_tick(struct claims_reader *reader)
{
	str before, rest;
	if (reader->asked->box || reader->claims.stated ||
		!claims_tick(reader->claims.text, &before, &rest) ||
		(rest.length && !claims_take_state(reader, rest, false)))
		return false;
	reader->claims.state = DOCKET_DONE;
	reader->claims.stated = true;
	reader->claims.text = before;
	return true;
}

bool
claims_take_end(struct claims_reader *reader)
{
	return take_tick(reader) || take_bracket(reader) || claims_take_due(reader) ||
	       take_segment(reader) || take_owner_label(reader);
}
