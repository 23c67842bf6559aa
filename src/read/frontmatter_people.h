/*
 * Several people in one text of the front matter, and what is a person's name in it:
 * "Ada Park, Ravi Menon", "Park, Ada; Menon, Ravi", "Ada Park and Ravi Menon - Quay Ltd".
 */
#ifndef READ_FRONTMATTER_PEOPLE_H
#define READ_FRONTMATTER_PEOPLE_H

#include "base/str.h"

struct frontmatter_people {
	LIST(str)
};

/* Adds the names in a text of its own, where commas part them. */
void frontmatter_add_people(struct arena *arena, str text, struct frontmatter_people *people);

/* Adds those in an item of a list, where a comma belongs to the name. */
void frontmatter_add_item(struct arena *arena, str text, struct frontmatter_people *people);

/* [[folder/Name#Part|Alias]] gives folder/Name; takes the link off `*text`. */
bool frontmatter_next_link(str *text, str *target);

#endif
