/* Two names that are nearly one: a typing error in the first or the last, or a first name alone. */
#include "identity/names.h"
#include "suggest.h"

#include <stdlib.h>

/* Names that share a word are compared; of a word that more have, each with so many others. */
enum { MOST_NEIGHBOURS = 32, FARTHEST = 2, LETTERS_PER_ERROR = 5 };

struct person {
	str name, key, path;
	bool configured;
};

/* A word that the name begins or ends with. */
struct part {
	str word;
	size_t person;
};

struct people {
	struct {
		LIST(struct person)
	} known;
	struct {
		LIST(struct part)
	} parts;
};

static int
compare_parts(const void *left, const void *right)
{
	const struct part *a = left, *b = right;
	int order = str_compare(a->word, b->word);
	return order ? order : (a->person > b->person) - (a->person < b->person);
}

static void
add_parts(struct suggest *suggest, struct people *people, size_t index)
{
	str key = people->known.items[index].key;
	size_t first = str_find_char(key, ' '), last = str_find_last_char(key, ' ');
	*list_add(&suggest->arena, &people->parts) =
		(struct part){ str_slice(key, 0, first), index };
	if (last != STR_NONE)
		*list_add(&suggest->arena, &people->parts) =
			(struct part){ str_skip(key, last + 1), index };
}

static void
read_people(struct suggest *suggest, struct people *people)
{
	struct statement *rows = db_use(suggest->db, "similar_people");
	while (statement_step(rows)) {
		struct person *person = list_add(&suggest->arena, &people->known);
		person->name = str_copy(&suggest->arena, column_text(rows, 0));
		person->key = str_copy(&suggest->arena, column_text(rows, 1));
		person->configured = column_number(rows, 2);
		person->path = str_copy(&suggest->arena, column_text(rows, 4));
		add_parts(suggest, people, people->known.count - 1);
	}
	if (people->parts.count)
		qsort(people->parts.items, people->parts.count, sizeof(*people->parts.items),
			compare_parts);
}

/* A longer name may differ in more letters; two that are configured were told apart. */
static bool
are_near(const struct person *a, const struct person *b)
{
	size_t shorter = a->key.length < b->key.length ? a->key.length : b->key.length;
	int most = (int)(shorter / LETTERS_PER_ERROR);
	most = most > FARTHEST ? FARTHEST : most < 1 ? 1 : most;
	return !(a->configured && b->configured) &&
	       name_distance_within(a->key, b->key, most) <= most;
}

/* The one that more notes know is kept, and the other is a spelling of it. */
static void
tell(struct suggest *suggest, const struct people *people, size_t one, size_t other)
{
	const struct person *kept = &people->known.items[one < other ? one : other];
	const struct person *spelling = &people->known.items[one < other ? other : one];
	str path = spelling->path.length ? spelling->path : kept->path;
	str message = str_format(&suggest->arena,
		"'%.*s' may be %.*s; if so, write into people of the configuration: '%.*s: [%.*s]'",
		STR_ARG(spelling->name), STR_ARG(kept->name), STR_ARG(kept->name),
		STR_ARG(spelling->name));
	if (path.length)
		suggest_tell(suggest, DOCKET_REMARK_SIMILAR_PERSON, path, 0, message);
}

/* Whether it is not this word but their first that brings these two together. */
static bool
meet_by_first(const struct people *people, size_t one, size_t other, str word)
{
	str a = people->known.items[one].key, b = people->known.items[other].key;
	str first = str_slice(a, 0, str_find_char(a, ' '));
	return str_equal(first, str_slice(b, 0, str_find_char(b, ' '))) && !str_equal(first, word);
}

void
suggest_people(struct suggest *suggest)
{
	struct people people = { 0 };
	read_people(suggest, &people);
	for (size_t i = 0; i < people.parts.count; i++) {
		const struct part *part = &people.parts.items[i];
		for (size_t k = i + 1; k < people.parts.count && k <= i + MOST_NEIGHBOURS; k++) {
			const struct part *next = &people.parts.items[k];
			if (!str_equal(part->word, next->word))
				break;
			if (part->person != next->person &&
				!meet_by_first(&people, part->person, next->person, part->word) &&
				are_near(&people.known.items[part->person],
					&people.known.items[next->person]))
				tell(suggest, &people, part->person, next->person);
		}
	}
}
