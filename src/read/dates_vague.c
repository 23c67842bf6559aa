#include "read/dates_vague.h"

#include "read/dates_phrase.h"

#include <string.h>

/* clang-format off */
static const char *const shapes[] = {
	"z", "xg", "sg", "gx", "xu", "ux", "cu", "su", "vx", "xv", "sv", "vs", "un", "vn", "kn", "kny",
	"kn/y", "y-kn", "evn", "ev", "exv", "evx", "qn", "qny", "qn/y", "m", "my", "xm",
};
/* clang-format on */

bool
dates_vague_shape(const char *shape)
{
	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		if (!strcmp(shapes[i], shape))
			return true;
	return false;
}

bool
dates_vague(str words)
{
	static const char open[] = { DATES_OPEN_END, DATES_EVENT, '\0' };
	struct dates_phrase phrase;
	return dates_read_phrase(words, &phrase) && !strpbrk(phrase.shape, open) &&
	       (phrase.before || dates_vague_shape(phrase.shape));
}

/* "20.01." */
static bool
is_german_day(str words)
{
	return words.length == 6 && words.bytes[2] == '.' && words.bytes[5] == '.' &&
	       is_digit(words.bytes[1]) && is_digit(words.bytes[4]);
}

bool
dates_amount(str words)
{
	bool slash = str_find_char(words, '/') != STR_NONE;
	str plain = str_slice(words, 0, words.length - str_ends(words, STR(".")));
	return !is_german_day(words) && !slash && dates_sense(plain) == DATES_NUMBERS;
}
