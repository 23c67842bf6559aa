#include "read/claims.h"

#include "read/claims_cut.h"
#include "read/claims_lead.h"
#include "read/claims_tail.h"
#include "read/dates.h"
#include "read/headings.h"
#include "read/label.h"
#include "read/owner.h"
#include "read/placeholder.h"
#include "read/vocabulary.h"

enum {
	PARTS_MOST = 8,
	CUTS_MOST = 3,
	PLAIN_LENGTH_MOST = 40,
	STATE_LENGTH_LEAST = 4,
	WORD_LEAST = 3
};

struct reader {
	struct arena *arena;
	const struct claims_asked *asked;
	struct claims claims;
	bool front;               /* an owner stands in front: a name at the end is none */
	struct assignee assignee; /* the owner in front of the whole text */
};

static const struct bracket {
	const char *open, *close;
} brackets[] = { { "(", ")" }, { "（", "）" }, { "{", "}" }, { "[", "]" } };

/* States, besides done and cancelled, that nobody ends a sentence with by chance. */
static const char sure_states[] = "|in progress|on hold|";

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static bool
take_names(struct reader *reader, str text, enum assignee_trust trust)
{
	struct assignee found = { 0 };
	if (reader->claims.owners.count ||
		!assignee_read_names(reader->asked->crew, text, trust, &found))
		return false;
	reader->claims.owners = found.names;
	return true;
}

/* "Friday, 14 Nov" is a day, "van, fri" is not, though both words could be of one. */
static bool
is_day(str words)
{
	const date any = { 2000, 1, 1 };
	date day;
	size_t comma = str_find_char(words, ',');
	return dates_read_due(words, any, &day) != DATES_NONE &&
	       (comma == STR_NONE ||
		       dates_read_due(str_slice(words, 0, comma), any, &day) != DATES_NONE);
}

static bool
take_day(struct reader *reader, str words)
{
	words = str_skip(words, str_starts(words, STR("@")));
	if (reader->asked->due || reader->claims.due.length || !is_day(words))
		return false;
	reader->claims.due = words;
	return true;
}

/* "Done", "Completed"; less sure words need a label. */
static bool
take_state(struct reader *reader, str words, bool labelled)
{
	enum docket_state state;
	if (reader->asked->box || reader->claims.stated ||
		!property_state(reader->arena, words, &state))
		return false;
	bool sign = words.length && (unsigned char)words.bytes[0] >= 0x80;
	bool sure = words.length >= STATE_LENGTH_LEAST &&
		    (sign || state == DOCKET_DONE || state == DOCKET_CANCELLED ||
			    heading_lists(sure_states, heading_fold(reader->arena, words)));
	if (!labelled && !sure)
		return false;
	reader->claims.state = state;
	reader->claims.stated = true;
	return true;
}

/* "P1", "high priority"; "high" alone may be anything. */
static bool
take_priority(struct reader *reader, str words)
{
	bool sure = words.length == 2 ? to_lower(words.bytes[0]) == 'p'
				      : str_find(words, STR("riori")) != STR_NONE;
	return sure && property_priority(reader->arena, words, &reader->claims.priority);
}

/* "Owner: Ada" */
static bool
take_labelled(struct reader *reader, const struct label *label)
{
	struct claims *claims = &reader->claims;
	enum property property = property_read(reader->arena, label->words);
	switch (property) {
	case PROPERTY_OWNER:
		claims->owners = assignee_split(reader->arena, label->rest);
		return true;
	case PROPERTY_DUE:
		if (!placeholder_is(reader->arena, label->rest) && !reader->asked->due)
			claims->due = label->rest;
		return !reader->asked->due;
	case PROPERTY_PRIORITY:
		return property_priority(reader->arena, label->rest, &claims->priority);
	case PROPERTY_STATUS:
		return take_state(reader, label->rest, true);
	default:
		return false;
	}
}

/* "Ada by Friday" */
static bool
take_name_and_day(struct reader *reader, str text, enum assignee_trust trust)
{
	size_t by = str_find(text, STR(" by "));
	str name = str_trim_space(str_slice(text, 0, by));
	if (by != STR_NONE && !reader->asked->due) {
		if (!take_names(reader, name, trust))
			return false;
		reader->claims.due = str_trim_space(str_skip(text, by + 4));
		return true;
	}
	return take_names(reader, text, trust);
}

