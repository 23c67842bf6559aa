#include "import/groups.h"

#include "base/arena.h"

#include <assert.h>
#include <stdlib.h>

enum { FIRST_CAPACITY = 256 };

void
groups_add(struct groups *groups, long long id)
{
	assert(!groups->count || groups->ids[groups->count - 1] < id);
	assert(groups->count < UINT32_MAX);
	if (groups->count == groups->capacity) {
		groups->capacity = groups->capacity ? groups->capacity * 2 : FIRST_CAPACITY;
		groups->ids = memory_realloc(groups->ids, groups->capacity * sizeof(*groups->ids));
		groups->parents = memory_realloc(
			groups->parents, groups->capacity * sizeof(*groups->parents));
	}
	groups->ids[groups->count] = id;
	groups->parents[groups->count] = (uint32_t)groups->count;
	groups->count++;
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

static uint32_t
root_of(struct groups *groups, size_t position)
{
	uint32_t at = (uint32_t)position;
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
	uint32_t r = root_of(groups, x), s = root_of(groups, y);
	/* The lower one is the root, so that the root is the lowest id. */
	groups->parents[r < s ? s : r] = r < s ? r : s;
}

long long
groups_lowest(struct groups *groups, long long id)
{
	size_t position = position_of(groups, id);
	return position == SIZE_MAX ? id : groups->ids[root_of(groups, position)];
}

void
groups_free(struct groups *groups)
{
	free(groups->ids);
	free(groups->parents);
}
