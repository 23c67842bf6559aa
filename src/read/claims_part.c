#include "read/claims_reader.h"

#include "read/claims_cut.h"
#include "read/dates.h"
#include "read/headings.h"
#include "read/label.h"
#include "read/placeholder.h"

enum { PLAIN_LENGTH_MOST = 40, STATE_LENGTH_LEAST = 4 };

/* States, besides done and cancelled, that nobody ends a sentence with by chance. */
static const char sure_states[] = "|in progress|on hold|";

bool
claims_take_names(struct claims_reader *reader, str text, enum assignee_trust trust)
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
take_day(struct claims_reader *reader, str words)
{
	words = str_skip(words, str_starts(words, STR("@")));
	if (reader->asked->due || reader->claims.due.length || !is_day(words))
		return false;
	reader->claims.due = words;
	return true;
}

bool
claims_take_state(struct claims_reader *reader, str words, bool labelled)
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

bool
claims_take_priority(struct claims_reader *reader, str words)
{
	bool sure = words.length == 2 ? to_lower(words.bytes[0]) == 'p'
				      : str_find(words, STR("riori")) != STR_NONE;
	return sure && property_priority(reader->arena, words, &reader->claims.priority);
}

static str
drop_stop(str text)
{
	return str_slice(text, 0, text.length - str_ends(text, STR(".")));
}

/* "Owner: Ada" */
static bool
take_labelled(struct claims_reader *reader, const struct label *label)
{
	struct claims *claims = &reader->claims;
	enum property property = property_read(reader->arena, label->words);
	switch (property) {
	case PROPERTY_OWNER:
		claims->owners = assignee_split(reader->arena, drop_stop(label->rest));
		return true;
	case PROPERTY_DUE:
		if (!placeholder_is(reader->arena, label->rest) && !reader->asked->due)
			claims->due = label->rest;
		return !reader->asked->due;
	case PROPERTY_PRIORITY:
		return property_priority(reader->arena, label->rest, &claims->priority);
	case PROPERTY_STATUS:
		return claims_take_state(reader, label->rest, true);
	default:
		return false;
	}
}

/* "Ada by Friday" */
static bool
take_name_and_day(struct claims_reader *reader, str text, enum assignee_trust trust)
{
	size_t by = str_find(text, STR(" by "));
	str name = str_trim_space(str_slice(text, 0, by));
	if (by != STR_NONE && !reader->asked->due) {
		if (!claims_take_names(reader, name, trust))
			return false;
		reader->claims.due = str_trim_space(str_skip(text, by + 4));
		return true;
	}
	return claims_take_names(reader, drop_stop(text), trust);
}

/* "owner:: Ada", "due:: [[2025-11-14]]", which are no fields of the Tasks plugin. */
static bool
is_field(struct arena *arena, str part, struct label *field)
{
	if (!label_read_field(part, field))
		return false;
	enum property property = property_read(arena, field->words);
	return property == PROPERTY_OWNER ||
	       (property == PROPERTY_DUE && str_starts(field->rest, STR("[[")));
}

/* "owner Ada", "resp. Ravi": somebody who is known. */
static bool
take_role(struct claims_reader *reader, str part)
{
	static const char *const roles[] = { "owner ", "assignee ", "assigned to ", "resp. ",
		"responsible ", "lead ", "verantwortlich ", "responsable " };
	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (str_starts_nocase(part, str_from(roles[i])))
			return claims_take_names(
				reader, str_skip(part, str_from(roles[i]).length), ASSIGNEE_KNOWN);
	return false;
}

bool
claims_take_part(struct claims_reader *reader, str part, bool names, bool sure)
{
	struct label label;
	part = label_unwrap(str_trim_space(part));
	if (!part.length || part.length > CLAIMS_PART_MOST)
		return false;
	if (is_field(reader->arena, part, &label))
		return take_labelled(reader, &label);
	if (label_read(part, &label) && label.colon && label.rest.length)
		return take_labelled(reader, &label);
	if (part.length > PLAIN_LENGTH_MOST)
		return false;
	if (claims_take_state(reader, part, false) || claims_take_priority(reader, part))
		return true;
	return names &&
	       (take_day(reader, part) || take_role(reader, part) ||
		       (!reader->front && take_name_and_day(reader, part,
						  sure ? ASSIGNEE_LIKELY : ASSIGNEE_KNOWN)));
}
