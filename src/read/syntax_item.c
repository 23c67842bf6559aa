#include "read/syntax_walk.h"

#include "base/date.h"
#include "base/link.h"
#include "read/bullet.h"
#include "read/claims_tail.h"
#include "read/dates_phrase.h"
#include "read/marker.h"
#include "read/placeholder.h"
#include "read/task.h"
#include "read/vocabulary.h"

#include <assert.h>

enum { TOPIC_WORDS_MOST = 4, LEAD_MOST = 200 /* bytes of an item that is as a heading */ };

/* A list item and what was found of it so far. */
struct item {
	size_t at, end; /* its entries */
	struct syntax_place place;
	str text;
	bool detail; /* tells more of the item it is nested in */
};

static const struct outline_entry *
parent_of(const struct walk *walk, const struct outline_entry *entry)
{
	return entry->parent < 0 ? NULL : &walk->context->outline->items[entry->parent];
}

static bool
is_for_actions(const struct syntax_place *place)
{
	return place->section.kind == HEADING_ACTIONS || place->section.kind == HEADING_MIXED;
}

static bool
says_items(enum heading_kind kind)
{
	return kind == HEADING_ACTIONS || kind == HEADING_DECISIONS || kind == HEADING_MIXED;
}

/* "[ ] text", "[] text" */
static str
drop_box(str text)
{
	static const char *const boxes[] = { "[ ] ", "[] ", "[x] ", "[X] " };
	for (size_t i = 0; i < sizeof(boxes) / sizeof(*boxes); i++)
		if (str_starts(text, str_from(boxes[i])))
			return str_trim_space(str_skip(text, str_from(boxes[i]).length));
	return text;
}

/* "**Ada:**", "Ada Park", "[ ] Ada" above a nested list. */
static bool
read_owners(const struct walk *walk, str text, strs *owners)
{
	struct assignee found = { 0 };
	struct label label;
	text = drop_box(text);
	bool colon = label_read(text, &label) && !label.rest.length;
	if (walk_read_group(walk, colon ? label.words : text, owners))
		return true;
	if (!assignee_read_names(&walk->crew, colon ? label.words : text,
		    colon ? walk_trust(walk) : ASSIGNEE_KNOWN, &found))
		return false;
	*owners = found.names;
	return true;
}

/* "[ ] call", "・call": a line below an item that has no list marker of Markdown. */
static bool
begins_item(const struct outline_entry *entry)
{
	return entry->kind == OUTLINE_CONTINUED &&
	       (bullet_length(entry->text) || bullet_is_box(entry->text));
}

/*
 * Where the item stands. An item nested in another tells more of it, unless that one is only a
 * label: then it is below a heading of sorts.
 */
static void
find_place(const struct walk *walk, const struct outline_entry *entry, struct item *item)
{
	const struct outline_entry *parent = parent_of(walk, entry);
	struct syntax_place *place = &item->place;
	struct label label;
	*place = walk_place(walk, entry);
	item->detail = parent != NULL;
	if (begins_item(entry)) {
		item->detail = false;
		return;
	}
	if (parent && is_for_actions(place) && read_owners(walk, parent->text, &place->owners)) {
		item->detail = false;
		return;
	}
	if (!parent)
		return;
	if (!label_read(parent->text, &label))
		label = (struct label){ .words = parent->text };
	if (label.rest.length || label.words.length > LEAD_MOST)
		return;
	struct heading heading = walk_read_heading(walk, label.words);
	if (!label.strong && !(walk->context->is_meeting && says_items(heading.kind)))
		return;
	item->detail = heading.kind == HEADING_OTHER && !label.colon;
	if (heading.kind != HEADING_OTHER)
		place->section = heading;
	else if (label.colon)
		place->topic = label.words;
}

/* "Owner: Ada", "Due: Friday" below a task; what the task says itself stays. */
static bool
amend_parent(struct walk *walk, const struct item *item)
{
	const struct outline_entry *entry = &walk->context->outline->items[item->at];
	struct label label;
	if (entry->parent < 0 || !walk->tasks[entry->parent] || !label_read(item->text, &label) ||
		!label.colon || !label.rest.length)
		return false;
	struct docket_task *task = &walk->items->tasks.items[walk->tasks[entry->parent] - 1];
	enum property property = property_read(walk->context->arena, label.words);
	bool known =
		(property == PROPERTY_DUE && (!date_is_none(task->due) || task->due_text.length)) ||
		(property == PROPERTY_PRIORITY && task->priority) ||
		(property == PROPERTY_OWNER && task->owners.count &&
			task->owners.items != item->place.owners.items);
	if (property == PROPERTY_NONE)
		return false;
	if (!known && task->text.length)
		task_set(&item->place, property, label.rest, task);
	return true;
}

