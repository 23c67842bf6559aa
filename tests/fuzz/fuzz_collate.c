/*
 * The order of texts: the first line is one, the rest another. Keys and comparison agree, from
 * either side.
 */
#include "fuzz.h"
#include "query/collate.h"

static int
sign(int order)
{
	return (order > 0) - (order < 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena arena = { 0 };
	str b = { (const char *)bytes, size }, a = { 0 };
	str_next_line(&b, &a);
	int order = sign(collate_compare(a, b));
	int keys = sign(str_compare(collate_key(&arena, a), collate_key(&arena, b)));
	require(order == keys, "keys are in the order of their texts");
	require(order == -sign(collate_compare(b, a)), "the order is the same from the other side");
	arena_free(&arena);
	return 0;
}
