#include "read/mention.h"

/* What stands before a name with a stop of its own. */
static const char *const titles[] = { "Dr", "Fr", "Hr", "Ing", "Mme", "Mr", "Mrs", "Ms", "Mx",
	"Prof", "Sr", "Sra" };

bool
mention_is_title(str word)
{
	return str_is_one_of(str_slice(word, 0, word.length - str_ends(word, STR("."))), titles,
		sizeof(titles) / sizeof(*titles));
}

str
mention_drop_title(str name)
{
	size_t blank = str_find_char(name, ' ');
	bool title = blank != STR_NONE && mention_is_title(str_slice(name, 0, blank)) &&
		     str_find_char(str_skip(name, blank + 1), ' ') != STR_NONE;
	return title ? str_skip(name, blank + 1) : name;
}
