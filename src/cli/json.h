/*
 * JSON out of trees of values. What is written is always valid UTF-8: a byte that is not becomes
 * U+FFFD, and the characters that harm a terminal or a script (C0, DEL, C1, U+2028, U+2029) are
 * written as escapes. Keys keep their order.
 *
 *	json_write(stdout, row, 2);
 */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include "text.h"

#include <stdio.h>

/* Writes the value and a line feed: on one line when `indent` is 0, else indented as jq does. */
void json_write(FILE *out, const struct docket_value *value, int indent);

/* Adds the value as it looks inside `depth` lists or maps. */
void json_add(struct text *out, const struct docket_value *value, int indent, int depth);

/* Adds a string with its quotes. */
void json_add_text(struct text *out, struct docket_str text);

/*
 * A list whose items come one by one:
 *
 *	struct json_list list = { .out = stdout, .indent = 2 };
 *	json_list_add(&list, row);
 *	json_list_end(&list);
 */
struct json_list {
	FILE *out;
	int indent;
	size_t count;
	struct text text;
};

void json_list_add(struct json_list *list, const struct docket_value *value);
void json_list_end(struct json_list *list);

#endif
