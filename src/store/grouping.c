#include "store/grouping.h"

#include "query/group.h"
#include "query/key.h"
#include "store/value.h"

#include <stdlib.h>

/* A task of twelve tags is in 248,832 groups by five of them. */
enum { GROUPS_MOST = 100000, BOXES_MOST = 2000000 /* in groups */ };

static void
add_group(struct grouping *grouping, size_t number)
{
	size_t levels = grouping->query->groups.count;
	const str *names = grouping->names.items.items[number];
	struct buffer key = { .arena = grouping->arena };
	for (size_t i = 0; i < levels; i++) {
		size_t from = key.text.length;
		key_write_text(&key, names[i].bytes ? names[i] : STR(""));
		if (grouping->query->groups.items[i].reverse)
			key_reverse(&key, from);
	}
	*list_add(grouping->arena, &grouping->groups) = (struct group_boxes){
		.names = { names, levels }, .key = key.text, .number = number
	};
}

static size_t
take_group(struct grouping *grouping, const str *names)
{
	size_t number = tuples_take(&grouping->names, names);
	if (number == grouping->groups.count)
		add_group(grouping, number);
	return number;
}

/* The names on one level that a value stands for. */
static strs
names_of(struct grouping *grouping, size_t level, str value)
{
	struct arena *arena = grouping->arena;
	const struct query_group *group = &grouping->query->groups.items[level];
	str *names = arena_array(arena, 1, sizeof(*names));
	strs values = { names, value.bytes ? 1 : 0 };
	*names = value;
	if (value.bytes && group->naming == QUERY_NAME_LIST) {
		struct docket_value list = value_from_json(arena, str_copy(arena, value));
		names = arena_array(arena, list.count, sizeof(*names));
		for (size_t i = 0; i < list.count; i++)
			names[i] = list.items[i].text;
		values = (strs){ names, list.count };
	}
	return group_names(arena, group, values);
}

/* Whether there is room for as many groups as there are ways to choose a name on each level. */
static bool
has_room(const struct grouping *grouping, const strs *names)
{
	size_t ways = 1;
	for (size_t i = 0; i < grouping->query->groups.count && ways <= GROUPS_MOST; i++)
		ways *= names[i].count;
	return grouping->groups.count + ways <= GROUPS_MOST;
}

/* Every way to choose a name on each level, the last level first. */
static void
add_groups(struct grouping *grouping, const strs *names, struct group_place *place)
{
	size_t levels = grouping->query->groups.count, chosen[QUERY_GROUPS_MOST] = { 0 }, level;
	do {
		str choice[QUERY_GROUPS_MOST] = { { 0 } };
		for (size_t i = 0; i < levels; i++)
			choice[i] = names[i].items[chosen[i]];
		*list_add(grouping->arena, place) = take_group(grouping, choice);
		for (level = levels; level > 0; level--) {
			if (++chosen[level - 1] < names[level - 1].count)
				break;
			chosen[level - 1] = 0;
		}
	} while (level > 0);
}

uint32_t
grouping_values(struct grouping *grouping, const str *values)
{
	grouping->values.arena = grouping->arena;
	grouping->values.width = grouping->query->groups.count;
	return tuples_take(&grouping->values, values);
}

/* The groups of boxes with those values; NULL when they are too many. */
static const struct group_place *
take_place(struct grouping *grouping, size_t number)
{
	struct group_place *place = &grouping->places[number];
	if (place->count)
		return place;
	strs names[QUERY_GROUPS_MOST];
	for (size_t i = 0; i < grouping->query->groups.count; i++)
		names[i] = names_of(grouping, i, grouping->values.items.items[number][i]);
	if (!has_room(grouping, names))
		return NULL;
	add_groups(grouping, names, place);
	return place;
}

static int
compare_groups(const void *left, const void *right)
{
	const struct group_boxes *a = left, *b = right;
	int order = str_compare(a->key, b->key);
	return order ? order : a->number < b->number ? -1 : a->number > b->number;
}

/* How many boxes the group shows at most. */
static size_t
group_most(const struct grouping *grouping)
{
	const struct query *query = grouping->query;
	bool limited = query->groups.count && query->group_limit >= 0;
	return limited ? (size_t)query->group_limit : SIZE_MAX;
}

/* Groups, in the order in which the boxes have them, and how many boxes each has room for. */
static bool
make_groups(struct grouping *grouping, const struct grouped_box *boxes, size_t count)
{
	size_t sum = 0, most = group_most(grouping), levels = grouping->query->groups.count;
	size_t sum_most = levels ? BOXES_MOST : SIZE_MAX;
	grouping->names.arena = grouping->arena;
	grouping->names.width = levels;
	grouping->places = arena_array(
		grouping->arena, grouping->values.items.count, sizeof(*grouping->places));
	for (size_t i = 0; i < count && sum <= sum_most; i++) {
		const struct group_place *place = take_place(grouping, boxes[i].values);
		if (!place)
			return false;
		sum += place->count;
		for (size_t k = 0; k < place->count; k++) {
			struct group_boxes *group = &grouping->groups.items[place->items[k]];
			group->boxes.capacity += group->boxes.capacity < most;
		}
	}
	return sum <= sum_most;
}

/* Whether the group has it. A task that has a tag twice is once in its group. */
static bool
add_box(struct group_boxes *group, long long box)
{
	size_t count = group->boxes.count;
	bool last = count && group->boxes.items[count - 1] == box;
	if (!last && count < group->boxes.capacity)
		group->boxes.items[group->boxes.count++] = box;
	return last || count < group->boxes.capacity;
}

bool
grouping_fill(struct grouping *grouping, const struct grouped_box *boxes, size_t count)
{
	if (!make_groups(grouping, boxes, count))
		return false;
	for (size_t i = 0; i < grouping->groups.count; i++) {
		struct group_boxes *group = &grouping->groups.items[i];
		group->boxes.items = arena_array(
			grouping->arena, group->boxes.capacity, sizeof(*group->boxes.items));
	}
	for (size_t i = 0; i < count; i++) {
		const struct group_place *place = &grouping->places[boxes[i].values];
		bool shown = false;
		for (size_t k = 0; k < place->count; k++)
			shown |= add_box(&grouping->groups.items[place->items[k]], boxes[i].id);
		grouping->shown += shown;
	}
	if (grouping->groups.count)
		qsort(grouping->groups.items, grouping->groups.count,
			sizeof(*grouping->groups.items), compare_groups);
	return true;
}