/* A part of the end of a line, whatever it is; false: it is text. */
static bool
take_part(struct reader *reader, str part, bool names, bool sure)
{
	struct label label;
	part = label_unwrap(str_trim_space(part));
	if (!part.length || part.length > CLAIMS_PART_MOST)
		return false;
	if (label_read(part, &label) && label.colon && label.rest.length)
		return take_labelled(reader, &label);
	if (part.length > PLAIN_LENGTH_MOST)
		return false;
	if (take_state(reader, part, false) || take_priority(reader, part))
		return true;
	return names &&
	       (take_day(reader, part) ||
		       (!reader->front && take_name_and_day(reader, part,
						  sure ? ASSIGNEE_LIKELY : ASSIGNEE_KNOWN)));
}

/* "(Ada, due: Friday)": all of it has to say something. */
static bool
take_bracket(struct reader *reader)
{
	str text = reader->claims.text;
	for (size_t i = 0; i < COUNT(brackets); i++) {
		str open = str_from(brackets[i].open), close = str_from(brackets[i].close);
		size_t at = str_ends(text, close) ? claims_find_last(text, open) : STR_NONE;
		if (at == STR_NONE || !at)
			continue;
		struct claims before = reader->claims;
		str rest = str_slice(text, at + open.length, text.length - close.length);
		bool all = rest.length > 0;
		if (all && !reader->front && take_names(reader, rest, ASSIGNEE_KNOWN))
			rest.length = 0;
		while (all && rest.length)
			all = take_part(reader, claims_next_part(&rest), true, false);
		if (all) {
			reader->claims.text =
				claims_drop_dash(str_trim_space(str_slice(text, 0, at)));
			return true;
		}
		reader->claims = before;
	}
	return false;
}

/* " - Ada", "; Status: done": what follows one of the last signs that part. */
static bool
take_segment(struct reader *reader)
{
	str text = reader->claims.text;
	const struct claims_cut *cut;
	size_t at = text.length;
	for (size_t i = 0; i < CUTS_MOST && (cut = claims_find_cut(text, &at)); i++) {
		str sign = str_from(cut->sign);
		bool arrow = str_equal(sign, STR("→")) || str_ends(sign, STR(">"));
		if (!take_part(reader, str_skip(text, at + sign.length), cut->names, arrow))
			continue;
		reader->claims.text = str_trim_space(str_slice(text, 0, at));
		return true;
	}
	return false;
}

/* "Send it owner: Ada" */
static bool
take_owner_label(struct reader *reader)
{
	str before, names;
	if (!claims_owner_label(reader->claims.text, &before, &names) ||
		!take_names(reader, names, ASSIGNEE_LIKELY))
		return false;
	reader->claims.text = before;
	return true;
}

/* "by Friday", "(due: Jan 20)" */
static bool
take_due(struct reader *reader)
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
take_tick(struct reader *reader)
{
	str before, rest;
	if (reader->asked->box || reader->claims.stated ||
		!claims_tick(reader->claims.text, &before, &rest) ||
		(rest.length && !take_state(reader, rest, false)))
		return false;
	reader->claims.state = DOCKET_DONE;
	reader->claims.stated = true;
	reader->claims.text = before;
	return true;
}

/* "[DONE] send it", "[P1] send it", "[High] send it", "P1: send it" */
static void
take_front(struct reader *reader)
{
	str text = reader->claims.text;
	enum docket_priority *priority = &reader->claims.priority;
	if (str_starts(str_skip(text, 2), STR(": ")) &&
		take_priority(reader, str_slice(text, 0, 2)))
		reader->claims.text = str_trim_space(str_skip(text, 3));
	size_t end = str_starts(text, STR("[")) ? str_find_char(text, ']') : STR_NONE;
	str inside = str_trim_space(str_slice(text, 1, end));
	if (end != STR_NONE && inside.length &&
		(take_state(reader, inside, false) || take_priority(reader, inside) ||
			(inside.length >= WORD_LEAST &&
				property_priority(reader->arena, inside, priority))))
		reader->claims.text = str_trim_space(str_skip(text, end + 1));
}

/* "@Ada to send it" stays a sentence; so does "[[Price list]] to be sent", which is nobody. */
static bool
is_sentence(const struct reader *reader, const struct owners *marked, const struct assignee *front)
{
	str text = reader->claims.text;
	if (!front->subject || !(str_starts(text, STR("@")) || str_starts(text, STR("[["))))
		return false;
	return marked->names.count ||
	       !people_know(reader->arena, reader->asked->people, front->names.items[0]);
}

