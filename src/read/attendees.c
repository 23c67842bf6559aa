#include "read/attendees.h"

#include "read/address.h"
#include "read/cells.h"
#include "read/headings.h"
#include "read/label.h"
#include "read/mention.h"
#include "read/placeholder.h"
#include "read/table.h"

struct names {
	LIST(str)
};

struct roll {
	struct arena *arena;
	const struct docket_reading *reading;
	struct names names;
	enum heading_kind heading; /* of the heading above */
	enum heading_kind kind;    /* of the label above, "**Present:**"; else the heading's */
	int level;                 /* of the items that are read */
	size_t column;             /* of the names in a table, from 1; 0: in no table */
};

/* clang-format off */
/* Labels whose text is a person: "Chair: Ada Park". */
static const char roles[] =
	"|chair|chairperson|facilitator|host|in person|minutes|moderator|note taker|notetaker"
	"|on site|online|organiser|organizer|presenter|remote|scribe|secretary|speaker|timekeeper"
	"|leitung|moderation|protokoll|voorzitter|notulist|animateur|secretaire|moderador|司会|主持人|";

/* Columns with the names of people. */
static const char columns[] =
	"|attendee|attendees|name|names|participant|participants|person|who|teilnehmende|teilnehmer"
	"|nom|participant(s|asistente|asistentes|nombre|deelnemer|naam|nome|出席者|参加者|名前|氏名"
	"|参会人员|姓名|이름|참석자|";

/* What stands behind somebody who was not there, and behind somebody who was. */
static const char *const absences[] = {
	"✗", "✘", "❌", "absent", "apologies", "excused", "no", "regrets", "abwesend", "entschuldigt",
	"excusé", "excusée", "ausente", "afwezig", "欠席", "缺席", "불참"
};
static const char *const presences[] = { "✓", "✔", "✅", "☑", "\xEF\xB8\x8F" };
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* "Speaker 3": whom a transcript does not know; "ich", who keeps the note. */
static bool
is_unknown(str name)
{
	static const char *const selves[] = { "ich", "Ich", "moi", "Moi", "yo", "ik", "io", "eu" };
	int number;
	return str_is_one_of(name, selves, COUNT(selves)) ||
	       (str_starts_nocase(name, STR("Speaker ")) &&
		       str_number(str_skip(name, 8), 99, &number));
}

/* Whether the text, brackets aside, says that somebody was not there. */
static bool
is_absence(str text)
{
	text = str_slice(text, str_starts(text, STR("(")), text.length - str_ends(text, STR(")")));
	return str_is_one_of(str_trim_space(text), absences, COUNT(absences));
}

/* Where the name ends in "Ada Park (absent)", "Ada Park ✗"; 0: it says no such thing. */
static size_t
length_before_absence(str text)
{
	size_t last = str_find_last_char(text, ' ');
	str word = last == STR_NONE ? (str){ 0 } : str_skip(text, last + 1);
	/* Somebody may be called No. */
	return is_absence(word) && !str_equal(word, STR("No")) ? last : 0;
}

bool
attendees_is_absent(str text)
{
	return length_before_absence(str_trim_space(text)) > 0;
}

static void
add_name(struct arena *arena, struct names *names, str text)
{
	struct label label;
	bool role = label_read(text, &label) && label.rest.length;
	str name = mention_undress(role ? label.rest : text);
	bool address = str_find_char(name, '@') != STR_NONE;
	if ((!address || address_is_name(name)) && !is_unknown(name) &&
		!attendees_is_absent(text) && !placeholder_is(arena, name) &&
		!placeholder_is_none(arena, name))
		*list_add(arena, names) = name;
}

/* Takes a name off the front of a list of names. */
static str
next_name(str *rest)
{
	static const char *const commas[] = { ",", ";", "、", "，", " / ", " and ", " & ", " und ",
		" et " };
	size_t size, end = str_find_any(*rest, commas, COUNT(commas), &size);
	str name = str_slice(*rest, 0, end);
	*rest = end == STR_NONE ? (str){ 0 } : str_skip(*rest, end + size);
	return name;
}

static void
add_names(struct arena *arena, struct names *names, str text)
{
	if (str_find(text, STR("[[")) == STR_NONE)
		text = label_drop_addresses(arena, text, STR(","));
	while (text.length)
		add_name(arena, names, next_name(&text));
}

strs
attendees_split(struct arena *arena, str text)
{
	struct names names = { 0 };
	add_names(arena, &names, text);
	return (strs){ names.items, names.count };
}

/* "[x] Ada Park ✓" is "Ada Park". */
static str
drop_ticks(str text)
{
	static const char *const boxes[] = { "[ ] ", "[x] ", "[X] " };
	for (size_t i = 0; i < COUNT(boxes); i++)
		if (str_starts(text, str_from(boxes[i])))
			text = str_skip(text, str_from(boxes[i]).length);
	for (size_t i = COUNT(presences); i > 0; i--)
		if (str_ends(text, str_from(presences[i - 1])))
			text.length -= str_from(presences[i - 1]).length;
	return str_trim_space(text);
}

