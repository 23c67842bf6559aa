#include "store/grouping.h"

#include "base/hash.h"
#include "query/collate.h"
#include "query/group.h"
#include "store/value.h"

#include <stdlib.h>

/* A task of twelve tags is in 248,832 groups by five of them. */
enum { GROUPS_MOST = 100000, BOXES_MOST = 2000000 /* in groups */ };

/* Groups by a text: those of a box's values, or the one of some names. */
struct group_place {
	str text; /* absent: free */
	struct {
		LIST(size_t)
	} groups;
};

/* Where the text is, or the free place for it. */
static struct group_place *
find_place(const struct grouping *grouping, str text)
{
	size_t mask = grouping->place_size - 1;
	size_t at = (size_t)hash_number(hash_text(text)) & mask;
	while (grouping->places[at].text.bytes && !str_equal(grouping->places[at].text, text))
		at = (at + 1) & mask;
	return &grouping->places[at];
}

static void
make_room(struct grouping *grouping)
{
	if (grouping->place_count * 2 < grouping->place_size)
		return;
	struct grouping old = *grouping;
	grouping->place_size = old.place_size ? old.place_size * 2 : 64;
	grouping->places =
		arena_array(grouping->arena, grouping->place_size, sizeof(*grouping->places));
	for (size_t i = 0; i < old.place_size; i++)
		if (old.places[i].text.bytes)
			*find_place(grouping, old.places[i].text) = old.places[i];
}

/* Texts of all levels as one; `kind` tells values and names apart. */
static str
join(struct arena *arena, char kind, const str *texts, size_t count)
{
	struct buffer out = { .arena = arena };
	buffer_add_char(&out, kind);
	for (size_t i = 0; i < count; i++) {
		buffer_format(&out, "%zu%c", texts[i].length, texts[i].bytes ? ':' : '-');
		buffer_add(&out, texts[i]);
	}
	return out.text;
}

static struct group_place *
take_place(struct grouping *grouping, str text)
{
	make_room(grouping);
	struct group_place *place = find_place(grouping, text);
	if (!place->text.bytes) {
		place->text = text;
		grouping->place_count++;
	}
	return place;
}

/* The key of a name, so that none is the beginning of another; turned round when reversed. */
static void
add_key(struct buffer *out, str name, bool reverse)
{
	unsigned char turn = reverse ? 0xFF : 0;
	str key = collate_key(out->arena, name);
	for (size_t i = 0; i < key.length; i++) {
		buffer_add_char(out, (char)((unsigned char)key.bytes[i] ^ turn));
		if (!key.bytes[i])
			buffer_add_char(out, (char)(0xFF ^ turn));
	}
	buffer_add_char(out, (char)turn);
	buffer_add_char(out, (char)turn);
}

static size_t
find_group(struct grouping *grouping, const str *names)
{
	struct arena *arena = grouping->arena;
	size_t levels = grouping->query->groups.count;
	struct group_place *place = take_place(grouping, join(arena, 'n', names, levels));
	if (place->groups.count)
		return place->groups.items[0];
	str *kept = arena_array(arena, levels, sizeof(*kept));
	struct buffer key = { .arena = arena };
	for (size_t i = 0; i < levels; i++) {
		kept[i] = str_copy(arena, names[i]);
		add_key(&key, names[i], grouping->query->groups.items[i].reverse);
	}
	struct group_boxes *group = list_add(arena, &grouping->groups);
	*group = (struct group_boxes){
		.names = { kept, levels }, .key = key.text, .place = grouping->groups.count - 1
	};
	*list_add(arena, &place->groups) = group->place;
	return group->place;
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
add_groups(struct grouping *grouping, const strs *names, const str *values)
{
	size_t levels = grouping->query->groups.count, chosen[QUERY_GROUPS_MOST] = { 0 }, level;
	do {
		str choice[QUERY_GROUPS_MOST] = { { 0 } };
		for (size_t i = 0; i < levels; i++)
			choice[i] = names[i].items[chosen[i]];
		size_t group = find_group(grouping, choice);
		struct group_place *place =
			take_place(grouping, join(grouping->arena, 'v', values, levels));
		*list_add(grouping->arena, &place->groups) = group;
		for (level = levels; level > 0; level--) {
			if (++chosen[level - 1] < names[level - 1].count)
				break;
			chosen[level - 1] = 0;
		}
	} while (level > 0);
}

/* A task that has a tag twice is once in its group. */
static void
add_box(struct grouping *grouping, size_t group, long long box)
{
	struct group_boxes *to = &grouping->groups.items[group];
	long long limit = grouping->query->groups.count ? grouping->query->group_limit : -1;
	if (limit >= 0 && to->boxes.count >= (size_t)limit)
		return;
	if (!to->boxes.count || to->boxes.items[to->boxes.count - 1] != box)
		*list_add(grouping->arena, &to->boxes) = box;
}

bool
grouping_add(struct grouping *grouping, long long box, const str *values)
{
	struct arena scratch = { 0 };
	size_t levels = grouping->query->groups.count;
	str text = join(&scratch, 'v', values, levels);
	make_room(grouping);
	if (!find_place(grouping, text)->text.bytes) {
		strs names[QUERY_GROUPS_MOST];
		for (size_t i = 0; i < levels; i++)
			names[i] = names_of(grouping, i, values[i]);
		if (!has_room(grouping, names)) {
			arena_free(&scratch);
			return false;
		}
		add_groups(grouping, names, values);
	}
	const struct group_place *place = find_place(grouping, text);
	for (size_t i = 0; i < place->groups.count; i++)
		add_box(grouping, place->groups.items[i], box);
	grouping->box_count += place->groups.count;
	arena_free(&scratch);
	return grouping->box_count <= BOXES_MOST;
}

static int
compare_groups(const void *left, const void *right)
{
	const struct group_boxes *a = left, *b = right;
	int order = str_compare(a->key, b->key);
	return order ? order : a->place < b->place ? -1 : a->place > b->place;
}

void
grouping_sort(struct grouping *grouping)
{
	if (grouping->groups.count)
		qsort(grouping->groups.items, grouping->groups.count,
			sizeof(*grouping->groups.items), compare_groups);
}

static int
compare_boxes(const void *left, const void *right)
{
	long long a = *(const long long *)left, b = *(const long long *)right;
	return a < b ? -1 : a > b;
}

size_t
grouping_count(const struct grouping *grouping)
{
	size_t count = 0, once = 0;
	for (size_t i = 0; i < grouping->groups.count; i++)
		count += grouping->groups.items[i].boxes.count;
	long long *all = memory_alloc((count + 1) * sizeof(*all));
	count = 0;
	for (size_t i = 0; i < grouping->groups.count; i++)
		for (size_t k = 0; k < grouping->groups.items[i].boxes.count; k++)
			all[count++] = grouping->groups.items[i].boxes.items[k];
	qsort(all, count, sizeof(*all), compare_boxes);
	for (size_t i = 0; i < count; i++)
		once += i == 0 || all[i] != all[i - 1];
	free(all);
	return once;
}
