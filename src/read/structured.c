#include "read/structured.h"

#include "base/date.h"
#include "read/decision.h"
#include "read/task.h"

/* An item of the list, and what each key of it says. */
struct entry {
	const struct yaml *yaml;
	const enum property *properties;
	size_t count; /* of keys */
};

static struct entry
read_entry(struct arena *arena, const struct yaml *yaml)
{
	size_t count = yaml->kind == YAML_MAP ? yaml->count : 0;
	enum property *properties = arena_array(arena, count, sizeof(*properties));
	for (size_t i = 0; i < count; i++)
		properties[i] = property_read(arena, yaml->items[i].key);
	return (struct entry){ yaml, properties, count };
}

/* The value of the first key with this property; NULL: there is none. */
static const struct yaml *
find(const struct entry *entry, enum property property)
{
	for (size_t i = 0; i < entry->count; i++)
		if (entry->properties[i] == property && entry->yaml->items[i].kind != YAML_NOTHING)
			return &entry->yaml->items[i];
	return NULL;
}

/* A text, or those of a list joined with commas. */
static str
text_of(struct arena *arena, const struct yaml *value)
{
	struct buffer joined = { .arena = arena };
	strs texts = value ? yaml_texts(arena, value) : (strs){ 0 };
	for (size_t i = 0; i < texts.count; i++) {
		if (joined.text.length)
			buffer_add(&joined, STR(", "));
		buffer_add(&joined, texts.items[i]);
	}
	return str_trim_space(joined.text);
}

static str
find_text(struct arena *arena, const struct entry *entry, enum property property)
{
	const struct yaml *value = find(entry, property);
	if (entry->yaml->kind == YAML_TEXT)
		return str_trim_space(entry->yaml->text);
	return text_of(arena, value ? value : find(entry, PROPERTY_TEXT));
}

static void
read_task(const struct syntax_place *place, const struct yaml *yaml, struct syntax_items *items)
{
	struct arena *arena = place->context->arena;
	struct entry entry = read_entry(arena, yaml);
	struct docket_task task;
	struct syntax_place at = *place;
	str text = find_text(arena, &entry, PROPERTY_TASK);
	at.assigned = find(&entry, PROPERTY_OWNER) || find(&entry, PROPERTY_DUE);
	if (!text.length || !task_read_words(&at, text, ASSIGNEE_LIKELY, &task))
		return;
	for (size_t i = 0; i < entry.count; i++)
		task_set(place, entry.properties[i], text_of(arena, &yaml->items[i]), &task);
	*list_add(arena, &items->tasks) = task;
}

static void
read_decision(const struct syntax_place *place, const struct yaml *yaml, struct syntax_items *items)
{
	struct arena *arena = place->context->arena;
	struct entry entry = read_entry(arena, yaml);
	struct docket_decision decision;
	enum docket_state state = DOCKET_DONE;
	str text = find_text(arena, &entry, PROPERTY_DECISION);
	if (!text.length || !decision_read(place, text, &decision))
		return;
	property_state(arena, text_of(arena, find(&entry, PROPERTY_STATUS)), &state);
	date_parse_iso(text_of(arena, find(&entry, PROPERTY_DATE)), &decision.date);
	str topic = text_of(arena, find(&entry, PROPERTY_TOPIC));
	str supersedes = text_of(arena, find(&entry, PROPERTY_SUPERSEDES));
	decision.topic = topic.length ? topic : decision.topic;
	decision.supersedes = supersedes.length ? supersedes : decision.supersedes;
	decision.struck = decision.struck || state == DOCKET_CANCELLED;
	if (state >= DOCKET_DONE)
		*list_add(arena, &items->decisions) = decision;
}

/* Recursion is as deep as yaml_read lets values nest. */
static void // NOLINTNEXTLINE(misc-no-recursion)
read_list(const struct syntax_place *place, const struct yaml *list, struct syntax_items *items,
	void (*read)(const struct syntax_place *, const struct yaml *, struct syntax_items *))
{
	struct outline_entry entry = { 0 };
	struct syntax_place at = *place;
	at.entry = &entry;
	for (size_t i = 0; list && list->kind == YAML_LIST && i < list->count; i++) {
		entry.line = list->items[i].line;
		read(&at, &list->items[i], items);
		read_list(place, &list->items[i], items, read);
	}
}

void
structured_read(const struct syntax_place *place, struct syntax_items *items)
{
	read_list(place, place->context->tasks, items, read_task);
	read_list(place, place->context->decisions, items, read_decision);
}