/* "[text](address)" or "[[note]]" and nothing else. */
static bool
is_link(str text)
{
	str inside;
	bool note = link_is(text, &inside);
	bool address = str_starts(text, STR("[")) && str_ends(text, STR(")")) &&
		       str_find(text, STR("](")) != STR_NONE;
	return note || address ||
	       (str_find(text, STR("://")) != STR_NONE && str_find_char(text, ' ') == STR_NONE);
}

/* "[Confirm the cover](https://...)" where links are what is to be done; else the text itself. */
static str
read_link_task(const struct item *item, str text)
{
	size_t close = str_find(text, STR("]("));
	str words = str_slice(text, 1, close);
	if (!is_link(text) || !str_starts(text, STR("[")) || close == STR_NONE ||
		!str_starts(str_skip(text, close + 2), STR("http")) ||
		str_find_char(words, ']') != STR_NONE)
		return text;
	str verb = str_slice(words, 0, str_find_char(words, ' '));
	bool meant = vocabulary_is_verb(verb) && !str_equal_nocase(verb, STR("see")) &&
		     verb.length < words.length;
	return meant || item->place.owners.count ? words : text;
}

/* "[] text", a box that was meant. */
static bool
drop_empty_box(str *text)
{
	bool box = str_starts(*text, STR("[] "));
	*text = box ? str_trim_space(str_skip(*text, 3)) : *text;
	return box;
}

/* "Follow-up call: Dec 2, 3pm" */
static bool
is_appointment(const struct label *label)
{
	static const char *const starts[] = { "next ", "follow-up ", "followup ", "follow up " };
	static const char *const ends[] = { " call", " meeting", " sync", " session", " review",
		" demo", " workshop", " check-in" };
	bool next = false, event = false;
	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		next = next || str_starts_nocase(label->words, str_from(starts[i]));
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		event = event || str_ends(label->words, str_from(ends[i]));
	return next && event && dates_sense(label->rest) != DATES_UNKNOWN;
}

/* "Next meeting" and nothing else, "次回 12/4 14:00". */
static bool
is_detail(const struct walk *walk, str text)
{
	size_t blank = str_find_char(text, ' ');
	str behind = blank == STR_NONE ? (str){ 0 } : str_trim_space(str_skip(text, blank));
	if (behind.length && is_digit(behind.bytes[0]) && (unsigned char)text.bytes[0] >= 0xE3)
		text = str_slice(text, 0, blank);
	return property_read(walk->context->arena, text) == PROPERTY_DETAIL;
}

/* Lines that are no item by their shape: introductions, questions, links, metadata, talk. */
static bool
is_other(const struct walk *walk, str text)
{
	static const char *const ends[] = { ":", "：", "?", "？" };
	static const char *const courtesies[] = { "thanks", "thank you", "see you", "cheers",
		"well done", "congrat", "have a ", "danke", "merci", "gracias", "bedankt" };
	for (size_t i = 0; i < sizeof(courtesies) / sizeof(*courtesies); i++)
		if (str_starts_nocase(text, str_from(courtesies[i])))
			return true;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (str_ends(text, str_from(ends[i])))
			return true;
	struct label label;
	if (!label_read(text, &label))
		return is_link(text) || is_detail(walk, text);
	if (str_equal(label.words, STR("AR")) && !crew_knows(&walk->crew, label.words))
		return true;
	enum property property = property_read(walk->context->arena, label.words);
	return (property != PROPERTY_NONE && property != PROPERTY_TASK) || is_appointment(&label) ||
	       (!label.rest.length && label.colon) || crew_has_speaker(&walk->crew, label.words);
}

static size_t
count_words(str text)
{
	size_t blanks = 0;
	for (size_t i = 0; i < text.length; i++)
		blanks += text.bytes[i] == ' ';
	return blanks + 1;
}

/* A short line above nested ones is what they are about. */
static bool
is_topic(const struct walk *walk, const struct item *item)
{
	const struct outline *outline = walk->context->outline;
	struct label label;
	str verb = str_slice(item->text, 0, str_find_char(item->text, ' '));
	assert(outline->items || !outline->count);
	if (item->end >= outline->count || outline->items[item->end].kind != OUTLINE_ITEM ||
		outline->items[item->end].parent != (int)item->at)
		return false;
	str child = outline->items[item->end].text;
	if (str_starts(child, STR("[")) && str_starts(str_skip(child, 2), STR("]")))
		return true;
	bool property = label_read(child, &label) &&
			property_read(walk->context->arena, label.words) != PROPERTY_NONE;
	return !property && !vocabulary_is_verb(verb) &&
	       count_words(item->text) <= TOPIC_WORDS_MOST;
}

