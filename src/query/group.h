/*
 * Instructions that put boxes into groups: `group by due`.
 */
#ifndef QUERY_GROUP_H
#define QUERY_GROUP_H

#include "query/reader.h"

query_read_line group_read;

/*
 * The names of the groups that a box is in; `values` are those of QUERY_NAME_LIST, or the one of
 * another group; none stands for NULL. In the arena, or the values themselves.
 */
strs group_names(struct arena *arena, const struct query_group *group, strs values);

/* A name as people see it: without what stands between `%%`, which steers the order. */
str group_heading(struct arena *arena, str name);

/* The names of all groups, from 0; NULL behind the last. */
const char *group_name(size_t index);

#endif
