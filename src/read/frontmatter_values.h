/*
 * The value of a front matter's key -> a field; private to frontmatter_keys.c.
 */
#ifndef READ_FRONTMATTER_VALUES_H
#define READ_FRONTMATTER_VALUES_H

#include "read/frontmatter.h"
#include "read/frontmatter_people.h"

struct frontmatter_reader {
	struct arena *arena;
	struct remarks *remarks;
	struct frontmatter *result;
	struct frontmatter_people participants, tags;
};

/* Reads a value into `field`; what it has already stays. */
typedef void frontmatter_value(
	struct frontmatter_reader *reader, const struct yaml *value, void *field);

frontmatter_value frontmatter_read_text;    /* a text, a map's name, or the first of a list */
frontmatter_value frontmatter_read_target;  /* a text that may be a link: where it leads */
frontmatter_value frontmatter_read_is_link; /* whether the source is a link */
frontmatter_value frontmatter_read_name; /* a text that may be a link to a note: the note's name */
frontmatter_value frontmatter_read_only; /* the same, with a remark where there are several */
frontmatter_value frontmatter_read_date;
frontmatter_value frontmatter_read_people; /* to the reader's participants */
frontmatter_value frontmatter_read_tags;   /* to the reader's tags */
frontmatter_value frontmatter_read_tree;

#endif
