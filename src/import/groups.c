#include "import/groups.h"

#include <stdint.h>

struct groups
groups_new(struct arena *arena, const long long *ids, size_t count)
{
	struct groups groups = { ids, count, arena_array(arena, count, sizeof(size_t)) };
	for (size_t i = 0; i < count; i++)
		groups.parents[i] = i;
	return groups;
}

static size_t
position_of(const struct groups *groups, long long id)
{
	size_t low = 0, high = groups->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (groups->ids[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < groups->count && groups->ids[low] == id ? low : SIZE_MAX;
}

static size_t
root_of(struct groups *groups, size_t at)
{
	while (groups->parents[at] != at) {
		groups->parents[at] = groups->parents[groups->parents[at]];
		at = groups->parents[at];
	}
	return at;
}

void
groups_join(struct groups *groups, long long a, long long b)
{
	size_t x = position_of(groups, a), y = position_of(groups, b);
	if (x == SIZE_MAX || y == SIZE_MAX)
		return;
	x = root_of(groups, x);
	y = root_of(groups, y);
	/* The lower one is the root, so that the root is the lowest id. */
	groups->parents[x < y ? y : x] = x < y ? x : y;
}

long long
groups_lowest(struct groups *groups, size_t position)
{
	return groups->ids[root_of(groups, position)];
}
