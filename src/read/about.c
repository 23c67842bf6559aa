#include "read/about.h"

#include "base/date.h"
#include "base/link.h"
#include "base/utf8.h"
#include "read/address.h"
#include "read/attendees.h"
#include "read/dates.h"
#include "read/day_line.h"
#include "read/decode.h"
#include "read/escape.h"
#include "read/file_date.h"
#include "read/heading_date.h"
#include "read/headings.h"
#include "read/label.h"
#include "read/mail.h"
#include "read/mention.h"
#include "read/placeholder.h"

#include <string.h>

enum {
	NAMES_MOST = 256, /* more do not help to tell who is who */
	HEAD_LINES = 12,  /* in which a day may stand alone */
	FIRST_MOST = 80   /* of a line that stands for a heading */
};

struct about {
	struct arena *arena;
	const struct docket_reading *reading;
	struct docket_note *note;
	struct remarks *remarks;
	int year; /* that the file's name gives, or 0 */
};

struct names {
	LIST(str)
};

static str
drop_link(str text)
{
	text = str_trim_space(text);
	size_t address = str_starts(text, STR("[")) ? str_find(text, STR("](")) : STR_NONE;
	if (address != STR_NONE && text.bytes[1] != '[')
		return str_slice(text, 1, address);
	str inside;
	return link_find(text, &inside) ? link_name(inside) : text;
}

static void
read_text(struct about *about, str value, void *field)
{
	str text = label_unwrap(drop_link(value));
	if (!placeholder_is(about->arena, text) && !placeholder_is_none(about->arena, text))
		*(str *)field = text;
}

static void
read_date(struct about *about, str value, void *field)
{
	(void)about;
	date day;
	for (size_t at = 0; at + 10 <= value.length; at++)
		if (date_parse_iso(str_slice(value, at, at + 10), &day) &&
			docket_date_exists(day)) {
			*(date *)field = day;
			return;
		}
	if (dates_read_due(label_unwrap(str_trim_space(value)), (date){ 0 }, &day) != DATES_DAY)
		day = day_line_read(value);
	*(date *)field = day;
}

static void
read_people(struct about *about, str value, void *field)
{
	*(strs *)field = attendees_split(about->arena, value);
}

struct row {
	const char *labels; /* folded as heading words are, between bars */
	size_t field;
	void (*read)(struct about *about, str value, void *field);
	bool (*is_set)(const void *field);
};

static bool
text_is_set(const void *field)
{
	return ((const str *)field)->length > 0;
}

static bool
date_is_set(const void *field)
{
	return !date_is_none(*(const date *)field);
}

static bool
people_are_set(const void *field)
{
	return ((const strs *)field)->count > 0;
}

