#include "read/frontmatter.h"

#include "read/frontmatter_keys.h"
#include "read/recover.h"

/* Thousands of keys that are all wrong in one way need no line each. */
enum { BLOCK_MOST = 64 * 1024, REMARKS_MOST = 20 };

static bool
is_fence(str line, const char *fence)
{
	return str_starts(line, str_from(fence)) && str_trim(line).length == 3;
}

/* Finds the lines between the fences, and where the body begins. */
static bool
find_block(str text, str *block, struct frontmatter *result)
{
	str rest = text, line;
	if (!str_next_line(&rest, &line) || !is_fence(line, "---"))
		return false;
	const char *begin = rest.bytes;
	for (int number = 2; str_next_line(&rest, &line); number++) {
		if (!is_fence(line, "---") && !is_fence(line, "..."))
			continue;
		*block = (str){ begin, (size_t)(line.bytes - begin) };
		result->body = text.length - rest.length;
		result->body_line = number + 1;
		return true;
	}
	return false;
}

/* "---" and a key below it, which no second "---" closes. */
static void
check_unclosed(str text, struct remarks *remarks)
{
	str line, key;
	if (!str_next_line(&text, &line) || !is_fence(line, "---") || !str_next_line(&text, &line))
		return;
	key = str_slice(line, 0, str_find(line, STR(":")));
	if (key.length && key.length < line.length && str_find_char(key, ' ') == STR_NONE &&
		is_letter(key.bytes[0]))
		remark(remarks, 1, DOCKET_REMARK_FRONT_MATTER,
			"no second '---' closes the front matter, so Obsidian and docket read it "
			"as "
			"text; write one behind its last key");
}

struct frontmatter
frontmatter_read(struct arena *arena, str text, struct remarks *remarks)
{
	struct frontmatter none = { .body_line = 1 };
	struct frontmatter result = { .present = true };
	size_t remark_count = remarks->count;
	str block;
	if (!find_block(text, &block, &result)) {
		check_unclosed(text, remarks);
		return none;
	}
	if (block.length > BLOCK_MOST) {
		size_t end = str_find_last_char(str_slice(block, 0, BLOCK_MOST), '\n');
		block = str_slice(block, 0, end == STR_NONE ? 0 : end + 1);
		remark(remarks, 1, DOCKET_REMARK_FRONT_MATTER,
			"the front matter is longer than 64 KiB, docket did not read the rest");
	}
	remarks_limit(remarks, REMARKS_MOST);
	struct yaml map = recover_map(arena, block, 2, remarks);
	if (map.kind == YAML_TEXT || map.kind == YAML_LIST) {
		remarks->count = remark_count;
		remarks->most = 0;
		return none;
	}
	frontmatter_read_keys(arena, &map, remarks, &result);
	remarks_limit(remarks, 0);
	result.map = map;
	return result;
}