/* "Ada: send it", where the note knows her. */
static bool
begins_known(const struct walk *walk, str text)
{
	struct assignee assignee;
	struct label label;
	return label_read(text, &label) &&
	       assignee_read(&walk->crew, text, ASSIGNEE_KNOWN, &assignee);
}

/* A bullet without box below a heading for actions. */
static void
read_bullet(struct walk *walk, const struct item *item)
{
	struct section *section = &walk->sections[LEVEL_BOLD];
	const struct outline_entry *parent = parent_of(walk, item->place.entry);
	struct docket_task task;
	strs owners;
	str text = item->text;
	bool box = drop_empty_box(&text);
	text = read_link_task(item, text);
	bool bold = parent && item->place.section.kind != section->heading.kind;
	bool meant = syntax_trusts_heading(&item->place);
	bool lines = bold ? meant || !item->place.section.everyday : section->lines;
	if (!lines || is_other(walk, text) || read_owners(walk, text, &owners) ||
		!task_read_words(&item->place, label_unwrap(text), walk_trust(walk), &task))
		return;
	bool named = task.owners.count && task.owners.items != item->place.owners.items;
	bool bare = (bold ? meant && item->place.section.kind == HEADING_ACTIONS : section->bare) &&
		    !item->detail && (box || !section->boxes) && !walk->crew.speakers.count &&
		    !is_topic(walk, item);
	bool given = task.owners.count && !item->detail;
	if (named || bare || given ||
		(!item->detail && (task.due_text.length || !date_is_none(task.due))))
		walk_add_task(walk, item->at, &task);
	section->named = section->named || begins_known(walk, item->text);
}

static void
read_bullets(struct walk *walk, struct item *item)
{
	str rest = str_skip(item->text, marker_plain_number(item->text));
	for (size_t i = 0; i < WALK_TASKS_MOST && rest.length; i++) {
		item->text = walk_next_task(walk, &rest);
		read_bullet(walk, item);
	}
}

void
walk_read_bullet(struct walk *walk, size_t at, size_t end, str text)
{
	struct item item = { .at = at, .end = end, .text = text };
	item.place = walk_place(walk, &walk->context->outline->items[at]);
	if (is_for_actions(&item.place))
		read_bullets(walk, &item);
}

/* Reads the item as a checkbox; a decision may have one. */
static bool
read_box(struct walk *walk, const struct item *item)
{
	struct docket_task task = { 0 };
	if (!task_read(&item->place, &task))
		return false;
	walk_add_task(walk, item->at, &task);
	walk->sections[LEVEL_BOLD].boxes = true;
	if (walk_is_for_decisions(&item->place) && !task.text.length && !item->detail)
		walk_add_decision(
			walk, &item->place, task.description, task.state == DOCKET_CANCELLED);
	return true;
}

/* "2.1 text" in a line of its own below an item */
static str
drop_number(str text)
{
	size_t end = 0, dots = 0;
	for (; end < text.length && (is_digit(text.bytes[end]) || text.bytes[end] == '.'); end++)
		dots += text.bytes[end] == '.';
	bool number = dots && end && end < text.length && is_blank(text.bytes[end]);
	return number ? str_trim_space(str_skip(text, end)) : text;
}

size_t
walk_read_item(struct walk *walk, size_t at)
{
	const struct outline *outline = walk->context->outline;
	const struct outline_entry *entry = &outline->items[at];
	struct item item = { .at = at, .end = at + 1 };
	while (item.end < outline->count && outline->items[item.end].kind == OUTLINE_CONTINUED &&
		!begins_item(&outline->items[item.end]) &&
		!walk_is_marked(walk, drop_number(outline->items[item.end].text)))
		item.end++;
	find_place(walk, entry, &item);
	if (entry->kind == OUTLINE_ITEM && read_box(walk, &item))
		return item.end;
	item.text = claims_drop_time_link(walk_join_lines(walk, at, item.end));
	if (begins_item(entry))
		item.text = str_skip(item.text, bullet_length(item.text));
	if (entry->kind == OUTLINE_CONTINUED)
		item.text = drop_number(item.text);
	if (walk_is_quoted(walk, entry))
		return item.end;
	if (amend_parent(walk, &item) || walk_read_marked(walk, at, &item.place, item.text))
		return item.end;
	if (walk_is_for_decisions(&item.place) && !item.detail)
		walk_add_decision(walk, &item.place, item.text, false);
	else if (is_for_actions(&item.place))
		read_bullets(walk, &item);
	return item.end;
}
