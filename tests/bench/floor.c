/*
 * The floor under an import: how long it takes to do with the notes of a folder what nobody can
 * avoid. Prints CPU microseconds per note, each step with those before it.
 *
 *	floor FOLDER stat|read|parse
 */
#include <cmark.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <yaml.h>

static enum { STAT, READ, PARSE } step;
static long notes;
static char bytes[8 * 1024 * 1024];

static void
parse_front_matter(const char *text, size_t length)
{
	const char *end = length > 4 ? strstr(text + 4, "\n---") : NULL;
	if (strncmp(text, "---\n", 4) != 0 || !end)
		return;
	yaml_parser_t parser;
	yaml_event_t event;
	yaml_event_type_t type = YAML_NO_EVENT;
	yaml_parser_initialize(&parser);
	yaml_parser_set_input_string(
		&parser, (const unsigned char *)text + 4, (size_t)(end - text) - 4);
	while (type != YAML_STREAM_END_EVENT && yaml_parser_parse(&parser, &event)) {
		type = event.type;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}

static int
visit(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status, (void)place;
	if (kind != FTW_F)
		return 0;
	notes++;
	FILE *file = step >= READ ? fopen(path, "rb") : NULL;
	if (!file)
		return 0;
	size_t length = fread(bytes, 1, sizeof(bytes) - 1, file);
	bytes[length] = '\0';
	fclose(file);
	if (step < PARSE)
		return 0;
	cmark_node_free(cmark_parse_document(bytes, length, CMARK_OPT_DEFAULT));
	parse_front_matter(bytes, length);
	return 0;
}

int
main(int count, char **words)
{
	if (count != 3)
		return 2;
	step = strcmp(words[2], "stat") == 0 ? STAT : strcmp(words[2], "read") == 0 ? READ : PARSE;
	nftw(words[1], visit, 64, FTW_PHYS);
	printf("%.2f\n", notes ? (double)clock() / CLOCKS_PER_SEC * 1e6 / (double)notes : 0);
	return 0;
}