/* What stands in front of a dash: "Ada Park - Acme". */
static str
before_dash(str text)
{
	static const char *const dashes[] = { " - ", " – ", " — " };
	for (size_t i = 0; i < COUNT(dashes); i++)
		text = str_slice(text, 0, str_find(text, str_from(dashes[i])));
	return text;
}

/* "Ada Park, Acme" is one person; "Ada Park, Ravi Menon" are two. */
static void
add_person(struct roll *roll, str text)
{
	str part;
	text = before_dash(text);
	for (bool first = true; str_next_part(&text, ',', &part); first = false)
		if (mention_name_words(mention_undress(part)) > !first)
			add_name(roll->arena, &roll->names, part);
}

static enum heading_kind
kind_of(const struct roll *roll, str words)
{
	return heading_read(roll->arena, roll->reading, words).kind;
}

/* "Ada Park", "Chair: Ada Park", "Absent: Ada Park", "Ada Park: engineer" */
static void
read_item(struct roll *roll, str text)
{
	struct label label;
	text = drop_ticks(text);
	if (attendees_is_absent(text))
		return;
	if (!label_read(text, &label)) {
		add_person(roll, text);
		return;
	}
	enum heading_kind kind = kind_of(roll, label.words);
	if (kind == HEADING_PEOPLE || heading_lists(roles, heading_fold(roll->arena, label.words)))
		add_names(roll->arena, &roll->names, label.rest);
	else if (kind == HEADING_OTHER)
		add_person(roll, label.words);
}

/* "Ada Park, Ravi Menon" on a line of its own; all of it has to be names. */
static void
read_line(struct roll *roll, str text)
{
	size_t count = 0, most = 0;
	for (str rest = text; rest.length; count++) {
		str name = str_trim_space(next_name(&rest));
		size_t absent = length_before_absence(name);
		name = mention_undress(str_slice(name, 0, absent ? absent : name.length));
		size_t words = mention_name_words(name);
		if (!words && !is_unknown(name))
			return;
		most = words > most ? words : most;
	}
	if (count > 1 || most > 1)
		add_names(roll->arena, &roll->names, text);
}

static size_t
find_column(struct roll *roll, str head)
{
	struct cells cells = cells_split(roll->arena, head, CELLS_MOST);
	for (size_t i = 0; i < cells.count; i++)
		if (heading_lists(columns, heading_fold(roll->arena, cells.items[i])))
			return i + 1;
	return 0;
}

static void
read_row(struct roll *roll, str text)
{
	struct cells cells = cells_split(roll->arena, text, CELLS_MOST);
	for (size_t i = 1; i <= cells.count; i++)
		if (is_absence(cells_at(&cells, i)))
			return;
	add_person(roll, cells_at(&cells, roll->column));
}

/* "**Present:**" and the like begin a list, other labels between paragraphs end it. */
static bool
read_label(struct roll *roll, const struct outline_entry *entry)
{
	struct label label;
	if (!label_read(entry->text, &label) || label.rest.length)
		return false;
	bool item = entry->kind == OUTLINE_ITEM;
	enum heading_kind kind = kind_of(roll, label.words);
	if (kind == HEADING_OTHER && item)
		return false;
	roll->kind = kind == HEADING_OTHER ? roll->heading : kind;
	roll->level = item ? entry->level + 1 : 1;
	return true;
}

/* "SPEAKERS" above a line of names, as transcripts have it. */
static bool
read_speakers(struct roll *roll, const struct outline_entry *entry)
{
	if (entry->kind != OUTLINE_PARAGRAPH || !str_equal(entry->text, STR("SPEAKERS")))
		return false;
	roll->kind = HEADING_PEOPLE;
	return true;
}

static void
read_entry(struct roll *roll, const struct outline_entry *entry, const struct outline_entry *next)
{
	bool item = entry->kind == OUTLINE_ITEM;
	if (entry->kind == OUTLINE_HEADING) {
		roll->kind = roll->heading = kind_of(roll, entry->text);
		roll->level = 1;
		roll->column = 0;
	} else if (read_label(roll, entry) || read_speakers(roll, entry) ||
		   entry->kind == OUTLINE_CONTINUED) {
		return;
	} else if (item && entry->level < roll->level) {
		roll->kind = roll->heading;
		roll->level = 1;
	}
	if (roll->kind != HEADING_PEOPLE)
		return;
	if (item && entry->level == roll->level)
		read_item(roll, entry->text);
	if (entry->kind != OUTLINE_PARAGRAPH)
		return;
	if (next && table_is_rule(next->text))
		roll->column = find_column(roll, entry->text);
	else if (str_find_char(entry->text, '|') == STR_NONE)
		read_line(roll, entry->text);
	else if (roll->column && !table_is_rule(entry->text))
		read_row(roll, entry->text);
}

strs
attendees_read(
	struct arena *arena, const struct docket_reading *reading, const struct outline *outline)
{
	struct roll roll = { .arena = arena, .reading = reading };
	for (size_t i = 0; i < outline->count; i++)
		read_entry(&roll, &outline->items[i],
			i + 1 < outline->count ? &outline->items[i + 1] : NULL);
	return (strs){ roll.names.items, roll.names.count };
}
