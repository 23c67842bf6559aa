#include "read/claims.h"

#include "read/claims_lead.h"
#include "read/claims_reader.h"
#include "read/claims_tail.h"
#include "read/owner.h"
#include "read/vocabulary.h"

enum { PARTS_MOST = 8, WORD_LEAST = 3, NOBODY_MOST = 40 };

static bool
is_capital(str words)
{
	for (size_t i = 0; i < words.length; i++)
		if (words.bytes[i] >= 'a' && words.bytes[i] <= 'z')
			return false;
	return true;
}

/* "[DONE] send it", "【完了】送る", "[WIP] send it", "[P1] send it", "[High] send it", "P1: send
 * it" */
static void
take_front(struct claims_reader *reader)
{
	str text = reader->claims.text;
	enum docket_priority *priority = &reader->claims.priority;
	if (str_starts(str_skip(text, 2), STR(": ")) &&
		claims_take_priority(reader, str_slice(text, 0, 2)))
		reader->claims.text = str_trim_space(str_skip(text, 3));
	bool wide = str_starts(text, STR("【"));
	str open = wide ? STR("【") : STR("["), close = wide ? STR("】") : STR("]");
	size_t end = str_starts(text, open) ? str_find(text, close) : STR_NONE;
	str inside = str_trim_space(str_slice(text, open.length, end));
	if (end != STR_NONE && inside.length &&
		(claims_take_state(reader, inside, is_capital(inside)) ||
			claims_take_priority(reader, inside) ||
			(inside.length >= WORD_LEAST &&
				property_priority(reader->arena, inside, priority))))
		reader->claims.text = str_trim_space(str_skip(text, end + close.length));
}

/* "Unassigned: send it", "No owner - send it" */
static void
drop_nobody(struct claims_reader *reader)
{
	static const char *const ends[] = { ": ", " - ", " – ", " — " };
	str text = reader->claims.text;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		str end = str_from(ends[i]);
		size_t at = str_find(str_slice(text, 0, NOBODY_MOST), end);
		if (at != STR_NONE && vocabulary_is_nobody(str_slice(text, 0, at)))
			reader->claims.text = str_trim_space(str_skip(text, at + end.length));
	}
}

/* "@Ada to send it" stays a sentence; so does "[[Price list]] to be sent", which is nobody. */
static bool
is_sentence(const struct claims_reader *reader, const struct owners *marked,
	const struct assignee *front)
{
	str text = reader->claims.text;
	if (!front->subject || !(str_starts(text, STR("@")) || str_starts(text, STR("[["))))
		return false;
	return marked->names.count ||
	       !people_know(reader->arena, reader->asked->people, front->names.items[0]);
}

/* Owners with @ at the end, else those in front, else those with @ inside. */
static void
take_owners(struct claims_reader *reader, const struct owners *marked, bool again)
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
drop_remarks(struct claims_reader *reader)
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
take_bare_day(struct claims_reader *reader)
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
take_last_day(struct claims_reader *reader)
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
take_inverted(struct claims_reader *reader, str text)
{
	size_t verb = str_find_char(text, ' ');
	if (verb == STR_NONE || !vocabulary_is_doing(str_slice(text, 0, verb)))
		return false;
	str rest = str_skip(text, verb + 1);
	size_t first = str_find_char(rest, ' ');
	size_t second = first == STR_NONE ? first : str_find_char(str_skip(rest, first + 1), ' ');
	return (second != STR_NONE &&
		       claims_take_names(
			       reader, str_slice(rest, 0, first + 1 + second), ASSIGNEE_KNOWN)) ||
	       claims_take_names(reader, str_slice(rest, 0, first), ASSIGNEE_KNOWN);
}

/* "By Friday, Ada sends it"; without a comma somebody known or a verb has to follow. */
static void
take_lead(struct claims_reader *reader)
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
	struct claims_reader reader = { .arena = arena,
		.asked = asked,
		.claims.text = claims_drop_time_link(str_trim_space(text)) };
	drop_remarks(&reader);
	take_front(&reader);
	drop_nobody(&reader);
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
	while (parts < PARTS_MOST && claims_take_end(&reader))
		parts++;
	if (parts && !reader.claims.owners.count)
		marked = owner_read(arena, reader.claims.text, asked->people);
	size_t length = reader.claims.text.length;
	if (!reader.claims.owners.count)
		take_owners(&reader, &marked, parts > 0);
	if (reader.claims.text.length != length || parts == PARTS_MOST)
		claims_take_due(&reader);
	take_last_day(&reader);
	return reader.claims;
}
