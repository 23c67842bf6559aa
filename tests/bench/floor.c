/*
 * The floors: the least that anybody has to do who imports a folder of notes, or who answers from a
 * store.
 *
 *	floor stat NOTES            walks the folder and looks at each file
 *	floor read NOTES            and reads it
 *	floor parse NOTES           and has cmark and libyaml parse it: F
 *	floor insert NOTES STORE    and writes its items into a new store: a table, no index
 *	floor open STORE            opens a store and reads one row
 */
#include <cmark.h>
#include <ftw.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

/* Each with those before it. */
enum step { STAT, READ, PARSE, INSERT, STEPS };

static const char *const names[STEPS] = { "stat", "read", "parse", "insert" };

/* nftw has no place for a context. */
static enum step step;
static char bytes[8 * 1024 * 1024];
static sqlite3 *store;
static sqlite3_stmt *insert;

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

/* Every line that begins as an item of a list does. */
static void
insert_items(const char *path, const char *text)
{
	int number = 1;
	for (const char *line = text, *end; *line; line = *end ? end + 1 : end, number++) {
		end = line + strcspn(line, "\n");
		if (strncmp(line, "- ", 2) != 0)
			continue;
		sqlite3_bind_text(insert, 1, path, -1, SQLITE_STATIC);
		sqlite3_bind_int(insert, 2, number);
		sqlite3_bind_text(insert, 3, line, (int)(end - line), SQLITE_STATIC);
		sqlite3_step(insert);
		sqlite3_reset(insert);
	}
}

static int
visit(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status, (void)place;
	FILE *file = kind == FTW_F && step >= READ ? fopen(path, "rb") : NULL;
	if (!file)
		return 0;
	size_t length = fread(bytes, 1, sizeof(bytes) - 1, file);
	bytes[length] = '\0';
	fclose(file);
	if (step >= PARSE) {
		cmark_node_free(cmark_parse_document(bytes, length, CMARK_OPT_DEFAULT));
		parse_front_matter(bytes, length);
	}
	if (step >= INSERT)
		insert_items(path, bytes);
	return 0;
}

static void
open_store(const char *path, const char *setup, const char *statement)
{
	if (sqlite3_open(path, &store) != SQLITE_OK ||
		sqlite3_exec(store, setup, NULL, NULL, NULL) != SQLITE_OK ||
		sqlite3_prepare_v2(store, statement, -1, &insert, NULL) != SQLITE_OK) {
		fprintf(stderr, "floor: %s: %s\n", path, sqlite3_errmsg(store));
		exit(1);
	}
}

static int
close_store(const char *last)
{
	sqlite3_finalize(insert);
	return sqlite3_exec(store, last, NULL, NULL, NULL) != SQLITE_OK ||
	       sqlite3_close(store) != SQLITE_OK;
}

static int
read_one_row(const char *path)
{
	open_store(path, "", "SELECT name FROM sqlite_schema LIMIT 1");
	return sqlite3_step(insert) != SQLITE_ROW || close_store("");
}

int
main(int count, char **words)
{
	if (count < 3)
		return 2;
	if (strcmp(words[1], "open") == 0)
		return read_one_row(words[2]);
	while (step < STEPS && strcmp(words[1], names[step]) != 0)
		step++;
	if (step == STEPS || (step == INSERT && count < 4))
		return 2;
	if (step == INSERT) {
		unlink(words[3]);
		open_store(words[3],
			"BEGIN; CREATE TABLE item (path TEXT, line INTEGER, text TEXT)",
			"INSERT INTO item VALUES (?, ?, ?)");
	}
	int failed = nftw(words[2], visit, 64, FTW_PHYS) != 0;
	return step == INSERT ? close_store("COMMIT") || failed : failed;
}