/* Owners with @ at the end, else those in front, else those with @ inside. */
static void
take_owners(struct reader *reader, const struct owners *marked, bool again)
{
	struct claims *claims = &reader->claims;
	struct assignee front = reader->assignee;
	bool last = marked->text.length < claims->text.length, found = reader->front;
	if (!last && again)
		found = assignee_read(
			reader->asked->crew, claims->text, reader->asked->trust, &front);
	found = found && !last && !is_sentence(reader, marked, &front);
	claims->owners = found ? front.names : marked->names;
	claims->text = found ? front.text : marked->text;
}

/* "(carried over)" hides no owner; "(done 6 Nov)" is a state. */
static void
drop_remarks(struct reader *reader)
{
	bool done = false;
	reader->claims.text = claims_drop_remarks(reader->claims.text, &done);
	if (done && !reader->asked->box) {
		reader->claims.state = DOCKET_DONE;
		reader->claims.stated = true;
	}
}

/* "@Ada 2025-11-14" */
static void
take_bare_day(struct reader *reader)
{
	str before, words;
	if (reader->asked->due || !claims_bare_day(reader->claims.text, &before, &words))
		return;
	struct owners owners = owner_read(reader->arena, before, reader->asked->people);
	if (owners.text.length == before.length)
		return;
	reader->claims.text = before;
	reader->claims.due = words;
}

/* "... today", where it can only be the day of what is to be done. */
static void
take_last_day(struct reader *reader)
{
	struct claims *claims = &reader->claims;
	str before, words;
	if (reader->asked->due || claims->due.length ||
		!(claims->owners.count || reader->asked->actions) ||
		!claims_last_day(claims->text, &before, &words))
		return;
	claims->text = before;
	claims->due = words;
}

/* "schickt Lena das Angebot": somebody whom the note knows behind the verb. */
static bool
take_inverted(struct reader *reader, str text)
{
	size_t verb = str_find_char(text, ' ');
	if (verb == STR_NONE || !vocabulary_is_doing(str_slice(text, 0, verb)))
		return false;
	str rest = str_skip(text, verb + 1);
	size_t first = str_find_char(rest, ' ');
	size_t second = first == STR_NONE ? first : str_find_char(str_skip(rest, first + 1), ' ');
	return (second != STR_NONE && take_names(reader, str_slice(rest, 0, first + 1 + second),
					      ASSIGNEE_KNOWN)) ||
	       take_names(reader, str_slice(rest, 0, first), ASSIGNEE_KNOWN);
}

/* "By Friday, Ada sends it"; without a comma somebody known or a verb has to follow. */
static void
take_lead(struct reader *reader)
{
	struct claims *claims = &reader->claims;
	struct claims_lead lead;
	struct assignee found;
	if (reader->asked->due || claims->due.length || !claims_find_lead(claims->text, &lead))
		return;
	bool inverted = take_inverted(reader, lead.rest);
	str verb = str_slice(lead.rest, 0, str_find_char(lead.rest, ' '));
	if (!inverted && !lead.parted && !vocabulary_is_verb(verb) &&
		!assignee_read(reader->asked->crew, lead.rest, ASSIGNEE_KNOWN, &found))
		return;
	claims->due = lead.words;
	if (!inverted)
		claims->text = lead.rest;
}

struct claims
claims_read(struct arena *arena, str text, const struct claims_asked *asked)
{
	struct reader reader = {
		.arena = arena, .asked = asked, .claims.text = str_trim_space(text)
	};
	drop_remarks(&reader);
	take_front(&reader);
	take_lead(&reader);
	take_bare_day(&reader);
	struct owners marked = owner_read(arena, reader.claims.text, asked->people);
	if (asked->box && asked->due && marked.text.length < reader.claims.text.length) {
		take_owners(&reader, &marked, true);
		return reader.claims;
	}
	reader.front =
		assignee_read(asked->crew, reader.claims.text, asked->trust, &reader.assignee);
	reader.claims.blank = reader.assignee.blank;
	size_t parts = 0;
	while (parts < PARTS_MOST &&
		(take_tick(&reader) || take_due(&reader) || take_bracket(&reader) ||
			take_segment(&reader) || take_owner_label(&reader)))
		parts++;
	if (parts && !reader.claims.owners.count)
		marked = owner_read(arena, reader.claims.text, asked->people);
	size_t length = reader.claims.text.length;
	if (!reader.claims.owners.count)
		take_owners(&reader, &marked, parts > 0);
	if (reader.claims.text.length != length || parts == PARTS_MOST)
		take_due(&reader);
	take_last_day(&reader);
	return reader.claims;
}