/* clang-format off */
#define FIELD(name) offsetof(struct docket_note, name)
static const struct row rows[] = {
	{ "|date|meeting date|date & time|date and time|date/time|event time|meeting time|when|sent"
	  "|recorded on|datum|gesendet|envoye|enviado|verzonden|date de la reunion|fecha|data|日期|日付|日時|날짜|",
		FIELD(date), read_date, date_is_set },
	{ "|account|client|company|customer|kunde|firma|compte|cliente|klant|顧客|客户|고객|",
		FIELD(account), read_text, text_is_set },
	{ "|project|projekt|projet|proyecto|projeto|项目|프로젝트|",
		FIELD(project), read_text, text_is_set },
	{ "|series|serie|", FIELD(series), read_text, text_is_set },
	{ "|attendees|attendance|in attendance|participants|people|present|with|who|anw|anwesend|anwesende|teilnehmer"
	  "|teilnehmende|tn|presents|asistentes"
	  "|participantes|presentes|aanwezig|aanwezigen|deelnemers|partecipanti|presenti|出席者|参加者|参加"
	  "|参会人员|参与者"
	  "|참석자|",
		FIELD(participants), read_people, people_are_set },
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static void
read_label(struct about *about, str text)
{
	struct label label;
	bool dataview = label_read_field(text, &label);
	if (!dataview && (!label_read(text, &label) || !label.rest.length))
		return;
	str key = str_format(
		about->arena, "|%.*s|", STR_ARG(heading_fold(about->arena, label.words)));
	for (size_t i = 0; i < COUNT(rows); i++) {
		void *field = (char *)about->note + rows[i].field;
		if (str_find(str_from(rows[i].labels), key) != STR_NONE && !rows[i].is_set(field))
			rows[i].read(about, label.rest, field);
	}
}

/* "| Date | 2025-11-06 |" is "Date: 2025-11-06"; other rows stay as they are. */
static str
read_row(struct about *about, str text)
{
	str row =
		str_slice(text, str_starts(text, STR("|")), text.length - str_ends(text, STR("|")));
	size_t bar = str_find_char(row, '|');
	if (bar == STR_NONE || str_find_char(str_skip(row, bar + 1), '|') != STR_NONE)
		return text;
	str words = label_unwrap(str_trim_space(str_slice(row, 0, bar)));
	str value = str_trim_space(str_skip(row, bar + 1));
	words.length -= str_ends(words, STR(":"));
	return str_format(about->arena, "%.*s: %.*s", STR_ARG(words), STR_ARG(value));
}

/* The lines between the first heading and the second. */
static void
read_labels(struct about *about, const struct outline *outline)
{
	int headings = 0;
	for (size_t i = 0; i < outline->count; i++) {
		headings += outline->items[i].kind == OUTLINE_HEADING &&
			    date_is_none(heading_date_read(outline->items[i].text, about->year));
		if (headings > 1)
			return;
		if (outline->items[i].kind != OUTLINE_HEADING)
			read_label(about, read_row(about, outline->items[i].text));
	}
}

static bool
has_key(const struct names *keys, str key)
{
	for (size_t i = 0; i < keys->count; i++)
		if (str_equal(keys->items[i], key))
			return true;
	return false;
}

static void
add_full_name(struct about *about, str name, const struct people *known, struct names *keys,
	struct names *names)
{
	if (has_key(names, name) || people_know(about->arena, known, name) ||
		mention_name_words(name) < 2)
		return;
	str key = utf8_fold(about->arena, name);
	if (has_key(keys, key))
		return;
	*list_add(about->arena, keys) = key;
	*list_add(about->arena, names) = name;
}

/* Full names in the body, each once, without the participants. */
static void
find_names(struct about *about, const struct outline *outline)
{
	const struct people known = people_make(about->arena, about->note->participants);
	const struct people nobody = { 0 };
	struct names keys = { 0 }, names = { 0 };
	for (size_t i = 0; i < outline->count && names.count < NAMES_MOST; i++) {
		struct mentions found = mention_find(about->arena, outline->items[i].text, &nobody);
		for (size_t j = 0; j < found.count && names.count < NAMES_MOST; j++)
			add_full_name(about, found.items[j].name, &known, &keys, &names);
	}
	about->note->names = (strs){ names.items, names.count };
}

/* The first heading of the first level; what a template left is none. */
static str
find_title(const struct about *about, const struct outline *outline)
{
	size_t at = 0;
	while (at < outline->count &&
		(outline->items[at].kind != OUTLINE_HEADING || outline->items[at].level != 1 ||
			!outline->items[at].text.length))
		at++;
	if (at == outline->count)
		return (str){ 0 };
	const struct outline_entry *heading = &outline->items[at];
	str left = placeholder_find_template(heading->text);
	if (!left.length)
		return label_drop_addresses(about->arena,
			escape_drop(about->arena, label_unwrap(heading->text)), STR(""));
	remark(about->remarks, heading->line, DOCKET_REMARK_TEMPLATE,
		"the template was not filled in, %.*s still stands in the heading; docket took the "
		"file's name for the title",
		STR_ARG(left));
	return (str){ 0 };
}

/* "2025-10-28 - Call with Ada" is "Call with Ada". */
static str
drop_leading_date(str name)
{
	date day;
	size_t from, to, size = date_parse_iso(str_slice(name, 0, 10), &day) ? 10 : 0;
	if (!size && !date_is_none(file_date_from_digits(str_slice(name, 0, 8))))
		size = 8;
	if (!size && !date_is_none(file_date_day_first(name, &from, &to)) && !from)
		size = to;
	if (!size && !date_is_none(file_date_year_first(name, &from, &to)) && !from)
		size = to;
	str rest = str_skip(name, size);
	while (size && rest.length && str_find_char(STR(" -_"), rest.bytes[0]) != STR_NONE)
		rest = str_skip(rest, 1);
	return rest.length ? rest : name;
}

static void
read_file_name(struct about *about)
{
	struct docket_note *note = about->note;
	struct remarks unheard = { .arena = about->arena };
	size_t from, to;
	str name = decode_text(about->arena, file_date_name(note->path), &unheard);
	if (!note->title.length)
		note->title = drop_leading_date(name);
	if (date_is_none(note->date))
		read_date(about, name, &note->date);
	if (date_is_none(note->date))
		note->date = file_date_from_digits(name);
	if (date_is_none(note->date))
		note->date = file_date_day_first(name, &from, &to);
	if (date_is_none(note->date))
		note->date = file_date_year_first(name, &from, &to);
	if (date_is_none(note->date))
		note->date = day_line_behind(name);
}

/* The day in the headings, when all that have one agree. */
static date
find_heading_date(const struct about *about, const struct outline *outline)
{
	date found = { 0 };
	for (size_t i = 0; i < outline->count; i++) {
		if (outline->items[i].kind != OUTLINE_HEADING)
			continue;
		date day = heading_date_read(outline->items[i].text, about->year);
		if (date_is_none(day))
			continue;
		if (!date_is_none(found) && !date_equal(day, found))
			return (date){ 0 };
		found = day;
	}
	return found;
}

/* "Choir committee, 13 November 2025": minutes without headings begin so. */
static date
find_first_date(const struct outline *outline)
{
	if (!outline->count || outline->items[0].kind != OUTLINE_PARAGRAPH ||
		outline->items[0].text.length > FIRST_MOST)
		return (date){ 0 };
	str text = outline->items[0].text;
	date day = heading_date_read(text, 0);
	return date_is_none(day) ? day_line_behind(text) : day;
}

/* A line between the first heading and the second that is a day: "Thursday, 6 November 2025". */
static date
find_line_date(const struct outline *outline)
{
	int headings = 0;
	for (size_t i = 0; i < outline->count && i < HEAD_LINES && headings < 2; i++) {
		const struct outline_entry *entry = &outline->items[i];
		headings += entry->kind == OUTLINE_HEADING;
		date day =
			entry->kind == OUTLINE_PARAGRAPH ? day_line_read(entry->text) : (date){ 0 };
		if (!date_is_none(day))
			return day;
	}
	return (date){ 0 };
}

/* After each place where people are found: addresses of nobody must not hide the next one. */
static void
resolve_addresses(struct about *about, const struct outline *outline)
{
	struct docket_note *note = about->note;
	note->participants = address_resolve(about->arena, note->participants, outline);
}

void
about_read(struct remarks *remarks, const struct docket_reading *reading,
	const struct outline *outline, struct docket_note *note)
{
	struct about about = { remarks->arena, reading, note, remarks,
		heading_date_year(file_date_name(note->path)) };
	bool known = note->account.length > 0;
	resolve_addresses(&about, outline);
	read_labels(&about, outline);
	resolve_addresses(&about, outline);
	note->account_in_body = !known && note->account.length;
	if (!note->participants.count)
		note->participants = attendees_read(remarks->arena, reading, outline);
	if (!note->participants.count)
		note->participants = mail_read(remarks->arena, outline).people;
	resolve_addresses(&about, outline);
	if (!note->title.length)
		note->title = find_title(&about, outline);
	read_file_name(&about);
	if (date_is_none(note->date))
		note->date = find_heading_date(&about, outline);
	if (date_is_none(note->date))
		note->date = find_line_date(outline);
	if (date_is_none(note->date))
		note->date = day_line_behind(note->title);
	if (date_is_none(note->date))
		note->date = find_first_date(outline);
	find_names(&about, outline);
}
